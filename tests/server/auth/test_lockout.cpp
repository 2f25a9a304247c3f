// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/lockout.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi::server;

namespace {

const QString Name = QStringLiteral("wang");
constexpr LockoutPolicy Policy{3, 1000, 8000, 60'000};

} // namespace

TEST_CASE("the first failures are free")
{
    Lockout lockout(Policy);
    lockout.failed(Name, 100);
    lockout.failed(Name, 100);
    CHECK(lockout.waitMs(Name, 100) == 0);
}

TEST_CASE("each further failure doubles the wait up to the most")
{
    Lockout lockout(Policy);
    qint64 now = 100;
    lockout.failed(Name, now);
    lockout.failed(Name, now);
    for (const qint64 expected : {1000, 2000, 4000, 8000, 8000}) {
        lockout.failed(Name, now);
        CHECK(lockout.waitMs(Name, now) == expected);
        CHECK(lockout.waitMs(Name, now + expected - 1) == 1);
        CHECK(lockout.waitMs(Name, now + expected) == 0);
        now += expected;
    }
}

TEST_CASE("a thousand failures do not overflow the wait")
{
    Lockout lockout(Policy);
    for (int i = 0; i < 1000; ++i)
        lockout.failed(Name, 100);
    CHECK(lockout.waitMs(Name, 100) == Policy.mostMs);
}

TEST_CASE("time without failure forgets, and one name's failures are not another's")
{
    Lockout lockout(Policy);
    for (int i = 0; i < 3; ++i)
        lockout.failed(Name, 100);
    CHECK(lockout.waitMs(QStringLiteral("li"), 100) == 0);
    lockout.failed(Name, 100 + Policy.forgetMs + 1);
    CHECK(lockout.waitMs(Name, 100 + Policy.forgetMs + 1) == 0);
}

TEST_CASE("clearing a name lets it try at once")
{
    Lockout lockout(Policy);
    for (int i = 0; i < 5; ++i)
        lockout.failed(Name, 100);
    CHECK(lockout.clear(Name));
    CHECK(lockout.waitMs(Name, 100) == 0);
    CHECK_FALSE(lockout.clear(Name));
}
