// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/base/random.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/ids.h"
#include "common/model/rights.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

const Uuid anna = Uuid::named("anna");
const Uuid bo = Uuid::named("bo");
const Uuid company = Uuid::named("company");
const Uuid sales = Uuid::named("sales");
const Uuid east = Uuid::named("east");
const Uuid service = Uuid::named("service");
const Uuid clerk = Uuid::named("clerk");
const Uuid chief = Uuid::named("chief");

/// Anna sits in sales, below the company; east is below sales.
RightsInput annas(QList<AccessEntry> access)
{
    RightsInput input;
    input.user = anna;
    input.department = sales;
    input.departmentParents = {{sales, company}, {service, company}, {east, sales}};
    input.activeRoles = {clerk};
    input.access = std::move(access);
    for (const AccessEntry &entry : input.access)
        if (entry.action == Action::View && entry.reach != Reach::None)
            input.viewRoles[entry.entity] = {clerk};
    return input;
}

Rights rightsTo(QList<AccessEntry> access) { return Rights(annas(std::move(access)), wholeCatalogue()); }

RowPlace placed(const Uuid &owner, const Uuid &department) { return {{owner}, department, {}, false}; }

const Entity &accounts() { return wholeCatalogue().at(ids::Account); }
const Field &bankAccount() { return *accounts().field(Account::bankAccount.id); }
const Field &accountName() { return *accounts().field(Account::name.id); }

} // namespace

TEST_CASE("Who was granted nothing may do nothing", "[rights]")
{
    const Rights none = rightsTo({});
    CHECK(none.isEmpty());
    CHECK(!none.may(Action::View, ids::Account));
    CHECK(!none.may(Action::View, ids::Account, placed(anna, sales)));
    CHECK(none.visibleScopes(wholeCatalogue()).isEmpty());
    CHECK(none.fieldRight(accounts(), accountName()) == FieldRight::Hidden);
    CHECK(rightsTo({{ids::Account, Action::View, Reach::None, {}}}).isEmpty());
}

TEST_CASE("Each reach goes as far as it says", "[rights]")
{
    const auto sees = [](Reach reach, const RowPlace &place) {
        return rightsTo({{ids::Account, Action::View, reach, {}}}).may(Action::View, ids::Account, place);
    };
    const RowPlace mine = placed(anna, service), ours = placed(bo, sales), below = placed(bo, east);
    const RowPlace beside = placed(bo, service);
    CHECK(sees(Reach::Own, mine));
    CHECK(!sees(Reach::Own, ours));
    CHECK(sees(Reach::Department, mine));
    CHECK(sees(Reach::Department, ours));
    CHECK(!sees(Reach::Department, below));
    CHECK(sees(Reach::Subtree, below));
    CHECK(!sees(Reach::Subtree, beside));
    CHECK(sees(Reach::All, beside));
}

TEST_CASE("A grant limited to a department reaches no further than it", "[rights]")
{
    const Rights all = rightsTo({{ids::Account, Action::View, Reach::All, service}});
    CHECK(all.may(Action::View, ids::Account, placed(bo, service)));
    CHECK(!all.may(Action::View, ids::Account, placed(bo, sales)));
    const Rights subtree = rightsTo({{ids::Account, Action::View, Reach::Subtree, east}});
    CHECK(subtree.may(Action::View, ids::Account, placed(bo, east)));
    CHECK(!subtree.may(Action::View, ids::Account, placed(bo, sales)));
}

TEST_CASE("Rights are the union of all grants, action by action", "[rights]")
{
    const Rights rights = rightsTo({{ids::Account, Action::View, Reach::Own, {}},
                                    {ids::Account, Action::View, Reach::All, service},
                                    {ids::Account, Action::Edit, Reach::Own, {}}});
    CHECK(rights.may(Action::View, ids::Account, placed(anna, sales)));
    CHECK(rights.may(Action::View, ids::Account, placed(bo, service)));
    CHECK(!rights.may(Action::Edit, ids::Account, placed(bo, service)));
    CHECK(!rights.may(Action::Delete, ids::Account));
}

