// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArrayView>

#include <libpq-fe.h>

#include <memory>
#include <span>

namespace guanxi::storage {

struct FreePostgresResult {
    void operator()(PGresult *result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, FreePostgresResult>;

/// Nothing when `result` is a success; otherwise what its SQLSTATE means to us.
Result<void> checkPostgres(PGconn *handle, const PostgresResult &result);

/// A parameter of a prepared statement, in binary form; null without data.
struct PostgresParameter {
    const char *data = nullptr;
    int size = 0;
};

/// Talks with a PostgreSQL server in questions and answers; what nobody waits for goes ahead through libpq's pipeline. With a patience it gives the connection up when an answer does
/// not come in time: a server that hangs is as good as one that is gone.
class PostgresLine
{
public:
    /// `patienceMs` 0: waits for ever.
    PostgresLine(PGconn *handle, int patienceMs) : m_handle(handle), m_patienceMs(patienceMs) {}

    /// For the driver's own calls: nothing is under way on it.
    PGconn *handle();
    PostgresResult execute(const char *sql);
    PostgresResult prepare(const char *name, const char *sql);
    PostgresResult describe(const char *name);
    PostgresResult run(const char *name, std::span<const PostgresParameter> parameters);
    /// The same without waiting. What the server says of it is part of what the next check() tells; until then nothing else
    /// should depend on it, so it is for transactions.
    Result<void> send(const char *name, std::span<const PostgresParameter> parameters);
    /// As checkPostgres(), of what was sent before as well; DatabaseOpen(database, reason) once it was given up.
    Result<void> check(const PostgresResult &result);

private:
    /// The last result of what was sent, waited for.
    PostgresResult answer(bool sent);
    bool waitUntilRead();
    /// Everything that was sent is answered; the last answer.
    PostgresResult settle();

    PGconn *m_handle;
    int m_patienceMs;
    int m_sent = 0; ///< and not answered: the connection is in pipeline mode
    Result<void> m_late; ///< the first of them that failed
    bool m_givenUp = false;
};

} // namespace guanxi::storage
