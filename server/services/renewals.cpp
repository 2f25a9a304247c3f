// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/sales.h"
#include "common/rules/followups.h"
#include "server/services/consequences.h"

namespace guanxi::server {

using namespace model;

namespace {

/// Whether what the reminder follows from was changed; a reminder that somebody sets or puts off stays where he put it.
bool isTermChanged(const TouchedRow &contract)
{
    if (!contract.before)
        return contract.after.isNull(Contract::noticeAt);
    if (contract.before->record.value(Contract::noticeAt.id) != contract.after.value(Contract::noticeAt.id))
        return false;
    const Record &before = contract.before->record, &after = contract.after;
    const auto differs = [&](FieldId field) { return before.value(field) != after.value(field); };
    return differs(Contract::endsOn.id) || differs(Contract::renewalNoticeDays.id) || rules::isInForce(before) != rules::isInForce(after);
}

} // namespace

Result<void> Consequences::followRenewals()
{
    if (!has(Contract::entity))
        return {};
    QSet<Uuid> contracts;
    for (const TouchedRow &row : std::as_const(m_touched)) {
        if (row.after.entity().id != Contract::entity)
            continue;
        if (isTermChanged(row))
            contracts.insert(row.after.id());
        // Of what is renewed nobody has to be reminded any more.
        const bool told = row.before && row.before->record.isDeleted() == row.after.isDeleted() && row.before->record[Contract::renews] == row.after[Contract::renews];
        for (const Uuid &renewed : {row.before ? row.before->record[Contract::renews] : Uuid(), row.after[Contract::renews]})
            if (!told && !renewed.isNull())
                contracts.insert(renewed);
    }
    for (const Uuid &id : std::as_const(contracts)) {
        const Result<TouchedRow *> row = rowOf(Contract::entity, id);
        if (!row)
            return row.error();
        if (!*row)
            continue;
        const std::optional<qint64> at = rules::renewalNoticeOf((*row)->after, m_now);
        const Result<QList<Record>> next = pointingAt(m_store.catalogue().at(Contract::entity), Contract::renews.id, {Contract::entity, id});
        if (!next)
            return next.error();
        const bool isRenewed = std::any_of(next->begin(), next->end(), [](const Record &contract) { return !contract.isDeleted(); });
        set(m_touched[{Contract::entity, id}], Contract::noticeAt.id, at && !isRenewed ? Value(*at) : Value());
    }
    return {};
}

} // namespace guanxi::server