TEST_CASE("What is shared with a user, a department above, or a role of theirs is seen", "[rights]")
{
    const Rights rights = rightsTo({{ids::Account, Action::View, Reach::Own, {}}});
    for (const Uuid &sharee : {anna, sales, company, clerk}) {
        RowPlace place = placed(bo, service);
        place.shares = {sharee};
        CHECK(rights.may(Action::View, ids::Account, place));
    }
    for (const Uuid &sharee : {bo, service, east, chief}) {
        RowPlace place = placed(bo, service);
        place.shares = {sharee};
        CHECK(!rights.may(Action::View, ids::Account, place));
    }
}

TEST_CASE("A loop in the department tree ends", "[rights]")
{
    const QHash<Uuid, Uuid> loop{{sales, east}, {east, sales}};
    CHECK(subtreeOf(sales, loop) == QSet<Uuid>{sales, east});
    RightsInput input = annas({{ids::Account, Action::View, Reach::Subtree, {}}});
    input.departmentParents = loop;
    CHECK(Rights(input, wholeCatalogue()).may(Action::View, ids::Account, placed(bo, east)));
}

TEST_CASE("A masked field is masked until a role opens it; the strongest right of all roles wins", "[rights]")
{
    RightsInput input = annas({{ids::Account, Action::View, Reach::All, {}}});
    CHECK(Rights(input, wholeCatalogue()).fieldRight(accounts(), bankAccount()) == FieldRight::Masked);
    CHECK(Rights(input, wholeCatalogue()).fieldRight(accounts(), accountName()) == FieldRight::Write);
    input.fields = {{clerk, ids::Account, Account::bankAccount.id, FieldRight::Hidden},
                    {clerk, ids::Account, Account::name.id, FieldRight::Read}};
    CHECK(Rights(input, wholeCatalogue()).fieldRight(accounts(), bankAccount()) == FieldRight::Hidden);
    CHECK(Rights(input, wholeCatalogue()).fieldRight(accounts(), accountName()) == FieldRight::Read);
    input.activeRoles = {clerk, chief};
    for (const QList<Uuid> &order : {QList<Uuid>{clerk, chief}, QList<Uuid>{chief, clerk}}) {
        input.viewRoles[ids::Account] = order;
        CHECK(Rights(input, wholeCatalogue()).fieldRight(accounts(), bankAccount()) == FieldRight::Masked);
        CHECK(Rights(input, wholeCatalogue()).fieldRight(accounts(), accountName()) == FieldRight::Write);
    }
}

TEST_CASE("A field right of a role that may not view the entity opens nothing", "[rights]")
{
    RightsInput input = annas({{ids::Account, Action::View, Reach::All, {}}});
    input.activeRoles = {clerk, chief};
    input.fields = {{chief, ids::Account, Account::bankAccount.id, FieldRight::Write}};
    CHECK(Rights(input, wholeCatalogue()).fieldRight(accounts(), bankAccount()) == FieldRight::Masked);
}

TEST_CASE("Projection empties hidden fields and masks masked ones, and leaves the rest", "[rights]")
{
    RightsInput input = annas({{ids::Account, Action::View, Reach::All, {}}});
    input.fields = {{clerk, ids::Account, Account::creditLimit.id, FieldRight::Hidden}};
    Record account(accounts(), Uuid::named("account"));
    account.set(Account::name, u"A"_s);
    account.set(Account::bankAccount, u"6222020200112230"_s);
    account.set(Account::creditLimit, qint64(5));
    const Record seen = project(account, Rights(input, wholeCatalogue()));
    CHECK(seen[Account::name] == u"A"_s);
    CHECK(seen[Account::bankAccount] == u"6222****2230"_s);
    CHECK(seen.isNull(Account::creditLimit));
    CHECK(project(account, Rights::unlimited(anna)).sameContent(account));
}

TEST_CASE("A mask shows no more than a third of a text", "[rights]")
{
    for (int size = 0; size < 40; ++size) {
        const QString text(size, u'7');
        CHECK(maskText(text).count(u'7') * 3 <= std::max(size * 2, 1));
        CHECK((size == 0) == maskText(text).isEmpty());
    }
    CHECK(maskText(u"12345"_s) == u"****"_s);
}

