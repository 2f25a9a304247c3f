// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Cache that is compared with the server: after a restore, after a long absence, or because somebody asked.
#include "app/data/cache.h"

#include "common/model/codec.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

namespace guanxi::app {

using namespace storage;
using namespace model;

void Cache::readComparison(CborReader &reader)
{
    if (reader.enterArray() > 0) {
        Comparison &comparison = m_comparison.emplace();
        comparison.reason = Comparison::Reason(reader.integer());
        comparison.from = reader.integer();
        comparison.restoredAt = reader.integer();
        for (qsizetype count = reader.enterArray(); count > 0 && !reader.failed(); --count)
            comparison.left.append(EntityId(reader.integer()));
        reader.leave();
        comparison.grown = Vocabulary::read(reader);
    }
    reader.leave();
}

Result<void> Cache::saveComparison()
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writer.startArray(m_comparison ? 5 : 0);
    if (m_comparison) {
        writer.append(quint64(m_comparison->reason));
        writer.append(m_comparison->from);
        writer.append(m_comparison->restoredAt);
        writer.startArray(quint64(m_comparison->left.size()));
        for (EntityId entity : std::as_const(m_comparison->left))
            writer.append(quint64(entity));
        m_comparison->grown.write(writer);
    }
    return setMetaValue(*m_database, "comparison", bytes);
}

Result<void> Cache::beginComparison(Comparison::Reason reason, qint64 from, qint64 restoredAt)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Comparison comparison{reason, from, restoredAt, {}, m_comparison ? m_comparison->grown : Vocabulary()};
    if (m_comparison && reason != Comparison::Reason::Restored) {
        comparison = *m_comparison;
        comparison.reason = std::max(reason, m_comparison->reason);
        comparison.from = std::min(from, m_comparison->from);
    } else if (m_comparison && m_comparison->restoredAt != 0) {
        comparison.restoredAt = std::min(restoredAt, m_comparison->restoredAt);
    }
    comparison.left.clear();
    for (const Entity &entity : m_catalogue.entities())
        comparison.left.append(entity.id);
    const std::optional<Comparison> before = std::exchange(m_comparison, comparison);
    const Result<void> saved = saveComparison();
    if (!saved)
        m_comparison = before;
    return saved;
}

Result<bool> Cache::noteFields()
{
    const Turn turn(m_turns, Turns::Who::Patient);
    const Result<std::optional<QByteArray>> stored = metaValue(*m_database, "fields");
    if (!stored)
        return stored.error();
    CborReader reader(stored->value_or(QByteArray(1, '\xa0')));
    const Vocabulary before = Vocabulary::read(reader);
    GUANXI_TRY(reader.result());
    // An older program than the one before reads rows without what it does not know; user-defined fields become known
    // once their rows are read.
    Vocabulary now = Vocabulary::of(m_catalogue);
    now.takeCustomFields(before);
    const Vocabulary grown = before.isEmpty() ? Vocabulary() : before.fieldsMissing(now);
    if (now == before)
        return false;
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const std::optional<Comparison> comparison = m_comparison;
    Result<void> done = setMetaValue(*m_database, "fields", now.encoded());
    if (done && !grown.isEmpty())
        done = compareFields(grown);
    if (done)
        done = transaction->commit();
    if (!done) {
        m_comparison = comparison;
        return done.error();
    }
    return !grown.isEmpty();
}

Result<void> Cache::compareFields(const Vocabulary &grown)
{
    // Streams that are still under way are ended by a comparison: then it has to be one of everything.
    if (!m_comparison && !m_streams.isSettled())
        GUANXI_TRY(beginComparison(Comparison::Reason::Asked, m_streams.cursor()));
    else if (!m_comparison)
        m_comparison.emplace().from = m_streams.cursor();
    m_comparison->grown.add(grown);
    for (EntityId entity : grown.entities())
        if (!m_comparison->left.contains(entity))
            m_comparison->left.append(entity);
    return saveComparison();
}

