// SPDX-License-Identifier: GPL-3.0-or-later
// What lines of documents come to, at desks without a network and at the server.
#include "common/model/catalogue/platform.h"
#include "tests/app/sales/sellingcompany.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using storage::test::must;

TEST_CASE("A quote written without a network says what it comes to, and the server works out the same, on both databases")
{
    SellingCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    company.ann.cut();
    Record taxed = company.line(company.ann, 3 * One, 10 * One);
    taxed.set(QuoteLine::taxRate, qint64(1300));
    must(company.ann.records().save(taxed));
    company.line(company.ann, 25'000, 4 * One, 2);
    CHECK(company.totalAt(company.ann) == 439'000);
    CHECK(must(company.ann.records().load(taxed.ref()))[QuoteLine::amount] == 30 * One);
    company.meet();
    const Record stored = company.server.record(company.quote.ref());
    CHECK(stored[Quote::subtotal] == 40 * One);
    CHECK(stored[Quote::taxAmount] == 39'000);
    CHECK(stored[Quote::total] == 439'000);
    CHECK(stored[Quote::baseTotal] == 439'000);
    CHECK(company.server.record(taxed.ref())[QuoteLine::amount] == 30 * One);
    company.checkExact(company.ann);
    company.checkExact(company.bea);

    // A line that goes, and comes back.
    const app::Saved gone = must(company.ann.records().remove({taxed.ref()}));
    CHECK(company.totalAt(company.ann) == 10 * One);
    company.settle();
    CHECK(company.totalAtServer() == 10 * One);
    must(company.ann.records().undo(gone.action));
    CHECK(company.totalAt(company.ann) == 439'000);
    company.settle();
    CHECK(company.totalAtServer() == 439'000);
    company.change(company.bea, company.quote.ref(), Quote::exchangeRate.id, Value(2'000'000));
    company.settle();
    CHECK(company.server.record(company.quote.ref())[Quote::baseTotal] == 878'000);
    company.checkExact(company.ann);
}

TEST_CASE("Two who change lines of one quote apart keep both, and the total is that of all lines, on both databases")
{
    SellingCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record shared = company.line(company.ann, 1 * One, 100 * One);
    company.settle();
    company.ann.cut();
    company.bea.cut();
    company.line(company.ann, 1 * One, 10 * One, 2);
    company.line(company.bea, 1 * One, 1 * One, 2);
    company.change(company.ann, shared.ref(), QuoteLine::quantity.id, Value(2 * One));
    company.change(company.bea, shared.ref(), QuoteLine::discount.id, Value(5'000));
    CHECK(company.totalAt(company.ann) == 210 * One);
    CHECK(company.totalAt(company.bea) == 51 * One);
    company.meet();
    CHECK(company.totalAtServer() == 111 * One);
    CHECK(company.totalAt(company.ann) == 111 * One);
    CHECK(company.totalAt(company.bea) == 111 * One);
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("Lines of a quote that waits for approval are refused, and what was written offline is kept for its author, on both databases")
{
    SellingCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record line = company.line(company.ann, 1 * One, 100 * One);
    company.settle();
    company.ann.cut();
    company.change(company.ann, line.ref(), QuoteLine::quantity.id, Value(5 * One));
    company.line(company.ann, 1 * One, 10 * One, 2);
    Record locked = company.server.record(company.quote.ref());
    locked.set(Quote::status, qint64(Quote::Pending));
    company.server.update(locked);
    company.meet();
    CHECK(company.server.record(line.ref())[QuoteLine::quantity] == 1 * One);
    CHECK(company.totalAtServer() == 100 * One);
    CHECK(company.totalAt(company.ann) == 100 * One);
    const QList<Record> kept = company.server.all(Conflict::entity);
    REQUIRE(kept.size() == 2);
    for (const Record &conflict : kept)
        CHECK_FALSE(conflict[Conflict::parked].isEmpty());
    // Once the desk knows, it refuses at once; also taking a line away.
    const qint64 seq = company.ann.outbox().lastSeq();
    Record more = line;
    more.set(QuoteLine::quantity, 7 * One);
    CHECK(company.ann.records().save(more).error().code == ErrorCode::WrongState);
    CHECK(company.ann.records().remove({line.ref()}).error().code == ErrorCode::WrongState);
    CHECK(company.ann.outbox().lastSeq() == seq);
    company.checkExact(company.ann);
}

TEST_CASE("A line taken away without a network from a quote that was locked meanwhile stays, on both databases")
{
    SellingCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record line = company.line(company.ann, 1 * One, 100 * One);
    company.settle();
    company.ann.cut();
    must(company.ann.records().remove({line.ref()}));
    Record locked = company.server.record(company.quote.ref());
    locked.set(Quote::status, qint64(Quote::Pending));
    company.server.update(locked);
    company.meet();
    CHECK_FALSE(company.server.record(line.ref()).isDeleted());
    CHECK(company.conflictsOf(line).size() == 1);
    company.checkExact(company.ann);
}

TEST_CASE("A line taken off a quote that somebody deleted meanwhile is no conflict: what a desk foretells is no edit, on both databases")
{
    SellingCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record line = company.line(company.ann, 1 * One, 100 * One);
    company.settle();
    company.ann.cut();
    must(company.ann.records().remove({line.ref()}));
    must(company.bea.records().remove({company.quote.ref()}));
    company.meet();
    CHECK(company.server.record(line.ref()).isDeleted());
    CHECK(company.server.record(company.quote.ref()).isDeleted());
    CHECK(company.server.all(Conflict::entity).isEmpty());
    company.checkExact(company.ann);
}

TEST_CASE("Whoever does not see prices foretells no totals, and the server's stay")
{
    SellingCompany company;
    const Record line = company.line(company.bea, 1 * One, 100 * One);
    company.settle();
    company.server.hideField(company.own, QuoteLine::entity, QuoteLine::unitPrice.id, FieldRight::Hidden);
    company.settle();
    company.ann.cut();
    company.change(company.ann, line.ref(), QuoteLine::quantity.id, Value(2 * One));
    CHECK(company.totalAt(company.ann) == 100 * One);
    company.meet();
    CHECK(company.totalAt(company.ann) == 200 * One);
    CHECK(company.server.record(line.ref())[QuoteLine::unitPrice] == 100 * One);
}
