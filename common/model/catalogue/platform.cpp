// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/platform.h"

#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/parts.h"

namespace guanxi::model {

using namespace Qt::StringLiterals;
using parts::Arrow;

namespace {

EntityBuilder forms(Catalogue &catalogue, EntityId id, const char *name, const char *label, const char *plural)
{
    EntityBuilder entity(catalogue, id, name, label, plural);
    entity.area(Area::Forms).workspace(Workspace::Administration, "document-properties").everyone();
    return entity;
}

void declareCustomField(Catalogue &catalogue)
{
    EntityBuilder entity = forms(catalogue, CustomField::entity, "custom_field", "Custom field", "Custom fields");
    entity.title({CustomField::label.id});
    entity.text(CustomField::object, "object", 64).required().indexed().listed();
    entity.integer(CustomField::field, "field").label("Field number").computed(Computed::Server);
    entity.text(CustomField::name, "name", 32).required().listed();
    entity.json(CustomField::label, "label").required().listed();
    entity
        .choice(CustomField::type, "type",
                {u"text"_s, u"long_text"_s, u"integer"_s, u"decimal"_s, u"percent"_s, u"yes_no"_s, u"date"_s,
                 u"date_and_time"_s, u"amount"_s, u"phone"_s, u"e-mail"_s, u"web_address"_s, u"tags"_s,
                 u"dictionary_value"_s, u"dictionary_values"_s, u"record"_s, u"formula"_s})
        .required()
        .listed();
    entity.reference(CustomField::dictionary, "dictionary", ids::Dictionary).listed();
    entity.text(CustomField::target, "target", 64).label("Kind of record");
    entity.text(CustomField::formula, "formula", 500);
    entity.boolean(CustomField::required, "required", false).required().listed();
    entity.boolean(CustomField::indexed, "indexed", false).label("Fast to sort by").required();
    entity.boolean(CustomField::searchable, "searchable", false).required();
    entity.text(CustomField::group, "section", 64).merge(MergePolicy::Latest);
    entity.integer(CustomField::position, "position", 0, 1000000).byDefault(0).merge(MergePolicy::Latest);
}

void declareForm(Catalogue &catalogue)
{
    EntityBuilder entity = forms(catalogue, Form::entity, "form", "Form", "Forms");
    entity.title({Form::title.id}).relations({ids::FormEntry});
    entity.text(Form::code, "code", 32).required().unique().listed();
    entity.json(Form::title, "title").required().listed();
    entity.dictionary(Form::kind, "kind", "form_kind").required().byDefaultItem("data").listed();
    entity.reference(Form::workflow, "workflow", ids::Workflow).listed();
    entity.references(Form::allowedRoles, "allowed_roles", ids::Role).listed();
    entity.json(Form::fields, "fields").required().group(1);
    entity.json(Form::layout, "layout").required().group(1);
    entity.integer(Form::version, "version").byDefault(1).computed(Computed::Server).listed();
}

void declareFormEntry(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, FormEntry::entity, "form_entry", "Form entry", "Form entries");
    entity.area(Area::Forms).childOf(ids::Form, FormEntry::form).owned();
    entity.workspace(Workspace::Work, "document-edit").title({FormEntry::number.id});
    parts::addNumber(entity, FormEntry::number, "F{yyyy}{MM}-{seq:4}");
    entity.reference(FormEntry::form, "form", ids::Form).required().listed();
    entity.integer(FormEntry::formVersion, "form_version").byDefault(1).system();
    entity
        .choice(FormEntry::status, "status",
                {u"draft"_s, u"running"_s, u"approved"_s, u"rejected"_s, u"withdrawn"_s, u"done"_s})
        .byDefault(1)
        .system()
        .listed();
    entity.anyReference(FormEntry::linked, "linked", {}).label("Linked record").listed();
    entity.json(FormEntry::values, "values").required();
}

void declareWorkflow(Catalogue &catalogue)
{
    EntityBuilder entity = forms(catalogue, Workflow::entity, "workflow", "Workflow", "Workflows");
    entity.title({Workflow::name.id}).relations({ids::WorkflowRun, ids::Form});
    entity.text(Workflow::code, "code", 32).required().unique().listed();
    entity.json(Workflow::name, "name").required().listed();
    entity.dictionary(Workflow::kind, "kind", "flow_kind").required().byDefaultItem("approval").listed();
    entity.text(Workflow::object, "object", 64).required().indexed().listed();
    entity.json(Workflow::steps, "steps").required();
    entity.boolean(Workflow::active, "active", true).required().listed();
    entity.integer(Workflow::version, "version").byDefault(1).computed(Computed::Server).listed();
}

void workflowRunMachine(EntityBuilder &entity)
{
    using enum WorkflowRun::State;
    using enum WorkflowRun::Step;
    entity.states(WorkflowRun::state, {parts::state(Running, "running", Tone::Active),
                                       parts::state(Approved, "approved", Tone::Good, true),
                                       parts::state(Rejected, "rejected", Tone::Bad, true),
                                       parts::state(Withdrawn, "withdrawn", Tone::Closed, true),
                                       parts::state(Finished, "finished", Tone::Closed, true)});
    entity.transition(Arrow(Approve, "approve", {Running}, Approved).automatic());
    entity.transition(Arrow(Finish, "finish", {Running}, Finished).automatic());
    entity.transition(Arrow(Reject, "reject", {Running}, Rejected).automatic());
    entity.transition(Arrow(Withdraw, "withdraw", {Running}, Withdrawn).guard(guards::ByApplicant));
    entity.transition(Arrow(Remind, "remind", {Running}, Running).automatic());
}

void declareWorkflowRun(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, WorkflowRun::entity, "workflow_run", "Workflow run", "Workflow runs");
    entity.area(Area::Forms).childOf(ids::Workflow, WorkflowRun::workflow).inherits({WorkflowRun::record.id});
    entity.workspace(Workspace::Work, "media-playback-start").title({WorkflowRun::title.id});
    entity.text(WorkflowRun::title, "title", 200).system().listed();
    entity.reference(WorkflowRun::workflow, "workflow", ids::Workflow).required().listed();
    entity.anyReference(WorkflowRun::record, "record", {}).required().listed();
    entity.reference(WorkflowRun::startedBy, "started_by", ids::User).byDefault(Default::CurrentUser).system().listed();
    entity.dateTime(WorkflowRun::startedAt, "started_at").byDefault(Default::Now).system().listed();
    entity.state(WorkflowRun::state, "state").listed();
    workflowRunMachine(entity);
}

