// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// A company or person the firm deals, or may deal, with.
struct Account {
    static constexpr EntityId entity = ids::Account;
    static constexpr TextField number{16};
    static constexpr TextField name{17};
    static constexpr TextField shortName{18};
    static constexpr RefField type{19};
    static constexpr NumberField status{20};
    static constexpr RefField level{21};
    static constexpr RefField region{22};
    static constexpr RefField industry{23};
    static constexpr RefField companySize{24};
    static constexpr RefField source{25};
    static constexpr RefField accountManager{26};
    static constexpr RefField parent{27};
    static constexpr NumberField nextFollowUpAt{28};
    static constexpr TagsField tags{29};
    static constexpr TextField remark{30};
    static constexpr TextField phone{31};
    static constexpr TextField mobile{32};
    static constexpr TextField email{33};
    static constexpr TextField fax{34};
    static constexpr TextField website{35};
    static constexpr TextField address{36};
    static constexpr TextField postcode{37};
    static constexpr TextField legalRepresentative{38};
    static constexpr TextField licenceNumber{39};
    static constexpr TextField taxNumber{40};
    static constexpr NumberField registeredCapital{41};
    static constexpr NumberField annualTurnover{42};
    static constexpr TextField bankName{43};
    static constexpr TextField bankAccount{44};
    static constexpr RefField sex{45};
    static constexpr NumberField birthDate{46};
    static constexpr TextField identityDocument{47};
    static constexpr TextField employer{48};
    static constexpr RefField credit{49};
    static constexpr RefField valueTier{50};
    static constexpr NumberField creditLimit{51};
    static constexpr NumberField creditRisk{52};
    static constexpr NumberField creditRiskOverride{53};
    static constexpr TextField creditRiskReason{54};
    static constexpr NumberField creditBlocks{200};
    static constexpr NumberField lifetimeValue{201};
    static constexpr TagsField preferences{55};
    static constexpr TagsField sensitivity{56};
    static constexpr RefField serviceStage{57};
    static constexpr NumberField firstOrderOn{58};
    static constexpr NumberField lastOrderOn{59};
    static constexpr NumberField lastInteractionAt{60};
    static constexpr AnyRefField createdFrom{61};
    static constexpr RefField assignedByRule{62};

    enum Status { Potential = 1, Active, AtRisk, Lost, Archived };
    enum Step { Activate = 1, CreateActive, FlagRisk, WinBack, Lose, Reactivate, Archive };
};

/// A person at a customer or supplier.
struct Contact {
    static constexpr EntityId entity = ids::Contact;
    static constexpr TextField name{16};
    static constexpr RefField side{17};
    static constexpr RefField account{18};
    static constexpr RefField supplier{19};
    static constexpr TextField position{20};
    static constexpr TextField departmentName{21};
    static constexpr RefField sex{22};
    static constexpr NumberField birthDate{23};
    static constexpr NumberField decisionRole{24};
    static constexpr NumberField importance{25};
    static constexpr NumberField importanceOverride{26};
    static constexpr NumberField isPrimary{27};
    static constexpr TextField phone{28};
    static constexpr TextField mobile{29};
    static constexpr TextField email{30};
    static constexpr NumberField doNotContact{31};
    static constexpr TextField personalInfo{32};
    static constexpr TextField remark{33};
};

/// A further way to reach somebody.
struct ContactPoint {
    static constexpr EntityId entity = ids::ContactPoint;
    static constexpr AnyRefField parent{16};
    static constexpr RefField method{17};
    static constexpr TextField value{18};
    static constexpr TextField label{19};
    static constexpr NumberField isPrimary{20};
};

/// A typed link between two accounts, two contacts, or one of each.
struct Relationship {
    static constexpr EntityId entity = ids::Relationship;
    static constexpr AnyRefField from{16};
    static constexpr RefField kind{17};
    static constexpr AnyRefField to{18};
    static constexpr NumberField strength{19};
    static constexpr TextField note{20};
    static constexpr NumberField validFrom{21};
    static constexpr NumberField validTo{22};
};

