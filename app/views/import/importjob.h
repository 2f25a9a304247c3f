// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importresult.h"

namespace guanxi::app {

/// A sheet of the file, and what came of it.
struct ImportedSheet {
    const model::Entity *entity;
    QStringList heads;
    ImportPlan plan;
    ImportCounts counts;
};
/// The record that an import leaves in the list of imports: which file went into what, by which columns, and what came of it. It is
/// saved by the same action as the lines, and so taken back with them. None where the user may not make one. The first sheet holds the records that those of the others belong to.
std::optional<model::Record> importJob(const Records &records, const QString &path, const QString &format, const QList<ImportedSheet> &sheets);

} // namespace guanxi::app