void declareWorkflowStep(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, WorkflowStep::entity, "workflow_step", "Workflow step", "Workflow steps");
    entity.area(Area::Forms).childOf(ids::WorkflowRun, WorkflowStep::run).owned({WorkflowStep::actor.id});
    entity.workspace(Workspace::Work, "task-complete").title({WorkflowStep::step.id});
    entity.reference(WorkflowStep::run, "run", ids::WorkflowRun).required().listed();
    entity.text(WorkflowStep::step, "step", 32).required().listed();
    entity.reference(WorkflowStep::actor, "actor", ids::User).label("Approver").required().listed();
    entity
        .choice(WorkflowStep::state, "state",
                {u"waiting"_s, u"approved"_s, u"rejected"_s, u"handed_over"_s, u"delegated"_s, u"skipped"_s})
        .byDefault(1)
        .system()
        .group(1)
        .listed();
    entity.text(WorkflowStep::comment, "comment", 500).group(1).listed();
    entity.dateTime(WorkflowStep::at, "at").label("Decided").system().group(1).listed();
    entity.dateTime(WorkflowStep::dueAt, "due_at").label("Due").listed();
}

void declareReport(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Report::entity, "report", "Report", "Reports");
    entity.area(Area::Reports).workspace(Workspace::Reports, "office-chart-bar").owned().title({Report::name.id});
    entity
        .choice(Report::kind, "kind",
                {u"view"_s, u"list"_s, u"summary"_s, u"pivot"_s, u"chart"_s, u"dashboard"_s, u"print"_s, u"label"_s})
        .required()
        .listed();
    entity.json(Report::name, "name").required().listed();
    entity.text(Report::object, "object", 64).required().indexed().listed();
    entity.json(Report::definition, "definition").required();
    entity
        .choice(Report::chart, "chart",
                {u"bar"_s, u"line"_s, u"pie"_s, u"scatter"_s, u"funnel"_s, u"area"_s, u"heatmap"_s})
        .listed();
    entity.choice(Report::refresh, "refresh", {u"live"_s, u"manual"_s, u"schedule"_s}).required().byDefault(1);
    entity.json(Report::schedule, "schedule");
    entity.text(Report::paper, "paper", 16).merge(MergePolicy::Latest);
    entity.tags(Report::formats, "formats");
}

