// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that knows that a database can be put back from a backup, and a desktop be copied.
#include "common/storage/layout.h"
#include "common/storage/statement.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

using storage::Statement;

namespace {

/// A revision is a generation and, in its lower bits, a counter: a new incarnation begins a generation, so that no
/// revision of a lost timeline can ever look newer.
constexpr int CounterBits = 48;
constexpr int RunsTold = 64;
/// No client makes the server use up its generations: that it has read so far beyond is not believed.
constexpr qint64 MostGenerations = 64;

} // namespace

Result<void> ServerStore::noteRun(const Uuid &id)
{
    const Result<qint64> at = head();
    if (!at)
        return at.error();
    Statement last(m_database, "SELECT COALESCE(MAX(n), 0) FROM server_run");
    GUANXI_TRY(last.step());
    const qint64 number = last.integer(0) + 1;
    last.reset();
    GUANXI_TRY(Statement(m_database, "INSERT INTO server_run (n, id, began) VALUES (?, ?, ?)").bindAll(number, id, *at).run());
    return {};
}

Result<QList<protocol::ServerRun>> ServerStore::runs()
{
    Statement statement(m_database, "SELECT id, began FROM server_run ORDER BY n DESC LIMIT ?");
    statement.bind(1, RunsTold);
    QList<protocol::ServerRun> runs;
    GUANXI_TRY(statement.each([&](const Statement &row) { runs.prepend({row.uuid(0), row.integer(1)}); }));
    return runs;
}

Result<void> ServerStore::beginEpoch(const Uuid &epoch, qint64 at, qint64 known)
{
    const Result<qint64> now = head(true);
    if (!now)
        return now.error();
    // The same backup may be put back twice: a generation that some copy has read already must not begin anew.
    const qint64 generation = *now >> CounterBits;
    const qint64 seen = std::clamp(known >> CounterBits, generation, generation + MostGenerations);
    const qint64 begin = (seen + 1 + (epoch.view().back() & 15)) << CounterBits;
    const qint64 shift = begin - at;
    // What was written since has numbers that the lost timeline used as well: it moves up into the new generation.
    QSet<model::EntityId> entities;
    Statement changed(m_database, "SELECT DISTINCT entity FROM feed WHERE rev > ?");
    changed.bind(1, at);
    GUANXI_TRY(changed.each([&](const Statement &row) { entities.insert(model::EntityId(row.integer(0))); }));
    for (model::EntityId id : entities)
        if (const model::Entity *entity = m_catalogue.entity(id))
            GUANXI_TRY(Statement(m_database, "UPDATE " + storage::tableName(*entity) + " SET rev = rev + ? WHERE rev > ?").bindAll(shift, at).run());
    for (const char *column : {"feed SET rev = rev", "day_head SET rev = rev", "change_log SET rev = rev", "change_index SET rev = rev", "change_origin SET rev = rev",
                               "server_run SET began = began"}) {
        const QByteArray name = QByteArray(column).mid(QByteArray(column).lastIndexOf(' ') + 1);
        GUANXI_TRY(Statement(m_database, QByteArray("UPDATE ") + column + " + ? WHERE " + name + " > ?").bindAll(shift, at).run());
    }
    GUANXI_TRY(Statement(m_database, "UPDATE change_log SET caused_by = caused_by + ? WHERE caused_by > ?").bindAll(shift, at).run());
    GUANXI_TRY(setMeta(QStringLiteral("epoch"), epoch.bytes()));
    GUANXI_TRY(setMeta(QStringLiteral("restored"), QByteArray::number(at) + ' ' + QByteArray::number(begin)));
    return setHead(std::max(begin, *now + shift));
}

Result<ServerStore::Restored> ServerStore::restored()
{
    const Result<QByteArray> stored = meta(QStringLiteral("restored"));
    if (!stored)
        return stored.error();
    const QList<QByteArray> parts = stored->split(' ');
    return Restored{parts.value(0).toLongLong(), parts.value(1).toLongLong()};
}

} // namespace guanxi::server
