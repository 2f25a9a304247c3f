// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/related.h"

#include "common/model/catalogue/opportunities.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace guanxi::rules
{

using namespace model;

namespace
{

bool differs(const Record &before, const Record &after, FieldId field)
{
    return !before.isValid() || before.value(field) != after.value(field);
}

/// The outcome of the stages in which an opportunity of that state stands.
qint64 outcomeOf(qint64 state)
{
    switch (state) {
    case Opportunity::Succeeded:
        return PipelineStage::Won;
    case Opportunity::Failed:
        return PipelineStage::Lost;
    default:
        return PipelineStage::Open;
    }
}

FieldError refused(const Record &record, const char *rule, FieldId field)
{
    return {field, {ErrorCode::RuleRefused, {QString::fromLatin1(rule), record.entity().field(field)->name}}};
}

void checkOpen(const Record &before, const Record &after, const RecordLookup &lookup, QList<FieldError> &errors)
{
    const OpenWhile &open = after.entity().openWhile;
    const Field *field = after.entity().field(open.of);
    if (!field || (before.isValid() && before.sameContent(after)))
        return;
    // Neither taken out of a closed record nor put into one.
    QList<Value> others{after.value(open.of)};
    if (before.isValid() && before.value(open.of) != others.first())
        others.append(before.value(open.of));
    for (const Value &other : std::as_const(others)) {
        const Record of = other.isNull() ? Record() : lookup({field->targets.first(), other.id()});
        if (!of.isValid() || open.states.contains(int(of.value(of.entity().machine.field).number())))
            continue;
        const State *state = of.entity().machine.state(int(of.value(of.entity().machine.field).number()));
        errors.append({open.of, {ErrorCode::WrongState, {of.entity().name, QString(), state ? state->code : QString()}}});
        return;
    }
}

void checkStage(const Record &before, const Record &after, const RecordLookup &lookup, QList<FieldError> &errors)
{
    using O = Opportunity;
    const Record stage = after.isNull(O::stage) ? Record() : lookup({PipelineStage::entity, after[O::stage]});
    if (!stage.isValid())
        return;
    const bool moved = differs(before, after, O::stage.id);
    if ((moved || differs(before, after, O::pipeline.id)) && stage[PipelineStage::pipeline] != after[O::pipeline])
        errors.append(refused(after, "stage_of_pipeline", O::stage.id));
    else if ((moved || differs(before, after, O::devStatus.id)) && stage[PipelineStage::outcome] != outcomeOf(after[O::devStatus]))
        errors.append(refused(after, "stage_of_outcome", O::stage.id));
    for (const FieldId id : missingFor(stage, after))
        if (moved || differs(before, after, id))
            errors.append({id, {ErrorCode::Required, {after.entity().field(id)->name}}});
}

void checkProvider(const Record &before, const Record &after, const Uuid &user, const RecordLookup &lookup, QList<FieldError> &errors)
{
    using O = Opportunity;
    if (!differs(before, after, O::provider.id))
        return;
    // Credit that was given is nobody's to take.
    if (before.isValid() && !before.isNull(O::provider)) {
        errors.append(refused(after, "provider_of_lead", O::provider.id));
        return;
    }
    if (after.isNull(O::provider) || after[O::provider] == (before.isValid() ? before.value(system::CreatedBy).id() : user))
        return;
    const Record lead = after.isNull(O::lead) ? Record() : lookup({Lead::entity, after[O::lead]});
    if (!lead.isValid() || lead.value(system::CreatedBy).id() != after[O::provider])
        errors.append(refused(after, "provider_of_lead", O::provider.id));
}

QList<Record> stagesOf(const Record &opportunity, const Surroundings &around)
{
    const Uuid pipeline = opportunity[Opportunity::pipeline];
    QList<Record> stages = around.rows && !pipeline.isNull() ? around.rows(PipelineStage::entity, PipelineStage::pipeline.id, {Pipeline::entity, pipeline}) : QList<Record>();
    std::ranges::sort(stages, {}, [](const Record &stage) { return stage[PipelineStage::position]; });
    return stages;
}

/// Where it stood before it was closed.
Uuid formerStage(const Record &opportunity, const Surroundings &around)
{
    QList<Record> steps = around.rows(StageChange::entity, StageChange::opportunity.id, opportunity.ref());
    std::ranges::sort(steps, std::ranges::greater(), [](const Record &step) { return step[StageChange::at]; });
    const auto last = std::ranges::find_if(steps, [&](const Record &step) { return step[StageChange::toStage] == opportunity[Opportunity::stage]; });
    return last == steps.end() ? Uuid() : (*last)[StageChange::fromStage];
}

} // namespace

QList<FieldError> checkRelated(const Record &before, const Record &after, const Uuid &user, const RecordLookup &lookup)
{
    QList<FieldError> errors;
    checkOpen(before, after, lookup, errors);
    if (after.entity().id == Opportunity::entity) {
        checkStage(before, after, lookup, errors);
        checkProvider(before, after, user, lookup, errors);
    }
    return errors;
}

QList<FieldId> missingFor(const Record &stage, const Record &opportunity)
{
    QList<FieldId> missing;
    const QJsonArray names = QJsonDocument::fromJson(stage[PipelineStage::needs].toUtf8()).array();
    for (const QJsonValue &name : names)
        if (const Field *field = opportunity.entity().field(name.toString()); field && opportunity.value(field->id).isNull())
            missing.append(field->id);
    return missing;
}

void enterStage(Record &opportunity, const Record &stage, const RecordLookup &lookup)
{
    using O = Opportunity;
    const Record former = opportunity.isNull(O::stage) ? Record() : lookup({PipelineStage::entity, opportunity[O::stage]});
    const bool isProposed = opportunity.isNull(O::probability) || (former.isValid() && former[PipelineStage::defaultProbability] == opportunity[O::probability]);
    opportunity.set(O::stage, stage.id());
    if (isProposed || stage[PipelineStage::outcome] != PipelineStage::Open || (former.isValid() && former[PipelineStage::outcome] != PipelineStage::Open))
        opportunity.set(O::probability, stage[PipelineStage::defaultProbability]);
}

void followOutcome(const Record &before, Record &after, const Surroundings &around)
{
    using O = Opportunity;
    if (after.entity().id != O::entity || !before.isValid() || before[O::devStatus] == after[O::devStatus] || !around.rows || !around.lookup)
        return;
    const qint64 outcome = outcomeOf(after[O::devStatus]);
    const QList<Record> stages = stagesOf(after, around);
    const auto fits = [&](const Record &stage) { return stage[PipelineStage::outcome] == outcome; };
    const auto named = [&](const Uuid &id) { return std::ranges::find_if(stages, [&](const Record &stage) { return stage.id() == id && fits(stage); }); };
    if (named(after[O::stage]) != stages.end())
        return;
    auto target = outcome == PipelineStage::Open ? named(formerStage(before, around)) : stages.end();
    if (target == stages.end())
        target = std::ranges::find_if(stages, fits);
    if (target != stages.end())
        enterStage(after, *target, around.lookup);
}

} // namespace guanxi::rules
