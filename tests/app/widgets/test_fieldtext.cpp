// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"
#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QCoreApplication>
#include <QLocale>
#include <QPalette>
#include <QTranslator>

using namespace guanxi;
using namespace guanxi::app;
using namespace Qt::StringLiterals;
using model::Account;
using model::Field;
using model::Value;

TEST_CASE("amounts have separators and two decimals, dates four-digit years", "[fieldtext]")
{
    CHECK(numberText(12345678900, 4, 2) == u"1,234,567.89"_s);
    CHECK(numberText(-50000, 4, 2) == u"-5.00"_s);
    CHECK(dateText(dayOf(QDate(2026, 3, 9))) == u"09/03/2026"_s);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    CHECK(dateText(dayOf(QDate(2026, 3, 9))) == u"2026/03/09"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

TEST_CASE("numbers are read as people type them", "[fieldtext]")
{
    CHECK(parseNumber(u"1,234.5"_s, 4) == 12345000);
    CHECK(parseNumber(u"１２３４．５"_s, 4) == 12345000);
    CHECK(parseNumber(u"1.2万"_s, 4) == 120000000);
    CHECK(parseNumber(u"3亿"_s, 0) == 300000000);
    CHECK(parseNumber(u"35%"_s, 2) == 3500);
    CHECK_FALSE(parseNumber(u"12x"_s, 2));
    CHECK_FALSE(parseNumber(u"1.234"_s, 2));
}

TEST_CASE("dates are read as people type them", "[fieldtext]")
{
    const qint64 today = dayOf(QDate(2026, 11, 21)), wanted = dayOf(QDate(2026, 3, 9));
    const QString typed = GENERATE(u"2026-03-09"_s, u"2026/3/9"_s, u"20260309"_s, u"2026年3月9日"_s, u"9/3/2026"_s, u"9.3"_s);
    CHECK(parseDate(typed, today) == wanted);
    CHECK_FALSE(parseDate(u"2026-02-30"_s, today));
    CHECK_FALSE(parseDate(u"soon"_s, today));
}

TEST_CASE("values of every kind are worded", "[fieldtext]")
{
    tests::SampleCompany company(1);
    const model::Record &account = company.accounts.first();
    const FieldText words(*company.records);
    const auto text = [&](model::FieldId field) { return words.text(account, *account.entity().field(field)); };
    CHECK(text(Account::status.id) == u"Potential"_s);
    CHECK(text(Account::credit.id) == u"★☆☆☆☆"_s);
    CHECK(text(Account::tags.id) == u"重点, 机械"_s);
    CHECK(text(Account::accountManager.id) == u"孙丽华"_s);
    CHECK(text(Account::level.id) == u"Ordinary"_s);
    CHECK(text(Account::registeredCapital.id) == u"5,000,000.00"_s);
    CHECK(words.plain(account.entity(), *account.entity().field(Account::registeredCapital.id), Value(15000)) == u"1.5"_s);
    CHECK(words.title(account) == u"北京长城机械有限公司"_s);
}

TEST_CASE("amounts have the digits of their currency, prices keep what they have", "[fieldtext]")
{
    tests::SampleCompany company(1);
    const FieldText words(*company.records);
    const model::Entity &quote = company.catalogue.at(model::SalesOrder::entity);
    const model::Entity &product = company.catalogue.at(model::Product::entity);
    const Field &total = *quote.field(model::SalesOrder::total.id);
    CHECK(words.text(quote, total, Value(12345678)) == u"1,234.57"_s);
    CHECK(words.amount(total, -50, u"CNY"_s) == u"-0.01"_s);
    CHECK(words.amount(total, 12345678, u"JPY"_s) == u"1,235"_s);
    CHECK(words.text(product, *product.field(model::Product::price.id), Value(12345678)) == u"1,234.5678"_s);
    CHECK(words.plain(quote, total, Value(12345678)) == u"1234.5678"_s);
}

TEST_CASE("names of built-in rows are worded, renamed and own ones stay", "[fieldtext]")
{
    tests::SampleCompany company(1);
    class Reversed : public QTranslator
    {
    public:
        QString translate(const char *context, const char *source, const char *, int) const override
        {
            return QByteArrayView(context) == "builtin" ? u"译"_s + QString::fromLatin1(source) : QString();
        }
        bool isEmpty() const override { return false; }
    } translator;
    QCoreApplication::installTranslator(&translator);
    const FieldText words(*company.records);
    const model::Entity &roles = company.catalogue.at(model::Role::entity);
    model::Record role(roles, model::roleId(u"admin"_s));
    role.set(model::Role::code, u"admin"_s);
    role.set(model::Role::name, u"System administrator"_s);
    CHECK(words.text(role, *roles.field(model::Role::name.id)) == u"译System administrator"_s);
    CHECK(words.text(role, *roles.field(model::Role::code.id)) == u"admin"_s);
    model::Record own(roles, Uuid::named("own"));
    own.set(model::Role::code, u"admin"_s);
    own.set(model::Role::name, u"System administrator"_s);
    CHECK(words.text(own, *roles.field(model::Role::name.id)) == u"System administrator"_s);
    QCoreApplication::removeTranslator(&translator);
}

TEST_CASE("every error has a sentence, and field names become labels", "[errortext]")
{
    tests::SampleCompany company(1);
    const model::Entity &entity = company.catalogue.at(Account::entity);
    CHECK(errorText({ErrorCode::Required, {u"account_manager"_s}}, &entity) == u"Account manager must be filled in."_s);
    for (int code = 1; code <= int(ErrorCode::Usage); ++code)
        if (!errorName(ErrorCode(code)).isEmpty())
            CHECK(errorText({ErrorCode(code), {u"name"_s, u"x"_s, u"y"_s}}, &entity).size() > 10);
}

TEST_CASE("state chips are legible in light and dark", "[tones]")
{
    QPalette light, dark;
    light.setColor(QPalette::Base, Qt::white);
    dark.setColor(QPalette::Base, QColor(0xff1b1d20));
    for (const QPalette &palette : {light, dark}) {
        for (int tone = 0; tone <= int(model::Tone::Closed); ++tone) {
            const ToneColors colors = toneColors(model::Tone(tone), palette);
            CHECK(contrast(colors.fill, colors.text) >= 4.5);
        }
        CHECK(contrast(quietText(palette), palette.color(QPalette::Base)) >= 4.5);
        CHECK(contrast(errorColor(palette), palette.color(QPalette::Base)) >= 4.5);
        CHECK(contrast(starColor(palette), palette.color(QPalette::Base)) >= 4.5);
    }
}
