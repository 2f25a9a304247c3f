// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/opportunities.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/parts.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::model {

using namespace parts;

namespace {

void declareLeadStates(EntityBuilder &lead)
{
    using L = Lead;
    lead.states(L::status,
                {state(L::New, "new", Tone::Neutral), state(L::Assigned, "assigned", Tone::Active),
                 state(L::Nurturing, "nurturing", Tone::Waiting), state(L::Qualified, "qualified", Tone::Good),
                 state(L::Converted, "converted", Tone::Closed), state(L::Disqualified, "disqualified", Tone::Bad)});
    lead.transition(Arrow(L::Assign, "assign", {L::New}, L::Assigned).needs(L::assignedTo).setNow(L::assignedAt));
    lead.transition(Arrow(L::StartNurturing, "start_nurturing", {L::Assigned}, L::Nurturing).needs(L::nurturingPlan));
    lead.transition(
        Arrow(L::Qualify, "qualify", {L::Assigned, L::Nurturing}, L::Qualified).guard(guards::ContactComplete));
    lead.transition(Arrow(L::Convert, "convert", {L::Qualified}, L::Converted).byCommand());
    lead.transition(Arrow(L::GiveUp, "give_up", {L::New, L::Assigned, L::Nurturing, L::Qualified}, L::Disqualified)
                        .needs(L::disqualifyReason));
    lead.transition(Arrow(L::Reopen, "reopen", {L::Disqualified}, L::Assigned).needs(L::assignedTo));
}

void declareLead(Catalogue &catalogue)
{
    using L = Lead;
    EntityBuilder lead(catalogue, L::entity, "lead", "Lead", "Leads");
    lead.area(Area::Marketing)
        .workspace(Workspace::Opportunities, "flag")
        .owned({L::assignedTo.id})
        .title({L::name.id});
    lead.relations({ids::Interaction, ids::Opportunity, ids::ContactPoint, ids::CampaignMember, ids::Document});
    addNumber(lead, L::number, "LD-{yyyy}{MM}-{seq:5}");
    lead.text(L::name, "name", 64).required().search(Search::Name).likeness(Likeness::Person).listed();
    lead.text(L::companyName, "company_name", 200).search(Search::Name).likeness(Likeness::Context).listed();
    lead.phone(L::phone, "phone").search(Search::Phone).likeness(Likeness::Phone).section("Contact details");
    lead.phone(L::mobile, "mobile").format(Format::Mobile).search(Search::Phone).likeness(Likeness::Key).listed();
    lead.email(L::email, "email").search(Search::Text).likeness(Likeness::Key);
    lead.dictionary(L::region, "region", "region");
    lead.dictionary(L::industry, "industry", "industry");
    lead.dictionary(L::source, "source", "source").required().listed().section("Interest");
    lead.reference(L::campaign, "campaign", ids::Campaign);
    lead.longText(L::interest, "interest").search(Search::Text);
    lead.integer(L::score, "score", 0, 100).computed(Computed::Server).indexed().listed();
    lead.choice(L::classification, "class", {u"hot"_qs, u"warm"_qs, u"cold"_qs}).merge(MergePolicy::Latest);
    lead.reference(L::assignedTo, "assigned_to", ids::User).group(Assignment).listed().section("Follow-up");
    lead.dateTime(L::assignedAt, "assigned_at").system().group(Assignment);
    lead.dateTime(L::nextFollowUpAt, "next_follow_up_at").label("Next follow-up").indexed();
    lead.reference(L::nurturingPlan, "nurturing_plan", ids::Segment);
    lead.state(L::status, "status").group(Status).listed();
    lead.text(L::disqualifyReason, "disqualify_reason", 255).label("Reason for giving up").group(Status);
    lead.reference(L::convertedAccount, "converted_account", ids::Account).withFile();
    lead.reference(L::convertedContact, "converted_contact", ids::Contact).withFile();
    lead.reference(L::convertedOpportunity, "converted_opportunity", ids::Opportunity).withFile();
    declareLeadStates(lead);
}

void declareLeadScoreRule(Catalogue &catalogue)
{
    using R = LeadScoreRule;
    EntityBuilder rule(catalogue, R::entity, "lead_score_rule", "Lead score rule", "Lead score rules");
    rule.area(Area::Marketing).workspace(Workspace::Opportunities, "view-sort").everyone().title({R::name.id});
    rule.text(R::name, "name", 120).required().search(Search::Name).listed();
    rule.condition(R::condition, "condition", Lead::entity).listed();
    rule.integer(R::points, "points", -100, 100).required().listed();
    rule.boolean(R::active, "active", true).required().listed();
    rule.text(R::remark, "remark", 255).search(Search::Text);
}

void declarePipeline(Catalogue &catalogue)
{
    EntityBuilder pipeline(catalogue, Pipeline::entity, "pipeline", "Pipeline", "Pipelines");
    pipeline.area(Area::Dictionaries).workspace(Workspace::Administration, "view-filter").everyone();
    pipeline.title({Pipeline::name.id}).relations({ids::PipelineStage});
    pipeline.text(Pipeline::name, "name", 64).required().search(Search::Name).listed();
    pipeline.boolean(Pipeline::active, "active", true).required().listed();

    using S = PipelineStage;
    EntityBuilder stage(catalogue, S::entity, "pipeline_stage", "Stage", "Stages");
    stage.childOf(Pipeline::entity, S::pipeline).area(Area::Dictionaries).title({S::label.id});
    stage.reference(S::pipeline, "pipeline", Pipeline::entity).required();
    stage.integer(S::position, "position", 0, 10'000).required().listed();
    stage.text(S::code, "code", 32).required().listed();
    stage.json(S::label, "label").label("Name").required().listed();
    stage.percent(S::defaultProbability, "default_probability").required().byDefault(Value(1000)).listed();
    stage.integer(S::maxDays, "max_days", 1, 10'000).label("Days at most").listed();
    stage.integer(S::maxCount, "max_count", 1, 1'000'000).label("Opportunities per owner at most");
    stage.choice(S::outcome, "outcome", {u"open"_qs, u"won"_qs, u"lost"_qs})
        .required()
        .byDefault(Value(S::Open))
        .listed();
    stage.fieldNames(S::needs, "needs", Opportunity::entity).label("To be filled in here");
    stage.longText(S::definition, "definition").search(Search::Text);
}

void declareStageChange(Catalogue &catalogue)
{
    using C = StageChange;
    EntityBuilder change(catalogue, C::entity, "stage_change", "Stage change", "Stage history");
    change.childOf(Opportunity::entity, C::opportunity).area(Area::Marketing).title({C::toStage.id});
    change.appendOnly().serverWritten();
    change.reference(C::opportunity, "opportunity", Opportunity::entity).required();
    change.reference(C::fromStage, "from_stage", PipelineStage::entity).listed();
    change.reference(C::toStage, "to_stage", PipelineStage::entity).required().listed();
    change.dateTime(C::at, "at").label("Time").system().byDefault(Default::Now).indexed().listed();
    change.reference(C::by, "by", ids::User).system().byDefault(Default::CurrentUser).listed();
    change.money(C::amountAt, "amount_at").label("Amount then").system().listed();
    change.integer(C::stayed, "stayed").label("Hours in the stage before").system();
}

void declareOpportunityStates(EntityBuilder &opportunity)
{
    using O = Opportunity;
    opportunity.states(O::devStatus,
                       {state(O::Developing, "developing", Tone::Active, false, "In development"),
                        state(O::Succeeded, "succeeded", Tone::Good), state(O::Failed, "failed", Tone::Bad, true)});
    opportunity.transition(Arrow(O::Assign, "assign", {O::Developing}, O::Developing)
                               .needs(O::assignedTo)
                               .setNow(O::assignedAt)
                               .setUser(O::assignedBy));
    opportunity.transition(Arrow(O::MoveStage, "move_stage", {O::Developing}, O::Developing)
                               .needs(O::stage)
                               .byCommand());
    opportunity.transition(Arrow(O::Succeed, "succeed", {O::Developing}, O::Succeeded)
                               .label("Mark success")
                               .needs(O::account)
                               .along(O::stage, O::probability)
                               .byCommand()
                               .setToday(O::closedOn));
    opportunity.transition(Arrow(O::Fail, "fail", {O::Developing}, O::Failed)
                               .label("Mark failure")
                               .needs(O::closeReason)
                               .along(O::stage, O::probability)
                               .setToday(O::closedOn));
    opportunity.transition(
        Arrow(O::ConvertToProject, "convert_to_project", {O::Succeeded}, O::Succeeded).along(O::project).guard(guards::ContractExists).byCommand());
    opportunity.transition(
        Arrow(O::Reopen, "reopen", {O::Succeeded, O::Failed}, O::Developing).approves().along(O::stage, O::probability).set(O::closedOn, {}));
}

void declareOpportunityMain(EntityBuilder &opportunity)
{
    using O = Opportunity;
    addNumber(opportunity, O::number, "OP-{yyyy}{MM}-{seq:5}");
    opportunity.text(O::customerName, "customer_name", 200).required().search(Search::Name).listed();
    opportunity.reference(O::account, "account", ids::Account);
    opportunity.text(O::summary, "summary", 255).required().search(Search::Text).listed();
    opportunity.percent(O::probability, "probability").required().listed();
    opportunity.reference(O::pipeline, "pipeline", Pipeline::entity).required().byDefault(Value(defaultPipelineId()));
    opportunity.reference(O::stage, "stage", PipelineStage::entity).required().within(O::pipeline).group(Status).listed();
    opportunity.byDefault(Value(defaultStageId(QStringLiteral("potential"))));
    opportunity.dateTime(O::stageSince, "stage_since").label("In this stage since").computed(Computed::Server);
    opportunity.state(O::devStatus, "dev_status").label("Development status").group(Status).listed();
    opportunity.money(O::amount, "amount").label("Expected amount").atLeast(0).group(Amount).indexed().listed();
    addCurrency(opportunity, O::currency, O::exchangeRate);
    opportunity.totals({.lines = OpportunityLine::entity, .rate = O::exchangeRate.id, .currency = O::currency.id});
    addBaseAmount(opportunity, O::baseAmount, O::amount, O::exchangeRate);
    opportunity.money(O::weightedAmount, "weighted_amount").label("Weighted amount in base currency").product(O::baseAmount, O::probability);
    opportunity.date(O::expectedCloseOn, "expected_close_on").label("Expected close").indexed().listed();
}

void declareOpportunity(Catalogue &catalogue)
{
    using O = Opportunity;
    EntityBuilder opportunity(catalogue, O::entity, "opportunity", "Opportunity", "Opportunities");
    opportunity.area(Area::Marketing).workspace(Workspace::Opportunities, "office-chart-line");
    opportunity.owned({O::assignedTo.id}).title({O::customerName.id, O::summary.id});
    opportunity.relations({ids::DevelopmentPlanItem, ids::Interaction, ids::Activity, ids::Quote, ids::SalesOrder,
                           ids::Contract, ids::Project, ids::Expense, ids::Document, ids::StageChange});
    declareOpportunityMain(opportunity);
    opportunity.reference(O::contact, "contact", ids::Contact).within(O::account).section("Contact details");
    opportunity.text(O::contactName, "contact_name", 64).search(Search::Name);
    opportunity.phone(O::contactPhone, "contact_phone").search(Search::Phone);
    opportunity.dictionary(O::source, "source", "source").section("Origin");
    opportunity.reference(O::provider, "provider", ids::User)
        .label("Provided by")
        .withFile()
        .byDefault(Default::CurrentUser);
    opportunity.reference(O::campaign, "campaign", ids::Campaign);
    opportunity.reference(O::lead, "lead", Lead::entity);
    opportunity.reference(O::assignedTo, "assigned_to", ids::User).group(Assignment).listed().section("Follow-up");
    opportunity.dateTime(O::assignedAt, "assigned_at").system().group(Assignment);
    opportunity.reference(O::assignedBy, "assigned_by", ids::User).system().group(Assignment);
    opportunity.dateTime(O::nextFollowUpAt, "next_follow_up_at").label("Next follow-up").indexed();
    opportunity.longText(O::description, "description").search(Search::Text).section("Development");
    opportunity.longText(O::strategy, "strategy").search(Search::Text);
    opportunity.reference(O::competitor, "competitor", MarketIntel::entity);
    opportunity.date(O::closedOn, "closed_on").system().group(Status);
    opportunity.text(O::closeReason, "close_reason", 255).group(Status);
    opportunity.reference(O::project, "project", ids::Project).withFile();
    declareOpportunityStates(opportunity);
}

void declareOpportunityLine(Catalogue &catalogue)
{
    using L = OpportunityLine;
    EntityBuilder line(catalogue, L::entity, "opportunity_line", "Opportunity line", "Opportunity lines");
    line.childOf(Opportunity::entity, L::opportunity).area(Area::Marketing).title({L::product.id});
    line.reference(L::opportunity, "opportunity", Opportunity::entity).required();
    line.reference(L::product, "product", ids::Product).required().group(Item).listed();
    addQuantity(line, L::quantity);
    addPrice(line, L::unitPrice, L::discount);
    line.money(L::amount, "amount").listed();
    line.line({.product = L::product.id, .quantity = L::quantity.id, .price = L::unitPrice.id, .discount = L::discount.id, .amount = L::amount.id,
               .priceFrom = Product::price.id, .isSold = true});
}

void declareDevelopmentPlanItem(Catalogue &catalogue)
{
    using D = DevelopmentPlanItem;
    EntityBuilder item(catalogue, D::entity, "development_plan_item", "Plan item", "Development plan");
    item.area(Area::Marketing).workspace(Workspace::Opportunities, "view-task").inherits({D::opportunity.id});
    item.title({D::item.id}).openWhile(D::opportunity, {Opportunity::Developing});
    item.reference(D::opportunity, "opportunity", Opportunity::entity).required().listed();
    item.date(D::plannedOn, "planned_on").label("Date").required().byDefault(Default::Today).indexed().listed();
    item.longText(D::item, "item").label("Plan item").required().search(Search::Text).listed();
    item.date(D::dueOn, "due_on").label("Due").indexed().listed();
    item.state(D::status, "status").group(Status).listed();
    item.longText(D::effect, "effect").search(Search::Text).group(Status).listed();
    item.dateTime(D::executedAt, "executed_at").label("Carried out").system().group(Status);
    item.states(D::status, {state(D::Planned, "planned", Tone::Active), state(D::Done, "done", Tone::Good),
                            state(D::Cancelled, "cancelled", Tone::Closed)});
    item.transition(Arrow(D::Complete, "complete", {D::Planned}, D::Done).needs(D::effect).setNow(D::executedAt));
    item.transition(Arrow(D::Cancel, "cancel", {D::Planned}, D::Cancelled));
}

void declareMarketIntel(Catalogue &catalogue)
{
    using M = MarketIntel;
    EntityBuilder intel(catalogue, M::entity, "market_intel", "Market information", "Market information");
    intel.area(Area::Marketing).workspace(Workspace::Marketing, "news-subscribe").everyone().title({M::title.id});
    intel.relations({ids::Document, ids::Opportunity});
    intel.text(M::title, "title", 200).required().search(Search::Name).listed();
    intel.dictionary(M::kind, "kind", "intel_kind").required().listed();
    intel.text(M::competitorName, "competitor_name", 120).label("Competitor").search(Search::Name).listed();
    intel.percent(M::marketShare, "market_share").listed();
    intel.text(M::channel, "channel", 64);
    intel.date(M::validOn, "valid_on").label("As of").indexed().listed();
    intel.text(M::source, "source", 200).listed();
    intel.longText(M::content, "content").search(Search::Text);
}

void declareSalesTarget(Catalogue &catalogue)
{
    using T = SalesTarget;
    EntityBuilder target(catalogue, T::entity, "sales_target", "Sales target", "Sales targets");
    target.area(Area::Reports).workspace(Workspace::Sales, "speedometer").owned({T::user.id}).title({T::period.id});
    target.text(T::period, "period", 7).required().format(Format::Period).indexed().listed();
    target.reference(T::user, "user", ids::User).label("Salesperson").group(Item).listed();
    target.reference(T::targetDepartment, "target_department", ids::Department).group(Item).listed();
    target.dictionary(T::region, "region", "region").group(Item).listed();
    target.reference(T::productCategory, "product_category", ids::ProductCategory).group(Item).listed();
    target.choice(
        T::measure, "measure",
        {u"revenue"_qs, u"orders"_qs, u"quantity"_qs, u"new_customers"_qs, u"opportunities"_qs, u"payments"_qs});
    target.required().byDefault(Value(T::Revenue)).group(Amount).listed();
    target.decimal(T::target, "target", 2).required().atLeast(0).group(Amount).listed();
    target.decimal(T::achieved, "achieved", 2).computed(Computed::Server).listed();
}

void declareForecastSnapshot(Catalogue &catalogue)
{
    using F = ForecastSnapshot;
    EntityBuilder forecast(catalogue, F::entity, "forecast_snapshot", "Forecast snapshot", "Forecast snapshots");
    forecast.area(Area::Reports).owned({F::user.id}).title({F::period.id}).appendOnly().serverWritten();
    forecast.date(F::takenOn, "taken_on").label("Date").system().byDefault(Default::Today).indexed().listed();
    forecast.reference(F::user, "user", ids::User).label("Salesperson").required().listed();
    forecast.text(F::period, "period", 7).required().format(Format::Period).indexed().listed();
    forecast.money(F::weighted, "weighted").system().listed();
    forecast.money(F::best, "best").label("Best case").system().listed();
    forecast.money(F::committed, "committed").system().listed();
    forecast.money(F::won, "won").system().listed();
}

} // namespace

void declareOpportunities(Catalogue &catalogue)
{
    declareLead(catalogue);
    declareLeadScoreRule(catalogue);
    declarePipeline(catalogue);
    declareOpportunity(catalogue);
    declareOpportunityLine(catalogue);
    declareStageChange(catalogue);
    declareDevelopmentPlanItem(catalogue);
    declareMarketIntel(catalogue);
    declareSalesTarget(catalogue);
    declareForecastSnapshot(catalogue);
}

} // namespace guanxi::model
