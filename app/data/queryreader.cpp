// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/queryreader.h"

#include "app/data/historystore.h"
#include "common/model/catalogue.h"
#include "common/storage/customfieldrows.h"

#include <QHash>
#include <QPointer>
#include <QThread>

#include <mutex>
#include <optional>

namespace guanxi::app {

using namespace storage;

namespace {

constexpr int LookedAtOnce = 2'000; // others who ask wait for it

/// A question that one query answers.
template <class Query> auto running(Query query)
{
    return [query = std::move(query)](Database &database, const model::Catalogue &catalogue) {
        return query(QueryRunner(database, catalogue, StoreKind::Cache));
    };
}

} // namespace

/// A thread with a connection, which is opened there, since a connection belongs to one thread.
class QueryReader::Worker
{
public:
    Worker(QString path, QByteArray key) : m_path(std::move(path)), m_key(std::move(key))
    {
        m_questions.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        m_questions.finish([this] { close(); });
        m_thread.quit();
        m_thread.wait();
    }

    // Called by who asks.
    /// The turn of this question among those of `asker`; with Asks::Again the ones before are over.
    quint64 nextTurn(const QObject *asker, Asks asks);
    void post(std::function<void()> task) { m_questions.post(std::move(task)); }

    // Called on the thread.
    /// Nothing when a later question has taken this one's place.
    template <class T> std::optional<Result<T>> run(const QObject *asker, quint64 turn, const Question<T> &question)
    {
        if (!begin(asker, turn))
            return std::nullopt;
        Result<T> answer = answerTo(question);
        return end() ? std::optional(std::move(answer)) : std::nullopt;
    }
    /// Opens anew at the next query.
    void close()
    {
        const std::lock_guard guard(m_mutex);
        m_database.reset();
        m_catalogue.reset();
    }

private:
    template <class T> Result<T> answerTo(const Question<T> &question)
    {
        if (!m_database)
            GUANXI_TRY(open());
        return question(*m_database, *m_catalogue);
    }
    bool begin(const QObject *asker, quint64 turn);
    /// False when the question was stopped.
    bool end();
    Result<void> open();

