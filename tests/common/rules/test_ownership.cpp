// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/ownershiprules.h"
#include "common/model/filterjson.h"
#include "common/rules/ownership.h"
#include "common/rules/validate.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

const Uuid me = Uuid::named("me");
const Uuid east = Uuid::named("east");

QString written(const Filter &filter) { return QString::fromUtf8(QJsonDocument(filterToJson(filter)).toJson(QJsonDocument::Compact)); }

const Field &conditionField() { return *wholeCatalogue().at(OwnershipRule::entity).field(OwnershipRule::condition.id); }

Record user(const char *name)
{
    Record record(wholeCatalogue().at(User::entity), Uuid::named(name));
    record.set(User::department, Uuid::named(QByteArray("department of ") + name));
    record.setValue(User::active.id, true);
    return record;
}

/// Two people, of whom the second can leave, and the rules of their company.
struct Firm {
    QHash<RecordRef, Record> rows;
    QList<Record> rules;
    int made = 0;

    Firm()
    {
        for (const char *name : {"lina", "wang"})
            rows.insert(user(name).ref(), user(name));
    }

    void rule(qint64 order, const Filter &condition, const char *manager, bool active = true)
    {
        Record record(wholeCatalogue().at(OwnershipRule::entity), Uuid::named("rule" + QByteArray::number(++made)));
        record.set(OwnershipRule::order, order);
        record.set(OwnershipRule::condition, condition.isEmpty() ? QString() : written(condition));
        record.set(OwnershipRule::accountManager, Uuid::named(manager));
        record.setValue(OwnershipRule::active.id, active);
        rules.append(record);
    }

    Record given(const QString &name) const
    {
        Record record(wholeCatalogue().at(Account::entity), Uuid::named(name.toUtf8()));
        record.set(Account::name, name);
        rules::giveByRule(record, rules, {me, east, 0, 20'000}, wholeCatalogue(), [this](const RecordRef &ref) { return rows.value(ref); });
        return record;
    }
};

Result<Filter> read(const Filter &filter) { return rules::readCondition(conditionField(), written(filter), wholeCatalogue()); }

} // namespace

TEST_CASE("The first active rule by order whose condition a new customer meets says whose it is", "[ownership]")
{
    Firm company;
    company.rule(20, Filter::contains(Account::name.id, u"steel"_s), "wang");
    company.rule(10, Filter::startsWith(Account::name.id, u"bao"_s), "lina");
    company.rule(5, {}, "wang", false);
    const Record both = company.given(u"BaoSteel"_s);
    CHECK(both[Account::accountManager] == Uuid::named("lina"));
    CHECK(both.value(system::Owner).id() == Uuid::named("lina"));
    CHECK(both.value(system::Department).id() == Uuid::named("department of lina"));
    CHECK(both[Account::assignedByRule] == company.rules[1].id());
    CHECK(company.given(u"Wuhan Steel"_s)[Account::accountManager] == Uuid::named("wang"));
    const Record none = company.given(u"Paper mill"_s);
    CHECK(none[Account::accountManager] == me);
    CHECK(none.value(system::Department).id() == east);
    CHECK(rules::givingRule(none).isNull());
}

TEST_CASE("A rule without a condition fits every new customer; one that names somebody who has left fits none", "[ownership]")
{
    Firm company;
    company.rule(1, {}, "wang");
    CHECK(company.given(u"A"_s)[Account::accountManager] == Uuid::named("wang"));
    company.rows[{User::entity, Uuid::named("wang")}].setValue(User::active.id, false);
    CHECK(company.given(u"A"_s)[Account::accountManager] == me);
    company.rule(2, {}, "nobody");
    CHECK(company.given(u"A"_s)[Account::accountManager] == me);
}

TEST_CASE("A rule that cannot be read whole fits nothing, instead of more than was meant", "[ownership]")
{
    Firm company;
    company.rule(1, {}, "lina");
    company.rules[0].set(OwnershipRule::condition, written(Filter::all({Filter::is(Account::name.id, u"A"_s), Filter::is(99999, 1)})));
    CHECK(company.given(u"A"_s)[Account::accountManager] == me);
    company.rules[0].set(OwnershipRule::condition, u"{\"kind\":77}"_s);
    CHECK(company.given(u"A"_s)[Account::accountManager] == me);
}

TEST_CASE("What was typed is compared in the form in which it will be stored", "[ownership]")
{
    Firm company;
    company.rule(1, Filter::is(Account::name.id, u"ABC"_s), "lina");
    CHECK(company.given(u" ABC "_s)[Account::accountManager] == Uuid::named("lina"));
}

TEST_CASE("A condition that asks for me, for other records or for what is worked out is refused, with the reason", "[ownership]")
{
    const Error refused{ErrorCode::RuleRefused, {u"own_fields"_s, u"condition"_s}};
    for (const Filter &filter : {Filter::mine(Account::accountManager.id), Filter::referred(ids::Contact, 18),
                                 Filter::negate(Filter::referred(ids::Contact, 18)), Filter::inSubtree(Account::region.id, east),
                                 Filter::related(Account::parent.id, Filter::empty(Account::name.id)), Filter::notEmpty(Account::lastOrderOn.id),
                                 Filter{Filter::Kind::MyDepartment, system::Department, {}, {}}}) {
        INFO(written(filter).toStdString());
        const Result<Filter> answer = read(Filter::any({Filter::empty(Account::name.id), filter}));
        REQUIRE_FALSE(answer.ok());
        CHECK(answer.error() == refused);
    }
    CHECK(read(Filter::any({Filter::empty(Account::name.id), Filter::lastDays(Account::birthDate.id, 30)})).ok());
}

TEST_CASE("A condition that no list could have made is refused when its rule is saved", "[ownership]")
{
    Firm company;
    company.rule(1, Filter::is(Account::name.id, u"A"_s), "lina");
    Record rule = company.rules[0];
    rule.set(OwnershipRule::name, u"A"_s);
    const rules::CheckContext context{{}, 0, {}, &wholeCatalogue()};
    CHECK(rules::checkRecord(rule.entity(), rule, nullptr, context).isEmpty());
    for (const QString &bad : {u"[1]"_s, u"{\"kind\":3,\"field\":17}"_s, u"{\"kind\":3,\"field\":17,\"values\":[\"5\"]}"_s,
                               u"{\"kind\":2}"_s, u"{\"kind\":0,\"children\":[{\"kind\":3,\"field\":424242,\"values\":[\"1\"]}]}"_s,
                               u"{\"kind\":10,\"field\":21,\"values\":[\"\\\"x\\\"\"]}"_s}) {
        INFO(bad.toStdString());
        rule.set(OwnershipRule::condition, bad);
        const QList<rules::FieldError> errors = rules::checkRecord(rule.entity(), rule, nullptr, context);
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].field == OwnershipRule::condition.id);
        CHECK(errors[0].error.code == ErrorCode::BadFormat);
    }
}

TEST_CASE("Only customers have rules about whose they are", "[ownership]")
{
    for (const Entity &entity : wholeCatalogue().entities())
        CHECK(rules::ownershipFields(entity).isEmpty() == (entity.id != Account::entity));
}
