// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/ids.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/model/rights.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

const QList<Record> &rows()
{
    static const QList<Record> all = builtInRows(wholeCatalogue());
    return all;
}

/// The rights of somebody who holds just that role.
Rights rightsOf(const QString &role)
{
    RightsInput input;
    input.user = Uuid::named("user");
    input.department = Uuid::named("sales");
    input.activeRoles = {roleId(role)};
    for (const Record &row : rows()) {
        const Entity *object = nullptr;
        if (row.entity().id == ids::AccessRule && row[AccessRule::role] == roleId(role)) {
            object = wholeCatalogue().entity(QStringView(row[AccessRule::object]));
            REQUIRE(object);
            const Action action = Action(row[AccessRule::action]);
            input.access.append({object->id, action, Reach(row[AccessRule::scope]), {}});
            if (action == Action::View)
                input.viewRoles[object->id] = input.activeRoles;
        } else if (row.entity().id == ids::FieldRule && row[FieldRule::role] == roleId(role)) {
            object = wholeCatalogue().entity(QStringView(row[FieldRule::object]));
            REQUIRE(object);
            const Field *field = object->field(QStringView(row[FieldRule::field]));
            REQUIRE(field);
            input.fields.append({roleId(role), object->id, field->id, FieldRight(row[FieldRule::right])});
        }
    }
    return Rights(input, wholeCatalogue());
}

const RowPlace elsewhere{{Uuid::named("other")}, Uuid::named("purchase"), {}, false};
const RowPlace own{{Uuid::named("user")}, Uuid::named("sales"), {}, false};
const RowPlace ofTeam{{Uuid::named("other")}, Uuid::named("sales"), {}, false};
const RowPlace open{{}, {}, {}, true};

} // namespace

TEST_CASE("Built-in rows are the same everywhere, and none has the id of another", "[builtin]")
{
    const QList<Record> again = builtInRows(wholeCatalogue());
    REQUIRE(again.size() == rows().size());
    QSet<Uuid> ids;
    for (qsizetype i = 0; i < again.size(); ++i) {
        CHECK(again[i].sameContent(rows()[i]));
        ids.insert(again[i].id());
    }
    CHECK(ids.size() == rows().size());
}

TEST_CASE("Built-in rows fill what is required, and their references lead to built-in rows", "[builtin]")
{
    QSet<Uuid> ids;
    for (const Record &row : rows())
        ids.insert(row.id());
    for (const Record &row : rows())
        for (const Field &field : row.entity().fields()) {
            INFO(row.entity().name.toStdString() + '.' + field.name.toStdString());
            CHECK((!field.required || !row.value(field.id).isNull()));
            if (field.isReference() && !row.value(field.id).isNull())
                CHECK(ids.contains(row.value(field.id).id()));
        }
}

TEST_CASE("Every numbered entity has its number rule", "[builtin]")
{
    QSet<QString> ruled;
    for (const Record &row : rows())
        if (row.entity().id == ids::NumberRule)
            ruled.insert(row[NumberRule::object]);
    for (const Entity &entity : wholeCatalogue().entities())
        CHECK(ruled.contains(entity.name) == !entity.numberPattern.isEmpty());
}

TEST_CASE("Administrator and developer may do everything", "[builtin]")
{
    for (const QString &role : {u"admin"_s, u"developer"_s}) {
        const Rights rights = rightsOf(role);
        for (const Entity &entity : wholeCatalogue().entities()) {
            INFO(entity.name.toStdString());
            CHECK(rights.may(Action::View, entity.id, elsewhere));
            CHECK((entity.maker == Maker::Server || rights.may(Action::Create, entity.id, elsewhere)));
            CHECK((entity.serverWritten || entity.appendOnly || rights.may(Action::Edit, entity.id, elsewhere)));
        }
        CHECK(rights.may(Action::Configure, ids::AccessRule, elsewhere));
    }
}

TEST_CASE("Nobody creates or deletes a conflict, and whoever may edit its record may resolve it", "[builtin]")
{
    for (const QString &role : {u"admin"_s, u"sales_director"_s, u"account_manager"_s, u"executive"_s}) {
        const Rights rights = rightsOf(role);
        CHECK(!rights.may(Action::Create, ids::Conflict));
        CHECK(!rights.may(Action::Delete, ids::Conflict));
        CHECK(rights.may(Action::View, ids::Conflict, own));
        CHECK(rights.may(Action::Edit, ids::Conflict, own));
    }
}

