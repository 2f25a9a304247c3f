// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// E43: work under a signed contract.
struct Project {
    static constexpr EntityId entity = ids::Project;
    static constexpr TextField number{16};
    static constexpr TextField name{17};
    static constexpr RefField type{18};
    static constexpr RefField account{19};
    static constexpr RefField contract{20};
    static constexpr RefField opportunity{21};
    static constexpr RefField source{22};
    static constexpr NumberField revenue{23};
    static constexpr TextField currency{24};
    static constexpr NumberField successProbability{25};
    static constexpr RefField manager{26};
    static constexpr BytesField members{27};
    static constexpr BytesField departments{28};
    static constexpr NumberField plannedStart{29};
    static constexpr NumberField plannedEnd{30};
    static constexpr NumberField actualStart{31};
    static constexpr NumberField actualEnd{32};
    static constexpr NumberField progress{33};
    static constexpr NumberField status{34};

    enum Status { Planned = 1, Active, Paused, Finished, Closed };
    enum Step { Start = 1, Pause, Resume, Finish, Close };
};

struct Milestone {
    static constexpr EntityId entity = ids::Milestone;
    static constexpr RefField project{16};
    static constexpr TextField name{17};
    static constexpr NumberField dueOn{18};
    static constexpr NumberField doneOn{19};
};

/// E44: task, call, visit, meeting.
struct Activity {
    static constexpr EntityId entity = ids::Activity;
    static constexpr TextField subject{16};
    static constexpr RefField type{17};
    static constexpr NumberField status{18};
    static constexpr NumberField progress{19};
    static constexpr TextField description{20};
    static constexpr TextField result{21};
    static constexpr NumberField startsAt{22};
    static constexpr NumberField endsAt{23};
    static constexpr NumberField dueAt{24};
    static constexpr NumberField allDay{25};
    static constexpr TextField recurrence{26};
    static constexpr BytesField participants{27};
    static constexpr BytesField contactParticipants{28};
    static constexpr RefField handledBy{29};
    static constexpr RefField account{30};
    static constexpr RefField contact{31};
    static constexpr RefField project{32};
    static constexpr RefField opportunity{33};
    static constexpr RefField ticket{34};
    static constexpr RefField supplier{35};
    static constexpr RefField campaign{36};
    static constexpr TextField place{37};
    static constexpr RefField priority{38};

    enum Status { Open = 1, InProgress, Done, Cancelled };
    enum Step { Start = 1, Complete, Cancel, Reopen };
};

/// Tells one user something at a time.
struct Reminder {
    static constexpr EntityId entity = ids::Reminder;
    static constexpr RefField user{16};
    static constexpr NumberField at{17};
    static constexpr AnyRefField record{18};
    static constexpr TextField text{19};
    static constexpr NumberField state{20};

    enum State { Waiting = 1, Shown, Snoozed, Done };
};

/// E45: message in a user's inbox.
struct Notification {
    static constexpr EntityId entity = ids::Notification;
    static constexpr RefField to{16};
    static constexpr RefField from{17};
    static constexpr NumberField kind{18};
    static constexpr AnyRefField record{19};
    static constexpr TextField text{20};
    static constexpr NumberField sentAt{21};
    static constexpr NumberField readAt{22};

    enum Kind { Message = 1, Mention, Reminder, Assignment, Approval, Conflict, Sync };
};

/// E46: money spent by an employee.
struct Expense {
    static constexpr EntityId entity = ids::Expense;
    static constexpr TextField number{16};
    static constexpr RefField category{17};
    static constexpr NumberField spentOn{18};
    static constexpr NumberField amount{19};
    static constexpr TextField currency{20};
    static constexpr NumberField exchangeRate{21};
    static constexpr NumberField baseAmount{22};
    static constexpr RefField byUser{23};
    static constexpr RefField account{24};
    static constexpr RefField opportunity{25};
    static constexpr RefField project{26};
    static constexpr RefField campaign{27};
    static constexpr RefField ticket{28};
    static constexpr TextField purpose{29};
    static constexpr NumberField status{30};
    static constexpr TextField reviewComment{31};

    enum Status { Draft = 1, Submitted, Approved, Paid, Rejected };
    enum Step { Submit = 1, Approve, Refuse, Pay, Edit };
};

/// E47: a file; its bytes lie in the blob store.
struct Document {
    static constexpr EntityId entity = ids::Document;
    static constexpr TextField name{16};
    static constexpr TextField folder{17};
    static constexpr NumberField kind{18};
    static constexpr BytesField blob{19};
    static constexpr NumberField size{20};
    static constexpr TextField mime{21};
    static constexpr NumberField version{22};
    static constexpr AnyRefField parent{23};
    static constexpr NumberField security{24};
    static constexpr BytesField thumbnail{25};

    enum Kind { Attachment = 1, Technical, Contract, Material, Training, Other };
    enum Security { Normal = 1, Confidential };
};

/// Declares E43–E47.
void declareWork(Catalogue &catalogue);

} // namespace guanxi::model
