// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customers.h"

#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/ownershiprules.h"
#include "common/model/catalogue/parts.h"

namespace guanxi::model {

using namespace Qt::StringLiterals;
using parts::Arrow;

namespace {

void accountMachine(EntityBuilder &entity)
{
    using enum Account::Status;
    using enum Account::Step;
    entity.states(Account::status, {parts::state(Potential, "potential", Tone::Neutral),
                                    parts::state(Active, "active", Tone::Active),
                                    parts::state(AtRisk, "at_risk", Tone::Waiting),
                                    parts::state(Lost, "lost", Tone::Bad),
                                    parts::state(Archived, "archived", Tone::Closed, true)});
    entity.transition(Arrow(CreateActive, "create_active", {0}, Active).label("Create as active"));
    entity.transition(Arrow(Activate, "activate", {Potential}, Active).automatic());
    entity.transition(Arrow(FlagRisk, "flag_risk", {Active}, AtRisk).label("Mark as at risk").automatic());
    entity.transition(Arrow(WinBack, "win_back", {AtRisk}, Active).automatic());
    entity.transition(Arrow(Lose, "lose", {AtRisk}, Lost).label("Mark as lost").automatic());
    entity.transition(Arrow(Reactivate, "reactivate", {Lost}, Active).automatic());
    entity.transition(Arrow(Archive, "archive", {Potential, Active, AtRisk, Lost}, Archived)
                          .guard(guards::NoOpenBusiness));
}

void accountProfile(EntityBuilder &entity)
{
    parts::addNumber(entity, Account::number, "C{yyyy}-{seq:6}");
    entity.likeness(Likeness::Key);
    entity.text(Account::name, "name", 200).required().indexed().listed().search(Search::Name).twins(Twins::Alone).likeness(Likeness::Company);
    entity.text(Account::shortName, "short_name", 64).search(Search::Name);
    entity.dictionary(Account::type, "type", "customer_type").required().byDefaultItem("company").listed();
    entity.state(Account::status, "status").listed();
    entity.dictionary(Account::level, "level", "customer_level").required().byDefaultItem("ordinary").listed();
    entity.dictionary(Account::region, "region", "region").required().listed();
    entity.dictionary(Account::industry, "industry", "industry").unless(Account::type, "person");
    entity.dictionary(Account::companySize, "company_size", "company_size").unless(Account::type, "person");
    entity.dictionary(Account::source, "source", "source");
    entity.reference(Account::accountManager, "account_manager", ids::User)
        .required()
        .byDefault(Default::CurrentUser)
        .listed();
    entity.reference(Account::parent, "parent", ids::Account).label("Parent organisation").unless(Account::type, "person");
    entity.dateTime(Account::nextFollowUpAt, "next_follow_up_at").label("Next follow-up").merge(MergePolicy::Latest);
    entity.tags(Account::tags, "tags");
    entity.longText(Account::remark, "remark").search(Search::Text);
}

void accountContact(EntityBuilder &entity)
{
    entity.phone(Account::phone, "phone").listed().search(Search::Phone).twins(Twins::Alone).likeness(Likeness::Phone).section("Contact details");
    entity.phone(Account::mobile, "mobile").format(Format::Mobile).search(Search::Phone).twins(Twins::Alone).likeness(Likeness::Key);
    entity.email(Account::email, "email").label("E-mail").search(Search::Text).twins(Twins::Alone).likeness(Likeness::Key);
    entity.phone(Account::fax, "fax");
    entity.url(Account::website, "website");
    entity.text(Account::address, "address", 255).group(1).search(Search::Text).likeness(Likeness::Address);
    entity.text(Account::postcode, "postcode", 16).format(Format::Postcode).group(1);
}

void accountRegistration(EntityBuilder &entity)
{
    entity.text(Account::legalRepresentative, "legal_representative", 64)
        .search(Search::Name)
        .unless(Account::type, "person")
        .section("Registration");
    entity.text(Account::licenceNumber, "licence_number", 32)
        .format(Format::CreditCode)
        .search(Search::Number)
        .likeness(Likeness::Key)
        .unless(Account::type, "person");
    entity.text(Account::taxNumber, "tax_number", 32)
        .format(Format::CreditCode)
        .unique()
        .search(Search::Number)
        .likeness(Likeness::Key)
        .unless(Account::type, "person");
    entity.money(Account::registeredCapital, "registered_capital").unless(Account::type, "person");
    entity.money(Account::annualTurnover, "annual_turnover").unless(Account::type, "person");
    entity.text(Account::bankName, "bank_name", 120).label("Bank").group(2).section("Bank details");
    entity.text(Account::bankAccount, "bank_account", 64).masked().group(2);
    entity.dictionary(Account::sex, "sex", "sex").when(Account::type, "person").section("Person");
    entity.date(Account::birthDate, "birth_date").format(Format::Age).when(Account::type, "person");
    entity.text(Account::identityDocument, "identity_document", 64)
        .masked()
        .format(Format::IdentityCard)
        .likeness(Likeness::Key)
        .when(Account::type, "person");
    entity.text(Account::employer, "employer", 200).search(Search::Name).when(Account::type, "person");
}

void accountValue(EntityBuilder &entity)
{
    entity.dictionary(Account::credit, "credit", "stars").label("Credit rating").section("Value and risk");
    entity.dictionary(Account::valueTier, "value_tier", "value_tier").computed(Computed::Server);
    entity.money(Account::lifetimeValue, "lifetime_value").computed(Computed::Server);
    entity.money(Account::creditLimit, "credit_limit").atLeast(0);
    entity.boolean(Account::creditBlocks, "credit_blocks", false).label("Refuse orders above the credit limit");
    entity.choice(Account::creditRisk, "credit_risk", {u"low"_s, u"medium"_s, u"high"_s}).computed(Computed::Server);
    entity.choice(Account::creditRiskOverride, "credit_risk_override", {u"low"_s, u"medium"_s, u"high"_s})
        .label("Credit risk as decided")
        .group(3);
    entity.text(Account::creditRiskReason, "credit_risk_reason", 255).label("Reason of the decision").group(3);
    entity.tags(Account::preferences, "preferences");
    entity.tags(Account::sensitivity, "sensitivity");
    entity.dictionary(Account::serviceStage, "service_stage", "service_stage");
    entity.date(Account::firstOrderOn, "first_order_on").label("First order").computed(Computed::Server);
    entity.date(Account::lastOrderOn, "last_order_on").label("Last order").computed(Computed::Server).listed();
    entity.dateTime(Account::lastInteractionAt, "last_interaction_at")
        .label("Last interaction")
        .computed(Computed::Server);
    entity.anyReference(Account::createdFrom, "created_from", {ids::Lead, ids::Opportunity}).system();
    entity.reference(Account::assignedByRule, "assigned_by_rule", ids::OwnershipRule).label("Given by rule").system();
}

void declareAccount(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Account::entity, "account", "Customer", "Customers");
    entity.area(Area::Customers).workspace(Workspace::Customers, "x-office-address-book");
    entity.owned({Account::accountManager.id}).title({Account::name.id});
    entity.relations({ids::Contact, ids::Project, ids::Opportunity, ids::Activity, ids::Contract, ids::SalesOrder,
                      ids::Payment, ids::Ticket, ids::Interaction, ids::Quote, ids::ChurnCase, ids::CampaignMember,
                      ids::SurveyResponse, ids::ChatSession, ids::Expense, ids::Document, ids::Relationship,
                      ids::Membership});
    accountProfile(entity);
    accountContact(entity);
    accountRegistration(entity);
    accountValue(entity);
    accountMachine(entity);
}

void declareContact(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Contact::entity, "contact", "Contact", "Contacts");
    entity.area(Area::Customers).workspace(Workspace::Customers, "im-user");
    entity.inherits({Contact::account.id, Contact::supplier.id}).title({Contact::name.id});
    entity.relations({ids::Project, ids::Activity, ids::Opportunity, ids::Interaction, ids::Ticket, ids::CampaignMember,
                      ids::Document});
    entity.text(Contact::name, "name", 64).required().indexed().listed().search(Search::Name).likeness(Likeness::Person);
    entity.dictionary(Contact::side, "side", "contact_side").required().byDefaultItem("customer");
    entity.reference(Contact::account, "account", ids::Account).label("Customer").listed().likeness(Likeness::Context);
    entity.reference(Contact::supplier, "supplier", ids::Supplier).likeness(Likeness::Context);
    entity.text(Contact::position, "position", 64).listed();
    entity.text(Contact::departmentName, "department_name", 64).label("Their department");
    entity.dictionary(Contact::sex, "sex", "sex");
    entity.date(Contact::birthDate, "birth_date").label("Birthday").format(Format::Age);
    entity.choice(Contact::decisionRole, "decision_role",
                  {u"decider"_s, u"influencer"_s, u"user"_s, u"buyer"_s, u"gatekeeper"_s});
    entity.integer(Contact::importance, "importance", 1, 5).computed(Computed::Server).listed();
    entity.integer(Contact::importanceOverride, "importance_override", 1, 5).label("Importance as decided");
    entity.boolean(Contact::isPrimary, "is_primary", false).label("Main contact").required().listed();
    entity.phone(Contact::phone, "phone")
        .listed()
        .search(Search::Phone)
        .twins(Twins::WithTitle)
        .likeness(Likeness::Phone)
        .section("Contact details");
    entity.phone(Contact::mobile, "mobile")
        .format(Format::Mobile)
        .listed()
        .search(Search::Phone)
        .twins(Twins::WithTitle)
        .likeness(Likeness::Key);
    entity.email(Contact::email, "email").label("E-mail").listed().search(Search::Text).twins(Twins::Alone).likeness(Likeness::Key);
    entity.boolean(Contact::doNotContact, "do_not_contact", false).required();
    entity.longText(Contact::personalInfo, "personal_info").label("Personal information").section("Notes");
    entity.longText(Contact::remark, "remark").search(Search::Text);
}

