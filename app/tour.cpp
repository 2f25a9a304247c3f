// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "app/shell/commandpalette.h"
#include "app/shell/docks.h"
#include "app/shell/language.h"
#include "app/shell/mainwindow.h"
#include "app/shell/mainwindowcontroller.h"
#include "app/shell/rail.h"
#include "app/shell/theme.h"
#include "app/widgets/historyview.h"
#include "app/widgets/pastdialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/ids.h"

#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QTimer>

namespace guanxi::app {

namespace {

constexpr int PollMs = 200;
constexpr int QuietPolls = 5 * 180; ///< three minutes
constexpr int SettleMs = 160;       ///< a list's answer and its painting

} // namespace

Tour::Tour(const Parts &parts, const QString &folder, std::function<bool()> isQuiet)
    : m_parts(parts), m_folder(folder), m_isQuiet(std::move(isQuiet))
{
    for (const bool dark : {false, true})
        for (const bool chinese : {true, false})
            for (const QSize &size : {QSize(1440, 900), QSize(1366, 768)})
                m_looks.append({dark, chinese, size});
}

QString Tour::nameOf(const Look &look)
{
    return QStringLiteral("%1-%2-%3x%4")
        .arg(look.dark ? QStringLiteral("dark") : QStringLiteral("light"), look.chinese ? QStringLiteral("zh") : QStringLiteral("en"))
        .arg(look.size.width())
        .arg(look.size.height());
}

bool Tour::setLook(const QString &name)
{
    m_looks.removeIf([&name](const Look &look) { return nameOf(look) != name; });
    return !m_looks.isEmpty();
}

void Tour::start()
{
    if (!m_isQuiet() && ++m_waited < QuietPolls)
        return QTimer::singleShot(PollMs, this, &Tour::start);
    m_complete = m_isQuiet() && m_folder.mkpath(QStringLiteral("."));
    plan();
    next();
}

void Tour::plan()
{
    for (const Look &look : std::as_const(m_looks))
        planLook(look);
}

void Tour::planLook(const Look &look)
{
    const QString folder = nameOf(look) + u'/';
    m_steps.push_back({{}, [this, look, folder] {
        m_complete = m_folder.mkpath(folder) && m_complete;
        m_parts.theme.use(look.dark ? Theme::Mode::Dark : Theme::Mode::Light);
        m_parts.language.use(look.chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
        m_parts.window.resize(look.size);
    }});
    // What the user keeps open is not part of the story.
    for (const model::Workspace workspace : m_parts.window.rail().workspaces())
        m_steps.push_back({{}, [this, workspace] {
            m_parts.controller.switchTo(workspace);
            m_parts.controller.resetLayout();
        }});
    for (const auto &view : m_parts.controller.views())
        m_steps.push_back({folder + view->id(), [this, id = view->id()] { m_parts.controller.openView(id); }});
    planList(folder);
    m_steps.push_back({{}, [this] { m_parts.controller.openView(QStringLiteral("customers.accounts")); }});
    m_steps.push_back({folder + QStringLiteral("record"), [this] { openChangedRecord(model::ids::Account); }});
    planHistory(folder);
    m_steps.push_back({{}, [this] { openChangedRecord(model::ids::Quote); }});
    m_steps.push_back({folder + QStringLiteral("lines"), [this] {
        for (RecordPane *pane : m_parts.window.findChildren<RecordPane *>())
            if (!pane->visibleRegion().isEmpty() && pane->ref().entity == model::ids::Quote)
                pane->openRelation(model::ids::QuoteLine);
    }});
    m_steps.push_back({{}, [this] { m_parts.window.docks().close(m_parts.window.docks().current()); }});
    m_steps.push_back({folder + QStringLiteral("palette"), [this] { m_parts.controller.palette().open(QStringLiteral("bj")); }});
    m_steps.push_back({folder + QStringLiteral("form"), [this] {
        m_parts.controller.palette().hide();
        m_parts.controller.createRecord(model::ids::Account);
    }});
    m_steps.push_back({{}, [this] {
        for (QDialog *dialog : m_parts.window.findChildren<QDialog *>())
            dialog->deleteLater();
        m_parts.window.docks().close(m_parts.window.docks().current());
    }});
}

void Tour::planHistory(const QString &folder)
{
    const auto history = [this]() -> HistoryView * {
        for (RecordPane *pane : m_parts.window.findChildren<RecordPane *>())
            if (!pane->visibleRegion().isEmpty() && pane->ref().entity == model::ids::Account && pane->history()) {
                pane->openHistory();
                return pane->history();
            }
        return nullptr;
    };
    m_steps.push_back({folder + QStringLiteral("history"), [history] { history(); }});
    m_steps.push_back({folder + QStringLiteral("past"), [history] {
        if (HistoryView *view = history())
            view->showPast();
    }});
    m_steps.push_back({{}, [this] {
        for (PastDialog *dialog : m_parts.window.findChildren<PastDialog *>())
            dialog->close();
    }});
}

void Tour::planList(const QString &folder)
{
    m_steps.push_back({{}, [this] { m_parts.controller.openView(QStringLiteral("list.opportunity")); }});
    const auto arrange = [this](bool board, bool groups) {
        RecordListView *list = shownList(model::ids::Opportunity);
        if (!list)
            return; // who may not see opportunities has no picture of them
        list->setBoardShown(board);
        list->setGroup(groups ? list->entity().machine.field : model::FieldId(0));
    };
    m_steps.push_back({folder + QStringLiteral("board"), [arrange] { arrange(true, false); }});
    m_steps.push_back({folder + QStringLiteral("groups"), [arrange] { arrange(false, true); }});
    m_steps.push_back({{}, [arrange] { arrange(false, false); }});
    const auto showBin = [this](bool shown) {
        if (RecordListView *list = shownList(model::ids::Opportunity))
            list->setBinShown(shown);
    };
    m_steps.push_back({folder + QStringLiteral("bin"), [showBin] { showBin(true); }});
    m_steps.push_back({{}, [showBin] { showBin(false); }});
}

RecordListView *Tour::shownList(model::EntityId entity) const
{
    for (RecordListView *list : m_parts.window.findChildren<RecordListView *>())
        if (!list->visibleRegion().isEmpty() && list->entity().id == entity)
            return list;
    return nullptr;
}

void Tour::openChangedRecord(model::EntityId entity)
{
    storage::Query query;
    query.entity = entity;
    query.sort = {{model::system::UpdatedAt, true}};
    query.limit = 1;
    if (const Result<QList<model::Record>> latest = m_parts.controller.records().findNow(query); latest && !latest->isEmpty())
        m_parts.controller.openRecord(latest->first().ref());
}

void Tour::next()
{
    if (m_steps.empty())
        return Q_EMIT finished(m_complete);
    const Step step = m_steps.front();
    m_steps.pop_front();
    step.run();
    QTimer::singleShot(SettleMs, this, [this, step] {
        if (!step.name.isEmpty())
            take(step.name);
        next();
    });
}

void Tour::take(const QString &name)
{
    // A dialog on top is what the picture is about.
    QWidget *shown = &m_parts.window;
    for (QDialog *dialog : m_parts.window.findChildren<QDialog *>())
        if (dialog->isVisible())
            shown = dialog;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!shown->grab().save(m_folder.filePath(name + QStringLiteral(".png"))))
        m_complete = false;
}

} // namespace guanxi::app
