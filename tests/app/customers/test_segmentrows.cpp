// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/segments.h"
#include "tests/app/sync/deskcompany.h"

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
    int added = 0;
    must(segments.add(segment, {hers.ref(), his.ref()}, added));
    CHECK(added == 2);
    CHECK(membersOf(company.bea, segment) == 2);
    must(segments.add(segment, {his.ref()}, added));
    CHECK(added == 0);
    company.meet();
    CHECK(membersOf(company.ann, segment) == 1);
    must(segments.saveFilter(Account::entity, QStringLiteral("Names"), storage::Filter::is(Account::name.id, QStringLiteral("B"))));
    CHECK(membersOf(company.bea, segments.of(Account::entity, segmentkind::Filter).value(0)) == 1);
    int removed = 0;
    must(segments.remove(segment, {his.ref(), hers.ref()}, removed));
    CHECK(removed == 2);
    CHECK(membersOf(company.bea, segment) == 0);
    company.settle();
    company.checkExact(company.bea);
}