void declareContactPoint(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, ContactPoint::entity, "contact_point", "Contact point", "Contact points");
    entity.area(Area::Customers).inherits({ContactPoint::parent.id}).title({ContactPoint::value.id});
    entity.anyReference(ContactPoint::parent, "parent", {ids::Account, ids::Contact, ids::Lead, ids::Supplier})
        .label("Belongs to")
        .required()
        .listed();
    entity.dictionary(ContactPoint::method, "method", "contact_method").required().byDefaultItem("mobile").listed();
    entity.text(ContactPoint::value, "value", 255).required().indexed().listed().search(Search::Phone);
    entity.text(ContactPoint::label, "label", 32).listed();
    entity.boolean(ContactPoint::isPrimary, "is_primary", false).label("Preferred").required().listed();
}

void declareRelationship(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Relationship::entity, "relationship", "Relationship", "Relationships");
    entity.area(Area::Customers).inherits({Relationship::from.id});
    entity.title({Relationship::from.id, Relationship::to.id});
    entity.anyReference(Relationship::from, "from", {ids::Account, ids::Contact}).required().listed();
    entity.dictionary(Relationship::kind, "kind", "relation_kind").required().listed();
    entity.anyReference(Relationship::to, "to", {ids::Account, ids::Contact}).required().listed();
    entity.integer(Relationship::strength, "strength", 1, 5).listed();
    entity.text(Relationship::note, "note", 255).listed().search(Search::Text);
    entity.date(Relationship::validFrom, "valid_from").group(1);
    entity.date(Relationship::validTo, "valid_to").group(1);
}

