// SPDX-License-Identifier: GPL-3.0-or-later
// Records that were merged: the part of ChangeApplier by which nothing points at one that is gone.
#include "server/services/changeapplier.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/rules/merging.h"

namespace guanxi::server {

using namespace model;
using sync::ConflictKind;

namespace {

/// A record may be merged into one that is merged in its turn; so often, unless the rows make a loop.
constexpr int MostSteps = 16;

bool isMerge(const Record &pair)
{
    return pair.isValid() && !pair.isDeleted() && pair[DuplicateCandidate::state] == DuplicateCandidate::Merged;
}

bool saysTheSame(const Record &a, const Record &b)
{
    return a[DuplicateCandidate::recordA] == b[DuplicateCandidate::recordA] && a[DuplicateCandidate::recordB] == b[DuplicateCandidate::recordB];
}

} // namespace

Result<std::optional<Refusal>> ChangeApplier::applyFollowing(const RecordChange &change, bool strict)
{
    const qsizetype clashes = m_clashes.size();
    const qsizetype merges = m_merges.size();
    Verdict verdict = applyChange(change, strict);
    if (!verdict.ok() || !verdict->has_value() || (*verdict)->kind != ConflictKind::ParentDeleted)
        return verdict;
    const Result<RecordChange> moved = followed(change);
    if (!moved)
        return moved.error();
    if (moved->fields == change.fields)
        return verdict;
    m_clashes.resize(clashes);
    m_merges.resize(merges);
    return applyChange(*moved, strict);
}

Result<RecordChange> ChangeApplier::followed(RecordChange change)
{
    const Entity &entity = m_store.catalogue().at(change.record.entity);
    for (FieldChange &written : change.fields) {
        const Field *field = entity.field(written.field);
        if (!field || written.value.isNull() || (field->type != FieldType::Reference && field->type != FieldType::AnyReference))
            continue;
        const RecordRef named = field->isReference() ? RecordRef{field->targets.first(), written.value.id()} : written.value.as<RecordRef>();
        if (!m_store.catalogue().entity(named.entity) || !rules::followsMerge(entity, *field, named.entity))
            continue;
        const Result<RecordRef> kept = keptOf(named);
        if (!kept)
            return kept.error();
        if (!kept->isNull() && *kept != named)
            written.value = field->isReference() ? Value(kept->id) : Value(*kept);
    }
    return change;
}

Result<RecordRef> ChangeApplier::keptOf(RecordRef ref)
{
    for (int step = 0; step < MostSteps && m_store.catalogue().entity(DuplicateCandidate::entity); ++step) {
        const Record row = lookup(ref);
        if (row.isValid() && !row.isDeleted())
            return ref;
        RecordRef next;
        for (const Record &pair : pointingAt(DuplicateCandidate::entity, DuplicateCandidate::recordA.id, ref))
            if (DuplicateCandidate::leadsOn(pair, ref))
                next = pair[DuplicateCandidate::recordB];
        if (m_fault)
            return *m_fault;
        if (next.isNull())
            break;
        ref = next;
    }
    return RecordRef();
}

Result<std::optional<Refusal>> ChangeApplier::settleMerges()
{
    const QList<RecordChange> changes = m_effective;
    for (const RecordChange &change : changes) {
        if (change.record.entity != DuplicateCandidate::entity)
            continue;
        const TouchedRow pair = m_touched.value(change.record);
        const Record before = pair.before ? pair.before->record : Record();
        if (isMerge(pair.after) ? isMerge(before) && saysTheSame(before, pair.after) : !isMerge(before))
            continue;
        if (Verdict verdict = isMerge(pair.after) ? settleMerge(pair.after) : unsettleMerge(before); !verdict.ok() || verdict->has_value())
            return verdict;
    }
    return m_fault ? Verdict(*m_fault) : Verdict(Accepted);
}

Result<std::optional<Refusal>> ChangeApplier::settleMerge(const Record &pair)
{
    const RecordRef from = pair[DuplicateCandidate::recordA];
    const RecordRef to = pair[DuplicateCandidate::recordB];
    const Record gone = lookup(from);
    const Record kept = lookup(to);
    // Who could say so of any record could lead other people's rows astray.
    if (!gone.isValid() || !gone.isDeleted() || !kept.isValid() || kept.isDeleted() || from.entity != to.entity)
        return refuse(ConflictKind::ParentDeleted, ErrorCode::ParentMissing, {pair.entity().field(DuplicateCandidate::recordB.id)->name});
    if (!m_author.isServer) {
        if (!m_author.rights.may(Action::Delete, from.entity, place(gone)))
            return notAllowed(gone.entity(), Action::Delete);
        if (!m_author.rights.may(Action::Edit, to.entity, place(kept)))
            return notAllowed(kept.entity(), Action::Edit);
    }
    for (const Entity &entity : m_store.catalogue().entities())
        for (const Field &field : entity.fields())
            if (field.type != FieldType::References && rules::followsMerge(entity, field, from.entity))
                for (const Record &row : pointingAt(entity.id, field.id, from))
                    repoint(row, field, from, to);
    return Accepted;
}

Result<std::optional<Refusal>> ChangeApplier::unsettleMerge(const Record &pair)
{
    if (m_takesBack.isNull())
        return Accepted;
    const Result<QList<LogEntry>> entries = m_store.logOf(pair.ref(), m_takesBack);
    if (!entries)
        return entries.error();
    const RecordRef gone = pair[DuplicateCandidate::recordA];
    const RecordRef kept = pair[DuplicateCandidate::recordB];
    for (const LogEntry &entry : *entries) {
        const Result<ChangeSet> set = decodeChangeSet(entry.body);
        if (!set)
            return set.error();
        for (const RecordChange &change : set->changes)
            for (const FieldChange &moved : change.fields) {
                const Entity *entity = m_store.catalogue().entity(change.record.entity);
                const Field *field = entity ? entity->field(moved.field) : nullptr;
                const Value there = field && field->isReference() ? Value(gone.id) : Value(gone);
                if (!field || change.kind != ChangeKind::Update || moved.old != there || !rules::followsMerge(*entity, *field, gone.entity))
                    continue;
                if (const Record row = lookup(change.record); row.isValid() && row.value(field->id) == moved.value)
                    repoint(row, *field, kept, gone);
            }
    }
    return Accepted;
}

void ChangeApplier::repoint(Record row, const Field &field, const RecordRef &from, const RecordRef &to)
{
    // Another field of the row may have been moved before it.
    if (const auto touched = m_touched.constFind(row.ref()); touched != m_touched.constEnd())
        row = touched->after;
    row.setValue(field.id, rules::repointed(row, field, from, to));
    follow(row);
}

} // namespace guanxi::server
