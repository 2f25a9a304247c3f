// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"
#include "common/model/record.h"

namespace guanxi::model {

/// A field made by users; a real column with a number of its own from 65536 on.
struct CustomField {
    static constexpr EntityId entity = ids::CustomField;
    static constexpr TextField object{16};
    static constexpr NumberField field{17};
    static constexpr TextField name{18};
    static constexpr TextField label{19};
    static constexpr NumberField type{20};
    static constexpr RefField dictionary{21};
    static constexpr TextField target{22};
    static constexpr TextField formula{23};
    static constexpr NumberField required{24};
    static constexpr NumberField indexed{25};
    static constexpr NumberField searchable{26};
    static constexpr TextField group{27};
    static constexpr NumberField position{28};

    enum Type {
        Text = 1, LongText, Integer, Decimal, Percent, YesNo, Date, DateTime, Amount, Phone, Email, Url, Tags,
        DictionaryValue, DictionaryValues, RecordLink, Formula
    };
};

/// A form made by users.
struct Form {
    static constexpr EntityId entity = ids::Form;
    static constexpr TextField code{16};
    static constexpr TextField title{17};
    static constexpr RefField kind{18};
    static constexpr RefField workflow{19};
    static constexpr BytesField allowedRoles{20};
    static constexpr TextField fields{21};
    static constexpr TextField layout{22};
    static constexpr NumberField version{23};
};

/// A filled-in form.
struct FormEntry {
    static constexpr EntityId entity = ids::FormEntry;
    static constexpr TextField number{16};
    static constexpr RefField form{17};
    static constexpr NumberField formVersion{18};
    static constexpr NumberField status{19};
    static constexpr AnyRefField linked{20};
    static constexpr TextField values{21};
};

/// A work or approval flow: steps, actors, time limits.
struct Workflow {
    static constexpr EntityId entity = ids::Workflow;
    static constexpr TextField code{16};
    static constexpr TextField name{17};
    static constexpr RefField kind{18};
    static constexpr TextField object{19};
    static constexpr TextField steps{20};
    static constexpr NumberField active{21};
    static constexpr NumberField version{22};
};

/// A workflow on its way for one record.
struct WorkflowRun {
    static constexpr EntityId entity = ids::WorkflowRun;
    static constexpr TextField title{16};
    static constexpr RefField workflow{17};
    static constexpr AnyRefField record{18};
    static constexpr RefField startedBy{19};
    static constexpr NumberField startedAt{20};
    static constexpr NumberField state{21};

    enum State { Running = 1, Approved, Rejected, Withdrawn, Finished };
    enum Step { Approve = 1, Finish, Reject, Withdraw, Remind };
};

/// What one person has to decide or do in a run.
struct WorkflowStep {
    static constexpr EntityId entity = ids::WorkflowStep;
    static constexpr RefField run{16};
    static constexpr TextField step{17};
    static constexpr RefField actor{18};
    static constexpr NumberField state{19};
    static constexpr TextField comment{20};
    static constexpr NumberField at{21};
    static constexpr NumberField dueAt{22};
};

/// Report, dashboard, saved view or print template; shared by rows of Share.
struct Report {
    static constexpr EntityId entity = ids::Report;
    static constexpr NumberField kind{16};
    static constexpr TextField name{17};
    static constexpr TextField object{18};
    static constexpr TextField definition{19};
    static constexpr NumberField chart{20};
    static constexpr NumberField refresh{21};
    static constexpr TextField schedule{22};
    static constexpr TextField paper{23};
    static constexpr TagsField formats{24};
};

/// A change set as a row that people look at; model::ChangeSet is the thing itself.
struct ChangeSetRow {
    static constexpr EntityId entity = ids::ChangeSet;
    static constexpr NumberField serverRev{16};
    static constexpr RefField user{17};
    static constexpr NumberField at{18};
    static constexpr NumberField kind{19};
    static constexpr TextField title{20};
    static constexpr TextField action{21};
    static constexpr TextField actionId{22};
    static constexpr NumberField part{23};
    static constexpr TextField replica{24};
    static constexpr NumberField seq{25};
    static constexpr RefField session{26};
    static constexpr RefField causedBy{27};
    static constexpr RefField undoneBy{28};
};

/// One field or row event of a change set; seen by whoever sees its record.
struct ChangeRow {
    static constexpr EntityId entity = ids::Change;
    static constexpr RefField changeSet{16};
    static constexpr AnyRefField record{17};
    static constexpr NumberField op{18};
    static constexpr NumberField field{19};
    static constexpr TextField old{20};
    static constexpr TextField value{21};
    static constexpr RefField user{22};
    static constexpr NumberField at{23};

