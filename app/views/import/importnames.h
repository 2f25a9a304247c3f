// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"
#include "common/model/record.h"

#include <QHash>

namespace guanxi::app {

class Records;
struct ImportLine;

/// Names of the records on a sheet, also of those it makes: by these the lines of other sheets say to which record they belong. What
/// two of them are called names neither. 24 bytes for each.
class ImportNames
{
public:
    ImportNames(const Records &records, const model::Entity &entity) : m_records(records), m_entity(entity) {}

    void clear() { m_ids.clear(); }
    /// A line as it will be, or is left.
    void learn(const ImportLine &line);
    /// Null for what is on no line, and for fields that do not point at such records.
    Uuid find(const model::Field &field, const QString &text) const;

private:
    void learn(const model::Record &record, const Uuid &id);
    void learn(const QString &name, const Uuid &id);

    const Records &m_records;
    const model::Entity &m_entity;
    QHash<quint64, Uuid> m_ids; ///< null: of several
};

} // namespace guanxi::app
