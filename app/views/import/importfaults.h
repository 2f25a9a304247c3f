// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/csvwriter.h"
#include "app/views/import/importlines.h"

namespace guanxi::app {

/// The lines with errors as a table, each with what is wrong behind it, to be mended and imported again. Only finish() puts the file
/// in its place.
class ImportFaults
{
public:
    ImportFaults(const QString &path, const model::Entity &entity, const QStringList &heads);

    /// DiskFull, FolderUnwritable.
    Result<void> begin();
    /// Writes it when there is something wrong with it.
    Result<void> add(const ImportLine &row);
    Result<void> finish();

private:
    QString faultsOf(const ImportLine &row) const;

    const model::Entity &m_entity;
    QStringList m_heads;
    CsvWriter m_writer;
};

} // namespace guanxi::app
