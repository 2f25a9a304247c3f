// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/export/exportsheet.h"
#include "app/widgets/relations.h"
#include "common/base/worker.h"

#include <QObject>

namespace guanxi::app {

/// An export under way: records are read in short steps, between which the GUI goes on, and written by a thread. Few lines are in
/// memory at a time, however many there are. Records that the right to export does not reach are left out and counted.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    struct Counts {
        qint64 records = 0;
        qint64 related = 0;
        qint64 leftOut = 0; ///< may be seen, but not exported
    };

    ExportRun(Records &records, const ExportPlan &plan, QObject *parent = nullptr);

    void start();
    /// Ends soon; what stood at the path before stays.
    void cancel() { m_cancelled = true; }
    const Counts &counts() const { return m_counts; }
    const ExportPlan &plan() const { return m_plan; }

    /// Relations that may be exported along with records of that entity.
    static QList<Relation> relationsOf(const Records &records, model::EntityId entity);

Q_SIGNALS:
    void progressed(qint64 done);
    /// False: it was called off.
    void finished(const guanxi::Result<bool> &whole);

private:
    struct Line {
        int sheet;
        QList<TableCell> cells;
    };
    /// Related records of one kind that are still to be read.
    struct Task {
        qsizetype relation;
        model::RecordRef parent;
    };
    bool mayRead() const { return !m_isFull && !m_isSearching && !m_isEnding; }
    bool isAllRead() const { return m_at >= m_plan.size() && m_many.empty() && m_tasks.isEmpty(); }
    void readSome();
    Result<void> readNext();
    Result<void> readMain();
    Result<void> readRelated();
    Result<void> readManyRelated();
    void add(int sheet, const model::Record &record);
    void handOver();
    void write(const std::function<Result<void>(TableWriter &)> &piece, const std::function<void()> &then);
    Departure departure() const;
    void end(const Result<bool> &whole);

    Records &m_records;
    ExportPlan m_plan;
    QList<Relation> m_relations;
    std::vector<ExportSheet> m_sheets;
    Counts m_counts;
    qint64 m_at = 0;
    QList<Task> m_tasks;
    Records::Rows m_many;   ///< of a task with more records than are read at once
    size_t m_manyAt = 0;
    QList<Line> m_lines;    ///< read and not handed over
    bool m_isFull = false;  ///< until the thread has written some
    bool m_isSearching = false;
    bool m_isEnding = false;
    bool m_cancelled = false;
    bool m_ended = false;
    std::shared_ptr<TableWriter> m_file;
    Worker m_writer{QStringLiteral("export")}; ///< the last: it waits for what is being written
};

} // namespace guanxi::app
