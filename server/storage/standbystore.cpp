// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/standbystore.h"

#include "common/model/catalogue/platform.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using storage::Statement;

namespace {

Error noStandby(const QString &place)
{
    return {ErrorCode::NotFound, {QStringLiteral("standby"), storage::placeForMessages(place)}};
}

Result<bool> follows(storage::Database &database)
{
    Statement statement(database, "SELECT pg_is_in_recovery()");
    const Result<std::optional<qint64>> follows = statement.single();
    return follows ? Result<bool>(follows->value_or(0) != 0) : follows.error();
}

} // namespace

Result<QByteArray> clusterIdentifier(storage::Database &database)
{
    Statement statement(database, "SELECT system_identifier::text FROM pg_control_system()");
    QByteArray identifier;
    GUANXI_TRY(statement.each([&](const Statement &row) { identifier = row.bytes(0); }));
    return identifier;
}

Result<std::unique_ptr<storage::Database>> StandbyStore::connect(const QString &place, const QByteArray &cluster, int patienceMs)
{
    storage::DatabaseOptions options;
    options.backend = storage::Backend::Postgres;
    options.place = place;
    options.readOnly = true;
    options.patienceMs = patienceMs;
    Result<std::unique_ptr<storage::Database>> database = storage::Database::open(options);
    if (!database)
        return database.error();
    const Result<bool> following = follows(**database);
    const Result<QByteArray> identifier = clusterIdentifier(**database);
    if (!following || !identifier)
        return following ? identifier.error() : following.error();
    if (!*following || *identifier != cluster)
        return noStandby(place);
    return database;
}

Result<std::unique_ptr<StandbyStore>> StandbyStore::open(const QString &place, const QByteArray &cluster, int patienceMs, Declare declare)
{
    Result<std::unique_ptr<storage::Database>> database = connect(place, cluster, patienceMs);
    if (!database)
        return database.error();
    std::unique_ptr<StandbyStore> standby(new StandbyStore);
    declare(standby->m_catalogue);
    standby->m_database = std::move(*database);
    Result<std::unique_ptr<ServerStore>> store = ServerStore::open(*standby->m_database, standby->m_catalogue);
    if (!store)
        return store.error();
    standby->m_store = std::move(*store);
    return standby;
}

Result<bool> StandbyStore::has(const Wanted &wanted)
{
    Statement statement(*m_database, "SELECT pg_is_in_recovery(), (SELECT rev FROM head WHERE one = 1), (SELECT value FROM meta WHERE key = 'epoch'),"
                                     " (SELECT id FROM server_run ORDER BY n DESC LIMIT 1)");
    if (const Result<bool> row = statement.step(); !row)
        return row.error();
    if (statement.integer(0) == 0)
        return noStandby(m_database->options().place);
    // What the primary began a moment ago may be on its way; it is not read from until it is here.
    return statement.integer(1) >= wanted.head && statement.uuid(2) == wanted.epoch && statement.uuid(3) == wanted.run;
}

Result<void> StandbyStore::meet()
{
    const Result<ServerStore::Foreign> foreign = m_store->foreign();
    if (!foreign)
        return foreign.error();
    if (foreign->entities.contains(model::CustomField::entity))
        GUANXI_TRY(m_store->adoptCustomFields());
    m_store->setKnown(foreign->to);
    return {};
}

} // namespace guanxi::server