void declareInteraction(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Interaction::entity, "interaction", "Interaction", "Interactions");
    entity.area(Area::Customers).workspace(Workspace::Customers, "view-conversation-balloon");
    entity.inherits({Interaction::account.id, Interaction::lead.id, Interaction::opportunity.id, Interaction::ticket.id,
                     Interaction::contact.id});
    entity.title({Interaction::summary.id}).relations({ids::EmailMessage, ids::Document});
    entity.text(Interaction::summary, "summary", 255).required().listed().search(Search::Text);
    entity.dateTime(Interaction::happenedAt, "happened_at")
        .label("Time")
        .required()
        .byDefault(Default::Now)
        .indexed()
        .listed();
    entity.reference(Interaction::account, "account", ids::Account).label("Customer").listed();
    entity.reference(Interaction::contact, "contact", ids::Contact).within(Interaction::account).listed();
    entity.reference(Interaction::lead, "lead", ids::Lead);
    entity.reference(Interaction::opportunity, "opportunity", ids::Opportunity);
    entity.reference(Interaction::ticket, "ticket", ids::Ticket);
    entity.dictionary(Interaction::channel, "channel", "channel").required().byDefaultItem("phone").listed();
    entity.dictionary(Interaction::direction, "direction", "direction").listed();
    entity.text(Interaction::place, "place", 120);
    entity.reference(Interaction::byUser, "by_user", ids::User)
        .label("Followed up by")
        .byDefault(Default::CurrentUser)
        .system()
        .listed();
    entity.dateTime(Interaction::nextFollowUpAt, "next_follow_up_at")
        .label("Next follow-up")
        .merge(MergePolicy::Latest);
    entity.longText(Interaction::details, "details").search(Search::Text).section("Notes");
    entity.longText(Interaction::remark, "remark").search(Search::Text);
}

