// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcompany.h"
#include "tests/support/waitfor.h"

#include <QCoreApplication>
#include <QTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

constexpr int Many = 1201;
constexpr int VeryMany = 6000; // more than may wait to be written

/// Many customers, which one action gives a short name.
struct Bulk {
    Bulk()
    {
        QList<Record> accounts;
        for (int i = 0; i < Many; ++i)
            accounts.append(company.account(QStringLiteral("A%1").arg(i), 3));
        company.pull(3, accounts);
        for (const Record &account : accounts)
            work.records.append(account.ref());
        work.action = QStringLiteral("transfer");
        work.change = [](Record &record) { record.set(Account::shortName, QStringLiteral("short")); };
        work.along = {company.account(QStringLiteral("Along"), 0)};
    }
    void run(std::function<bool(qsizetype)> progress)
    {
        company.records->saveMany(work, &context, std::move(progress), [this](const Result<app::Saved> &saved) { result = saved; });
    }
    QString shortName(qsizetype at) { return must(company.records->load(work.records[at]))[Account::shortName]; }

    LocalCompany company;
    app::BulkChange work;
    QObject context;
    std::optional<Result<app::Saved>> result;
};

} // namespace

TEST_CASE("very many records are changed in short steps, as one action that is taken back as one", "[threads]")
{
    Bulk bulk;
    int steps = 0, breaths = 0;
    QTimer breathing;
    QObject::connect(&breathing, &QTimer::timeout, [&] { ++breaths; });
    breathing.start(0);
    bulk.run([&](qsizetype) { return ++steps > 0; });
    CHECK_FALSE(bulk.result);
    REQUIRE(waitFor([&] { return bulk.result.has_value(); }));
    const app::Saved saved = must(*bulk.result);
    CHECK(steps > 10);
    CHECK(breaths >= steps); // whoever looks at a window is not held up
    const QList<app::OutboxEntry> parts = must(bulk.company.outbox->action(saved.action));
    REQUIRE(parts.size() == 3);
    CHECK(parts.last().set.parts == 3);
    CHECK(parts.first().set.name == QLatin1String("transfer"));
    CHECK(bulk.shortName(0) == QLatin1String("short"));
    CHECK(bulk.shortName(Many - 1) == QLatin1String("short"));
    CHECK(bulk.company.shown(bulk.work.along.first()).isValid());
    CHECK(bulk.company.records->lastUndoable() == saved.action);
    must(bulk.company.records->undo(saved.action));
    CHECK(bulk.shortName(0).isEmpty());
    CHECK(bulk.shortName(Many - 1).isEmpty());
    CHECK(bulk.company.shown(bulk.work.along.first()).isDeleted());
}

TEST_CASE("very many records are taken back in short steps, also words that are searched for and beneath what was done since")
{
    Bulk bulk;
    bulk.work.change = [](Record &record) { record.set(Account::name, record[Account::name] + QStringLiteral(" renamed")); };
    bulk.run([](qsizetype) { return true; });
    REQUIRE(waitFor([&] { return bulk.result.has_value(); }));
    Record later = must(bulk.company.records->load(bulk.work.records[3]));
    later.set(Account::shortName, QStringLiteral("later"));
    must(bulk.company.records->save(later));
    CHECK(must(bulk.company.records->search(QStringLiteral("renamed"), 5)).size() == 5);
    std::optional<Result<app::Saved>> undone;
    bulk.company.records->undoMany(must(*bulk.result).action, &bulk.context, [](qsizetype) { return true; },
                                   [&](const Result<app::Saved> &saved) { undone = saved; });
    CHECK_FALSE(undone);
    REQUIRE(waitFor([&] { return undone.has_value(); }));
    CHECK(must(bulk.company.outbox->action(must(*undone).action)).size() == 3);
    CHECK(must(bulk.company.records->load(bulk.work.records[3]))[Account::name] == QLatin1String("A3"));
    CHECK(bulk.shortName(3) == QLatin1String("later"));
    CHECK(must(bulk.company.records->search(QStringLiteral("renamed"), 5)).isEmpty());
    CHECK(must(bulk.company.records->search(QStringLiteral("A777"), 5)).size() == 1);
}

TEST_CASE("who closes the desk while very many records are written keeps the parts that were")
{
    Bulk bulk;
    QObject::connect(bulk.company.records.get(), &app::LocalRecords::appended, &bulk.context, [&] { bulk.company.records.release()->deleteLater(); });
    bulk.run([](qsizetype) { return true; });
    REQUIRE(waitFor([&] { return !bulk.company.records; }));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const qint64 kept = bulk.company.outbox->lastSeq();
    CHECK(kept > 0);
    bulk.company.reopen();
    CHECK(bulk.company.outbox->lastSeq() == kept);
    CHECK(bulk.shortName(0) == QLatin1String("short"));
    CHECK_FALSE(bulk.result);
}

TEST_CASE("cancelled before it is written, such an action leaves nothing")
{
    Bulk bulk;
    const int last = GENERATE(300, Many);
    bulk.run([&](qsizetype done) { return done < last; });
    REQUIRE(waitFor([&] { return bulk.result.has_value(); }));
    CHECK(must(*bulk.result).action.isNull());
    CHECK(bulk.company.outbox->lastSeq() == 0);
    CHECK(bulk.shortName(0).isEmpty());
}

TEST_CASE("one record that may not be changed keeps the whole action from being written")
{
    Bulk bulk;
    bulk.work.change = [&, count = 0](Record &record) mutable {
        if (++count == Many)
            record.set(Account::name, QString());
    };
    bulk.run([](qsizetype) { return true; });
    REQUIRE(waitFor([&] { return bulk.result.has_value(); }));
    CHECK(bulk.result->error().code == ErrorCode::Required);
    CHECK(bulk.company.outbox->lastSeq() == 0);
}

