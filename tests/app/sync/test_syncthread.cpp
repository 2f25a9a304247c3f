// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncthread.h"
#include "common/model/catalogue/platform.h"
#include "tests/common/storage/testdatabase.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waitfor.h"

#include <mutex>

using namespace guanxi;
using namespace guanxi::test;
using namespace guanxi::protocol;
using storage::test::must;

namespace {

std::shared_ptr<storage::Database> inMemory()
{
    storage::DatabaseOptions options;
    options.place = QStringLiteral(":memory:");
    return must(storage::Database::open(options));
}

/// An engine on its own thread, and what it sends.
struct Sync {
    Sync()
    {
        CborWriter writer(&ready.rights);
        model::Rights().write(writer);
        thread.post([this](app::SyncEngine &engine) {
            engine.connected(ready, [this](const Message &message) {
                const std::lock_guard lock(mutex);
                pulls += std::holds_alternative<Pull>(message) ? 1 : 0;
            });
        });
        REQUIRE(waitFor([this] { return pullCount() == 1; }));
    }
    int pullCount()
    {
        const std::lock_guard lock(mutex);
        return pulls;
    }
    void answer(qint64 rev)
    {
        Page page;
        page.cursor.rev = page.head = rev;
        thread.receive(page);
    }

    struct Declared : model::Catalogue {
        Declared() { model::declarePlatform(*this); }
    } catalogue;
    FakeClock clock;
    SystemRandom random;
    std::unique_ptr<app::Outbox> outbox = must(app::Outbox::open(inMemory()));
    std::unique_ptr<app::Cache> cache = must(app::Cache::open(inMemory(), catalogue));
    Ready ready;
    std::mutex mutex;
    int pulls = 0;
    app::SyncThread thread{std::make_unique<app::SyncEngine>(*outbox, *cache, clock, random)};
};

} // namespace

TEST_CASE("an engine on its own thread is quiet when it has read everything", "[threads]")
{
    Sync sync;
    CHECK_FALSE(sync.thread.isQuiet());
    sync.answer(7);
    CHECK(waitFor([&] { return sync.thread.isQuiet(); }));
    CHECK(sync.cache->streams().cursor() == 7);
}

TEST_CASE("commits that come faster than they can be applied are read in pages instead", "[threads]")
{
    Sync sync;
    sync.answer(0);
    REQUIRE(waitFor([&] { return sync.thread.isQuiet(); }));
    {
        // Somebody at the desk keeps the copy busy meanwhile.
        const app::Turn turn(sync.cache->turns(), app::Turns::Who::Urgent);
        for (qint64 rev = 1; rev <= 2000; ++rev)
            sync.thread.receive(Live{rev - 1, rev, {}, {}});
    }
    REQUIRE(waitFor([&] { return sync.pullCount() == 2; }));
    sync.answer(2000);
    REQUIRE(waitFor([&] { return sync.thread.isQuiet(); }));
    CHECK(sync.cache->streams().cursor() == 2000);
    sync.thread.receive(Live{2000, 2001, {}, {}});
    REQUIRE(waitFor([&] { return sync.thread.isQuiet(); }));
    CHECK(sync.cache->streams().cursor() == 2001);
    CHECK(sync.pullCount() == 2);
}

TEST_CASE("what waits when the desk is closed is dropped", "[threads]")
{
    auto sync = std::make_unique<Sync>();
    for (qint64 rev = 1; rev <= 200; ++rev)
        sync->thread.receive(Live{rev - 1, rev, {}, {}});
    sync.reset();
    SUCCEED("it came to an end");
}
