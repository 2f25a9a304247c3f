// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

/// What a desktop would hold that starts from nothing is what the rows and rights say.
void checkExact(SmallCompany &company, WireClient &client)
{
    const auto expected = company.server.projection(company.server.rightsOf(client.user()));
    const auto pulled = client.pullAll();
    CHECK(pulled.size() == expected.size());
    for (const Record &row : expected)
        CHECK(pulled.value(row.ref()).sameContent(row));
}

} // namespace

TEST_CASE("a customer that moves takes contacts and interactions along, deleted ones too")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.west, company.own);
    WireClient a(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient b(company.server, QStringLiteral("bea"), bea, company.clock);
    Record account = company.account(QStringLiteral("Baosteel"), ann, company.east);
    const Record contact = company.contact(QStringLiteral("Wang"), account);
    const Record gone = company.contact(QStringLiteral("Li"), account);
    const Record talk = company.interaction(QStringLiteral("call"), account);
    a.push({deletion(gone)});
    a.pullAll();
    b.pullAll();
    a.take<Live>();
    b.take<Live>();
    account.setValue(system::Owner, bea);
    account.set(Account::accountManager, bea);
    company.server.update(account);
    a.send(Ping{1});
    b.send(Ping{1});
    const QList<Live> left = a.take<Live>();
    REQUIRE(left.size() == 1);
    CHECK(left[0].removes.size() == 4);
    CHECK(left[0].upserts.isEmpty());
    const QList<Live> arrived = b.take<Live>();
    REQUIRE(arrived.size() == 1);
    CHECK(arrived[0].upserts.size() == 4);
    for (const RecordRef &ref : {account.ref(), contact.ref(), gone.ref(), talk.ref()}) {
        CHECK_FALSE(a.pullAll().contains(ref));
        CHECK(b.pullAll().contains(ref));
    }
    checkExact(company, a);
    checkExact(company, b);
}

TEST_CASE("a contact that goes to another customer goes to that customer's people")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.west, company.own);
    WireClient a(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient b(company.server, QStringLiteral("bea"), bea, company.clock);
    const Record from = company.account(QStringLiteral("From"), ann);
    const Record to = company.account(QStringLiteral("To"), bea);
    Record contact = company.contact(QStringLiteral("Wang"), from);
    contact.set(Contact::account, to.id());
    company.server.update(contact);
    CHECK_FALSE(a.pullAll().contains(contact.ref()));
    CHECK(b.pullAll().contains(contact.ref()));
}

TEST_CASE("each reach shows exactly its rows")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.east, company.ofDepartment);
    const Uuid cat = company.user(QStringLiteral("cat"), company.west, company.all);
    for (const Uuid &owner : {ann, bea, cat})
        for (const Uuid &department : {company.east, company.west}) {
            const Record account = company.account(QStringLiteral("A"), owner, department);
            company.contact(QStringLiteral("C"), account);
        }
    const auto accounts = [&](const QString &login, const Uuid &user) {
        WireClient client(company.server, login, user, company.clock);
        checkExact(company, client);
        const auto rows = client.pullAll();
        return std::count_if(rows.begin(), rows.end(), [](const Record &row) { return row.entity().id == Account::entity; });
    };
    CHECK(accounts(QStringLiteral("ann"), ann) == 2);
    CHECK(accounts(QStringLiteral("bea"), bea) == 4);
    CHECK(accounts(QStringLiteral("cat"), cat) == 6);
}

TEST_CASE("rights granted, revoked and expired reach a connected client at once")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    company.account(QStringLiteral("East"), {}, company.east);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const auto rows = [&] {
        checkExact(company, client);
        return client.pullAll().size();
    };
    const qsizetype before = rows();
    const Uuid grant = company.server.grant(ann, company.ofDepartment);
    client.send(Ping{1});
    REQUIRE(client.take<RightsChanged>().size() == 1);
    CHECK(rows() == before + 1);
    company.server.revoke(grant);
    client.send(Ping{2});
    REQUIRE(client.take<RightsChanged>().size() == 1);
    CHECK(rows() == before);
    company.server.grant(ann, company.ofDepartment, company.clock.wallMs() + 5000);
    client.send(Ping{3});
    client.take<RightsChanged>();
    CHECK(rows() == before + 1);
    company.clock.advance(6000);
    company.server.hub().tick();
    client.send(Ping{4});
    REQUIRE(client.take<RightsChanged>().size() == 1);
    CHECK(rows() == before);
}

TEST_CASE("who loses the last role, or is disabled, is shown the door and stays outside")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east);
    const Uuid bea = company.user(QStringLiteral("bea"), company.east, company.own);
    const Uuid grant = company.server.grant(ann, company.own);
    WireClient a(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient b(company.server, QStringLiteral("bea"), bea, company.clock);
    company.server.revoke(grant);
    a.send(Ping{1});
    CHECK(a.take<ErrorMessage>().value(0).code == ErrorCode::GrantExpired);
    CHECK_FALSE(a.isOpen());
    a.connect();
    CHECK(a.take<ErrorMessage>().value(0).code == ErrorCode::GrantExpired);
    Record user = company.server.record({User::entity, bea});
    user.set(User::active, qint64(0));
    company.server.update(user);
    b.send(Ping{1});
    CHECK(b.take<ErrorMessage>().value(0).code == ErrorCode::UserDisabled);
}

TEST_CASE("a push that waits when the right goes is judged by the rights of now")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid grant = company.server.grant(ann, company.all);
    const Record account = company.account(QStringLiteral("Foreign"), {}, company.west);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const ChangeSet set = client.set({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    company.server.revoke(grant);
    CHECK(client.push(set).code == ErrorCode::NotAllowed);
}

TEST_CASE("all sessions of somebody share what he may do, and people of the same roles differ in who they are only")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.east, company.own);
    const Uuid cem = company.user(QStringLiteral("cem"), company.west, company.own);
    server::RightsService &service = company.server.hub().rights();
    const qint64 now = company.clock.wallMs();
    const server::SharedStanding first = service.standingOf(ann, now).value();
    CHECK(service.standingOf(ann, now + 1).value() == first);
    const Rights hers = service.rightsOf(bea, now).value();
    CHECK(hers.user() == bea);
    CHECK_FALSE(hers == first->rights);
    CHECK(hers.projection() == first->projection);
    const RowPlace place{{bea}, company.east, {}, false};
    CHECK(hers.may(Action::Edit, Account::entity, place));
    CHECK_FALSE(first->rights.may(Action::Edit, Account::entity, place));
    CHECK(service.rightsOf(cem, now).value().department() == company.west);
    // Made anew when rights change.
    company.server.grant(ann, company.all);
    const server::SharedStanding after = service.standingOf(ann, now + 2).value();
    CHECK(after != first);
    CHECK(after->version != first->version);
    CHECK(after->rights.may(Action::Edit, Account::entity, place));
    CHECK_FALSE(first->rights.may(Action::Edit, Account::entity, place));
}

TEST_CASE("a role that was deleted grants nothing any more")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    REQUIRE_FALSE(company.server.rightsOf(ann).isEmpty());
    company.server.commit({{ChangeKind::Delete, {model::Role::entity, company.own}, 0, {}}});
    CHECK(company.server.rightsOf(ann).isEmpty());
}
