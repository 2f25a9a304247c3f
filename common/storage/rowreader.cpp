// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/rowreader.h"

#include "common/storage/layout.h"

#include <algorithm>

namespace guanxi::storage {

using namespace guanxi::model;

QByteArray RowReader::select(const Entity &entity, const std::vector<const Field *> &fields, StoreKind kind)
{
    QByteArray sql;
    sql.reserve(64 + 24 * qsizetype(fields.size()));
    sql.append("SELECT rid, id, rev, deleted");
    if (kind == StoreKind::Server)
        sql.append(", scopes");
    for (const Field *field : fields)
        sql.append(", ").append(columnName(*field));
    return sql.append(" FROM ").append(tableName(entity));
}

StoredRecord RowReader::read(const Statement &statement) const
{
    StoredRecord stored{Record(m_entity, statement.uuid(1)), statement.integer(0), {}};
    stored.record.setRev(std::max<qint64>(statement.integer(2), 0)); // below zero: forgotten, see README
    stored.record.setDeleted(statement.integer(3) != 0);
    int column = 4;
    if (m_kind == StoreKind::Server)
        stored.scopes = statement.bytes(column++);
    for (const Field *field : m_fields) {
        if (Value value = readValue(statement, column++, *field); !value.isNull())
            stored.record.setValue(field->id, std::move(value));
    }
    return stored;
}

std::vector<const Field *> allFields(const Entity &entity)
{
    std::vector<const Field *> fields;
    fields.reserve(entity.fields().size());
    for (const Field &field : entity.fields())
        fields.push_back(&field);
    return fields;
}

} // namespace guanxi::storage
