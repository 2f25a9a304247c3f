// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that is needed once server or desktop were put back from a backup, or the desktop was copied.
#include "app/data/outbox.h"

#include "common/model/codec.h"
#include "common/storage/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::app {

using namespace storage;
using model::ChangeSet;

Result<CopyMarks> Outbox::marks()
{
    const Result<QByteArray> stored = value(QStringLiteral("marks"));
    if (!stored)
        return stored.error();
    const QJsonObject json = QJsonDocument::fromJson(*stored).object();
    const auto id = [&](const char *name) { return Uuid::fromText(json[QLatin1String(name)].toString()).value_or(Uuid()); };
    return CopyMarks{id("mark"), id("next"), id("run"), id("epoch")};
}

Result<void> Outbox::setMarks(const CopyMarks &marks)
{
    const QJsonObject json{{QStringLiteral("mark"), marks.mark.text()}, {QStringLiteral("next"), marks.next.text()},
                           {QStringLiteral("run"), marks.run.text()}, {QStringLiteral("epoch"), marks.epoch.text()}};
    return setValue(QStringLiteral("marks"), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<void> Outbox::fork(const Uuid &replica, const QByteArray &signingKey)
{
    const std::lock_guard lock(m_mutex);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Result<QList<OutboxEntry>> unsent = select("WHERE state IN (0, 6)", [](Statement &) {});
    if (!unsent)
        return unsent.error();
    for (OutboxEntry &entry : *unsent)
        GUANXI_TRY(rename(entry.set, replica));
    const Result<CopyMarks> known = marks();
    if (!known)
        return known.error();
    const ReplicaIdentity before = m_figures.identity;
    ReplicaIdentity identity = before;
    identity.replica = replica;
    Result<void> done = setIdentity(identity);
    if (done)
        done = setValue(QStringLiteral("signing_key"), signingKey);
    if (done)
        done = setMarks({{}, {}, known->run});
    if (done)
        done = transaction->commit();
    if (!done)
        note([&](Figures &figures) { figures.identity = before; });
    return done;
}

Result<qint64> Outbox::lastAnswered()
{
    return figure("SELECT COALESCE(MAX(seq), 0) FROM sets WHERE state NOT IN (0, 6) OR (state = 6 AND rev <> 0)");
}

Result<qint64> Outbox::lastAnsweredAt(qint64 rev)
{
    const Result<qint64> last = lastAnswered();
    const Result<qint64> lost = figure("SELECT COALESCE(MIN(seq), 0) FROM sets WHERE state NOT IN (0, 6) AND (rev = 0 OR rev > ?)", rev);
    if (!last || !lost)
        return last ? lost : last;
    return *lost > 0 ? std::min(*last, *lost - 1) : *last;
}

Result<qint64> Outbox::knownRev() { return figure("SELECT COALESCE(MAX(rev), 0) FROM sets WHERE state <> 0"); }

Result<qint64> Outbox::figure(const QByteArray &sql, std::optional<qint64> bound)
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, sql);
    if (bound)
        statement.bind(1, *bound);
    if (const Result<bool> row = statement.step(); !row)
        return row.error();
    return statement.integer(0);
}

Result<Uuid> Outbox::actionOf(qint64 seq)
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, "SELECT action FROM sets WHERE seq = ?");
    const Result<bool> row = statement.bind(1, seq).step();
    if (!row)
        return row.error();
    return *row ? statement.uuid(0) : Uuid();
}

Result<void> Outbox::keepOrphan(const model::RecordRef &ref, const QByteArray &record)
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, "INSERT OR REPLACE INTO orphan (entity, id, record) VALUES (?, ?, ?)");
    GUANXI_TRY(statement.bindAll(qint64(ref.entity), ref.id, record).run());
    return {};
}

Result<QList<QByteArray>> Outbox::orphans()
{
    const std::lock_guard lock(m_mutex);
    Statement statement(*m_database, "SELECT record FROM orphan ORDER BY entity, id");
    QList<QByteArray> records;
    GUANXI_TRY(statement.each([&](const Statement &row) { records.append(row.bytes(0)); }));
    return records;
}

Result<void> Outbox::dropOrphan(const model::RecordRef &ref)
{
    const std::lock_guard lock(m_mutex);
    GUANXI_TRY(Statement(*m_database, "DELETE FROM orphan WHERE entity = ? AND id = ?").bindAll(qint64(ref.entity), ref.id).run());
    return {};
}

} // namespace guanxi::app
