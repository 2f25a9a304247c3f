// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/transferplan.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

/// Hands all customers of `from` over at that desk and answers what was saved.
Saved handOver(MemoryDesk &desk, TransferPlan &plan, const Uuid &from, const Uuid &to)
{
    TransferOrder order;
    order.from = from;
    order.to = {to};
    plan.prepare(order);
    REQUIRE(tests::waitFor([&] { return plan.isReady(); }));
    std::optional<Result<Saved>> result;
    QObject context;
    if (plan.total() == 0)
        return {};
    plan.perform(&context, [](qsizetype) { return true; }, [&](const Result<Saved> &saved) { result = saved; });
    REQUIRE(tests::waitFor([&] { return result.has_value(); }));
    REQUIRE(desk.outbox().lastSeq() > 0);
    return must(*result);
}

} // namespace

TEST_CASE("a hand-over made offline moves the customers everywhere, and back when it is undone")
{
    DeskCompany company(GUANXI_ON_BOTH);
    company.server.allow(company.all, OwnershipTransfer::entity, Reach::All, true);
    QList<Record> accounts;
    for (int i = 0; i < 5; ++i)
        accounts.append(company.account(QStringLiteral("A%1").arg(i), company.annId));
    company.contact(QStringLiteral("C"), accounts[0]);
    const Uuid cho = company.user(QStringLiteral("cho"), company.west, company.own);
    company.settle();
    REQUIRE(company.ann.records().load(accounts[0].ref()).ok());
    company.bea.cut();
    TransferPlan plan(company.bea.records());
    const Saved saved = handOver(company.bea, plan, company.annId, cho);
    CHECK(plan.count(0, 0) == 5);
    CHECK(company.server.record(accounts[0].ref())[Account::accountManager] == company.annId);
    company.meet();
    for (const Record &account : accounts) {
        CHECK(company.server.record(account.ref())[Account::accountManager] == cho);
        CHECK(company.server.record(account.ref()).value(system::Department).id() == company.west);
        CHECK_FALSE(company.ann.records().load(account.ref()).ok());
    }
    const QList<Record> papers = company.server.all(OwnershipTransfer::entity);
    REQUIRE(papers.size() == 1);
    CHECK(papers.first()[OwnershipTransfer::toUser] == cho);
    CHECK(papers.first()[OwnershipTransfer::performedBy] == company.beaId);
    CHECK_FALSE(papers.first()[OwnershipTransfer::number].isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);

    must(company.bea.records().undo(saved.action));
    company.settle();
    for (const Record &account : accounts)
        CHECK(company.server.record(account.ref())[Account::accountManager] == company.annId);
    CHECK(company.ann.records().load(accounts[0].ref()).ok());
    company.checkExact(company.bea);
}

TEST_CASE("customers that the user may see but not hand over are counted and stay")
{
    DeskCompany company(GUANXI_ON_BOTH);
    company.server.allow(company.own, OwnershipTransfer::entity, Reach::Own, true);
    const Uuid viewer = company.server.addRole(QStringLiteral("viewer"), {{Account::entity, Reach::All}}, false);
    company.server.grant(company.annId, viewer);
    for (int i = 0; i < 3; ++i)
        company.account(QStringLiteral("B%1").arg(i), company.beaId);
    company.settle();
    TransferPlan plan(company.ann.records());
    CHECK(handOver(company.ann, plan, company.beaId, company.annId).action.isNull());
    CHECK(plan.total() == 0);
    CHECK(plan.stays(0).forbidden == 3);
}
