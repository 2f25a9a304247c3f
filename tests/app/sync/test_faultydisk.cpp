// SPDX-License-Identifier: GPL-3.0-or-later
// The disk of a desktop fails for a moment.
#include "deskcompany.h"

#include "tests/support/faultydisk.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

TEST_CASE("a desk whose disk failed while it signed in goes on once the disk is well")
{
    DeskCompany company;
    SeededRandom random(1);
    FaultyDisk disk(random);
    const OpenDoor::Member member{company.annId, company.server.addReplica(company.annId, QStringLiteral("laptop")), QStringLiteral("ann")};
    MemoryDesk laptop(company.server, company.server.catalogue(), member, company.clock, random, disk.path());
    int faults = 0;
    bool stalled = false;
    laptop.setFaultHandler([&](const Error &) { ++faults; });
    QObject::connect(&laptop.engine(), &app::SyncEngine::stalled, &laptop.engine(), [&] { stalled = true; });
    laptop.connectToServer();
    settle(company.server, {&laptop}, company.clock);
    const Record made = company.make(laptop, QStringLiteral("Baosteel"));
    laptop.cut(); // what was under way is lost

    disk.fail(GENERATE(FaultyDisk::Fault::Broken, FaultyDisk::Fault::Full), GENERATE(1, 2, 5));
    laptop.connectToServer();
    settle(company.server, {&laptop}, company.clock, 30);
    REQUIRE(faults > 0);
    disk.fail(FaultyDisk::Fault::None, 0);
    if (stalled)
        laptop.connectToServer();
    settle(company.server, {&laptop}, company.clock, 30);

    CHECK(laptop.engine().isQuiet());
    CHECK(company.server.record(made.ref()).isValid());
}
