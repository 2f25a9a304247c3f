// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// E33: a service request.
struct Ticket {
    static constexpr EntityId entity = ids::Ticket;
    static constexpr TextField number{16};
    static constexpr RefField type{17};
    static constexpr TextField summary{18};
    static constexpr RefField account{19};
    static constexpr RefField contact{20};
    static constexpr RefField product{21};
    static constexpr RefField order{22};
    static constexpr RefField channel{23};
    static constexpr TextField request{24};
    static constexpr NumberField status{25};
    static constexpr RefField priority{26};
    static constexpr RefField urgency{27};
    static constexpr RefField assignedTo{28};
    static constexpr RefField assignedBy{29};
    static constexpr NumberField assignedAt{30};
    static constexpr NumberField startedAt{31};
    static constexpr TextField handling{32};
    static constexpr RefField handledBy{33};
    static constexpr NumberField handledAt{34};
    static constexpr TextField result{35};
    static constexpr RefField satisfaction{36};
    static constexpr TextField feedback{37};
    static constexpr NumberField feedbackAt{38};
    static constexpr NumberField archivedAt{39};
    static constexpr RefField sla{40};
    static constexpr NumberField respondDue{41};
    static constexpr NumberField resolveDue{42};
    static constexpr NumberField firstResponseAt{43};
    static constexpr NumberField breached{44};
    static constexpr NumberField reopenCount{45};
    static constexpr BytesField departments{46};
    static constexpr RefField article{47};
    static constexpr RefField contract{48};
    static constexpr RefField serviceStage{49};

    enum Status { Created = 1, Assigned, Processed, Feedback, Archived };
    enum Step {
        Assign = 1,
        Start,
        Reassign,
        Process,
        RecordFeedback,
        NoAnswer,
        Archive,
        ArchiveUnsatisfied,
        NotSatisfied
    };
};

/// E34: how fast tickets are answered and solved.
struct SlaPolicy {
    static constexpr EntityId entity = ids::SlaPolicy;
    static constexpr TextField name{16};
    static constexpr TextField appliesTo{17};
    static constexpr NumberField firstResponseMinutes{18};
    static constexpr NumberField resolveMinutes{19};
    static constexpr NumberField enquiryReplyMinutes{20};
    static constexpr NumberField warnPercent{21};
    static constexpr AnyRefField escalateTo{22};
    static constexpr TextField workingCalendar{23};
};

/// E35: an answer worth keeping.
struct KnowledgeArticle {
    static constexpr EntityId entity = ids::KnowledgeArticle;
    static constexpr TextField number{16};
    static constexpr TextField title{17};
    static constexpr RefField kind{18};
    static constexpr TextField body{19};
    static constexpr BytesField products{20};
    static constexpr TagsField keywords{21};
    static constexpr NumberField status{22};
    static constexpr NumberField isPublic{23};
    static constexpr NumberField helpful{24};
    static constexpr NumberField notHelpful{25};
    static constexpr RefField sourceTicket{26};

    enum Status { Draft = 1, Review, Published, Retired };
    enum Step { Submit = 1, Publish, SendBack, Retire, Reuse };
};

/// E36: a questionnaire.
struct Survey {
    static constexpr EntityId entity = ids::Survey;
    static constexpr TextField title{16};
    static constexpr RefField channel{17};
    static constexpr NumberField opensOn{18};
    static constexpr NumberField closesOn{19};
    static constexpr NumberField trigger{20};
    static constexpr RefField segment{21};

    enum Trigger { Manual = 1, AfterTicket, AfterOrder, WithCampaign };
};

struct SurveyQuestion {
    static constexpr EntityId entity = ids::SurveyQuestion;
    static constexpr RefField survey{16};
    static constexpr NumberField position{17};
    static constexpr TextField text{18};
    static constexpr NumberField kind{19};
    static constexpr TextField options{20};
    static constexpr NumberField required{21};

    enum Kind { Single = 1, Multiple, Stars, Number, Text };
};

/// Answers of one respondent.
struct SurveyResponse {
    static constexpr EntityId entity = ids::SurveyResponse;
    static constexpr RefField survey{16};
    static constexpr RefField account{17};
    static constexpr RefField contact{18};
    static constexpr RefField ticket{19};
    static constexpr RefField campaign{20};
    static constexpr NumberField answeredAt{21};
    static constexpr TextField answers{22};
};

/// E37: a conversation on the website.
struct ChatSession {
    static constexpr EntityId entity = ids::ChatSession;
    static constexpr RefField account{16};
    static constexpr RefField contact{17};
    static constexpr TextField visitorName{18};
    static constexpr NumberField mode{19};
    static constexpr RefField agent{20};
    static constexpr NumberField startedAt{21};
    static constexpr NumberField endedAt{22};
    static constexpr RefField ticket{23};
    static constexpr RefField satisfaction{24};

    enum Mode { Bot = 1, Human, Closed };
    enum Step { HandOver = 1, End, Leave };
};

struct ChatMessage {
    static constexpr EntityId entity = ids::ChatMessage;
    static constexpr RefField session{16};
    static constexpr NumberField at{17};
    static constexpr NumberField sender{18};
    static constexpr TextField text{19};
    static constexpr RefField article{20};

    enum Sender { Visitor = 1, FromBot, Agent };
};

/// E38: appraisal of an employee, after a ticket or for a period.
struct PerformanceRating {
    static constexpr EntityId entity = ids::PerformanceRating;
    static constexpr RefField user{16};
    static constexpr TextField period{17};
    static constexpr RefField ticket{18};
    static constexpr RefField grade{19};
    static constexpr NumberField score{20};
    static constexpr TextField comment{21};
    static constexpr RefField ratedBy{22};
    static constexpr NumberField ratedAt{23};
};

/// Declares E33–E38.
void declareService(Catalogue &catalogue);

} // namespace guanxi::model
