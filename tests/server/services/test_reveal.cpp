// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

const QString Number = QStringLiteral("6222021234567890123");

/// Ann looks after a customer whose bank account she sees masked; so does Bea, who may look at all of them.
struct Masked : SmallCompany {
    explicit Masked(storage::Backend backend) : SmallCompany(backend)
    {
        for (const Uuid &role : {own, all})
            server.hideField(role, Account::entity, Account::bankAccount.id, FieldRight::Masked);
        Record record = newAccount(QStringLiteral("Baosteel"), annId);
        record.set(Account::status, qint64(Account::Potential));
        record.set(Account::bankAccount, Number);
        server.insert(record);
        account = now(record);
    }
    QList<Record> reveals()
    {
        QList<Record> events;
        for (const Record &event : server.all(AuditEvent::entity))
            if (event[AuditEvent::kind] == AuditEvent::Reveal)
                events.append(event);
        return events;
    }

    Uuid annId = user(QStringLiteral("ann"), east, own);
    WireClient ann{server, QStringLiteral("ann"), annId, clock};
    Record account;
};

} // namespace

TEST_CASE("a masked field travels masked and is revealed to who looks after the record, on the record")
{
    Masked company(GUANXI_ON_BOTH);
    const QString travelled = company.ann.pullAll().value(company.account.ref())[Account::bankAccount];
    CHECK(travelled.startsWith(QLatin1String("6222")));
    CHECK(travelled != Number);
    CHECK_FALSE(company.ann.heard().contains(Number.toUtf8()));

    company.ann.send(Reveal{1, company.account.ref(), Account::bankAccount.id});
    CHECK(company.ann.take<Revealed>().value(0).value == Value(Number));
    const QList<Record> events = company.reveals();
    REQUIRE(events.size() == 1);
    CHECK(events.first()[AuditEvent::user] == company.annId);
    CHECK(events.first()[AuditEvent::record] == company.account.ref());
    CHECK(events.first()[AuditEvent::field] == Account::bankAccount.id);
}

TEST_CASE("who may only look at a record does not get its masks lifted")
{
    Masked company(GUANXI_ON_BOTH);
    const Uuid viewer = company.server.addRole(QStringLiteral("viewer"), {}, false);
    Record rule(company.server.catalogue().at(AccessRule::entity), company.ids.next());
    rule.set(AccessRule::role, viewer);
    rule.set(AccessRule::object, QStringLiteral("account"));
    rule.set(AccessRule::action, qint64(Action::View));
    rule.set(AccessRule::scope, qint64(Reach::All));
    company.server.insert(rule);
    const Uuid cho = company.user(QStringLiteral("cho"), company.west, viewer);
    WireClient client(company.server, QStringLiteral("cho"), cho, company.clock);
    REQUIRE(client.pullAll().contains(company.account.ref()));
    client.send(Reveal{1, company.account.ref(), Account::bankAccount.id});
    CHECK(client.take<ErrorMessage>().value(0).code == ErrorCode::NotAllowed);
    CHECK_FALSE(client.heard().contains(Number.toUtf8()));
    CHECK(company.reveals().isEmpty());
}
