// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/codec.h"
#include "common/storage/statement.h"
#include "tests/simulator/oracles.h"
#include "tests/simulator/shrink.h"
#include "tests/simulator/world.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

constexpr int Steps = 60;
constexpr quint64 Seeds = 300;
constexpr quint64 SellingSeeds = 1200; ///< of these every eighth

/// Plans that once broke a promise, made small; what was at fault is mended. A change of the simulator's steps makes other
/// plans of them: they are worth no less then, but tell something else.
constexpr const char *KeptPlans[] = {
    "948/2/22,45,51",                                     // a lost copy, an old program, a server that forgot old traces
    "170/2/20,54,56-57",                                  // comparing over a connection whose other end is gone
    "40/3/38,41,44,46",                                   // a share that is over
    "27/6/2-3,5,9,14,16-17,21-23,37,39-48",               // a grant that ends between two looks at the clock
    "104/3/0-23,27",                                      // two pulls under way
    "186/2/24,28,35-36,48,58",                            // a refused sum tried again
    "31/2/9,13-15,17,24-26,35,38,41-45",                  // an undone change in a conflict
    "160/3/3,6,15-16,22,24,29,32,52",                     // a disk that failed while its desk signed in
    "256/4/53,56",                                        // a disk that failed when a live commit came
    "1078/5/3-4,14,21,23,39",                             // a row only copies know, seen by other rights since
    "1001/3/19,35,54",                                    // a server clock turned back
    "2043/5/0,13,22,30,45-46",                            // written before somebody deleted it
    "638/2/11-12,20,26,28,30,34-36,38,41,55-56",          // a backup put back twice
    "1072/2/0-1,3-5,12,19-20,29,45,47-48,59",             // a disk that failed when an answer came
    "1435/2/10-12,26,35-36,58",                           // an amount that somebody settled knowingly
    "1801/2/0-2,4-5,7,10,16,24",                          // a value chosen for a record that had been deleted
    "2747/3/5,11,28,35-36,46,52,55,57",                   // conflicts about a record that is made later
    "2874/3/46,53-54,59",                                 // a grant for a time
    "4822/3/0,2,16,19,32,35,37-39",                       // a value replaced and brought back
    "63/2/38,42,48,59",                                   // work that a restored server lacks shows on
    "78/2/28,52,54-56",                                   // a lost copy and a restored server
    "778/2/0,15,18,22,46,50",                             // refused work given up before a restored server heard of it
    "653/2/5,26-27,55",                                   // a locked line that a restored server took
    "1173/2/1-2,15",                                      // the same, of an order
    "268/2/0-4,6-26,31,33,36,39-40,42-44,51",             // a clone, and a restored server
};

/// "quote send" and so on: the steps that the server took.
QSet<QString> stepsTaken(World &world)
{
    QSet<QString> steps;
    storage::Statement log(world.server().store().database(), "SELECT body FROM change_log ORDER BY rev");
    while (log.step().value()) {
        const ChangeSet set = decodeChangeSet(log.bytes(0)).value();
        for (const RecordChange &change : set.changes) {
            const Entity &entity = world.catalogue().at(change.record.entity);
            const FieldChange *state = change.kind == ChangeKind::Update && !entity.machine.isEmpty() ? change.field(entity.machine.field) : nullptr;
            const Transition *step = entity.machine.transition(set.args[u"transition"].toInt());
            // What the server does by itself has no name.
            if (state && (!step || step->to != state->value.number()))
                step = entity.machine.between(int(state->old->number()), int(state->value.number()));
            if (step)
                steps.insert(entity.name + u' ' + step->code);
        }
    }
    return steps;
}

} // namespace

TEST_CASE("every rule that is broken on purpose is noticed by the oracle it is about")
{
    const Mutant mutant = GENERATE(from_range(mutants()));
    DYNAMIC_SECTION(mutant.name)
    {
        QSet<QString> noticed;
        for (quint64 seed = 1; seed <= Seeds && !noticed.contains(QLatin1StringView(mutant.oracle)); ++seed)
            if (mutant.harms(Plan::of(seed, Steps)))
                noticed.insert(oracleOf(played(Plan::of(seed, Steps), &mutant)));
        CHECK(noticed.contains(QLatin1StringView(mutant.oracle)));
    }
}

TEST_CASE("with all rules kept no oracle complains")
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        INFO(seed);
        CHECK(played(Plan::of(seed, Steps)).toStdString().empty());
    }
}

TEST_CASE("whoever sells makes each step there is, and no oracle complains")
{
    QSet<QString> missing;
    Catalogue catalogue;
    declareSellingLab(catalogue);
    for (const EntityId entity : soldEntities())
        for (const Transition &step : catalogue.at(entity).machine.transitions)
            missing.insert(catalogue.at(entity).name + u' ' + step.code);
    for (quint64 seed = 1; seed <= SellingSeeds && !missing.isEmpty(); ++seed) {
        const Plan plan = Plan::of(seed, Steps);
        if (!plan.sells())
            continue;
        World world(plan);
        world.run();
        INFO(seed);
        CHECK(violation(world).toStdString().empty());
        missing.subtract(stepsTaken(world));
    }
    INFO(QStringList(missing.values()).join(u", ").toStdString());
    CHECK(missing.isEmpty());
}

TEST_CASE("a seed plays the same run each time")
{
    const Mutant *mutant = mutantNamed(QStringLiteral("lives-lose-a-row"));
    const Plan plan = Plan::of(1, Steps);
    const QString first = played(plan, mutant);
    CHECK_FALSE(first.isEmpty());
    CHECK(played(plan, mutant) == first);
}

TEST_CASE("what once broke a promise keeps it")
{
    const char *text = GENERATE(from_range(KeptPlans));
    INFO(text);
    const std::optional<Plan> plan = Plan::fromText(QString::fromLatin1(text));
    REQUIRE(plan);
    CHECK(plan->text().toStdString() == text);
    CHECK(played(*plan).toStdString().empty());
}

TEST_CASE("a failing plan is made small and fails in the same way")
{
    const Mutant *mutant = mutantNamed(QStringLiteral("cursors-are-forgotten"));
    const Plan plan = Plan::of(1, Steps);
    const QString broken = played(plan, mutant);
    REQUIRE_FALSE(broken.isEmpty());
    const Plan small = shrunk(plan, broken, mutant);
    CHECK(small.steps.size() < 5);
    CHECK(oracleOf(played(small, mutant)) == oracleOf(broken));
}
