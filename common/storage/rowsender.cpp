// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/rowsender.h"

#include "common/storage/dialect.h"

namespace guanxi::storage {

using namespace model;

namespace {

constexpr int NumbersTaken = 64;

} // namespace

RowSender::Table::Table(const Entity &entity) : fieldCount(entity.fields().size()), writer(entity, StoreKind::Server)
{
    QByteArray names = "rid", marks = "?";
    for (const Column &column : columnsOf(entity, StoreKind::Server)) {
        names += ", " + column.name;
        marks += ", ?";
    }
    insertSql = "INSERT INTO " + tableName(entity) + " (" + names + ") VALUES (" + marks + ')';
}

RowSender::Table &RowSender::tableOf(const Entity &entity)
{
    if (const auto known = m_tables.find(entity.id); known != m_tables.end() && known->second.fieldCount != entity.fields().size())
        m_tables.erase(known);
    return m_tables.try_emplace(entity.id, entity).first->second;
}

Result<qint64> RowSender::nextNumber(const Entity &entity, Table &table)
{
    if (table.numbers.empty()) {
        Statement statement(m_database, m_database.dialect().takeRowNumbers(tableName(entity)));
        GUANXI_TRY(statement.bind(1, NumbersTaken).each([&](const Statement &row) { table.numbers.push_back(row.integer(0)); }));
        std::reverse(table.numbers.begin(), table.numbers.end());
    }
    const qint64 number = table.numbers.back();
    table.numbers.pop_back();
    return number;
}

Result<qint64> RowSender::insert(const Record &record, QByteArrayView scopes)
{
    Table &table = tableOf(record.entity());
    const Result<qint64> rid = nextNumber(record.entity(), table);
    if (!rid)
        return rid;
    GUANXI_TRY(table.writer.encode(record, scopes));
    Statement statement(m_database, table.insertSql);
    int index = 0;
    statement.bind(++index, *rid);
    for (const Cell &cell : table.writer.cells())
        bindCell(statement, ++index, cell, table.writer.scratch());
    const Result<void> sent = statement.send();
    return sent ? rid : Result<qint64>(sent.error());
}

Result<void> RowSender::update(const Record &record, QByteArrayView scopes, const QList<FieldId> &changed)
{
    const Entity &entity = record.entity();
    QByteArray text = "UPDATE " + tableName(entity) + " SET rev = ?, deleted = ?, scopes = ?";
    for (const FieldId field : changed)
        text += ", " + columnName(*entity.field(field)) + " = ?";
    Statement statement(m_database, text + " WHERE id = ?");
    statement.bind(1, record.rev()).bind(2, record.isDeleted()).bind(3, scopes);
    int index = 3;
    for (const FieldId field : changed)
        bindValue(statement, ++index, *entity.field(field), record.value(field));
    return statement.bind(++index, record.id()).send();
}

} // namespace guanxi::storage
