// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/provision.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/rights.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using storage::Statement;

namespace {

/// Decides one row after the other, in the order in which they would be written.
class Provision
{
public:
    explicit Provision(ServerStore &store) : m_store(store) {}

    Result<QList<Record>> missing()
    {
        const Result<QSet<QString>> ruled = ruledEntities();
        if (!ruled)
            return ruled.error();
        QList<Record> rows;
        for (const Record &row : builtInRows(m_store.catalogue())) {
            const Result<bool> wanted = isMissing(row, *ruled);
            if (!wanted)
                return wanted.error();
            if (!*wanted)
                continue;
            m_added.insert(row.ref());
            rows.append(row);
        }
        return rows;
    }

private:
    /// Those that access rules name, deleted ones too.
    Result<QSet<QString>> ruledEntities()
    {
        const Entity &rule = m_store.catalogue().at(AccessRule::entity);
        QSet<QString> names;
        Statement all(m_store.database(), "SELECT DISTINCT " + storage::columnName(*rule.field(AccessRule::object.id)) + " FROM " + storage::tableName(rule));
        const Result<void> read = all.each([&](const Statement &row) { names.insert(row.text(0)); });
        return read ? Result<QSet<QString>>(names) : read.error();
    }

    Result<bool> isMissing(const Record &row, const QSet<QString> &ruled)
    {
        const EntityId entity = row.entity().id;
        if (entity == AccessRule::entity && ruled.contains(row[AccessRule::object]))
            return false;
        if (entity == FieldRule::entity && ruled.contains(row[FieldRule::object])) {
            const Result<bool> hides = hidesNewField(row);
            if (!hides || !*hides)
                return hides;
        }
        const Result<QHash<Uuid, bool>> known = knownRows(row.entity());
        if (!known)
            return known.error();
        return known->contains(row.id()) ? Result<bool>(false) : fits(row);
    }

    /// A field that came later is hidden from whom it is hidden in a new company, unless somebody has ruled about it; rights to it are
    /// for an administrator to give.
    Result<bool> hidesNewField(const Record &row)
    {
        if (row[FieldRule::right] != qint64(FieldRight::Hidden))
            return false;
        const Entity &rule = row.entity();
        const auto column = [&](FieldId field) { return storage::columnName(*rule.field(field)); };
        Statement same(m_store.database(), "SELECT COUNT(*) FROM " + storage::tableName(rule) + " WHERE " + column(FieldRule::role.id) + " = ? AND " + column(FieldRule::object.id)
                                               + " = ? AND " + column(FieldRule::field.id) + " = ?");
        const auto count = same.bindAll(row[FieldRule::role], QString(row[FieldRule::object]), QString(row[FieldRule::field])).single();
        return count ? Result<bool>(count->value_or(0) == 0) : Result<bool>(count.error());
    }

    Result<bool> fits(const Record &row)
    {
        for (const Field &field : row.entity().fields()) {
            const Value &value = row.value(field.id);
            if (value.isNull())
                continue;
            if (field.type == FieldType::Reference && !isThere({field.targets.first(), value.id()}))
                return false;
            if (!field.unique)
                continue;
            const Result<QList<Uuid>> holders = m_store.holdersOf(row.entity(), field, value);
            if (!holders || !holders->isEmpty())
                return holders ? Result<bool>(false) : Result<bool>(holders.error());
        }
        return true;
    }

    bool isThere(const RecordRef &ref)
    {
        const Result<QHash<Uuid, bool>> known = knownRows(m_store.catalogue().at(ref.entity));
        return m_added.contains(ref) || (known && known->value(ref.id));
    }

    /// The rows of an entity, and which of them live. There are few of each entity that has built-in ones.
    Result<QHash<Uuid, bool>> knownRows(const Entity &entity)
    {
        if (const auto found = m_known.constFind(entity.id); found != m_known.constEnd())
            return *found;
        QHash<Uuid, bool> rows;
        Statement all(m_store.database(), "SELECT id, deleted FROM " + storage::tableName(entity));
        const Result<void> read = all.each([&](const Statement &row) { rows.insert(row.uuid(0), row.integer(1) == 0); });
        if (!read)
            return read.error();
        return *m_known.insert(entity.id, rows);
    }

    ServerStore &m_store;
    QHash<EntityId, QHash<Uuid, bool>> m_known;
    QSet<RecordRef> m_added;
};

} // namespace

Result<QList<Record>> missingBuiltIns(ServerStore &store)
{
    return Provision(store).missing();
}

} // namespace guanxi::server
