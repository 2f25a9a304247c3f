// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <catch2/generators/catch_generators.hpp>

#include <QLineEdit>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::tests;

namespace {

const QString Mine = QStringLiteral("Ann's");
const QString Theirs = QStringLiteral("Bea's");

/// Both gave the customer a short name.
struct TwoNames : ConflictCompany {
    Record account = shared(QStringLiteral("Baosteel"));

    TwoNames()
    {
        clash([&] { change(bea, account.ref(), Account::shortName.id, Theirs); }, [&] { change(ann, account.ref(), Account::shortName.id, Mine); });
    }
    void checkName(const QString &name)
    {
        CHECK(isSettled());
        CHECK(shown(ann, account.ref(), Account::shortName) == name);
        CHECK(shown(bea, account.ref(), Account::shortName) == name);
    }
};

} // namespace

TEST_CASE("Two people who changed one field decide by mouse or keyboard: mine, theirs, another, or both")
{
    TwoNames company;
    company.open(GENERATE(true, false) ? company.ann : company.bea);
    REQUIRE(company.view->count() == 1);
    CHECK(company.kind() == QStringLiteral("Changed by two people"));
    for (const QString &value : {Mine, Theirs, QStringLiteral("Short name")})
        CHECK(company.words().contains(value));
    const bool own = company.offers(QStringLiteral("Take my value"));
    SECTION("mine by mouse")
    {
        company.click(own ? QStringLiteral("Take my value") : QStringLiteral("Take the parked value"));
        company.checkName(Mine);
    }
    SECTION("mine by keyboard")
    {
        company.press(Qt::Key_1);
        company.checkName(Mine);
    }
    SECTION("theirs by mouse")
    {
        company.click(QStringLiteral("Keep what is stored"));
        company.checkName(Theirs);
    }
    SECTION("theirs by keyboard")
    {
        company.press(Qt::Key_2);
        company.checkName(Theirs);
    }
    SECTION("another, typed")
    {
        QLineEdit *typed = company.editor()->findChild<QLineEdit *>();
        REQUIRE(typed);
        typed->selectAll();
        QTest::keyClicks(typed, QStringLiteral("agreed"));
        company.press(Qt::Key_3);
        company.checkName(QStringLiteral("agreed"));
    }
    SECTION("both by mouse")
    {
        company.click(QStringLiteral("Keep both"));
        company.checkName(Theirs + QStringLiteral(" / ") + Mine);
    }
    SECTION("both by keyboard")
    {
        company.press(Qt::Key_4);
        company.checkName(Theirs + QStringLiteral(" / ") + Mine);
    }
}

TEST_CASE("a value for a record that has been deleted is refused in words, and the conflict waits")
{
    TwoNames company;
    storage::test::must(company.bea.records().remove({company.account.ref()}));
    company.settle();
    company.open(company.ann);
    SECTION("mine") { company.press(Qt::Key_1); }
    SECTION("another, typed") { company.press(Qt::Key_3); }
    SECTION("both") { company.press(Qt::Key_4); }
    REQUIRE(company.frame->errors.size() == 1);
    CHECK(company.frame->errors.takeFirst().code == ErrorCode::NotFound);
    CHECK_FALSE(company.isSettled());
    company.press(Qt::Key_2);
    CHECK(company.isSettled());
}

TEST_CASE("Who lost sight of the record keeps his value, is told why he sees no other, and can let it go")
{
    TwoNames company;
    Record account = company.now(company.account);
    account.setValue(system::Owner, company.beaId);
    account.set(Account::accountManager, company.beaId);
    company.server.update(account);
    company.settle();
    company.open(company.ann);
    REQUIRE(company.view->count() == 1);
    CHECK(company.words().contains(Mine));
    CHECK_FALSE(company.words().contains(Theirs));
    CHECK(company.words().contains(QStringLiteral("You may no longer see what stands here")));
    CHECK_FALSE(company.offers(QStringLiteral("Take my value")));
    CHECK(company.offers(QStringLiteral("Copy the value")));
    company.click(QStringLiteral("Let it go"));
    CHECK(company.isSettled());
    CHECK(company.shown(company.bea, account.ref(), Account::shortName) == Theirs);
}