TEST_CASE("Rights come back from the wire as they were, and cut short they are refused", "[rights]")
{
    RightsInput input = annas({{ids::Account, Action::View, Reach::Subtree, {}},
                               {ids::Account, Action::Edit, Reach::Own, {}},
                               {ids::Contact, Action::View, Reach::All, {}}});
    input.changesAt = 1234567;
    const Rights rights(input, wholeCatalogue());
    QByteArray bytes;
    CborWriter writer(&bytes);
    rights.write(writer);
    CborReader reader(bytes);
    CHECK(Rights::read(reader) == rights);
    CHECK(reader.result().ok());
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        CborReader shorter(bytes.left(size));
        Rights::read(shorter);
        CHECK(!shorter.result().ok());
    }
}

TEST_CASE("Users with equal field rights have the same projection, others have not", "[rights]")
{
    RightsInput one = annas({{ids::Account, Action::View, Reach::Own, {}}});
    RightsInput other = one;
    other.user = bo;
    other.department = service;
    CHECK(Rights(one, wholeCatalogue()).projection() == Rights(other, wholeCatalogue()).projection());
    other.fields = {{clerk, ids::Account, Account::name.id, FieldRight::Hidden}};
    CHECK(Rights(one, wholeCatalogue()).projection() != Rights(other, wholeCatalogue()).projection());
}

namespace {

const QList<Uuid> &people()
{
    static const QList<Uuid> all{anna, bo};
    return all;
}

template <class T> const T &anyOf(Random &random, const QList<T> &list)
{
    return list[qsizetype(random.below(quint64(list.size())))];
}

RowPlace randomPlace(Random &random)
{
    RowPlace place = placed(anyOf(random, people()), anyOf<Uuid>(random, {sales, east, service, company, Uuid()}));
    if (random.below(3) == 0)
        place.shares = {anyOf<Uuid>(random, {anna, bo, sales, company, clerk, chief})};
    return place;
}

AccessEntry randomEntry(Random &random)
{
    return {anyOf<EntityId>(random, {ids::Account, ids::Contact, ids::Interaction}), Action(random.below(4) + 1),
            Reach(random.below(5) + 1), anyOf<Uuid>(random, {Uuid(), Uuid(), east, sales, service})};
}

void grant(RightsInput &input, const AccessEntry &entry, const Uuid &role)
{
    input.access.append(entry);
    if (entry.action == Action::View && entry.reach != Reach::None && !input.viewRoles[entry.entity].contains(role))
        input.viewRoles[entry.entity].append(role);
}

RightsInput randomInput(Random &random)
{
    RightsInput input = annas({});
    input.activeRoles = {clerk, chief};
    for (quint64 count = random.below(5); count > 0; --count)
        grant(input, randomEntry(random), clerk);
    if (random.below(2) == 1)
        input.fields.append({clerk, ids::Account, Account::name.id, FieldRight(random.below(4) + 1)});
    return input;
}

} // namespace

TEST_CASE("With an extra grant nobody ever sees or may do less", "[rights]")
{
    SeededRandom random(7);
    for (int round = 0; round < 400; ++round) {
        const RightsInput before = randomInput(random);
        RightsInput after = before;
        grant(after, randomEntry(random), chief);
        const Rights less(before, wholeCatalogue());
        const Rights more(after, wholeCatalogue());
        for (int action = 1; action <= 4; ++action)
            for (EntityId entity : {ids::Account, ids::Contact, ids::Interaction}) {
                const RowPlace place = randomPlace(random);
                CHECK((!less.may(Action(action), entity, place) || more.may(Action(action), entity, place)));
            }
        for (const Field &field : accounts().fields())
            CHECK(more.fieldRight(accounts(), field) >= less.fieldRight(accounts(), field));
    }
}

TEST_CASE("A row may be viewed exactly when one of its scopes is visible", "[rights]")
{
    SeededRandom random(8);
    for (int round = 0; round < 400; ++round) {
        const Rights rights(randomInput(random), wholeCatalogue());
        const QSet<ScopeKey> visible = rights.visibleScopes(wholeCatalogue());
        for (EntityId entity : {ids::Account, ids::Contact, ids::Interaction}) {
            RowPlace place = randomPlace(random);
            place.everyone = entity != ids::Account && random.below(4) == 0;
            const QList<ScopeKey> scopes = scopesOf(wholeCatalogue().at(entity), place);
            const bool reached = std::any_of(scopes.begin(), scopes.end(),
                                             [&](const ScopeKey &key) { return visible.contains(key); });
            CHECK(rights.may(Action::View, entity, place) == reached);
        }
    }
}
