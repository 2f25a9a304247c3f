// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordpane.h"

#include "app/widgets/attachmentsview.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/historyview.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordheader.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/timeline.h"
#include "app/widgets/tones.h"
#include "app/data/attachments.h"
#include "common/model/catalogue/ids.h"

#include <QAction>
#include <QDropEvent>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

using model::EntityId;
using model::Field;
using model::RecordRef;

namespace {

const char *const EntityProperty = "entity";
constexpr int BurstPauseMs = 250;

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
}

void RecordPane::build()
{
    delete layout();
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
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
    m_header->setRecord(m_record);
    const qsizetype place = m_around.indexOf(m_ref);
    m_header->setSteps(place > 0, place >= 0 && place + 1 < m_around.size());
    connect(m_header, &RecordHeader::stepRequested, this, &RecordPane::step);
    connect(m_header, &RecordHeader::editRequested, this, &RecordPane::edit);
    connect(m_header, &RecordHeader::made, this, [this](const Saved &saved, const QString &text) { Q_EMIT notice(text, saved.action); });
    connect(m_header, &RecordHeader::failed, this, &RecordPane::failed);
    connect(m_header, &RecordHeader::deleteRequested, this,
            [this] { finish(m_records.remove({m_ref}), tr("Deleted: %1").arg(title())); });
    connect(m_header, &RecordHeader::restoreRequested, this,
            [this] { finish(m_records.restore({m_ref}), tr("Restored: %1").arg(title())); });
    buildTabs();
}

void RecordPane::buildTabs()
{
    m_fields = new RecordFields(m_records, m_record);
    m_tabs->addTab(m_fields, tr("Details"));
    connect(m_fields, &RecordFields::openRequested, this, [this](const RecordRef &ref) { Q_EMIT openRequested(ref, {}); });
    connect(m_fields, &RecordFields::saved, this, [this](const Saved &saved) { Q_EMIT notice(tr("Saved"), saved.action); });
    connect(m_fields, &RecordFields::failed, this, &RecordPane::failed);
    m_timeline = new TimelineView(m_records, m_ref);
    m_tabs->addTab(m_timeline, tr("Timeline"));
    connect(m_timeline, &TimelineView::openRequested, this, [this](const RecordRef &ref) { Q_EMIT openRequested(ref, {}); });
    connect(m_timeline, &TimelineView::made, this, [this](const Saved &saved, const QString &text) { Q_EMIT notice(text, saved.action); });
    connect(m_timeline, &TimelineView::failed, this, &RecordPane::failed);
    m_history = new HistoryView(m_records, m_ref);
    m_tabs->addTab(m_history, tr("History"));
    connect(m_history, &HistoryView::made, this, [this](const Saved &saved, const QString &text) { Q_EMIT notice(text, saved.action); });
    connect(m_history, &HistoryView::failed, this, &RecordPane::failed);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RecordPane::reloadShown);
    if (m_ref.entity == model::ids::Document && m_records.attachments())
        addAttachments();
    m_relations = relationsOf(m_records, m_ref.entity);
    for (const Relation &relation : std::as_const(m_relations)) {
        storage::Query query;
        query.entity = relation.entity->id;
        query.filter = relation.filter(m_ref);
        const Result<qint64> count = m_records.count(query);
        if (relation.isMain || holdsFiles(relation) || (count.ok() && *count > 0))
            addRelationTab(relation, count.ok() ? *count : 0);
    }
    buildMore();
}

void RecordPane::buildMore()
{
    m_more = new QToolButton;
    m_more->setObjectName(QStringLiteral("tabCorner"));
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Further kinds of records that can belong to this one"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_tabs->setCornerWidget(m_more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Relation &relation : std::as_const(m_relations))
            if (tabOf(relation.entity->id) < 0)
                connect(menu->addAction(QIcon::fromTheme(relation.entity->icon), entityPlural(*relation.entity)),
                        &QAction::triggered, this, [this, id = relation.entity->id] { openRelation(id); });
        if (menu->isEmpty())
            menu->addAction(tr("All are shown"))->setEnabled(false);
    });
}

bool RecordPane::holdsFiles(const Relation &relation) const
{
    return relation.entity->id == model::ids::Document && m_records.attachments() && m_ref.entity != model::ids::Document;
}

