// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/recordstore.h"
#include "common/storage/statement.h"

namespace guanxi::storage {

/// Reads rows of one entity from a statement that begins with select().
class RowReader
{
public:
    RowReader(const model::Entity &entity, std::vector<const model::Field *> fields, StoreKind kind)
        : m_entity(entity), m_fields(std::move(fields)), m_kind(kind)
    {}

    /// "SELECT … FROM table" with the row's own columns and those of `fields`.
    static QByteArray select(const model::Entity &entity, const std::vector<const model::Field *> &fields, StoreKind kind);
    StoredRecord read(const Statement &statement) const;

private:
    const model::Entity &m_entity;
    std::vector<const model::Field *> m_fields;
    StoreKind m_kind;
};

std::vector<const model::Field *> allFields(const model::Entity &entity);

} // namespace guanxi::storage
