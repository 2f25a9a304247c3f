// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/data/rawpages.h"
#include "tests/server/services/smallcompany.h"
#include "tests/support/memorydesk.h"

#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

const QString Number = QStringLiteral("6222021234567890123");

/// Ann looks after a customer whose bank account she sees masked; her copy is files.
struct MaskedCompany : SmallCompany {
    explicit MaskedCompany(storage::Backend backend) : SmallCompany(backend)
    {
        server.hideField(own, Account::entity, Account::bankAccount.id, FieldRight::Masked);
        Record record = newAccount(QStringLiteral("Baosteel"), annId);
        record.set(Account::status, qint64(Account::Potential));
        record.set(Account::bankAccount, Number);
        server.insert(record);
        account = record.ref();
        ann.connectToServer();
        settle();
    }

    void settle() { test::settle(server, {&ann}, clock); }
    void ask()
    {
        ann.records().reveal(account, Account::bankAccount.id, &context, [this](const Result<Value> &value) { answers.append(value); });
    }
    int noted()
    {
        int events = 0;
        for (const Record &event : server.all(AuditEvent::entity))
            if (event[AuditEvent::kind] == AuditEvent::Reveal && event[AuditEvent::user] == annId && event[AuditEvent::record] == account
                && event[AuditEvent::field] == Account::bankAccount.id)
                ++events;
        return events;
    }

    QTemporaryDir folder;
    Uuid annId = user(QStringLiteral("ann"), east, own);
    MemoryDesk ann{server, server.catalogue(), {annId, server.addReplica(annId, QStringLiteral("ann")), QStringLiteral("ann")}, clock, random,
                   folder.path()};
    RecordRef account;
    QObject context;
    QList<Result<Value>> answers;
};

} // namespace

TEST_CASE("a revealed value reaches the desk, is noted at the server, and stays in no file of the copy")
{
    MaskedCompany company(GUANXI_ON_BOTH);
    const QString mask = must(company.ann.records().load(company.account))[Account::bankAccount];
    CHECK(mask != Number);
    company.ask();
    CHECK(company.answers.isEmpty());
    company.settle();
    REQUIRE(company.answers.size() == 1);
    CHECK(must(company.answers.first()).text() == Number);
    CHECK(company.noted() == 1);

    CHECK(must(company.ann.records().load(company.account))[Account::bankAccount] == mask);
    company.ann.stop();
    for (const char *file : {"/cache", "/outbox"}) {
        const QByteArray pages = decryptedPages(company.folder.path() + QLatin1String(file), MemoryDesk::fileKey());
        CHECK(pages.size() > 0);
        CHECK_FALSE(pages.contains(Number.toUtf8()));
        CHECK(pages.contains(mask.toUtf8()) == (file == std::string_view("/cache")));
    }
    REQUIRE(company.ann.start().ok());
}

TEST_CASE("without the server nothing is revealed, and who asked is told so once")
{
    MaskedCompany company(GUANXI_ON_BOTH);
    SECTION("asked while offline")
    {
        company.ann.cut();
        company.ask();
    }
    SECTION("the connection breaks before the answer")
    {
        company.ask();
        company.ann.cut();
    }
    REQUIRE(company.answers.size() == 1);
    CHECK(company.answers.first().error().code == ErrorCode::Disconnected);
    company.ann.connectToServer();
    company.settle();
    CHECK(company.answers.size() == 1);
    CHECK(company.noted() == 0);
}

TEST_CASE("a window that is gone is told nothing")
{
    MaskedCompany company(GUANXI_ON_BOTH);
    bool told = false;
    {
        QObject window;
        company.ann.records().reveal(company.account, Account::bankAccount.id, &window, [&](const Result<Value> &) { told = true; });
    }
    company.settle();
    CHECK_FALSE(told);
}