void declareChangeSet(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, ChangeSetRow::entity, "change_set", "Change set", "Change sets");
    entity.area(Area::Audit).owned({ChangeSetRow::user.id}).serverWritten().appendOnly();
    entity.title({ChangeSetRow::title.id});
    entity.integer(ChangeSetRow::serverRev, "server_rev").label("Revision").system().indexed().listed();
    entity.reference(ChangeSetRow::user, "user", ids::User).system().listed();
    entity.dateTime(ChangeSetRow::at, "at").label("Time").system().indexed().listed();
    entity
        .choice(ChangeSetRow::kind, "kind",
                {u"edit"_s, u"bulk"_s, u"import"_s, u"merge"_s, u"transfer"_s, u"rule"_s, u"undo"_s, u"restore"_s,
                 u"sync_resolve"_s})
        .system()
        .listed();
    entity.text(ChangeSetRow::title, "title", 200).system().listed();
    entity.text(ChangeSetRow::action, "action", 64).system();
    entity.text(ChangeSetRow::actionId, "action_id", 36).label("Action number").system().indexed();
    entity.integer(ChangeSetRow::part, "part").system();
    entity.text(ChangeSetRow::replica, "replica", 36).system();
    entity.integer(ChangeSetRow::seq, "seq").label("Sequence number").system();
    entity.reference(ChangeSetRow::session, "session", ids::Session).system();
    entity.reference(ChangeSetRow::causedBy, "caused_by", ids::ChangeSet).system();
    entity.reference(ChangeSetRow::undoneBy, "undone_by", ids::ChangeSet).system();
}

void declareChange(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, ChangeRow::entity, "change", "Change", "Changes");
    entity.area(Area::Audit).childOf(ids::ChangeSet, ChangeRow::changeSet).inherits({ChangeRow::record.id});
    entity.serverWritten().appendOnly().title({ChangeRow::record.id});
    entity.reference(ChangeRow::changeSet, "change_set", ids::ChangeSet).required().system();
    entity.anyReference(ChangeRow::record, "record", {}).required().system().listed();
    entity.choice(ChangeRow::op, "op", {u"insert"_s, u"update"_s, u"delete"_s, u"restore"_s})
        .label("Operation")
        .required()
        .system()
        .listed();
    entity.integer(ChangeRow::field, "field").system().listed();
    entity.json(ChangeRow::old, "old").label("Before").system().listed();
    entity.json(ChangeRow::value, "new").label("After").system().listed();
    entity.reference(ChangeRow::user, "user", ids::User).system().listed();
    entity.dateTime(ChangeRow::at, "at").label("Time").system().listed();
}

void declareConflict(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, Conflict::entity, "conflict", "Conflict", "Conflicts");
    entity.area(Area::Work).inherits({Conflict::record.id, Conflict::mineBy.id}).title({Conflict::record.id});
    entity.madeBy(Maker::Server); // people only resolve it
    entity.anyReference(Conflict::record, "record", {}).required().system().listed();
    entity.integer(Conflict::field, "field").system().listed();
    entity
        .choice(Conflict::kind, "kind",
                {u"edit_edit"_s, u"edit_edit_auto"_s, u"edit_delete"_s, u"delete_edit"_s, u"create_create"_s,
                 u"unique"_s, u"near_duplicate"_s, u"state"_s, u"stock_negative"_s, u"fk_deleted"_s, u"fk_parked"_s,
                 u"cycle"_s, u"permission"_s, u"rule"_s, u"schema"_s, u"internal"_s})
        .required()
        .system()
        .listed();
    entity.json(Conflict::base, "base").label("Before").system();
    entity.json(Conflict::mine, "mine").label("Offline value").system().listed();
    entity.json(Conflict::theirs, "theirs").label("Value on the server").system().listed();
    entity.integer(Conflict::theirsRev, "theirs_rev").label("Revision").system();
    entity.reference(Conflict::mineBy, "mine_by", ids::User).label("Offline by").system().listed();
    entity.dateTime(Conflict::mineAt, "mine_at").label("Offline at").system().listed();
    entity.reference(Conflict::theirsBy, "theirs_by", ids::User).label("On the server by").system();
    entity.dateTime(Conflict::theirsAt, "theirs_at").label("On the server at").system();
    entity.json(Conflict::parked, "parked").label("Parked change set").system();
    entity.json(Conflict::reason, "reason").system();
    entity.choice(Conflict::state, "state", {u"open"_s, u"resolved"_s})
        .label("Status")
        .required()
        .byDefault(1)
        .indexed()
        .group(1)
        .listed();
    entity
        .choice(Conflict::resolution, "resolution",
                {u"mine"_s, u"theirs"_s, u"merged"_s, u"both"_s, u"discarded"_s})
        .group(1);
    entity.reference(Conflict::resolvedBy, "resolved_by", ids::User).system().group(1);
    entity.dateTime(Conflict::resolvedAt, "resolved_at").label("Resolved").system().group(1);
}

