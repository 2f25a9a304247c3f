// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/recordstore.h"

#include "common/storage/dialect.h"
#include "common/storage/rowreader.h"
#include "common/storage/rowwriter.h"
#include "common/storage/searchindex.h"
#include "common/storage/transaction.h"

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

constexpr qsizetype BatchedReads = 64;

QByteArray insertSql(const Entity &entity, StoreKind kind)
{
    QByteArray names, marks;
    for (const Column &column : columnsOf(entity, kind)) {
        names += (names.isEmpty() ? "" : ", ") + column.name;
        marks += marks.isEmpty() ? "?" : ", ?";
    }
    return "INSERT INTO " + tableName(entity) + " (" + names + ") VALUES (" + marks + ") ON CONFLICT (id) DO ";
}

QByteArray replaceClause(const Entity &entity, StoreKind kind)
{
    QByteArray assignments;
    for (const Column &column : columnsOf(entity, kind))
        if (column.name != "id")
            assignments += (assignments.isEmpty() ? "" : ", ") + column.name + " = excluded." + column.name;
    return "UPDATE SET " + assignments + " RETURNING rid";
}

Error unknownEntity(EntityId entity) { return {ErrorCode::Internal, {QStringLiteral("unknown entity %1").arg(entity)}}; }

Error about(ErrorCode code, const RecordRef &ref, const Entity &entity) { return {code, {entity.name, ref.id.text()}}; }

} // namespace

/// The SQL of one entity, made once; made again when a field was added.
struct EntityStatements {
    EntityStatements(const Entity &of, StoreKind kind)
        : entity(of), fieldCount(of.fields().size()), select(RowReader::select(of, allFields(of), kind)),
          insert(insertSql(of, kind)), replace(insert + replaceClause(of, kind)), reader(of, allFields(of), kind),
          writer(of, kind)
    {
        insert += "NOTHING RETURNING rid";
    }

    const Entity &entity;
    size_t fieldCount;
    QByteArray select;
    QByteArray insert;
    QByteArray replace;
    RowReader reader;
    RowWriter writer;
};

RecordStore::RecordStore(Database &database, const Catalogue &catalogue, StoreKind kind)
    : m_database(database), m_catalogue(catalogue), m_kind(kind)
{}

RecordStore::~RecordStore() = default;

Result<EntityStatements *> RecordStore::statements(EntityId id)
{
    std::unique_ptr<EntityStatements> &known = m_statements[id];
    if (known && known->fieldCount == known->entity.fields().size())
        return known.get();
    const Entity *entity = m_catalogue.entity(id);
    if (!entity)
        return unknownEntity(id);
    known = std::make_unique<EntityStatements>(*entity, m_kind);
    return known.get();
}

namespace {

Result<std::optional<StoredRecord>> readOne(Statement &statement, const RowReader &reader)
{
    const auto row = statement.step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<StoredRecord>();
    return std::optional(reader.read(statement));
}

Result<std::vector<StoredRecord>> readAll(Statement &statement, const RowReader &reader)
{
    std::vector<StoredRecord> records;
    for (;;) {
        auto record = readOne(statement, reader);
        if (!record)
            return record.error();
        if (!*record)
            return records;
        records.push_back(std::move(**record));
    }
}

/// One statement per row: the fastest where a statement is a function call.
Result<std::vector<StoredRecord>> readOneByOne(Database &database, const QByteArray &select, const RowReader &reader,
                                               std::span<const qint64> rids)
{
    std::vector<StoredRecord> records;
    records.reserve(rids.size());
    Statement statement(database, select + " WHERE rid = ?");
    for (const qint64 rid : rids) {
        auto record = readOne(statement.bind(1, rid), reader);
        if (!record)
            return record.error();
        if (*record)
            records.push_back(std::move(**record));
        statement.reset();
    }
    return records;
}

/// As many rows at once as make a trip to a server worth it; answered in any order, returned in the one asked for.
Result<std::vector<StoredRecord>> readBatched(Database &database, const QByteArray &select, const RowReader &reader,
                                              std::span<const qint64> rids)
{
    std::vector<StoredRecord> records;
    records.reserve(rids.size());
    Statement statement(database, select + " WHERE rid IN (?" + QByteArray(", ?").repeated(BatchedReads - 1) + ')');
    for (size_t begin = 0; begin < rids.size(); begin += BatchedReads) {
        const auto batch = rids.subspan(begin, std::min<size_t>(BatchedReads, rids.size() - begin));
        for (int i = 0; i < BatchedReads; ++i)
            statement.bind(i + 1, batch[std::min<size_t>(size_t(i), batch.size() - 1)]);
        auto found = readAll(statement, reader);
        if (!found)
            return found.error();
        QHash<qint64, StoredRecord *> byRid;
        for (StoredRecord &record : *found)
            byRid.insert(record.rid, &record);
        for (const qint64 rid : batch)
            if (const StoredRecord *record = byRid.value(rid))
                records.push_back(*record);
    }
    return records;
}

} // namespace

