// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/transaction.h"

#include "common/storage/dialect.h"
#include "common/storage/heldrows.h"

namespace guanxi::storage {

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    if (database.m_depth == 0) {
        GUANXI_TRY(database.execute(database.dialect().beginTransaction(kind == Kind::Write)));
        database.m_doomed = false;
    }
    ++database.m_depth;
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    m_database->m_doomed = true;
    if (--m_database->m_depth > 0)
        return;
    m_database->held().clear();
    // The database may have rolled back by itself already.
    std::ignore = m_database->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    if (m_database->m_depth > 1) {
        --std::exchange(m_database, nullptr)->m_depth;
        return {};
    }
    if (m_database->m_doomed)
        return {ErrorCode::Internal, {QStringLiteral("an inner transaction was rolled back")}};
    GUANXI_TRY(m_database->execute("COMMIT"));
    std::exchange(m_database, nullptr)->m_depth = 0;
    return {};
}

Result<Savepoint> Savepoint::begin(Database &database)
{
    const int number = database.m_savepoints + 1;
    GUANXI_TRY(database.execute("SAVEPOINT s" + QByteArray::number(number)));
    database.m_savepoints = number;
    return Savepoint(database, number);
}

Savepoint::Savepoint(Savepoint &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_number(other.m_number),
      m_doomed(other.m_doomed)
{}

Savepoint::~Savepoint()
{
    if (!m_database)
        return;
    const QByteArray name = 's' + QByteArray::number(m_number);
    m_database->m_savepoints = m_number - 1;
    m_database->m_doomed = m_doomed;
    m_database->held().clear(); // what was held before it began had been sent by its beginning
    std::ignore = m_database->execute("ROLLBACK TO SAVEPOINT " + name + ";RELEASE SAVEPOINT " + name);
}

Result<void> Savepoint::release()
{
    GUANXI_TRY(m_database->execute("RELEASE SAVEPOINT s" + QByteArray::number(m_number)));
    std::exchange(m_database, nullptr)->m_savepoints = m_number - 1;
    return {};
}

} // namespace guanxi::storage
