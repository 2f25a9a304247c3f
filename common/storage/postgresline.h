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

/// Talks with a PostgreSQL server in questions and answers. With a patience it gives the connection up when an answer does
/// not come in time: a server that hangs is as good as one that is gone.
class PostgresLine
{
public:
    /// `patienceMs` 0: waits for ever.
    PostgresLine(PGconn *handle, int patienceMs) : m_handle(handle), m_patienceMs(patienceMs) {}

    PGconn *handle() const { return m_handle; }
    PostgresResult execute(const char *sql);
    PostgresResult prepare(const char *name, const char *sql);
    PostgresResult describe(const char *name);
    PostgresResult run(const char *name, std::span<const PostgresParameter> parameters);
    /// As checkPostgres(); DatabaseOpen(database, reason) once it was given up.
    Result<void> check(const PostgresResult &result) const;

private:
    /// The last result of what was sent, waited for.
    PostgresResult answer(bool sent);
    bool waitUntilRead();

    PGconn *m_handle;
    int m_patienceMs;
    bool m_givenUp = false;
};

} // namespace guanxi::storage
