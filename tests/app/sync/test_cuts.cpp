// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

/// A wire that dies in both directions with the write after `limit` others, in the middle of it or before it.
protocol::MemoryLink::Hook cutAfter(int limit, int &writes, bool inTheMiddle)
{
    return [limit, &writes, inTheMiddle](protocol::Role, QByteArray &bytes) -> std::optional<qint64> {
        if (++writes <= limit)
            return 0;
        if (!inTheMiddle || writes != limit + 1)
            return std::nullopt;
        bytes.truncate(bytes.size() / 2);
        return 0;
    };
}

void run(DeskCompany &company, MemoryDesk &desk)
{
    for (int i = 0; i < 30; ++i) {
        desk.pump();
        company.server.hub().flush();
    }
}

/// Plays one morning with a connection that is lost at a certain message; false when it was not lost any more.
bool morning(DeskCompany &company, int limit, bool inTheMiddle, bool crash)
{
    company.ann.cut();
    const Record shared = company.account(QStringLiteral("Shared"), company.annId);
    const Record leaving = company.account(QStringLiteral("Leaving"), company.annId);
    company.meet();
    company.ann.cut();
    // A number of its own: that of another customer would bring advice.
    company.change(company.ann, shared.ref(), Account::phone.id, QStringLiteral("021-5555%1").arg(company.server.all(Account::entity).size(), 4, 10, QLatin1Char('0')));
    company.change(company.ann, shared.ref(), Account::shortName.id, QStringLiteral("mine"));
    const Record made = company.make(company.ann, QStringLiteral("Made"));
    must(company.ann.records().save(company.newContact(QStringLiteral("Wang"), made)));
    company.change(company.bea, shared.ref(), Account::shortName.id, QStringLiteral("theirs"));
    company.settle();
    Record moved = company.now(leaving);
    moved.setValue(system::Owner, company.beaId);
    moved.set(Account::accountManager, company.beaId);
    company.server.update(moved);
    const qint64 before = company.logged(company.ann.outbox().identity().replica);

    int writes = 0;
    company.ann.connectToServer(cutAfter(limit, writes, inTheMiddle));
    run(company, company.ann);
    company.change(company.bea, shared.ref(), Account::fax.id, QStringLiteral("021-55559999"));
    run(company, company.bea);
    run(company, company.ann);
    if (crash)
        company.ann.crash();
    company.ann.cut();
    company.meet();

    INFO("cut after message " << limit << (inTheMiddle ? ", in the middle" : "") << (crash ? ", with a crash" : ""));
    CHECK(company.logged(company.ann.outbox().identity().replica) == before + 4);
    CHECK(company.now(made).isValid());
    CHECK(company.now(shared)[Account::shortName] == QLatin1String("theirs"));
    CHECK(company.conflictsOf(shared).size() == 1);
    CHECK(company.ann.outbox().unsent() == 0);
    CHECK(company.shown(company.ann, leaving.ref(), Account::name) == QLatin1String("(not here)"));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
    return writes > limit;
}

} // namespace

TEST_CASE("a connection lost at any message costs nothing and repeats nothing")
{
    DeskCompany company;
    const bool inTheMiddle = GENERATE(false, true);
    const bool crash = GENERATE(false, true);
    int limit = 0;
    while (morning(company, limit, inTheMiddle, crash))
        ++limit;
    CHECK(limit > 8); // greeting, pulls, pushes, live messages: all of them were cut once
}

TEST_CASE("a server that dies at any message costs nothing and repeats nothing")
{
    DeskCompany company;
    for (int limit = 0; limit < 24; limit += 3) {
        company.ann.cut();
        const Record made = company.make(company.ann, QStringLiteral("Made"));
        int writes = 0;
        company.ann.connectToServer(cutAfter(limit, writes, false));
        run(company, company.ann);
        company.ann.cut();
        company.bea.cut();
        company.server.restart();
        company.meet();
        CHECK(company.now(made).isValid());
        company.checkExact(company.ann);
        company.checkExact(company.bea);
    }
}
