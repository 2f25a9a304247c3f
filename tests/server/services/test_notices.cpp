// SPDX-License-Identifier: GPL-3.0-or-later
// What desks tell of themselves: records that left the program.
#include "smallcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

struct Told : SmallCompany {
    explicit Told(storage::Backend backend) : SmallCompany(backend) {}

    /// What a desk sends, with whatever else it claims.
    Record notice(qint64 kind)
    {
        Record event(server.catalogue().at(AuditEvent::entity), ids.next());
        event.set(AuditEvent::kind, kind);
        event.set(AuditEvent::toldAt, clock.wallMs() - 86'400'000);
        event.set(AuditEvent::detail, QStringLiteral("{\"view\":\"客户\",\"records\":3}"));
        return event;
    }
    QList<Record> events() { return server.all(AuditEvent::entity); }

    Uuid annId = user(QStringLiteral("ann"), east, own);
    Uuid beaId = user(QStringLiteral("bea"), west, all);
    WireClient ann{server, QStringLiteral("ann"), annId, clock};
    WireClient bea{server, QStringLiteral("bea"), beaId, clock};
};

} // namespace

TEST_CASE("a desk may say that records left it, and the server says whose desk that was and when it heard of it")
{
    Told company(GUANXI_ON_BOTH);
    const auto kind = GENERATE(AuditEvent::Export, AuditEvent::Print);
    Record claimed = company.notice(kind);
    claimed.set(AuditEvent::user, company.beaId);
    claimed.set(AuditEvent::at, qint64(5));
    claimed.set(AuditEvent::computer, QStringLiteral("Bea's"));
    claimed.set(AuditEvent::address, QStringLiteral("1.2.3.4"));
    const PushResult result = company.ann.push({insertionOf(claimed)});
    CHECK(result.status == PushStatus::Applied);

    REQUIRE(company.events().size() == 1);
    const Record event = company.events().first();
    CHECK(event[AuditEvent::kind] == kind);
    CHECK(event[AuditEvent::user] == company.annId);
    CHECK(event[AuditEvent::at] == company.clock.wallMs());
    CHECK(event[AuditEvent::toldAt] == claimed[AuditEvent::toldAt]);
    CHECK(event[AuditEvent::detail] == claimed[AuditEvent::detail]);
    CHECK(event[AuditEvent::computer] == QLatin1String("ann"));
    CHECK(event.isNull(AuditEvent::address));
    // Nobody's desk is told of it, not even that of an administrator.
    CHECK_FALSE(company.ann.pullAll().contains(event.ref()));
    CHECK_FALSE(company.bea.pullAll().contains(event.ref()));
}

TEST_CASE("a desk makes up no other events, and changes or takes back none")
{
    Told company(GUANXI_ON_BOTH);
    for (const qint64 kind : {AuditEvent::Reveal, AuditEvent::SignIn, AuditEvent::Configuration})
        CHECK(company.ann.push({insertionOf(company.notice(kind))}).status == PushStatus::Parked);
    CHECK(company.events().isEmpty());

    const Record told = company.notice(AuditEvent::Export);
    const ChangeSet set = company.ann.set({insertionOf(told)});
    REQUIRE(company.ann.push(set).status == PushStatus::Applied);
    const Record event = company.events().value(0);
    CHECK(company.ann.push({edit(event, AuditEvent::detail.id, QStringLiteral("{}"))}).status == PushStatus::Parked);
    CHECK(company.ann.push({edit(event, AuditEvent::kind.id, qint64(AuditEvent::Print))}).status == PushStatus::Parked);
    CHECK(company.ann.push({deletion(event)}).status == PushStatus::Parked);
    ChangeSet undo = company.ann.set({deletion(event)}, true);
    undo.name = UndoName;
    undo.args.insert(UndoneAction, set.action.text());
    CHECK(company.ann.push(undo).status == PushStatus::Parked);
    // In somebody else's name it is not told again either.
    CHECK(company.bea.push({insertionOf(told)}).status == PushStatus::Parked);
    CHECK(company.ann.push({insertionOf(told)}).status == PushStatus::Applied);

    REQUIRE(company.events().size() == 1);
    CHECK(company.events().first().sameContent(event));
    CHECK_FALSE(company.events().first().isDeleted());
}

TEST_CASE("what is told of a record that the teller cannot see, or that is not there, is kept and tells him nothing")
{
    Told company(GUANXI_ON_BOTH);
    Record about = company.notice(AuditEvent::Export);
    about.set(AuditEvent::record, RecordRef{Account::entity, GENERATE(Uuid::named("nowhere"), Uuid())});
    if (about[AuditEvent::record].isNull())
        about.set(AuditEvent::record, company.account(QStringLiteral("Haier"), company.beaId, company.west).ref());
    CHECK(company.ann.push({insertionOf(about)}).status == PushStatus::Applied);
    CHECK(company.events().value(0)[AuditEvent::record] == about[AuditEvent::record]);
    CHECK_FALSE(company.ann.heard().contains("Haier"));
}