void RecordPane::addAttachments()
{
    auto *view = new AttachmentsView(m_records, m_ref);
    if (m_ref.entity != model::ids::Document)
        view->setProperty(EntityProperty, model::ids::Document);
    const int tab = m_tabs->addTab(view, m_ref.entity == model::ids::Document ? tr("File") : tr("Attachments"));
    // Beside the timeline: they are looked for there.
    m_tabs->tabBar()->moveTab(tab, std::min(2, tab));
    connect(view, &AttachmentsView::openRequested, this, &RecordPane::openRequested);
    connect(view, &AttachmentsView::notice, this, &RecordPane::notice);
    connect(view, &AttachmentsView::failed, this, &RecordPane::failed);
    setAcceptDrops(true);
}

AttachmentsView *RecordPane::attachments() const
{
    return m_tabs ? m_tabs->findChild<AttachmentsView *>() : nullptr;
}

AttachmentsView *RecordPane::openAttachments()
{
    AttachmentsView *view = attachments();
    if (view)
        m_tabs->setCurrentWidget(view);
    return view;
}

void RecordPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (const AttachmentsView *view = attachments(); view && view->canTake(*event->mimeData()))
        event->acceptProposedAction();
}

void RecordPane::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (AttachmentsView *view = openAttachments())
        view->takeData(*event->mimeData());
}

QString RecordPane::tabText(const model::Entity &entity, qint64 count) const
{
    const QString label = entity.id == model::ids::Document && attachments() && m_ref.entity != entity.id ? tr("Attachments") : entityPlural(entity);
    return count > 0 ? tr("%1 (%2)").arg(label, QLocale().toString(count)) : label;
}

void RecordPane::addRelationTab(const Relation &relation, qint64 count)
{
    if (holdsFiles(relation)) {
        addAttachments();
        return m_tabs->setTabText(tabOf(relation.entity->id), tabText(*relation.entity, count));
    }
    auto *list = new RecordListView(m_records, relation.entity->id, RecordListView::Place::Embedded);
    list->setBase(relation.filter(m_ref), relation.preset(m_ref));
    list->setProperty(EntityProperty, relation.entity->id);
    m_tabs->addTab(list, tabText(*relation.entity, count));
    connect(list, &RecordListView::openRequested, this, &RecordPane::openRequested);
    connect(list, &RecordListView::createRequested, this, &RecordPane::createRequested);
    connect(list, &RecordListView::notice, this, &RecordPane::notice);
    connect(list, &RecordListView::failed, this, &RecordPane::failed);
}

int RecordPane::tabOf(EntityId entity) const
{
    for (int tab = 0; m_tabs && tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->property(EntityProperty).toInt() == entity)
            return tab;
    return -1;
}

RecordListView *RecordPane::openRelation(EntityId entity)
{
    if (!m_tabs)
        return nullptr;
    for (const Relation &relation : std::as_const(m_relations))
        if (relation.entity->id == entity && tabOf(entity) < 0)
            addRelationTab(relation, 0);
    const int tab = tabOf(entity);
    if (tab < 0)
        return nullptr;
    m_tabs->setCurrentIndex(tab);
    return qobject_cast<RecordListView *>(m_tabs->widget(tab));
}

void RecordPane::showCounts()
{
    for (const Relation &relation : std::as_const(m_relations)) {
        storage::Query query;
        query.entity = relation.entity->id;
        query.filter = relation.filter(m_ref);
        const Result<qint64> count = m_records.count(query);
        const int tab = tabOf(relation.entity->id);
        if (!count.ok() || (tab < 0 && *count == 0))
            continue;
        if (tab < 0)
            addRelationTab(relation, *count);
        else
            m_tabs->setTabText(tab, tabText(*relation.entity, *count));
    }
}

void RecordPane::show(const RecordRef &ref, const QList<RecordRef> &around)
{
    const EntityId shown = m_tabs && m_tabs->currentWidget() ? EntityId(m_tabs->currentWidget()->property(EntityProperty).toInt()) : 0;
    const bool timed = m_tabs && m_tabs->currentWidget() == m_timeline;
    m_ref = ref;
    m_around = around;
    build();
    if (shown != 0 && tabOf(shown) >= 0)
        m_tabs->setCurrentIndex(tabOf(shown));
    else if (timed && m_tabs)
        m_tabs->setCurrentWidget(m_timeline);
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
    if (changed.isEmpty() || changed.contains(m_ref) || names(changed)) {
        const Result<model::Record> loaded = m_records.load(m_ref);
        if (loaded.ok() != m_record.isValid()) {
            build();
            Q_EMIT titleChanged();
            return;
        }
        if (loaded.ok()) {
            m_record = *loaded;
            m_header->setRecord(m_record);
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
