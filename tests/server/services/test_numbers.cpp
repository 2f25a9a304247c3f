// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

QStringList numbers(SmallCompany &company)
{
    QStringList list;
    for (const Record &account : company.server.all(Account::entity))
        list.append(account[Account::number]);
    list.sort();
    return list;
}

QStringList expected(int count)
{
    QStringList list;
    for (int i = 1; i <= count; ++i)
        list.append(QStringLiteral("C2025-%1").arg(i, 6, 10, QLatin1Char('0')));
    return list;
}

} // namespace

TEST_CASE("numbers have no gaps, also when change sets in between are parked or repeated")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.west, company.own);
    WireClient a(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient b(company.server, QStringLiteral("bea"), bea, company.clock);
    for (int i = 0; i < 4; ++i) {
        const ChangeSet good = a.set({insertionOf(company.newAccount(QStringLiteral("A%1").arg(i), ann))});
        CHECK(a.push(good).status == PushStatus::Applied);
        // Parked: bea may not make customers of others.
        CHECK(b.push({insertionOf(company.newAccount(QStringLiteral("X"), ann))}).status == PushStatus::Parked);
        // The second record is refused: the first must not have used up a number.
        CHECK(b.push({insertionOf(company.newAccount(QStringLiteral("Y"), bea)), insertionOf(company.newAccount(QStringLiteral("Z"), ann))}).status
              == PushStatus::Parked);
        a.push(good);
        CHECK(b.push({insertionOf(company.newAccount(QStringLiteral("B%1").arg(i), bea))}).status == PushStatus::Applied);
    }
    CHECK(numbers(company) == expected(8));
}

TEST_CASE("a provisional number is replaced when the record arrives")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    Record account = company.newAccount(QStringLiteral("Baosteel"), ann);
    account.set(Account::number, QStringLiteral("~D12-0007"));
    const PushResult result = client.push({insertionOf(account)});
    const Record stored = company.now(account);
    CHECK(stored[Account::number] == QLatin1String("C2025-000001"));
    CHECK(stored.rev() == result.rev);
    CHECK(client.pullAll().value(account.ref())[Account::number] == QLatin1String("C2025-000001"));
}

TEST_CASE("records of one change set are numbered in its order")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    QList<Record> accounts;
    QList<RecordChange> changes;
    for (int i = 0; i < 12; ++i) {
        accounts.append(company.newAccount(QStringLiteral("A%1").arg(i), ann));
        changes.append(insertionOf(accounts.last()));
    }
    client.push(changes);
    QStringList issued;
    for (const Record &account : accounts)
        issued.append(company.now(account)[Account::number]);
    CHECK(issued == expected(12));
}

TEST_CASE("a number once issued is never given by a desktop's change")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const Record account = company.account(QStringLiteral("Baosteel"), ann);
    CHECK(client.push({edit(account, Account::number.id, QStringLiteral("C2025-999999"))}).status == PushStatus::Applied);
    CHECK(company.now(account)[Account::number] == account[Account::number]);
}
