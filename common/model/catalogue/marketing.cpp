// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/marketing.h"

#include "common/model/catalogue/parts.h"

namespace guanxi::model {

using namespace parts;

namespace {

const QList<EntityId> people{ids::Account, ids::Contact, ids::Lead};

void declareCampaignStates(EntityBuilder &campaign)
{
    using C = Campaign;
    campaign.states(C::status,
                    {state(C::Planned, "planned", Tone::Neutral), state(C::Running, "running", Tone::Active),
                     state(C::Finished, "finished", Tone::Good), state(C::Evaluated, "evaluated", Tone::Closed, true),
                     state(C::Cancelled, "cancelled", Tone::Bad, true)});
    campaign.transition(Arrow(C::Start, "start", {C::Planned}, C::Running).setNow(C::actualStart));
    campaign.transition(Arrow(C::End, "end", {C::Running}, C::Finished).setNow(C::actualEnd));
    campaign.transition(Arrow(C::Evaluate, "evaluate", {C::Finished}, C::Evaluated).needs(C::evaluation));
    campaign.transition(Arrow(C::Cancel, "cancel", {C::Planned, C::Running}, C::Cancelled).needs(C::cancelReason));
}

void declareCampaignResults(EntityBuilder &campaign)
{
    using C = Campaign;
    campaign.dateTime(C::actualStart, "actual_start").group(Handling).section("Carrying out");
    campaign.dateTime(C::actualEnd, "actual_end").group(Handling);
    campaign.longText(C::onSiteNotes, "on_site_notes").label("On-site notes").search(Search::Text);
    campaign.text(C::cancelReason, "cancel_reason", 255).label("Reason of cancellation").group(Status);
    campaign.integer(C::participants, "participants").computed(Computed::Server).listed().section("Results");
    campaign.money(C::actualCost, "actual_cost").computed(Computed::Server).listed();
    campaign.integer(C::convertedLeads, "converted_leads").computed(Computed::Server);
    campaign.money(C::salesUplift, "sales_uplift").computed(Computed::Server);
    campaign.percent(C::nonTargetShare, "non_target_share")
        .label("Share outside target group")
        .computed(Computed::Server);
    campaign.decimal(C::roi, "roi", 2).label("Return on investment, %").computed(Computed::Server);
    campaign.integer(C::attentionBefore, "attention_before", 0, 1'000'000'000);
    campaign.integer(C::attentionAfter, "attention_after", 0, 1'000'000'000);
    campaign.longText(C::evaluation, "evaluation").search(Search::Text);
}

void declareCampaign(Catalogue &catalogue)
{
    using C = Campaign;
    EntityBuilder campaign(catalogue, C::entity, "campaign", "Campaign", "Campaigns");
    campaign.area(Area::Marketing).workspace(Workspace::Marketing, "view-presentation").owned().title({C::name.id});
    campaign.relations({ids::CampaignMember, ids::Lead, ids::Opportunity, ids::MessageBatch, ids::Expense,
                        ids::SurveyResponse, ids::Activity, ids::Document});
    addNumber(campaign, C::number, "CP-{yyyy}-{seq:4}");
    campaign.text(C::name, "name", 120).required().search(Search::Name).listed();
    campaign.dictionary(C::type, "type", "campaign_type").required().listed();
    campaign.state(C::status, "status").group(Status).listed();
    campaign.dateTime(C::plannedStart, "planned_start").required().group(Period).indexed().listed();
    campaign.dateTime(C::plannedEnd, "planned_end").required().group(Period).indexed().listed();
    campaign.text(C::place, "place", 200).search(Search::Text);
    campaign.money(C::budget, "budget").atLeast(0).group(Amount).listed();
    campaign.text(C::currency, "currency", 3).format(Format::CurrencyCode).byDefault(Value(u"CNY"_qs)).group(Amount);
    campaign.longText(C::goal, "goal").required().search(Search::Text).section("Plan");
    campaign.text(C::theme, "theme", 200).search(Search::Text);
    campaign.longText(C::content, "content").search(Search::Text);
    campaign.longText(C::strategy, "strategy").search(Search::Text);
    campaign.reference(C::segment, "segment", ids::Segment).label("Target group");
    campaign.references(C::materials, "materials", MarketingMaterial::entity);
    declareCampaignResults(campaign);
    declareCampaignStates(campaign);

    using M = CampaignMember;
    EntityBuilder member(catalogue, M::entity, "campaign_member", "Participant", "Participants");
    member.childOf(C::entity, M::campaign).area(Area::Marketing).title({M::member.id});
    member.reference(M::campaign, "campaign", C::entity).required();
    member.anyReference(M::member, "member", people).label("Participant").required().listed();
    member.choice(M::status, "status",
                  {u"planned"_qs, u"invited"_qs, u"accepted"_qs, u"declined"_qs, u"attended"_qs, u"responded"_qs});
    member.required().byDefault(Value(M::Planned)).merge(MergePolicy::Latest).listed();
    member.text(M::feedback, "feedback", 255).search(Search::Text).listed();
}

void declareMessageBatch(Catalogue &catalogue)
{
    using B = MessageBatch;
    EntityBuilder batch(catalogue, B::entity, "message_batch", "Mailing", "Mailings");
    batch.area(Area::Marketing).workspace(Workspace::Marketing, "mail-send").inherits({B::campaign.id});
    batch.title({B::name.id}).relations({ids::MessageRecipient, ids::Document});
    batch.text(B::name, "name", 120).required().search(Search::Name).listed();
    batch.choice(B::kind, "kind", {u"email"_qs, u"sms"_qs, u"letter"_qs})
        .required()
        .byDefault(Value(B::Email))
        .listed();
    batch.reference(B::campaign, "campaign", Campaign::entity).listed();
    batch.reference(B::messageTemplate, "template", MessageTemplate::entity).required();
    batch.reference(B::segment, "segment", ids::Segment).label("Target group").required().listed();
    batch.dateTime(B::scheduledAt, "scheduled_at").label("Send at").group(Status).indexed().listed();
    batch.state(B::status, "status").group(Status).listed();
    batch.integer(B::sent, "sent").computed(Computed::Server).section("Results");
    batch.integer(B::opened, "opened").computed(Computed::Server);
    batch.integer(B::clicked, "clicked").computed(Computed::Server);
    batch.integer(B::converted, "converted").computed(Computed::Server);
    batch.integer(B::bounced, "bounced").computed(Computed::Server);
    batch.integer(B::optedOut, "opted_out").computed(Computed::Server);
    batch.states(B::status, {state(B::Draft, "draft", Tone::Neutral), state(B::Queued, "queued", Tone::Waiting, true),
                             state(B::Sending, "sending", Tone::Active, true), state(B::Sent, "sent", Tone::Good, true),
                             state(B::Stopped, "stopped", Tone::Bad, true)});
    batch.transition(Arrow(B::Queue, "queue", {B::Draft}, B::Queued).label("Release for sending"));
    batch.transition(Arrow(B::StartSending, "start_sending", {B::Queued}, B::Sending).automatic());
    batch.transition(Arrow(B::FinishSending, "finish_sending", {B::Sending}, B::Sent).automatic());
    batch.transition(Arrow(B::Stop, "stop", {B::Queued, B::Sending}, B::Stopped));
}

void declareMessageParts(Catalogue &catalogue)
{
    using T = MessageTemplate;
    EntityBuilder text(catalogue, T::entity, "message_template", "Message template", "Message templates");
    text.area(Area::Marketing).workspace(Workspace::Marketing, "mail-message").everyone().title({T::name.id});
    text.relations({ids::MessageBatch, ids::Document});
    text.text(T::name, "name", 120).required().search(Search::Name).listed();
    text.choice(T::kind, "kind", {u"email"_qs, u"sms"_qs, u"letter"_qs}).required();
    text.byDefault(Value(MessageBatch::Email)).listed();
    text.text(T::locale, "locale", 16).label("Language").required().byDefault(Value(u"zh_CN"_qs)).listed();
    text.text(T::subject, "subject", 255).search(Search::Text).listed();
    text.longText(T::body, "body").label("Text").required().search(Search::Text);

    using R = MessageRecipient;
    EntityBuilder recipient(catalogue, R::entity, "message_recipient", "Recipient", "Recipients");
    recipient.childOf(MessageBatch::entity, R::batch).area(Area::Marketing).title({R::address.id}).serverWritten();
    recipient.reference(R::batch, "batch", MessageBatch::entity).label("Mailing").required();
    recipient.anyReference(R::recipient, "recipient", people).required().listed();
    recipient.text(R::address, "address", 255).search(Search::Text).system().listed();
    recipient.choice(
        R::state, "state",
        {u"queued"_qs, u"sent"_qs, u"failed"_qs, u"opened"_qs, u"clicked"_qs, u"converted"_qs, u"opted_out"_qs});
    recipient.system().byDefault(Value(R::Queued)).listed();
    recipient.dateTime(R::at, "at").label("Time").system().listed();
}

void declareAutomationRule(Catalogue &catalogue)
{
    using A = AutomationRule;
    EntityBuilder rule(catalogue, A::entity, "automation_rule", "Automation rule", "Automation rules");
    rule.area(Area::Forms).workspace(Workspace::Administration, "run-build-configure").everyone().title({A::name.id});
    rule.text(A::name, "name", 120).required().search(Search::Name).listed();
    rule.choice(A::kind, "kind",
                {u"reminder"_qs, u"ownership"_qs, u"churn"_qs, u"ticket_assign"_qs, u"lead_score"_qs, u"marketing"_qs,
                 u"birthday"_qs, u"field_update"_qs});
    rule.required().listed();
    rule.text(A::object, "object", 64).required().group(Item).listed();
    rule.choice(A::event, "event",
                {u"created"_qs, u"changed"_qs, u"status_changed"_qs, u"date_reached"_qs, u"schedule"_qs,
                 u"message_event"_qs, u"page_view"_qs});
    rule.required().group(Item).listed();
    rule.json(A::condition, "condition").required().group(Item);
    rule.json(A::actions, "actions").required().group(Item);
    rule.boolean(A::active, "active", true).required().listed();
    rule.choice(A::runsOn, "runs_on", {u"server"_qs, u"client_and_server"_qs}).required();
    rule.byDefault(Value(A::Server)).listed();
}

void declareMarketingMaterial(Catalogue &catalogue)
{
    using M = MarketingMaterial;
    EntityBuilder material(catalogue, M::entity, "marketing_material", "Marketing material", "Marketing materials");
    material.area(Area::Marketing).workspace(Workspace::Marketing, "bookmarks").everyone().title({M::name.id});
    material.relations({ids::Campaign, ids::Document});
    material.text(M::name, "name", 120).required().search(Search::Name).listed();
    material.text(M::kind, "kind", 32).search(Search::Text).listed();
    material.integer(M::stockQuantity, "stock_quantity", 0, 1'000'000'000).label("In stock").required();
    material.byDefault(Value(0)).merge(MergePolicy::Add).listed();
}

} // namespace

void declareMarketing(Catalogue &catalogue)
{
    declareCampaign(catalogue);
    declareMessageBatch(catalogue);
    declareMessageParts(catalogue);
    declareAutomationRule(catalogue);
    declareMarketingMaterial(catalogue);
}

} // namespace guanxi::model
