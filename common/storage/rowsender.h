// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/rowwriter.h"

#include <unordered_map>

namespace guanxi::storage {

/// Writes rows of a server's PostgreSQL of which it is known whether they are there, and waits for none of them: what became of them is told
/// by the next question, or by the commit. For the transactions of one writer at a time.
class RowSender
{
public:
    explicit RowSender(Database &database) : m_database(database) {}

    /// A row that is not there; answers its number, which was taken ahead for it.
    Result<qint64> insert(const model::Record &record, QByteArrayView scopes);
    /// Rev, deleted, scopes and the `changed` fields of a row that is there.
    Result<void> update(const model::Record &record, QByteArrayView scopes, const QList<model::FieldId> &changed);

private:
    /// What is known of an entity's table; made again when a field was added.
    struct Table {
        explicit Table(const model::Entity &entity);

        size_t fieldCount;
        QByteArray insertSql;
        RowWriter writer;
        std::vector<qint64> numbers; ///< taken and not given yet, the next one last
    };
    Table &tableOf(const model::Entity &entity);
    Result<qint64> nextNumber(const model::Entity &entity, Table &table);

    Database &m_database;
    std::unordered_map<model::EntityId, Table> m_tables;
};

} // namespace guanxi::storage
