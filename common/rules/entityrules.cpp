// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/entityrules.h"

#include "common/model/catalogue.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/marketing.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/rules/achievement.h"
#include "common/rules/amounts.h"

#include <algorithm>

namespace guanxi::rules
{

using namespace model;

namespace
{

/// A pair of days or times of which the second is not before the first.
struct Span {
    EntityId entity;
    NumberField start;
    NumberField end;
};

constexpr Span kSpans[] = {
    {Relationship::entity, Relationship::validFrom, Relationship::validTo},
    {Quote::entity, Quote::quotedOn, Quote::validUntil},
    {Contract::entity, Contract::startsOn, Contract::endsOn},
    {SalesOrder::entity, SalesOrder::orderDate, SalesOrder::deliverBy},
    {PurchaseOrder::entity, PurchaseOrder::orderedOn, PurchaseOrder::expectedOn},
    {PriceItem::entity, PriceItem::validFrom, PriceItem::validTo},
    {Campaign::entity, Campaign::plannedStart, Campaign::plannedEnd},
    {Campaign::entity, Campaign::actualStart, Campaign::actualEnd},
    {Project::entity, Project::plannedStart, Project::plannedEnd},
    {Project::entity, Project::actualStart, Project::actualEnd},
    {Activity::entity, Activity::startsAt, Activity::endsAt},
    {User::entity, User::hiredOn, User::leftOn},
    {RoleGrant::entity, RoleGrant::validFrom, RoleGrant::validTo},
    {DevelopmentPlanItem::entity, DevelopmentPlanItem::plannedOn, DevelopmentPlanItem::dueOn},
};

/// A named condition between fields; `blamed` is the field a form points at, `required` says that filling it helps.
struct Rule {
    EntityId entity;
    const char *name;
    QList<FieldId> fields;
    FieldId blamed;
    bool required;
    bool (*holds)(const Record &);
};

bool is(const Record &record, RefField field, const char *dictionary, const char *code)
{
    return record[field] == dictionaryItemId(QString::fromLatin1(dictionary), QString::fromLatin1(code));
}

bool anyFilled(const Record &record, std::initializer_list<FieldId> fields)
{
    return std::any_of(fields.begin(), fields.end(), [&](FieldId field) { return !record.value(field).isNull(); });
}

const QList<Rule> &rules()
{
    static const QList<Rule> list{
        {Contact::entity,
         "contact_customer",
         {Contact::side.id, Contact::account.id},
         Contact::account.id,
         true,
         [](const Record &r) {
             return !is(r, Contact::side, "contact_side", "customer") || !r.isNull(Contact::account);
         }},
        {Contact::entity,
         "contact_supplier",
         {Contact::side.id, Contact::supplier.id},
         Contact::supplier.id,
         true,
         [](const Record &r) {
             return !is(r, Contact::side, "contact_side", "supplier") || !r.isNull(Contact::supplier);
         }},
        {Lead::entity,
         "lead_reachable",
         {Lead::phone.id, Lead::mobile.id, Lead::email.id},
         Lead::phone.id,
         true,
         [](const Record &r) {
             return anyFilled(r, {Lead::phone.id, Lead::mobile.id, Lead::email.id});
         }},
        {Interaction::entity,
         "interaction_about",
         {Interaction::account.id, Interaction::lead.id, Interaction::opportunity.id},
         Interaction::account.id,
         true,
         [](const Record &r) {
             return anyFilled(r, {Interaction::account.id, Interaction::lead.id, Interaction::opportunity.id});
         }},
        {Relationship::entity,
         "relationship_of_two",
         {Relationship::from.id, Relationship::to.id},
         Relationship::to.id,
         false,
         [](const Record &r) { return r[Relationship::from] != r[Relationship::to]; }},
        {Account::entity,
         "credit_risk_reason",
         {Account::creditRiskOverride.id, Account::creditRiskReason.id},
         Account::creditRiskReason.id,
         true,
         [](const Record &r) { return r.isNull(Account::creditRiskOverride) || !r.isNull(Account::creditRiskReason); }},
        {SalesTarget::entity,
         "target_of_one",
         {SalesTarget::user.id, SalesTarget::targetDepartment.id, SalesTarget::region.id, SalesTarget::productCategory.id},
         SalesTarget::user.id,
         false,
         [](const Record &r) {
             return int(!r.isNull(SalesTarget::user)) + int(!r.isNull(SalesTarget::targetDepartment)) + int(!r.isNull(SalesTarget::region)) +
                        int(!r.isNull(SalesTarget::productCategory)) == 1;
         }},
        {SalesTarget::entity,
         "target_counted",
         {SalesTarget::productCategory.id, SalesTarget::measure.id},
         SalesTarget::measure.id,
         false,
         [](const Record &r) {
             return r.isNull(SalesTarget::productCategory) || !countedFor(r[SalesTarget::measure], Credit::ProductCategory, {}).isEmpty();
         }},
        {QuoteLine::entity,
         "line_about",
         {QuoteLine::product.id, QuoteLine::description.id},
         QuoteLine::product.id,
         false,
         [](const Record &r) { return anyFilled(r, {QuoteLine::product.id, QuoteLine::description.id}); }},
        {Quote::entity,
         "quote_for",
         {Quote::account.id, Quote::opportunity.id},
         Quote::account.id,
         true,
         [](const Record &r) { return anyFilled(r, {Quote::account.id, Quote::opportunity.id}); }},
        {Contract::entity,
         "contract_with",
         {Contract::account.id, Contract::opportunity.id, Contract::supplier.id},
         Contract::account.id,
         true,
         [](const Record &r) { return anyFilled(r, {Contract::account.id, Contract::opportunity.id, Contract::supplier.id}); }},
        {Payment::entity,
         "payment_for",
         {Payment::order.id, Payment::contract.id},
         Payment::order.id,
         false,
         [](const Record &r) { return anyFilled(r, {Payment::order.id, Payment::contract.id}); }},
        {PaymentPlan::entity,
         "payment_for",
         {PaymentPlan::order.id, PaymentPlan::contract.id},
         PaymentPlan::order.id,
         false,
         [](const Record &r) { return anyFilled(r, {PaymentPlan::order.id, PaymentPlan::contract.id}); }},
        {Contract::entity,
         "renews_itself",
         {Contract::renews.id},
         Contract::renews.id,
         false,
         [](const Record &r) { return r[Contract::renews] != r.id(); }},
        {StockDocument::entity,
         "transfer_target",
         {StockDocument::type.id, StockDocument::warehouse.id, StockDocument::toWarehouse.id},
         StockDocument::toWarehouse.id,
         true,
         [](const Record &r) {
             return !is(r, StockDocument::type, "stock_doc_type", "transfer") ||
                    (!r.isNull(StockDocument::toWarehouse) &&
                     r[StockDocument::toWarehouse] != r[StockDocument::warehouse]);
         }},
    };
    return list;
}

} // namespace

QList<FieldError> checkTogether(const Record &record, const QSet<FieldId> &changed)
{
    QList<FieldError> errors;
    const auto text = [&](FieldId id) {
        return record.entity().field(id) ? record.entity().field(id)->name : QString();
    };
    for (const Span &span : kSpans) {
        const bool asked =
            span.entity == record.entity().id && (changed.contains(span.start.id) || changed.contains(span.end.id));
        if (asked && !record.isNull(span.start) && !record.isNull(span.end) && record[span.end] < record[span.start])
            errors.append(
                {span.end.id, {ErrorCode::RuleRefused, {QStringLiteral("end_before_start"), text(span.end.id)}}});
    }
    for (const Rule &rule : rules()) {
        const bool asked =
            rule.entity == record.entity().id &&
            std::any_of(rule.fields.begin(), rule.fields.end(), [&](FieldId id) { return changed.contains(id); });
        if (!asked || rule.holds(record))
            continue;
        const bool empty = rule.required && record.value(rule.blamed).isNull();
        errors.append(
            {rule.blamed, empty ? Error{ErrorCode::Required, {text(rule.blamed)}}
                                : Error{ErrorCode::RuleRefused, {QString::fromLatin1(rule.name), text(rule.blamed)}}});
    }
    if (const std::optional<LineFields> &line = record.entity().line;
        line && (changed.contains(line->quantity) || changed.contains(line->price)) && !record.value(line->quantity).isNull() &&
        !record.value(line->price).isNull() && !amountsOf(record))
        errors.append({line->quantity, {ErrorCode::RuleRefused, {QStringLiteral("amount_too_large"), text(line->quantity)}}});
    return errors;
}

} // namespace guanxi::rules
