// SPDX-License-Identifier: GPL-3.0-or-later
// Money that came: what it settles of orders, contracts and their instalments.
#include "common/rules/settlement.h"

#include "common/model/catalogue/sales.h"
#include "common/rules/defaults.h"
#include "server/services/consequences.h"

namespace guanxi::server {

using namespace model;

QSet<RecordRef> Consequences::paidDocuments() const
{
    QSet<RecordRef> documents;
    const auto add = [&](const Record &row, RefField order, RefField contract) {
        if (!row.isNull(order))
            documents.insert({SalesOrder::entity, row[order]});
        if (!row.isNull(contract))
            documents.insert({Contract::entity, row[contract]});
    };
    for (const TouchedRow &row : std::as_const(m_touched)) {
        const EntityId entity = row.after.entity().id;
        for (const Record &version : {row.before ? row.before->record : row.after, row.after})
            if (entity == Payment::entity)
                add(version, Payment::order, Payment::contract);
            else if (entity == PaymentPlan::entity)
                add(version, PaymentPlan::order, PaymentPlan::contract);
        if (entity == SalesOrder::entity && (!row.before || row.before->record[SalesOrder::total] != row.after[SalesOrder::total]))
            documents.insert(row.after.ref());
    }
    return documents;
}

Result<void> Consequences::followPayments()
{
    if (!has(Payment::entity) || !has(PaymentPlan::entity) || !has(Contract::entity))
        return {};
    for (const RecordRef &document : paidDocuments())
        GUANXI_TRY(settle(document));
    // Of nothing, nothing is settled.
    for (const TouchedRow &row : touched(PaymentPlan::entity))
        if (row.after.isNull(PaymentPlan::order) && row.after.isNull(PaymentPlan::contract))
            for (const FieldId field : {PaymentPlan::settledAmount.id, PaymentPlan::status.id})
                set(m_touched[row.after.ref()], field, Value());
    return {};
}

Result<void> Consequences::settle(const RecordRef &ref)
{
    const bool isOrder = ref.entity == SalesOrder::entity;
    const Catalogue &catalogue = m_store.catalogue();
    const Result<TouchedRow *> found = rowOf(ref.entity, ref.id);
    if (!found)
        return found.error();
    if (!*found)
        return {};
    const Record document = (*found)->after;
    Result<QList<Record>> instalments = pointingAt(catalogue.at(PaymentPlan::entity), (isOrder ? PaymentPlan::order : PaymentPlan::contract).id, ref);
    if (!instalments)
        return instalments.error();
    // One that names both is the order's.
    if (!isOrder)
        instalments->removeIf([](const Record &instalment) { return !instalment.isNull(PaymentPlan::order); });
    const Result<QList<Record>> payments = pointingAt(catalogue.at(Payment::entity), (isOrder ? Payment::order : Payment::contract).id, ref);
    if (!payments)
        return payments.error();
    const rules::Settlement settlement = rules::settlementOf(document, *instalments, *payments, rules::dayOf(m_now));
    for (const auto &[id, settled, status] : settlement.parts) {
        const Result<TouchedRow *> row = rowOf(PaymentPlan::entity, id);
        if (!row)
            return row.error();
        if (!*row)
            continue;
        set(**row, PaymentPlan::settledAmount.id, settled);
        set(**row, PaymentPlan::status.id, status);
    }
    if (isOrder)
        set(m_touched[ref], SalesOrder::paymentStatus.id, settlement.status);
    return {};
}

} // namespace guanxi::server
