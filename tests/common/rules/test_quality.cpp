// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/model/catalogue/customers.h"
#include "common/rules/normalise.h"
#include "common/rules/quality.h"
#include "tests/common/model/testcatalogue.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using rules::FieldFlaw;
using rules::Flaw;

namespace {

QString tidy(FieldId field, const char *text)
{
    const Entity &entity = wholeCatalogue().at(Account::entity);
    return rules::tidied(*entity.field(field), Value(QString::fromUtf8(text))).text();
}

QString said(const char *text) { return QString::fromUtf8(text); }

Record goodAccount()
{
    Record record(wholeCatalogue().at(Account::entity), Uuid::named("one"));
    for (const Field &field : record.entity().fields())
        if (field.required && record.applies(field))
            record.setValue(field.id, field.isText() ? Value(said("宝钢")) : field.isNumber() ? Value(qint64(1)) : Value(Uuid::named("other")));
    record.set(Account::phone, said("021-62751234"));
    return record;
}

const auto readsAll = [](const Field &) { return true; };

QList<FieldFlaw> flawsOf(const Record &record) { return rules::flawsOf(record, {}, readsAll); }

} // namespace

TEST_CASE("A name is written with letters in half width, single blanks, and brackets that fit", "[quality]")
{
    CHECK(tidy(Account::name.id, "ＡＢＢ（中国）") == said("ABB（中国）"));
    CHECK(tidy(Account::name.id, "上海钢铁(集团)有限公司") == said("上海钢铁（集团）有限公司"));
    CHECK(tidy(Account::name.id, "螺栓M8(304)") == said("螺栓M8(304)"));
    CHECK(tidy(Account::name.id, "Siemens （China） Ltd") == said("Siemens (China) Ltd"));
    CHECK(tidy(Account::name.id, " 上海　钢铁  有限公司") == said("上海钢铁有限公司"));
    CHECK(tidy(Account::name.id, "快递，到付") == said("快递，到付"));
    CHECK(tidy(Account::name.id, "Baosteel   Trading") == said("Baosteel Trading"));
}

TEST_CASE("A telephone number is written as area code and number, without the word for it", "[quality]")
{
    CHECK(tidy(Account::phone.id, "电话：(021) 62751234") == said("021-62751234"));
    CHECK(tidy(Account::phone.id, "Tel. ＋86 10 6275 1234") == said("010-62751234"));
    CHECK(tidy(Account::phone.id, "021-62751234") == said("021-62751234"));
}

TEST_CASE("What only a person can mend stays as it is", "[quality]")
{
    CHECK(tidy(Account::phone.id, "62751234") == said("62751234"));
    CHECK(tidy(Account::phone.id, "暂无") == said("暂无"));
    CHECK(tidy(Account::email.id, "nobody") == said("nobody"));
}

TEST_CASE("Tidying twice is tidying once, and what was tidied is in normal form", "[quality]")
{
    SeededRandom random(7);
    const QString letters = said("Ａa１2 　()（）:：电话上海-+8.@\t");
    const Entity &entity = wholeCatalogue().at(Account::entity);
    for (int round = 0; round < 2'000; ++round) {
        QString text;
        for (quint64 i = random.next() % 12; i > 0; --i)
            text += letters.at(qsizetype(random.next() % quint64(letters.size())));
        for (const Field &field : entity.fields()) {
            if (field.type != FieldType::Text && field.type != FieldType::Phone && field.type != FieldType::Email)
                continue;
            const Value once = rules::tidied(field, Value(text));
            CHECK(rules::tidied(field, once) == once);
            if (once != Value(text))
                CHECK(rules::normalise(field, once).value() == once);
        }
    }
}

TEST_CASE("What is missing, wrong, untidy or keeps a customer from being reached is told by field", "[quality]")
{
    Record account = goodAccount();
    CHECK(flawsOf(account).isEmpty());
    account.set(Account::phone, said("62751234"));
    CHECK(flawsOf(account) == QList<FieldFlaw>{{Flaw::Invalid, Account::phone.id}});
    account.set(Account::phone, said("(021)62751234"));
    CHECK(flawsOf(account) == QList<FieldFlaw>{{Flaw::Untidy, Account::phone.id}});
    account.setValue(Account::phone.id, Value());
    CHECK(flawsOf(account) == QList<FieldFlaw>{{Flaw::Unreachable, 0}});
    account.set(Account::email, said("sales@example.cn"));
    account.setValue(Account::name.id, Value());
    CHECK(flawsOf(account) == QList<FieldFlaw>{{Flaw::Missing, Account::name.id}});
}

TEST_CASE("Of a field that may not be read nothing is told", "[quality]")
{
    Record account = goodAccount();
    account.setValue(Account::phone.id, Value());
    account.setValue(Account::name.id, Value());
    CHECK(rules::flawsOf(account, {}, [](const Field &field) { return field.type != FieldType::Phone && field.id != Account::name.id; }).isEmpty());
}
