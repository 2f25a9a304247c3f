// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lease.h"
#include "tests/support/fakeclock.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;

namespace {

constexpr qint64 Day = qint64(24) * 3600 * 1000;
constexpr qint64 Fortnight = 14 * Day / 1000;

/// The server's clock is an hour ahead of this machine's.
struct Copy {
    test::FakeClock clock;
    Lease lease{clock};
    qint64 serverTime = clock.wallMs() + 3'600'000;

    Copy() { lease.renew(serverTime, Fortnight); }
    /// The program ends; the machine is off for a while.
    Lease restarted(qint64 off = 0)
    {
        const QByteArray stored = lease.stored();
        clock.advance(off);
        Lease later(clock);
        later.restore(stored);
        return later;
    }
};

} // namespace

TEST_CASE("a copy that nobody gave a lease is never over")
{
    test::FakeClock clock;
    Lease lease(clock);
    lease.restore({});
    clock.advance(1000 * Day);
    CHECK_FALSE(lease.isOver());
}

TEST_CASE("a lease ends after its time, running or not, and begins anew with each contact")
{
    Copy copy;
    copy.clock.advance(14 * Day);
    CHECK_FALSE(copy.lease.isOver());
    copy.clock.advance(1);
    CHECK(copy.lease.isOver());
    copy.lease.renew(copy.serverTime + 15 * Day, Fortnight);
    CHECK_FALSE(copy.lease.isOver());
    CHECK_FALSE(copy.restarted(14 * Day).isOver());
    CHECK(copy.restarted(1).isOver());
}

TEST_CASE("the server's time goes on here by the machine's clocks")
{
    Copy copy;
    CHECK(copy.lease.now() == copy.serverTime);
    copy.clock.advance(5000);
    CHECK(copy.lease.now() == copy.serverTime + 5000);
    CHECK(copy.restarted(7000).now() == copy.serverTime + 12'000);
}

TEST_CASE("a clock turned back while the program runs gives no time away")
{
    Copy copy;
    copy.clock.advance(10 * Day);
    CHECK_FALSE(copy.lease.isOver());
    copy.clock.setWall(copy.clock.wallMs() - 9 * Day);
    copy.clock.advance(4 * Day);
    CHECK_FALSE(copy.lease.isOver());
    copy.clock.advance(1);
    CHECK(copy.lease.isOver());
}

TEST_CASE("a clock turned back a little between two starts gives back nothing that had passed")
{
    Copy copy;
    copy.clock.advance(10 * Day);
    const qint64 seen = copy.lease.now();
    copy.clock.setWall(copy.clock.wallMs() - Day / 3);
    Lease later = copy.restarted();
    CHECK(later.now() == seen);
    CHECK_FALSE(later.isOver());
    CHECK(copy.restarted(4 * Day + 1).isOver());
}

TEST_CASE("a clock found days behind at a start ends the lease, until the server is there")
{
    Copy copy;
    copy.clock.advance(3 * Day);
    const QByteArray stored = copy.lease.stored();
    copy.clock.setWall(copy.clock.wallMs() - 2 * Day);
    Lease later(copy.clock);
    later.restore(stored);
    CHECK(later.isOver());
    // Also when the clock is right again.
    copy.clock.setWall(copy.clock.wallMs() + 2 * Day);
    Lease third(copy.clock);
    third.restore(later.stored());
    CHECK(third.isOver());
    third.renew(copy.serverTime + 3 * Day, Fortnight);
    CHECK_FALSE(third.isOver());
}

TEST_CASE("a lease that was over stays over, however often the clock is set, until the server is there")
{
    Copy copy;
    copy.clock.advance(20 * Day);
    REQUIRE(copy.lease.isOver());
    for (qint64 back : {1, 6, 19, 40}) {
        copy.clock.setWall(copy.clock.wallMs() - back * Day);
        CHECK(copy.restarted().isOver());
    }
    copy.lease.renew(copy.serverTime + 20 * Day, Fortnight);
    CHECK_FALSE(copy.lease.isOver());
}

TEST_CASE("a clock put forward while connected, and back afterwards, gives no time away")
{
    Copy copy;
    const qint64 right = copy.clock.wallMs();
    copy.clock.setWall(right + 300 * Day);
    copy.lease.heard();
    copy.clock.advance(60'000);
    copy.lease.heard();
    CHECK(copy.lease.now() == copy.serverTime + 60'000);
    copy.clock.setWall(right + 60'000);
    CHECK_FALSE(copy.restarted(13 * Day).isOver());
    CHECK(copy.restarted(Day + 1).isOver());
}

TEST_CASE("time that passed while connected does not count")
{
    Copy copy;
    for (int day = 0; day < 30; ++day) {
        copy.clock.advance(Day);
        copy.lease.heard();
    }
    CHECK_FALSE(copy.lease.isOver());
    copy.clock.advance(14 * Day + 1);
    CHECK(copy.lease.isOver());
}
