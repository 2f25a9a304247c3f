// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/outbox/outboxview.h"

#include "app/widgets/changetext.h"
#include "app/views/viewcontext.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/ids.h"
#include "common/model/codec.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int MostShown = 500;
/// An import of thousands is summed up; the first records say enough.
constexpr int MostRecords = 20;

model::ChangeSet insertionSet(const model::Record &record)
{
    model::ChangeSet set;
    set.changes = {model::insertionOf(record)};
    return set;
}

const char *iconOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Unsent:
    case OutboxState::Held: return "document-send";
    case OutboxState::Parked: return "dialog-warning";
    case OutboxState::Merged: return "vcs-conflicting";
    default: return "dialog-ok-apply";
    }
}

} // namespace

OutboxView::OutboxView(ViewContext &context, Outbox &outbox, SyncStatus &status, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_context(context), m_outbox(outbox), m_status(status), m_solver(context.records(), clock), m_choice(new QComboBox), m_hint(new QLabel),
      m_stack(new QStackedLayout), m_splitter(new QSplitter), m_list(new QTreeWidget), m_detail(new QScrollArea),
      m_empty(new EmptyState), m_reloading(new QTimer(this))
{
    build();
    m_reloading->setSingleShot(true);
    m_reloading->setInterval(100);
    connect(m_reloading, &QTimer::timeout, this, &OutboxView::reload);
    connect(&status, &SyncStatus::changed, this, [this] {
        if (isVisible() && !m_reloading->isActive())
            m_reloading->start();
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &OutboxView::reload);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OutboxView::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
        if (row >= 0 && row < m_entries.size() && !m_entries[row].set.changes.isEmpty())
            m_context.openRecord(m_entries[row].set.changes.first().record);
    });
    retranslate();
    m_choice->setCurrentIndex(int(Shown::All));
}

