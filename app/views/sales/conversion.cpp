// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/conversion.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"

namespace guanxi::app {

using namespace model;

namespace {

void take(const Record &lead, FieldId from, Record &to, FieldId into)
{
    if (!lead.value(from).isNull())
        to.setValue(into, lead.value(from));
}

/// The chance that its stage proposes.
void beginStage(const Records &records, Record &opportunity)
{
    if (const Result<Record> stage = records.load({PipelineStage::entity, opportunity[Opportunity::stage]}))
        opportunity.setValue(Opportunity::probability.id, stage->value(PipelineStage::defaultProbability.id));
}

void beginCustomer(const Record &from, bool isCompany, Record &account)
{
    account.set(Account::type, dictionaryItemId(QStringLiteral("customer_type"), isCompany ? QStringLiteral("company") : QStringLiteral("person")));
    const bool isLead = from.entity().id == Lead::entity;
    take(from, isLead ? Lead::source.id : Opportunity::source.id, account, Account::source.id);
    take(from, isLead ? Lead::assignedTo.id : Opportunity::assignedTo.id, account, Account::accountManager.id);
}

} // namespace

bool Conversion::isWinning() const { return from.entity().id == Opportunity::entity; }

Result<Conversion> conversionOf(const Records &records, const RecordRef &ref)
{
    const Result<Record> lead = records.load(ref);
    if (!lead)
        return lead.error();
    if ((*lead)[Lead::status] != Lead::Qualified)
        return Error{ErrorCode::WrongState, {lead->entity().name, QStringLiteral("convert"), QString()}};
    Conversion made{*lead, records.create(Account::entity), {}, records.create(Contact::entity), records.create(Opportunity::entity)};
    const bool isCompany = !lead->isNull(Lead::companyName);
    made.account.setValue(Account::name.id, lead->value((isCompany ? Lead::companyName : Lead::name).id));
    beginCustomer(*lead, isCompany, made.account);
    take(*lead, Lead::region.id, made.account, Account::region.id);
    take(*lead, Lead::industry.id, made.account, Account::industry.id);
    // Of a company the person's numbers are those of the contact.
    Record &reached = isCompany ? made.contact : made.account;
    take(*lead, Lead::phone.id, reached, isCompany ? Contact::phone.id : Account::phone.id);
    take(*lead, Lead::mobile.id, reached, isCompany ? Contact::mobile.id : Account::mobile.id);
    take(*lead, Lead::email.id, reached, isCompany ? Contact::email.id : Account::email.id);
    made.withContact = isCompany;
    take(*lead, Lead::name.id, made.contact, Contact::name.id);
    Record &opportunity = made.opportunity;
    opportunity.setValue(Opportunity::customerName.id, made.account.value(Account::name.id));
    take(*lead, Lead::name.id, opportunity, Opportunity::contactName.id);
    take(*lead, lead->isNull(Lead::mobile) ? Lead::phone.id : Lead::mobile.id, opportunity, Opportunity::contactPhone.id);
    take(*lead, Lead::source.id, opportunity, Opportunity::source.id);
    take(*lead, Lead::campaign.id, opportunity, Opportunity::campaign.id);
    take(*lead, Lead::assignedTo.id, opportunity, Opportunity::assignedTo.id);
    const QString interest = (*lead)[Lead::interest];
    opportunity.set(Opportunity::summary, interest.section(u'\n', 0, 0).left(opportunity.entity().field(Opportunity::summary.id)->limit));
    opportunity.set(Opportunity::description, interest);
    opportunity.set(Opportunity::lead, lead->id());
    // Whoever found the hint gets the credit.
    take(*lead, system::CreatedBy, opportunity, Opportunity::provider.id);
    beginStage(records, opportunity);
    return made;
}

Result<Conversion> winningOf(const Records &records, const RecordRef &ref)
{
    const Result<Record> opportunity = records.load(ref);
    if (!opportunity)
        return opportunity.error();
    if ((*opportunity)[Opportunity::devStatus] != Opportunity::Developing)
        return Error{ErrorCode::WrongState, {opportunity->entity().name, QStringLiteral("succeed"), QString()}};
    Conversion made{*opportunity, records.create(Account::entity), {}, records.create(Contact::entity), {}};
    made.withOpportunity = false;
    made.account.setValue(Account::name.id, opportunity->value(Opportunity::customerName.id));
    beginCustomer(*opportunity, true, made.account);
    take(*opportunity, Opportunity::contactName.id, made.contact, Contact::name.id);
    take(*opportunity, Opportunity::contactPhone.id, made.contact, Contact::phone.id);
    made.withContact = !made.contact.isNull(Contact::name);
    return made;
}

Record Conversion::converted() const
{
    Record done = from;
    if (isWinning()) {
        done.set(Opportunity::devStatus, qint64(Opportunity::Succeeded));
        done.set(Opportunity::account, customer());
        if (withContact)
            done.set(Opportunity::contact, contact.id());
        return done;
    }
    done.set(Lead::status, qint64(Lead::Converted));
    done.set(Lead::convertedAccount, customer());
    if (withContact)
        done.set(Lead::convertedContact, contact.id());
    if (withOpportunity)
        done.set(Lead::convertedOpportunity, opportunity.id());
    return done;
}

QList<Record> Conversion::records() const
{
    QList<Record> all;
    if (existing.isNull())
        all.append(account);
    if (withContact) {
        Record person = contact;
        person.set(Contact::account, customer());
        all.append(person);
    }
    if (withOpportunity) {
        Record deal = opportunity;
        deal.set(Opportunity::account, customer());
        if (withContact)
            deal.set(Opportunity::contact, contact.id());
        all.append(deal);
    }
    all.append(converted());
    return all;
}

} // namespace guanxi::app
