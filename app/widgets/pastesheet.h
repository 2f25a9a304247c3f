// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/preset.h"

namespace guanxi::app {

/// What was copied in a spreadsheet, read as records of one entity and checked, before anything is taken.
class PasteSheet
{
public:
    struct Cell {
        QString text;
        std::optional<Error> fault;
    };
    struct Row {
        model::Record record; ///< as it would be saved
        QList<Cell> cells;    ///< in the order of fields()
        QList<Error> faults;  ///< of fields that were not pasted: a required one that is missing
        bool isGood() const;
    };
    struct Target {
        QList<model::FieldId> columns; ///< of the list, as shown
        QList<model::Record> over;     ///< rows to write over; empty: new records
        int first = 0;                 ///< the column under the cursor, where writing over begins
        Preset preset;                 ///< of new records
    };

    PasteSheet(Records &records, const model::Entity &entity) : m_records(records), m_entity(entity) {}

    /// Rows and cells of tab separated text, with quoted cells as spreadsheets write them.
    static QList<QStringList> split(const QString &text);
    /// A first row that holds only names of fields says which columns these are.
    void read(const QString &text, const Target &target);

    const QList<const model::Field *> &fields() const { return m_fields; }
    const QList<Row> &rows() const { return m_rows; }
    bool hasHeading() const { return m_heading; }
    int goodRows() const;
    /// Saves the rows without a fault as one action.
    Result<Saved> take() const;

private:
    const model::Field *fieldNamed(const QString &text) const;
    bool readHeading(const QStringList &cells);
    Row readRow(const QStringList &cells, model::Record record, class FieldParse &parse) const;
    /// The sheet, or where it is pasted, says whose the record is.
    bool isOwnerChosen(const QStringList &cells, const Preset &preset) const;
    void check(Row &row) const;

    Records &m_records;
    const model::Entity &m_entity;
    QList<const model::Field *> m_fields; ///< nullptr: a column of the sheet that no field takes
    QList<Row> m_rows;
    bool m_heading = false;
};

} // namespace guanxi::app
