// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/pushservice.h"

#include "common/model/catalogue/platform.h"
#include "common/protocol/message.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "server/services/consequences.h"
#include "server/services/numbers.h"

namespace guanxi::server {

using namespace model;
using protocol::PushResult;
using protocol::PushStatus;
using storage::Statement;
using sync::ConflictKind;

namespace {

/// Moving the children of a moved row goes down this many entities: account → contact → contact point.
constexpr int MaximumDepth = 4;

QByteArray storedForm(const PushResult &result) { return protocol::encodePayload(protocol::PushAck{{result}}); }

Result<PushResult> fromStoredForm(const QByteArray &bytes)
{
    const Result<protocol::Message> message = protocol::decodePayload(protocol::PushAck::type, bytes);
    if (!message)
        return message.error();
    return std::get<protocol::PushAck>(*message).results.first();
}

Result<ServerStore::Replica> knownReplica(ServerStore &store, const Uuid &id)
{
    const Result<std::optional<ServerStore::Replica>> replica = store.replica(id);
    if (!replica || !replica->has_value())
        return replica ? Error{ErrorCode::DeviceUnknown, {}} : replica.error();
    return **replica;
}

} // namespace

Result<PushOutcome> PushService::push(const ChangeSet &set, const Author &author, const std::optional<protocol::Recovered> &recovered)
{
    const Result<std::optional<PushOutcome>> before = repeated(set);
    if (!before)
        return before.error();
    if (before->has_value())
        return **before;
    const Result<bool> sent = sentByOther(set);
    const Result<Past> past = pastOf(recovered);
    if (!sent || !past)
        return sent ? past.error() : sent.error();
    const Result<PushOutcome> outcome = *sent || past->withdrawn
        ? Result<PushOutcome>(PushOutcome{{set.seq, PushStatus::Duplicate, 0, {}, {}, {}, {}}, {}})
        : decide(set, author, *past);
    if (outcome)
        GUANXI_TRY(finish(set, outcome->result));
    return outcome;
}

QSet<RecordRef> PushService::namedIn(const ChangeSet &set) const
{
    QSet<RecordRef> named;
    for (const RecordChange &change : set.changes) {
        named.insert(change.record);
        const Entity *entity = m_store.catalogue().entity(change.record.entity);
        for (const FieldChange &written : change.fields) {
            const Field *field = entity ? entity->field(written.field) : nullptr;
            if (!field || written.value.isNull())
                continue;
            if (field->type == FieldType::Reference)
                named.insert({field->targets.first(), written.value.id()});
            else if (field->type == FieldType::AnyReference)
                named.insert(written.value.as<RecordRef>());
        }
    }
    return named;
}

bool PushService::foresee(const ChangeSet &set, const Author &author)
{
    ChangeApplier applier(m_store, author, m_clock.wallMs());
    const Result<std::optional<Refusal>> refusal = applier.apply(set);
    if (!refusal || refusal->has_value())
        return false;
    std::ignore = Consequences(m_store, applier, author.user, m_clock.wallMs()).follow();
    for (const TouchedRow &row : applier.touched().values()) {
        std::ignore = applier.place(row.after);
        if (!row.before)
            std::ignore = conflictsAbout(row.after.ref());
        if (const QStringList keys = TwinFinder::freshKeys(row.before, row.after); !keys.isEmpty() && looksForTwins(set, author))
            std::ignore = m_twins.twinsOf(row.after, keys);
    }
    return true;
}

Result<PushOutcome> PushService::decide(const ChangeSet &set, const Author &author, const Past &past)
{
    const Result<bool> hopeless = dependsOnParked(set);
    if (!hopeless)
        return hopeless.error();
    if (*hopeless)
        return park(set, author, {ConflictKind::ParentParked, {ErrorCode::ParentMissing, {}}});
    ChangeApplier applier(m_store, author, m_clock.wallMs(), past);
    const Result<std::optional<Refusal>> refusal = applier.apply(set);
    if (!refusal)
        return refusal.error();
    return refusal->has_value() ? park(set, author, **refusal) : take(set, author, applier, past);
}

Result<bool> PushService::sentByOther(const ChangeSet &set)
{
    const Result<ServerStore::Copy> copy = m_store.copyOf(set.replica);
    if (!copy || copy->forkedFrom.isNull())
        return copy ? Result<bool>(false) : Result<bool>(copy.error());
    return m_store.hasTaken(set.action, set.part);
}

Result<Past> PushService::pastOf(const std::optional<protocol::Recovered> &recovered)
{
    if (!recovered)
        return Past();
    const Result<ServerStore::Restored> restored = m_store.restored();
    if (!restored)
        return restored.error();
    if (recovered->rev <= restored->at || recovered->rev >= restored->begin)
        return Past();
    Past past{recovered->rev, restored->begin, recovered->withdrawn, {}};
    for (const protocol::KnownNumber &known : recovered->numbers)
        past.numbers.insert(known.record, known.number);
    return past;
}

Result<void> PushService::addReplica(const Uuid &replica, const Uuid &user, const QByteArray &publicKey, const QString &name)
{
    Statement count(m_store.database(), "SELECT COUNT(*) FROM replica");
    GUANXI_TRY(count.step());
    const qint64 number = count.integer(0) + 1;
    count.reset();
    Statement statement(m_store.database(), "INSERT INTO replica (id, author, public_key, name, number, last_seq, state, created_at, seen_at)"
                                            " VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?)");
    GUANXI_TRY(statement.bindAll(replica, user, publicKey, name, number, m_clock.wallMs(), m_clock.wallMs()).run());
    return {};
}

Result<Uuid> PushService::fork(const Uuid &replica, const QByteArray &publicKey, qint64 seq)
{
    const Result<ServerStore::Replica> original = knownReplica(m_store, replica);
    if (!original)
        return original.error();
    const qint64 begin = std::clamp<qint64>(seq, 0, original->lastSeq);
    const Uuid copy = m_ids.next();
    GUANXI_TRY(addReplica(copy, original->author, publicKey, original->name));
    GUANXI_TRY(Statement(m_store.database(), "UPDATE replica SET last_seq = ? WHERE id = ?").bindAll(begin, copy).run());
    const Result<QSet<ScopeKey>> scopes = m_store.scopesOfReplica(replica);
    if (!scopes)
        return scopes.error();
    GUANXI_TRY(m_store.addReplicaScopes(copy, *scopes));
    GUANXI_TRY(m_store.setCopy(copy, {{}, {}, replica}));
    return copy;
}

Result<qint64> PushService::lastSeq(const Uuid &replica)
{
    const Result<ServerStore::Replica> known = knownReplica(m_store, replica);
    return known ? Result<qint64>(known->lastSeq) : known.error();
}

Result<Uuid> PushService::userOf(const Uuid &replica)
{
    const Result<ServerStore::Replica> known = knownReplica(m_store, replica);
    return known ? Result<Uuid>(known->author) : known.error();
}

Result<void> PushService::confirm(const Uuid &replica, qint64 seq)
{
    Statement statement(m_store.database(), "DELETE FROM push_result WHERE replica = ? AND seq <= ? AND status <> ?");
    GUANXI_TRY(statement.bindAll(replica, seq, qint64(PushStatus::Parked)).run());
    return {};
}

Result<std::optional<PushOutcome>> PushService::repeated(const ChangeSet &set)
{
    const Result<qint64> last = lastSeq(set.replica);
    if (!last)
        return last.error();
    if (set.seq == *last + 1)
        return std::optional<PushOutcome>();
    if (set.seq > *last)
        return Error{ErrorCode::UnexpectedFrame, {QString::number(*last + 1)}};
    Statement statement(m_store.database(), "SELECT body FROM push_result WHERE replica = ? AND seq = ?");
    const Result<bool> row = statement.bindAll(set.replica, set.seq).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional(PushOutcome{{set.seq, PushStatus::Duplicate, 0, {}, {}, {}, {}}, {}});
    const Result<PushResult> result = fromStoredForm(statement.bytes(0));
    statement.reset();
    if (!result)
        return result.error();
    return std::optional(PushOutcome{*result, {}});
}

Result<bool> PushService::dependsOnParked(const ChangeSet &set)
{
    for (const qint64 seq : set.dependsOn)
        if (const Result<bool> parked = m_store.isParked(set.replica, seq); !parked || *parked)
            return parked;
    return false;
}

Result<PushOutcome> PushService::take(const ChangeSet &set, const Author &author, ChangeApplier &applier, const Past &past)
{
    const Result<qint64> head = m_store.head(true);
    if (!head)
        return head.error();
    const qint64 rev = *head + 1;
    PushOutcome outcome{{set.seq, !applier.merges().isEmpty() || !applier.clashes().isEmpty() ? PushStatus::Merged : PushStatus::Applied, rev, {}, {}, {}, {}}, {}};

    Result<QList<RecordChange>> consequences = assignNumbers(applier, past);
    if (!consequences)
        return consequences.error();
    const Result<QList<RecordChange>> figures = Consequences(m_store, applier, author.user, m_clock.wallMs()).follow();
    if (!figures)
        return figures.error();
    consequences->append(*figures);
    QSet<Uuid> followed;
    for (const RecordChange &change : *consequences)
        followed.insert(change.record.id);
    const Result<QList<FreshKeys>> fresh = writeRows(applier, rev, rev + 1, followed, outcome.rows);
    if (!fresh)
        return fresh.error();
    if (std::any_of(outcome.rows.begin(), outcome.rows.end(), [](const CommittedRow &row) { return row.record.entity().id == CustomField::entity; }))
        GUANXI_TRY(m_store.adoptCustomFields());

    for (const FieldClash &clash : applier.clashes()) {
        const Result<RecordChange> kept = keepClash(set, clash, applier, rev + 1, outcome.rows);
        if (!kept)
            return kept.error();
        outcome.result.conflicts.append(kept->record.id);
        consequences->append(*kept);
    }
    const Result<QList<RecordChange>> advice = advise(set, author, *fresh, applier, rev + 1, outcome.rows);
    if (!advice)
        return advice.error();
    consequences->append(*advice);
    ChangeSet logged = set;
    logged.rev = rev;
    logged.changes = applier.effective();
    GUANXI_TRY(m_store.appendLog(logged, m_clock.wallMs(), applier.origin(), past.rev));
    if (!consequences->isEmpty()) {
        outcome.result.rev = rev + 1;
        GUANXI_TRY(logConsequences(logged, *consequences, rev + 1));
    }
    GUANXI_TRY(m_store.setHead(outcome.result.rev));
    return outcome;
}

Result<void> PushService::finish(const ChangeSet &set, const PushResult &result)
{
    GUANXI_TRY(m_store.noteResult(set.replica, set.seq, result.status, storedForm(result)));
    return m_store.noteTaken(set.replica, set.seq, set.action, m_clock.wallMs());
}

Result<QList<RecordChange>> PushService::assignNumbers(ChangeApplier &applier, const Past &past)
{
    QList<RecordChange> changes;
    // In the order of the change set, so that the lines of an imported file get their numbers in their order.
    for (const RecordChange &change : applier.effective()) {
        TouchedRow &row = applier.touched()[change.record];
        const Entity &entity = row.after.entity();
        if (entity.id == CustomField::entity && !row.before) {
            const Result<qint64> issued = m_store.count(QStringLiteral("custom_field"), system::FirstCustom);
            if (!issued)
                return issued.error();
            changes.append({ChangeKind::Update, row.after.ref(), 0, {{CustomField::field.id, Value(), Value(*issued), 0}}});
            row.after.set(CustomField::field, *issued);
            continue;
        }
        const Field *number = entity.numberPattern.isEmpty() ? nullptr : entity.field(u"number");
        const QString present = number ? row.after.value(number->id).text() : QString();
        // A provisional number ("~D12-0007") stands until the server knows the record.
        if (!number || row.before || !(present.isEmpty() || present.startsWith(u'~')))
            continue;
        const Result<QString> issued = nextNumber(m_store, entity, *number, m_clock.wallMs(), past.numbers.value(row.after.ref()));
        if (!issued)
            return issued.error();
        changes.append({ChangeKind::Update, row.after.ref(), 0, {{number->id, Value(present), Value(*issued), 0}}});
        row.after.setValue(number->id, *issued);
    }
    return changes;
}

Result<QList<PushService::FreshKeys>> PushService::writeRows(ChangeApplier &applier, qint64 rev, qint64 consequenceRev,
                                                             const QSet<Uuid> &consequences, QList<CommittedRow> &rows)
{
    QList<RecordRef> moved;
    QList<RecordRef> made;
    QList<FreshKeys> fresh;
    for (TouchedRow &row : applier.touched()) {
        if (row.before && row.before->record.sameContent(row.after))
            continue;
        row.after.setRev(consequences.contains(row.after.id()) ? consequenceRev : rev);
        const Result<ScopeIds> scopes = m_store.scopeIds(scopesOf(row.after.entity(), applier.place(row.after)));
        if (!scopes)
            return scopes.error();
        GUANXI_TRY(m_store.write(row.before, row.after, *scopes));
        rows.append({row.after, row.before ? row.before->scopes : ScopeIds(), *scopes});
        if (!row.before)
            made.append(row.after.ref());
        else if (row.before->scopes != *scopes)
            moved.append(row.after.ref());
        const Result<QStringList> keys = m_twins.follow(row.before, row.after);
        if (!keys)
            return keys.error();
        if (!keys->isEmpty())
            fresh.append({row.after, *keys});
    }
    // Once all rows stand as they will: the children of those that moved, and what is shared otherwise than before.
    for (const RecordRef &ref : std::as_const(moved))
        GUANXI_TRY(moveChildren(ref, rev, rows, applier, MaximumDepth));
    for (const RecordRef &ref : std::as_const(made))
        GUANXI_TRY(moveConflicts(ref, rev, rows, applier));
    for (const RecordRef &ref : sharedAnew(applier))
        if (Result<std::optional<ServerRow>> row = m_store.row(ref); !row)
            return row.error();
        else if (row->has_value())
            GUANXI_TRY(moveRow(**row, rev, rows, applier, MaximumDepth));
    return fresh;
}

Result<void> PushService::logConsequences(const ChangeSet &cause, const QList<RecordChange> &changes, qint64 rev)
{
    ChangeSet set;
    const Result<QByteArray> server = m_store.meta(QStringLiteral("server_replica"));
    if (!server)
        return server.error();
    set.replica = Uuid::fromBytes(*server);
    set.user = cause.user;
    set.at = m_clock.wallMs();
    set.action = cause.action;
    set.part = cause.part;
    set.parts = cause.parts;
    set.name = QStringLiteral("consequence");
    set.changes = changes;
    set.rev = rev;
    set.causedBy = cause.rev;
    // What follows from my change is no change of somebody else when I go on working on the record.
    return m_store.appendLog(set, set.at, cause.replica);
}

} // namespace guanxi::server
