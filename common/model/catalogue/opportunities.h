// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// E17: unqualified interest.
struct Lead {
    static constexpr EntityId entity = ids::Lead;
    static constexpr TextField number{16};
    static constexpr TextField name{17};
    static constexpr TextField companyName{18};
    static constexpr TextField phone{19};
    static constexpr TextField mobile{20};
    static constexpr TextField email{21};
    static constexpr RefField source{22};
    static constexpr RefField campaign{23};
    static constexpr RefField industry{24};
    static constexpr RefField region{25};
    static constexpr TextField interest{26};
    static constexpr NumberField score{27};
    static constexpr NumberField classification{28};
    static constexpr RefField nurturingPlan{29};
    static constexpr NumberField status{30};
    static constexpr RefField assignedTo{31};
    static constexpr NumberField assignedAt{32};
    static constexpr TextField disqualifyReason{33};
    static constexpr RefField convertedAccount{34};
    static constexpr RefField convertedContact{35};
    static constexpr RefField convertedOpportunity{36};
    static constexpr NumberField nextFollowUpAt{37};

    enum Status { New = 1, Assigned, Nurturing, Qualified, Converted, Disqualified };
    enum Step { Assign = 1, StartNurturing, Qualify, Convert, GiveUp, Reopen };
    enum Class { Hot = 1, Warm, Cold };
};

/// What a lead has to be, and how many points that gives it (S4-08: scoring by rules that everybody can read).
struct LeadScoreRule {
    static constexpr EntityId entity = ids::LeadScoreRule;
    static constexpr TextField name{16};
    static constexpr TextField condition{17};
    static constexpr NumberField points{18};
    static constexpr NumberField active{19};
    static constexpr TextField remark{20};
};

/// E18: ordered stages of opportunities.
struct Pipeline {
    static constexpr EntityId entity = ids::Pipeline;
    static constexpr TextField name{16};
    static constexpr NumberField active{17};
};

struct PipelineStage {
    static constexpr EntityId entity = ids::PipelineStage;
    static constexpr RefField pipeline{16};
    static constexpr TextField code{17};
    static constexpr TextField label{18};
    static constexpr NumberField position{19};
    static constexpr NumberField defaultProbability{20};
    static constexpr NumberField maxDays{21};
    static constexpr NumberField maxCount{22};
    static constexpr NumberField outcome{23};
    static constexpr TextField definition{24};
    static constexpr TextField needs{25};

    enum Outcome { Open = 1, Won, Lost };
};

/// Every move of an opportunity between stages.
struct StageChange {
    static constexpr EntityId entity = ids::StageChange;
    static constexpr RefField opportunity{16};
    static constexpr RefField fromStage{17};
    static constexpr RefField toStage{18};
    static constexpr NumberField at{19};
    static constexpr RefField by{20};
    static constexpr NumberField amountAt{21};
    static constexpr NumberField stayed{22};
};

/// E19: a possible sale.
struct Opportunity {
    static constexpr EntityId entity = ids::Opportunity;
    static constexpr TextField number{16};
    static constexpr TextField customerName{17};
    static constexpr RefField account{18};
    static constexpr TextField summary{19};
    static constexpr NumberField probability{20};
    static constexpr TextField description{21};
    static constexpr RefField source{22};
    static constexpr RefField contact{23};
    static constexpr TextField contactName{24};
    static constexpr TextField contactPhone{25};
    static constexpr RefField pipeline{26};
    static constexpr RefField stage{27};
    static constexpr NumberField devStatus{28};
    static constexpr NumberField amount{29};
    static constexpr TextField currency{30};
    static constexpr NumberField exchangeRate{31};
    static constexpr NumberField baseAmount{32};
    static constexpr NumberField expectedCloseOn{33};
    static constexpr NumberField weightedAmount{34};
    static constexpr TextField strategy{35};
    static constexpr RefField provider{36};
    static constexpr RefField assignedTo{37};
    static constexpr NumberField assignedAt{38};
    static constexpr RefField assignedBy{39};
    static constexpr NumberField nextFollowUpAt{40};
    static constexpr NumberField closedOn{41};
    static constexpr TextField closeReason{42};
    static constexpr RefField competitor{43};
    static constexpr RefField campaign{44};
    static constexpr RefField lead{45};
    static constexpr RefField project{46};
    static constexpr NumberField stageSince{47};

    enum Status { Developing = 1, Succeeded, Failed };
    enum Step { Assign = 1, MoveStage, Succeed, Fail, ConvertToProject, Reopen };
};

struct OpportunityLine {
    static constexpr EntityId entity = ids::OpportunityLine;
    static constexpr RefField opportunity{16};
    static constexpr RefField product{17};
    static constexpr NumberField quantity{18};
    static constexpr NumberField unitPrice{19};
    static constexpr NumberField discount{20};
    static constexpr NumberField amount{21};
};

/// E20: one step planned to win an opportunity.
struct DevelopmentPlanItem {
    static constexpr EntityId entity = ids::DevelopmentPlanItem;
    static constexpr RefField opportunity{16};
    static constexpr NumberField plannedOn{17};
    static constexpr TextField item{18};
    static constexpr NumberField dueOn{19};
    static constexpr NumberField status{20};
    static constexpr TextField effect{21};
    static constexpr NumberField executedAt{22};

    enum Status { Planned = 1, Done, Cancelled };
    enum Step { Complete = 1, Cancel };
};

/// E21: what the company knows of its market.
struct MarketIntel {
    static constexpr EntityId entity = ids::MarketIntel;
    static constexpr RefField kind{16};
    static constexpr TextField title{17};
    static constexpr TextField competitorName{18};
    static constexpr TextField content{19};
    static constexpr NumberField marketShare{20};
    static constexpr TextField channel{21};
    static constexpr NumberField validOn{22};
    static constexpr TextField source{23};
};

/// E26: what somebody is to reach in a period.
struct SalesTarget {
    static constexpr EntityId entity = ids::SalesTarget;
    static constexpr TextField period{16};
    static constexpr RefField user{17};
    static constexpr RefField targetDepartment{18};
    static constexpr RefField region{19};
    static constexpr RefField productCategory{20};
    static constexpr NumberField measure{21};
    static constexpr NumberField target{22};
    static constexpr NumberField achieved{23};

    enum Measure { Revenue = 1, Orders, Quantity, NewCustomers, Opportunities, Payments };
};

/// The forecast of one person on one day.
struct ForecastSnapshot {
    static constexpr EntityId entity = ids::ForecastSnapshot;
    static constexpr NumberField takenOn{16};
    static constexpr RefField user{17};
    static constexpr TextField period{18};
    static constexpr NumberField weighted{19};
    static constexpr NumberField best{20};
    static constexpr NumberField committed{21};
    static constexpr NumberField won{22};
};

/// Called by declareSales.
void declareOpportunities(Catalogue &catalogue);

} // namespace guanxi::model
