// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"
#include "common/storage/schema.h"

#include <map>
#include <optional>
#include <span>
#include <unordered_map>

namespace guanxi::storage {

struct EntityStatements;

/// A record and what only its database knows of it.
struct StoredRecord {
    model::Record record;
    qint64 rid = 0;    ///< private row number
    QByteArray scopes; ///< Server only: as given at the last write
};

/// Reads and writes records of any entity; knows fields, not customers. Writes of more than one record belong in a
/// Transaction. Values that do not fit their field's type are refused (BadValue(field, value)).
class RecordStore
{
public:
    RecordStore(Database &database, const model::Catalogue &catalogue, StoreKind kind);
    ~RecordStore();
    RecordStore(const RecordStore &) = delete;
    RecordStore &operator=(const RecordStore &) = delete;

    Database &database() const { return m_database; }
    const model::Catalogue &catalogue() const { return m_catalogue; }
    StoreKind kind() const { return m_kind; }

    /// Deleted rows too; nothing when the row is not there. With `fields`, only those are filled.
    Result<std::optional<StoredRecord>> load(const model::RecordRef &ref, std::span<const model::FieldId> fields = {});
    /// Of a row that is not there, and of one whose revision is forgotten: 0.
    Result<qint64> revision(const model::RecordRef &ref);
    Result<bool> contains(const model::RecordRef &ref);
    /// In the order of `rids`; rows that are gone are left out. With `fields`, only those are filled.
    Result<std::vector<StoredRecord>> loadByRids(model::EntityId entity, std::span<const qint64> rids,
                                                 std::span<const model::FieldId> fields = {});
    /// Up to `limit` rows after `rid`, by row number: for going through a table without holding it. With `fields`, only those
    /// are filled.
    Result<std::vector<StoredRecord>> loadAfter(model::EntityId entity, qint64 rid, int limit, std::span<const model::FieldId> fields = {});

    /// Answers the row number. AlreadyExists(entity, id).
    Result<qint64> insert(const model::Record &record, QByteArrayView scopes = {});
    /// Writes rev, deleted, the `changed` fields, and the scopes when given. NotFound(entity, id).
    Result<void> update(const model::Record &record, const QList<model::FieldId> &changed,
                        std::optional<QByteArrayView> scopes = {});
    /// Inserts or replaces the whole row; sort keys and search follow. Answers the row number.
    Result<qint64> upsert(const model::Record &record, QByteArrayView scopes = {});
    /// Writes what differs from `old`, as it has just been read: what neither of them holds stays. When a searched field
    /// differs, both hold all of them. Answers the row number.
    Result<qint64> replace(const StoredRecord &old, const model::Record &record, QByteArrayView scopes = {});
    /// Takes the row out physically; false when it was not there.
    Result<bool> remove(const model::RecordRef &ref);
    /// Takes all rows of the entity out.
    Result<void> removeAll(model::EntityId entity);

private:
    friend class GatheredWords;

    /// What the search index has of a row, and what it is to have.
    struct Words {
        QString before;
        QString after;
    };
    /// At once, or when they are gathered later. A row that was not there has no words, nor has one that goes.
    Result<void> putWords(qint64 rid, const model::Record *before, const model::Record *after);
    Result<EntityStatements *> statements(model::EntityId entity);
    /// A number of the row; none: there is no such row.
    Result<std::optional<qint64>> column(const model::RecordRef &ref, const char *name);
    Result<void> rewrite(EntityStatements &sql, const StoredRecord &old, const model::Record &record, QByteArrayView scopes);
    Result<void> updateWhole(const model::Record &record, const QList<model::FieldId> &changed);
    /// Rows up to this number are in the search index.
    Result<qint64> searchedTo(const model::Entity &entity);

    Database &m_database;
    const model::Catalogue &m_catalogue;
    StoreKind m_kind;
    std::unordered_map<model::EntityId, std::unique_ptr<EntityStatements>> m_statements;
    std::optional<std::map<qint64, Words>> m_words; ///< while they are gathered, by row of the index
};

} // namespace guanxi::storage
