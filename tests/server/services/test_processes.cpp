// SPDX-License-Identifier: GPL-3.0-or-later
// Several server processes over one PostgreSQL: each is a thread here, with a connection and a memory of its own.
#include "smallcompany.h"

#include "common/model/codec.h"

#include <atomic>
#include <thread>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

constexpr int Writers = 3;
constexpr int SetsEach = 120;
constexpr int Contested = 12; ///< records that every writer changes as they were at first

/// What one process of a company consists of.
struct Process {
    FakeClock clock;
    SeededRandom random;
    MemoryServer server;

    Process(const storage::DatabaseOptions &options, quint64 seed) : random(seed), server(clock, random, options) {}
};

struct Author {
    Uuid user;
    Uuid replica;
    QList<Record> accounts; ///< to insert, one for each set
    QList<PushResult> results{};
};

ChangeSet setOf(const Author &author, qint64 seq, QList<RecordChange> changes)
{
    ChangeSet set;
    set.replica = author.replica;
    set.seq = seq;
    set.user = author.user;
    set.at = 1'750'000'000'000;
    set.action = Uuid::named(author.replica.bytes() + QByteArray::number(seq));
    set.name = QStringLiteral("save");
    set.changes = std::move(changes);
    return set;
}

/// Pushes its sets one by one; of the first ones each also wants a value in a contested record.
void write(Process &process, Author &author, const QList<Record> &contested)
{
    const Rights rights = Rights::unlimited(author.user);
    for (int i = 0; i < SetsEach; ++i) {
        QList<RecordChange> changes{insertionOf(author.accounts.at(i))};
        if (i < contested.size())
            changes.append(edit(contested.at(i), Account::shortName.id, author.accounts.at(i)[Account::name]));
        const Result<PushResult> result = process.server.hub().commit(setOf(author, i + 1, changes), {author.user, author.replica, rights});
        author.results.append(result ? *result : PushResult());
    }
}

/// Follows the company as a desktop does: pages up to the head, then live commits, by cursor.
struct Follower {
    WireClient client;
    QHash<RecordRef, Record> rows;
    int gaps = 0;
    qint64 cursor = 0;

    Follower(Process &process, const Uuid &user) : client(process.server, QStringLiteral("reader"), user, process.clock)
    {
        rows = client.pullAll();
        cursor = process.server.store().known().value();
    }

    void follow(Process &process)
    {
        process.server.hub().hear();
        client.send(Ping{1});
        if (!client.take<Lagged>().isEmpty())
            client.take<Live>(), pull(process);
        for (const Live &live : client.take<Live>()) {
            gaps += live.from > cursor ? 1 : 0;
            take(process, live.upserts, live.removes);
            cursor = live.to;
        }
    }

    void pull(Process &process)
    {
        for (bool more = true; more;) {
            client.send(Pull{client.rightsVersion(), Cursor(cursor)});
            const QList<Page> pages = client.take<Page>();
            more = !pages.isEmpty() && pages.first().more;
            for (const Page &page : pages) {
                take(process, page.upserts, page.removes);
                cursor = page.cursor.rev;
            }
        }
    }

    void take(Process &process, const QList<QByteArray> &upserts, const QList<RecordRef> &removes)
    {
        for (const QByteArray &bytes : upserts) {
            const Record row = decodeRecord(bytes, process.server.catalogue());
            rows.insert(row.ref(), row);
        }
        for (const RecordRef &ref : removes)
            rows.remove(ref);
    }
};

} // namespace

