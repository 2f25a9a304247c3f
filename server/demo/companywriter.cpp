// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/companywriter.h"

#include "server/demo/drawings.h"
#include "server/services/numbers.h"

namespace guanxi::demo {

using namespace model;

CompanyWriter::CompanyWriter(server::ServerStore &store, server::BlobFolder &contents, Random &random, const Uuid &replica, qint64 at)
    : m_store(store), m_contents(contents), m_ids(m_clock, random), m_push(store, m_ids, m_clock), m_replica(replica)
{
    m_clock.ms = at;
}

Result<void> CompanyWriter::begin()
{
    if (m_transaction)
        return {};
    Result<storage::Transaction> transaction = storage::Transaction::begin(m_store.database());
    if (!transaction)
        return transaction.error();
    m_transaction.emplace(std::move(*transaction));
    if (m_seq > 0)
        return {};
    const Result<qint64> last = m_push.lastSeq(m_replica);
    if (!last)
        return last.error();
    m_seq = *last;
    return {};
}

Result<void> CompanyWriter::push(const Uuid &author, const QString &name, QList<RecordChange> changes)
{
    GUANXI_TRY(begin());
    ChangeSet set;
    set.replica = m_replica;
    set.seq = ++m_seq;
    set.user = author;
    set.at = m_clock.ms;
    set.action = m_ids.next();
    set.name = name;
    set.schema = m_store.catalogue().version();
    set.changes = std::move(changes);
    const Rights rights = Rights::unlimited(author);
    const Result<server::PushOutcome> outcome = m_push.push(set, {author, m_replica, rights, true});
    if (!outcome)
        return outcome.error();
    if (outcome->result.status == protocol::PushStatus::Parked)
        return Error{outcome->result.code, outcome->result.args};
    m_records += set.changes.size();
    return ++m_sets < SetsPerCommit ? Result<void>() : finish();
}

Result<void> CompanyWriter::content(const RecordRef &record, FieldId field, const QByteArray &bytes)
{
    const protocol::Manifest manifest = manifestOf(bytes);
    const server::BlobReference reference{record, field, manifest.id()};
    const Result<protocol::ChunkSet> wanted = m_contents.offer(0, reference, manifest.encoded());
    if (!wanted)
        return wanted.error();
    for (int offset = 0; offset < bytes.size() && !wanted->isEmpty(); offset += protocol::PieceSize)
        GUANXI_TRY(m_contents.put(0, reference.blob, 0, offset, bytes.mid(offset, protocol::PieceSize)));
    m_contents.forget(0);
    return {};
}

Result<void> CompanyWriter::insert(const Uuid &author, const QList<Record> &rows)
{
    QList<RecordChange> changes;
    changes.reserve(rows.size());
    for (const Record &row : rows)
        changes.append(insertionOf(row));
    return push(author, QStringLiteral("import"), std::move(changes));
}

Result<void> CompanyWriter::update(const Uuid &author, const Record &before, const Record &after)
{
    RecordChange change{ChangeKind::Update, after.ref(), 0, {}};
    for (const Field &field : after.entity().fields())
        if (after.value(field.id) != before.value(field.id))
            change.fields.append({field.id, before.value(field.id), after.value(field.id), 0});
    return change.fields.isEmpty() ? Result<void>() : push(author, QStringLiteral("save"), {change});
}

Result<QString> CompanyWriter::number(const Entity &entity, qint64 at)
{
    GUANXI_TRY(begin());
    return server::nextNumber(m_store, entity, *entity.field(u"number"), at);
}

Result<void> CompanyWriter::finish()
{
    if (!m_transaction)
        return {};
    GUANXI_TRY(m_push.confirm(m_replica, m_seq)); // nobody will ask for these results again
    GUANXI_TRY(m_transaction->commit());
    m_transaction.reset();
    m_sets = 0;
    return {};
}

} // namespace guanxi::demo
