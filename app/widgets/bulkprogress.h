// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

class QWidget;

namespace guanxi::app {

/// Records::saveMany() with a progress window that comes up only when it takes long, with a cancel that cancels. `done` is told
/// a null action when nothing was saved.
void saveWithProgress(QWidget *parent, Records &records, const BulkChange &work, std::function<void(Result<Saved>)> done);

} // namespace guanxi::app