namespace {

/// New customers that come a few at a time, to be saved as one action.
struct Stream {
    void run(std::function<bool(qsizetype)> progress)
    {
        const auto next = [this]() -> Result<std::optional<app::BulkSource::Piece>> {
            if (made == fails)
                return Error{ErrorCode::FileUnreadable, {}};
            return more();
        };
        company.records->saveFrom({QStringLiteral("import"), next}, &context, std::move(progress), [this](const Result<app::Saved> &saved) { result = saved; });
    }
    /// Each second time none, though there are more.
    std::optional<app::BulkSource::Piece> more()
    {
        app::BulkSource::Piece some;
        for (hesitates = !hesitates; !hesitates && some.size() < 100 && made < VeryMany; ++made)
            some.append(company.account(QStringLiteral("A%1").arg(made), 0));
        return hesitates || !some.isEmpty() ? std::optional(some) : std::nullopt;
    }
    qint64 live() const
    {
        storage::Query query;
        query.entity = Account::entity;
        return must(company.records->count(query));
    }

    LocalCompany company;
    QObject context;
    int made = 0;
    bool hesitates = false;
    int fails = -1; ///< when so many are made
    std::optional<Result<app::Saved>> result;
};

} // namespace

TEST_CASE("records that come one after the other are written meanwhile, and are one action that is taken back as one", "[threads]")
{
    Stream stream;
    int madeBeforeWritten = 0;
    QObject::connect(stream.company.records.get(), &app::LocalRecords::appended, &stream.context, [&] { madeBeforeWritten = std::max(madeBeforeWritten, stream.made); },
                     Qt::SingleShotConnection);
    stream.run([](qsizetype) { return true; });
    REQUIRE(waitFor([&] { return stream.result.has_value(); }));
    CHECK(madeBeforeWritten < VeryMany);
    const app::Saved saved = must(*stream.result);
    const QList<app::OutboxEntry> parts = must(stream.company.outbox->action(saved.action));
    REQUIRE(parts.size() == VeryMany / 500);
    CHECK(parts.last().set.part == VeryMany / 500);
    CHECK(parts.first().set.parts >= VeryMany / 500);
    CHECK(stream.live() == VeryMany);
    CHECK(stream.company.records->lastUndoable() == saved.action);
    std::optional<Result<app::Saved>> undone;
    stream.company.records->undoMany(saved.action, &stream.context, [](qsizetype) { return true; }, [&](const Result<app::Saved> &back) { undone = back; });
    REQUIRE(waitFor([&] { return undone.has_value(); }));
    CHECK(stream.live() == 0);
    CHECK(stream.company.records->lastUndoable().isNull());
}

TEST_CASE("what was written of a long action is taken back when it is called off, or when a record of it cannot be had", "[threads]")
{
    Stream stream;
    const bool callsOff = GENERATE(true, false);
    stream.fails = callsOff ? -1 : VeryMany / 2;
    stream.run([&](qsizetype done) { return !callsOff || done < VeryMany / 2; });
    REQUIRE(waitFor([&] { return stream.result.has_value(); }));
    if (callsOff)
        CHECK(must(*stream.result).action.isNull());
    else
        CHECK(stream.result->error().code == ErrorCode::FileUnreadable);
    CHECK(stream.company.outbox->lastSeq() > 0);
    CHECK(stream.live() == 0);
    CHECK(stream.company.records->lastUndoable().isNull());
}

TEST_CASE("taking back that is called off leaves all as it was", "[threads]")
{
    Stream stream;
    stream.run([](qsizetype) { return true; });
    REQUIRE(waitFor([&] { return stream.result.has_value(); }));
    std::optional<Result<app::Saved>> undone;
    stream.company.records->undoMany(must(*stream.result).action, &stream.context, [](qsizetype done) { return done < VeryMany / 2; },
                                     [&](const Result<app::Saved> &back) { undone = back; });
    REQUIRE(waitFor([&] { return undone.has_value(); }));
    CHECK(must(*undone).action.isNull());
    CHECK(stream.live() == VeryMany);
    CHECK(stream.company.records->lastUndoable() == must(*stream.result).action);
}

TEST_CASE("when a part cannot be written nothing more of the action is, and that is told once", "[threads]")
{
    Stream stream;
    const int failing = GENERATE(1, 2);
    storage::DatabaseOptions options;
    options.place = stream.company.path("outbox.db");
    options.key = stream.company.key;
    must(must(storage::Database::open(options))->execute("CREATE TRIGGER full BEFORE INSERT ON sets WHEN NEW.seq = " + QByteArray::number(failing)
                                                         + " BEGIN SELECT RAISE(ABORT, 'full'); END"));
    int told = 0;
    const auto next = [&]() -> Result<std::optional<app::BulkSource::Piece>> { return stream.more(); };
    bool failed = false;
    stream.company.records->saveFrom({QStringLiteral("import"), next}, &stream.context, [](qsizetype) { return true; }, [&](const Result<app::Saved> &saved) {
        ++told;
        failed = !saved;
    });
    REQUIRE(waitFor([&] { return told > 0; }));
    CHECK(failed);
    const int made = stream.made;
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    CHECK(stream.made == made);
    CHECK(told == 1);
    // What was saved before shows, and can be taken back.
    CHECK(stream.company.outbox->lastSeq() == failing - 1);
    CHECK(stream.live() == 500 * (failing - 1));
    CHECK(stream.company.records->lastUndoable().isNull() == (failing == 1));
}
