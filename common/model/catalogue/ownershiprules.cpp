// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/ownershiprules.h"

namespace guanxi::model {

void declareOwnershipRule(Catalogue &catalogue)
{
    EntityBuilder entity(catalogue, OwnershipRule::entity, "ownership_rule", "Ownership rule", "Ownership rules");
    entity.area(Area::Customers).workspace(Workspace::Customers, "view-sort").everyone();
    entity.title({OwnershipRule::name.id}).relations({ids::Account});
    entity.integer(OwnershipRule::order, "order", 1, 10'000).label("Order").required().byDefault(100).listed();
    entity.text(OwnershipRule::name, "name", 120).required().listed().search(Search::Name);
    entity.condition(OwnershipRule::condition, "condition", ids::Account).listed();
    entity.reference(OwnershipRule::accountManager, "account_manager", ids::User).required().listed();
    entity.boolean(OwnershipRule::active, "active", true).required().listed();
    entity.text(OwnershipRule::remark, "remark", 255).search(Search::Text);
}

} // namespace guanxi::model
