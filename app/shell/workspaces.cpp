// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspaces.h"

#include <QCoreApplication>

namespace guanxi::app {

using model::Workspace;

namespace {

class Labels
{
    Q_DECLARE_TR_FUNCTIONS(Workspaces)

public:
    static QList<WorkspaceInfo> all()
    {
        using namespace Qt::StringLiterals;
        return {{Workspace::None, tr("Home"), u"go-home"_s, u"home"_s},
                {Workspace::Customers, tr("Customers"), u"system-users"_s, u"customers"_s},
                {Workspace::Opportunities, tr("Opportunities"), u"flag"_s, u"opportunities"_s},
                {Workspace::Sales, tr("Sales"), u"view-financial-list"_s, u"sales"_s},
                {Workspace::Service, tr("Service"), u"dialog-messages"_s, u"service"_s},
                {Workspace::Warehouse, tr("Warehouse"), u"package"_s, u"warehouse"_s},
                {Workspace::Marketing, tr("Marketing"), u"news-subscribe"_s, u"marketing"_s},
                {Workspace::Work, tr("Work"), u"view-calendar-tasks"_s, u"work"_s},
                {Workspace::Reports, tr("Reports"), u"office-chart-bar"_s, u"reports"_s},
                {Workspace::Administration, tr("Administration"), u"configure"_s, u"administration"_s}};
    }
};

} // namespace

QList<WorkspaceInfo> allWorkspaces() { return Labels::all(); }

WorkspaceInfo workspaceInfo(Workspace id)
{
    for (const WorkspaceInfo &info : Labels::all())
        if (info.id == id)
            return info;
    return {};
}

} // namespace guanxi::app
