// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/postgresline.h"

#include "common/storage/socketwait.h"

#include <QDeadlineTimer>
#include <QVarLengthArray>

namespace guanxi::storage {

namespace {

constexpr int Binary = 1;
/// Answers that may be on their way: few enough for the buffers of both sides.
constexpr int MostSent = 256;
/// So many go on their way at once: the server works on them while more are made.
constexpr int SentTogether = 16;

/// Parameters as libpq wants them.
struct Parameters {
    QVarLengthArray<const char *, 64> values;
    QVarLengthArray<int, 64> sizes;
    QVarLengthArray<int, 64> formats;

    explicit Parameters(std::span<const PostgresParameter> parameters)
    {
        for (const PostgresParameter &parameter : parameters) {
            values.append(parameter.data);
            sizes.append(parameter.size);
            formats.append(Binary);
        }
    }
    int count() const { return int(values.size()); }
};

int sendPrepared(PGconn *handle, const char *name, const Parameters &parameters)
{
    return PQsendQueryPrepared(handle, name, parameters.count(), parameters.values.constData(), parameters.sizes.constData(),
                               parameters.formats.constData(), Binary);
}

} // namespace

PGconn *PostgresLine::handle()
{
    settle();
    return m_handle;
}

PostgresResult PostgresLine::execute(const char *sql)
{
    settle();
    if (m_patienceMs == 0)
        return PostgresResult(PQexec(m_handle, sql));
    return answer(!m_givenUp && PQsendQuery(m_handle, sql) == 1);
}

PostgresResult PostgresLine::prepare(const char *name, const char *sql)
{
    settle();
    if (m_patienceMs == 0)
        return PostgresResult(PQprepare(m_handle, name, sql, 0, nullptr));
    return answer(!m_givenUp && PQsendPrepare(m_handle, name, sql, 0, nullptr) == 1);
}

PostgresResult PostgresLine::describe(const char *name)
{
    settle();
    if (m_patienceMs == 0)
        return PostgresResult(PQdescribePrepared(m_handle, name));
    return answer(!m_givenUp && PQsendDescribePrepared(m_handle, name) == 1);
}

PostgresResult PostgresLine::run(const char *name, std::span<const PostgresParameter> given)
{
    const Parameters parameters(given);
    // In one trip with what went ahead of it.
    if (m_sent > 0)
        return sendPrepared(m_handle, name, parameters) == 1 ? settle() : PostgresResult();
    if (m_patienceMs == 0)
        return PostgresResult(PQexecPrepared(m_handle, name, parameters.count(), parameters.values.constData(), parameters.sizes.constData(),
                                             parameters.formats.constData(), Binary));
    return answer(!m_givenUp && sendPrepared(m_handle, name, parameters) == 1);
}

Result<void> PostgresLine::send(const char *name, std::span<const PostgresParameter> given)
{
    if (m_patienceMs > 0)
        return check(run(name, given));
    if (m_sent == MostSent)
        settle();
    if (!m_late)
        return std::exchange(m_late, {});
    if (m_sent == 0 && PQenterPipelineMode(m_handle) != 1)
        return checkPostgres(m_handle, {});
    ++m_sent;
    if (sendPrepared(m_handle, name, Parameters(given)) != 1 || (m_sent % SentTogether == 0 && PQflush(m_handle) < 0))
        return checkPostgres(m_handle, {});
    return {};
}

PostgresResult PostgresLine::settle()
{
    PostgresResult last;
    if (m_sent == 0)
        return last;
    m_sent = 0;
    bool synced = PQpipelineSync(m_handle) != 1;
    // After each answer comes a null, after the last one the word that it was the last.
    for (int nulls = 0; !synced && nulls < 2;) {
        PostgresResult result(PQgetResult(m_handle));
        const ExecStatusType status = PQresultStatus(result.get());
        nulls = result ? 0 : nulls + 1;
        synced = status == PGRES_PIPELINE_SYNC;
        if (result && !synced && status != PGRES_PIPELINE_ABORTED && m_late)
            m_late = checkPostgres(m_handle, result);
        if (result && !synced)
            last = std::move(result);
    }
    if (PQexitPipelineMode(m_handle) != 1 && m_late)
        m_late = checkPostgres(m_handle, {});
    return last;
}

Result<void> PostgresLine::check(const PostgresResult &result)
{
    if (m_givenUp)
        return {ErrorCode::DatabaseOpen, {QString::fromUtf8(PQdb(m_handle)), QStringLiteral("no answer")}};
    if (!m_late)
        return std::exchange(m_late, {});
    return checkPostgres(m_handle, result);
}

PostgresResult PostgresLine::answer(bool sent)
{
    PostgresResult last;
    while (sent) {
        if (!waitUntilRead())
            return {};
        PGresult *next = PQgetResult(m_handle);
        if (!next)
            break;
        last.reset(next);
    }
    return last;
}

bool PostgresLine::waitUntilRead()
{
    const QDeadlineTimer deadline(m_patienceMs);
    while (PQisBusy(m_handle)) {
        m_givenUp = !waitForInput(PQsocket(m_handle), int(deadline.remainingTime()));
        if (m_givenUp)
            return false;
        if (PQconsumeInput(m_handle) != 1)
            break; // the result tells why
    }
    return true;
}

} // namespace guanxi::storage