TEST_CASE("whoever follows the revisions of several processes by cursor misses no row, and no decision is made on a stale one")
{
    SmallCompany company(storage::Backend::Postgres);
    const Uuid reader = company.user(QStringLiteral("reader"), company.west, company.all);
    QList<Record> contested;
    for (int i = 0; i < Contested; ++i)
        contested.append(company.account(QStringLiteral("contested %1").arg(i), reader));
    std::vector<Author> authors;
    for (int w = 0; w < Writers; ++w) {
        const QString login = QStringLiteral("writer%1").arg(w);
        Author &author = authors.emplace_back(Author{company.user(login, company.east, company.own), {}, {}});
        author.replica = company.server.addReplica(author.user, login);
        for (int i = 0; i < SetsEach; ++i)
            author.accounts.append(company.newAccount(QStringLiteral("%1-%2").arg(login).arg(i), author.user));
    }

    const storage::DatabaseOptions options = company.database.options();
    std::atomic<int> writing = Writers;
    std::vector<std::thread> threads;
    for (Author &author : authors)
        threads.emplace_back([&] {
            Process process(options, quint64(100 + (&author - authors.data())));
            write(process, author, contested);
            --writing;
        });
    Process process(options, 99);
    Follower follower(process, reader);
    int rounds = 0;
    for (; writing > 0; ++rounds)
        follower.follow(process);
    for (std::thread &thread : threads)
        thread.join();
    follower.follow(process);

    CHECK(rounds > 10);
    CHECK(follower.gaps == 0);
    QSet<QString> numbers;
    QSet<qint64> revisions;
    for (int i = 0; i < SetsEach; ++i) {
        int won = 0;
        for (const Author &author : authors) {
            const PushResult &result = author.results.at(i);
            CHECK(result.rev > 0);
            CHECK_FALSE(revisions.contains(result.rev));
            revisions.insert(result.rev);
            won += result.status == PushStatus::Applied ? 1 : 0;
            const Record seen = follower.rows.value(author.accounts.at(i).ref());
            CHECK(seen[Account::name] == author.accounts.at(i)[Account::name]);
            numbers.insert(seen[Account::number]);
        }
        CHECK(won == (i < Contested ? 1 : Writers));
    }
    CHECK(numbers.size() == Writers * SetsEach);
    const QHash<RecordRef, Record> truth = company.server.projection(company.server.rightsOf(reader));
    CHECK(follower.rows.size() == truth.size());
    for (const Record &row : truth)
        CHECK(follower.rows.value(row.ref()).rev() == row.rev());
}

TEST_CASE("a replica that comes to one process can write through no older connection at another")
{
    SmallCompany company(storage::Backend::Postgres);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient old(company.server, QStringLiteral("ann"), ann, company.clock);
    Process other(company.database.options(), 5);
    WireClient fresh(other.server, old, other.clock);
    REQUIRE(fresh.isOpen());

    // The word that ends it has not been heard yet.
    old.send(QList<ChangeSet>{old.set({insertionOf(company.newAccount(QStringLiteral("late"), ann))})});
    CHECK(old.take<PushAck>().value(0).results.isEmpty());
    CHECK(company.server.hub().push().lastSeq(old.replica()).value() == 0);
    company.server.hub().hear("end " + old.replica().text().toLatin1());
    CHECK(company.server.hub().sessions().isEmpty());
    CHECK(fresh.push({insertionOf(company.newAccount(QStringLiteral("kept"), ann))}).rev > 0);
}

TEST_CASE("a field that is defined at one process is part of the rows that another one sends")
{
    SmallCompany company(storage::Backend::Postgres);
    const Uuid boss = company.user(QStringLiteral("boss"), company.east, company.all);
    Process other(company.database.options(), 6);
    WireClient client(other.server, QStringLiteral("boss"), boss, other.clock);
    client.pullAll();

    Record field(company.server.catalogue().at(CustomField::entity), company.ids.next());
    field.set(CustomField::object, QStringLiteral("account"));
    field.set(CustomField::label, QStringLiteral("船名"));
    field.set(CustomField::type, qint64(CustomField::Text));
    company.server.insert(field);
    const FieldId id = FieldId(company.now(field)[CustomField::field]);
    Record account = company.newAccount(QStringLiteral("Baosteel"), boss);
    account.setValue(id, QStringLiteral("远望"));
    company.server.insert(account);

    other.server.hub().hear();
    client.send(Ping{1});
    bool seen = false;
    for (const Live &live : client.take<Live>())
        for (const QByteArray &bytes : live.upserts)
            if (const Record row = decodeRecord(bytes, other.server.catalogue()); row.ref() == account.ref())
                seen = row.value(id).text() == QStringLiteral("远望");
    CHECK(seen);
}

TEST_CASE("processes that work at the same time share one run, and who comes after all have gone begins another")
{
    SmallCompany company(storage::Backend::Postgres);
    const auto runs = [&] { return company.server.store().runs().value().size(); };
    const qsizetype begun = runs();
    {
        Process other(company.database.options(), 8);
        other.server.addDepartment(QStringLiteral("north"), company.server.root);
        CHECK(runs() == begun);
        CHECK(company.server.store().isKeeper().value());
        CHECK_FALSE(other.server.store().isKeeper().value());
    }
    company.server.stop();
    Process later(company.database.options(), 9);
    later.server.addDepartment(QStringLiteral("south"), later.server.root);
    CHECK(later.server.store().runs().value().size() == begun + 1);
    CHECK(later.server.store().isKeeper().value());
}