Result<std::optional<StoredRecord>> RecordStore::load(const RecordRef &ref)
{
    const auto sql = statements(ref.entity);
    if (!sql)
        return sql.error();
    Statement statement(m_database, (*sql)->select + " WHERE id = ?");
    return readOne(statement.bind(1, ref.id), (*sql)->reader);
}

Result<bool> RecordStore::contains(const RecordRef &ref)
{
    const Entity *entity = m_catalogue.entity(ref.entity);
    if (!entity)
        return unknownEntity(ref.entity);
    Statement statement(m_database, "SELECT rid FROM " + tableName(*entity) + " WHERE id = ?");
    const auto rid = statement.bind(1, ref.id).single();
    return rid ? Result<bool>(rid->has_value()) : rid.error();
}

Result<std::vector<StoredRecord>> RecordStore::loadByRids(EntityId id, std::span<const qint64> rids,
                                                          std::span<const FieldId> only)
{
    const auto sql = statements(id);
    if (!sql)
        return sql.error();
    const Entity &entity = (*sql)->entity;
    std::vector<const Field *> fields = only.empty() ? allFields(entity) : std::vector<const Field *>();
    for (const FieldId field : only)
        if (const Field *known = entity.field(field))
            fields.push_back(known);
    const QByteArray select = RowReader::select(entity, fields, m_kind);
    const RowReader reader(entity, std::move(fields), m_kind);
    if (rids.empty())
        return std::vector<StoredRecord>();
    return m_database.dialect().singleReadsAreCheap() ? readOneByOne(m_database, select, reader, rids)
                                                      : readBatched(m_database, select, reader, rids);
}

Result<std::vector<StoredRecord>> RecordStore::loadAfter(EntityId entity, qint64 rid, int limit)
{
    const auto sql = statements(entity);
    if (!sql)
        return sql.error();
    Statement statement(m_database, (*sql)->select + " WHERE rid > ? ORDER BY rid LIMIT ?");
    return readAll(statement.bindAll(rid, limit), (*sql)->reader);
}

Result<bool> RecordStore::isSearchKept(const Entity &entity)
{
    return isSearched(entity, m_kind) ? hasSecondary(m_database, entity) : Result<bool>(false);
}

Result<std::optional<qint64>> RecordStore::write(EntityStatements &sql, const QByteArray &text, const Record &record,
                                                 QByteArrayView scopes)
{
    GUANXI_TRY(sql.writer.encode(record, scopes));
    Statement statement(m_database, text);
    int index = 0;
    for (const Cell &cell : sql.writer.cells())
        bindCell(statement, ++index, cell, sql.writer.scratch());
    return statement.single();
}

Result<qint64> RecordStore::insert(const Record &record, QByteArrayView scopes)
{
    const auto sql = statements(record.ref().entity);
    if (!sql)
        return sql.error();
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto rid = write(**sql, (*sql)->insert, record, scopes);
    if (!rid)
        return rid.error();
    if (!*rid)
        return about(ErrorCode::AlreadyExists, record.ref(), (*sql)->entity);
    const auto searched = isSearchKept((*sql)->entity);
    if (!searched)
        return searched.error();
    if (*searched)
        GUANXI_TRY(SearchIndex(m_database).add(**rid, record));
    GUANXI_TRY(transaction->commit());
    return **rid;
}

