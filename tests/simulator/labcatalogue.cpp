// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/labcatalogue.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/parts.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"

namespace guanxi::test {

using namespace model;

namespace {

void declareDeal(Catalogue &catalogue)
{
    EntityBuilder deal(catalogue, Deal::entity, "deal", "Deal", "Deals");
    deal.area(Area::Sales).owned().title({Deal::title.id});
    parts::addNumber(deal, Deal::number, "D{seq:4}");
    deal.text(Deal::title, "title", 100).required().search(Search::Name);
    deal.text(Deal::code, "code", 32).unique();
    deal.integer(Deal::amount, "amount").required().byDefault(Value(0)).merge(MergePolicy::Add);
    deal.tags(Deal::tags, "tags").merge(MergePolicy::Set);
    deal.longText(Deal::log, "log").merge(MergePolicy::Append);
    deal.longText(Deal::notes, "notes").merge(MergePolicy::Text3);
    deal.state(Deal::stage, "stage");
    deal.reference(Deal::parent, "parent", Deal::entity);
    deal.reference(Deal::account, "account", Account::entity);
    deal.text(Deal::priority, "priority", 32).merge(MergePolicy::Latest);
    deal.text(Deal::secret, "secret", 64);
    deal.states(Deal::stage, {parts::state(Deal::Draft, "draft", Tone::Neutral), parts::state(Deal::Offered, "offered", Tone::Active),
                              parts::state(Deal::Won, "won", Tone::Good), parts::state(Deal::Lost, "lost", Tone::Bad)});
    deal.transition(parts::Arrow(Deal::Offer, "offer", {Deal::Draft}, Deal::Offered));
    deal.transition(parts::Arrow(Deal::Win, "win", {Deal::Offered}, Deal::Won));
    deal.transition(parts::Arrow(Deal::Lose, "lose", {Deal::Draft, Deal::Offered}, Deal::Lost));
    deal.transition(parts::Arrow(Deal::Reopen, "reopen", {Deal::Lost}, Deal::Draft));
}

/// Declaring costs more than copying; never destroyed, since threads that play seeds may end after the program's statics.
const Catalogue &declared()
{
    thread_local const Catalogue &all = [] () -> const Catalogue & {
        auto &catalogue = *new Catalogue;
        declareOrganisation(catalogue);
        declareReference(catalogue);
        declareCustomers(catalogue);
        declarePlatform(catalogue);
        declareDeal(catalogue);
        return catalogue;
    }();
    return all;
}

} // namespace

void declareLab(Catalogue &catalogue)
{
    for (EntityId id : {Department::entity, User::entity, Role::entity, AccessRule::entity, FieldRule::entity, RoleGrant::entity,
                        NumberRule::entity, Share::entity, Conflict::entity, Account::entity, Contact::entity, Deal::entity}) {
        const Entity &entity = declared().at(id);
        catalogue.addEntity(id, entity.name) = entity;
    }
}

} // namespace guanxi::test
