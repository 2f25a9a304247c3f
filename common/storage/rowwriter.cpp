// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/rowwriter.h"

#include "common/base/fold.h"

namespace guanxi::storage {

using namespace guanxi::model;

RowWriter::RowWriter(const Entity &entity, StoreKind kind) : m_entity(entity), m_kind(kind)
{
    m_scratch.reserve(4096);
}

void RowWriter::append(Cell::Kind kind, QByteArrayView bytes)
{
    m_cells.push_back({kind, 0, m_scratch.size(), bytes.size()});
    m_scratch.append(bytes);
}

Result<void> RowWriter::encode(const Record &record, QByteArrayView scopes, const Record *before)
{
    // Making sort keys costs more than writing the row.
    const auto stays = [&](const Field &field) { return before && before->value(field.id) == record.value(field.id); };
    m_cells.clear();
    m_scratch.resize(0);
    append(Cell::Kind::Bytes, record.id().view());
    m_cells.push_back({Cell::Kind::Integer, record.rev(), 0, 0});
    m_cells.push_back({Cell::Kind::Integer, record.isDeleted(), 0, 0});
    if (m_kind == StoreKind::Server)
        append(Cell::Kind::Bytes, scopes);
    for (const Field &field : m_entity.fields()) {
        const Value &value = record.value(field.id);
        // Most cells of most rows; they need no answer that could be an error.
        if (value.isNull() || stays(field)) {
            m_cells.push_back({});
        } else if (const qint64 *number = value.get<qint64>(); number && field.isNumber()) {
            m_cells.push_back({Cell::Kind::Integer, *number, 0, 0});
        } else {
            const auto cell = cellOf(field, value, m_scratch);
            if (!cell)
                return cell.error();
            m_cells.push_back(*cell);
        }
    }
    for (const Field &field : m_entity.fields()) {
        if (!hasSortKey(field, m_kind))
            continue;
        if (const QString *text = stays(field) ? nullptr : record.value(field.id).get<QString>())
            append(Cell::Kind::Bytes, sortKey(*text));
        else
            m_cells.push_back({});
    }
    return {};
}

} // namespace guanxi::storage
