// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Cache that takes rows in by the thousand: first the rows, then what makes finding them fast.
#include "app/data/cache.h"

#include "common/storage/bulkinserter.h"
#include "common/storage/layout.h"
#include "common/storage/searchindex.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

namespace guanxi::app {

using namespace storage;
using namespace model;

namespace {

/// Put into the search index in one go: some 20 ms.
constexpr qint64 RowsPerStep = 2000;
/// Some 10 ms of merging.
constexpr int PagesPerStep = 200;

} // namespace

Result<void> Cache::readUnbuilt()
{
    for (const Entity &entity : m_catalogue.entities()) {
        const Result<Secondary> secondary = secondaryOf(*m_database, entity);
        if (!secondary)
            return secondary.error();
        if (!secondary->isComplete())
            m_unbuilt.insert(entity.id);
    }
    return {};
}

Result<void> Cache::loadRows(const std::map<EntityId, QList<Record>> &rows, Touched &touched)
{
    const Result<std::optional<qint64>> overlaid = Statement(*m_database, "SELECT 1 FROM base_row LIMIT 1").single();
    if (!overlaid)
        return overlaid.error();
    for (const auto &[entity, of] : rows) {
        const Result<bool> plain = beginPlain(of.first().entity(), of.size());
        if (!plain)
            return plain.error();
        GUANXI_TRY(*plain ? putPlain(of, overlaid->has_value(), touched) : putEach(of, touched));
    }
    return {};
}

Result<bool> Cache::beginPlain(const Entity &entity, qsizetype coming)
{
    if (m_unbuilt.contains(entity.id)) {
        const Result<Secondary> secondary = secondaryOf(*m_database, entity);
        if (!secondary || !secondary->isComplete())
            return secondary ? Result<bool>(!secondary->indexed) : secondary.error();
    }
    if (coming < m_largeLoad)
        return false;
    Statement statement(*m_database, "SELECT count(*) FROM (SELECT 1 FROM " + tableName(entity) + " LIMIT ?)");
    const Result<std::optional<qint64>> here = statement.bind(1, qint64(coming) + 1).single();
    if (!here || here->value_or(0) > coming)
        return here ? Result<bool>(false) : here.error();
    GUANXI_TRY(dropSecondary(*m_database, entity, StoreKind::Cache));
    m_unbuilt.insert(entity.id);
    return true;
}

Result<void> Cache::putPlain(const QList<Record> &rows, bool overlaid, Touched &touched)
{
    QList<Record> withMine;
    BulkInserter inserter(*m_database, rows.first().entity(), StoreKind::Cache, BulkInserter::Existing::Replaced);
    for (const Record &row : rows) {
        if (overlaid) {
            const Result<std::optional<std::optional<Record>>> base = baseRow(row.ref());
            if (!base)
                return base.error();
            if (base->has_value()) {
                withMine.append(row);
                continue;
            }
        }
        GUANXI_TRY(inserter.add(row));
        touched.insert(row.ref());
    }
    GUANXI_TRY(inserter.finish());
    return putEach(withMine, touched);
}

Result<void> Cache::putEach(const QList<Record> &rows, Touched &touched)
{
    for (const Record &row : rows)
        GUANXI_TRY(putRow(row, touched));
    return {};
}

Result<bool> Cache::buildSome()
{
    if (!isBuilding() || !m_streams.isSettled())
        return false;
    const Turn turn(m_turns, Turns::Who::Patient);
    if (m_unbuilt.empty()) {
        const Result<bool> more = SearchIndex(*m_database).optimizeSome(PagesPerStep);
        m_mergeSearch = more && *more;
        return more;
    }
    const EntityId id = *m_unbuilt.begin();
    const Entity *entity = m_catalogue.entity(id);
    const Result<bool> more = entity ? storage::buildSome(*m_database, *entity, RowsPerStep) : Result<bool>(false);
    if (!more)
        return more;
    if (!*more) {
        m_unbuilt.erase(id);
        m_mergeSearch = true;
    }
    return true;
}

} // namespace guanxi::app