    enum Operation { Insert = 1, Update, Delete, Restore };
};

/// A change the server could not apply: both values are kept until somebody decides.
struct Conflict {
    static constexpr EntityId entity = ids::Conflict;
    static constexpr AnyRefField record{16};
    static constexpr NumberField field{17};
    static constexpr NumberField kind{18};
    static constexpr TextField base{19};
    static constexpr TextField mine{20};
    static constexpr TextField theirs{21};
    static constexpr NumberField theirsRev{22};
    static constexpr RefField mineBy{23};
    static constexpr NumberField mineAt{24};
    static constexpr RefField theirsBy{25};
    static constexpr NumberField theirsAt{26};
    static constexpr TextField parked{27};
    static constexpr TextField reason{28};
    static constexpr NumberField state{29};
    static constexpr NumberField resolution{30};
    static constexpr RefField resolvedBy{31};
    static constexpr NumberField resolvedAt{32};

    enum Kind {
        EditEdit = 1, EditEditAuto, EditDelete, DeleteEdit, CreateCreate, Unique, NearDuplicate, State, StockNegative,
        FkDeleted, FkParked, Cycle, Permission, Rule, Schema, Internal
    };
    enum Stand { Open = 1, Resolved };
    enum Resolution { Mine = 1, Theirs, Merged, Both, Discarded };
};

/// One import of a file.
struct ImportJob {
    static constexpr EntityId entity = ids::ImportJob;
    static constexpr TextField fileName{16};
    static constexpr NumberField format{17};
    static constexpr TextField object{18};
    static constexpr TextField mapping{19};
    static constexpr NumberField mode{20};
    static constexpr TagsField matchFields{21};
    static constexpr NumberField state{22};
    static constexpr NumberField rows{23};
    static constexpr NumberField created{24};
    static constexpr NumberField updated{25};
    static constexpr NumberField skipped{26};
    static constexpr NumberField failed{27};
    static constexpr RefField changeSet{28};

    enum State { Mapped = 1, Checked, Done, Undone, Failed };
    enum Step { Check = 1, Commit, Undo, Fail };
};

/// What became of one line of an imported file.
struct ImportRow {
    static constexpr EntityId entity = ids::ImportRow;
    static constexpr RefField job{16};
    static constexpr NumberField line{17};
    static constexpr NumberField state{18};
    static constexpr TextField message{19};
    static constexpr AnyRefField record{20};
};

/// Two records that somebody decided about: they are different, or `recordA` was merged into `recordB` and is found there.
struct DuplicateCandidate {
    static constexpr EntityId entity = ids::DuplicateCandidate;
    static constexpr AnyRefField recordA{16};
    static constexpr AnyRefField recordB{17};
    static constexpr NumberField score{18};
    static constexpr TextField reason{19};
    static constexpr NumberField state{20};

    enum State { Open = 1, Merged, Different };

    /// Whether this row says where `gone` is found now.
    static bool leadsOn(const Record &pair, const RecordRef &gone);
};

/// Custom fields, forms, workflows, reports, history, conflicts and imports.
void declarePlatform(Catalogue &catalogue);

} // namespace guanxi::model
