// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importresult.h"

namespace guanxi::app {

/// The record that an import leaves in the list of imports: which file went into what, by which columns, and what came of it. It is
/// saved by the same action as the lines, and so taken back with them. None where the user may not make one.
std::optional<model::Record> importJob(const Records &records, const model::Entity &entity, const QString &path, const QString &format,
                                       const QStringList &heads, const ImportPlan &plan, const ImportCounts &counts);

} // namespace guanxi::app
