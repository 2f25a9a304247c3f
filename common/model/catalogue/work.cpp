// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/work.h"

#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/parts.h"

namespace guanxi::model {

using namespace parts;

namespace {

void declareProjectStates(EntityBuilder &project)
{
    using P = Project;
    project.states(P::status, {state(P::Planned, "planned", Tone::Neutral), state(P::Active, "active", Tone::Active),
                               state(P::Paused, "paused", Tone::Waiting), state(P::Finished, "finished", Tone::Good),
                               state(P::Closed, "closed", Tone::Closed, true)});
    project.transition(Arrow(P::Start, "start", {P::Planned}, P::Active).guard(guards::ProjectContractSigned));
    project.transition(Arrow(P::Pause, "pause", {P::Active}, P::Paused));
    project.transition(Arrow(P::Resume, "resume", {P::Paused}, P::Active));
    project.transition(Arrow(P::Finish, "finish", {P::Active}, P::Finished).guard(guards::NoOpenActivities));
    project.transition(Arrow(P::Close, "close", {P::Finished}, P::Closed));
}

void declareProject(Catalogue &catalogue)
{
    using P = Project;
    EntityBuilder project(catalogue, P::entity, "project", "Project", "Projects");
    project.area(Area::Work).workspace(Workspace::Work, "project-development");
    project.owned({P::manager.id, P::members.id}).title({P::name.id});
    project.relations({ids::Activity, ids::Milestone, ids::SalesOrder, ids::Expense, ids::Document});
    addNumber(project, P::number, "PJ-{yyyy}-{seq:4}");
    project.text(P::name, "name", 200).required().search(Search::Name).listed();
    project.dictionary(P::type, "type", "project_type").required().byDefaultItem("sales").listed();
    project.reference(P::account, "account", ids::Account).required().listed();
    project.state(P::status, "status").group(Status).listed();
    project.percent(P::progress, "progress").computed(Computed::Server).listed();
    project.reference(P::contract, "contract", ids::Contract).section("Origin and return");
    project.reference(P::opportunity, "opportunity", ids::Opportunity);
    project.dictionary(P::source, "source", "source");
    project.money(P::revenue, "revenue").group(Amount);
    project.text(P::currency, "currency", 3).format(Format::CurrencyCode).byDefault(Value(u"CNY"_qs)).group(Amount);
    project.percent(P::successProbability, "success_probability");
    project.reference(P::manager, "manager", ids::User)
        .required()
        .byDefault(Default::CurrentUser)
        .listed()
        .section("Team");
    project.references(P::members, "members", ids::User);
    project.references(P::departments, "departments", ids::Department);
    project.date(P::plannedStart, "planned_start").group(Period).indexed().section("Dates");
    project.date(P::plannedEnd, "planned_end").group(Period).indexed().listed();
    project.date(P::actualStart, "actual_start").group(Handling);
    project.date(P::actualEnd, "actual_end").group(Handling);
    declareProjectStates(project);

    using M = Milestone;
    EntityBuilder milestone(catalogue, M::entity, "milestone", "Milestone", "Milestones");
    milestone.childOf(P::entity, M::project).area(Area::Work).title({M::name.id});
    milestone.reference(M::project, "project", P::entity).required();
    milestone.text(M::name, "name", 120).required().search(Search::Name).listed();
    milestone.date(M::dueOn, "due_on").label("Due").indexed().listed();
    milestone.date(M::doneOn, "done_on").label("Done on").listed();
}

void declareActivityStates(EntityBuilder &activity)
{
    using A = Activity;
    activity.states(A::status,
                    {state(A::Open, "open", Tone::Neutral), state(A::InProgress, "in_progress", Tone::Active),
                     state(A::Done, "done", Tone::Good), state(A::Cancelled, "cancelled", Tone::Closed)});
    activity.transition(Arrow(A::Start, "start", {A::Open}, A::InProgress).setUser(A::handledBy));
    activity.transition(Arrow(A::Complete, "complete", {A::Open, A::InProgress}, A::Done)
                            .needs(A::result)
                            .setUser(A::handledBy)
                            .set(A::progress, Value(10'000)));
    activity.transition(Arrow(A::Cancel, "cancel", {A::Open, A::InProgress}, A::Cancelled));
    activity.transition(Arrow(A::Reopen, "reopen", {A::Done, A::Cancelled}, A::Open));
}

void declareActivityLinks(EntityBuilder &activity)
{
    using A = Activity;
    activity.reference(A::account, "account", ids::Account).listed().section("Concerns");
    activity.reference(A::contact, "contact", ids::Contact);
    activity.reference(A::project, "project", Project::entity);
    activity.reference(A::opportunity, "opportunity", ids::Opportunity);
    activity.reference(A::ticket, "ticket", ids::Ticket);
    activity.reference(A::supplier, "supplier", ids::Supplier);
    activity.reference(A::campaign, "campaign", ids::Campaign);
}

void declareActivity(Catalogue &catalogue)
{
    using A = Activity;
    EntityBuilder activity(catalogue, A::entity, "activity", "Activity", "Activities");
    activity.area(Area::Work).workspace(Workspace::Work, "view-calendar-tasks").owned({A::participants.id});
    activity.title({A::subject.id}).relations({ids::Reminder, ids::Document});
    activity.text(A::subject, "subject", 200).required().search(Search::Name).listed();
    activity.dictionary(A::type, "type", "activity_type").required().byDefaultItem("task").listed();
    activity.state(A::status, "status").required().group(Status).listed();
    activity.dictionary(A::priority, "priority", "priority").required().byDefaultItem("normal").indexed().listed();
    activity.percent(A::progress, "progress").merge(MergePolicy::Latest);
    activity.dateTime(A::dueAt, "due_at").label("Due").indexed().listed();
    activity.dateTime(A::startsAt, "starts_at").group(Period).indexed().listed().section("Time and place");
    activity.dateTime(A::endsAt, "ends_at").group(Period);
    activity.boolean(A::allDay, "all_day", false).required().group(Period);
    activity.text(A::recurrence, "recurrence", 120).group(Period);
    activity.text(A::place, "place", 200).search(Search::Text);
    activity.references(A::participants, "participants", ids::User);
    activity.references(A::contactParticipants, "contact_participants", ids::Contact)
        .label("Participants of the customer");
    declareActivityLinks(activity);
    activity.longText(A::description, "description").search(Search::Text).section("Description and result");
    activity.longText(A::result, "result").search(Search::Text);
    activity.reference(A::handledBy, "handled_by", ids::User).system().merge(MergePolicy::Latest);
    declareActivityStates(activity);
}

void declareMessages(Catalogue &catalogue)
{
    using R = Reminder;
    EntityBuilder reminder(catalogue, R::entity, "reminder", "Reminder", "Reminders");
    reminder.area(Area::Work).workspace(Workspace::Work, "appointment-reminder").privateTo(R::user.id);
    reminder.title({R::text.id});
    reminder.reference(R::user, "user", ids::User).label("For").required().byDefault(Default::CurrentUser);
    reminder.dateTime(R::at, "at").label("Time").required().indexed().listed();
    reminder.text(R::text, "text", 255).required().search(Search::Text).listed();
    reminder.anyReference(R::record, "record", {}).required().listed();
    reminder.choice(R::state, "state", {u"waiting"_qs, u"shown"_qs, u"snoozed"_qs, u"done"_qs}).system();
    reminder.byDefault(Value(R::Waiting)).merge(MergePolicy::Latest).indexed().listed();

    using N = Notification;
    EntityBuilder message(catalogue, N::entity, "notification", "Message", "Messages");
    message.area(Area::Work).workspace(Workspace::Work, "notifications").privateTo(N::to.id).title({N::text.id});
    message.reference(N::to, "to", ids::User).required().listed();
    message.reference(N::from, "from", ids::User).byDefault(Default::CurrentUser).listed();
    message.choice(
        N::kind, "kind",
        {u"message"_qs, u"mention"_qs, u"reminder"_qs, u"assignment"_qs, u"approval"_qs, u"conflict"_qs, u"sync"_qs});
    message.system().byDefault(Value(N::Message)).listed();
    message.text(N::text, "text", 500).required().search(Search::Text).listed();
    message.anyReference(N::record, "record", {}).listed();
    message.dateTime(N::sentAt, "sent_at").label("Sent").system().byDefault(Default::Now).indexed().listed();
    message.dateTime(N::readAt, "read_at").label("Read").system().merge(MergePolicy::Latest).indexed();
}

void declareExpenseStates(EntityBuilder &expense)
{
    using E = Expense;
    expense.states(E::status,
                   {state(E::Draft, "draft", Tone::Neutral), state(E::Submitted, "submitted", Tone::Waiting, true),
                    state(E::Approved, "approved", Tone::Active, true), state(E::Paid, "paid", Tone::Good, true),
                    state(E::Rejected, "rejected", Tone::Bad, true)});
    expense.transition(Arrow(E::Submit, "submit", {E::Draft}, E::Submitted).guard(guards::ReceiptAttached));
    expense.transition(
        Arrow(E::Approve, "approve", {E::Submitted}, E::Approved).approves().guard(guards::ApproverNotSpender));
    expense.transition(Arrow(E::Refuse, "refuse", {E::Submitted}, E::Rejected).approves().needs(E::reviewComment));
    expense.transition(Arrow(E::Pay, "pay", {E::Approved}, E::Paid).approves());
    expense.transition(Arrow(E::Edit, "edit", {E::Rejected}, E::Draft));
}

void declareExpense(Catalogue &catalogue)
{
    using E = Expense;
    EntityBuilder expense(catalogue, E::entity, "expense", "Expense", "Expenses");
    expense.area(Area::Work).workspace(Workspace::Work, "view-financial-category-expense").owned({E::byUser.id});
    expense.title({E::purpose.id}).relations({ids::Document});
    addNumber(expense, E::number, "EX-{yyyy}{MM}-{seq:5}");
    expense.dictionary(E::category, "category", "expense_category").required().listed();
    expense.date(E::spentOn, "spent_on").label("Date").required().byDefault(Default::Today).indexed().listed();
    expense.money(E::amount, "amount").required().atLeast(0).group(Amount).indexed().listed();
    addCurrency(expense, E::currency, E::exchangeRate);
    addBaseAmount(expense, E::baseAmount, E::amount, E::exchangeRate);
    expense.reference(E::byUser, "by_user", ids::User)
        .label("Spent by")
        .required()
        .byDefault(Default::CurrentUser)
        .listed();
    expense.text(E::purpose, "purpose", 255).required().search(Search::Text).listed();
    expense.state(E::status, "status").group(Status).listed();
    expense.text(E::reviewComment, "review_comment", 255).group(Status);
    expense.reference(E::account, "account", ids::Account).listed().section("Concerns");
    expense.reference(E::opportunity, "opportunity", ids::Opportunity);
    expense.reference(E::project, "project", Project::entity);
    expense.reference(E::campaign, "campaign", ids::Campaign);
    expense.reference(E::ticket, "ticket", ids::Ticket);
    declareExpenseStates(expense);
}

void declareDocument(Catalogue &catalogue)
{
    using D = Document;
    EntityBuilder document(catalogue, D::entity, "document", "Document", "Documents");
    document.area(Area::Work)
        .workspace(Workspace::Work, "folder-documents")
        .inherits({D::parent.id})
        .title({D::name.id});
    document.text(D::name, "name", 200).required().search(Search::Name).listed();
    document.text(D::folder, "folder", 255).search(Search::Text).indexed().listed();
    document.choice(D::kind, "kind",
                    {u"attachment"_qs, u"technical"_qs, u"contract"_qs, u"material"_qs, u"training"_qs, u"other"_qs});
    document.required().byDefault(Value(D::Attachment)).listed();
    document.blob(D::blob, "blob").label("File").withFile().group(Item);
    document.integer(D::size, "size").withFile().group(Item).listed();
    document.text(D::mime, "mime", 127).label("File type").withFile().group(Item);
    document.integer(D::version, "version", 1, 1'000'000).system().byDefault(Value(1)).group(Item).listed();
    document.anyReference(D::parent, "parent", {}).label("Belongs to").listed();
    document.choice(D::security, "security", {u"normal"_qs, u"confidential"_qs}).label("Confidentiality").required();
    document.byDefault(Value(D::Normal)).listed();
    document.picture(D::thumbnail, "thumbnail").group(Item);
}

} // namespace

void declareWork(Catalogue &catalogue)
{
    declareProject(catalogue);
    declareActivity(catalogue);
    declareMessages(catalogue);
    declareExpense(catalogue);
    declareDocument(catalogue);
}

} // namespace guanxi::model
