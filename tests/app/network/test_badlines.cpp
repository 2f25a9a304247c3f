// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that delay, lose, and crawl.
#include "farcompany.h"

#include "app/data/documents.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/work.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

/// A customer with a remark that nothing can compress.
RecordRef saveLarge(TestDesk &at, const QString &name)
{
    SeededRandom random(3);
    QString remark;
    for (int i = 0; i < 60'000; ++i)
        remark.append(QChar(char16_t(0x4e00 + random.below(20'000))));
    Record account = newAccount(*at, name);
    account.set(Account::remark, remark);
    REQUIRE(at->records().save(account).ok());
    return account.ref();
}

/// A file of so many bytes, attached to the record; answers which content it is.
QByteArray attach(TestDesk &at, const RecordRef &parent, qsizetype size)
{
    SeededRandom random(4);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("film.bin")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(random.bytes(size)) == size);
    file.close();
    bool saved = false;
    QObject context;
    attachFile(at->records(), parent, file.fileName(), &context, [&](const Result<Saved> &result) { saved = result.ok(); });
    REQUIRE(waitFor([&] { return saved; }));
    storage::Query query;
    query.entity = Document::entity;
    return at->records().findNow(query).value().last()[Document::blob];
}

} // namespace

TEST_CASE("on a line with delay and loss both desks come to the same, and nobody is thrown out")
{
    FarCompanies world;
    const auto before = world.sessions();
    world.line.set({.delayMs = 150, .lossPercent = 5});
    for (int i = 0; i < 50; ++i) {
        world.save(&FarCompany::away, QStringLiteral("远方 %1").arg(i));
        world.save(&FarCompany::office, QStringLiteral("近处 %1").arg(i));
    }
    QElapsedTimer took;
    took.start();
    REQUIRE(waitFor([&] { return world.areSettled(); }, 60'000));
    CHECK(took.elapsed() < 15'000);
    CHECK(world.sessions() == before);
}

TEST_CASE("over a line that crawls a large record goes up and down without being begun anew")
{
    FarCompanies world;
    const auto before = world.sessions();
    // Less than the line carries in the time of a stall.
    world.line.set({.delayMs = 100, .bytesPerSecond = 9'000});
    QList<RecordRef> mine, theirs;
    world.each([&](FarCompany &company) {
        mine << saveLarge(company.away, QStringLiteral("上行"));
        theirs << saveLarge(company.office, QStringLiteral("下行"));
    });
    REQUIRE(waitFor([&] { return world.show(&FarCompany::office, mine) && world.show(&FarCompany::away, theirs); }, 150'000));
    CHECK(world.sessions() == before);
}

TEST_CASE("a file on its way over a slow line keeps no saved record waiting")
{
    FarCompanies world;
    const auto parents = world.save(&FarCompany::away, QStringLiteral("北京长城"));
    world.line.set({.delayMs = 30, .bytesPerSecond = 500'000});
    QByteArray content; // the same bytes have the same name everywhere
    world.each([&, at = 0](FarCompany &company) mutable { content = attach(company.away, parents[at++], 6'000'000); });
    const auto percent = [&](FarCompany &company) { return company.away->attachments().state(content).percent; };
    REQUIRE(waitFor([&] { return world.all([&](FarCompany &company) { return percent(company) > 5; }); }, 60'000));
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer took;
        took.start();
        const auto saved = world.save(&FarCompany::away, QStringLiteral("途中 %1").arg(i));
        REQUIRE(waitFor([&] { return world.show(&FarCompany::office, saved); }));
        CHECK(took.elapsed() < 1'500);
    }
    CHECK(world.all([&](FarCompany &company) { return percent(company) < 100; }));
}
