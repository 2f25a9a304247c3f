// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/sales/sellingcompany.h"

namespace guanxi::test {

/// With one pipeline: potential, interested (at most 10 days), won, lost.
class PipelineCompany : public SellingCompany
{
public:
    explicit PipelineCompany(storage::Backend backend = storage::Backend::Sqlite) : SellingCompany(backend)
    {
        using namespace model;
        pipeline = Record(server.catalogue().at(Pipeline::entity), ids.next());
        pipeline.set(Pipeline::name, QStringLiteral("销售"));
        pipeline.set(Pipeline::active, qint64(1));
        const std::pair<const char *, qint64> kinds[] = {{"potential", PipelineStage::Open}, {"interested", PipelineStage::Open}, {"won", PipelineStage::Won}, {"lost", PipelineStage::Lost}};
        for (const auto &[code, outcome] : kinds) {
            Record stage(server.catalogue().at(PipelineStage::entity), ids.next());
            stage.set(PipelineStage::pipeline, pipeline.id());
            stage.set(PipelineStage::position, qint64(stages.size()));
            stage.set(PipelineStage::code, QString::fromLatin1(code));
            stage.set(PipelineStage::label, QStringLiteral("{\"en\":\"%1\"}").arg(QLatin1String(code)));
            stage.set(PipelineStage::defaultProbability, qint64(1000));
            stage.set(PipelineStage::outcome, outcome);
            if (stages.size() == 1)
                stage.set(PipelineStage::maxDays, qint64(10));
            stages.append(stage);
        }
        server.insertAll(QList<Record>{pipeline} + stages);
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {Pipeline::entity, PipelineStage::entity})
                server.allow(role, entity, Reach::All, false);
        settle();
    }

    model::Record deal(MemoryDesk &desk, qint64 amount, int stage = 0)
    {
        using model::Opportunity;
        model::Record made = desk.records().create(Opportunity::entity);
        made.set(Opportunity::customerName, QStringLiteral("宏远"));
        made.set(Opportunity::summary, QStringLiteral("泵"));
        made.set(Opportunity::probability, qint64(2000));
        made.set(Opportunity::pipeline, pipeline.id());
        made.set(Opportunity::stage, stages[stage].id());
        made.set(Opportunity::amount, amount);
        made.set(Opportunity::assignedTo, desk.user());
        storage::test::must(desk.records().save(made));
        return made;
    }
    /// As somebody does it who fills in what the stage wants: won with a customer, lost with a reason.
    void move(MemoryDesk &desk, const model::Record &deal, int stage)
    {
        using model::Opportunity;
        model::Record moved = storage::test::must(desk.records().load(deal.ref()));
        moved.set(Opportunity::stage, stages[stage].id());
        if (const qint64 outcome = stages[stage][model::PipelineStage::outcome]; outcome == model::PipelineStage::Won) {
            moved.set(Opportunity::account, customer.id());
            moved.set(Opportunity::devStatus, qint64(Opportunity::Succeeded));
        } else if (outcome == model::PipelineStage::Lost) {
            moved.set(Opportunity::closeReason, QStringLiteral("太贵"));
            moved.set(Opportunity::devStatus, qint64(Opportunity::Failed));
        }
        storage::test::must(desk.records().save(moved));
    }

    model::Record pipeline;
    QList<model::Record> stages;
};

} // namespace guanxi::test
