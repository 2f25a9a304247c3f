// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "common/storage/rowreader.h"
#include "common/storage/searchindex.h"
#include "common/storage/transaction.h"

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

constexpr int RowsPerReport = 4096;

QByteArray droppedKey(const Entity &entity) { return "dropped:" + QByteArray::number(entity.id); }

/// Calls `visit` for every live row with the fields the search index needs.
Result<void> forEachSearched(Database &database, const Entity &entity,
                             const std::function<Result<void>(qint64 rid, const Record &record)> &visit)
{
    std::vector<const Field *> fields;
    for (const Field &field : entity.fields())
        if (field.search != Search::None)
            fields.push_back(&field);
    Statement statement(database, RowReader::select(entity, fields, StoreKind::Cache) + " WHERE deleted = 0 ORDER BY rid");
    const RowReader reader(entity, fields, StoreKind::Cache);
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const StoredRecord stored = reader.read(statement);
        GUANXI_TRY(visit(stored.rid, stored.record));
    }
}

Result<qint64> liveRows(Database &database, const Entity &entity)
{
    Statement statement(database, "SELECT count(*) FROM " + tableName(entity) + " WHERE deleted = 0");
    const auto count = statement.single();
    return count ? Result<qint64>(count->value_or(0)) : count.error();
}

Result<void> fillSearch(Database &database, const Entity &entity, const Progress &progress)
{
    const auto total = liveRows(database, entity);
    if (!total)
        return total.error();
    SearchIndex index(database);
    qint64 done = 0;
    GUANXI_TRY(index.gather(true));
    GUANXI_TRY(forEachSearched(database, entity, [&](qint64 rid, const Record &record) -> Result<void> {
        if (++done % RowsPerReport == 0 && progress && !progress(done, *total))
            return {ErrorCode::Internal, {QStringLiteral("cancelled")}};
        return index.add(rid, record);
    }));
    GUANXI_TRY(index.gather(false));
    return *total > RowsPerReport ? index.optimize() : Result<void>();
}

} // namespace

Result<bool> hasSecondary(Database &database, const Entity &entity)
{
    const auto dropped = metaValue(database, droppedKey(entity));
    return dropped ? Result<bool>(!dropped->has_value()) : dropped.error();
}

Result<void> dropSecondary(Database &database, const Entity &entity, StoreKind kind)
{
    const auto present = hasSecondary(database, entity);
    if (!present)
        return present.error();
    if (!*present)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (isSearched(entity, kind)) {
        SearchIndex index(database);
        GUANXI_TRY(forEachSearched(database, entity,
                                   [&](qint64 rid, const Record &record) { return index.remove(rid, record); }));
    }
    for (const Index &index : indexesOf(entity, kind, database.dialect()))
        GUANXI_TRY(database.execute("DROP INDEX IF EXISTS " + index.name));
    GUANXI_TRY(setMetaValue(database, droppedKey(entity), "1"));
    return transaction->commit();
}

Result<void> buildSecondary(Database &database, const Entity &entity, StoreKind kind, const Progress &progress)
{
    const auto present = hasSecondary(database, entity);
    if (!present)
        return present.error();
    if (*present)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const Index &index : indexesOf(entity, kind, database.dialect()))
        GUANXI_TRY(database.execute(index.sql));
    if (isSearched(entity, kind))
        GUANXI_TRY(fillSearch(database, entity, progress));
    GUANXI_TRY(removeMetaValue(database, droppedKey(entity)));
    return transaction->commit();
}

Result<void> rebuildDerived(Database &database, const Catalogue &catalogue)
{
    GUANXI_TRY(SearchIndex(database).clear());
    for (const Entity &entity : catalogue.entities()) {
        for (const Field &field : entity.fields())
            if (hasSortKey(field, StoreKind::Cache))
                GUANXI_TRY(database.execute("UPDATE " + tableName(entity) + " SET " + sortKeyColumn(field) + " = "
                                            + database.dialect().textOrder(columnName(field))));
        const auto present = hasSecondary(database, entity);
        if (!present)
            return present.error();
        if (*present && isSearched(entity, StoreKind::Cache))
            GUANXI_TRY(fillSearch(database, entity, {}));
    }
    return {};
}

} // namespace guanxi::storage
