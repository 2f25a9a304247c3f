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

QByteArray insertSql(const Entity &entity, const std::vector<Column> &columns)
{
    QByteArray names, marks;
    names.reserve(24 * qsizetype(columns.size()));
    marks.reserve(3 * qsizetype(columns.size()));
    for (const Column &column : columns) {
        names += (names.isEmpty() ? "" : ", ") + column.name;
        marks += marks.isEmpty() ? "?" : ", ?";
    }
    return "INSERT INTO " + tableName(entity) + " (" + names + ") VALUES (" + marks + ')';
}

Error unknownEntity(EntityId entity) { return {ErrorCode::Internal, {QStringLiteral("unknown entity %1").arg(entity)}}; }

Error about(ErrorCode code, const RecordRef &ref, const Entity &entity) { return {code, {entity.name, ref.id.text()}}; }

} // namespace

/// The SQL of one entity, made once; made again when a field was added.
struct EntityStatements {
    static constexpr const char *After = " WHERE rid > ? ORDER BY rid LIMIT ?";

    EntityStatements(const Entity &of, StoreKind kind)
        : entity(of), fieldCount(of.fields().size()), select(RowReader::select(of, allFields(of), kind)),
          selectById(select + " WHERE id = ?"), selectAfter(select + After),
          columns(columnsOf(of, kind)), insert(insertSql(of, columns) + " ON CONFLICT (id) DO NOTHING RETURNING rid"), firstField(kind == StoreKind::Server ? 4 : 3),
          reader(of, allFields(of), kind), writer(of, kind)
    {
        size_t sortKey = firstField + fieldCount;
        for (const Field &field : of.fields())
            sortKeys.push_back(hasSortKey(field, kind) ? sortKey++ : 0);
    }

    /// Columns in which the two versions of a row differ; the identity is none of them.
    std::vector<size_t> changed(const Record &before, const Record &after) const;

    const Entity &entity;
    size_t fieldCount;
    QByteArray select;
    QByteArray selectById;
    QByteArray selectAfter;
    std::vector<Column> columns;
    QByteArray insert;
    size_t firstField; ///< before it id, rev, deleted, on the server scopes
    std::vector<size_t> sortKeys; ///< column of each field's sort key; 0: it has none
    RowReader reader;
    RowWriter writer;
};

std::vector<size_t> EntityStatements::changed(const Record &before, const Record &after) const
{
    std::vector<size_t> differing;
    if (before.rev() != after.rev())
        differing.push_back(1);
    if (before.isDeleted() != after.isDeleted())
        differing.push_back(2);
    if (firstField > 3)
        differing.push_back(3);
    size_t at = 0;
    for (const Field &field : entity.fields()) {
        if (before.value(field.id) != after.value(field.id)) {
            differing.push_back(firstField + at);
            if (sortKeys[at] != 0)
                differing.push_back(sortKeys[at]);
        }
        ++at;
    }
    return differing;
}

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

std::vector<const Field *> fieldsOf(const Entity &entity, std::span<const FieldId> ids)
{
    std::vector<const Field *> fields;
    for (const FieldId id : ids)
        if (const Field *known = entity.field(id))
            fields.push_back(known);
    return fields;
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

Result<std::vector<StoredRecord>> readRids(Database &database, const QByteArray &select, const RowReader &reader, std::span<const qint64> rids)
{
    return database.dialect().singleReadsAreCheap() ? readOneByOne(database, select, reader, rids)
                                                    : readBatched(database, select, reader, rids);
}

} // namespace

Result<std::optional<StoredRecord>> RecordStore::load(const RecordRef &ref, std::span<const FieldId> only)
{
    const auto sql = statements(ref.entity);
    if (!sql)
        return sql.error();
    if (only.empty()) {
        Statement statement(m_database, (*sql)->selectById);
        return readOne(statement.bind(1, ref.id), (*sql)->reader);
    }
    const Entity &entity = (*sql)->entity;
    const std::vector<const Field *> fields = fieldsOf(entity, only);
    Statement statement(m_database, RowReader::select(entity, fields, m_kind) + " WHERE id = ?");
    return readOne(statement.bind(1, ref.id), RowReader(entity, fields, m_kind));
}

Result<qint64> RecordStore::revision(const RecordRef &ref)
{
    const auto rev = column(ref, "rev");
    return rev ? Result<qint64>(std::max<qint64>(rev->value_or(0), 0)) : rev.error();
}

Result<bool> RecordStore::contains(const RecordRef &ref)
{
    const auto rid = column(ref, "rid");
    return rid ? Result<bool>(rid->has_value()) : rid.error();
}

Result<std::optional<qint64>> RecordStore::column(const RecordRef &ref, const char *name)
{
    const Entity *entity = m_catalogue.entity(ref.entity);
    if (!entity)
        return unknownEntity(ref.entity);
    Statement statement(m_database, QByteArray("SELECT ") + name + " FROM " + tableName(*entity) + " WHERE id = ?");
    return statement.bind(1, ref.id).single();
}