    QString m_path;
    QByteArray m_key;
    std::unique_ptr<model::Catalogue> m_catalogue;
    std::unique_ptr<Database> m_database;
    std::mutex m_mutex; ///< of what follows, and of the connection's life
    const QObject *m_asker = nullptr; ///< whose question is being answered
    bool m_stopped = false;
    quint64 m_turns = 0;
    QHash<const QObject *, quint64> m_latest; ///< of those who asked again and are not answered yet
    QThread m_thread;
    TaskQueue m_questions; ///< lives in m_thread
};

quint64 QueryReader::Worker::nextTurn(const QObject *asker, Asks asks)
{
    const std::lock_guard guard(m_mutex);
    ++m_turns;
    if (asks == Asks::OnceOnly)
        return m_turns;
    m_latest[asker] = m_turns;
    if (m_asker == asker && m_database) {
        m_stopped = true;
        m_database->interrupt();
    }
    return m_turns;
}

bool QueryReader::Worker::begin(const QObject *asker, quint64 turn)
{
    const std::lock_guard guard(m_mutex);
    if (m_latest.value(asker, turn) != turn)
        return false;
    m_latest.remove(asker);
    m_asker = asker;
    m_stopped = false;
    return true;
}

bool QueryReader::Worker::end()
{
    const std::lock_guard guard(m_mutex);
    m_asker = nullptr;
    return !m_stopped;
}

Result<void> QueryReader::Worker::open()
{
    DatabaseOptions options;
    options.place = m_path;
    options.key = m_key;
    options.readOnly = true;
    Result<std::unique_ptr<Database>> database = Database::open(options);
    if (!database)
        return database.error();
    m_catalogue = std::make_unique<model::Catalogue>();
    model::declareAll(*m_catalogue);
    RecordStore records(**database, *m_catalogue, StoreKind::Cache);
    const Result<bool> adopted = adoptCustomFields(records, *m_catalogue);
    if (!adopted)
        return adopted.error();
    const std::lock_guard guard(m_mutex);
    m_database = std::move(*database);
    return {};
}

QueryReader::QueryReader(const QString &path, const QByteArray &key, QObject *parent)
    : QObject(parent), m_finding(std::make_unique<Worker>(path, key)), m_figuring(std::make_unique<Worker>(path, key)),
      m_looking(std::make_unique<Worker>(path, key)), m_scanning(std::make_unique<Worker>(path, key))
{}

QueryReader::QueryReader(Database &database, const model::Catalogue &catalogue, QObject *parent)
    : QObject(parent), m_database(&database), m_catalogue(&catalogue)
{}

QueryReader::~QueryReader() = default;

void QueryReader::refresh()
{
    for (Worker *worker : {m_finding.get(), m_figuring.get(), m_looking.get(), m_scanning.get()})
        if (worker)
            worker->post([worker] { worker->close(); });
}

template <class T>
void QueryReader::ask(Worker *worker, Asks asks, Question<T> question, QObject *context, std::function<void(Result<T>)> done)
{
    if (!worker)
        return done(question(*m_database, *m_catalogue));
    const quint64 turn = worker->nextTurn(context, asks);
    worker->post([this, worker, turn, question = std::move(question), guard = QPointer<QObject>(context), asker = context, done = std::move(done)] {
        auto answer = std::make_shared<std::optional<Result<T>>>(worker->run<T>(asker, turn, question));
        if (!*answer)
            return;
        // Only on the asking thread may the guard be looked at.
        m_answers.post([answer, guard, done] {
            if (guard)
                done(std::move(**answer));
        });
    });
}

void QueryReader::find(const Query &query, QObject *context, Done done)
{
    ask<Rows>(m_finding.get(), Asks::Again, running([query](QueryRunner runner) { return runner.rids(query); }), context, std::move(done));
}

void QueryReader::aggregate(const Query &query, const QList<model::FieldId> &fields, QObject *context, std::function<void(Result<Figures>)> done)
{
    ask<Figures>(m_figuring.get(), Asks::OnceOnly, running([query, fields](QueryRunner runner) { return runner.aggregate(query, fields); }), context, std::move(done));
}

void QueryReader::group(const Query &query, model::FieldId by, const QList<model::FieldId> &sums, QObject *context,
                        std::function<void(Result<QList<Group>>)> done)
{
    ask<QList<Group>>(m_figuring.get(), Asks::OnceOnly, running([query, by, sums](QueryRunner runner) { return runner.group(query, by, sums); }), context, std::move(done));
}

void QueryReader::tally(const Query &query, const QList<Path> &by, const QList<model::FieldId> &sums, QObject *context,
                        std::function<void(Result<QList<Tally>>)> done)
{
    ask<QList<Tally>>(m_figuring.get(), Asks::OnceOnly, running([query, by, sums](QueryRunner runner) { return runner.tally(query, by, sums); }), context, std::move(done));
}

void QueryReader::look(model::EntityId entity, qint64 after, std::function<void(const model::Record &)> look, QObject *context,
                       std::function<void(Result<Records::Looked>)> done)
{
    const auto question = [entity, after, look = std::move(look)](Database &database, const model::Catalogue &catalogue) -> Result<Records::Looked> {
        const auto rows = RecordStore(database, catalogue, StoreKind::Cache).loadAfter(entity, after, LookedAtOnce);
        if (!rows)
            return rows.error();
        Records::Looked looked{rows->empty() ? after : rows->back().rid, 0, rows->size() == LookedAtOnce};
        for (const StoredRecord &row : *rows)
            if (!row.record.isDeleted()) {
                look(row.record);
                ++looked.count;
            }
        return looked;
    };
    ask<Records::Looked>(m_figuring.get(), Asks::OnceOnly, question, context, std::move(done));
}

void QueryReader::recent(const RecentQuestion &question, QObject *context, std::function<void(Result<RecentChanges>)> done)
{
    ask<RecentChanges>(m_looking.get(), Asks::OnceOnly, [question](Database &database, const model::Catalogue &) {
        return HistoryStore(database).recent(question);
    }, context, std::move(done));
}

void QueryReader::findAlike(const model::Record &record, const model::Rights &rights, QObject *context,
                            std::function<void(Result<QList<AlikeRecord>>)> done)
{
    ask<QList<AlikeRecord>>(m_looking.get(), Asks::Again, [question = AlikeQuestion(record, rights), rights](Database &database, const model::Catalogue &catalogue) {
        return alikeIn(database, catalogue, rights, question);
    }, context, std::move(done));
}

void QueryReader::scan(model::EntityId entity, const model::Rights &rights, std::shared_ptr<ScanState> state, QObject *context,
                       std::function<void(Result<QList<AlikePair>>)> done)
{
    ask<QList<AlikePair>>(m_scanning.get(), Asks::OnceOnly, [entity, rights, state](Database &database, const model::Catalogue &catalogue) {
        return pairsIn(database, catalogue, rights, entity, *state);
    }, context, std::move(done));
}

} // namespace guanxi::app