TEST_CASE("A sales director runs marketing and dictionaries and sees all customers", "[builtin]")
{
    const Rights rights = rightsOf(u"sales_director"_s);
    for (EntityId entity : {ids::Lead, ids::Opportunity, ids::Campaign})
        CHECK(rights.may(Action::Edit, entity, elsewhere));
    CHECK(rights.may(Action::Edit, ids::DictionaryItem, elsewhere));
    CHECK(rights.may(Action::View, ids::Account, elsewhere));
    CHECK(rights.may(Action::Transfer, ids::Account, ofTeam));
    CHECK(!rights.may(Action::Edit, ids::Account, elsewhere));
    CHECK(rights.may(Action::Approve, ids::SalesOrder, elsewhere));
    CHECK(!rights.may(Action::Edit, ids::AccessRule));
    CHECK(!rights.may(Action::Create, ids::User));
}

TEST_CASE("An account manager views customers, looks after his own, and reads base data", "[builtin]")
{
    const Rights rights = rightsOf(u"account_manager"_s);
    CHECK(rights.may(Action::View, ids::Account, elsewhere));
    CHECK(!rights.may(Action::Edit, ids::Account, elsewhere));
    CHECK(rights.may(Action::Edit, ids::Account, own));
    CHECK(!rights.may(Action::View, ids::Interaction, elsewhere));
    CHECK(rights.may(Action::Create, ids::Interaction, own));
    CHECK(rights.may(Action::View, ids::DictionaryItem, open));
    CHECK(!rights.may(Action::Edit, ids::DictionaryItem));
    CHECK(rights.may(Action::View, ids::Product, open));
    CHECK(!rights.may(Action::Approve, ids::SalesOrder));
    CHECK(!rights.may(Action::View, ids::AuditEvent));
    const Entity &account = wholeCatalogue().at(ids::Account);
    CHECK(rights.fieldRight(account, *account.field(u"bank_account")) == FieldRight::Masked);
}

TEST_CASE("Whoever keeps customers writes the rules about whose new ones are; account managers read them", "[builtin]")
{
    const RowPlace rule{{Uuid::named("somebody else")}, Uuid::named("sales"), {}, true};
    for (const QString &role : {u"admin"_s, u"sales_director"_s, u"executive"_s})
        CHECK(rightsOf(role).may(Action::Create, ids::OwnershipRule, rule));
    const Rights reader = rightsOf(u"account_manager"_s);
    CHECK(reader.may(Action::View, ids::OwnershipRule, rule));
    for (const Action action : {Action::Create, Action::Edit, Action::Delete})
        CHECK_FALSE(reader.may(action, ids::OwnershipRule));
}

TEST_CASE("An executive runs customers and reports, sees all sales and only reads base data", "[builtin]")
{
    const Rights rights = rightsOf(u"executive"_s);
    CHECK(rights.may(Action::Edit, ids::Account, elsewhere));
    CHECK(rights.may(Action::Edit, ids::Report, elsewhere));
    CHECK(rights.may(Action::View, ids::SalesOrder, elsewhere));
    CHECK(!rights.may(Action::Edit, ids::SalesOrder));
    CHECK(rights.may(Action::Approve, ids::SalesOrder, elsewhere));
    CHECK(!rights.may(Action::Edit, ids::DictionaryItem));
    CHECK(!rights.may(Action::Edit, ids::RoleGrant));
}

TEST_CASE("Everybody reads the names of colleagues; their personnel data only those who run people", "[builtin]")
{
    const Entity &user = wholeCatalogue().at(ids::User);
    const Field &birth = *user.field(User::birthDate.id);
    const Field &name = *user.field(User::realName.id);
    for (const QString &role : {u"sales_director"_s, u"account_manager"_s}) {
        const Rights rights = rightsOf(role);
        CHECK(rights.may(Action::View, ids::User, open));
        CHECK(rights.isVisible(user, name));
        CHECK(!rights.isVisible(user, birth));
        CHECK(rights.may(Action::View, ids::UserSetting, own));
    }
    for (const QString &role : {u"admin"_s, u"executive"_s, u"developer"_s})
        CHECK(rightsOf(role).isVisible(user, birth));
}
