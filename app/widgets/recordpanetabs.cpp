// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of an open record: fields, timeline, history, those of subjects, files and related records.
#include "app/widgets/recordpane.h"

#include "app/data/attachments.h"
#include "app/widgets/attachmentsview.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/historyview.h"
#include "app/widgets/linesview.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordheader.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/timeline.h"
#include "common/model/catalogue/ids.h"

#include <QAction>
#include <QDropEvent>
#include <QLocale>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace guanxi::app {

using model::EntityId;
using model::RecordRef;

namespace {

/// What a tab shows, for finding it again with another record: an entity's number, or one of these.
const char *const TabProperty = "tab";
constexpr int TimelineTab = -1;
constexpr int HistoryTab = -2;
constexpr int FirstMadeTab = -10;

} // namespace

void RecordPane::buildTabs()
{
    m_fields = new RecordFields(m_records, m_record);
    m_tabs->addTab(m_fields, tr("Details"));
    connect(m_fields, &RecordFields::openRequested, this, [this](const RecordRef &ref) { Q_EMIT openRequested(ref, {}); });
    connect(m_fields, &RecordFields::saved, this, [this](const Saved &saved) { Q_EMIT notice(tr("Saved"), saved.action); });
    connect(m_fields, &RecordFields::failed, this, &RecordPane::failed);
    m_timeline = new TimelineView(m_records, m_ref);
    m_timeline->setProperty(TabProperty, TimelineTab);
    m_tabs->addTab(m_timeline, tr("Timeline"));
    connect(m_timeline, &TimelineView::openRequested, this, [this](const RecordRef &ref) { Q_EMIT openRequested(ref, {}); });
    connect(m_timeline, &TimelineView::made, this, [this](const Saved &saved, const QString &text) { Q_EMIT notice(text, saved.action); });
    connect(m_timeline, &TimelineView::failed, this, &RecordPane::failed);
    m_history = new HistoryView(m_records, m_ref);
    m_history->setPaperMemory(paperMemory(m_drafts, QStringLiteral("history")));
    m_history->setProperty(TabProperty, HistoryTab);
    m_tabs->addTab(m_history, tr("History"));
    connect(m_history, &HistoryView::made, this, [this](const Saved &saved, const QString &text) { Q_EMIT notice(text, saved.action); });
    connect(m_history, &HistoryView::failed, this, &RecordPane::failed);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RecordPane::reloadShown);
    if (m_ref.entity == model::ids::Document && m_records.attachments())
        addAttachments();
    for (qsizetype maker = 0; maker < m_makers.size(); ++maker)
        makeTab(maker);
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

void RecordPane::addCommand(QAction *command)
{
    command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(command);
    m_commands.append(command);
    if (m_header)
        m_header->setCommands(m_commands);
}

void RecordPane::addTab(TabMaker maker)
{
    m_makers.append(std::move(maker));
    if (m_tabs)
        makeTab(m_makers.size() - 1);
}

void RecordPane::makeTab(qsizetype maker)
{
    QWidget *tab = m_makers[maker](m_ref);
    if (!tab)
        return;
    tab->setProperty(TabProperty, FirstMadeTab - int(maker));
    m_tabs->insertTab(m_tabs->indexOf(m_history) + 1, tab, tab->windowTitle());
    connect(tab, &QWidget::windowTitleChanged, m_tabs, [this, tab](const QString &title) { m_tabs->setTabText(m_tabs->indexOf(tab), title); });
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
        view->setProperty(TabProperty, model::ids::Document);
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
    if (relation.entity->line && relation.entity->parent == m_ref.entity)
        return addLinesTab(*relation.entity, count);
    auto *list = new RecordListView(m_records, relation.entity->id, RecordListView::Place::Embedded);
    list->setBase(relation.filter(m_ref), relation.preset(m_ref));
    list->setProperty(TabProperty, relation.entity->id);
    m_tabs->addTab(list, tabText(*relation.entity, count));
    Q_EMIT relationShown(list);
    connect(list, &RecordListView::openRequested, this, &RecordPane::openRequested);
    connect(list, &RecordListView::createRequested, this, &RecordPane::createRequested);
    connect(list, &RecordListView::notice, this, &RecordPane::notice);
    connect(list, &RecordListView::failed, this, &RecordPane::failed);
}

void RecordPane::addLinesTab(const model::Entity &line, qint64 count)
{
    auto *view = new LinesView(m_records, m_ref, line);
    view->setProperty(TabProperty, line.id);
    // What the document is about stands first.
    m_tabs->insertTab(m_tabs->indexOf(m_fields) + 1, view, tabText(line, count));
    connect(view, &LinesView::openRequested, this, [this](const RecordRef &ref) { Q_EMIT openRequested(ref, {}); });
    connect(view, &LinesView::notice, this, &RecordPane::notice);
    connect(view, &LinesView::failed, this, &RecordPane::failed);
}

int RecordPane::tabOf(int kind) const
{
    for (int tab = 0; m_tabs && tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->property(TabProperty).toInt() == kind)
            return tab;
    return -1;
}

int RecordPane::shownTab() const
{
    return m_tabs && m_tabs->currentWidget() ? m_tabs->currentWidget()->property(TabProperty).toInt() : 0;
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

} // namespace guanxi::app
