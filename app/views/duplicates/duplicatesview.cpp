// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/duplicates/duplicatesview.h"

#include "app/views/generic/duplicatepairs.h"
#include "app/views/generic/mergedialog.h"
#include "app/views/viewcontext.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/platform.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

namespace guanxi::app {

using model::DuplicateCandidate;
using model::EntityId;

namespace {

constexpr int ProgressMs = 200;
constexpr int Steps = 1000;

/// Kinds of records that people make and that can be told apart by what the catalogue says of their fields.
bool isCompared(const Records &records, const model::Entity &entity)
{
    return std::any_of(entity.fields().begin(), entity.fields().end(), [](const model::Field &field) { return field.likeness != model::Likeness::No; })
           && records.may(model::Action::View, entity.id);
}

} // namespace

DuplicatesView::DuplicatesView(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_pairs(new DuplicatePairs(context.records(), this))
{
    build();
    m_ticking.setInterval(ProgressMs);
    connect(&m_ticking, &QTimer::timeout, this, &DuplicatesView::showProgress);
    connect(m_pairs, &DuplicatePairs::modelReset, this, &DuplicatesView::showState);
    retranslate();
}

DuplicatesView::~DuplicatesView()
{
    // Nobody is shown anything any more: the frame that would be asked may be gone.
    if (m_state)
        m_state->cancelled = true;
}

void DuplicatesView::build()
{
    buildTable();
    m_empty = new EmptyState;
    connect(m_empty, &EmptyState::actionRequested, this, &DuplicatesView::search);
    auto *pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(pages, 1);
    setFocusProxy(m_table);
}

QWidget *DuplicatesView::buildBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    m_kind = new QComboBox;
    m_search = new QPushButton(QIcon::fromTheme(QStringLiteral("edit-find")), QString());
    m_search->setObjectName(QStringLiteral("search"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, Steps);
    m_progress->setMaximumWidth(160);
    m_progress->hide();
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("quiet"));
    for (QWidget *part : {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_count)})
        row->addWidget(part);
    row->addStretch(1);
    addCommand(m_merge, "edit-copy", QKeySequence(Qt::Key_Return), &DuplicatesView::merge);
    addCommand(m_apart, "edit-clear", QKeySequence(Qt::Key_Delete), &DuplicatesView::apart);
    addCommand(m_first, "window-duplicate", QKeySequence(Qt::CTRL | Qt::Key_1), &DuplicatesView::openFirst);
    addCommand(m_second, "window-duplicate", QKeySequence(Qt::CTRL | Qt::Key_2), &DuplicatesView::openSecond);
    for (QPushButton *button : {m_merge, m_apart, m_first, m_second})
        row->addWidget(button);
    connect(m_kind, &QComboBox::activated, this, &DuplicatesView::search);
    connect(m_search, &QPushButton::clicked, this, [this] { isSearching() ? stop() : search(); });
    return bar;
}

void DuplicatesView::addCommand(QPushButton *&button, const char *icon, const QKeySequence &keys, void (DuplicatesView::*run)())
{
    button = new QPushButton(QIcon::fromTheme(QString::fromLatin1(icon)), QString());
    connect(button, &QPushButton::clicked, this, run);
    auto *action = new QAction(m_table);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, run);
}

void DuplicatesView::buildTable()
{
    m_table = new QTableView;
    m_table->setModel(m_pairs);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(DuplicatePairs::Score, QHeaderView::Fixed);
    m_table->horizontalHeader()->resizeSection(DuplicatePairs::Score, 72);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QTableView::doubleClicked, this, &DuplicatesView::merge);
}

void DuplicatesView::retranslate()
{
    const EntityId before = entity();
    m_kind->clear();
    for (const model::Entity &entity : m_context.records().catalogue().entities())
        if (isCompared(m_context.records(), entity))
            m_kind->addItem(QIcon::fromTheme(entity.icon), entityPlural(entity), int(entity.id));
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(before))));
    m_kind->setAccessibleName(tr("Kind of record"));
    m_progress->setAccessibleName(tr("How far the search is"));
    m_table->setAccessibleName(tr("Possible duplicates"));
    const auto say = [](QPushButton *button, const QString &text, const QString &keys) {
        button->setText(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(QString(text).remove(u'&'), keys));
    };
    say(m_merge, tr("&Merge…"), QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText));
    say(m_apart, tr("&Not the same"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText));
    say(m_first, tr("Open &first"), QKeySequence(Qt::CTRL | Qt::Key_1).toString(QKeySequence::NativeText));
    say(m_second, tr("Open &second"), QKeySequence(Qt::CTRL | Qt::Key_2).toString(QKeySequence::NativeText));
    showState();
}