/// One contact with a customer: call, visit, mail, chat.
struct Interaction {
    static constexpr EntityId entity = ids::Interaction;
    static constexpr TextField summary{16};
    static constexpr NumberField happenedAt{17};
    static constexpr RefField account{18};
    static constexpr RefField contact{19};
    static constexpr RefField lead{20};
    static constexpr RefField opportunity{21};
    static constexpr RefField ticket{22};
    static constexpr RefField channel{23};
    static constexpr RefField direction{24};
    static constexpr TextField place{25};
    static constexpr RefField byUser{26};
    static constexpr NumberField nextFollowUpAt{27};
    static constexpr TextField details{28};
    static constexpr TextField remark{29};
};

/// An e-mail kept with its interaction.
struct EmailMessage {
    static constexpr EntityId entity = ids::EmailMessage;
    static constexpr RefField interaction{16};
    static constexpr TextField messageId{17};
    static constexpr TextField fromAddr{18};
    static constexpr TextField toAddrs{19};
    static constexpr TextField ccAddrs{20};
    static constexpr TextField subject{21};
    static constexpr TextField body{22};
    static constexpr NumberField sentAt{23};
};

/// A hand-over of customers with their open records.
struct OwnershipTransfer {
    static constexpr EntityId entity = ids::OwnershipTransfer;
    static constexpr TextField number{16};
    static constexpr RefField fromUser{17};
    static constexpr RefField toUser{18};
    static constexpr TextField scope{19};
    static constexpr TextField reason{20};
    static constexpr NumberField performedAt{21};
    static constexpr RefField performedBy{22};
    static constexpr RefField approvedBy{23};
};

/// A customer about to be lost, or lost.
struct ChurnCase {
    static constexpr EntityId entity = ids::ChurnCase;
    static constexpr RefField account{16};
    static constexpr RefField accountManager{17};
    static constexpr NumberField status{18};
    static constexpr NumberField detectedOn{19};
    static constexpr NumberField detectedBy{20};
    static constexpr NumberField riskScore{21};
    static constexpr NumberField lastOrderOn{22};
    static constexpr NumberField deferredUntil{23};
    static constexpr TextField deferralMeasures{24};
    static constexpr RefField reason{25};
    static constexpr TextField reasonText{26};
    static constexpr NumberField confirmedOn{27};

    enum Status { AtRisk = 1, Deferred, Confirmed, Recovered };
    enum Step { Defer = 1, Resume, Confirm, Recover, RecoverByOrder };
};

/// A list or saved filter of customers, contacts or leads.
struct Segment {
    static constexpr EntityId entity = ids::Segment;
    static constexpr TextField name{16};
    static constexpr NumberField target{17};
    static constexpr NumberField kind{18};
    static constexpr TextField filter{19};
    static constexpr TextField description{20};
    static constexpr NumberField count{21};
};

/// One member of a static segment.
struct SegmentMember {
    static constexpr EntityId entity = ids::SegmentMember;
    static constexpr RefField segment{16};
    static constexpr AnyRefField member{17};
    static constexpr NumberField addedBy{18};
};

/// Membership and points of a customer.
struct Membership {
    static constexpr EntityId entity = ids::Membership;
    static constexpr TextField number{16};
    static constexpr RefField account{17};
    static constexpr TextField tier{18};
    static constexpr NumberField joinedOn{19};
    static constexpr NumberField points{20};
};

/// One movement of points; corrected by a further entry, never changed.
struct PointEntry {
    static constexpr EntityId entity = ids::PointEntry;
    static constexpr RefField membership{16};
    static constexpr NumberField points{17};
    static constexpr TextField reason{18};
    static constexpr RefField order{19};
    static constexpr NumberField at{20};
};

/// Customers, contacts, interactions, hand-overs, churn, segments and memberships.
void declareCustomers(Catalogue &catalogue);

} // namespace guanxi::model
