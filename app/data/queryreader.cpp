// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/queryreader.h"

#include "common/model/catalogue.h"
#include "common/storage/customfieldrows.h"

#include <QPointer>

namespace guanxi::app {

using namespace storage;

/// Opens its connection in the reader's thread, since a connection belongs to one thread.
class QueryReader::Worker
{
public:
    Worker(QString path, QByteArray key) : m_path(std::move(path)), m_key(std::move(key)) {}

    template <class T> Result<T> run(const std::function<Result<T>(QueryRunner &)> &question)
    {
        if (!m_database)
            GUANXI_TRY(open());
        QueryRunner runner(*m_database, *m_catalogue, StoreKind::Cache);
        return question(runner);
    }

    /// Opens anew at the next query.
    void close()
    {
        m_database.reset();
        m_catalogue.reset();
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
        m_catalogue = std::make_unique<model::Catalogue>();
        model::declareAll(*m_catalogue);
        RecordStore records(*m_database, *m_catalogue, StoreKind::Cache);
        const Result<bool> adopted = adoptCustomFields(records, *m_catalogue);
        return adopted ? Result<void>() : Result<void>(adopted.error());
    }

    QString m_path;
    QByteArray m_key;
    std::unique_ptr<model::Catalogue> m_catalogue;
    std::unique_ptr<Database> m_database;
};

QueryReader::QueryReader(const QString &path, const QByteArray &key, QObject *parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(path, key))
{
    m_questions.moveToThread(&m_thread);
    m_thread.start();
}

QueryReader::QueryReader(Database &database, const model::Catalogue &catalogue, QObject *parent)
    : QObject(parent), m_database(&database), m_catalogue(&catalogue)
{}

QueryReader::~QueryReader()
{
    if (m_worker)
        m_questions.finish([this] { m_worker->close(); });
    m_thread.quit();
    m_thread.wait();
}

void QueryReader::refresh()
{
    if (m_worker)
        m_questions.post([this] { m_worker->close(); });
}

template <class T>
void QueryReader::ask(std::function<Result<T>(QueryRunner &)> question, QObject *context, std::function<void(Result<T>)> done)
{
    if (!m_worker) {
        QueryRunner runner(*m_database, *m_catalogue, StoreKind::Cache);
        return done(question(runner));
    }
    m_questions.post([this, question = std::move(question), guard = QPointer<QObject>(context), done = std::move(done)] {
        auto answer = std::make_shared<Result<T>>(m_worker->run<T>(question));
        // Only on the asking thread may the guard be looked at.
        m_answers.post([answer, guard, done] {
            if (guard)
                done(std::move(*answer));
        });
    });
}

void QueryReader::find(const Query &query, QObject *context, Done done)
{
    ask<Rows>([query](QueryRunner &runner) { return runner.rids(query); }, context, std::move(done));
}

void QueryReader::aggregate(const Query &query, const QList<model::FieldId> &fields, QObject *context, std::function<void(Result<Figures>)> done)
{
    ask<Figures>([query, fields](QueryRunner &runner) { return runner.aggregate(query, fields); }, context, std::move(done));
}

void QueryReader::group(const Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
                        std::function<void(Result<QList<Group>>)> done)
{
    ask<QList<Group>>([query, by, sums](QueryRunner &runner) { return runner.group(query, by, sums); }, context, std::move(done));
}

} // namespace guanxi::app