EntityId DuplicatesView::entity() const { return EntityId(m_kind->currentData().toUInt()); }

void DuplicatesView::setEntity(EntityId entity)
{
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(entity))));
    if (isVisible())
        search();
}

void DuplicatesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_searched)
        search();
}

void DuplicatesView::search()
{
    stop();
    if (m_kind->count() == 0)
        return;
    m_searched = true;
    m_state = std::make_shared<ScanState>();
    m_ticking.start();
    m_pairs->show({});
    m_context.records().scanForDuplicates(entity(), m_state, this, [this, state = m_state](const Result<QList<AlikePair>> &pairs) {
        if (state == m_state)
            found(pairs);
    });
    showState();
}

void DuplicatesView::stop()
{
    if (m_state)
        m_state->cancelled = true;
    m_state.reset();
    m_ticking.stop();
    showState();
}

void DuplicatesView::found(const Result<QList<AlikePair>> &pairs)
{
    m_state.reset();
    m_ticking.stop();
    if (!pairs.ok())
        m_context.showError(pairs.error());
    else
        m_pairs->show(*pairs);
    if (m_pairs->rowCount() > 0)
        m_table->selectRow(0);
    showState();
}

void DuplicatesView::showProgress()
{
    if (m_state && m_state->total > 0)
        m_progress->setValue(int(Steps * m_state->done / m_state->total));
}

void DuplicatesView::showState()
{
    const int pairs = m_pairs->rowCount();
    m_progress->setVisible(isSearching());
    m_search->setText(isSearching() ? tr("Sto&p") : tr("Sea&rch again"));
    m_count->setText(pairs > 0 ? tr("%n pair(s)", nullptr, pairs) : QString());
    m_stack->setCurrentIndex(pairs > 0 ? 0 : 1);
    if (isSearching())
        m_empty->say(QStringLiteral("edit-find"), tr("Searching…"), tr("Everything is compared in the background; you can go on working."));
    else
        m_empty->say(QStringLiteral("dialog-ok-apply"), tr("No possible duplicates"),
                     tr("Records that agree in a key, or in much of their names, telephones and addresses, would be listed here two by two."));
    if (pairs > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    for (QPushButton *button : {m_merge, m_apart, m_first, m_second})
        button->setEnabled(current());
    m_apart->setVisible(m_context.records().may(model::Action::Create, DuplicateCandidate::entity));
}

const AlikePair *DuplicatesView::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_pairs->rowCount() ? &m_pairs->pair(row) : nullptr;
}

void DuplicatesView::merge()
{
    if (const AlikePair *pair = current()) {
        auto *dialog = new MergeDialog(m_context, pair->b, pair->a, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    }
}

void DuplicatesView::apart()
{
    const AlikePair *pair = current();
    if (!pair)
        return;
    model::Record decision = m_context.records().create(DuplicateCandidate::entity);
    decision.set(DuplicateCandidate::recordA, pair->a);
    decision.set(DuplicateCandidate::recordB, pair->b);
    decision.set(DuplicateCandidate::state, qint64(DuplicateCandidate::Different));
    const int row = m_table->currentIndex().row();
    const Result<Saved> saved = m_context.records().save(decision);
    if (!saved)
        return m_context.showError(saved.error());
    m_context.notify(tr("Noted: they are not the same"), saved->action);
    m_table->selectRow(qMin(row, m_pairs->rowCount() - 1));
    m_table->setFocus();
    showState();
}

void DuplicatesView::openFirst()
{
    if (const AlikePair *pair = current())
        m_context.openRecord(pair->a);
}

void DuplicatesView::openSecond()
{
    if (const AlikePair *pair = current())
        m_context.openRecord(pair->b);
}

void DuplicatesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace guanxi::app
