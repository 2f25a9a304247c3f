// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/preset.h"
#include "app/widgets/sheetrow.h"

namespace guanxi::app {

/// What was copied in a spreadsheet, read as records of one entity and checked, before anything is taken.
class PasteSheet
{
public:
    struct Target {
        QList<model::FieldId> columns; ///< of the list, as shown
        QList<model::Record> over;     ///< rows to write over; empty: new records
        int first = 0;                 ///< the column under the cursor, where writing over begins
        Preset preset;                 ///< of new records
    };

    PasteSheet(Records &records, const model::Entity &entity) : m_records(records), m_entity(entity), m_reader(records, entity) {}

    /// Rows and cells of tab separated text, with quoted cells as spreadsheets write them.
    static QList<QStringList> split(const QString &text);
    /// A first row that holds only names of fields says which columns these are.
    void read(const QString &text, const Target &target);

    const QList<const model::Field *> &fields() const { return m_reader.fields(); }
    const QList<SheetRow> &rows() const { return m_rows; }
    bool hasHeading() const { return m_heading; }
    int goodRows() const;
    /// Saves the rows without a fault as one action.
    Result<Saved> take() const;

private:
    QList<const model::Field *> fieldsFor(const QList<QStringList> &sheet, const Target &target) const;

    Records &m_records;
    const model::Entity &m_entity;
    SheetRows m_reader;
    QList<SheetRow> m_rows;
    bool m_heading = false;
};

} // namespace guanxi::app