void OutboxView::build()
{
    m_choice->addItems({QString(), QString(), QString(), QString()});
    m_hint->setObjectName(QStringLiteral("quiet"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(m_choice);
    bar->addWidget(m_hint, 1);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnCount(3);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_detail->setWidgetResizable(true);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setSizes({560, 480});
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addLayout(m_stack, 1);
    // Not before: the first widget is shown at once, and without a parent it is a window that takes the keyboard.
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusProxy(m_list);
}

void OutboxView::retranslate()
{
    const QSignalBlocker blocker(m_choice);
    m_choice->setAccessibleName(tr("Which changes are shown"));
    m_choice->setItemText(int(Shown::Waiting), tr("Waiting to be sent"));
    m_choice->setItemText(int(Shown::Refused), tr("Refused"));
    m_choice->setItemText(int(Shown::All), tr("All changes made here"));
    m_choice->setItemText(int(Shown::Orphans), tr("Only on this computer"));
    m_list->setAccessibleName(tr("Changes"));
    m_list->setHeaderLabels({tr("Change"), tr("Status"), tr("When")});
    showEmpty();
}

void OutboxView::showEmpty()
{
    switch (Shown(m_choice->currentIndex())) {
    case Shown::Waiting:
        m_empty->say(QStringLiteral("dialog-ok-apply"), tr("Everything is sent"),
                     tr("What you save while the server cannot be reached waits here and is sent by itself."));
        break;
    case Shown::Refused:
        m_empty->say(QStringLiteral("dialog-ok-apply"), tr("Nothing was refused"),
                     tr("Changes the server cannot accept are kept here with the reason; none is ever dropped."));
        break;
    case Shown::All:
        m_empty->say(QStringLiteral("document-edit"), tr("Nothing was changed on this computer yet"),
                     tr("Every change you save is listed here with what became of it."));
        break;
    case Shown::Orphans:
        m_empty->say(QStringLiteral("dialog-ok-apply"), tr("The server has everything"),
                     tr("Records that a server put back from a backup does not know any more are kept here."));
        break;
    }
}

QList<OutboxEntry> OutboxView::entries() const
{
    std::optional<OutboxState> state;
    if (m_choice->currentIndex() == int(Shown::Waiting))
        state = OutboxState::Unsent;
    else if (m_choice->currentIndex() == int(Shown::Refused))
        state = OutboxState::Parked;
    Result<QList<OutboxEntry>> found = m_outbox.entries(state, MostShown);
    if (found && state == OutboxState::Unsent)
        if (const Result<QList<OutboxEntry>> held = m_outbox.entries(OutboxState::Held, MostShown); held)
            found = *held + *found;
    if (!found) {
        m_context.showError(found.error());
        return {};
    }
    // Under such a number only the order was kept; what had been in it stands elsewhere.
    found->removeIf([](const OutboxEntry &entry) { return entry.set.changes.isEmpty(); });
    return *found;
}

QString OutboxView::stateText(const OutboxEntry &entry)
{
    switch (entry.state) {
    case OutboxState::Unsent: return tr("Waiting");
    case OutboxState::Held: return tr("Waits for a newer server");
    case OutboxState::Applied:
    case OutboxState::Known: return tr("Accepted");
    case OutboxState::Merged: return entry.conflicts.isEmpty() ? tr("Accepted, merged") : tr("Accepted in part");
    case OutboxState::Settled: return tr("Refused, settled");
    case OutboxState::Parked: break;
    }
    return tr("Refused");
}

void OutboxView::reload()
{
    m_reloading->stop();
    const int row = qMax(0, m_list->indexOfTopLevelItem(m_list->currentItem()));
    m_orphans.clear();
    m_entries.clear();
    if (Shown(m_choice->currentIndex()) == Shown::Orphans)
        loadOrphans();
    else
        m_entries = entries();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        const ChangeText words(m_context.records());
        for (const OutboxEntry &entry : std::as_const(m_entries)) {
            auto *item = new QTreeWidgetItem(m_list, {words.summary(entry.set), stateText(entry), dateTimeText(entry.set.at)});
            item->setIcon(1, QIcon::fromTheme(QString::fromLatin1(iconOf(entry.state))));
            item->setSizeHint(0, {0, 26});
        }
        for (const model::Record &orphan : std::as_const(m_orphans)) {
            auto *item = new QTreeWidgetItem(m_list, {words.summary(insertionSet(orphan)), tr("Only here"),
                                                      dateTimeText(orphan.value(model::system::UpdatedAt).number())});
            item->setIcon(1, QIcon::fromTheme(QStringLiteral("dialog-warning")));
            item->setSizeHint(0, {0, 26});
        }
        m_list->setCurrentItem(m_list->topLevelItem(qMin(row, m_list->topLevelItemCount() - 1)));
    }
    m_hint->setText(m_entries.size() == MostShown ? tr("The newest %1").arg(MostShown) : QString());
    m_stack->setCurrentIndex(m_list->topLevelItemCount() == 0 ? 1 : 0);
    showEmpty();
    showCurrent();
}

int OutboxView::currentRow() const { return m_list->indexOfTopLevelItem(m_list->currentItem()); }

void OutboxView::showCurrent()
{
    const int row = currentRow();
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    if (row >= 0 && row < m_entries.size()) {
        const OutboxEntry &entry = m_entries[row];
        auto *heading = new QLabel(QStringLiteral("%1 · %2").arg(stateText(entry), dateTimeText(entry.set.at)));
        heading->setObjectName(QStringLiteral("quiet"));
        column->addWidget(heading);
        addRefusal(*column, entry);
        if (entry.state == OutboxState::Held) {
            auto *why = new QLabel(tr("The server is older than this program and does not know these fields yet. They stay on this computer and are "
                                      "sent by themselves once the server has been updated."));
            why->setObjectName(QStringLiteral("refusal"));
            why->setWordWrap(true);
            column->addWidget(why);
        }
        addUndo(*column, entry);
        const ChangeText words(m_context.records());
        for (const model::RecordChange &change : entry.set.changes.mid(0, MostRecords))
            column->addWidget(words.widget(change));
        if (entry.set.changes.size() > MostRecords)
            column->addWidget(new QLabel(tr("and %n more records", nullptr, int(entry.set.changes.size()) - MostRecords)));
    }
    if (row >= 0 && row < m_orphans.size())
        addOrphan(*column, m_orphans[row]);
    column->addStretch(1);
    m_detail->setWidget(page);
}

void OutboxView::addRefusal(QVBoxLayout &column, const OutboxEntry &entry)
{
    if ((entry.state != OutboxState::Parked && entry.state != OutboxState::Settled) || entry.set.changes.isEmpty())
        return;
    const model::Entity *entity = m_context.records().catalogue().entity(entry.set.changes.first().record.entity);
    auto *reason = new QLabel(errorText(entry.reason, entity));
    reason->setObjectName(QStringLiteral("refusal"));
    reason->setWordWrap(true);
    column.addWidget(reason);
    if (entry.state == OutboxState::Settled)
        return;
    auto *buttons = new QHBoxLayout;
    addButton(*buttons, tr("&Try again"), Qt::Key_1, true, [this] { settle(true); });
    addButton(*buttons, tr("&Discard"), Qt::Key_2, false, [this] { settle(false); });
    buttons->addStretch(1);
    column.addLayout(buttons);
}

/// What took effect, or will, can be taken back, however long ago it was.
void OutboxView::addUndo(QVBoxLayout &column, const OutboxEntry &entry)
{
    const bool counts = entry.state != OutboxState::Parked && entry.state != OutboxState::Settled && entry.state != OutboxState::Held;
    if (!counts || entry.set.name == model::UndoName || entry.set.name == model::NoticeName || entry.set.changes.isEmpty())
        return;
    auto *buttons = new QHBoxLayout;
    addButton(*buttons, entry.set.parts > 1 ? tr("&Take back the whole action") : tr("&Take back"), Qt::Key_1, false, [this, action = entry.set.action] {
        m_context.undo(action);
        m_reloading->start();
        m_list->setFocus();
    });
    buttons->addStretch(1);
    column.addLayout(buttons);
}

void OutboxView::addButton(QHBoxLayout &buttons, const QString &text, Qt::Key key, bool primary, const std::function<void()> &press)
{
    auto *button = new QPushButton(text);
    button->setProperty("primary", primary);
    button->setAutoDefault(true);
    const QKeySequence keys(Qt::ALT | key);
    button->setToolTip(keys.toString(QKeySequence::NativeText));
    connect(new QShortcut(keys, button), &QShortcut::activated, button, &QAbstractButton::click);
    connect(button, &QAbstractButton::clicked, this, press);
    buttons.addWidget(button);
}

void OutboxView::loadOrphans()
{
    const Result<QList<QByteArray>> stored = m_outbox.orphans();
    if (!stored)
        return m_context.showError(stored.error());
    for (const QByteArray &bytes : *stored) {
        const model::Record orphan = model::decodeRecord(bytes, m_context.records().catalogue());
        if (!orphan.isValid())
            continue;
        if (!m_context.records().load(orphan.ref()))
            m_orphans.append(orphan);
        else if (const Result<void> back = m_outbox.dropOrphan(orphan.ref()); !back)
            m_context.showError(back.error());
    }
}

void OutboxView::addOrphan(QVBoxLayout &column, const model::Record &orphan)
{
    auto *reason = new QLabel(tr("The server was put back from a backup and does not know this record any more. Somebody else may have made it "
                                 "and send it again; if not, you can."));
    reason->setObjectName(QStringLiteral("refusal"));
    reason->setWordWrap(true);
    column.addWidget(reason);
    auto *buttons = new QHBoxLayout;
    addButton(*buttons, tr("&Send to the server"), Qt::Key_1, true, [this] { settleOrphan(true); });
    addButton(*buttons, tr("&Give it up"), Qt::Key_2, false, [this] { settleOrphan(false); });
    buttons->addStretch(1);
    column.addLayout(buttons);
    column.addWidget(ChangeText(m_context.records()).widget(model::insertionOf(orphan)));
}

void OutboxView::settleOrphan(bool send)
{
    const int row = currentRow();
    if (row < 0 || row >= m_orphans.size())
        return;
    const model::Record orphan = m_orphans[row];
    const Result<Saved> saved = send ? m_context.records().save(orphan) : Result<Saved>(Saved());
    if (!saved)
        return m_context.showError(saved.error());
    if (const Result<void> dropped = m_outbox.dropOrphan(orphan.ref()); !dropped)
        return m_context.showError(dropped.error());
    m_context.notify(send ? tr("Sent to the server") : tr("Given up"), saved->action);
    m_reloading->start();
    m_list->setFocus();
}

ConflictCase OutboxView::caseOf(const OutboxEntry &entry) const
{
    const Result<model::Record> conflict = m_context.records().load({model::ids::Conflict, entry.conflicts.value(0)});
    ConflictCase found;
    if (conflict)
        found = ConflictCase::read(*conflict, m_context.records().catalogue());
    // What was typed here is known here, whatever of it may be read from the conflict.
    found.parked = entry.set;
    return found;
}

void OutboxView::settle(bool again)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || row >= m_entries.size() || m_entries[row].state != OutboxState::Parked)
        return;
    const OutboxEntry entry = m_entries[row];
    const ConflictCase conflict = caseOf(entry);
    const bool known = conflict.conflict.isValid();
    Result<Saved> result = Saved();
    if (again)
        result = known ? m_solver.resubmit(conflict) : m_solver.submitAgain(entry.set);
    else if (known)
        result = m_solver.discard(conflict);
    if (!result)
        return m_context.showError(result.error());
    if (const Result<void> closed = m_outbox.close(entry.set.seq); !closed)
        m_context.showError(closed.error());
    m_status.setRefused(m_outbox.parked());
    m_context.notify(again ? tr("Sent once more") : tr("Change discarded"), result->action);
    // Not now: the button that was pressed is on the page that goes.
    m_reloading->start();
    m_list->setFocus();
}

void OutboxView::show(Shown shown) { m_choice->setCurrentIndex(int(shown)); }

void OutboxView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void OutboxView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reload();
    }
}

} // namespace guanxi::app
