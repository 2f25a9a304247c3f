// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/postgresline.h"

#include "common/storage/socketwait.h"

#include <QDeadlineTimer>
#include <QVarLengthArray>

namespace guanxi::storage {

namespace {

constexpr int Binary = 1;

} // namespace

PostgresResult PostgresLine::execute(const char *sql)
{
    if (m_patienceMs == 0)
        return PostgresResult(PQexec(m_handle, sql));
    return answer(!m_givenUp && PQsendQuery(m_handle, sql) == 1);
}

PostgresResult PostgresLine::prepare(const char *name, const char *sql)
{
    if (m_patienceMs == 0)
        return PostgresResult(PQprepare(m_handle, name, sql, 0, nullptr));
    return answer(!m_givenUp && PQsendPrepare(m_handle, name, sql, 0, nullptr) == 1);
}

PostgresResult PostgresLine::describe(const char *name)
{
    if (m_patienceMs == 0)
        return PostgresResult(PQdescribePrepared(m_handle, name));
    return answer(!m_givenUp && PQsendDescribePrepared(m_handle, name) == 1);
}

PostgresResult PostgresLine::run(const char *name, std::span<const PostgresParameter> parameters)
{
    QVarLengthArray<const char *, 64> values;
    QVarLengthArray<int, 64> sizes;
    QVarLengthArray<int, 64> formats;
    for (const PostgresParameter &parameter : parameters) {
        values.append(parameter.data);
        sizes.append(parameter.size);
        formats.append(Binary);
    }
    const int count = int(parameters.size());
    if (m_patienceMs == 0)
        return PostgresResult(PQexecPrepared(m_handle, name, count, values.constData(), sizes.constData(), formats.constData(), Binary));
    return answer(!m_givenUp && PQsendQueryPrepared(m_handle, name, count, values.constData(), sizes.constData(), formats.constData(), Binary) == 1);
}

Result<void> PostgresLine::check(const PostgresResult &result) const
{
    if (m_givenUp)
        return {ErrorCode::DatabaseOpen, {QString::fromUtf8(PQdb(m_handle)), QStringLiteral("no answer")}};
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
