// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/queryreader.h"

#include "common/model/catalogue.h"

#include <QPointer>

namespace guanxi::app {

using namespace storage;

/// Lives in the reader's thread; opens its connection there, since a connection belongs to one thread.
class QueryReader::Worker : public QObject
{
public:
    Worker(QString path, QByteArray key) : m_path(std::move(path)), m_key(std::move(key)) {}

    Result<Rows> run(const Query &query)
    {
        if (!m_database)
            GUANXI_TRY(open());
        return QueryRunner(*m_database, m_catalogue, StoreKind::Cache).rids(query);
    }

private:
    Result<void> open()
    {
        DatabaseOptions options;
        options.place = m_path;
        options.key = m_key;
        options.readOnly = true;
        Result<std::unique_ptr<Database>> database = Database::open(options);
        if (!database)
            return database.error();
        m_database = std::move(*database);
        model::declareAll(m_catalogue);
        return {};
    }

    QString m_path;
    QByteArray m_key;
    model::Catalogue m_catalogue;
    std::unique_ptr<Database> m_database;
};

QueryReader::QueryReader(const QString &path, const QByteArray &key, QObject *parent)
    : QObject(parent), m_worker(new Worker(path, key))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

QueryReader::QueryReader(Database &database, const model::Catalogue &catalogue, QObject *parent)
    : QObject(parent), m_database(&database), m_catalogue(&catalogue)
{}

QueryReader::~QueryReader()
{
    m_thread.quit();
    m_thread.wait();
}

void QueryReader::find(const Query &query, QObject *context, Done done)
{
    if (!m_worker)
        return done(QueryRunner(*m_database, *m_catalogue, StoreKind::Cache).rids(query));
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, query, guard = QPointer<QObject>(context), self = QPointer<QueryReader>(this), done = std::move(done)]() mutable {
        auto rows = std::make_shared<Result<Rows>>(worker->run(query));
        if (!self)
            return;
        // Back to the asking thread first: only there may the guard be looked at.
        QMetaObject::invokeMethod(self.data(), [rows, guard, done = std::move(done)] {
            if (guard)
                done(std::move(*rows));
        });
    });
}

} // namespace guanxi::app
