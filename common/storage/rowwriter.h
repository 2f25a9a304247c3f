// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"
#include "common/storage/layout.h"

namespace guanxi::storage {

/// Turns a record into the cells of its row, in the order of columnsOf(). Its buffers are used again for the next row,
/// so that writing many rows allocates next to nothing.
class RowWriter
{
public:
    RowWriter(const model::Entity &entity, StoreKind kind);

    /// With what stands there before, only the cells that differ; the others are left empty.
    Result<void> encode(const model::Record &record, QByteArrayView scopes, const model::Record *before = nullptr);
    const std::vector<Cell> &cells() const { return m_cells; }
    QByteArrayView bytes(const Cell &cell) const { return {m_scratch.constData() + cell.begin, cell.size}; }
    const QByteArray &scratch() const { return m_scratch; }

private:
    void append(Cell::Kind kind, QByteArrayView bytes);

    const model::Entity &m_entity;
    StoreKind m_kind;
    std::vector<Cell> m_cells;
    QByteArray m_scratch;
};

} // namespace guanxi::storage
