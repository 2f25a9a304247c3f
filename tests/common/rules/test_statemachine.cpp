// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/builder.h"
#include "common/model/catalogue/parts.h"
#include "common/rules/statemachine.h"

#include <catch2/catch_test_macros.hpp>

#include <ostream>

using namespace guanxi;
using namespace guanxi::model;
using rules::applyEffects;
using rules::checkTransition;

namespace
{

/// A machine with one arrow of every kind.
struct Task {
    static constexpr EntityId entity = 901;
    static constexpr NumberField status{16};
    static constexpr TextField subject{17};
    static constexpr TextField reason{18};
    static constexpr NumberField closedAt{19};
    static constexpr NumberField closedOn{20};
    static constexpr RefField closedBy{21};
    static constexpr NumberField times{22};
    enum Status { Open = 1, Review, Done, Dropped };
    enum Step { Submit = 1, Approve, Drop, Expire, Reopen, Touch, Import };
};

void declareTask(Catalogue &catalogue)
{
    using parts::Arrow;
    EntityBuilder task(catalogue, Task::entity, "task_of_test", "Task", "Tasks");
    task.state(Task::status, "status").group(1);
    task.text(Task::subject, "subject", 50);
    task.text(Task::reason, "reason", 50).group(1);
    task.dateTime(Task::closedAt, "closed_at").system();
    task.date(Task::closedOn, "closed_on").system();
    task.reference(Task::closedBy, "closed_by", 2).system();
    task.integer(Task::times, "times").system();
    task.states(Task::status, {parts::state(Task::Open, "open", Tone::Active),
                               parts::state(Task::Review, "review", Tone::Waiting, true),
                               parts::state(Task::Done, "done", Tone::Good, true),
                               parts::state(Task::Dropped, "dropped", Tone::Bad, true)});
    task.transition(Arrow(Task::Submit, "submit", {Task::Open}, Task::Review));
    task.transition(Arrow(Task::Approve, "approve", {Task::Review}, Task::Done)
                        .approves()
                        .setNow(Task::closedAt)
                        .setToday(Task::closedOn)
                        .setUser(Task::closedBy)
                        .increment(Task::times));
    task.transition(Arrow(Task::Drop, "drop", {Task::Open, Task::Review}, Task::Dropped).needs(Task::reason));
    task.transition(Arrow(Task::Expire, "expire", {Task::Open}, Task::Done).automatic());
    task.transition(Arrow(Task::Reopen, "reopen", {Task::Done}, Task::Open).set(Task::closedAt, Value()));
    task.transition(Arrow(Task::Touch, "touch", {Task::Open}, Task::Open).increment(Task::times));
    task.transition(Arrow(Task::Import, "import", {0}, Task::Done).approves());
}

struct World {
    World() { declareTask(catalogue); }

    Record at(int state) const
    {
        Record record(catalogue.at(Task::entity), Uuid::named("task"));
        record.setValue(Task::status.id, state);
        return record;
    }
    Rights rights(QList<Action> actions) const
    {
        RightsInput input;
        input.user = Uuid::named("me");
        for (const Action action : actions)
            input.access.append({Task::entity, action, Reach::All, {}});
        return Rights(input, catalogue);
    }
    Result<const Transition *> check(const Record &before, const Record &after, const Rights &by, int wanted = 0) const
    {
        return checkTransition(catalogue.at(Task::entity), before, after, by, {}, {}, wanted);
    }

    Catalogue catalogue;
    Rights editor = rights({Action::Create, Action::Edit});
    Rights approver = rights({Action::Create, Action::Edit, Action::Approve});
    Rights server = Rights::unlimited(Uuid::named("server"));
};

} // namespace

TEST_CASE("A state changes only along an arrow from the stored state")
{
    const World world;
    const Result<const Transition *> submitted =
        world.check(world.at(Task::Open), world.at(Task::Review), world.editor);
    REQUIRE(submitted);
    CHECK((*submitted)->id == Task::Submit);
    const Result<const Transition *> refused = world.check(world.at(Task::Dropped), world.at(Task::Open), world.server);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() ==
          Error{ErrorCode::WrongState,
                {QStringLiteral("task_of_test"), QStringLiteral("open"), QStringLiteral("dropped")}});
    CHECK_FALSE(world.check(world.at(Task::Open), world.at(99), world.server));
}

