// SPDX-License-Identifier: GPL-3.0-or-later
// What an open record is and follows; its tabs are in recordpanetabs.cpp.
#include "app/widgets/recordpane.h"

#include "app/data/merged.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/historyview.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordheader.h"
#include "app/widgets/timeline.h"
#include "app/widgets/tones.h"
#include "common/model/catalogue/ids.h"

#include <QAction>
#include <QEvent>
#include <QTabWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Field;
using model::RecordRef;

namespace {

constexpr int BurstPauseMs = 250;
constexpr int StepKeys = 9;

} // namespace

RecordPane::RecordPane(Records &records, DraftStore &drafts, const RecordRef &ref, const QList<RecordRef> &around, QWidget *parent)
    : QWidget(parent), m_records(records), m_drafts(drafts), m_ref(ref), m_around(around)
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(BurstPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RecordPane::refreshRelated);
    connect(&records, &Records::changed, this, &RecordPane::onChanged);
    connect(&records, &Records::rightsChanged, this, &RecordPane::reload);
    const auto key = [this](const QKeySequence &keys, auto command) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, command);
        addAction(action);
    };
    key(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { step(-1); });
    key(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { step(1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { edit(); });
    for (int place = 0; place < StepKeys; ++place)
        key(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + place)), [this, place] {
            if (m_header)
                m_header->takeStep(place);
        });
}

void RecordPane::build()
{
    delete layout();
    // Windows that were opened from here (forms, dialogs) stay.
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        if (!part->isWindow())
            delete part;
    m_header = nullptr;
    m_fields = nullptr;
    m_timeline = nullptr;
    m_history = nullptr;
    m_tabs = nullptr;
    m_more = nullptr;
    m_dark = isDark(palette());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const Result<model::Record> loaded = m_records.load(m_ref);
    if (!loaded.ok()) {
        m_record = {};
        auto *gone = new EmptyState;
        gone->say(QStringLiteral("edit-delete"), tr("This record is not here"),
                  tr("It was deleted for good, has not arrived yet, or you may no longer see it."));
        column->addWidget(gone);
        return;
    }
    m_record = *loaded;
    m_header = new RecordHeader(m_records);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    column->addWidget(m_header);
    column->addWidget(m_tabs, 1);
    showHead();
    m_header->setCommands(m_commands);
    const qsizetype place = m_around.indexOf(m_ref);
    m_header->setSteps(place > 0, place >= 0 && place + 1 < m_around.size());
    connect(m_header, &RecordHeader::stepRequested, this, &RecordPane::step);
    connect(m_header, &RecordHeader::editRequested, this, &RecordPane::edit);
    connect(m_header, &RecordHeader::made, this, [this](const Saved &saved, const QString &text) {
        Q_EMIT notice((QStringList{text} + advice()).join(QStringLiteral("  ·  ")), saved.action);
    });
    connect(m_header, &RecordHeader::failed, this, &RecordPane::failed);
    connect(m_header, &RecordHeader::deleteRequested, this,
            [this] { finish(m_records.remove({m_ref}), tr("Deleted: %1").arg(title())); });
    connect(m_header, &RecordHeader::restoreRequested, this,
            [this] { finish(m_records.restore({m_ref}), tr("Restored: %1").arg(title())); });
    buildTabs();
}

QStringList RecordPane::advice() const
{
    QStringList sentences;
    for (const Advice &each : m_advice)
        if (const QString sentence = m_record.isValid() && !m_record.isDeleted() ? each(m_record) : QString(); !sentence.isEmpty())
            sentences.append(sentence);
    return sentences;
}

void RecordPane::addAdvice(Advice advice)
{
    m_advice.append(std::move(advice));
    if (m_header)
        m_header->setAdvice(this->advice());
}

void RecordPane::showHead()
{
    m_header->setRecord(m_record);
    m_header->setAdvice(advice());
}

void RecordPane::show(const RecordRef &ref, const QList<RecordRef> &around)
{
    const int shown = shownTab();
    m_ref = ref;
    m_around = around;
    build();
    if (const int tab = tabOf(shown); shown != 0 && tab >= 0)
        m_tabs->setCurrentIndex(tab);
    Q_EMIT titleChanged();
}

