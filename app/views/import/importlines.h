// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablereader.h"
#include "app/views/import/importalike.h"
#include "app/views/import/importnames.h"
#include "app/views/import/seenmarks.h"
#include "app/widgets/preset.h"
#include "app/widgets/sheetrow.h"

#include <QHash>

namespace guanxi::app {

/// What becomes of a line whose record is there already. Numbers are permanent: imports keep them.
enum class TwinChoice : quint8 { Skip = 0, Fill = 1, Overwrite = 2, AddAnyway = 3 };

/// How a table is to be read.
struct ImportPlan {
    int sheet = 0;
    bool hasHeads = true;
    Preset preset;              ///< of new records
    QList<const model::Field *> fields; ///< of each column; nullptr: it is left out
    qsizetype idColumn = -1;    ///< the column that says which record a line is; -1: none
    TwinChoice twins = TwinChoice::Skip;
    QHash<qint64, TwinChoice> choices;  ///< by line, where it differs
};

/// A line of a table, and what the import would make of it.
struct ImportLine {
    enum class Verdict : quint8 { New, Changed, Unchanged, Skipped, Faulty };

    qint64 line = 0;
    QStringList texts;             ///< as they stand in the file
    Verdict verdict = Verdict::New;
    SheetRow sheet;
    model::Record before;          ///< the record that is there; not valid: none
    const model::Field *key = nullptr; ///< the field by which it was known again; nullptr: it is said which one it is
    rules::Likening likening = {};     ///< it was not known again, but is like the one that is there
    qint64 sameAsLine = 0;         ///< a line above that is the same thing; 0: none
};

/// Goes through a table line by line and says what each would do; nothing is changed by it. Checking and importing read the
/// table in the same way, so that what was shown is what happens.
class ImportLines
{
public:
    ImportLines(const Records &records, const model::Entity &entity, TableReader &reader, const ImportPlan &plan);

    /// Learns by what some more of the records that are there can be known again; true when they all are. Before begin().
    Result<bool> prepare();
    /// From the top; FileUnreadable as the reader.
    Result<void> begin();
    /// None at the end.
    Result<std::optional<ImportLine>> next();
    /// Lines tell it what their records are called; nullptr: nobody asks.
    void teach(ImportNames *names) { m_taught = names; }
    /// It knows names of records that are not there yet.
    void ask(const ImportNames &names);
    /// What has been decided since; which column is what stays.
    void setPlan(const ImportPlan &plan) { m_plan = plan; }
    /// What it comes to by what is decided now; what it was known by stays.
    void judge(ImportLine &row);
    /// Of the next lines some records that are to be saved; none at the end.
    Result<std::optional<BulkSource::Piece>> records();
    double done() const { return m_reader.done(); }

    /// Fields by whose values a record is known again: what the table calls a telephone may stand there as a mobile. None where the
    /// table has none of them.
    static QList<const model::Field *> keysOf(const model::Entity &entity, const QList<const model::Field *> &fields);

private:
    using Mark = std::pair<quint64, const model::Field *>;

    /// By what the record is known again, a number that nobody else has first.
    QList<Mark> marksOf(const model::Record &record) const;
    SheetRow readNew(const ImportLine &row);
    void recognise(ImportLine &row);
    /// By its own id, which counts alone: records may have the same names and numbers.
    bool isNamed(ImportLine &row);
    std::optional<model::Record> known(quint64 mark) const;

    const Records &m_records;
    const model::Entity &m_entity;
    TableReader &m_reader;
    ImportPlan m_plan;
    SheetRows m_rows;
    QList<const model::Field *> m_keys;
    ImportAlike m_alike;
    std::vector<std::pair<quint64, Uuid>> m_known; ///< by marks of records that are there; in order once all are known
    ImportNames *m_taught = nullptr;
    qint64 m_learnt = 0;           ///< the row up to which they are known
    SeenMarks m_seen;              ///< by mark: the line where it came first
};

} // namespace guanxi::app