TEST_CASE("An arrow asks for its right")
{
    const World world;
    CHECK(world.check(world.at(Task::Review), world.at(Task::Done), world.editor).error().code ==
          ErrorCode::NotAllowed);
    CHECK(world.check(world.at(Task::Review), world.at(Task::Done), world.approver).ok());
    CHECK(world.check(world.at(Task::Open), world.at(Task::Review), Rights()).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("Only the server makes automatic steps")
{
    const World world;
    CHECK(world.check(world.at(Task::Open), world.at(Task::Done), world.approver).error().code ==
          ErrorCode::NotAllowed);
    CHECK(world.check(world.at(Task::Open), world.at(Task::Done), world.server).ok());
}

TEST_CASE("An arrow asks for its fields")
{
    const World world;
    Record dropped = world.at(Task::Dropped);
    CHECK(world.check(world.at(Task::Open), dropped, world.editor).error() ==
          Error{ErrorCode::Required, {QStringLiteral("reason")}});
    dropped.set(Task::reason, QStringLiteral("double"));
    CHECK(world.check(world.at(Task::Open), dropped, world.editor).ok());
}

TEST_CASE("A new record starts in the initial state or along an arrow from nothing")
{
    const World world;
    CHECK(world.check(Record(), world.at(Task::Open), world.editor).value()->id == 0);
    CHECK(world.check(Record(), world.at(Task::Review), world.editor).error().code == ErrorCode::WrongState);
    CHECK(world.check(Record(), world.at(Task::Done), world.editor).error().code == ErrorCode::NotAllowed);
    CHECK(world.check(Record(), world.at(Task::Done), world.approver).value()->id == Task::Import);
}

TEST_CASE("A record in a read-only state changes by a step only, and then only what belongs to it")
{
    const World world;
    Record edited = world.at(Task::Review);
    edited.set(Task::subject, QStringLiteral("new"));
    CHECK(world.check(world.at(Task::Review), edited, world.editor).error().code == ErrorCode::WrongState);
    CHECK(world.check(world.at(Task::Review), edited, world.server).ok());
    CHECK(world.check(world.at(Task::Review), world.at(Task::Review), world.editor).value()->id == 0);

    Record dropped = world.at(Task::Dropped);
    dropped.set(Task::reason, QStringLiteral("double"));
    CHECK(world.check(world.at(Task::Review), dropped, world.editor).ok());
    dropped.set(Task::subject, QStringLiteral("new"));
    CHECK(world.check(world.at(Task::Review), dropped, world.editor).error().code == ErrorCode::WrongState);
}

TEST_CASE("A step that keeps the state is made by its name")
{
    const World world;
    CHECK(world.check(world.at(Task::Open), world.at(Task::Open), world.editor, Task::Touch).value()->id ==
          Task::Touch);
    CHECK(world.check(world.at(Task::Review), world.at(Task::Review), world.editor, Task::Touch).error().code ==
          ErrorCode::WrongState);
    CHECK(world.check(world.at(Task::Open), world.at(Task::Review), world.editor, Task::Drop).error().code ==
          ErrorCode::WrongState);
    CHECK(world.check(world.at(Task::Open), world.at(Task::Review), world.editor, 99).error().code ==
          ErrorCode::WrongState);
}

TEST_CASE("Effects are written with the state")
{
    const World world;
    const StateMachine &machine = world.catalogue.at(Task::entity).machine;
    Record record = world.at(Task::Review);
    const qint64 lateEvening = 17LL * 3'600'000; // the next day in China
    applyEffects(record, *machine.transition(Task::Approve), Uuid::named("me"), lateEvening);
    CHECK(record[Task::status] == Task::Done);
    CHECK(record[Task::closedAt] == lateEvening);
    CHECK(record[Task::closedOn] == 1);
    CHECK(record[Task::closedBy] == Uuid::named("me"));
    CHECK(record[Task::times] == 1);
    applyEffects(record, *machine.transition(Task::Reopen), Uuid::named("me"), 0);
    CHECK(record.isNull(Task::closedAt));
    applyEffects(record, *machine.transition(Task::Touch), Uuid::named("me"), 0);
    CHECK(record[Task::times] == 2);
    const Record before = record;
    applyEffects(record, rules::noTransition(), Uuid::named("me"), 0);
    CHECK(record.sameContent(before));
}
