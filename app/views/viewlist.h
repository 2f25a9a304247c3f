// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"
#include "app/views/view.h"
#include "common/model/catalogue.h"

#include <memory>
#include <vector>

namespace guanxi::app {

using ViewList = std::vector<std::unique_ptr<ViewFactory>>;

/// The one explicit list of views, in the order of the View menu: those made by hand, and the generic list for every
/// other entity that has a workspace. No view registers itself.
ViewList allViews(const model::Catalogue &catalogue);

/// The same for commands and tabs, in the order of the menus.
RecordExtras allExtras();

} // namespace guanxi::app
