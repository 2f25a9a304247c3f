// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/export/exportrun.h"
#include "app/views/import/importlines.h"

#include <QTemporaryDir>

namespace guanxi::test {

/// All that is found of an entity, in a file of its own.
class ExportedFile
{
public:
    /// `plan` without rows and path.
    ExportedFile(app::Records &records, app::ExportPlan plan, const storage::Filter &filter = {});

    QString path() const { return m_path; }
    Result<bool> outcome = false;
    app::ExportRun::Counts counts;
    /// Of a sheet, the heads first.
    QList<QStringList> cells(int sheet = 0) const;
    /// What an import of the sheet would do, as the wizard proposes it.
    QList<app::ImportLine> imported(const app::Records &records, const model::Entity &entity, int sheet = 0) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace guanxi::test
