// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/labcatalogue.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/parts.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"

#include <algorithm>

namespace guanxi::test {

using namespace model;

namespace {

/// What the mutants break.
struct Rules {
    bool codesAreUnique = true;
    bool stepsAreChecked = true;
    MergePolicy ofTitles = MergePolicy::Ask;
    MergePolicy ofAmounts = MergePolicy::Add;
    bool isLater = false;
    bool sells = false;
    bool documentsAreLocked = true;
    bool linesAreAdded = true;
};

void declareDeal(Catalogue &catalogue, const Rules &rules)
{
    EntityBuilder deal(catalogue, Deal::entity, "deal", "Deal", "Deals");
    deal.area(Area::Sales).owned().title({Deal::title.id});
    parts::addNumber(deal, Deal::number, "D{seq:4}");
    deal.text(Deal::title, "title", 100).required().search(Search::Name).merge(rules.ofTitles);
    deal.text(Deal::code, "code", 32).indexed();
    if (rules.codesAreUnique)
        deal.unique();
    deal.integer(Deal::amount, "amount").required().byDefault(Value(0)).merge(rules.ofAmounts);
    deal.tags(Deal::tags, "tags").merge(MergePolicy::Set);
    deal.longText(Deal::log, "log").merge(MergePolicy::Append);
    deal.longText(Deal::notes, "notes").merge(MergePolicy::Text3);
    deal.state(Deal::stage, "stage");
    deal.reference(Deal::parent, "parent", Deal::entity);
    deal.reference(Deal::account, "account", Account::entity);
    deal.text(Deal::priority, "priority", 32).merge(MergePolicy::Latest);
    deal.text(Deal::secret, "secret", 64);
    if (rules.isLater)
        deal.text(Deal::hint, "hint", 64);
    deal.states(Deal::stage, {parts::state(Deal::Draft, "draft", Tone::Neutral), parts::state(Deal::Offered, "offered", Tone::Active),
                              parts::state(Deal::Won, "won", Tone::Good), parts::state(Deal::Lost, "lost", Tone::Bad)});
    const auto from = [&](const QList<int> &states) { return rules.stepsAreChecked ? states : QList<int>(); };
    deal.transition(parts::Arrow(Deal::Offer, "offer", from({Deal::Draft}), Deal::Offered));
    deal.transition(parts::Arrow(Deal::Win, "win", from({Deal::Offered}), Deal::Won));
    deal.transition(parts::Arrow(Deal::Lose, "lose", from({Deal::Draft, Deal::Offered}), Deal::Lost));
    deal.transition(parts::Arrow(Deal::Reopen, "reopen", from({Deal::Lost}), Deal::Draft));
}

/// Declaring costs more than copying; never destroyed, since threads that play seeds may end after the program's statics.
const Catalogue &declared()
{
    thread_local const Catalogue &all = []() -> const Catalogue & {
        auto &catalogue = *new Catalogue;
        declareOrganisation(catalogue);
        declareReference(catalogue);
        declareCustomers(catalogue);
        declareSales(catalogue);
        declareStock(catalogue);
        declareWork(catalogue);
        declarePlatform(catalogue);
        return catalogue;
    }();
    return all;
}

void declareSelling(Catalogue &catalogue, const Rules &rules)
{
    const auto add = [&](EntityId id) {
        Entity entity = declared().at(id);
        for (State &state : entity.machine.states)
            state.readOnly &= rules.documentsAreLocked;
        if (!rules.linesAreAdded)
            entity.totals = {};
        catalogue.addEntity(id, entity.name) = entity;
    };
    for (const QList<EntityId> &entities : {offeredEntities(), soldEntities(), entitiesBeside()})
        std::ranges::for_each(entities, add);
}

void declare(Catalogue &catalogue, const Rules &rules)
{
    for (EntityId id : {Department::entity, User::entity, Role::entity, AccessRule::entity, FieldRule::entity, RoleGrant::entity,
                        CustomField::entity, NumberRule::entity, Share::entity, Conflict::entity, Account::entity, Contact::entity}) {
        const Entity &entity = declared().at(id);
        catalogue.addEntity(id, entity.name) = entity;
    }
    if (rules.sells)
        declareSelling(catalogue, rules);
    declareDeal(catalogue, rules);
    if (rules.isLater) {
        EntityBuilder visit(catalogue, Visit::entity, "visit", "Visit", "Visits");
        visit.area(Area::Sales).owned().title({Visit::title.id});
        visit.text(Visit::title, "title", 100).required();
    }
}

} // namespace

void declareLab(Catalogue &catalogue) { declare(catalogue, {}); }
void declareLaterLab(Catalogue &catalogue) { declare(catalogue, {.isLater = true}); }
void declareSellingLab(Catalogue &catalogue) { declare(catalogue, {.sells = true}); }
void declareLaterSellingLab(Catalogue &catalogue) { declare(catalogue, {.isLater = true, .sells = true}); }

const QList<EntityId> &soldEntities()
{
    static const QList<EntityId> entities{Lead::entity, Opportunity::entity, DevelopmentPlanItem::entity, Quote::entity, Contract::entity, SalesOrder::entity};
    return entities;
}

const QList<EntityId> &entitiesBeside()
{
    static const QList<EntityId> entities{StageChange::entity, OpportunityLine::entity, QuoteLine::entity, QuoteVersion::entity, QuoteVersionLine::entity,
                                          SalesOrderLine::entity, PaymentPlan::entity, Payment::entity, Document::entity, Project::entity};
    return entities;
}

const QList<EntityId> &offeredEntities()
{
    static const QList<EntityId> entities{ProductCategory::entity, Product::entity, PriceItem::entity, Pipeline::entity, PipelineStage::entity, Segment::entity};
    return entities;
}

void declareNothingUnique(Catalogue &catalogue) { declare(catalogue, {.codesAreUnique = false}); }
void declareAnyStep(Catalogue &catalogue) { declare(catalogue, {.stepsAreChecked = false}); }
void declareLastWins(Catalogue &catalogue) { declare(catalogue, {.ofTitles = MergePolicy::Latest}); }
void declareSumsReplaced(Catalogue &catalogue) { declare(catalogue, {.ofAmounts = MergePolicy::Latest}); }
void declareNothingLocked(Catalogue &catalogue) { declare(catalogue, {.sells = true, .documentsAreLocked = false}); }
void declareNothingAdded(Catalogue &catalogue) { declare(catalogue, {.sells = true, .linesAreAdded = false}); }

} // namespace guanxi::test
