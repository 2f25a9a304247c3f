// SPDX-License-Identifier: GPL-3.0-or-later
// Layout, records and what views ask for; menus, palette and dialogs are in mainwindowcommands.cpp.
#include "app/shell/mainwindowcontroller.h"

#include "app/data/drafts.h"
#include "app/data/merged.h"
#include "app/shell/actions.h"
#include "app/shell/commandpalette.h"
#include "app/shell/docks.h"
#include "app/shell/followups.h"
#include "app/shell/helppane.h"
#include "app/shell/language.h"
#include "app/shell/mainwindow.h"
#include "app/shell/noticebar.h"
#include "app/shell/rail.h"
#include "app/shell/statusline.h"
#include "app/shell/theme.h"
#include "app/shell/workspaces.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordpane.h"

#include <QDockWidget>
#include <QLocale>

namespace guanxi::app {

using model::RecordRef;
using model::Workspace;

namespace {

/// More tabs than this at first do not help anybody; the others are in the View menu.
constexpr int DefaultTabs = 7;
constexpr qsizetype RecentRecords = 12;
/// Taking back so much is seen to take time.
constexpr qsizetype ManyRecords = 1000;
constexpr auto HelpDock = "shell.help";

} // namespace

MainWindowController::MainWindowController(const ShellParts &parts, Language &language, Theme &theme, ViewList views,
                                           MainWindow &window)
    : m_parts(parts), m_language(language), m_theme(theme), m_views(std::move(views)), m_window(window), m_store(parts.outbox),
      m_entries(parts.records), m_palette(new CommandPalette(m_entries, &window))
{
    addDocks();
    connectActions();
    connectRecords();
    m_window.statusLine().addWidget(new FollowUpButton(*this, m_parts.clock));
}

MainWindowController::~MainWindowController() = default;

void MainWindowController::connectRecords()
{
    connect(&m_parts.records, &Records::rightsChanged, this, [this] {
        updateRail();
        for (const auto &view : m_views)
            if (!maySee(*view))
                m_window.docks().close(view->id());
    });
    connect(&m_parts.status, &SyncStatus::changed, this, &MainWindowController::updateBadges);
    connect(&m_window, &MainWindow::languageChanged, this, &MainWindowController::retranslate);
    connect(&m_window, &MainWindow::closing, this, &MainWindowController::remember);
    connect(&m_window.rail(), &Rail::chosen, this, &MainWindowController::switchTo);
    connect(&m_window.notices(), &NoticeBar::undoRequested, this, &MainWindowController::undo);
    connect(&m_window.docks(), &Docks::closed, this, &MainWindowController::forgetRecord);
    connect(m_palette, &CommandPalette::recordChosen, this, [this](const RecordRef &ref) { openRecord(ref); });
}

void MainWindowController::addDocks()
{
    for (const auto &view : m_views)
        m_window.docks().add(view->id(), view->title(), view->icon(), [this, factory = view.get()](QWidget *parent) {
            QWidget *widget = factory->createWidget(*this, parent);
            if (const QJsonObject state = m_store.viewState(factory->id()); !state.isEmpty())
                factory->restoreState(widget, state);
            return widget;
        });
    m_window.docks().add(QString::fromLatin1(HelpDock), tr("Help"), QStringLiteral("help-contents"), [this](QWidget *parent) {
        m_help = new HelpPane(parent);
        m_help->showPage(workspaceInfo(m_workspace).code);
        return m_help;
    });
}

void MainWindowController::start()
{
    if (const QByteArray geometry = m_store.geometry(); !geometry.isEmpty())
        m_window.restoreGeometry(geometry);
    m_entries.setRecent(m_store.recent());
    updateRail();
    updateBadges();
    const QString last = m_store.text(QStringLiteral("workspace"));
    Workspace first = visibleWorkspaces().contains(Workspace::Customers) ? Workspace::Customers : Workspace::None;
    for (const WorkspaceInfo &info : allWorkspaces())
        if (info.code == last && visibleWorkspaces().contains(info.id))
            first = info.id;
    switchTo(first);
    resumeDrafts();
}

void MainWindowController::resumeDrafts()
{
    for (const Draft &draft : allDrafts(m_parts.drafts)) {
        const model::EntityId entity = draft.record.entity;
        if (!draft.isNew && m_parts.records.load(draft.record)) {
            openRecord(draft.record);
            if (auto *pane = qobject_cast<RecordPane *>(m_window.docks().content(dockId(draft.record))))
                pane->edit();
        } else if (draft.isNew && m_parts.records.catalogue().entity(entity) && m_parts.records.may(model::Action::Create, entity)) {
            showForm(new RecordFormDialog(m_parts.records, m_parts.drafts, entity, {}, draft.record.id, &m_window));
        }
    }
}

bool MainWindowController::maySee(const ViewFactory &view) const
{
    return view.entity() == 0 || m_parts.records.may(model::Action::View, view.entity());
}

QList<Workspace> MainWindowController::visibleWorkspaces() const
{
    QList<Workspace> visible;
    for (const WorkspaceInfo &info : allWorkspaces())
        for (const auto &view : m_views)
            if (view->workspace() == info.id && maySee(*view)) {
                visible.append(info.id);
                break;
            }
    return visible;
}

void MainWindowController::updateRail()
{
    m_window.rail().setWorkspaces(visibleWorkspaces());
    m_window.rail().setCurrent(m_workspace);
    showGlobalCommands();
    updateBadges();
}

void MainWindowController::updateBadges()
{
    m_window.rail().setBadge(Workspace::None, m_parts.status.conflicts() + m_parts.status.refused());
}

const ViewFactory *MainWindowController::factory(const QString &id) const
{
    for (const auto &view : m_views)
        if (view->id() == id)
            return view.get();
    return nullptr;
}

QStringList MainWindowController::defaultViews(Workspace workspace) const
{
    QStringList ids;
    for (const auto &view : m_views)
        if (view->workspace() == workspace && view->opensAtFirst() && maySee(*view)) {
            if (view->isMain())
                ids.prepend(view->id());
            else
                ids.append(view->id());
        }
    return ids.mid(0, DefaultTabs);
}

void MainWindowController::switchTo(Workspace workspace)
{
    if (m_started && workspace == m_workspace)
        return m_window.rail().setCurrent(workspace);
    if (m_started)
        remember();
    m_started = true;
    m_workspace = workspace;
    m_window.rail().setCurrent(workspace);
    m_window.setUpdatesEnabled(false);
    const QStringList views = defaultViews(workspace);
    const WorkspaceLayout layout = m_store.layout(workspaceInfo(workspace).code);
    for (const RecordRef &ref : layout.records)
        if (m_parts.records.load(ref))
            ensureRecordDock(ref, {});
    if (layout.isEmpty() || !m_window.docks().restore(layout.docks))
        m_window.docks().arrange(views, views.value(0));
    // Rights may have shrunk since the layout was saved, and what is gone must not leave an empty window.
    for (const auto &view : m_views)
        if (!maySee(*view))
            m_window.docks().close(view->id());
    if (m_window.docks().open().isEmpty() && !views.isEmpty())
        m_window.docks().arrange(views, views.value(0));
    m_window.setUpdatesEnabled(true);
}

void MainWindowController::remember()
{
    if (!m_started)
        return;
    m_store.setLayout(workspaceInfo(m_workspace).code, {m_window.docks().save(), openRecords()});
    m_store.setGeometry(m_window.saveGeometry());
    m_store.setText(QStringLiteral("workspace"), workspaceInfo(m_workspace).code);
    for (const auto &view : m_views)
        if (const QWidget *widget = m_window.docks().content(view->id()))
            m_store.setViewState(view->id(), view->saveState(widget));
}

void MainWindowController::resetLayout()
{
    const QStringList views = defaultViews(m_workspace);
    m_store.setLayout(workspaceInfo(m_workspace).code, {});
    m_window.docks().arrange(views, views.value(0));
}

QString MainWindowController::dockId(const RecordRef &ref)
{
    return QStringLiteral("record.%1.%2").arg(ref.entity).arg(ref.id.text());
}

void MainWindowController::ensureRecordDock(const RecordRef &ref, const QList<RecordRef> &list)
{
    const QString id = dockId(ref);
    if (m_window.docks().contains(id))
        return;
    const model::Entity &entity = m_parts.records.catalogue().at(ref.entity);
    m_recordDocks.insert(id, ref);
    const QString title = m_parts.records.title(ref);
    m_window.docks().add(id, title.isEmpty() ? entityLabel(entity) : title, entity.icon, [this, id, ref, list](QWidget *parent) {
        auto *pane = new RecordPane(m_parts.records, m_parts.drafts, ref, list, parent);
        linkToContext(*pane, *this);
        connect(pane, &RecordPane::titleChanged, this, [this, id, pane] {
            m_window.docks().setTitle(id, pane->title());
            m_recordDocks.insert(id, pane->ref());
            addRecent(pane->ref());
        });
        return pane;
    });
}

void MainWindowController::openRecord(const RecordRef &named, const QList<RecordRef> &list)
{
    const RecordRef ref = keptOf(m_parts.records, named);
    if (const Result<model::Record> record = m_parts.records.load(ref); !record)
        return showError(record.error());
    ensureRecordDock(ref, list);
    m_window.docks().show(dockId(ref));
    if (auto *pane = qobject_cast<RecordPane *>(m_window.docks().content(dockId(ref)))) {
        // The tab may have been walked on to another record since it was opened.
        if (pane->ref() != ref || !list.isEmpty())
            pane->show(ref, list);
        pane->focusDetails();
    }
    addRecent(ref);
}

QList<RecordRef> MainWindowController::openRecords() const
{
    QList<RecordRef> refs;
    for (const QString &id : m_window.docks().open())
        if (m_recordDocks.contains(id) && dockId(m_recordDocks.value(id)) == id)
            refs.append(m_recordDocks.value(id));
    return refs;
}

void MainWindowController::forgetRecord(const QString &dock)
{
    // Hidden by a change of workspace is not closed: only what was open in the present one goes.
    if (m_recordDocks.contains(dock) && m_window.isVisible() && !m_window.docks().isOpen(dock)) {
        m_recordDocks.remove(dock);
        m_window.docks().remove(dock);
    }
}

void MainWindowController::addRecent(const RecordRef &ref)
{
    QList<RecordRef> recent = m_store.recent();
    recent.removeAll(ref);
    recent.prepend(ref);
    recent = recent.mid(0, RecentRecords);
    m_store.setRecent(recent);
    m_entries.setRecent(recent);
}

void MainWindowController::createRecord(model::EntityId entity, const Preset &preset)
{
    showForm(new RecordFormDialog(m_parts.records, m_parts.drafts, entity, preset, {}, &m_window));
}

void MainWindowController::showForm(RecordFormDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog->form(), &RecordForm::saved, this, [this](const RecordRef &ref, const Saved &saved) {
        notify(tr("%1 saved").arg(m_parts.records.title(ref)), saved.action);
        addRecent(ref);
    });
    connect(dialog->form(), &RecordForm::failed, this, &MainWindowController::showError);
    connect(dialog->form(), &RecordForm::openRequested, this, [this](const RecordRef &ref) { openRecord(ref); });
    connect(dialog->form(), &RecordForm::useRequested, this, [this](const RecordRef &ref) { openRecord(ref); });
    dialog->show();
}

