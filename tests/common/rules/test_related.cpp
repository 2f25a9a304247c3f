// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/related.h"

#include "common/model/catalogue.h"
#include "common/model/catalogue/opportunities.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;
using rules::FieldError;

namespace
{

const Catalogue &catalogue()
{
    static const std::unique_ptr<Catalogue> all = [] {
        auto made = std::make_unique<Catalogue>();
        declareAll(*made);
        return made;
    }();
    return *all;
}

Record make(EntityId entity, const char *name) { return Record(catalogue().at(entity), Uuid::named(name)); }

/// A pipeline of four stages: open, open (wants an amount), won, lost; and an opportunity in the first.
struct World {
    World()
    {
        const std::pair<const char *, qint64> kinds[] = {{"first", PipelineStage::Open}, {"second", PipelineStage::Open}, {"won", PipelineStage::Won}, {"lost", PipelineStage::Lost}};
        qint64 position = 0;
        for (const auto &[name, outcome] : kinds) {
            Record stage = make(PipelineStage::entity, name);
            stage.set(PipelineStage::pipeline, Uuid::named("pipeline"));
            stage.set(PipelineStage::position, position);
            stage.set(PipelineStage::outcome, outcome);
            stage.set(PipelineStage::defaultProbability, outcome == PipelineStage::Won ? qint64(10'000) : outcome == PipelineStage::Lost ? qint64(0) : 1000 * (position + 1));
            ++position;
            rows.append(stage);
        }
        rows[1].set(PipelineStage::needs, u"[\"amount\", \"nothing_known\"]"_s);
        deal = make(Opportunity::entity, "deal");
        deal.set(Opportunity::pipeline, Uuid::named("pipeline"));
        deal.set(Opportunity::stage, rows[0].id());
        deal.set(Opportunity::probability, qint64(1000));
        deal.set(Opportunity::devStatus, qint64(Opportunity::Developing));
    }
    RecordLookup lookup() const
    {
        return [this](const RecordRef &ref) {
            for (const Record &row : rows)
                if (row.ref() == ref)
                    return row;
            return ref == deal.ref() ? deal : Record();
        };
    }
    rules::Surroundings around() const
    {
        rules::Surroundings surroundings(lookup());
        surroundings.rows = [this](EntityId entity, FieldId field, const RecordRef &target) {
            QList<Record> found;
            for (const Record &row : rows)
                if (row.entity().id == entity && row.value(field) == Value(target.id))
                    found.append(row);
            return found;
        };
        return surroundings;
    }
    QList<FieldError> errors(const Record &before, const Record &after) const { return rules::checkRelated(before, after, me, lookup()); }

    QList<Record> rows;
    Record deal;
    Uuid me = Uuid::named("me");
};

} // namespace

TEST_CASE("A stage that wants fields has them before an opportunity comes in, and keeps them")
{
    World world;
    Record after = world.deal;
    after.set(Opportunity::stage, world.rows[1].id());
    REQUIRE(world.errors(world.deal, after).size() == 1);
    CHECK(world.errors(world.deal, after).first() == FieldError{Opportunity::amount.id, {ErrorCode::Required, {u"amount"_s}}});
    after.set(Opportunity::amount, qint64(1));
    CHECK(world.errors(world.deal, after).isEmpty());
    Record emptied = after;
    emptied.setValue(Opportunity::amount.id, Value());
    CHECK(world.errors(after, emptied).size() == 1);
    // What came in before the stage wanted it is not held against another change.
    Record old = emptied, renamed = emptied;
    renamed.set(Opportunity::summary, u"泵"_s);
    CHECK(world.errors(old, renamed).isEmpty());
}

TEST_CASE("The stage is one of the pipeline and goes with won, lost or neither")
{
    World world;
    Record foreign = make(PipelineStage::entity, "foreign");
    foreign.set(PipelineStage::pipeline, Uuid::named("other"));
    foreign.set(PipelineStage::outcome, qint64(PipelineStage::Open));
    world.rows.append(foreign);
    Record after = world.deal;
    after.set(Opportunity::stage, foreign.id());
    REQUIRE(world.errors(world.deal, after).size() == 1);
    CHECK(world.errors(world.deal, after).first().error.args.first() == u"stage_of_pipeline"_s);
    after.set(Opportunity::stage, world.rows[2].id());
    REQUIRE(world.errors(world.deal, after).size() == 1);
    CHECK(world.errors(world.deal, after).first().error.args.first() == u"stage_of_outcome"_s);
    after.set(Opportunity::devStatus, qint64(Opportunity::Succeeded));
    CHECK(world.errors(world.deal, after).isEmpty());
    CHECK(world.errors(Record(), world.deal).isEmpty());
}

TEST_CASE("Winning, losing and reopening take the stage and the chance along")
{
    World world;
    Record won = world.deal;
    won.set(Opportunity::devStatus, qint64(Opportunity::Succeeded));
    rules::followOutcome(world.deal, won, world.around());
    CHECK(won[Opportunity::stage] == world.rows[2].id());
    CHECK(won[Opportunity::probability] == 10'000);

    Record lost = world.deal;
    lost.set(Opportunity::devStatus, qint64(Opportunity::Failed));
    rules::followOutcome(world.deal, lost, world.around());
    CHECK(lost[Opportunity::stage] == world.rows[3].id());
    CHECK(lost[Opportunity::probability] == 0);

    // It was lost from the second stage: there it goes on.
    Record step = make(StageChange::entity, "step");
    step.set(StageChange::opportunity, world.deal.id());
    step.set(StageChange::fromStage, world.rows[1].id());
    step.set(StageChange::toStage, world.rows[3].id());
    step.set(StageChange::at, qint64(5));
    world.rows.append(step);
    Record again = lost;
    again.set(Opportunity::devStatus, qint64(Opportunity::Developing));
    rules::followOutcome(lost, again, world.around());
    CHECK(again[Opportunity::stage] == world.rows[1].id());
    CHECK(again[Opportunity::probability] == 2000);

    // A stage that was chosen and fits stays.
    Record chosen = lost;
    chosen.set(Opportunity::devStatus, qint64(Opportunity::Developing));
    chosen.set(Opportunity::stage, world.rows[0].id());
    rules::followOutcome(lost, chosen, world.around());
    CHECK(chosen[Opportunity::stage] == world.rows[0].id());
}

TEST_CASE("The chance follows the stage unless somebody gave it one of his own")
{
    World world;
    Record moved = world.deal;
    rules::enterStage(moved, world.rows[1], world.lookup());
    CHECK(moved[Opportunity::probability] == 2000);
    Record own = world.deal;
    own.set(Opportunity::probability, qint64(3300));
    rules::enterStage(own, world.rows[1], world.lookup());
    CHECK(own[Opportunity::probability] == 3300);
}

TEST_CASE("The credit for an opportunity is its maker's, or that of whoever found the lead")
{
    World world;
    Record lead = make(Lead::entity, "lead");
    lead.setValue(system::CreatedBy, Uuid::named("finder"));
    world.rows.append(lead);
    Record made = world.deal;
    made.set(Opportunity::provider, world.me);
    CHECK(world.errors(Record(), made).isEmpty());
    made.set(Opportunity::provider, Uuid::named("finder"));
    REQUIRE(world.errors(Record(), made).size() == 1);
    CHECK(world.errors(Record(), made).first().field == Opportunity::provider.id);
    made.set(Opportunity::lead, lead.id());
    CHECK(world.errors(Record(), made).isEmpty());
    Record taken = made;
    made.setValue(system::CreatedBy, world.me);
    taken.setValue(system::CreatedBy, world.me);
    taken.set(Opportunity::provider, world.me);
    CHECK(world.errors(made, taken).size() == 1);
    taken.setValue(Opportunity::provider.id, Value());
    CHECK(world.errors(made, taken).size() == 1);
}

TEST_CASE("A plan is made and changed only while its opportunity is in development")
{
    World world;
    Record item = make(DevelopmentPlanItem::entity, "item");
    item.set(DevelopmentPlanItem::opportunity, world.deal.id());
    item.set(DevelopmentPlanItem::item, u"拜访"_s);
    CHECK(world.errors(Record(), item).isEmpty());
    world.deal.set(Opportunity::devStatus, qint64(Opportunity::Failed));
    REQUIRE(world.errors(Record(), item).size() == 1);
    CHECK(world.errors(Record(), item).first().error == Error{ErrorCode::WrongState, {u"opportunity"_s, QString(), u"failed"_s}});
    Record changed = item;
    changed.set(DevelopmentPlanItem::item, u"考察"_s);
    CHECK(world.errors(item, changed).size() == 1);
    CHECK(world.errors(item, item).isEmpty());
}
