// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/demo/collectingsink.h"

#include "common/model/catalogue/work.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/storage/statement.h"
#include "server/demo/companywriter.h"
#include "server/demo/democommand.h"
#include "server/demo/generator.h"
#include "server/serverapp.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <memory>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::server;
using namespace guanxi::test;

namespace {

constexpr qint64 SmallCompany = 12;

/// All rows of a database made by the generator.
struct Written {
    explicit Written(quint64 seed)
    {
        declareAll(catalogue);
        storage::DatabaseOptions options;
        options.place = QStringLiteral(":memory:");
        database = *storage::Database::open(options);
        store = *ServerStore::open(*database, catalogue);
        SeededRandom random(99);
        StillClock clock;
        UuidMaker ids(clock, random);
        const Uuid replica = ids.next();
        REQUIRE(
            PushService(*store, ids, clock).addReplica(replica, Uuid(), QByteArray(""), QStringLiteral("server")).ok());
        contents = *BlobFolder::open(folder.path(), QByteArray(32, 'k'));
        demo::CompanyWriter writer(*store, *contents, random, replica, 1'795'000'000'000);
        demo::Options company;
        company.accounts = SmallCompany;
        company.seed = seed;
        const auto made = demo::generate(catalogue, writer, company);
        INFO((made ? "" : (QString(errorName(made.error().code)) + u' ' + made.error().args.join(u'|')).toStdString()));
        REQUIRE(made.ok());
        REQUIRE(writer.finish().ok());
    }

    QList<Record> rows() const
    {
        QList<Record> all;
        for (const Entity &entity : catalogue.entities())
            for (qint64 after = 0;;) {
                const auto page = store->records().loadAfter(entity.id, after, 1000);
                REQUIRE(page.ok());
                for (const storage::StoredRecord &stored : *page)
                    all.append(stored.record);
                if (page->empty())
                    break;
                after = page->back().rid;
            }
        return all;
    }

    struct StillClock final : Clock {
        qint64 wallMs() const override { return 1'795'000'000'000; }
        qint64 monotonicMs() const override { return 0; }
    };
    Catalogue catalogue;
    QTemporaryDir folder;
    std::unique_ptr<BlobFolder> contents;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<ServerStore> store;
};

QJsonObject answered(const QStringList &args, int expected)
{
    QString text;
    QTextStream out(&text);
    CHECK(runDemo(args, out) == expected);
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

TEST_CASE("What goes through the server's door is the same company every time, with feed, log and next numbers",
          "[demo]")
{
    const Written first(3);
    const Written again(3);
    CHECK(digestOf(first.rows()) == digestOf(again.rows()));
    const auto count = [&](const char *sql) {
        storage::Statement statement(*first.database, sql);
        REQUIRE(statement.step().ok());
        return statement.integer(0);
    };
    CHECK(count("SELECT COUNT(*) FROM account") == SmallCompany);
    CHECK(count("SELECT COUNT(DISTINCT record) FROM change_index") == first.rows().size());
    CHECK(count("SELECT MAX(rev) FROM change_log") == count("SELECT rev FROM head"));
    CHECK(count("SELECT COUNT(DISTINCT rid) FROM feed WHERE entity = 8") == SmallCompany);
    CHECK(count("SELECT COUNT(*) FROM conflict WHERE parked IS NOT NULL") == 0);
    // The next customer goes on counting where the demo company stopped.
    CHECK(count("SELECT SUM(next - 1) FROM counter WHERE name LIKE 'account/%'") == SmallCompany);
}

TEST_CASE("Pictures of people and products, and the manuals, are there to be looked at", "[demo]")
{
    Written company(3);
    int pictures = 0, manuals = 0;
    const auto check = [&](const Record &row, BytesField field, const QByteArray &begin) {
        const BlobReference reference{row.ref(), field.id, row[field]};
        const Result<BlobFolder::Known> known = company.contents->look(reference);
        REQUIRE(known.ok());
        CHECK(known->missing.isEmpty());
        const Result<QByteArray> piece = company.contents->piece(reference, 0, 0);
        REQUIRE(piece.ok());
        CHECK(piece->startsWith(begin));
    };
    for (const Record &row : company.rows())
        if (row.entity().id == User::entity && !row.isNull(User::avatar))
            check(row, User::avatar, "BM"), ++pictures;
        else if (row.entity().id == Product::entity && !row.isNull(Product::image))
            check(row, Product::image, "BM"), ++pictures;
        else if (row.entity().id == Document::entity && row[Document::mime] == QStringLiteral("text/plain"))
            check(row, Document::blob, row[Document::name].left(2).toUtf8()), ++manuals;
    CHECK(pictures > 30);
    CHECK(manuals > 0);
}

TEST_CASE("The demo command makes a company that a server can open, with passwords for its owner only", "[demo]")
{
    QTemporaryDir place;
    DemoRequest request;
    request.folder = place.filePath(QStringLiteral("company"));
    request.customers = SmallCompany;
    const Result<QJsonObject> made = makeDemo(request);
    INFO((made ? "" : (QString(errorName(made.error().code)) + u' ' + made.error().args.join(u'|')).toStdString()));
    REQUIRE(made.ok());
    QFile passwords(made->value(QStringLiteral("password_file")).toString());
    REQUIRE(passwords.open(QIODevice::ReadOnly));
    CHECK((passwords.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    const QList<QByteArray> lines = passwords.readAll().split('\n');
    CHECK(lines.first().size() >= 10);
    CHECK(std::count_if(lines.begin(), lines.end(),
                        [](const QByteArray &line) { return line.startsWith("admin\t"); }) == 1);
    const auto app = ServerApp::open({request.folder, QString()});
    REQUIRE(app.ok());
    CHECK((*app)->companyName().value() == made->value(QStringLiteral("company")).toString());
    CHECK((*app)->catalogue().at(ids::Account).field(system::FirstCustom) != nullptr);

    // A second company does not go on top of it.
    const Result<QJsonObject> again = makeDemo(request);
    REQUIRE(!again.ok());
    CHECK(again.error().code == ErrorCode::AlreadyExists);
    CHECK(QFile::exists(request.folder + QStringLiteral("/company.db")));
}

TEST_CASE("The demo command says what is wrong with its options and makes nothing", "[demo]")
{
    QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("company"));
    const auto bad = [&](const QStringList &args) {
        const QJsonObject reply =
            answered(QStringList{QStringLiteral("--json"), QStringLiteral("--data"), folder} + args, 2);
        CHECK(reply.value(QStringLiteral("error")).toObject().value(QStringLiteral("name")).toString() ==
              QStringLiteral("usage"));
        CHECK(!QFile::exists(folder));
    };
    bad({QStringLiteral("--scale"), QStringLiteral("0")});
    bad({QStringLiteral("--scale"), QStringLiteral("many")});
    bad({QStringLiteral("--date"), QStringLiteral("2026-13-01")});
    bad({QStringLiteral("--nonsense")});
    bad({QStringLiteral("extra")});
    answered({QStringLiteral("--json")}, 2);
}

TEST_CASE("A company that cannot be finished is taken away again", "[demo]")
{
    QTemporaryDir place;
    DemoRequest request;
    request.folder = place.filePath(QStringLiteral("company"));
    request.database = QStringLiteral("host=127.0.0.1;port=1;user=nobody;dbname=nothing");
    request.customers = SmallCompany;
    CHECK(!makeDemo(request).ok());
    CHECK(!QFile::exists(request.folder));
}
