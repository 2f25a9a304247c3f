// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/base/taskqueue.h"
#include "common/storage/query.h"

#include <QObject>

namespace guanxi::app {

/// Runs queries over the cache on threads of their own, with their own read-only connections, so that sorting a million
/// rows never holds up the GUI, and adding them up never holds up finding. An in-memory cache (tests, simulator) is read on
/// the caller's thread instead.
class QueryReader : public QObject
{
    Q_OBJECT

public:
    using Rows = std::vector<qint64>;
    using Done = std::function<void(Result<Rows>)>;

    /// For a cache file.
    QueryReader(const QString &path, const QByteArray &key, QObject *parent = nullptr);
    /// For a cache in memory.
    QueryReader(storage::Database &database, const model::Catalogue &catalogue, QObject *parent = nullptr);
    ~QueryReader() override;

    /// The catalogue grew by user-defined fields.
    void refresh();
    /// `done` runs on the thread of `context`, unless that is gone by then. Who asks again while his last question is not
    /// answered no longer wants it: it is stopped, and never answered.
    void find(const storage::Query &query, QObject *context, Done done);

    using Figures = QList<storage::Aggregate>;
    void aggregate(const storage::Query &query, const QList<model::FieldId> &fields, QObject *context,
                   std::function<void(Result<Figures>)> done);
    void group(const storage::Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
               std::function<void(Result<QList<storage::Group>>)> done);
    void tally(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums, QObject *context,
               std::function<void(Result<QList<storage::Tally>>)> done);

    /// As Records::look().
    void look(model::EntityId entity, qint64 after, std::function<void(const model::Record &)> look, QObject *context,
              std::function<void(Result<Records::Looked>)> done);
    /// What happened lately to all records, as HistoryStore::recent().
    void recent(const RecentQuestion &question, QObject *context, std::function<void(Result<RecentChanges>)> done);
    /// Records that may be the same as this one, for somebody with these rights. Who asks again no longer wants the answer before.
    void findAlike(const model::Record &record, const model::Rights &rights, QObject *context, std::function<void(Result<QList<AlikeRecord>>)> done);
    /// On a thread of its own, so that nothing else waits for it.
    void scan(model::EntityId entity, const model::Rights &rights, std::shared_ptr<ScanState> state, QObject *context,
              std::function<void(Result<QList<AlikePair>>)> done);

private:
    class Worker;
    enum class Asks { OnceOnly, Again };
    /// Asked of the connection, with the catalogue that belongs to it.
    template <class T> using Question = std::function<Result<T>(storage::Database &, const model::Catalogue &)>;
    template <class T>
    void ask(Worker *worker, Asks asks, Question<T> question, QObject *context, std::function<void(Result<T>)> done);

    TaskQueue m_answers; ///< lives where the questions come from; outlives the workers, who post to it
    std::unique_ptr<Worker> m_finding; ///< nothing over a cache in memory
    std::unique_ptr<Worker> m_figuring;
    std::unique_ptr<Worker> m_looking; ///< for what is typed
    std::unique_ptr<Worker> m_scanning;
    storage::Database *m_database = nullptr;
    const model::Catalogue *m_catalogue = nullptr;
};

} // namespace guanxi::app
