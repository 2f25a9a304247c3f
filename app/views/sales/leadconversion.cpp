// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/leadconversion.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"

namespace guanxi::app {

using namespace model;
using storage::Query;

namespace {

void take(const Record &lead, FieldId from, Record &to, FieldId into)
{
    if (!lead.value(from).isNull())
        to.setValue(into, lead.value(from));
}

/// The first stage of the pipeline that is made first.
void beginPipeline(const Records &records, Record &opportunity)
{
    Query pipelines;
    pipelines.entity = Pipeline::entity;
    pipelines.filter = storage::Filter::is(Pipeline::active.id, Value(true));
    const Result<QList<Record>> found = records.findNow(pipelines);
    if (!found || found->isEmpty())
        return;
    const Record pipeline = *std::min_element(found->begin(), found->end(), [](const Record &a, const Record &b) { return a.id() < b.id(); });
    opportunity.set(Opportunity::pipeline, pipeline.id());
    Query stages;
    stages.entity = PipelineStage::entity;
    stages.filter = storage::Filter::is(PipelineStage::pipeline.id, pipeline.id());
    stages.sort = {{PipelineStage::position.id}};
    const Result<QList<Record>> steps = records.findNow(stages);
    if (!steps || steps->isEmpty())
        return;
    opportunity.set(Opportunity::stage, steps->first().id());
    opportunity.setValue(Opportunity::probability.id, steps->first().value(PipelineStage::defaultProbability.id));
}

} // namespace

Result<LeadConversion> conversionOf(const Records &records, const RecordRef &ref)
{
    const Result<Record> lead = records.load(ref);
    if (!lead)
        return lead.error();
    if ((*lead)[Lead::status] != Lead::Qualified)
        return Error{ErrorCode::WrongState, {lead->entity().name, QStringLiteral("convert"), QString()}};
    LeadConversion made{*lead, records.create(Account::entity), {}, records.create(Contact::entity), records.create(Opportunity::entity)};
    const bool isCompany = !lead->isNull(Lead::companyName);
    made.account.setValue(Account::name.id, lead->value((isCompany ? Lead::companyName : Lead::name).id));
    made.account.set(Account::type, dictionaryItemId(QStringLiteral("customer_type"), isCompany ? QStringLiteral("company") : QStringLiteral("person")));
    take(*lead, Lead::region.id, made.account, Account::region.id);
    take(*lead, Lead::industry.id, made.account, Account::industry.id);
    take(*lead, Lead::source.id, made.account, Account::source.id);
    take(*lead, Lead::assignedTo.id, made.account, Account::accountManager.id);
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
    opportunity.setValue(Opportunity::provider.id, lead->value(system::CreatedBy));
    beginPipeline(records, opportunity);
    return made;
}

QList<Record> LeadConversion::records() const
{
    QList<Record> all;
    const Uuid customer = existing.isNull() ? account.id() : existing;
    if (existing.isNull())
        all.append(account);
    Record done = lead;
    done.set(Lead::status, qint64(Lead::Converted));
    done.set(Lead::convertedAccount, customer);
    if (withContact) {
        Record person = contact;
        person.set(Contact::account, customer);
        all.append(person);
        done.set(Lead::convertedContact, person.id());
    }
    if (withOpportunity) {
        Record deal = opportunity;
        deal.set(Opportunity::account, customer);
        if (withContact)
            deal.set(Opportunity::contact, contact.id());
        all.append(deal);
        done.set(Lead::convertedOpportunity, deal.id());
    }
    all.append(done);
    return all;
}

} // namespace guanxi::app
