// SPDX-License-Identifier: GPL-3.0-or-later
// What the server does about the contents of records besides carrying them.
#include "server/services/hub.h"

#include "common/model/catalogue/platform.h"
#include "common/storage/layout.h"
#include "common/storage/query.h"
#include "common/storage/statement.h"
#include "common/sync/conflictkind.h"
#include "common/sync/parkedset.h"
#include "server/services/session.h"

namespace guanxi::server {

namespace {

constexpr qint64 DayMs = 86'400'000;
constexpr qint64 GraceDays = 30;
/// Of those that are looked for: the rest is looked for when it is asked for again.
constexpr qsizetype MostSought = 256;

} // namespace

void Hub::seekHere(const BlobReference &reference)
{
    if (m_sought.size() >= MostSought && !m_sought.contains(reference.blob))
        return;
    m_sought.insert(reference.blob, reference);
    for (const auto &[number, session] : m_sessions)
        session->tellSought(reference);
}

Result<QSet<QByteArray>> Hub::neededBlobs()
{
    QSet<QByteArray> blobs;
    for (const model::Entity &entity : m_store.catalogue().entities())
        for (const model::Field &field : entity.fields()) {
            if (field.type != model::FieldType::BlobRef)
                continue;
            const QByteArray column = storage::quoted(field.name);
            storage::Statement statement(m_store.database(), "SELECT DISTINCT " + column + " FROM " + storage::tableName(entity) + " WHERE "
                                                                 + column + " IS NOT NULL");
            for (Result<bool> row = statement.step(); !row || *row; row = statement.step()) {
                if (!row)
                    return row.error();
                blobs.insert(statement.bytes(0));
            }
        }
    GUANXI_TRY(addParkedBlobs(blobs));
    return blobs;
}

Result<void> Hub::addParkedBlobs(QSet<QByteArray> &blobs)
{
    storage::Query query;
    query.entity = model::Conflict::entity;
    query.filter = storage::Filter::is(model::Conflict::state.id, qint64(sync::ConflictState::Open));
    const Result<std::vector<qint64>> rids = storage::QueryRunner(m_store.database(), m_store.catalogue(), storage::StoreKind::Server).rids(query);
    const Result<QList<ServerRow>> open = rids ? m_store.rowsByRid(query.entity, *rids) : Result<QList<ServerRow>>(rids.error());
    if (!open)
        return open.error();
    for (const ServerRow &row : *open)
        for (const model::RecordChange &change : sync::parkedSet(row.record[model::Conflict::parked]).changes)
            for (const model::FieldChange &field : change.fields)
                if (const QByteArray *bytes = field.value.get<QByteArray>(); bytes && bytes->size() == protocol::HashSize)
                    blobs.insert(*bytes);
    return {};
}

Result<void> Hub::collectBlobs()
{
    const qint64 day = m_clock.wallMs() / DayMs;
    if (!m_blobs || day == m_blobDay)
        return {};
    const Result<QSet<QByteArray>> needed = neededBlobs();
    if (!needed)
        return needed.error();
    m_blobDay = day;
    m_blobs->ask<qint64>([blobs = *needed](BlobFolder &folder) { return folder.collect(blobs, GraceDays * DayMs); }, this,
                         [this](const Result<qint64> &removed) {
                             if (removed && *removed > 0)
                                 Q_EMIT logged(QStringLiteral("%1 files of contents that no record needs any more removed").arg(*removed));
                         });
    return {};
}

} // namespace guanxi::server
