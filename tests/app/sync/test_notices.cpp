// SPDX-License-Identifier: GPL-3.0-or-later
// Records that leave the program are noted at the server, whenever it is met.
#include "tests/server/services/smallcompany.h"
#include "tests/support/faultydisk.h"
#include "tests/support/memorydesk.h"

#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

struct Noting : SmallCompany {
    explicit Noting(storage::Backend backend) : SmallCompany(backend)
    {
        ann.connectToServer();
        settle();
    }
    void settle() { test::settle(server, {&ann}, clock); }
    Departure departure(qint64 records)
    {
        Departure departure;
        departure.view = QStringLiteral("客户");
        departure.entity = Account::entity;
        departure.records = records;
        departure.format = QStringLiteral("xlsx");
        departure.filter = QStringLiteral("城市：上海");
        return departure;
    }
    QList<Record> events() { return server.all(AuditEvent::entity); }

    QTemporaryDir folder;
    Uuid annId = user(QStringLiteral("ann"), east, own);
    MemoryDesk ann{server, server.catalogue(), {annId, server.addReplica(annId, QStringLiteral("ann")), QStringLiteral("ann")}, clock, random,
                   folder.path()};
};

} // namespace

TEST_CASE("what was taken out without the server is told once it is back, although the program was killed between")
{
    Noting company(GUANXI_ON_BOTH);
    company.ann.cut();
    const qint64 then = company.clock.wallMs();
    REQUIRE(company.ann.records().note(company.departure(1234)).ok());
    company.ann.crash();
    company.clock.advance(3'600'000);
    company.ann.connectToServer();
    company.settle();

    // No desk holds it, that of its author neither.
    storage::Query held;
    held.entity = AuditEvent::entity;
    CHECK(company.ann.records().count(held).value() == 0);
    REQUIRE(company.events().size() == 1);
    const Record event = company.events().first();
    CHECK(event[AuditEvent::kind] == AuditEvent::Export);
    CHECK(event[AuditEvent::user] == company.annId);
    CHECK(event[AuditEvent::computer] == QLatin1String("ann"));
    CHECK(event[AuditEvent::toldAt] == then);
    CHECK(event[AuditEvent::at] >= then + 3'600'000);
    CHECK(event[AuditEvent::detail].contains(QStringLiteral("1234")));
    CHECK(event[AuditEvent::detail].contains(QStringLiteral("城市：上海")));
    CHECK(company.ann.outbox().unsent() == 0);
    CHECK(company.ann.outbox().parked() == 0);
    CHECK_FALSE(company.ann.rows().contains(event.ref()));
}

TEST_CASE("what was printed is told as printed")
{
    Noting company(GUANXI_ON_BOTH);
    REQUIRE(company.ann.records().note(company.departure(3).by(QStringLiteral("printer"))).ok());
    company.settle();
    REQUIRE(company.events().size() == 1);
    CHECK(company.events().first()[AuditEvent::kind] == AuditEvent::Print);
}

TEST_CASE("a notice cannot be taken back at the desk, and Ctrl+Z passes over it")
{
    Noting company(GUANXI_ON_BOTH);
    const bool sent = GENERATE(true, false);
    if (!sent)
        company.ann.cut();
    REQUIRE(company.ann.records().note(company.departure(1)).ok());
    if (sent)
        company.settle();
    CHECK(company.ann.records().lastUndoable().isNull());
    const OutboxEntry entry = must(company.ann.outbox().entry(company.ann.outbox().lastSeq()));
    const Result<Saved> undone = company.ann.records().undo(entry.set.action);
    CHECK((undone && undone->seq == 0));
    company.ann.crash();
    CHECK(company.ann.records().lastUndoable().isNull());
    company.ann.connectToServer();
    company.settle();
    REQUIRE(company.events().size() == 1);
    CHECK_FALSE(company.events().first().isDeleted());
    CHECK(company.ann.outbox().parked() == 0);
}

TEST_CASE("a record that was made and taken out at once, and then refused, does not take its notice along")
{
    Noting company(GUANXI_ON_BOTH);
    company.ann.cut();
    Record doubled = company.newAccount(QStringLiteral("Baosteel"), company.annId);
    REQUIRE(company.ann.records().save(doubled).ok());
    Departure departure = company.departure(1);
    departure.record = doubled.ref();
    REQUIRE(company.ann.records().note(departure).ok());
    Record other(doubled.entity(), doubled.id());
    other.set(Account::name, QStringLiteral("Ansteel"));
    other.set(Account::status, qint64(Account::Potential));
    company.server.insert(other); // somebody else has that place
    company.ann.connectToServer();
    company.settle();
    CHECK(company.ann.outbox().parked() == 1);
    REQUIRE(company.events().size() == 1);
    CHECK(company.events().first()[AuditEvent::record] == doubled.ref());
}

TEST_CASE("on a full disk nothing is noted, and whoever asks is told")
{
    SmallCompany company(storage::Backend::Sqlite);
    SeededRandom chance{1};
    FaultyDisk disk{chance};
    const Uuid annId = company.user(QStringLiteral("ann"), company.east, company.own);
    MemoryDesk laptop{company.server, company.server.catalogue(), {annId, company.server.addReplica(annId, QStringLiteral("laptop")), QStringLiteral("ann")}, company.clock, chance, disk.path()};
    laptop.setFaultHandler([](const Error &) {});
    laptop.connectToServer();
    test::settle(company.server, {&laptop}, company.clock);
    disk.fail(FaultyDisk::Fault::Full, 1);
    const Result<void> noted = laptop.records().note({});
    REQUIRE_FALSE(noted.ok());
    CHECK(noted.error().code == ErrorCode::DiskFull);
    CHECK(laptop.outbox().unsent() == 0);
}
