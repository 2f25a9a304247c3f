// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/schema.h"

#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "common/storage/migrations/migrations.h"
#include "common/storage/searchindex.h"
#include "common/storage/secondary.h"
#include "common/storage/transaction.h"

#include <QCryptographicHash>

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

/// Raised when the tables or indexes of the same declarations are made in another way.
constexpr char LayoutVersion[] = "2";
constexpr char ShapeKey[] = "shape";
constexpr char DerivedKey[] = "derived";
constexpr char TunedKey[] = "tuned";
constexpr char Tuning[] = "1"; // raised when SearchIndex::tune() says something else

using ExistingColumns = QHash<QByteArray, QSet<QByteArray>>;

/// What the tables should look like, in short; equal to the stored one when there is nothing to do. From the declarations:
/// writing the SQL of all tables at each start took longer than everything else about opening a copy.
QByteArray shapeOf(const Catalogue &catalogue, StoreKind kind)
{
    QByteArray told = QByteArray(LayoutVersion) + (kind == StoreKind::Cache ? 'c' : 's');
    for (const Entity &entity : catalogue.entities()) {
        told.append(tableName(entity)).append(QByteArray::number(entity.id));
        for (const Field &field : entity.fields()) {
            const int traits = int(columnType(field)) | isIndexed(field, kind) << 2 | hasSortKey(field, kind) << 3 | (field.unique || field.indexed) << 4;
            told.append(columnName(field)).append(QByteArray::number(field.id)).append(char('A' + traits));
        }
    }
    return QCryptographicHash::hash(told, QCryptographicHash::Sha1).toHex();
}

/// What sort keys and search are made from, and how.
QByteArray derivedOf(const Catalogue &catalogue)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(SearchIndex::version());
    for (const Entity &entity : catalogue.entities())
        for (const Field &field : entity.fields())
            if (field.search != Search::None)
                hash.addData(QByteArray::number(entity.id) + '.' + QByteArray::number(field.id) + ' '
                             + QByteArray::number(int(field.search)) + '\n');
    return hash.result().toHex();
}

Result<bool> tableExists(Database &database, const QByteArray &name)
{
    Statement statement(database, database.dialect().tableExists());
    const auto found = statement.bindUtf8(1, name).single();
    return found ? Result<bool>(found->has_value()) : found.error();
}

Result<ExistingColumns> existingColumns(Database &database)
{
    ExistingColumns columns;
    Statement statement(database, database.dialect().existingColumns());
    GUANXI_TRY(statement.each([&](const Statement &row) { columns[quoted(row.text(0))].insert(quoted(row.text(1))); }));
    return columns;
}

Result<void> extendTable(Database &database, const Entity &entity, StoreKind kind, const ExistingColumns &existing)
{
    const auto table = existing.constFind(tableName(entity));
    if (table == existing.constEnd())
        return database.execute(createTable(entity, kind, database.dialect()));
    for (const Column &column : columnsOf(entity, kind)) {
        const QByteArray name = column.name.startsWith('"') ? column.name : '"' + column.name + '"';
        if (!table->contains(name))
            GUANXI_TRY(database.execute("ALTER TABLE " + tableName(entity) + " ADD COLUMN " + column.name + ' '
                                        + database.dialect().columnType(column.type)));
    }
    return {};
}

Result<void> extendAll(Database &database, const Catalogue &catalogue, StoreKind kind)
{
    const auto existing = existingColumns(database);
    if (!existing)
        return existing.error();
    for (const Entity &entity : catalogue.entities()) {
        GUANXI_TRY(extendTable(database, entity, kind, *existing));
        const auto secondary = secondaryOf(database, entity);
        if (!secondary)
            return secondary.error();
        if (secondary->indexed)
            for (const Index &index : indexesOf(entity, kind, database.dialect()))
                GUANXI_TRY(database.execute(index.sql));
    }
    return {};
}

Result<bool> isCurrent(Database &database, QByteArrayView key, const QByteArray &wanted)
{
    const auto stored = metaValue(database, key);
    return stored ? Result<bool>(*stored == wanted) : stored.error();
}

/// Runs `work` and remembers under `key` that `wanted` is reached, unless it was already.
template <class Work> Result<void> bringTo(Database &database, QByteArrayView key, const QByteArray &wanted, Work work)
{
    const auto current = isCurrent(database, key, wanted);
    if (!current)
        return current.error();
    if (*current)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    Statement lock(database, database.dialect().lockSchema());
    if (const auto locked = lock.run(); !locked)
        return locked.error();
    GUANXI_TRY(work());
    GUANXI_TRY(setMetaValue(database, key, wanted));
    return transaction->commit();
}

Result<void> ensureMeta(Database &database)
{
    const auto present = tableExists(database, "meta");
    if (!present)
        return present.error();
    if (*present)
        return {};
    return database.execute("CREATE TABLE IF NOT EXISTS meta (key "
                            + database.dialect().columnType(ColumnType::Text) + " PRIMARY KEY, value "
                            + database.dialect().columnType(ColumnType::Bytes) + ')');
}

} // namespace

Result<void> ensureSchema(Database &database, const Catalogue &catalogue, StoreKind kind)
{
    if (kind == StoreKind::Cache && database.backend() != Backend::Sqlite)
        return {ErrorCode::Internal, {QStringLiteral("a cache is a SQLite file")}};
    GUANXI_TRY(ensureMeta(database));
    GUANXI_TRY(migrate(database, "storage", storageMigrations()));
    GUANXI_TRY(bringTo(database, ShapeKey, shapeOf(catalogue, kind),
                       [&] { return extendAll(database, catalogue, kind); }));
    if (kind == StoreKind::Server)
        return {};
    const Result<void> derived = bringTo(database, DerivedKey, derivedOf(catalogue), [&]() -> Result<void> {
        GUANXI_TRY(SearchIndex(database).create());
        return rebuildDerived(database, catalogue);
    });
    if (!derived)
        return derived;
    return bringTo(database, TunedKey, Tuning, [&] { return SearchIndex(database).tune(); });
}

} // namespace guanxi::storage
