// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"
#include "common/model/scope.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;

namespace {

const Uuid anna = Uuid::named("anna");
const Uuid bo = Uuid::named("bo");
const Uuid sales = Uuid::named("sales");

Record record(EntityId entity, const char *name) { return Record(wholeCatalogue().at(entity), Uuid::named(name)); }

Record nobody(const RecordRef &) { return {}; }

Record annasAccount()
{
    Record account = record(ids::Account, "account");
    account.setValue(system::Owner, anna);
    account.setValue(system::Department, sales);
    account.set(Account::accountManager, bo);
    return account;
}

} // namespace

TEST_CASE("An owned row stands with its owner, its assignees and its department", "[scope]")
{
    const RowPlace place = placeOf(annasAccount(), nobody);
    CHECK(place.owners == QList<Uuid>{anna, bo});
    CHECK(place.department == sales);
    const QList<ScopeKey> scopes = scopesOf(wholeCatalogue().at(ids::Account), place);
    CHECK(scopes.contains(ScopeKey{ids::Account, ScopeKind::All, {}}));
    CHECK(scopes.contains(ScopeKey{ids::Account, ScopeKind::Owner, bo}));
    CHECK(scopes.contains(ScopeKey{ids::Account, ScopeKind::Department, sales}));
    CHECK(scopes.size() == 4);
}

TEST_CASE("Somebody who owns and manages a row is named once", "[scope]")
{
    Record account = annasAccount();
    account.set(Account::accountManager, anna);
    CHECK(placeOf(account, nobody).owners == QList<Uuid>{anna});
}

TEST_CASE("A contact stands where its customer stands, and where it stood itself when the customer is unknown", "[scope]")
{
    const Record account = annasAccount();
    Record contact = record(ids::Contact, "contact");
    contact.set(Contact::account, account.id());
    contact.setValue(system::Owner, bo);
    const auto lookup = [&](const RecordRef &ref) { return ref == account.ref() ? account : Record(); };
    CHECK(placeOf(contact, lookup).owners == QList<Uuid>{anna, bo});
    CHECK(placeOf(contact, nobody).owners == QList<Uuid>{bo});
}

TEST_CASE("Scopes pass through several parents, and through references to any entity", "[scope]")
{
    const Record account = annasAccount();
    Record contact = record(ids::Contact, "contact");
    contact.set(Contact::account, account.id());
    Record point = record(ids::ContactPoint, "point");
    point.set(ContactPoint::parent, contact.ref());
    const auto lookup = [&](const RecordRef &ref) {
        return ref == account.ref() ? account : ref == contact.ref() ? contact : Record();
    };
    CHECK(placeOf(point, lookup).owners == QList<Uuid>{anna, bo});
    CHECK(placeOf(point, lookup).department == sales);
}

TEST_CASE("The first parent that is filled decides", "[scope]")
{
    const Record account = annasAccount();
    Record interaction = record(ids::Interaction, "interaction");
    interaction.setValue(system::Owner, Uuid::named("carl"));
    interaction.set(Interaction::opportunity, Uuid::named("opportunity"));
    interaction.set(Interaction::account, account.id());
    const auto lookup = [&](const RecordRef &ref) { return ref == account.ref() ? account : Record(); };
    CHECK(placeOf(interaction, lookup).owners == QList<Uuid>{anna, bo});
}

TEST_CASE("Rows for everyone have the one scope of all, what hangs on them is shared with everybody", "[scope]")
{
    const Record dictionary = record(ids::Dictionary, "dictionary");
    const QList<ScopeKey> scopes = scopesOf(dictionary.entity(), placeOf(dictionary, nobody));
    CHECK(scopes == QList<ScopeKey>{{ids::Dictionary, ScopeKind::All, {}}});
    Record conflict = record(ids::Conflict, "conflict");
    conflict.set(Conflict::record, dictionary.ref());
    const RowPlace place = placeOf(conflict, [&](const RecordRef &) { return dictionary; });
    CHECK(scopesOf(conflict.entity(), place).contains(ScopeKey{ids::Conflict, ScopeKind::Share, everybody()}));
}

TEST_CASE("A private row has only its user's scope; a row of the server has none", "[scope]")
{
    Record setting = record(ids::UserSetting, "setting");
    setting.set(UserSetting::user, anna);
    setting.setValue(system::Owner, bo);
    CHECK(scopesOf(setting.entity(), placeOf(setting, nobody))
          == QList<ScopeKey>{{ids::UserSetting, ScopeKind::Owner, anna}});
    const Record event = record(ids::AuditEvent, "event");
    CHECK(scopesOf(event.entity(), placeOf(event, nobody)).isEmpty());
}

TEST_CASE("Shares are scopes beside those of the place", "[scope]")
{
    RowPlace place = placeOf(annasAccount(), nobody);
    place.shares = {Uuid::named("carl")};
    CHECK(scopesOf(wholeCatalogue().at(ids::Account), place)
              .contains(ScopeKey{ids::Account, ScopeKind::Share, Uuid::named("carl")}));
}