void importMachine(EntityBuilder &entity)
{
    using enum ImportJob::State;
    using enum ImportJob::Step;
    entity.states(ImportJob::state, {parts::state(Mapped, "mapped", Tone::Neutral),
                                     parts::state(Checked, "checked", Tone::Active),
                                     parts::state(Done, "done", Tone::Good, true),
                                     parts::state(Undone, "undone", Tone::Closed, true),
                                     parts::state(Failed, "failed", Tone::Bad, true)});
    entity.transition(Arrow(Check, "check", {Mapped}, Checked));
    entity.transition(Arrow(Commit, "commit", {Checked}, Done));
    entity.transition(Arrow(Undo, "undo", {Done}, Undone).byCommand()).whenUndone(Undone);
    entity.transition(Arrow(Fail, "fail", {Mapped, Checked, Done}, Failed).automatic());
}

void declareImportJob(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, ImportJob::entity, "import_job", "Import", "Imports");
    entity.area(Area::Audit).workspace(Workspace::Administration, "document-import").owned().madeBy(Maker::Program);
    entity.title({ImportJob::fileName.id}).relations({ids::ImportRow});
    entity.text(ImportJob::fileName, "file_name", 255).required().listed();
    entity.choice(ImportJob::format, "format", {u"CSV"_s, u"XLSX"_s, u"XML"_s, u"VCF"_s, u"ODS"_s}).required();
    entity.text(ImportJob::object, "object", 64).required().indexed().listed();
    entity.json(ImportJob::mapping, "mapping").required();
    entity.choice(ImportJob::mode, "mode", {u"create"_s, u"update"_s, u"both"_s}).required().byDefault(1).listed();
    entity.tags(ImportJob::matchFields, "match_fields");
    entity.state(ImportJob::state, "state").listed();
    entity.integer(ImportJob::rows, "rows").byDefault(0).withFile().listed();
    entity.integer(ImportJob::created, "created").label("Records created").byDefault(0).withFile().listed();
    entity.integer(ImportJob::updated, "updated").label("Records updated").byDefault(0).withFile().listed();
    entity.integer(ImportJob::skipped, "skipped").label("Rows skipped").byDefault(0).withFile();
    entity.integer(ImportJob::failed, "failed").label("Rows with errors").byDefault(0).withFile().listed();
    entity.reference(ImportJob::changeSet, "change_set", ids::ChangeSet).system();
    importMachine(entity);
}

void declareImportRow(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, ImportRow::entity, "import_row", "Import row", "Import rows");
    entity.area(Area::Audit).childOf(ids::ImportJob, ImportRow::job).madeBy(Maker::Program);
    entity.title({ImportRow::record.id, ImportRow::message.id});
    entity.reference(ImportRow::job, "job", ids::ImportJob).label("Import").required();
    entity.integer(ImportRow::line, "line", 1, 100000000).required().listed();
    entity.choice(ImportRow::state, "state", {u"ok"_s, u"duplicate"_s, u"error"_s, u"skipped"_s}).system().listed();
    entity.text(ImportRow::message, "message", 255).listed();
    entity.anyReference(ImportRow::record, "record", {}).listed();
}

void declareDuplicateCandidate(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, DuplicateCandidate::entity, "duplicate_candidate", "Possible duplicate",
                         "Possible duplicates");
    entity.area(Area::Customers).inherits({DuplicateCandidate::recordA.id}).madeBy(Maker::Program);
    entity.title({DuplicateCandidate::recordA.id, DuplicateCandidate::recordB.id});
    entity.anyReference(DuplicateCandidate::recordA, "record_a", {}).label("First record").required().listed();
    entity.anyReference(DuplicateCandidate::recordB, "record_b", {}).label("Second record").required().listed();
    entity.percent(DuplicateCandidate::score, "score").label("Similarity").system().listed();
    entity.text(DuplicateCandidate::reason, "reason", 120).system().listed();
    entity.choice(DuplicateCandidate::state, "state", {u"open"_s, u"merged"_s, u"different"_s})
        .required()
        .byDefault(1)
        .listed();
}

} // namespace

bool DuplicateCandidate::leadsOn(const Record &pair, const RecordRef &gone)
{
    const RecordRef kept = pair[recordB];
    return !pair.isDeleted() && pair[state] == Merged && pair[recordA] == gone && kept.entity == gone.entity && kept != gone;
}

void declarePlatform(Catalogue &catalogue)
{
    declareCustomField(catalogue);
    declareForm(catalogue);
    declareFormEntry(catalogue);
    declareWorkflow(catalogue);
    declareWorkflowRun(catalogue);
    declareWorkflowStep(catalogue);
    declareReport(catalogue);
    declareChangeSet(catalogue);
    declareChange(catalogue);
    declareConflict(catalogue);
    declareImportJob(catalogue);
    declareImportRow(catalogue);
    declareDuplicateCandidate(catalogue);
}

} // namespace guanxi::model
