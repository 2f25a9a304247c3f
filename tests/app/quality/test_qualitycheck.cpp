// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/quality/qualitycheck.h"
#include "app/views/quality/tidyplan.h"
#include "tests/app/quality/untidycompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;
using rules::FieldFlaw;
using rules::Flaw;

namespace {

const FieldFlaw WrongPhone{Flaw::Invalid, Account::phone.id}, UntidyPhone{Flaw::Untidy, Account::phone.id}, UntidyName{Flaw::Untidy, Account::name.id},
    NoRegion{Flaw::Missing, Account::region.id}, Unreachable{Flaw::Unreachable, 0};

struct Checked : UntidyCompany {
    Checked()
    {
        check.start(Account::entity);
        REQUIRE(waitFor([this] { return !check.isRunning(); }));
    }
    QSet<Uuid> found(const FieldFlaw &flaw) const { return check.records(flaw); }

    QualityCheck check{*company.records};
};

} // namespace

TEST_CASE("each flaw has its records")
{
    const Checked world;
    CHECK(world.check.looked() == 10);
    CHECK(world.found(WrongPhone) == QSet<Uuid>{world.account(1)});
    CHECK(world.found(UntidyPhone) == QSet<Uuid>{world.account(2), world.account(3)});
    CHECK(world.found(UntidyName) == QSet<Uuid>{world.account(3)});
    CHECK(world.found(Unreachable) == QSet<Uuid>{world.account(4)});
    CHECK(world.found(NoRegion) == QSet<Uuid>{world.account(5)});
}

TEST_CASE("a record that is mended leaves the findings, one that is spoilt or new comes in")
{
    Checked world;
    model::Record mended = world.company.accounts[1];
    mended.set(Account::phone, QStringLiteral("021-62751234"));
    REQUIRE(world.company.records->save(mended));
    CHECK(world.found(WrongPhone).isEmpty());
    model::Record spoilt = world.company.accounts[7];
    spoilt.set(Account::phone, QStringLiteral("7"));
    world.company.records->arrive(spoilt);
    CHECK(world.found(WrongPhone) == QSet<Uuid>{world.account(7)});
    REQUIRE(world.company.records->remove({spoilt.ref()}));
    CHECK(world.found(WrongPhone).isEmpty());
}

TEST_CASE("what is tidied is what the user may write, and it is one action")
{
    Checked world;
    TidyPlan plan(*world.company.records, Account::entity, {{Account::phone.id, world.found(UntidyPhone)}, {Account::name.id, world.found(UntidyName)}});
    REQUIRE(waitFor([&] { return plan.isReady(); }));
    CHECK(plan.values().at(Account::phone.id).size() == 2);
    std::optional<Result<Saved>> saved;
    QObject context;
    world.company.records->saveMany(plan.change({Account::phone.id}), &context, [](qsizetype) { return true; }, [&](const Result<Saved> &done) { saved = done; });
    REQUIRE(waitFor([&] { return saved.has_value(); }));
    CHECK(world.company.records->actions.last() == QStringLiteral("tidy"));
    const auto phone = [&](qsizetype at) { return QString(world.company.records->load(world.company.accounts[at].ref())->value(Account::phone.id).text()); };
    CHECK(phone(2) == QStringLiteral("021-62751235"));
    CHECK(phone(3) == QStringLiteral("021-62751236"));
    CHECK(world.found(UntidyPhone).isEmpty());
    CHECK(world.found(UntidyName) == QSet<Uuid>{world.account(3)}); // its field was not chosen
    REQUIRE(world.company.records->undo((*saved)->action));
    CHECK(phone(2) == QString::fromUtf8("电话：(021)62751235"));
}
