// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/stagemove.h"

#include "app/views/sales/convertdialog.h"
#include "app/views/viewcontext.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/work.h"
#include "common/rules/related.h"

#include <QCoreApplication>

namespace guanxi::app {

using namespace model;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sales)
};

const Transition &stepOf(int step, const Records &records) { return *records.catalogue().at(Opportunity::entity).machine.transition(step); }

/// The opportunity while it is in development; else tells why nothing is done.
std::optional<Record> developing(ViewContext &context, const RecordRef &ref)
{
    const Result<Record> opportunity = context.records().load(ref);
    if (!opportunity)
        context.showError(opportunity.error());
    else if ((*opportunity)[Opportunity::devStatus] != Opportunity::Developing)
        context.notify(Words::tr("This opportunity is closed. Reopen it first."));
    else
        return *opportunity;
    return std::nullopt;
}

void tell(ViewContext &context, const std::optional<MadeStep> &made)
{
    if (made && made->result)
        context.notify(made->text, made->result->action);
    else if (made)
        context.showError(made->result.error());
}

/// A contract of the opportunity that is signed and not over; null when there is none.
Uuid signedContract(const Records &records, const Record &opportunity)
{
    storage::Query query;
    query.entity = Contract::entity;
    query.filter = storage::Filter::is(Contract::opportunity.id, opportunity.id());
    const Result<QList<Record>> contracts = records.findNow(query);
    for (const Record &contract : contracts ? *contracts : QList<Record>())
        if (contract[Contract::status] >= Contract::Signed && contract[Contract::status] <= Contract::Archived)
            return contract.id();
    return {};
}

} // namespace

QList<Record> stagesOf(const Records &records, const Uuid &pipeline)
{
    storage::Query query;
    query.entity = PipelineStage::entity;
    query.filter = storage::Filter::is(PipelineStage::pipeline.id, pipeline);
    query.sort = {{PipelineStage::position.id}};
    const Result<QList<Record>> stages = records.findNow(query);
    return stages ? *stages : QList<Record>();
}

std::optional<MadeStep> moveToStage(Records &records, const Record &opportunity, const Record &stage, QWidget *parent)
{
    Record moved = opportunity;
    rules::enterStage(moved, stage, [&records](const RecordRef &ref) {
        const Result<Record> record = records.load(ref);
        return record ? *record : Record();
    });
    const Transition &step = stepOf(Opportunity::MoveStage, records);
    const std::optional<Record> filled = filledFor(records, moved, step, rules::missingFor(stage, moved), parent);
    if (!filled)
        return std::nullopt;
    return MadeStep{records.transition(*filled, step.id), Words::tr("%1 is now in “%2”").arg(records.title(opportunity.ref()), records.title(stage.ref()))};
}

void chooseStage(QWidget *parent, ViewContext &context, const RecordRef &ref)
{
    Records &records = context.records();
    const std::optional<Record> opportunity = developing(context, ref);
    if (!opportunity)
        return;
    const std::optional<Record> chosen = filledFor(records, *opportunity, stepOf(Opportunity::MoveStage, records), {Opportunity::stage.id}, parent);
    if (!chosen || (*chosen)[Opportunity::stage] == (*opportunity)[Opportunity::stage])
        return;
    const Result<Record> stage = records.load({PipelineStage::entity, (*chosen)[Opportunity::stage]});
    if (!stage)
        return context.showError(stage.error());
    switch ((*stage)[PipelineStage::outcome]) {
    case PipelineStage::Won: return markSuccess(parent, context, ref);
    case PipelineStage::Lost: return tell(context, makeStep(records, *chosen, Opportunity::Fail, parent));
    default: return tell(context, moveToStage(records, *opportunity, *stage, parent));
    }
}

void markSuccess(QWidget *parent, ViewContext &context, const RecordRef &ref)
{
    Records &records = context.records();
    const std::optional<Record> opportunity = developing(context, ref);
    if (!opportunity)
        return;
    if (!opportunity->isNull(Opportunity::account))
        return tell(context, makeStep(records, *opportunity, Opportunity::Succeed, parent));
    const Result<Conversion> winning = winningOf(records, ref);
    if (!winning)
        return context.showError(winning.error());
    auto *dialog = new ConvertDialog(context, *winning, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void beginProject(QWidget *, ViewContext &context, const RecordRef &ref)
{
    Records &records = context.records();
    const Result<Record> opportunity = records.load(ref);
    if (!opportunity)
        return context.showError(opportunity.error());
    if (!opportunity->isNull(Opportunity::project))
        return context.openRecord({Project::entity, (*opportunity)[Opportunity::project]});
    if ((*opportunity)[Opportunity::devStatus] != Opportunity::Succeeded)
        return context.notify(Words::tr("A project begins when the opportunity is won."));
    const Uuid contract = signedContract(records, *opportunity);
    if (contract.isNull())
        return context.notify(Words::tr("A project begins with a signed contract; this opportunity has none yet."));
    Record project = records.create(Project::entity);
    const Field &name = *project.entity().field(Project::name.id);
    project.set(Project::name, QString((*opportunity)[Opportunity::summary]).left(name.limit));
    project.setValue(Project::account.id, opportunity->value(Opportunity::account.id));
    project.set(Project::contract, contract);
    project.set(Project::opportunity, opportunity->id());
    project.setValue(Project::source.id, opportunity->value(Opportunity::source.id));
    project.setValue(Project::revenue.id, opportunity->value(Opportunity::amount.id));
    project.setValue(Project::currency.id, opportunity->value(Opportunity::currency.id));
    Record deal = *opportunity;
    deal.set(Opportunity::project, project.id());
    const Result<Saved> saved = records.saveAll({project, deal}, QStringLiteral("save"));
    if (!saved)
        return context.showError(saved.error());
    context.notify(Words::tr("Project begun: %1").arg(project[Project::name]), saved->action);
    context.openRecord(project.ref());
}

} // namespace guanxi::app
