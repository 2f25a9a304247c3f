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
constexpr char Nothing[] = "nothing";

/// Absent: everything is made. "nothing", or the number of the last row that is in the search index.
QByteArray stateKey(const Entity &entity) { return "dropped:" + QByteArray::number(entity.id); }

/// Calls `visit` for the live rows after `rid`, at most `limit` of them, with the fields the search index needs.
Result<void> forEachSearched(Database &database, const Entity &entity, qint64 rid, qint64 limit,
                             const std::function<Result<void>(qint64 rid, const Record &record)> &visit)
{
    std::vector<const Field *> fields;
    for (const Field &field : entity.fields())
        if (field.search != Search::None)
            fields.push_back(&field);
    Statement statement(database, RowReader::select(entity, fields, StoreKind::Cache) + " WHERE rid > ? AND deleted = 0 ORDER BY rid LIMIT ?");
    statement.bindAll(rid, limit);
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
    GUANXI_TRY(forEachSearched(database, entity, 0, *total, [&](qint64 rid, const Record &record) -> Result<void> {
        if (++done % RowsPerReport == 0 && progress && !progress(done, *total))
            return {ErrorCode::Internal, {QStringLiteral("cancelled")}};
        return index.add(rid, record);
    }));
    GUANXI_TRY(index.gather(false));
    return *total > RowsPerReport ? index.optimize() : Result<void>();
}

/// Puts the next `rows` into the search index; true while there may be more.
Result<bool> searchMore(Database &database, const Entity &entity, qint64 searchedTo, qint64 rows)
{
    SearchIndex index(database);
    qint64 added = 0;
    if (isSearched(entity, StoreKind::Cache))
        GUANXI_TRY(forEachSearched(database, entity, searchedTo, rows, [&](qint64 rid, const Record &record) {
            ++added;
            searchedTo = rid;
            return index.add(rid, record);
        }));
    if (added < rows)
        GUANXI_TRY(removeMetaValue(database, stateKey(entity)));
    else
        GUANXI_TRY(setMetaValue(database, stateKey(entity), QByteArray::number(searchedTo)));
    return added == rows;
}

/// Makes the first index that is missing; false when none is.
Result<bool> indexMore(Database &database, const Entity &entity)
{
    QSet<QByteArray> made;
    Statement names(database, "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?");
    GUANXI_TRY(names.bind(1, entity.name).each([&](const Statement &row) { made.insert(row.bytes(0)); }));
    for (const Index &index : indexesOf(entity, StoreKind::Cache, database.dialect()))
        if (!made.contains(index.name)) {
            GUANXI_TRY(database.execute(index.sql));
            return true;
        }
    return false;
}

/// True when indexes and search together go through no more than `rows` rows. A step costs a small table more than its rows
/// do: after each index all statements are prepared anew.
Result<bool> fitsOneStep(Database &database, const Entity &entity, qint64 rows)
{
    const qint64 most = rows / qint64(indexesOf(entity, StoreKind::Cache, database.dialect()).size() + 1);
    Statement statement(database, "SELECT count(*) FROM (SELECT 1 FROM " + tableName(entity) + " LIMIT ?)");
    const auto count = statement.bind(1, most + 1).single();
    return count ? Result<bool>(count->value_or(0) <= most) : count.error();
}

} // namespace

Result<Secondary> secondaryOf(Database &database, const Entity &entity)
{
    const auto state = metaValue(database, stateKey(entity));
    if (!state)
        return state.error();
    if (!state->has_value())
        return Secondary();
    return **state == Nothing ? Secondary{false, 0} : Secondary{true, (*state)->toLongLong()};
}

Result<void> dropSecondary(Database &database, const Entity &entity, StoreKind kind)
{
    const auto present = secondaryOf(database, entity);
    if (!present)
        return present.error();
    if (!present->indexed)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (isSearched(entity, kind)) {
        SearchIndex index(database);
        GUANXI_TRY(forEachSearched(database, entity, 0, std::numeric_limits<qint64>::max(), [&](qint64 rid, const Record &record) {
            return rid <= present->searchedTo ? index.remove(rid, record) : Result<void>();
        }));
    }
    for (const Index &index : indexesOf(entity, kind, database.dialect()))
        GUANXI_TRY(database.execute("DROP INDEX IF EXISTS " + index.name));
    GUANXI_TRY(setMetaValue(database, stateKey(entity), Nothing));
    return transaction->commit();
}

Result<void> buildSecondary(Database &database, const Entity &entity, StoreKind kind, const Progress &progress)
{
    const auto present = secondaryOf(database, entity);
    if (!present)
        return present.error();
    if (present->isComplete())
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // What a build in steps has done already is done again: whoever wants all at once has few rows, or no hurry.
    GUANXI_TRY(dropSecondary(database, entity, kind));
    for (const Index &index : indexesOf(entity, kind, database.dialect()))
        GUANXI_TRY(database.execute(index.sql));
    if (isSearched(entity, kind))
        GUANXI_TRY(fillSearch(database, entity, progress));
    GUANXI_TRY(removeMetaValue(database, stateKey(entity)));
    return transaction->commit();
}

Result<bool> buildSome(Database &database, const Entity &entity, qint64 rows)
{
    const auto present = secondaryOf(database, entity);
    if (!present)
        return present.error();
    if (present->isComplete())
        return false;
    if (!present->indexed) {
        const auto small = fitsOneStep(database, entity, rows);
        if (!small)
            return small.error();
        if (*small) {
            GUANXI_TRY(buildSecondary(database, entity, StoreKind::Cache));
            return false;
        }
    }
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    Result<bool> more = true;
    if (present->indexed)
        more = searchMore(database, entity, present->searchedTo, rows);
    else if (more = indexMore(database, entity); more && !*more)
        more = searchMore(database, entity, 0, rows);
    if (!more)
        return more;
    GUANXI_TRY(transaction->commit());
    return more;
}

Result<void> rebuildDerived(Database &database, const Catalogue &catalogue)
{
    GUANXI_TRY(SearchIndex(database).clear());
    for (const Entity &entity : catalogue.entities()) {
        for (const Field &field : entity.fields())
            if (hasSortKey(field, StoreKind::Cache))
                GUANXI_TRY(database.execute("UPDATE " + tableName(entity) + " SET " + sortKeyColumn(field) + " = "
                                            + database.dialect().textOrder(columnName(field))));
        const auto present = secondaryOf(database, entity);
        if (!present)
            return present.error();
        if (present->isComplete() && isSearched(entity, StoreKind::Cache))
            GUANXI_TRY(fillSearch(database, entity, {}));
        else if (present->indexed && !present->isComplete())
            GUANXI_TRY(setMetaValue(database, stateKey(entity), "0"));
    }
    return {};
}

} // namespace guanxi::storage
