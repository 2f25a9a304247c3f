// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Cache that takes out of the file what its user may not see any more.
#include "app/data/cache.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"

#include <QtEndian>

namespace guanxi::app {

using namespace storage;
using namespace model;

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
        GUANXI_TRY(emptyConflicts(entity, emptied));
        m_scrubDue = true;
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
    // The search index forgets a row by its words: they must still be there when it does.
    GUANXI_TRY(dropSecondary(*m_database, entity, StoreKind::Cache));
    GUANXI_TRY(m_database->execute("UPDATE " + tableName(entity) + " SET " + columns.join(", ") + where.toByteArray()));
    GUANXI_TRY(buildSecondary(*m_database, entity, StoreKind::Cache));
    // Server's versions that lie under changes of mine.
    QList<Record> bases;
    Statement statement(*m_database, "SELECT row FROM base_row WHERE entity = ? AND row IS NOT NULL");
    statement.bind(1, qint64(entity.id));
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const QByteArray bytes = statement.bytes(0);
        CborReader reader(bytes);
        bases.append(readRecord(reader, m_catalogue));
    }
    for (Record &base : bases) {
        for (const Field *field : fields)
            base.setValue(field->id, {});
        GUANXI_TRY(setBaseRow(base.ref(), base));
    }
    return {};
}

Result<void> Cache::emptyConflicts(const Entity &about, const QList<const Field *> &fields)
{
    const Entity *conflict = m_catalogue.entity(Conflict::entity);
    if (!conflict)
        return {};
    QByteArrayList numbers;
    for (const Field *field : fields)
        numbers.append(QByteArray::number(field->id));
    const Field &record = *conflict->field(Conflict::record.id);
    char number[2];
    qToBigEndian(about.id, number);
    const QByteArray where = " WHERE " + columnName(*conflict->field(Conflict::field.id)) + " IN (" + numbers.join(", ") + ") AND substr("
        + columnName(record) + ", 1, 2) = x'" + QByteArray(number, 2).toHex() + '\'';
    return emptyColumns(*conflict, {conflict->field(Conflict::base.id), conflict->field(Conflict::mine.id), conflict->field(Conflict::theirs.id)}, where);
}

void Cache::scrub()
{
    if (!m_scrubDue)
        return;
    // Freed pages are overwritten in the file; their old versions in the log go only when it is emptied. A reader that
    // looks on puts that off until the next time: nobody waits for it.
    const Result<std::optional<qint64>> patience = Statement(*m_database, "PRAGMA busy_timeout").single();
    const auto setPatience = [&](qint64 ms) { return m_database->execute("PRAGMA busy_timeout = " + QByteArray::number(ms)).ok(); };
    setPatience(0);
    const Result<std::optional<qint64>> busy = Statement(*m_database, "PRAGMA wal_checkpoint(TRUNCATE)").single();
    setPatience(patience ? patience->value_or(0) : 0);
    m_scrubDue = !busy || busy->value_or(1) != 0;
}

} // namespace guanxi::app
