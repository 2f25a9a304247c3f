// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/marketing.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

using namespace guanxi::model;

namespace {

/// Every entity that has a state machine, declared once for all tests.
const Catalogue &catalogue()
{
    static const std::unique_ptr<Catalogue> all = [] {
        auto made = std::make_unique<Catalogue>();
        declareAll(*made);
        return made;
    }();
    return *all;
}

QList<const Entity *> entitiesWithStates()
{
    QList<const Entity *> result;
    for (const Entity &entity : catalogue().entities())
        if (!entity.machine.isEmpty())
            result.append(&entity);
    return result;
}

/// The states a record can get into, beginning with the one it is created in and those that creation may choose.
QSet<int> reachable(const StateMachine &machine)
{
    QSet<int> reached{machine.initial};
    for (const Transition &transition : machine.transitions)
        if (transition.from.contains(0))
            reached.insert(transition.to);
    for (qsizetype before = 0; before != reached.size();) {
        before = reached.size();
        for (const int state : QList<int>(reached.begin(), reached.end()))
            for (const Transition *transition : machine.leaving(state))
                reached.insert(transition->to);
    }
    return reached;
}

QStringList terminalStates(EntityId entity)
{
    const StateMachine &machine = catalogue().at(entity).machine;
    QStringList codes;
    for (const State &state : machine.states) {
        const auto leaving = machine.leaving(state.id);
        if (std::all_of(leaving.begin(), leaving.end(), [&](const Transition *t) { return t->to == state.id; }))
            codes.append(state.code);
    }
    codes.sort();
    return codes;
}

const Transition &transitionOf(EntityId entity, int id)
{
    const Transition *found = catalogue().at(entity).machine.transition(id);
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("Every state can be reached and every transition leads from a known state to a known state",
          "[statemachines]")
{
    for (const Entity *entity : entitiesWithStates()) {
        INFO(entity->name.toStdString());
        const StateMachine &machine = entity->machine;
        CHECK(machine.state(machine.initial));
        const QSet<int> reached = reachable(machine);
        for (const State &state : machine.states) {
            INFO(state.code.toStdString());
            CHECK(reached.contains(state.id));
        }
        for (const Transition &transition : machine.transitions) {
            INFO(transition.code.toStdString());
            CHECK(machine.state(transition.to));
            for (const int from : transition.from)
                CHECK((from == 0 || machine.state(from)));
        }
    }
}

TEST_CASE("A machine's field is the entity's one state field, and codes and numbers are used once", "[statemachines]")
{
    for (const Entity &entity : catalogue().entities())
        for (const Field &field : entity.fields())
            if (field.type == FieldType::State) {
                INFO(entity.name.toStdString() + '.' + field.name.toStdString());
                CHECK(entity.machine.field == field.id);
            }
    for (const Entity *entity : entitiesWithStates()) {
        INFO(entity->name.toStdString());
        QSet<int> states, transitions;
        QSet<QString> stateCodes, transitionCodes;
        for (const State &state : entity->machine.states) {
            states.insert(state.id);
            stateCodes.insert(state.code);
            CHECK(!state.label.isEmpty());
        }
        for (const Transition &transition : entity->machine.transitions) {
            transitions.insert(transition.id);
            transitionCodes.insert(transition.code);
            CHECK(!transition.label.isEmpty());
        }
        CHECK(states.size() == entity->machine.states.size());
        CHECK(stateCodes.size() == states.size());
        CHECK(!states.contains(0));
        CHECK(transitions.size() == entity->machine.transitions.size());
        CHECK(transitionCodes.size() == transitions.size());
    }
}

TEST_CASE("What a transition requires or writes is a field that exists and can hold it", "[statemachines]")
{
    for (const Entity *entity : entitiesWithStates())
        for (const Transition &transition : entity->machine.transitions) {
            INFO(entity->name.toStdString() + '.' + transition.code.toStdString());
            for (const FieldId required : transition.required) {
                REQUIRE(entity->field(required));
                CHECK(entity->field(required)->isEditable());
            }
            for (const Effect &effect : transition.effects) {
                const Field *field = entity->field(effect.field);
                REQUIRE(field);
                CHECK(field->computed == Computed::No);
                switch (effect.kind) {
                case Effect::Kind::SetNow:
                    CHECK(field->type == FieldType::DateTime);
                    break;
                case Effect::Kind::SetToday:
                    CHECK(field->type == FieldType::Date);
                    break;
                case Effect::Kind::SetCurrentUser:
                    CHECK(field->targets == QList<EntityId>{ids::User});
                    break;
                case Effect::Kind::Increment:
                    CHECK(field->type == FieldType::Int);
                    break;
                case Effect::Kind::SetConstant:
                    CHECK((effect.value.isNull() || field->isNumber()));
                    break;
                }
            }
        }
}

TEST_CASE("Every guard is in the list of guards, and every guard of the list guards something", "[statemachines]")
{
    QSet<QString> known, used;
    for (const char *guard : guards::All)
        known.insert(QString::fromLatin1(guard));
    for (const Entity *entity : entitiesWithStates())
        for (const Transition &transition : entity->machine.transitions)
            used.unite({transition.guards.begin(), transition.guards.end()});
    CHECK(known.size() == qsizetype(guards::All.size()));
    for (const QString &guard : used - known)
        FAIL_CHECK("not in guards.h: " + guard.toStdString());
    for (const QString &guard : known - used)
        FAIL_CHECK("used by no transition: " + guard.toStdString());
}

TEST_CASE("Work ends in the states the requirements name", "[statemachines]")
{
    CHECK(terminalStates(ids::Lead) == QStringList{u"converted"_qs});
    CHECK(terminalStates(ids::Opportunity).isEmpty());
    CHECK(terminalStates(ids::DevelopmentPlanItem) == QStringList{u"cancelled"_qs, u"done"_qs});
    CHECK(terminalStates(ids::SalesOrder) == QStringList{u"cancelled"_qs, u"completed"_qs});
    CHECK(terminalStates(ids::Quote) == QStringList{u"accepted"_qs, u"expired"_qs, u"rejected"_qs});
    CHECK(terminalStates(ids::Contract) == QStringList{u"archived"_qs, u"terminated"_qs});
    CHECK(terminalStates(ids::PurchaseOrder) == QStringList{u"cancelled"_qs, u"closed"_qs});
    CHECK(terminalStates(ids::StockDocument) == QStringList{u"reversed"_qs});
    CHECK(terminalStates(ids::Ticket) == QStringList{u"archived"_qs});
    CHECK(terminalStates(ids::Campaign) == QStringList{u"cancelled"_qs, u"evaluated"_qs});
    CHECK(terminalStates(ids::MessageBatch) == QStringList{u"sent"_qs, u"stopped"_qs});
    CHECK(terminalStates(ids::Activity).isEmpty());
    CHECK(terminalStates(ids::Expense) == QStringList{u"paid"_qs});
    CHECK(terminalStates(ids::Project) == QStringList{u"closed"_qs});
    CHECK(terminalStates(ids::KnowledgeArticle).isEmpty());
    CHECK(terminalStates(ids::ChatSession) == QStringList{u"closed"_qs});
}

TEST_CASE("An order is approved by somebody else before it ships, and only the stock moves it on", "[statemachines]")
{
    const Transition &review = transitionOf(ids::SalesOrder, SalesOrder::Review);
    CHECK(review.approves);
    CHECK(review.guards.contains(QString::fromLatin1(guards::ReviewerNotCreator)));
    const StateMachine &machine = catalogue().at(ids::SalesOrder).machine;
    CHECK(!machine.between(SalesOrder::Draft, SalesOrder::Reviewed));
    for (const int to : {int(SalesOrder::PartlyShipped), int(SalesOrder::Shipped)})
        for (const State &from : machine.states)
            if (const Transition *ship = machine.between(from.id, to))
                CHECK(ship->automatic);
    CHECK(!machine.between(SalesOrder::Shipped, SalesOrder::Cancelled));
}

TEST_CASE("Giving up, sending back and cancelling need a reason", "[statemachines]")
{
    CHECK(transitionOf(ids::Lead, Lead::GiveUp).required.contains(Lead::disqualifyReason.id));
    CHECK(transitionOf(ids::Opportunity, Opportunity::Fail).required.contains(Opportunity::closeReason.id));
    CHECK(transitionOf(ids::SalesOrder, SalesOrder::SendBack).required.contains(SalesOrder::reviewComment.id));
    CHECK(transitionOf(ids::SalesOrder, SalesOrder::Cancel).required.contains(SalesOrder::cancelReason.id));
    CHECK(transitionOf(ids::Quote, Quote::Refuse).required.contains(Quote::reviewComment.id));
    CHECK(transitionOf(ids::Quote, Quote::Reject).required.contains(Quote::rejectReason.id));
    CHECK(transitionOf(ids::Contract, Contract::Refuse).required.contains(Contract::reviewComment.id));
    CHECK(transitionOf(ids::Contract, Contract::Terminate).required.contains(Contract::terminationReason.id));
    CHECK(transitionOf(ids::Campaign, Campaign::Cancel).required.contains(Campaign::cancelReason.id));
    CHECK(transitionOf(ids::Expense, Expense::Refuse).required.contains(Expense::reviewComment.id));
}

TEST_CASE("Closed and posted records are read-only", "[statemachines]")
{
    const auto readOnly = [](EntityId entity, int state) {
        return catalogue().at(entity).machine.state(state)->readOnly;
    };
    CHECK(readOnly(ids::Opportunity, Opportunity::Failed));
    CHECK(readOnly(ids::Quote, Quote::Sent));
    CHECK(readOnly(ids::Contract, Contract::Archived));
    CHECK(readOnly(ids::StockDocument, StockDocument::Posted));
    CHECK(readOnly(ids::Campaign, Campaign::Evaluated));
    CHECK(readOnly(ids::Project, Project::Closed));
    CHECK(!readOnly(ids::SalesOrder, SalesOrder::Draft));
}

TEST_CASE("A ticket is archived only with a satisfied customer or by right, else it goes back to work",
          "[statemachines]")
{
    CHECK(transitionOf(ids::Ticket, Ticket::Archive).guards == QStringList{QString::fromLatin1(guards::CustomerSatisfied)});
    CHECK(transitionOf(ids::Ticket, Ticket::ArchiveUnsatisfied).approves);
    const Transition &back = transitionOf(ids::Ticket, Ticket::NotSatisfied);
    CHECK(back.to == Ticket::Assigned);
    REQUIRE(back.effects.size() == 1);
    CHECK(back.effects.first().field == Ticket::reopenCount.id);
    CHECK(transitionOf(ids::Ticket, Ticket::Process).required ==
          QList<FieldId>{Ticket::handling.id, Ticket::result.id});
}
