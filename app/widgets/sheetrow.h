// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldparse.h"
#include "app/widgets/preset.h"

namespace guanxi::app {

/// A row of a spreadsheet, read as a record.
struct SheetRow {
    struct Cell {
        QString text;
        std::optional<Error> fault;
    };
    model::Record record; ///< as it would be saved
    QList<Cell> cells;    ///< in the order of the fields
    QList<Error> faults;  ///< of fields that are not in the row: a required one that is missing

    bool isGood() const;
};

/// What a cell does to a field of a record that is there already.
enum class PutOver : quint8 {
    Everything,  ///< an empty cell empties it
    FilledCells, ///< an empty cell leaves it
    EmptyFields, ///< only what was empty is filled
};

/// "Name [name]": the head of a column that is known again whatever is said of the field in which language.
QString sheetHead(const QString &label, const QString &code);
/// What such a head has between its brackets; empty for others.
QString codeOfHead(const QString &head);
/// The code of the column that says which record a line is.
QString recordIdCode();

/// Reads rows of a spreadsheet as records of one entity and checks them as saving would, before anything is taken.
class SheetRows
{
public:
    SheetRows(const Records &records, const model::Entity &entity) : m_records(records), m_entity(entity), m_parse(records) {}

    /// Which field each column goes into; nullptr: a column that no field takes.
    void setFields(const QList<const model::Field *> &fields) { m_fields = fields; }
    const QList<const model::Field *> &fields() const { return m_fields; }
    /// Names of records that only the file knows; asked before those that are there. Null: it knows none of that name.
    using Named = std::function<Uuid(const model::Field &field, const QString &text)>;
    void setNamed(Named named) { m_named = std::move(named); }
    /// The fields that these names are of, in any order; empty when one of them is of no field.
    QList<const model::Field *> named(const QStringList &names) const;
    bool isWritable(const model::Field &field) const;
    /// Fields that columns may go into: those that may be filled, and those by which records are known again.
    QList<const model::Field *> takenFields() const;
    /// What the cells say, put over `record`.
    SheetRow read(const QStringList &cells, model::Record record, PutOver how = PutOver::Everything);
    /// The same for a new record, which is given to whom the rules name, unless the cells or the preset say whose it is.
    SheetRow readNew(const QStringList &cells, const Preset &preset, PutOver how = PutOver::Everything);

private:
    const model::Field *fieldNamed(const QString &text) const;
    SheetRow taken(const QStringList &cells, model::Record record, PutOver how);
    /// A line of a document takes from its product what no cell says.
    void completeLine(const QStringList &cells, model::Record &line) const;
    bool isOwnerChosen(const QStringList &cells, const Preset &preset) const;
    /// The cell says what stands there, though perhaps less of it: a time without seconds is no change.
    bool isSame(const model::Record &record, const model::Field &field, const QString &typed, const Result<model::Value> &value) const;
    void put(SheetRow &row, SheetRow::Cell &cell, const model::Field &field, PutOver how);
    void check(SheetRow &row) const;

    const Records &m_records;
    const model::Entity &m_entity;
    FieldParse m_parse;
    QList<const model::Field *> m_fields;
    Named m_named;
};

} // namespace guanxi::app
