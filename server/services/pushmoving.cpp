// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PushService that moves rows between scopes because a row above them, or a share, changed.
#include "server/services/pushservice.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::server {

using namespace model;

QSet<RecordRef> PushService::sharedAnew(ChangeApplier &applier)
{
    QSet<RecordRef> refs;
    for (const TouchedRow &row : applier.touched())
        if (row.after.entity().id == Share::entity) {
            refs.insert(row.after[Share::record]);
            if (row.before)
                refs.insert(row.before->record[Share::record]);
        }
    refs.removeIf([this](const RecordRef &ref) { return !m_store.catalogue().entity(ref.entity); });
    return refs;
}

Result<void> PushService::moveChildren(const RecordRef &parent, qint64 rev, QList<CommittedRow> &rows, ChangeApplier &applier, int depth)
{
    if (depth == 0)
        return {};
    for (const Catalogue::Relation &relation : m_store.catalogue().relationsTo(parent.entity)) {
        const ScopeRule &rule = relation.entity->scope;
        if (rule.kind != ScopeRule::Kind::Inherits || !rule.fields.contains(relation.field->id))
            continue;
        Result<QList<ServerRow>> children = m_store.children(*relation.entity, *relation.field, parent);
        if (!children)
            return children.error();
        for (const ServerRow &child : *children)
            GUANXI_TRY(moveRow(child, rev, rows, applier, depth - 1));
    }
    return {};
}

Result<QList<ServerRow>> PushService::conflictsAbout(const RecordRef &about)
{
    const Entity *entity = m_store.catalogue().entity(Conflict::entity);
    return entity ? m_store.children(*entity, *entity->field(Conflict::record.id), about) : QList<ServerRow>();
}

Result<void> PushService::moveConflicts(const RecordRef &about, qint64 rev, QList<CommittedRow> &rows, ChangeApplier &applier)
{
    const Result<QList<ServerRow>> conflicts = conflictsAbout(about);
    if (!conflicts)
        return conflicts.error();
    for (const ServerRow &conflict : *conflicts)
        GUANXI_TRY(moveRow(conflict, rev, rows, applier, 0));
    return {};
}

Result<void> PushService::moveRow(const ServerRow &row, qint64 rev, QList<CommittedRow> &rows, ChangeApplier &applier, int depth)
{
    const Result<ScopeIds> scopes = m_store.scopeIds(scopesOf(row.record.entity(), applier.place(row.record)));
    if (!scopes)
        return scopes.error();
    // What a conflict shows hangs on who sees its record, also where its author saw and sees the conflict.
    if (*scopes == row.scopes && row.record.entity().id != Conflict::entity)
        return {};
    Record moved = row.record;
    moved.setRev(std::max(rev, moved.rev()));
    GUANXI_TRY(m_store.write(row, moved, *scopes));
    rows.append({moved, row.scopes, *scopes});
    return moveChildren(moved.ref(), rev, rows, applier, depth);
}

} // namespace guanxi::server
