// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Cache that takes out of the file what its user may not see any more.
#include "app/data/cache.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/storage/layout.h"
#include "common/storage/searchindex.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

#include <QtEndian>

namespace guanxi::app {

using namespace storage;
using namespace model;

namespace {

/// Some 10 ms of merging.
constexpr int PagesPerStep = 200;

QByteArray isOfOthers(const Entity &conflict, const Uuid &user)
{
    return columnName(*conflict.field(Conflict::mineBy.id)) + " <> x'" + user.bytes().toHex() + '\'';
}

/// Conflicts about records of these entities: a reference begins with the number of one.
QByteArray isAbout(const Entity &conflict, const QSet<EntityId> &entities)
{
    QByteArrayList numbers;
    for (EntityId entity : entities) {
        char number[2];
        qToBigEndian(entity, number);
        numbers.append("x'" + QByteArray(number, 2).toHex() + '\'');
    }
    return "substr(" + columnName(*conflict.field(Conflict::record.id)) + ", 1, 2) IN (" + numbers.join(", ") + ')';
}

} // namespace

Result<void> Cache::emptyHiddenFields(const Rights &rights, QSet<EntityId> &reload)
{
    for (const Entity &entity : m_catalogue.entities()) {
        if (!m_rights.may(Action::View, entity.id))
            continue;
        QList<const Field *> emptied;
        for (const Field &field : entity.fields()) {
            const FieldRight before = m_rights.fieldRight(entity, field);
            const FieldRight now = rights.fieldRight(entity, field);
            const bool sawBefore = before >= FieldRight::Read;
            const bool seesNow = now >= FieldRight::Read;
            if (before == now || (sawBefore && seesNow))
                continue;
            // Conflicts show values of the field, too.
            reload += {entity.id, Conflict::entity};
            if (sawBefore)
                emptied.append(&field);
        }
        if (emptied.isEmpty())
            continue;
        GUANXI_TRY(emptyColumns(entity, emptied));
        GUANXI_TRY(emptyConflicts(entity, emptied, rights.user()));
        GUANXI_TRY(noteForgetting());
    }
    return {};
}

Result<void> Cache::emptyColumns(const Entity &entity, const QList<const Field *> &fields, QByteArrayView where)
{
    QByteArrayList columns;
    for (const Field *field : fields) {
        columns.append(columnName(*field) + " = NULL");
        if (hasSortKey(*field, StoreKind::Cache))
            columns.append(sortKeyColumn(*field) + " = NULL");
    }
    const Result<std::optional<qint64>> any = Statement(*m_database, "SELECT 1 FROM " + tableName(entity) + where.toByteArray() + " LIMIT 1").single();
    if (!any)
        return any.error();
    if (any->has_value()) {
        // The search index forgets a row by its words: they must still be there when it does.
        GUANXI_TRY(dropSecondary(*m_database, entity, StoreKind::Cache));
        GUANXI_TRY(m_database->execute("UPDATE " + tableName(entity) + " SET " + columns.join(", ") + where.toByteArray()));
        GUANXI_TRY(buildSecondary(*m_database, entity, StoreKind::Cache));
    }
    // Server's versions that lie under changes of mine.
    QList<Record> bases;
    Statement statement(*m_database, "SELECT row FROM base_row WHERE entity = ? AND row IS NOT NULL");
    statement.bind(1, qint64(entity.id));
    GUANXI_TRY(statement.each([&](const Statement &row) { bases.append(decodeRecord(row.bytes(0), m_catalogue)); }));
    for (Record &base : bases) {
        for (const Field *field : fields)
            base.setValue(field->id, {});
        GUANXI_TRY(setBaseRow(base.ref(), base));
    }
    return {};
}

Result<void> Cache::emptyConflicts(const Entity &about, const QList<const Field *> &fields, const Uuid &user)
{
    const Entity *conflict = m_catalogue.entity(Conflict::entity);
    if (!conflict)
        return {};
    QByteArrayList numbers;
    for (const Field *field : fields)
        numbers.append(QByteArray::number(field->id));
    const QByteArray where = " WHERE " + columnName(*conflict->field(Conflict::field.id)) + " IN (" + numbers.join(", ") + ") AND "
        + isAbout(*conflict, {about.id});
    GUANXI_TRY(emptyColumns(*conflict, {conflict->field(Conflict::base.id), conflict->field(Conflict::theirs.id)}, where));
    // What somebody wrote himself is his.
    return emptyColumns(*conflict, {conflict->field(Conflict::mine.id)}, where + " AND " + isOfOthers(*conflict, user));
}

/// A conflict shows what stands in a record to who sees the record: it is to be read again when that may have changed.
Result<void> Cache::readConflictsAgain(const QSet<ScopeKey> &granted, QSet<EntityId> &reload)
{
    const Entity *conflict = m_catalogue.entity(Conflict::entity);
    if (!conflict || !m_rights.may(Action::View, Conflict::entity))
        return {};
    QSet<EntityId> changed;
    const QSet<ScopeKey> before = m_streams.granted();
    for (const ScopeKey &scope : (granted - before) + (before - granted))
        changed.insert(scope.entity);
    changed.remove(Conflict::entity);
    if (changed.isEmpty())
        return {};
    Statement statement(*m_database, "SELECT 1 FROM " + tableName(*conflict) + " WHERE " + isAbout(*conflict, changed) + " LIMIT 1");
    const Result<bool> any = statement.step();
    if (!any || !*any)
        return any ? Result<void>() : Result<void>(any.error());
    reload.insert(Conflict::entity);
    return noteForgetting();
}

/// The refused work of somebody else is readable to who sees everything it could be about.
Result<void> Cache::emptyForeignWork(const Rights &rights, QSet<EntityId> &reload)
{
    const Entity *conflict = m_catalogue.entity(Conflict::entity);
    const auto seesAll = [](const Rights &whose, EntityId id) { return whose.may(Action::View, id, RowPlace()); };
    const std::deque<Entity> &entities = m_catalogue.entities();
    const bool same = rights.projection() == m_rights.projection()
        && std::all_of(entities.begin(), entities.end(), [&](const Entity &e) { return seesAll(rights, e.id) == seesAll(m_rights, e.id); });
    if (same || !conflict || !m_rights.may(Action::View, Conflict::entity))
        return {};
    reload.insert(Conflict::entity);
    GUANXI_TRY(emptyColumns(*conflict, {conflict->field(Conflict::parked.id), conflict->field(Conflict::reason.id)},
                            " WHERE " + isOfOthers(*conflict, rights.user())));
    return noteForgetting();
}

Result<void> Cache::noteForgetting()
{
    m_searchForgot = false;
    m_mustForget = true;
    QByteArray bytes;
    CborWriter(&bytes).append(qint64(1));
    return setMetaValue(*m_database, "must_forget", bytes);
}

Result<bool> Cache::forgetSome()
{
    if (!m_mustForget || !m_streams.isSettled())
        return false;
    const Turn turn(m_turns, Turns::Who::Patient);
    if (!m_searchForgot) {
        const Result<bool> more = SearchIndex(*m_database).optimizeSome(PagesPerStep);
        if (!more || *more)
            return more;
        m_searchForgot = true;
        return true;
    }
    const Result<bool> emptied = emptyLog();
    if (!emptied)
        return emptied.error();
    // A reader that looks on puts it off until the next time: nobody waits for it.
    if (!*emptied)
        return false;
    m_mustForget = false;
    GUANXI_TRY(removeMetaValue(*m_database, "must_forget"));
    return false;
}

Result<void> Cache::forgetHistory()
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    GUANXI_TRY(m_history.forgetOld());
    return transaction->commit();
}

/// Freed pages are overwritten in the file; their old versions in the log go only when it is emptied.
Result<bool> Cache::emptyLog()
{
    const Result<std::optional<qint64>> patience = Statement(*m_database, "PRAGMA busy_timeout").single();
    const auto setPatience = [&](qint64 ms) { return m_database->execute("PRAGMA busy_timeout = " + QByteArray::number(ms)); };
    GUANXI_TRY(setPatience(0));
    const Result<std::optional<qint64>> busy = Statement(*m_database, "PRAGMA wal_checkpoint(TRUNCATE)").single();
    GUANXI_TRY(setPatience(patience ? patience->value_or(0) : 0));
    return busy ? Result<bool>(busy->value_or(1) == 0) : busy.error();
}

} // namespace guanxi::app
