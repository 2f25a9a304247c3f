// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/taskqueue.h"
#include "common/storage/query.h"

#include <QObject>
#include <QThread>

namespace guanxi::app {

/// Runs queries over the cache on a thread of its own, with its own read-only connection, so that sorting a million
/// rows never holds up the GUI. An in-memory cache (tests, simulator) is read on the caller's thread instead.
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
    /// `done` runs on the thread of `context`, unless that is gone by then.
    void find(const storage::Query &query, QObject *context, Done done);
    using Figures = QList<storage::Aggregate>;
    void aggregate(const storage::Query &query, const QList<model::FieldId> &fields, QObject *context,
                   std::function<void(Result<Figures>)> done);

    void group(const storage::Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
               std::function<void(Result<QList<storage::Group>>)> done);

private:
    template <class T>
    void ask(std::function<Result<T>(storage::QueryRunner &)> question, QObject *context, std::function<void(Result<T>)> done);

    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< used in m_thread only
    TaskQueue m_questions;            ///< lives in m_thread
    TaskQueue m_answers;              ///< lives where the questions come from
    storage::Database *m_database = nullptr;
    const model::Catalogue *m_catalogue = nullptr;
};

} // namespace guanxi::app
