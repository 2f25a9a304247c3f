// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

namespace guanxi::app {

/// A rail entry. Workspace::None is Home, which everybody has.
struct WorkspaceInfo {
    model::Workspace id = model::Workspace::None;
    QString label; ///< in the language of the moment
    QString icon;  ///< freedesktop name
    QString code;  ///< permanent: layouts, help pages
};

/// All of them, in the order of the rail.
QList<WorkspaceInfo> allWorkspaces();
WorkspaceInfo workspaceInfo(model::Workspace id);

} // namespace guanxi::app