void declareEmailMessage(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, EmailMessage::entity, "email_message", "E-mail", "E-mails");
    entity.area(Area::Customers).childOf(ids::Interaction, EmailMessage::interaction).title({EmailMessage::subject.id});
    entity.reference(EmailMessage::interaction, "interaction", ids::Interaction).required();
    entity.text(EmailMessage::messageId, "message_id", 255).label("Message number").required().unique();
    entity.text(EmailMessage::fromAddr, "from_addr", 254).label("From").required().listed().search(Search::Text);
    entity.text(EmailMessage::toAddrs, "to_addrs", 4000).label("To").required().listed().search(Search::Text);
    entity.text(EmailMessage::ccAddrs, "cc_addrs", 4000).label("Copy to");
    entity.text(EmailMessage::subject, "subject", 255).listed().search(Search::Text);
    entity.longText(EmailMessage::body, "body").label("Text").search(Search::Text);
    entity.dateTime(EmailMessage::sentAt, "sent_at").label("Sent").required().indexed().listed();
}

void declareOwnershipTransfer(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, OwnershipTransfer::entity, "ownership_transfer", "Hand-over", "Hand-overs");
    entity.area(Area::Customers).workspace(Workspace::Customers, "system-switch-user");
    entity.owned({OwnershipTransfer::fromUser.id, OwnershipTransfer::toUser.id});
    entity.title({OwnershipTransfer::number.id});
    parts::addNumber(entity, OwnershipTransfer::number, "HO{yyyy}-{seq:5}");
    entity.reference(OwnershipTransfer::fromUser, "from_user", ids::User).label("From").required().listed();
    entity.reference(OwnershipTransfer::toUser, "to_user", ids::User).label("To").required().listed();
    entity.json(OwnershipTransfer::scope, "scope").label("What is handed over").required();
    entity.text(OwnershipTransfer::reason, "reason", 255).listed();
    entity.dateTime(OwnershipTransfer::performedAt, "performed_at").label("Done").byDefault(Default::Now).system().listed();
    entity.reference(OwnershipTransfer::performedBy, "performed_by", ids::User)
        .label("Done by")
        .byDefault(Default::CurrentUser)
        .system()
        .listed();
    entity.reference(OwnershipTransfer::approvedBy, "approved_by", ids::User);
}

void churnMachine(EntityBuilder &entity)
{
    using enum ChurnCase::Status;
    using enum ChurnCase::Step;
    entity.states(ChurnCase::status, {parts::state(AtRisk, "at_risk", Tone::Waiting),
                                      parts::state(Deferred, "deferred", Tone::Neutral),
                                      parts::state(Confirmed, "confirmed", Tone::Bad, true),
                                      parts::state(Recovered, "recovered", Tone::Good, true)});
    entity.transition(Arrow(Defer, "defer", {AtRisk, Deferred}, Deferred)
                          .label("Defer churn")
                          .needs(ChurnCase::deferredUntil, ChurnCase::deferralMeasures));
    entity.transition(Arrow(Resume, "resume", {Deferred}, AtRisk).automatic());
    entity.transition(Arrow(Confirm, "confirm", {AtRisk, Deferred}, Confirmed)
                          .label("Confirm churn")
                          .needs(ChurnCase::reason)
                          .setToday(ChurnCase::confirmedOn));
    entity.transition(Arrow(Recover, "recover", {AtRisk, Deferred}, Recovered).label("Win back"));
    entity.transition(Arrow(RecoverByOrder, "recover_by_order", {Confirmed}, Recovered)
                          .label("Won back by an order")
                          .automatic());
}

