// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/recordsheet.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

QString sheetOf(PaperCompany &company, const Record &record, const QString &language, bool related)
{
    RecordSheet sheet(*company.records, language, related, dayOf(QDate::currentDate()));
    sheet.begin(record);
    std::shared_ptr<Pages> pages;
    REQUIRE(tests::waitFor([&] {
        const auto state = sheet.step();
        REQUIRE(state);
        if (*state == PageSource::State::Ready)
            pages = sheet.take();
        return pages != nullptr;
    }));
    return ReadPdf(company.pdf(pages)).all();
}

void allow(PaperCompany &company, const QList<EntityId> &printed, const QList<FieldEntry> &fields = {})
{
    RightsInput input;
    input.user = company.records->me();
    const Uuid role = company.records->create(ids::Role).id();
    input.activeRoles = {role};
    for (const Entity &entity : company.catalogue.entities()) {
        input.viewRoles[entity.id] = {role};
        input.access.append({entity.id, Action::View, Reach::All, {}});
        if (printed.contains(entity.id))
            input.access.append({entity.id, Action::Print, Reach::All, {}});
    }
    input.fields = fields;
    for (FieldEntry &field : input.fields)
        field.role = role;
    company.records->setRights(Rights(input, company.catalogue));
}

} // namespace

TEST_CASE("a sheet says all of a record in its sections, in either language, and nothing that is empty", "[sheet]")
{
    PaperCompany company;
    const QString chinese = sheetOf(company, company.customer, u"zh"_s, false);
    for (const QString &text : {u"上海宏远机械设备有限公司"_s, u"陈宏远"_s, u"第1页/共1页"_s})
        CHECK(chinese.contains(text));
    CHECK_FALSE(chinese.contains(u"王建国"_s));
    const QString english = sheetOf(company, company.customer, u"en"_s, false);
    CHECK(english.contains(u"Legalrepresentative"_s));
    CHECK_FALSE(english.contains(u"Creditlimit"_s));
    CHECK(english.contains(u"Page1of1"_s));
}

TEST_CASE("what belongs to the record follows, one table for each kind", "[sheet]")
{
    PaperCompany company;
    for (int made = 0; made < 3; ++made)
        company.addQuote(u"QT-S%1"_s.arg(made), 1);
    const QString text = sheetOf(company, company.customer, u"zh"_s, true);
    CHECK(text.contains(u"联系人(1)"_s));
    CHECK(text.contains(u"王建国"_s));
    CHECK(text.contains(u"QT-S2"_s));
    SECTION("only the first of very many")
    {
        for (int made = 0; made < RecordSheet::MostRows + 5; ++made)
            company.records->add(Contact::entity, {{Contact::name.id, Value(u"联系%1号"_s.arg(made))}, {Contact::account.id, Value(company.customer.id())}});
        const QString many = sheetOf(company, company.customer, u"zh"_s, true);
        CHECK(many.contains(u"另有6条"_s));
        CHECK_FALSE(many.contains(u"联系%1号"_s.arg(RecordSheet::MostRows + 4)));
    }
}

TEST_CASE("a sheet leaves out what is hidden and related records that may not be printed", "[sheet]")
{
    PaperCompany company;
    company.addQuote(u"QT-S1"_s, 1);
    allow(company, {Account::entity, Quote::entity}, {{{}, Account::entity, Account::bankAccount.id, FieldRight::Hidden}, {{}, Quote::entity, Quote::total.id, FieldRight::Hidden}});
    const QString text = sheetOf(company, company.customer, u"zh"_s, true);
    CHECK(text.contains(u"QT-S1"_s));
    CHECK_FALSE(text.contains(u"王建国"_s));
    CHECK_FALSE(text.contains(u"12190012"_s));
    CHECK_FALSE(text.contains(u"132.5"_s)); // of the quote
    Record masked = company.customer;
    masked.setValue(Account::identityDocument.id, Value(u"***123X"_s));
    masked.setValue(Account::taxNumber.id, Value(u"****12C"_s));
    CHECK(sheetOf(company, masked, u"zh"_s, false).contains(u"****12C"_s));
}
