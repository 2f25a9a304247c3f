// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/segments.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

qint64 membersOf(MemoryDesk &desk, const Record &segment)
{
    storage::Query query;
    query.entity = Account::entity;
    query.filter = Segments(desk.records()).filterOf(segment);
    return must(desk.records().count(query));
}

/// Saves it in steps, as the commands do, and answers how many rows it was about.
int saved(MemoryDesk &desk, const BulkChange &work, const std::shared_ptr<int> &count)
{
    std::optional<Result<Saved>> result;
    QObject context;
    desk.records().saveMany(work, &context, [](qsizetype) { return true; }, [&](const Result<Saved> &now) { result = now; });
    REQUIRE(tests::waitFor([&] { return result.has_value(); }));
    must(*result);
    return *count;
}

} // namespace

TEST_CASE("a segment made offline has its members at the other desks, as far as they may see them")
{
    DeskCompany company;
    for (const Uuid &role : {company.all, company.own})
        for (const EntityId entity : {Segment::entity, SegmentMember::entity})
            company.server.allow(role, entity, Reach::All, true);
    const Record hers = company.account(QStringLiteral("A"), company.annId);
    const Record his = company.account(QStringLiteral("B"), company.beaId);
    company.account(QStringLiteral("C"), company.beaId);
    company.settle();
    company.bea.cut();
    Segments segments(company.bea.records());
    const Record segment = segments.make(Account::entity, QStringLiteral("Fair"), segmentkind::Static);
    const auto count = std::make_shared<int>(0);
    CHECK(saved(company.bea, segments.adding(segment, {hers.ref(), his.ref()}, count), count) == 2);
    CHECK(membersOf(company.bea, segment) == 2);
    CHECK(saved(company.bea, segments.adding(segment, {his.ref()}, count), count) == 0);
    company.meet();
    CHECK(membersOf(company.ann, segment) == 1);
    must(segments.saveFilter(Account::entity, QStringLiteral("Names"), storage::Filter::is(Account::name.id, QStringLiteral("B"))));
    CHECK(membersOf(company.bea, segments.of(Account::entity, segmentkind::Filter).value(0)) == 1);
    CHECK(saved(company.bea, segments.removing(segment, {his.ref(), hers.ref()}, count), count) == 2);
    CHECK(membersOf(company.bea, segment) == 0);
    company.settle();
    company.checkExact(company.bea);
}

TEST_CASE("a segment takes more members than fit one change set, as one action that is taken back as one")
{
    DeskCompany company;
    for (const EntityId entity : {Segment::entity, SegmentMember::entity})
        company.server.allow(company.all, entity, Reach::All, true);
    QList<RecordRef> members;
    for (int i = 0; i < 1100; ++i)
        members.append(company.account(QStringLiteral("A%1").arg(i), company.beaId).ref());
    company.settle();
    Segments segments(company.bea.records());
    const Record segment = segments.make(Account::entity, QStringLiteral("Fair"), segmentkind::Static);
    const auto count = std::make_shared<int>(0);
    const qint64 before = company.bea.outbox().lastSeq();
    CHECK(saved(company.bea, segments.adding(segment, members, count), count) == 1100);
    CHECK(company.bea.outbox().lastSeq() - before == 3);
    CHECK(membersOf(company.bea, segment) == 1100);
    company.settle();
    CHECK(company.server.all(SegmentMember::entity).size() == 1100);
    CHECK(saved(company.bea, segments.adding(segment, members, count), count) == 0);
    must(company.bea.records().undo(company.bea.records().lastUndoable()));
    company.settle();
    CHECK(membersOf(company.bea, segment) == 0);
    company.checkExact(company.bea);
}
