// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that reads rows together and remembers them, where every read is a trip to a server.
#include "server/storage/recalled.h"

#include "common/storage/layout.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using storage::Statement;
using storage::tableName;

namespace {

constexpr int RecallBatch = 64;

} // namespace

ServerStore::Recall::Recall(ServerStore &store) : m_store(store)
{
    if (store.isShared())
        store.m_recalled = std::make_unique<Recalled>();
}

ServerStore::Recall::~Recall() { m_store.m_recalled.reset(); }

Result<void> ServerStore::Recall::expect(const QSet<RecordRef> &refs)
{
    QHash<EntityId, QList<Uuid>> wanted;
    if (m_store.m_recalled)
        for (const RecordRef &ref : refs)
            if (m_store.m_catalogue.entity(ref.entity))
                wanted[ref.entity].append(ref.id);
    for (auto entity = wanted.cbegin(); entity != wanted.cend(); ++entity)
        GUANXI_TRY(m_store.recallRows(entity.key(), *entity));
    return {};
}

Result<void> ServerStore::recallRows(EntityId entity, const QList<Uuid> &ids)
{
    Statement statement(m_database, "SELECT rid FROM " + tableName(*m_catalogue.entity(entity)) + " WHERE id IN (?" + QByteArray(", ?").repeated(RecallBatch - 1) + ')');
    std::vector<qint64> rids;
    for (qsizetype begin = 0; begin < ids.size(); begin += RecallBatch) {
        for (int i = 0; i < RecallBatch; ++i)
            statement.bind(i + 1, ids.at(std::min(begin + i, ids.size() - 1)));
        GUANXI_TRY(statement.each([&](const Statement &row) { rids.push_back(row.integer(0)); }));
        statement.reset();
    }
    for (const Uuid &id : ids)
        m_recalled->rows.insert({entity, id}, std::nullopt);
    const Result<QList<ServerRow>> rows = rowsByRid(entity, rids);
    if (!rows)
        return rows.error();
    for (const ServerRow &row : *rows)
        m_recalled->rows.insert(row.record.ref(), row);
    return {};
}

} // namespace guanxi::server
