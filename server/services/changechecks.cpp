// SPDX-License-Identifier: GPL-3.0-or-later
// What a changed row must satisfy before it is taken; how it was changed is in changeapplier.cpp.
#include "server/services/changeapplier.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/rules/defaults.h"
#include "common/rules/exchange.h"
#include "common/rules/related.h"
#include "common/rules/validate.h"
#include "common/storage/query.h"

namespace guanxi::server {

using namespace model;
using sync::ConflictKind;

Result<std::optional<Refusal>> ChangeApplier::check(const Record *before, const Record &after, const QList<FieldChange> &changed)
{
    const Entity &entity = after.entity();
    // Another owner or department takes the row out of one reach into another: both must be the author's.
    if (before && !m_author.isServer) {
        const RowPlace from = place(*before);
        const RowPlace to = place(after);
        const bool moved = from.owners != to.owners || from.department != to.department;
        if (moved && !m_author.rights.may(Action::Assign, entity.id, from) && !m_author.rights.may(Action::Transfer, entity.id, from)
            && !m_author.rights.may(Action::Edit, entity.id, to))
            return notAllowed(entity, Action::Assign);
    }
    if (!m_author.isServer) {
        if (const QList<rules::FieldError> errors = rules::checkRecord(entity, after, before, {rules::dayOf(m_now), m_schema, {}, &m_store.catalogue()}); !errors.isEmpty())
            return refuse(errors.first().error);
        const Record stood = before ? *before : Record();
        if (const QList<rules::FieldError> errors = rules::checkRelated(stood, after, m_maker, [this](const RecordRef &ref) { return lookup(ref); }); !errors.isEmpty())
            return refuse(errors.first().error);
        if (const std::optional<rules::FieldError> error = rules::checkRate(stood, after, [this] { return ownCurrency(); }))
            return refuse(error->error);
    }
    for (const FieldChange &change : changed) {
        const Field &field = *entity.field(change.field);
        const Value &value = after.value(change.field);
        if (value.isNull() || after.isDeleted())
            continue; // a deleted record takes nobody's place, and hangs on nothing
        if (Verdict verdict = checkUnique(after, field); !verdict.ok() || verdict->has_value())
            return verdict;
        if (Verdict verdict = checkReference(after, field, value); !verdict.ok() || verdict->has_value())
            return verdict;
    }
    return Accepted;
}

QString ChangeApplier::ownCurrency()
{
    storage::Query query;
    query.entity = Company::entity;
    query.limit = 1;
    if (!m_store.catalogue().entity(query.entity))
        return {};
    const Result<std::vector<qint64>> rids = storage::QueryRunner(m_store.database(), m_store.catalogue(), storage::StoreKind::Server).rids(query);
    const Result<QList<ServerRow>> rows = rids ? m_store.rowsByRid(query.entity, *rids) : Result<QList<ServerRow>>(rids.error());
    if (!rows)
        m_fault = rows.error();
    return rows && !rows->isEmpty() ? rows->first().record[Company::baseCurrency] : QString();
}

Result<std::optional<Refusal>> ChangeApplier::checkUnique(const Record &record, const Field &field)
{
    const Value &value = record.value(field.id);
    if (!field.unique || value.isNull())
        return Accepted;
    const Result<QList<Uuid>> holders = m_store.holdersOf(record.entity(), field, value);
    if (!holders)
        return holders.error();
    // The same change set may have given the value up, or to another record.
    bool taken = std::any_of(holders->begin(), holders->end(), [&](const Uuid &holder) {
        return holder != record.id() && !m_touched.contains({record.entity().id, holder});
    });
    for (const TouchedRow &row : std::as_const(m_touched))
        taken |= row.after.ref() != record.ref() && row.after.entity().id == record.entity().id && !row.after.isDeleted()
            && row.after.value(field.id) == value;
    return taken ? refuse(ConflictKind::Unique, ErrorCode::NotUnique, {field.name, value.text()}) : Accepted;
}

Result<std::optional<Refusal>> ChangeApplier::checkReference(const Record &record, const Field &field, const Value &value)
{
    RecordRef target = value.as<RecordRef>();
    if (field.type == FieldType::Reference)
        target = {field.targets.first(), value.id()};
    if (target.isNull())
        return Accepted;
    const Record found = lookup(target);
    if (m_fault)
        return *m_fault;
    // Where one is found that is gone is said of it all the same.
    const bool leadsOn = record.entity().id == DuplicateCandidate::entity && field.id == DuplicateCandidate::recordA.id;
    if (!found.isValid() || (found.isDeleted() && !leadsOn))
        return refuse(ConflictKind::ParentDeleted, ErrorCode::ParentMissing, {field.name});
    return target.entity == record.entity().id ? checkCycle(record, field) : Verdict(Accepted);
}

Result<std::optional<Refusal>> ChangeApplier::checkCycle(const Record &record, const Field &field)
{
    // Only a reference to the own entity named `parent` is a tree; others (Payment.reverses) may point anywhere.
    if (field.name != QLatin1String("parent"))
        return Accepted;
    QSet<Uuid> seen{record.id()};
    for (Uuid at = record.value(field.id).id(); !at.isNull();) {
        if (seen.contains(at))
            return refuse(ConflictKind::Cycle, ErrorCode::Cycle, {field.name});
        seen.insert(at);
        const Record next = lookup({record.entity().id, at});
        at = next.isValid() ? next.value(field.id).id() : Uuid();
    }
    return Accepted;
}

} // namespace guanxi::server
