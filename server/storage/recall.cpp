// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that reads together and remembers what was read, where every read is a trip to a server.
#include "server/storage/recalled.h"

#include "common/storage/layout.h"
#include "common/storage/rowreader.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using namespace storage;

namespace {

/// As an element of an array of the field's column.
QByteArray elementOf(const Field &field, const Value &value)
{
    QByteArray bytes;
    const Result<Cell> cell = cellOf(field, value, bytes);
    return cell && cell->kind == Cell::Kind::Integer ? arrayElement(cell->number) : bytes;
}

/// A reference's value that points there.
Value pointerTo(const Field &field, const RecordRef &target)
{
    return field.type == FieldType::AnyReference ? Value(target) : Value(target.id);
}

} // namespace

void ServerStore::Recalled::noteWritten(const std::optional<ServerRow> &before, const ServerRow &after)
{
    const Entity &entity = after.record.entity();
    const Uuid id = after.record.id();
    rows.insert(after.record.ref(), after);
    const auto pointed = [](const Value &value, const Field &field) {
        return field.type == FieldType::AnyReference ? value.as<RecordRef>() : RecordRef{field.targets.value(0), value.id()};
    };
    for (auto known = children.begin(); known != children.end(); ++known) {
        if (known.key().entity != entity.id)
            continue;
        const Field &field = *entity.field(known.key().field);
        const RecordRef from = before ? pointed(before->record.value(field.id), field) : RecordRef();
        const RecordRef to = pointed(after.record.value(field.id), field);
        if (from == to)
            continue;
        if (const auto there = known->find(from); there != known->end())
            there->removeOne(id);
        if (const auto there = known->find(to); there != known->end())
            there->append(id);
    }
    for (auto known = holders.begin(); known != holders.end(); ++known) {
        if (known.key().entity != entity.id)
            continue;
        const FieldId field = known.key().field;
        if (const auto there = before ? known->find(before->record.value(field)) : known->end(); there != known->end())
            there->removeOne(id);
        if (const auto there = known->find(after.record.value(field)); there != known->end() && !after.record.isDeleted())
            there->append(id);
    }
}

void ServerStore::Recalled::noteTouch(const Uuid &record, const Touch &touch)
{
    if (const auto known = histories.find(record); known != histories.end())
        known->touches.append(touch);
}

void ServerStore::Recalled::noteTwin(const Twin &twin, const Uuid &record)
{
    const auto known = twins.find(twin);
    if (known == twins.end() || known->records.contains(record))
        return;
    known->records.insert(std::lower_bound(known->records.begin(), known->records.end(), record), record);
    known->records.resize(std::min<qsizetype>(known->records.size(), known->limit));
}

ServerStore::Recall::Recall(ServerStore &store) : m_store(store)
{
    if (store.isShared())
        store.m_recalled = std::make_unique<Recalled>();
}

ServerStore::Recall::~Recall() { m_store.m_recalled.reset(); }

Result<void> ServerStore::Recall::expect(const QSet<RecordRef> &refs)
{
    if (!m_store.m_recalled)
        return {};
    m_store.m_recalled->wantedRows = refs;
    return m_store.askWanted();
}

Result<void> ServerStore::Recall::expectReplicas(const QSet<Uuid> &replicas)
{
    return m_store.m_recalled ? m_store.recallReplicas(replicas) : Result<void>();
}

Result<void> ServerStore::Recall::foresee(const std::function<void()> &goThrough)
{
    if (!m_store.m_recalled)
        return {};
    m_store.m_recalled->foresees = true;
    goThrough();
    m_store.m_recalled->foresees = false;
    return m_store.askWanted();
}

qsizetype ServerStore::Recall::wanted() const { return m_store.m_recalled ? m_store.m_recalled->wanted : 0; }

bool ServerStore::foresees() const { return m_recalled && m_recalled->foresees; }

Result<void> ServerStore::askWanted()
{
    Recalled &recalled = *m_recalled;
    QHash<EntityId, QList<Uuid>> rows;
    for (const RecordRef &ref : std::exchange(recalled.wantedRows, {}))
        if (m_catalogue.entity(ref.entity))
            rows[ref.entity].append(ref.id);
    for (auto entity = rows.cbegin(); entity != rows.cend(); ++entity)
        GUANXI_TRY(recallRows(*m_catalogue.entity(entity.key()), *entity));
    for (const auto &[key, targets] : std::exchange(recalled.wantedChildren, {}).asKeyValueRange())
        GUANXI_TRY(recallChildren(*m_catalogue.entity(key.entity), *m_catalogue.at(key.entity).field(key.field), targets.keys()));
    for (const auto &[key, values] : std::exchange(recalled.wantedHolders, {}).asKeyValueRange())
        GUANXI_TRY(recallHolders(*m_catalogue.entity(key.entity), *m_catalogue.at(key.entity).field(key.field), values.keys()));
    GUANXI_TRY(recallHistories(std::exchange(recalled.wantedHistories, {})));
    return recallTwins();
}

