// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// Reads what FieldText writes, and what spreadsheets hold: numbers with group separators, dates in the usual forms,
/// words of dictionaries and choices in the language of the moment, names of records. Remembers names it has looked up.
class FieldParse
{
public:
    explicit FieldParse(const Records &records) : m_records(records) {}

    /// Null for an empty text; BadValue(field, text) when it cannot be read.
    Result<model::Value> value(const model::Entity &entity, const model::Field &field, const QString &text);

private:
    std::optional<model::Value> read(const model::Entity &entity, const model::Field &field, const QString &text);
    std::optional<model::Value> dictionaryItem(const model::Field &field, const QString &text) const;
    std::optional<model::Value> reference(const model::Field &field, const QString &text);

    const Records &m_records;
    QHash<std::pair<model::EntityId, QString>, Uuid> m_named;
};

} // namespace guanxi::app
