// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/import/importheads.h"

#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

struct Known {
    Known()
    {
        loadResources();
        for (const model::Field &field : entity.fields())
            fields.append(&field);
    }
    /// Names of the fields that the heads are taken for, "-" for none.
    QStringList of(const QStringList &cells) const
    {
        QStringList names;
        for (const model::Field *field : ImportHeads(entity, fields).fieldsOf(cells))
            names.append(field ? field->name : u"-"_s);
        return names;
    }

    SampleCompany company{1};
    const model::Entity &entity = company.catalogue.at(model::Account::entity);
    QList<const model::Field *> fields;
};

} // namespace

TEST_CASE("columns find their fields by the words that people use, in Chinese and in English")
{
    const Known known;
    CHECK(known.of({u"客户名称"_s, u"联系电话"_s, u"手机号码"_s, u"电子邮箱"_s, u"所属行业"_s, u"备注"_s, u"随便什么"_s})
          == QStringList{u"name"_s, u"phone"_s, u"mobile"_s, u"email"_s, u"industry"_s, u"remark"_s, u"-"_s});
    CHECK(known.of({u"Company Name"_s, u"Tel."_s, u"E-mail Address"_s, u"Zip Code"_s}) == QStringList{u"name"_s, u"phone"_s, u"email"_s, u"postcode"_s});
    CHECK(known.of({u"tax_number"_s, u"short_name"_s}) == QStringList{u"tax_number"_s, u"short_name"_s});
}

TEST_CASE("marks, blanks, width, traditional characters and units do not hide a head")
{
    const Known known;
    CHECK(known.of({u" 名 称* "_s, u"注册资本（万元）"_s, u"ＦＡＸ"_s, u"電話"_s}) == QStringList{u"name"_s, u"registered_capital"_s, u"fax"_s, u"phone"_s});
}

TEST_CASE("a field is given once, to the column that says it best")
{
    const Known known;
    CHECK(known.of({u"公司电话"_s, u"电话"_s}) == QStringList{u"-"_s, u"phone"_s});
    CHECK(known.of({u"名称"_s, u"名称"_s}).first() == u"name"_s);
    CHECK(known.of({u"名称"_s, u"名称"_s}).last() != u"name"_s);
}

TEST_CASE("a line of values is no heading")
{
    const Known known;
    const ImportHeads heads(known.entity, known.fields);
    CHECK(heads.isHeading({u"编号"_s, u"名称"_s}));
    CHECK_FALSE(heads.isHeading({u"上海宝钢"_s, u"021-12345678"_s}));
}
