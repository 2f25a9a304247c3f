// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/model/catalogue/customers.h"
#include "common/rules/defaults.h"
#include "common/rules/validate.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

Uuid type(const char *code) { return dictionaryItemId(u"customer_type"_s, QString::fromLatin1(code)); }

Record account(const char *code)
{
    Record record(wholeCatalogue().at(Account::entity), Uuid::named("account"));
    record.set(Account::type, type(code));
    return record;
}

bool applies(const Record &record, FieldId field) { return record.applies(*record.entity().field(field)); }

QList<ErrorCode> faults(const Record &after, const Record &before, FieldId field)
{
    QList<ErrorCode> codes;
    for (const rules::FieldError &error : rules::checkRecord(after.entity(), after, &before))
        if (error.field == field)
            codes.append(error.error.code);
    return codes;
}

} // namespace

TEST_CASE("A field of one kind makes sense for that kind only, and one that is not for a kind for all others", "[kinds]")
{
    CHECK(applies(account("person"), Account::sex.id));
    CHECK_FALSE(applies(account("company"), Account::sex.id));
    CHECK_FALSE(applies(account("person"), Account::licenceNumber.id));
    CHECK(applies(account("distributor"), Account::licenceNumber.id));
    CHECK(applies(account("person"), Account::name.id));
    Record none = account("person");
    none.setValue(Account::type.id, {});
    CHECK_FALSE(applies(none, Account::sex.id));
    CHECK(applies(none, Account::licenceNumber.id));
}

TEST_CASE("What does not go with the kind cannot be filled in; what stands there from before is no fault", "[kinds]")
{
    const Record before = account("company");
    Record after = before;
    after.set(Account::employer, u"Baosteel"_s);
    CHECK(faults(after, before, Account::employer.id) == QList{ErrorCode::RuleRefused});
    Record later = after;
    later.set(Account::remark, u"x"_s);
    CHECK(faults(later, after, Account::employer.id).isEmpty());
    CHECK(faults(before, after, Account::employer.id).isEmpty());
}

TEST_CASE("A required field is asked for only in records of its kind", "[kinds]")
{
    Catalogue catalogue;
    EntityBuilder entity(catalogue, 300, "thing", "Thing", "Things");
    entity.dictionary({16}, "type", "customer_type").required();
    entity.text({18}, "papers", 20).required().when({16}, "person");
    Record record(entity.entity(), Uuid::named("thing"));
    record.setValue(16, type("company"));
    CHECK(rules::checkRecord(entity.entity(), record, nullptr).isEmpty());
    record.setValue(16, type("person"));
    REQUIRE(rules::checkRecord(entity.entity(), record, nullptr).size() == 1);
    CHECK(rules::checkRecord(entity.entity(), record, nullptr).first().field == 18);
}

TEST_CASE("Who changes the kind empties what belonged to the old one, and keeps what was written meanwhile", "[kinds]")
{
    Record before = account("company");
    before.set(Account::legalRepresentative, u"Li"_s);
    before.set(Account::industry, Uuid::named("industry"));
    Record after = before;
    after.set(Account::type, type("person"));
    after.set(Account::legalRepresentative, u"Wang"_s);
    after.set(Account::employer, u"Baosteel"_s);
    rules::leaveOutOtherKinds(after, before);
    CHECK(after.isNull(Account::industry));
    CHECK(after[Account::legalRepresentative] == u"Wang"_s);
    CHECK(after[Account::employer] == u"Baosteel"_s);
    Record same = before;
    rules::leaveOutOtherKinds(same, before);
    CHECK(same.sameContent(before));
}