Result<std::vector<StoredRecord>> RecordStore::loadByRids(EntityId id, std::span<const qint64> rids,
                                                          std::span<const FieldId> only)
{
    const auto sql = statements(id);
    if (!sql)
        return sql.error();
    if (rids.empty())
        return std::vector<StoredRecord>();
    if (only.empty())
        return readRids(m_database, (*sql)->select, (*sql)->reader, rids);
    const Entity &entity = (*sql)->entity;
    std::vector<const Field *> fields = fieldsOf(entity, only);
    const QByteArray select = RowReader::select(entity, fields, m_kind);
    return readRids(m_database, select, RowReader(entity, std::move(fields), m_kind), rids);
}

Result<std::vector<StoredRecord>> RecordStore::loadAfter(EntityId id, qint64 rid, int limit, std::span<const FieldId> only)
{
    const auto sql = statements(id);
    if (!sql)
        return sql.error();
    if (only.empty()) {
        Statement statement(m_database, (*sql)->selectAfter);
        return readAll(statement.bindAll(rid, limit), (*sql)->reader);
    }
    const Entity &entity = (*sql)->entity;
    const std::vector<const Field *> fields = fieldsOf(entity, only);
    Statement statement(m_database, RowReader::select(entity, fields, m_kind) + EntityStatements::After);
    return readAll(statement.bindAll(rid, limit), RowReader(entity, fields, m_kind));
}

Result<qint64> RecordStore::searchedTo(const Entity &entity)
{
    if (!isSearched(entity, m_kind))
        return 0;
    const auto secondary = secondaryOf(m_database, entity);
    return secondary ? Result<qint64>(secondary->searchedTo) : secondary.error();
}

Result<qint64> RecordStore::insert(const Record &record, QByteArrayView scopes)
{
    const auto sql = statements(record.ref().entity);
    if (!sql)
        return sql.error();
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    GUANXI_TRY((*sql)->writer.encode(record, scopes));
    Statement statement(m_database, (*sql)->insert);
    int index = 0;
    for (const Cell &cell : (*sql)->writer.cells())
        bindCell(statement, ++index, cell, (*sql)->writer.scratch());
    const auto rid = statement.single();
    if (!rid)
        return rid.error();
    if (!*rid)
        return about(ErrorCode::AlreadyExists, record.ref(), (*sql)->entity);
    const auto searched = searchedTo((*sql)->entity);
    if (!searched)
        return searched.error();
    if (**rid <= *searched)
        GUANXI_TRY(putWords(**rid, nullptr, &record));
    GUANXI_TRY(transaction->commit());
    return **rid;
}

Result<qint64> RecordStore::upsert(const Record &record, QByteArrayView scopes)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto old = load(record.ref());
    if (!old)
        return old.error();
    const auto rid = *old ? replace(**old, record, scopes) : insert(record, scopes);
    if (rid)
        GUANXI_TRY(transaction->commit());
    return rid;
}

Result<qint64> RecordStore::replace(const StoredRecord &old, const Record &record, QByteArrayView scopes)
{
    const auto sql = statements(record.ref().entity);
    if (!sql)
        return sql.error();
    const auto searched = searchedTo((*sql)->entity);
    if (!searched)
        return searched.error();
    GUANXI_TRY(rewrite(**sql, old, record, scopes));
    // Words that are the same need not even be made.
    if (old.rid <= *searched && !SearchIndex::sameWords(old.record, record))
        GUANXI_TRY(putWords(old.rid, &old.record, &record));
    return old.rid;
}

Result<void> RecordStore::rewrite(EntityStatements &sql, const StoredRecord &old, const Record &record, QByteArrayView scopes)
{
    // A column that is named has all its indexes written, though the value be the same.
    const std::vector<size_t> changed = sql.changed(old.record, record);
    if (changed.empty())
        return {};
    GUANXI_TRY(sql.writer.encode(record, scopes, &old.record));
    QByteArray text = "UPDATE " + tableName(sql.entity) + " SET ";
    for (const size_t column : changed)
        text += (column == changed.front() ? "" : ", ") + sql.columns[column].name + " = ?";
    Statement statement(m_database, text + " WHERE rid = ?");
    int index = 0;
    for (const size_t column : changed)
        bindCell(statement, ++index, sql.writer.cells()[column], sql.writer.scratch());
    const auto rows = statement.bind(++index, old.rid).run();
    return rows ? Result<void>() : rows.error();
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
    const auto searched = searchedTo((*old)->record.entity());
    if (!searched)
        return searched.error();
    if ((*old)->rid <= *searched)
        GUANXI_TRY(putWords((*old)->rid, &(*old)->record, nullptr));
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
    const auto present = secondaryOf(m_database, *entity);
    if (!present)
        return present.error();
    // Only the rows know what they have put into the search index.
    GUANXI_TRY(dropSecondary(m_database, *entity, m_kind));
    GUANXI_TRY(m_database.execute("DELETE FROM " + tableName(*entity)));
    if (present->indexed)
        GUANXI_TRY(buildSecondary(m_database, *entity, m_kind));
    return transaction->commit();
}

} // namespace guanxi::storage
