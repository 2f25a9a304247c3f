// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/tables/tablewriter.h"

namespace guanxi::app {

/// Which fields become columns.
enum class ExportFields : quint8 {
    Shown,    ///< as the list shows them
    All,      ///< whatever the user may see
    Reimport, ///< what an import takes, under heads that it knows again, with the id of each record
};

/// What is exported, and how.
struct ExportPlan {
    model::EntityId entity = 0;
    QList<model::RecordRef> chosen; ///< none: `rows`
    Records::Rows rows;
    ExportFields fields = ExportFields::Shown;
    QList<model::FieldId> shown;    ///< columns of the list, in their order; none: those that lists begin with
    QList<model::EntityId> relations; ///< whose records are exported along with those they belong to
    TableFormat format = TableFormat::Xlsx;
    QByteArray encoding;            ///< of a CSV, by its name in ICU; empty: UTF-8
    QString path;
    QString filter{};               ///< of the list, in words

    qint64 size() const { return chosen.isEmpty() ? qint64(rows.size()) : qint64(chosen.size()); }
};

} // namespace guanxi::app