void declareChurnCase(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, ChurnCase::entity, "churn_case", "Churn case", "Churn cases");
    entity.area(Area::Customers).workspace(Workspace::Customers, "dialog-warning").inherits({ChurnCase::account.id});
    entity.title({ChurnCase::account.id});
    entity.reference(ChurnCase::account, "account", ids::Account).label("Customer").required().listed();
    entity.reference(ChurnCase::accountManager, "account_manager", ids::User)
        .byDefault(Default::CurrentUser)
        .system()
        .listed();
    entity.state(ChurnCase::status, "status").group(1).listed();
    entity.date(ChurnCase::detectedOn, "detected_on").label("Detected").byDefault(Default::Today).system().listed();
    entity.choice(ChurnCase::detectedBy, "detected_by", {u"rule"_s, u"manual"_s}).byDefault(2).system();
    entity.percent(ChurnCase::riskScore, "risk_score").listed();
    entity.date(ChurnCase::lastOrderOn, "last_order_on").label("Last order").computed(Computed::Server).listed();
    entity.date(ChurnCase::deferredUntil, "deferred_until").group(1).listed();
    entity.longText(ChurnCase::deferralMeasures, "deferral_measures");
    entity.dictionary(ChurnCase::reason, "reason", "churn_reason").group(1).listed();
    entity.longText(ChurnCase::reasonText, "reason_text").label("Reason in words").search(Search::Text);
    entity.date(ChurnCase::confirmedOn, "confirmed_on").label("Confirmed").system().group(1).listed();
    churnMachine(entity);
}

void declareSegment(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Segment::entity, "segment", "Segment", "Segments");
    entity.area(Area::Customers).workspace(Workspace::Customers, "view-filter").owned().title({Segment::name.id});
    entity.relations({ids::SegmentMember, ids::Campaign, ids::MessageBatch, ids::Survey});
    entity.text(Segment::name, "name", 120).required().listed().search(Search::Name);
    entity.choice(Segment::target, "target", {u"customer"_s, u"contact"_s, u"lead"_s})
        .label("Members")
        .required()
        .byDefault(1)
        .listed();
    entity.choice(Segment::kind, "kind", {u"static"_s, u"filter"_s, u"cluster"_s}).required().byDefault(1).listed();
    entity.json(Segment::filter, "filter");
    entity.text(Segment::description, "description", 255).listed().search(Search::Text);
    entity.integer(Segment::count, "count").label("Number of members").computed(Computed::Server).listed();
}

void declareSegmentMember(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, SegmentMember::entity, "segment_member", "Segment member", "Segment members");
    entity.area(Area::Customers).childOf(ids::Segment, SegmentMember::segment).title({SegmentMember::member.id});
    entity.reference(SegmentMember::segment, "segment", ids::Segment).required().listed();
    entity.anyReference(SegmentMember::member, "member", {ids::Account, ids::Contact, ids::Lead}).required().listed();
    entity.choice(SegmentMember::addedBy, "added_by", {u"user"_s, u"rule"_s, u"import"_s})
        .byDefault(1)
        .system()
        .listed();
}

void declareMembership(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Membership::entity, "membership", "Membership", "Memberships");
    entity.area(Area::Customers).workspace(Workspace::Customers, "bookmarks").inherits({Membership::account.id});
    entity.title({Membership::number.id}).relations({ids::PointEntry});
    parts::addNumber(entity, Membership::number, "M{seq:8}");
    entity.reference(Membership::account, "account", ids::Account).label("Customer").required().unique().listed();
    entity.text(Membership::tier, "tier", 32).listed();
    entity.date(Membership::joinedOn, "joined_on").label("Joined").required().byDefault(Default::Today).listed();
    entity.integer(Membership::points, "points").computed(Computed::Server).listed();
}

void declarePointEntry(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, PointEntry::entity, "point_entry", "Point entry", "Point entries");
    entity.area(Area::Customers).childOf(ids::Membership, PointEntry::membership).appendOnly();
    entity.title({PointEntry::reason.id});
    entity.reference(PointEntry::membership, "membership", ids::Membership).required().listed();
    entity.integer(PointEntry::points, "points", -1000000000, 1000000000).required().listed();
    entity.text(PointEntry::reason, "reason", 120).required().listed();
    entity.reference(PointEntry::order, "order", ids::SalesOrder).listed();
    entity.dateTime(PointEntry::at, "at").label("Time").byDefault(Default::Now).system().listed();
}

} // namespace

void declareCustomers(Catalogue &catalogue)
{
    declareAccount(catalogue);
    declareContact(catalogue);
    declareContactPoint(catalogue);
    declareRelationship(catalogue);
    declareInteraction(catalogue);
    declareEmailMessage(catalogue);
    declareOwnershipTransfer(catalogue);
    declareChurnCase(catalogue);
    declareSegment(catalogue);
    declareSegmentMember(catalogue);
    declareMembership(catalogue);
    declarePointEntry(catalogue);
    declareOwnershipRule(catalogue);
}

} // namespace guanxi::model