void MainWindowController::notify(const QString &text, const Uuid &undo) { m_window.notices().say(text, undo); }

void MainWindowController::showError(const Error &error) { m_window.notices().say(errorText(error)); }

void MainWindowController::openView(const QString &id)
{
    const ViewFactory *view = factory(id);
    if (!view || !maySee(*view))
        return;
    switchTo(view->workspace());
    m_window.docks().show(id);
}

void MainWindowController::undo(const Uuid &action)
{
    if (action.isNull())
        return notify(tr("There is nothing to take back"));
    const auto progress = [this](qsizetype records) {
        if (records >= ManyRecords)
            notify(tr("Taking back… %1 records").arg(QLocale().toString(qint64(records))));
        return true;
    };
    m_parts.records.undoMany(action, this, progress, [this](const Result<Saved> &undone) {
        if (undone)
            notify(tr("Taken back"));
        else
            showError(undone.error());
    });
}

void MainWindowController::retranslate()
{
    for (const auto &view : m_views)
        m_window.docks().setTitle(view->id(), view->title());
    m_window.docks().setTitle(QString::fromLatin1(HelpDock), tr("Help"));
    for (auto entry = m_recordDocks.begin(); entry != m_recordDocks.end(); ++entry)
        if (const QString title = m_parts.records.title(entry.value()); !title.isEmpty())
            m_window.docks().setTitle(entry.key(), title);
    fillPalette();
}

void MainWindowController::showHelp(const QString &page)
{
    m_window.docks().showAside(QString::fromLatin1(HelpDock));
    if (m_help)
        m_help->showPage(page);
}

} // namespace guanxi::app
