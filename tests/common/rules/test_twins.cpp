// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"
#include "common/model/catalogue/customers.h"
#include "common/rules/twins.h"

#include <catch2/catch_test_macros.hpp>

#include <QSet>

using namespace guanxi;
using namespace guanxi::model;

namespace {

Record account(const QString &name, const QString &phone = {}, const QString &email = {})
{
    Record record(wholeCatalogue().at(Account::entity), Uuid::named(name.toUtf8()));
    record.set(Account::name, name);
    if (!phone.isEmpty())
        record.set(Account::phone, phone);
    if (!email.isEmpty())
        record.set(Account::email, email);
    return record;
}

Record contact(const QString &name, const QString &mobile)
{
    Record record(wholeCatalogue().at(Contact::entity), Uuid::named(name.toUtf8()));
    record.set(Contact::name, name);
    record.set(Contact::mobile, mobile);
    return record;
}

bool alike(const Record &a, const Record &b)
{
    const QStringList one = rules::twinKeys(a);
    const QStringList other = rules::twinKeys(b);
    return QSet<QString>(one.begin(), one.end()).intersects(QSet<QString>(other.begin(), other.end()));
}

} // namespace

TEST_CASE("Customers are known again by name, number and address, however they are written", "[twins]")
{
    CHECK(alike(account(QString::fromUtf8("長城機械")), account(QString::fromUtf8("长城 机械"))));
    CHECK(alike(account(QString::fromUtf8("Ｂａｏｓｔｅｅｌ")), account(QStringLiteral("baosteel"))));
    CHECK(alike(account(QStringLiteral("a"), QStringLiteral("+86 (021) 5555 1234")), account(QStringLiteral("b"), QStringLiteral("021-55551234"))));
    CHECK(alike(account(QStringLiteral("a"), {}, QStringLiteral("Office@A.example")), account(QStringLiteral("b"), {}, QStringLiteral("office@a.example"))));
    Record mobile = account(QStringLiteral("b"));
    mobile.set(Account::mobile, QStringLiteral("13800138000"));
    CHECK(alike(account(QStringLiteral("a"), QStringLiteral("13800138000")), mobile));
    CHECK_FALSE(alike(account(QStringLiteral("a")), account(QStringLiteral("b"))));
    CHECK_FALSE(alike(account(QStringLiteral("a"), QStringLiteral("021-55551234")), account(QStringLiteral("b"), QStringLiteral("021-55551235"))));
}

TEST_CASE("Contacts are known again by their number together with their name", "[twins]")
{
    const QString number = QStringLiteral("13800138000");
    CHECK(alike(contact(QString::fromUtf8("王芳"), number), contact(QString::fromUtf8("王 芳"), number)));
    CHECK_FALSE(alike(contact(QString::fromUtf8("王芳"), number), contact(QString::fromUtf8("李娜"), number)));
    CHECK_FALSE(alike(contact(QString::fromUtf8("王芳"), number), contact(QString::fromUtf8("王芳"), QStringLiteral("13900139000"))));
}

TEST_CASE("What is empty is no key", "[twins]")
{
    CHECK(rules::twinKeys(Record(wholeCatalogue().at(Account::entity), Uuid::named("empty"))).isEmpty());
}
