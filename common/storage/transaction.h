// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/database.h"

namespace guanxi::storage {

/// A transaction as long as the object lives. Inside another one it joins that. Without commit() everything is rolled
/// back, also what an outer one did: an inner one that is dropped makes the outer commit() fail.
class Transaction
{
public:
    /// Write takes SQLite's write lock at once (InUse when it stays taken); Read sees one moment of the database.
    enum class Kind : quint8 { Read, Write };

    static Result<Transaction> begin(Database &database, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database; ///< null once committed, rolled back or moved from
};

/// A part of a transaction that can be taken back alone: rolled back unless release() was called.
class Savepoint
{
public:
    static Result<Savepoint> begin(Database &database);
    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;

    /// Keeps what was done since begin().
    Result<void> release();

private:
    Savepoint(Database &database, int number) : m_database(&database), m_number(number), m_doomed(database.m_doomed) {}
    Database *m_database;
    int m_number;
    bool m_doomed; ///< an inner transaction that was dropped since is taken back with the rest
};

} // namespace guanxi::storage