Result<qint64> RecordStore::upsert(const Record &record, QByteArrayView scopes)
{
    const auto sql = statements(record.ref().entity);
    if (!sql)
        return sql.error();
    const auto searched = isSearchKept((*sql)->entity);
    if (!searched)
        return searched.error();
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    SearchIndex index(m_database);
    bool reindex = *searched;
    if (*searched) {
        const auto old = load(record.ref());
        if (!old)
            return old.error();
        // Taking words out of the index costs far more than writing the row: only when they changed.
        reindex = !*old || !SearchIndex::sameWords((*old)->record, record);
        if (*old && reindex)
            GUANXI_TRY(index.remove((*old)->rid, (*old)->record));
    }
    const auto rid = write(**sql, (*sql)->replace, record, scopes);
    if (!rid)
        return rid.error();
    if (reindex)
        GUANXI_TRY(index.add(rid->value_or(0), record));
    GUANXI_TRY(transaction->commit());
    return rid->value_or(0);
}

Result<void> RecordStore::update(const Record &record, const QList<FieldId> &changed, std::optional<QByteArrayView> scopes)
{
    // A cache keeps sort keys and search in step, so it needs the whole row.
    if (m_kind == StoreKind::Cache)
        return updateWhole(record, changed);
    const auto sql = statements(record.ref().entity);
    if (!sql)
        return sql.error();
    const Entity &entity = (*sql)->entity;
    QByteArray text = "UPDATE " + tableName(entity) + " SET rev = ?, deleted = ?";
    if (scopes)
        text += ", scopes = ?";
    for (const FieldId field : changed) {
        if (!entity.field(field))
            return {ErrorCode::BadValue, {QString::number(field), QString()}};
        text += ", " + columnName(*entity.field(field)) + " = ?";
    }
    Statement statement(m_database, text + " WHERE id = ?");
    int index = 0;
    statement.bind(++index, record.rev());
    statement.bind(++index, record.isDeleted());
    if (scopes)
        statement.bind(++index, *scopes);
    for (const FieldId field : changed)
        bindValue(statement, ++index, *entity.field(field), record.value(field));
    const auto rows = statement.bind(++index, record.id()).run();
    if (!rows)
        return rows.error();
    return *rows == 0 ? Result<void>(about(ErrorCode::NotFound, record.ref(), entity)) : Result<void>();
}

Result<void> RecordStore::updateWhole(const Record &record, const QList<FieldId> &changed)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto old = load(record.ref());
    if (!old)
        return old.error();
    if (!*old)
        return about(ErrorCode::NotFound, record.ref(), record.entity());
    Record whole = (*old)->record;
    whole.setRev(record.rev());
    whole.setDeleted(record.isDeleted());
    for (const FieldId field : changed) {
        if (!whole.entity().field(field))
            return {ErrorCode::BadValue, {QString::number(field), QString()}};
        whole.setValue(field, record.value(field));
    }
    if (const auto written = upsert(whole); !written)
        return written.error();
    return transaction->commit();
}

Result<bool> RecordStore::remove(const RecordRef &ref)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto old = load(ref);
    if (!old)
        return old.error();
    if (!*old) {
        GUANXI_TRY(transaction->commit()); // nothing to do is no reason to fail an outer transaction
        return false;
    }
    const auto searched = isSearchKept((*old)->record.entity());
    if (!searched)
        return searched.error();
    if (*searched)
        GUANXI_TRY(SearchIndex(m_database).remove((*old)->rid, (*old)->record));
    Statement statement(m_database, "DELETE FROM " + tableName((*old)->record.entity()) + " WHERE rid = ?");
    if (const auto rows = statement.bind(1, (*old)->rid).run(); !rows)
        return rows.error();
    GUANXI_TRY(transaction->commit());
    return true;
}

Result<void> RecordStore::removeAll(EntityId id)
{
    const Entity *entity = m_catalogue.entity(id);
    if (!entity)
        return unknownEntity(id);
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto present = hasSecondary(m_database, *entity);
    if (!present)
        return present.error();
    // Only the rows know what they have put into the search index.
    GUANXI_TRY(dropSecondary(m_database, *entity, m_kind));
    GUANXI_TRY(m_database.execute("DELETE FROM " + tableName(*entity)));
    if (*present)
        GUANXI_TRY(buildSecondary(m_database, *entity, m_kind));
    return transaction->commit();
}

} // namespace guanxi::storage
