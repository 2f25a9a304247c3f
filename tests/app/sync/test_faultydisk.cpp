// SPDX-License-Identifier: GPL-3.0-or-later
// The disk of a desktop fails for a moment.
#include "deskcompany.h"

#include "tests/support/faultydisk.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

struct Laptop : DeskCompany {
    SeededRandom chance{1};
    FaultyDisk disk{chance};
    MemoryDesk laptop{server, server.catalogue(), {annId, server.addReplica(annId, QStringLiteral("laptop")), QStringLiteral("ann")}, clock, chance, disk.path()};
    int faults = 0;
    bool stalled = false;

    Laptop()
    {
        laptop.setFaultHandler([this](const Error &) { ++faults; });
        QObject::connect(&laptop.engine(), &app::SyncEngine::stalled, &laptop.engine(), [this] { stalled = true; });
        laptop.connectToServer();
        test::settle(server, {&laptop}, clock);
    }
    /// Time passes until the desk asks for a new connection; nobody else connects it.
    void wait(int seconds)
    {
        for (int second = 0; second < seconds && !stalled; ++second) {
            while (laptop.pump())
                server.hub().flush();
            clock.advance(1000);
            laptop.engine().tick();
        }
    }
};

} // namespace

TEST_CASE("a desk whose disk failed while it signed in goes on once the disk is well")
{
    Laptop company;
    const Record made = company.make(company.laptop, QStringLiteral("Baosteel"));
    company.laptop.cut(); // what was under way is lost
    company.disk.fail(GENERATE(FaultyDisk::Fault::Broken, FaultyDisk::Fault::Full), GENERATE(1, 2, 5));
    company.laptop.connectToServer();
    company.wait(20);
    REQUIRE(company.faults > 0);
    company.disk.fail(FaultyDisk::Fault::None, 0);
    if (std::exchange(company.stalled, false))
        company.laptop.connectToServer();
    company.wait(5);

    CHECK(company.laptop.outbox().unsent() == 0);
    CHECK(company.server.record(made.ref()).isValid());
}

TEST_CASE("a live commit that could not be stored is pulled once the disk is well")
{
    Laptop company;
    company.disk.fail(GENERATE(FaultyDisk::Fault::Broken, FaultyDisk::Fault::Full), 1);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.wait(5);
    REQUIRE(company.faults > 0);
    CHECK(company.shown(company.laptop, account.ref(), Account::name) == QLatin1String("Baosteel"));
}

TEST_CASE("what was saved while the local copy could not be written shows a second later, without a server")
{
    Laptop company;
    company.laptop.disconnect();
    storage::Database &copy = company.laptop.cache().database();
    REQUIRE(copy.execute("CREATE TRIGGER full BEFORE INSERT ON overlay BEGIN SELECT RAISE(ABORT, 'full'); END").ok());
    const Record made = company.make(company.laptop, QStringLiteral("Baosteel"));
    REQUIRE(copy.execute("DROP TRIGGER full").ok());
    REQUIRE_FALSE(company.laptop.rows().contains(made.ref()));
    QSet<RecordRef> told;
    QObject::connect(&company.laptop.engine(), &app::SyncEngine::changed, &company.laptop.engine(), [&](const QSet<RecordRef> &refs) { told += refs; });
    company.laptop.tick();
    CHECK(told.contains(made.ref()));
    CHECK(company.shown(company.laptop, made.ref(), Account::name) == QLatin1String("Baosteel"));
}
