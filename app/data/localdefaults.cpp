// SPDX-License-Identifier: GPL-3.0-or-later
// What a new record begins with.
#include "app/data/localrecords.h"

#include "common/model/catalogue/opportunities.h"
#include "common/rules/defaults.h"

namespace guanxi::app {

using namespace model;
using storage::Filter;
using storage::Query;

Record LocalRecords::create(EntityId entity) const
{
    Record record(m_catalogue.at(entity), m_ids.next());
    rules::applyDefaults(record, maker());
    dropMissingDefaults(record);
    if (entity == Opportunity::entity)
        beginPipeline(record);
    return record;
}

void LocalRecords::dropMissingDefaults(Record &record) const
{
    for (const Field &field : record.entity().fields()) {
        if (field.type != FieldType::Reference || field.defaultKind != Default::Constant || record.value(field.id).isNull())
            continue;
        const Record named = lookup({field.targets.first(), record.value(field.id).id()});
        if (!named.isValid() || named.isDeleted())
            record.setValue(field.id, Value());
    }
}

void LocalRecords::beginPipeline(Record &opportunity) const
{
    const auto first = [this](EntityId entity, const Filter &filter, FieldId order) {
        Query query;
        query.entity = entity;
        query.filter = filter;
        query.sort = {{order}};
        query.limit = 1;
        const Result<QList<Record>> found = findNow(query);
        return found && !found->isEmpty() ? found->first() : Record();
    };
    const Record usual = opportunity.isNull(Opportunity::pipeline) ? Record() : lookup({Pipeline::entity, opportunity[Opportunity::pipeline]});
    if (usual.isValid() && usual[Pipeline::active] != 0 && !opportunity.isNull(Opportunity::stage))
        return;
    const bool isUsable = usual.isValid() && usual[Pipeline::active] != 0;
    const Record pipeline = isUsable ? usual : first(Pipeline::entity, Filter::is(Pipeline::active.id, Value(true)), Pipeline::name.id);
    opportunity.setValue(Opportunity::stage.id, Value());
    if (!pipeline.isValid())
        return;
    opportunity.set(Opportunity::pipeline, pipeline.id());
    const Filter open = Filter::all({Filter::is(PipelineStage::pipeline.id, pipeline.id()), Filter::is(PipelineStage::outcome.id, Value(qint64(PipelineStage::Open)))});
    if (const Record stage = first(PipelineStage::entity, open, PipelineStage::position.id); stage.isValid())
        opportunity.set(Opportunity::stage, stage.id());
}

} // namespace guanxi::app