/// Rows of which it is true.
template <class List> Result<QList<ServerRow>> ServerStore::rowsWhere(const Entity &entity, const QByteArray &isOneOf, const List &values)
{
    const RowReader reader(entity, allFields(entity), StoreKind::Server);
    Statement statement(m_database, RowReader::select(entity, allFields(entity), StoreKind::Server) + " WHERE " + isOneOf);
    QList<ServerRow> rows;
    GUANXI_TRY(statement.bindArray(1, values).each([&](const Statement &row) {
        StoredRecord stored = reader.read(row);
        rows.append({std::move(stored.record), stored.rid, scopesFrom(stored.scopes)});
    }));
    return rows;
}

Result<void> ServerStore::recallRows(const Entity &entity, const QList<Uuid> &ids)
{
    const Result<QList<ServerRow>> rows = rowsWhere(entity, "id = ANY(?::bytea[])", ids);
    if (!rows)
        return rows.error();
    for (const Uuid &id : ids)
        m_recalled->rows.insert({entity.id, id}, std::nullopt);
    for (const ServerRow &row : *rows)
        m_recalled->rows.insert(row.record.ref(), row);
    return {};
}

Result<void> ServerStore::recallChildren(const Entity &entity, const Field &field, const QList<RecordRef> &targets)
{
    std::vector<QByteArray> values;
    auto &known = m_recalled->children[{entity.id, field.id}];
    for (const RecordRef &target : targets) {
        values.push_back(elementOf(field, pointerTo(field, target)));
        known.insert(target, {});
    }
    const Result<QList<ServerRow>> rows = rowsWhere(entity, columnName(field) + " = ANY(?::bytea[])", values);
    if (!rows)
        return rows.error();
    for (const ServerRow &row : *rows) {
        const Value &value = row.record.value(field.id);
        m_recalled->rows.insert(row.record.ref(), row);
        known[field.type == FieldType::AnyReference ? value.as<RecordRef>() : RecordRef{field.targets.value(0), value.id()}].append(row.record.id());
    }
    return {};
}

Result<QList<ServerRow>> ServerStore::recalledChildren(const Entity &entity, const Field &field, const RecordRef &target)
{
    auto &known = m_recalled->children[{entity.id, field.id}];
    if (!known.contains(target) && m_recalled->foresees) {
        m_recalled->wantedChildren[{entity.id, field.id}].insert(target, true);
        ++m_recalled->wanted;
        return QList<ServerRow>();
    }
    if (!known.contains(target))
        GUANXI_TRY(recallChildren(entity, field, {target}));
    QList<ServerRow> rows;
    for (const Uuid &id : known.value(target))
        if (const auto row = m_recalled->rows.value({entity.id, id}))
            rows.append(*row);
    return rows;
}

Result<void> ServerStore::recallHolders(const Entity &entity, const Field &field, const QList<Value> &values)
{
    std::vector<QByteArray> elements;
    auto &known = m_recalled->holders[{entity.id, field.id}];
    for (const Value &value : values) {
        elements.push_back(elementOf(field, value));
        known.insert(value, {});
    }
    const QByteArray column = columnName(field);
    Statement statement(m_database, "SELECT id, " + column + " FROM " + tableName(entity) + " WHERE " + column + " = ANY(" + arrayPlaceholder(columnType(field)) + ") AND deleted = 0");
    return statement.bindArray(1, elements).each([&](const Statement &row) { known[readValue(row, 1, field)].append(row.uuid(0)); });
}

Result<void> ServerStore::recallHistories(const QHash<Uuid, qint64> &bases)
{
    if (bases.isEmpty())
        return {};
    Statement statement(m_database, "SELECT w.record, i.rev, i.replica, i.author, i.fields, COALESCE(o.origin, i.rev) FROM unnest(?::bytea[], ?::bigint[]) AS w(record, base)"
                                    " JOIN change_index i ON i.record = w.record AND i.rev > w.base LEFT JOIN change_origin o ON o.rev = i.rev ORDER BY i.rev");
    statement.bindArray(1, bases.keys()).bindArray(2, bases.values());
    for (auto each = bases.cbegin(); each != bases.cend(); ++each)
        m_recalled->histories.insert(each.key(), {*each, {}});
    return statement.each([&](const Statement &row) {
        m_recalled->histories[row.uuid(0)].touches.append({row.integer(1), row.uuid(2), row.uuid(3), row.bytes(4), row.integer(5)});
    });
}

Result<void> ServerStore::recallTwins()
{
    QHash<EntityId, QList<qint64>> keys;
    int limit = 0;
    for (const auto &[twin, most] : m_recalled->wantedTwins.asKeyValueRange()) {
        keys[twin.entity].append(twin.key);
        limit = std::max(limit, most);
    }
    for (const auto &[twin, most] : std::exchange(m_recalled->wantedTwins, {}).asKeyValueRange())
        m_recalled->twins.insert(twin, {limit, {}});
    for (auto entity = keys.cbegin(); entity != keys.cend(); ++entity) {
        Statement statement(m_database, "SELECT w.twin, t.record FROM unnest(?::bigint[]) AS w(twin) CROSS JOIN LATERAL"
                                        " (SELECT record FROM twin_key WHERE entity = ? AND twin = w.twin ORDER BY record LIMIT ?) AS t ORDER BY t.record");
        statement.bindArray(1, *entity).bind(2, qint64(entity.key())).bind(3, limit);
        GUANXI_TRY(statement.each([&](const Statement &row) { m_recalled->twins[{entity.key(), row.integer(0)}].records.append(row.uuid(1)); }));
    }
    return {};
}

} // namespace guanxi::server
