// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// E39: an action on the market.
struct Campaign {
    static constexpr EntityId entity = ids::Campaign;
    static constexpr TextField number{16};
    static constexpr TextField name{17};
    static constexpr RefField type{18};
    static constexpr TextField goal{19};
    static constexpr TextField theme{20};
    static constexpr TextField content{21};
    static constexpr TextField strategy{22};
    static constexpr NumberField plannedStart{23};
    static constexpr NumberField plannedEnd{24};
    static constexpr TextField place{25};
    static constexpr NumberField budget{26};
    static constexpr TextField currency{27};
    static constexpr NumberField actualCost{28};
    static constexpr NumberField status{29};
    static constexpr NumberField actualStart{30};
    static constexpr NumberField actualEnd{31};
    static constexpr NumberField participants{32};
    static constexpr TextField onSiteNotes{33};
    static constexpr RefField segment{34};
    static constexpr NumberField convertedLeads{35};
    static constexpr NumberField salesUplift{36};
    static constexpr NumberField nonTargetShare{37};
    static constexpr NumberField roi{38};
    static constexpr NumberField attentionBefore{39};
    static constexpr NumberField attentionAfter{40};
    static constexpr TextField evaluation{41};
    static constexpr BytesField materials{42};
    static constexpr TextField cancelReason{43};

    enum Status { Planned = 1, Running, Finished, Evaluated, Cancelled };
    enum Step { Start = 1, End, Evaluate, Cancel };
};

/// Somebody invited to a campaign.
struct CampaignMember {
    static constexpr EntityId entity = ids::CampaignMember;
    static constexpr RefField campaign{16};
    static constexpr AnyRefField member{17};
    static constexpr NumberField status{18};
    static constexpr TextField feedback{19};

    enum Status { Planned = 1, Invited, Accepted, Declined, Attended, Responded };
};

/// E40: one mailing.
struct MessageBatch {
    static constexpr EntityId entity = ids::MessageBatch;
    static constexpr TextField name{16};
    static constexpr RefField campaign{17};
    static constexpr NumberField kind{18};
    static constexpr RefField messageTemplate{19};
    static constexpr RefField segment{20};
    static constexpr NumberField scheduledAt{21};
    static constexpr NumberField status{22};
    static constexpr NumberField sent{23};
    static constexpr NumberField opened{24};
    static constexpr NumberField clicked{25};
    static constexpr NumberField converted{26};
    static constexpr NumberField bounced{27};
    static constexpr NumberField optedOut{28};

    enum Kind { Email = 1, Sms, Letter };
    enum Status { Draft = 1, Queued, Sending, Sent, Stopped };
    enum Step { Queue = 1, StartSending, FinishSending, Stop };
};

struct MessageTemplate {
    static constexpr EntityId entity = ids::MessageTemplate;
    static constexpr TextField name{16};
    static constexpr NumberField kind{17};
    static constexpr TextField subject{18};
    static constexpr TextField body{19};
    static constexpr TextField locale{20};
};

struct MessageRecipient {
    static constexpr EntityId entity = ids::MessageRecipient;
    static constexpr RefField batch{16};
    static constexpr AnyRefField recipient{17};
    static constexpr TextField address{18};
    static constexpr NumberField state{19};
    static constexpr NumberField at{20};

    enum State { Queued = 1, Sent, Failed, Opened, Clicked, Converted, OptedOut };
};

/// E41: what happens by itself.
struct AutomationRule {
    static constexpr EntityId entity = ids::AutomationRule;
    static constexpr TextField name{16};
    static constexpr NumberField kind{17};
    static constexpr TextField object{18};
    static constexpr NumberField event{19};
    static constexpr TextField condition{20};
    static constexpr TextField actions{21};
    static constexpr NumberField active{22};
    static constexpr NumberField runsOn{23};

    enum Kind { Reminder = 1, Ownership, Churn, TicketAssign, LeadScore, Marketing, Birthday, FieldUpdate };
    enum Event { Created = 1, Changed, StatusChanged, DateReached, Schedule, MessageEvent, PageView };
    enum RunsOn { Server = 1, ClientAndServer };
};

/// E42: leaflets, gifts and the like.
struct MarketingMaterial {
    static constexpr EntityId entity = ids::MarketingMaterial;
    static constexpr TextField name{16};
    static constexpr TextField kind{17};
    static constexpr NumberField stockQuantity{18};
};

/// Declares E39–E42.
void declareMarketing(Catalogue &catalogue);

} // namespace guanxi::model