Result<std::vector<std::pair<Uuid, qint64>>> Cache::stamps(EntityId id, const Uuid &after, const Uuid &last)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    std::vector<std::pair<Uuid, qint64>> stamps;
    const Entity *entity = m_catalogue.entity(id);
    if (!entity)
        return stamps;
    // Where changes of mine lie on top, the server's row is in base_row (and may be none); else it is the row itself.
    Statement statement(*m_database, "SELECT t.id, MAX(t.rev, 0), 0, NULL FROM " + tableName(*entity) + " t WHERE t.id > ?1 AND t.id <= ?2"
                                     " AND NOT EXISTS (SELECT 1 FROM base_row b WHERE b.entity = ?3 AND b.id = t.id)"
                                     " UNION ALL SELECT id, 0, 1, row FROM base_row WHERE entity = ?3 AND id > ?1 AND id <= ?2 AND row IS NOT NULL"
                                     " ORDER BY 1");
    statement.bindAll(after, last, qint64(id));
    GUANXI_TRY(statement.each([&](const Statement &row) {
        const bool beneath = row.integer(2) != 0;
        stamps.emplace_back(row.uuid(0), beneath ? std::max<qint64>(decodeRecord(row.bytes(3), m_catalogue).rev(), 0) : row.integer(1));
    }));
    return stamps;
}

Result<std::optional<Record>> Cache::serverRow(const RecordRef &ref)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    if (!m_catalogue.entity(ref.entity))
        return std::optional<Record>();
    const Result<std::optional<std::optional<Record>>> base = baseRow(ref);
    if (!base)
        return base.error();
    std::optional<Record> row = base->value_or(std::nullopt);
    if (!base->has_value()) {
        const Result<std::optional<StoredRecord>> stored = storedRow(ref);
        if (!stored)
            return stored.error();
        if (*stored)
            row = (*stored)->record;
    }
    if (row)
        row->setRev(std::abs(row->rev()));
    return row;
}

Result<std::optional<StoredRecord>> Cache::storedRow(const RecordRef &ref, std::span<const FieldId> fields)
{
    Result<std::optional<StoredRecord>> stored = m_records->load(ref, fields);
    if (!stored || !*stored || (*stored)->record.rev() > 0)
        return stored;
    Statement statement(*m_database, "SELECT rev FROM " + tableName((*stored)->record.entity()) + " WHERE rid = ?");
    const Result<std::optional<qint64>> rev = statement.bind(1, (*stored)->rid).single();
    if (!rev)
        return rev.error();
    (*stored)->record.setRev(rev->value_or(0));
    return stored;
}

Result<Cache::Touched> Cache::mend(const QList<QByteArray> &upserts, const QList<RecordRef> &removes, const QList<protocol::HistoryEntry> &history)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Touched touched;
    GUANXI_TRY(takeRows(Rows::Changed, upserts, removes, history, touched));
    GUANXI_TRY(transaction->commit());
    return touched;
}

Result<Cache::Touched> Cache::entityCompared(EntityId entity)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Touched touched;
    if (!m_comparison)
        return touched;
    const std::optional<Comparison> before = m_comparison;
    const sync::ScopeStreams streams = m_streams;
    m_comparison->left.removeOne(entity);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    Result<void> done = transaction ? Result<void>() : Result<void>(transaction.error());
    if (done && m_comparison->left.isEmpty()) {
        // What came live meanwhile is part of it, unless something else was still on its way.
        const bool wentOn = before->reason == Comparison::Reason::Asked && m_streams.isSettled();
        m_streams.reset(m_streams.granted(), wentOn ? std::max(before->from, m_streams.cursor()) : before->from);
        m_comparison.reset();
        done = saveStreams();
        if (done)
            done = dropPassed(touched);
    }
    if (done)
        done = saveComparison();
    if (done)
        done = transaction->commit();
    if (!done) {
        m_comparison = before;
        m_streams = streams;
        return done.error();
    }
    return touched;
}

} // namespace guanxi::app