QString RecordPane::title() const
{
    return m_record.isValid() ? FieldText(m_records).title(m_record) : tr("Not here");
}

void RecordPane::step(int step)
{
    const qsizetype place = m_around.indexOf(m_ref);
    if (place >= 0 && place + step >= 0 && place + step < m_around.size())
        show(m_around[place + step], m_around);
}

void RecordPane::focusDetails()
{
    if (QWidget *shown = m_tabs ? m_tabs->currentWidget() : nullptr)
        shown == m_fields ? m_fields->focusFirst() : shown->setFocus(Qt::TabFocusReason);
}

void RecordPane::edit()
{
    if (!m_record.isValid() || m_record.isDeleted() || !m_records.may(model::Action::Edit, m_record))
        return;
    auto *dialog = new RecordFormDialog(m_records, m_drafts, m_record, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog->form(), &RecordForm::saved, this,
            [this](const RecordRef &, const Saved &saved) { Q_EMIT notice(tr("Saved"), saved.action); });
    connect(dialog->form(), &RecordForm::failed, this, &RecordPane::failed);
    connect(dialog->form(), &RecordForm::openRequested, this, [this](const RecordRef &ref) { Q_EMIT openRequested(ref, {}); });
    connect(dialog->form(), &RecordForm::mergeRequested, this, [this](const RecordRef &ref) { Q_EMIT mergeRequested(ref, m_ref); });
    dialog->show();
}

void RecordPane::finish(const Result<Saved> &result, const QString &text)
{
    if (result.ok())
        Q_EMIT notice(text, result->action);
    else
        Q_EMIT failed(result.error());
}

bool RecordPane::names(const QSet<RecordRef> &changed) const
{
    if (!m_record.isValid())
        return false;
    const auto &fields = m_record.entity().fields();
    return std::any_of(fields.begin(), fields.end(), [&](const Field &field) {
        const model::Value &value = m_record.value(field.id);
        if (value.isNull())
            return false;
        if (field.type == model::FieldType::Dictionary)
            return changed.contains({model::ids::DictionaryItem, value.id()});
        if (field.type == model::FieldType::AnyReference)
            return changed.contains(value.as<RecordRef>());
        return field.type == model::FieldType::Reference && changed.contains({field.targets.value(0), value.id()});
    });
}

void RecordPane::onChanged(const QSet<RecordRef> &changed)
{
    if (const RecordRef kept = keptOf(m_records, m_ref); kept != m_ref)
        return show(kept, m_around); // somebody merged it
    if (changed.isEmpty() || changed.contains(m_ref) || names(changed)) {
        const Result<model::Record> loaded = m_records.load(m_ref);
        if (loaded.ok() != m_record.isValid()) {
            build();
            Q_EMIT titleChanged();
            return;
        }
        if (loaded.ok()) {
            m_record = *loaded;
            showHead();
            m_fields->setRecord(m_record);
            Q_EMIT titleChanged();
        }
    }
    m_pause.start();
}

void RecordPane::refreshRelated()
{
    if (!m_tabs || !isVisible())
        return;
    showCounts();
    reloadShown();
    m_header->reviewSteps();
    m_header->setAdvice(advice());
}

void RecordPane::reloadShown()
{
    if (m_tabs->currentWidget() == m_timeline)
        m_timeline->reload();
    else if (m_tabs->currentWidget() == m_history)
        m_history->reload();
}

void RecordPane::openHistory()
{
    if (m_tabs)
        m_tabs->setCurrentWidget(m_history);
}

void RecordPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_pause.start();
}

void RecordPane::reload() { show(m_ref, m_around); }

void RecordPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Labels come from the catalogue all over the pane: building it anew is simplest, once all events are through.
    const bool theme = event->type() == QEvent::PaletteChange && isDark(palette()) != m_dark;
    if (event->type() == QEvent::LanguageChange || theme)
        QMetaObject::invokeMethod(this, &RecordPane::reload, Qt::QueuedConnection);
}

} // namespace guanxi::app
