// SPDX-License-Identifier: GPL-3.0-or-later
// How each guard of common/model/catalogue/guards.h is satisfied; a guard that is missing here fails the walk.
#include "machinewalk.h"

#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/work.h"
#include "common/rules/guards.h"

namespace guanxi::test {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

/// What a guard's helper works on.
struct Case {
    RecordRef ref;
    WalkCompany &company;
    ValueMaker &values;

    Record stored() const { return company.server.record(ref); }
    /// A row of another entity that points at the record.
    Record rowOf(EntityId entity, FieldId field, bool any = false) const
    {
        Record row = values.make(company.catalogue().at(entity));
        row.setValue(field, any ? Value(ref) : Value(ref.id));
        return row;
    }
};

void addLine(Case &c)
{
    for (const Entity &entity : c.company.catalogue().entities())
        if (entity.parent == c.ref.entity && entity.field(u"quantity"))
            c.company.server.insert(c.rowOf(entity.id, entity.parentField));
}

void addDocument(Case &c) { c.company.server.insert(c.rowOf(Document::entity, Document::parent.id, true)); }

Record signedContract(Case &c)
{
    Record contract = c.values.make(c.company.catalogue().at(Contract::entity));
    contract.set(Contract::status, qint64(Contract::Signed));
    return contract;
}

void addContract(Case &c)
{
    Record contract = signedContract(c);
    contract.set(Contract::opportunity, c.ref.id);
    c.company.server.insert(contract);
}

/// More than any of the instalments, and than the order: whatever was owed is paid.
void pay(Case &c)
{
    constexpr qint64 Much = 1'000'000'000'000'000;
    const bool isOrder = c.ref.entity == SalesOrder::entity;
    Record payment = c.rowOf(Payment::entity, (isOrder ? Payment::order : Payment::contract).id);
    payment.setValue((isOrder ? Payment::contract : Payment::order).id, Value());
    const Record document = c.stored();
    payment.set(Payment::amount, Much);
    payment.setValue(Payment::currency.id, document.value((isOrder ? SalesOrder::currency : Contract::currency).id));
    payment.setValue(Payment::exchangeRate.id, document.value((isOrder ? SalesOrder::exchangeRate : Contract::exchangeRate).id));
    c.company.server.insert(payment);
}

void addInstalment(Case &c)
{
    Record instalment = c.rowOf(PaymentPlan::entity, PaymentPlan::contract.id);
    instalment.setValue(PaymentPlan::order.id, Value());
    c.company.server.insert(instalment);
}

void settleInstalments(Case &c)
{
    addInstalment(c);
    pay(c);
}

template <class T> void fill(Case &c, Handle<T> field, const T &value)
{
    Record record = c.stored();
    record.set(field, value);
    c.company.server.update(record);
}

void nothing(Case &) {}

using Helper = void (*)(Case &);

struct Keeper {
    const char *guard;
    Helper help;
};

Helper helperOf(const QString &guard)
{
    static constexpr Keeper keepers[] = {
        {guards::NoOpenBusiness, nothing},
        {guards::ContactComplete, nothing},
        {guards::ContractExists, addContract},
        {guards::HasLines, addLine},
        {guards::OverApproverLimit,
         [](Case &c) {
             addLine(c);
             fill(c, Quote::baseTotal, rules::Limits().quoteTotal + 1);
         }},
        {guards::WithinApproverLimit, addLine},
        {guards::ApproverHasLimit, nothing},
        {guards::CreditAllows, nothing},
        {guards::ReviewerNotCreator, nothing},
        {guards::PaidInFull, pay},
        {guards::ContractSignable,
         [](Case &c) {
             addDocument(c);
             fill(c, Contract::type, dictionaryItemId(u"contract_type"_s, u"sales"_s));
             fill(c, Contract::account, c.values.value(c.stored().entity(), *c.stored().entity().field(Contract::account.id), 0).id());
         }},
        {guards::HasPaymentPlan, addInstalment},
        {guards::InstalmentsSettled, settleInstalments},
        {guards::NothingReceived, nothing},
        {guards::StockAvailable, addLine},
        {guards::StockReversible, nothing},
        {guards::NotStarted, nothing},
        {guards::CustomerSatisfied, [](Case &c) { fill(c, Ticket::satisfaction, dictionaryItemId(u"satisfaction"_s, u"5"_s)); }},
        {guards::FeedbackOverdue,
         [](Case &c) { fill(c, Ticket::handledAt, c.company.clock.wallMs() - rules::Limits().feedbackMs); }},
        {guards::ReceiptAttached, addDocument},
        {guards::ApproverNotSpender, nothing},
        {guards::ProjectContractSigned,
         [](Case &c) {
             const Record contract = signedContract(c);
             c.company.server.insert(contract);
             fill(c, Project::contract, contract.id());
         }},
        {guards::NoOpenActivities, nothing},
        {guards::ByApplicant, nothing},
    };
    const auto *found = std::find_if(std::begin(keepers), std::end(keepers),
                                     [&](const Keeper &keeper) { return guard == QLatin1String(keeper.guard); });
    return found == std::end(keepers) ? nullptr : found->help;
}

} // namespace

bool needsSomebodyElse(const QStringList &names)
{
    return names.contains(QLatin1String(guards::ReviewerNotCreator)) || names.contains(QLatin1String(guards::ApproverNotSpender));
}

bool satisfyGuards(const QStringList &names, const RecordRef &ref, WalkCompany &company, ValueMaker &values)
{
    for (const QString &guard : names) {
        const Helper helper = helperOf(guard);
        if (!helper)
            return false;
        Case asked{ref, company, values};
        helper(asked);
    }
    company.settle();
    return true;
}

} // namespace guanxi::test
