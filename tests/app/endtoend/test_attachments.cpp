// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/documents.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/work.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);
constexpr qint64 MiB = 1024 * 1024;

/// Content that nothing can compress, of which no two chunks are alike.
QByteArray noise(qint64 size, quint64 seed)
{
    SeededRandom random(seed);
    return random.bytes(qsizetype(size));
}

QString fileWith(const QTemporaryDir &folder, const QString &name, qint64 size, quint64 seed = 1)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    for (qint64 at = 0; at < size; at += MiB)
        file.write(noise(std::min(MiB, size - at), seed * 1000 + quint64(at / MiB)));
    return file.fileName();
}

QByteArray digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

Record attached(TestDesk &desk, const RecordRef &parent, const QString &path)
{
    std::optional<Result<Saved>> saved;
    QObject context;
    attachFile(desk->records(), parent, path, &context, [&](const Result<Saved> &result) { saved = result; });
    REQUIRE(waitFor([&] { return saved.has_value(); }, 60'000));
    REQUIRE(saved->ok());
    storage::Query query;
    query.entity = Document::entity;
    query.filter = storage::Filter::is(Document::parent.id, parent);
    return desk->records().findNow(query).value().last();
}

Result<bool> fetched(TestDesk &desk, const Record &document, int milliseconds = 60'000)
{
    std::optional<Result<bool>> answer;
    QObject context;
    desk->attachments().fetch(fileOf(document), &context, [&](const Result<bool> &result) { answer = result; });
    waitFor([&] { return answer.has_value(); }, milliseconds);
    return answer.value_or(Error{ErrorCode::TimedOut, {}});
}

QByteArray exposed(TestDesk &desk, const Record &document)
{
    std::optional<Result<QString>> path;
    QObject context;
    desk->attachments().expose(document[Document::blob], document[Document::name], &context, [&](const Result<QString> &result) { path = result; });
    REQUIRE(waitFor([&] { return path.has_value(); }, 60'000));
    REQUIRE(path->ok());
    return digestOf(**path);
}

bool waitSent(TestDesk &desk, int milliseconds = 120'000)
{
    return waitFor([&] { return desk->attachments().isQuiet() && desk->isQuiet(); }, milliseconds);
}

qint64 pieces(ServerProcess &server, const char *which) { return server.command({QStringLiteral("status")})[QLatin1String(which)].toInteger(); }

/// Of /proc/PID/status, in bytes.
qint64 memoryOf(qint64 pid, const char *line)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &text : file.readAll().split('\n'))
        if (text.startsWith(line))
            return text.simplified().split(' ').value(1).toLongLong() * 1024;
    return 0;
}

bool holdsText(const QString &folder, const QByteArray &text)
{
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

/// Two desks of one company with a customer that both see.
struct Company {
    Company()
    {
        server.start();
        REQUIRE(one.enrol(server.code(), QStringLiteral("admin"), Password).ok());
        const Record customer = newAccount(*one, QStringLiteral("北京长城"));
        account = customer.ref();
        REQUIRE(one->records().save(customer).ok());
        REQUIRE(one.waitQuiet());
        REQUIRE(two.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    }
    ServerProcess server;
    TestDesk one;
    TestDesk two;
    RecordRef account;
    QTemporaryDir files;
};

} // namespace

TEST_CASE("A file attached offline is fetched by another desk when it is opened, whole and unaltered")
{
    Company company;
    const QString path = fileWith(company.files, QStringLiteral("合同 2026.pdf"), 3 * MiB + 12'345);
    company.one->setOffline(true);
    const Record document = attached(company.one, company.account, path);
    CHECK(document[Document::name] == QStringLiteral("合同 2026.pdf"));
    CHECK(document[Document::size] == 3 * MiB + 12'345);
    CHECK(company.one->attachments().state(document[Document::blob]).place == FileState::Place::Waiting);
    CHECK(exposed(company.one, document) == digestOf(path));

    company.one->setOffline(false);
    REQUIRE(waitSent(company.one));
    CHECK(company.one->attachments().state(document[Document::blob]).place == FileState::Place::Here);
    REQUIRE(waitFor([&] { return company.two->records().load(document.ref()).ok(); }));
    const Record seen = company.two->records().load(document.ref()).value();
    CHECK(company.two->attachments().state(seen[Document::blob]).place == FileState::Place::Server);
    REQUIRE(fetched(company.two, seen).ok());
    CHECK(exposed(company.two, seen) == digestOf(path));

    // It is not fetched twice.
    const qint64 given = pieces(company.server, "pieces_given");
    REQUIRE(fetched(company.two, seen).ok());
    CHECK(pieces(company.server, "pieces_given") == given);
}

TEST_CASE("No file of desktop or server holds readable contents of attachments")
{
    Company company;
    const QByteArray canary("canary-0815-secret");
    QFile file(company.files.filePath(QStringLiteral("secret.txt")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(canary.repeated(10'000));
    file.close();
    attached(company.one, company.account, file.fileName());
    REQUIRE(waitSent(company.one));
    CHECK_FALSE(holdsText(company.one.folder(), canary));
    CHECK_FALSE(holdsText(company.server.folder(), canary));
}

TEST_CASE("Of a file that travels only what is missing travels again, after the server and after the desktop was killed")
{
    Company company;
    constexpr qint64 Size = 24 * MiB;
    const QString path = fileWith(company.files, QStringLiteral("film.bin"), Size);
    TestDesk three;
    REQUIRE(three.enrol(company.server.code(), QStringLiteral("admin"), Password).ok());
    three->signOut();

    QProcess attacher;
    attacher.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    attacher.start(program(QStringLiteral("guanxi-test-attacher")), {three.folder(), Password, path});
    REQUIRE(waitFor([&] { return pieces(company.server, "pieces_taken") > 3 * 16; }));
    SECTION("the server") { company.server.kill(); }
    SECTION("the desktop")
    {
        attacher.kill();
        attacher.waitForFinished();
        company.server.stop();
    }
    company.server.start();
    if (attacher.state() == QProcess::NotRunning)
        attacher.start(program(QStringLiteral("guanxi-test-attacher")), {three.folder(), Password});
    REQUIRE(attacher.waitForFinished(120'000));
    CHECK(attacher.exitCode() == 0);
    CHECK(pieces(company.server, "pieces_taken") <= Size / (64 * 1024) - 3 * 16);

    storage::Query query;
    query.entity = Document::entity;
    REQUIRE(waitFor([&] { return company.two->records().count(query).value() == 1; }));
    const Record document = company.two->records().findNow(query).value().first();
    REQUIRE(fetched(company.two, document).ok());
    CHECK(exposed(company.two, document) == digestOf(path));
}

TEST_CASE("A download that was cut goes on where it stood")
{
    Company company;
    constexpr qint64 Size = 24 * MiB;
    const QString path = fileWith(company.files, QStringLiteral("film.bin"), Size);
    const Record document = attached(company.one, company.account, path);
    REQUIRE(waitSent(company.one));
    REQUIRE(waitFor([&] { return company.two->records().load(document.ref()).ok(); }));
    QObject context;
    std::optional<Result<bool>> answer;
    company.two->attachments().fetch(fileOf(document), &context, [&](const Result<bool> &result) { answer = result; });
    REQUIRE(waitFor([&] { return company.two->attachments().state(document[Document::blob]).percent > 20; }));
    company.server.kill();
    company.server.start();
    REQUIRE(waitFor([&] { return answer.has_value(); }, 60'000));
    CHECK(answer->ok());
    CHECK(pieces(company.server, "pieces_given") <= Size / (64 * 1024) * 9 / 10);
    CHECK(exposed(company.two, document) == digestOf(path));
}

TEST_CASE("A server put back from a backup without the contents gets them again from whoever has them")
{
    Company company;
    const QString path = fileWith(company.files, QStringLiteral("plan.bin"), 2 * MiB);
    const Record document = attached(company.one, company.account, path);
    REQUIRE(waitSent(company.one));
    REQUIRE(waitFor([&] { return company.two->records().load(document.ref()).ok(); }));
    company.server.stop();
    REQUIRE(QDir(company.server.folder() + QStringLiteral("/blobs")).removeRecursively());
    company.server.start();
    REQUIRE(waitFor([&] { return company.one->link().isReady() && company.two->link().isReady(); }, 90'000));
    // The first try tells the server that somebody misses it; whoever has it brings it, and the second try succeeds.
    Result<bool> got = Error{ErrorCode::ContentMissing, {}};
    REQUIRE(waitFor([&] { return (got = fetched(company.two, document)).ok(); }, 30'000));
    CHECK(exposed(company.two, document) == digestOf(path));
}

TEST_CASE("A removed computer brings what was attached on it before it destroys itself; the administrator applies it with its content")
{
    Company company;
    const QString path = fileWith(company.files, QStringLiteral("合同.bin"), 2 * MiB + 1);
    company.one->setOffline(true);
    const Record made = attached(company.one, company.account, path);
    const RecordRef document = made.ref();
    const QString replica = company.one->outbox().identity().replica.text();
    company.server.command({QStringLiteral("devices"), QStringLiteral("revoke"), replica});
    company.one->setOffline(false);
    REQUIRE(waitFor([&] { return company.one->profile().removal == Profile::Removal::Wiped; }, 60'000));
    CHECK(company.one->profile().lostFiles == 0);
    const auto left = [&] { return QDir(company.one.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); };
    CHECK(waitFor([&] { return left() == QStringList{QStringLiteral("profile.json")}; }));
    company.server.command({QStringLiteral("quarantine"), QStringLiteral("apply"), replica});
    REQUIRE(waitFor([&] { return company.two->records().load(document).ok(); }));
    const Record seen = company.two->records().load(document).value();
    REQUIRE(fetched(company.two, seen).ok());
    CHECK(exposed(company.two, seen) == digestOf(path));
}

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 MemoryLimit = 300 * MiB; // the sanitizer keeps what was freed for a while
#else
constexpr qint64 MemoryLimit = 16 * MiB;
#endif

TEST_CASE("A file of 200 MB delays no saved record and takes no memory to speak of, on either side", "[large]")
{
    Company company;
    constexpr qint64 Size = 200 * MiB;
    const QString path = fileWith(company.files, QStringLiteral("video.mp4"), Size);
    const QString small = fileWith(company.files, QStringLiteral("first.bin"), 4 * MiB, 2);
    // What any transfer needs is there before the measuring begins.
    const Record first = attached(company.one, company.account, small);
    REQUIRE(waitSent(company.one));
    REQUIRE(waitFor([&] { return company.two->records().load(first.ref()).ok(); }));
    REQUIRE(fetched(company.two, first).ok());
    const qint64 desktops = memoryOf(QCoreApplication::applicationPid(), "VmRSS");
    const qint64 server = memoryOf(company.server.pid(), "VmRSS");
    qint64 mostDesktops = 0;
    qint64 mostServer = 0;
    const auto watch = [&] {
        mostDesktops = std::max(mostDesktops, memoryOf(QCoreApplication::applicationPid(), "VmRSS"));
        mostServer = std::max(mostServer, memoryOf(company.server.pid(), "VmRSS"));
    };

    const Record document = attached(company.one, company.account, path);
    qint64 slowest = 0;
    int saves = 0;
    const auto saveOne = [&] {
        QElapsedTimer timer;
        timer.start();
        REQUIRE(company.one->records().save(newAccount(*company.one, QStringLiteral("客户 %1").arg(++saves))).ok());
        REQUIRE(waitFor([&] { return company.one->outbox().unsent() == 0; }, 30'000));
        slowest = std::max(slowest, timer.elapsed());
        watch();
        QElapsedTimer rest;
        rest.start();
        waitFor([&] { return rest.hasExpired(100); });
    };
    while (!company.one->attachments().isQuiet())
        saveOne();
    INFO("saved " << saves << " records meanwhile, the slowest confirmed after " << slowest << " ms; memory grew by "
                  << (mostDesktops - desktops) / 1024 << " KiB here and " << (mostServer - server) / 1024 << " KiB at the server");
    CHECK(saves > 3);
    CHECK(slowest < 1'500);

    const qint64 before = mostDesktops;
    std::optional<Result<bool>> answer;
    QObject context;
    REQUIRE(waitFor([&] { return company.two->records().load(document.ref()).ok(); }));
    company.two->attachments().fetch(fileOf(document), &context, [&](const Result<bool> &result) { answer = result; });
    while (!answer)
        saveOne();
    CHECK(answer->ok());
    CHECK(slowest < 1'500);
    CHECK(mostServer - server < MemoryLimit);
    CHECK(std::max(before, mostDesktops) - desktops < MemoryLimit);
    CHECK(exposed(company.two, document) == digestOf(path));
}
