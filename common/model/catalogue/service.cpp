// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/service.h"

#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/parts.h"

namespace guanxi::model {

using namespace parts;

namespace {

void declareTicketStates(EntityBuilder &ticket)
{
    using T = Ticket;
    ticket.states(T::status,
                  {state(T::Created, "created", Tone::Waiting, false, "Newly created"),
                   state(T::Assigned, "assigned", Tone::Active), state(T::Processed, "processed", Tone::Good),
                   state(T::Feedback, "feedback", Tone::Waiting, false, "Feedback given"),
                   state(T::Archived, "archived", Tone::Closed, true)});
    ticket.transition(Arrow(T::Assign, "assign", {T::Created}, T::Assigned)
                          .needs(T::assignedTo)
                          .setUser(T::assignedBy)
                          .setNow(T::assignedAt));
    ticket.transition(Arrow(T::Start, "start", {T::Assigned}, T::Assigned)
                          .guard(guards::NotStarted)
                          .setNow(T::startedAt)
                          .setNow(T::firstResponseAt));
    ticket.transition(Arrow(T::Reassign, "reassign", {T::Assigned}, T::Assigned)
                          .needs(T::assignedTo)
                          .setUser(T::assignedBy)
                          .setNow(T::assignedAt));
    ticket.transition(Arrow(T::Process, "process", {T::Assigned}, T::Processed)
                          .needs(T::handling, T::result)
                          .setUser(T::handledBy)
                          .setNow(T::handledAt));
    ticket.transition(Arrow(T::RecordFeedback, "record_feedback", {T::Processed}, T::Feedback)
                          .needs(T::satisfaction)
                          .setNow(T::feedbackAt));
    ticket.transition(Arrow(T::NoAnswer, "no_answer", {T::Processed}, T::Feedback)
                          .label("Record no answer")
                          .approves()
                          .guard(guards::FeedbackOverdue)
                          .setNow(T::feedbackAt));
    ticket.transition(Arrow(T::Archive, "archive", {T::Feedback}, T::Archived)
                          .guard(guards::CustomerSatisfied)
                          .setNow(T::archivedAt));
    ticket.transition(Arrow(T::ArchiveUnsatisfied, "archive_unsatisfied", {T::Feedback}, T::Archived)
                          .approves()
                          .setNow(T::archivedAt));
    ticket.transition(
        Arrow(T::NotSatisfied, "not_satisfied", {T::Feedback}, T::Assigned).label("Reopen").increment(T::reopenCount));
}

void declareTicketHandling(EntityBuilder &ticket)
{
    using T = Ticket;
    ticket.reference(T::assignedTo, "assigned_to", ids::User).group(Assignment).listed().section("Handling");
    ticket.reference(T::assignedBy, "assigned_by", ids::User).system().group(Assignment);
    ticket.dateTime(T::assignedAt, "assigned_at").system().group(Assignment);
    ticket.dateTime(T::startedAt, "started_at").system().group(Status);
    ticket.references(T::departments, "departments", ids::Department).label("Responsible departments");
    ticket.longText(T::handling, "handling").search(Search::Text);
    ticket.longText(T::result, "result").search(Search::Text);
    ticket.reference(T::handledBy, "handled_by", ids::User).system().group(Handling);
    ticket.dateTime(T::handledAt, "handled_at").system().group(Handling);
    ticket.reference(T::article, "article", KnowledgeArticle::entity).label("Answer used");
    ticket.dictionary(T::satisfaction, "satisfaction", "satisfaction").group(Status).listed().section("Feedback");
    ticket.longText(T::feedback, "feedback").search(Search::Text);
    ticket.dateTime(T::feedbackAt, "feedback_at").system().group(Status);
    ticket.dateTime(T::archivedAt, "archived_at").system().group(Status);
    ticket.reference(T::sla, "sla", SlaPolicy::entity).label("Service level").system().merge(MergePolicy::Server);
    ticket.section("Service level");
    ticket.dateTime(T::respondDue, "respond_due").label("Answer due").computed(Computed::Server).indexed();
    ticket.dateTime(T::resolveDue, "resolve_due").label("Solution due").computed(Computed::Server).indexed().listed();
    ticket.dateTime(T::firstResponseAt, "first_response_at").label("First answer").system().group(Status);
    ticket.boolean(T::breached, "breached", false).computed(Computed::Server).indexed();
    ticket.integer(T::reopenCount, "reopen_count", 0, 10'000).label("Reopened, times").system().byDefault(Value(0));
    ticket.merge(MergePolicy::Add);
}

void declareTicket(Catalogue &catalogue)
{
    using T = Ticket;
    EntityBuilder ticket(catalogue, T::entity, "ticket", "Ticket", "Tickets");
    ticket.area(Area::Service).workspace(Workspace::Service, "tools-report-bug");
    ticket.owned({T::assignedTo.id, T::handledBy.id}).title({T::summary.id});
    ticket.relations({ids::SalesOrder, ids::Ticket, ids::ChatSession, ids::Interaction, ids::KnowledgeArticle,
                      ids::Activity, ids::PerformanceRating, ids::SurveyResponse, ids::Expense, ids::Document});
    addNumber(ticket, T::number, "TK-{yyyy}{MM}-{seq:5}");
    ticket.text(T::summary, "summary", 255).required().search(Search::Text).listed();
    ticket.dictionary(T::type, "type", "service_type").required().indexed().listed();
    ticket.reference(T::account, "account", ids::Account).required().listed();
    ticket.reference(T::contact, "contact", ids::Contact).within(T::account);
    ticket.dictionary(T::channel, "channel", "channel").required();
    ticket.state(T::status, "status").group(Status).listed();
    ticket.dictionary(T::priority, "priority", "priority").required().byDefaultItem("normal").indexed().listed();
    ticket.dictionary(T::urgency, "urgency", "priority").required().byDefaultItem("normal").indexed();
    ticket.longText(T::request, "request").required().search(Search::Text);
    ticket.reference(T::product, "product", ids::Product).section("Concerns");
    ticket.reference(T::order, "order", ids::SalesOrder).label("Sales order");
    ticket.reference(T::contract, "contract", ids::Contract).label("Service contract");
    ticket.dictionary(T::serviceStage, "service_stage", "service_stage");
    declareTicketHandling(ticket);
    declareTicketStates(ticket);
}

void declareSlaPolicy(Catalogue &catalogue)
{
    using S = SlaPolicy;
    EntityBuilder policy(catalogue, S::entity, "sla_policy", "Service level", "Service levels");
    policy.area(Area::Service).workspace(Workspace::Service, "chronometer").everyone().title({S::name.id});
    policy.text(S::name, "name", 64).required().search(Search::Name).listed();
    policy.json(S::appliesTo, "applies_to").required();
    policy.integer(S::firstResponseMinutes, "first_response_minutes", 1, 525'600).label("First answer within, minutes");
    policy.required().byDefault(Value(15)).listed();
    policy.integer(S::resolveMinutes, "resolve_minutes", 1, 5'256'000).label("Solution within, minutes").required();
    policy.byDefault(Value(4320)).listed();
    policy.integer(S::enquiryReplyMinutes, "enquiry_reply_minutes", 1, 525'600)
        .label("Enquiry answered within, minutes");
    policy.byDefault(Value(1440)).listed();
    policy.percent(S::warnPercent, "warn_percent").label("Warn at").required().byDefault(Value(8000)).listed();
    policy.anyReference(S::escalateTo, "escalate_to", {ids::User, ids::Role}).listed();
    policy.json(S::workingCalendar, "working_calendar").required();
}

void declareKnowledgeArticle(Catalogue &catalogue)
{
    using K = KnowledgeArticle;
    EntityBuilder article(catalogue, K::entity, "knowledge_article", "Article", "Knowledge base");
    article.area(Area::Service).workspace(Workspace::Service, "help-contents").everyone().title({K::title.id});
    article.relations({ids::Ticket, ids::Document});
    addNumber(article, K::number, "KB-{seq:5}");
    article.text(K::title, "title", 200).required().search(Search::Name).listed();
    article.dictionary(K::kind, "kind", "article_kind").required().listed();
    article.state(K::status, "status").group(Status).listed();
    article.boolean(K::isPublic, "public", false).required().listed();
    article.longText(K::body, "body").label("Text").required().search(Search::Text);
    article.tags(K::keywords, "keywords").search(Search::Text).listed();
    article.references(K::products, "products", ids::Product);
    article.reference(K::sourceTicket, "source_ticket", Ticket::entity);
    article.integer(K::helpful, "helpful").computed(Computed::Server).listed();
    article.integer(K::notHelpful, "not_helpful").computed(Computed::Server);
    article.states(K::status,
                   {state(K::Draft, "draft", Tone::Neutral),
                    state(K::Review, "review", Tone::Waiting, false, "In review"),
                    state(K::Published, "published", Tone::Good), state(K::Retired, "retired", Tone::Closed)});
    article.transition(Arrow(K::Submit, "submit", {K::Draft}, K::Review));
    article.transition(Arrow(K::Publish, "publish", {K::Review}, K::Published).approves());
    article.transition(Arrow(K::SendBack, "send_back", {K::Review}, K::Draft).approves());
    article.transition(Arrow(K::Retire, "retire", {K::Published}, K::Retired).approves());
    article.transition(Arrow(K::Reuse, "reuse", {K::Retired}, K::Draft));
}

void declareSurvey(Catalogue &catalogue)
{
    using S = Survey;
    EntityBuilder survey(catalogue, S::entity, "survey", "Survey", "Surveys");
    survey.area(Area::Service).workspace(Workspace::Service, "view-form").everyone().title({S::title.id});
    survey.relations({ids::SurveyQuestion, ids::SurveyResponse, ids::Document});
    survey.text(S::title, "title", 200).required().search(Search::Name).listed();
    survey.dictionary(S::channel, "channel", "survey_channel").label("Method").required().listed();
    survey.choice(S::trigger, "trigger", {u"manual"_qs, u"after_ticket"_qs, u"after_order"_qs, u"campaign"_qs});
    survey.required().byDefault(Value(S::Manual)).listed();
    survey.date(S::opensOn, "opens_on").group(Period).indexed().listed();
    survey.date(S::closesOn, "closes_on").group(Period).indexed().listed();
    survey.reference(S::segment, "segment", ids::Segment).listed();
}

void declareSurveyParts(Catalogue &catalogue)
{
    using Q = SurveyQuestion;
    EntityBuilder question(catalogue, Q::entity, "survey_question", "Question", "Questions");
    question.childOf(Survey::entity, Q::survey).area(Area::Service).title({Q::text.id});
    question.reference(Q::survey, "survey", Survey::entity).required();
    question.integer(Q::position, "position", 1, 10'000).required().merge(MergePolicy::Latest).listed();
    question.text(Q::text, "text", 255).label("Question").required().search(Search::Text).listed();
    question.choice(Q::kind, "kind", {u"single"_qs, u"multiple"_qs, u"stars"_qs, u"number"_qs, u"text"_qs});
    question.label("Kind of answer").required().byDefault(Value(Q::Single)).group(Item).listed();
    question.json(Q::options, "options").group(Item);
    question.boolean(Q::required, "required", true).label("Answer required").required().listed();

    using R = SurveyResponse;
    EntityBuilder response(catalogue, R::entity, "survey_response", "Survey response", "Survey responses");
    response.childOf(Survey::entity, R::survey).area(Area::Service).title({R::answeredAt.id});
    response.reference(R::survey, "survey", Survey::entity).required().listed();
    response.reference(R::account, "account", ids::Account).listed();
    response.reference(R::contact, "contact", ids::Contact).listed();
    response.reference(R::ticket, "ticket", Ticket::entity).listed();
    response.reference(R::campaign, "campaign", ids::Campaign).listed();
    response.dateTime(R::answeredAt, "answered_at")
        .label("Answered")
        .system()
        .byDefault(Default::Now)
        .indexed()
        .listed();
    response.json(R::answers, "answers").required();
}

void declareChat(Catalogue &catalogue)
{
    using C = ChatSession;
    EntityBuilder chat(catalogue, C::entity, "chat_session", "Chat", "Chats");
    chat.area(Area::Service).workspace(Workspace::Service, "dialog-messages").owned({C::agent.id});
    chat.title({C::visitorName.id}).relations({ids::ChatMessage, ids::Document});
    chat.text(C::visitorName, "visitor_name", 64).label("Visitor").search(Search::Name).listed();
    chat.reference(C::account, "account", ids::Account).listed();
    chat.reference(C::contact, "contact", ids::Contact);
    chat.state(C::mode, "mode").group(Status).listed();
    chat.reference(C::agent, "agent", ids::User).group(Status).listed();
    chat.dateTime(C::startedAt, "started_at").system().byDefault(Default::Now).indexed().listed();
    chat.dateTime(C::endedAt, "ended_at").system().group(Status);
    chat.reference(C::ticket, "ticket", Ticket::entity).listed();
    chat.dictionary(C::satisfaction, "satisfaction", "satisfaction").listed();
    chat.states(C::mode, {state(C::Bot, "bot", Tone::Neutral, false, "Bot"), state(C::Human, "human", Tone::Active),
                          state(C::Closed, "closed", Tone::Closed)});
    chat.transition(Arrow(C::HandOver, "hand_over", {C::Bot}, C::Human).label("Hand over to an agent"));
    chat.transition(Arrow(C::End, "end", {C::Human}, C::Closed).needs(C::agent).setNow(C::endedAt));
    chat.transition(
        Arrow(C::Leave, "leave", {C::Bot}, C::Closed).label("Visitor leaves").automatic().setNow(C::endedAt));

    using M = ChatMessage;
    EntityBuilder message(catalogue, M::entity, "chat_message", "Chat message", "Chat messages");
    message.childOf(C::entity, M::session).area(Area::Service).title({M::text.id}).appendOnly();
    message.reference(M::session, "session", C::entity).label("Chat").required();
    message.dateTime(M::at, "at").label("Time").system().byDefault(Default::Now).indexed().listed();
    message.choice(M::sender, "sender", {u"visitor"_qs, u"bot"_qs, u"agent"_qs}).required().listed();
    message.longText(M::text, "text").required().search(Search::Text).listed();
    message.reference(M::article, "article", KnowledgeArticle::entity).label("Answer used").listed();
}

void declarePerformanceRating(Catalogue &catalogue)
{
    using P = PerformanceRating;
    EntityBuilder rating(catalogue, P::entity, "performance_rating", "Performance rating", "Performance ratings");
    rating.area(Area::Reports).workspace(Workspace::Reports, "games-achievements").owned({P::user.id});
    rating.title({P::period.id});
    rating.reference(P::user, "user", ids::User).label("Employee").required().listed();
    rating.text(P::period, "period", 7).required().format(Format::Period).indexed().listed();
    rating.reference(P::ticket, "ticket", Ticket::entity).listed();
    rating.dictionary(P::grade, "grade", "rating").required().listed();
    rating.decimal(P::score, "score", 2).computed(Computed::Server).listed();
    rating.text(P::comment, "comment", 255).search(Search::Text).listed();
    rating.reference(P::ratedBy, "rated_by", ids::User).system().byDefault(Default::CurrentUser).listed();
    rating.dateTime(P::ratedAt, "rated_at").label("Rated").system().byDefault(Default::Now).indexed();
}

} // namespace

void declareService(Catalogue &catalogue)
{
    declareTicket(catalogue);
    declareSlaPolicy(catalogue);
    declareKnowledgeArticle(catalogue);
    declareSurvey(catalogue);
    declareSurveyParts(catalogue);
    declareChat(catalogue);
    declarePerformanceRating(catalogue);
}

} // namespace guanxi::model
