// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcatalogue.h"

#include "common/model/builder.h"

namespace guanxi::storage::test {

using namespace guanxi::model;

void declareTest(Catalogue &catalogue)
{
    EntityBuilder(catalogue, customer::Entity, "customer", "Customer", "Customers")
        .title({customer::Name.id})
        .text(customer::Name, "name", 200).search(Search::Name)
        .longText(customer::Notes, "notes").search(Search::Text)
        .integer(customer::Stars, "stars").indexed()
        .money(customer::Amount, "amount")
        .boolean(customer::Active, "active", false)
        .date(customer::Founded, "founded")
        .dateTime(customer::Seen, "seen")
        .phone(customer::Phone, "phone").search(Search::Phone)
        .tags(customer::Tags, "tags")
        .json(customer::Extra, "extra")
        .blob(customer::Picture, "picture")
        .dictionary(customer::Kind, "kind", "kind")
        .choice(customer::Choice, "order", {QStringLiteral("a"), QStringLiteral("b")})
        .reference(customer::Region, "region", region::Entity)
        .anyReference(customer::About, "about", {})
        .references(customer::Friends, "friends", customer::Entity)
        .text(customer::Code, "rev", 40).unique();
    EntityBuilder(catalogue, region::Entity, "region", "Region", "Regions")
        .title({region::Name.id})
        .text(region::Name, "name", 100).search(Search::Name)
        .reference(region::Parent, "parent", region::Entity);
}

} // namespace guanxi::storage::test
