// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/notifications.h"

#include "common/storage/statement.h"

#include <libpq-fe.h>

namespace guanxi::server {

namespace {

struct FreeNotify {
    void operator()(PGnotify *notify) const { PQfreemem(notify); }
};

PGconn *handleOf(const storage::Database &database) { return static_cast<PGconn *>(database.handle()); }

} // namespace

Notifications::Notifications(std::unique_ptr<storage::Database> database, int own)
    : m_database(std::move(database)), m_own(own), m_notifier(PQsocket(handleOf(*m_database)), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Notifications::read);
}

Result<std::unique_ptr<Notifications>> Notifications::open(const storage::Database &own)
{
    auto database = storage::Database::open(own.options());
    if (!database)
        return database.error();
    QByteArray schema;
    {
        storage::Statement statement(**database, "SELECT current_schema()::text");
        GUANXI_TRY(statement.each([&](const storage::Statement &row) { schema = row.bytes(0); }));
    }
    GUANXI_TRY((*database)->execute("LISTEN \"guanxi_" + schema + '"'));
    return std::unique_ptr<Notifications>(new Notifications(std::move(*database), PQbackendPID(handleOf(own))));
}

void Notifications::read()
{
    PGconn *handle = handleOf(*m_database);
    if (PQconsumeInput(handle) != 1 || PQstatus(handle) != CONNECTION_OK) {
        m_notifier.setEnabled(false);
        return Q_EMIT lost();
    }
    QByteArrayList words;
    while (const std::unique_ptr<PGnotify, FreeNotify> notify{PQnotifies(handle)})
        if (const QByteArray word = notify->extra; notify->be_pid != m_own && !words.contains(word))
            words.append(word);
    for (const QByteArray &word : std::as_const(words))
        Q_EMIT heard(word);
}

} // namespace guanxi::server
