// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/heartbeat.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::protocol;
using Action = Heartbeat::Action;

TEST_CASE("A silent connection is pinged after 20 s, again after 40 s, and dead after 45 s")
{
    Heartbeat heart(1000);
    CHECK(heart.nextMs() == 21'000);
    CHECK(heart.tick(20'999) == Action::None);
    CHECK(heart.tick(21'000) == Action::Ping);
    CHECK(heart.tick(21'001) == Action::None);
    CHECK(heart.tick(41'000) == Action::Ping);
    CHECK(heart.nextMs() == 46'000);
    CHECK(heart.tick(45'999) == Action::None);
    CHECK(heart.tick(46'000) == Action::Dead);
}

TEST_CASE("Any byte keeps a connection alive")
{
    Heartbeat heart(0);
    for (qint64 now = 10'000; now < 300'000; now += 10'000) {
        heart.heard(now);
        heart.sent(now);
        CHECK(heart.tick(now) == Action::None);
    }
}

TEST_CASE("Silence in one direction is enough for a ping")
{
    Heartbeat listening(0);
    listening.heard(15'000);
    CHECK(listening.tick(20'000) == Action::Ping); // we said nothing
    Heartbeat talking(0);
    talking.sent(15'000);
    CHECK(talking.tick(20'000) == Action::Ping); // they said nothing
}

TEST_CASE("After waking up an answer is due within three seconds")
{
    Heartbeat heart(0);
    heart.probe(5000);
    CHECK(heart.nextMs() <= 5000);
    CHECK(heart.tick(5000) == Action::Ping);
    CHECK(heart.nextMs() == 8000);
    SECTION("silence is death")
    {
        CHECK(heart.tick(7999) == Action::None);
        CHECK(heart.tick(8000) == Action::Dead);
    }
    SECTION("asked again meanwhile, no later")
    {
        heart.probe(7000);
        CHECK(heart.tick(7000) == Action::None);
        CHECK(heart.tick(8000) == Action::Dead);
    }
    SECTION("an answer is life")
    {
        heart.heard(6000);
        CHECK(heart.tick(8000) == Action::None);
    }
}

TEST_CASE("A tick that was slept through asks before it gives up")
{
    Heartbeat heart(0);
    CHECK(heart.tick(3'600'000) == Action::Ping);
    CHECK(heart.tick(3'602'999) == Action::None);
    CHECK(heart.tick(3'603'000) == Action::Dead);
    Heartbeat again(0);
    CHECK(again.tick(3'600'000) == Action::Ping);
    again.heard(3'600'100);
    CHECK(again.tick(3'603'000) == Action::None);
    Heartbeat twice(0);
    CHECK(twice.tick(3'600'000) == Action::Ping);
    CHECK(twice.tick(7'200'000) == Action::Dead); // silent through the probe as well
}

TEST_CASE("The first retry comes within a second, later ones spread up to a minute")
{
    for (quint64 seed = 0; seed < 200; ++seed) {
        SeededRandom random(seed);
        Backoff backoff(random);
        qint64 previous = backoff.next();
        CHECK(previous >= 0);
        CHECK(previous <= 1000);
        for (int attempt = 0; attempt < 30; ++attempt) {
            const qint64 delay = backoff.next();
            REQUIRE(delay >= Backoff::LeastMs);
            REQUIRE(delay <= qMax(Backoff::LeastMs, qMin(Backoff::MostMs, 3 * previous)));
            previous = delay;
        }
    }
}

TEST_CASE("Retries grow to the order of a minute")
{
    SeededRandom random(3);
    Backoff backoff(random);
    qint64 longest = 0;
    for (int attempt = 0; attempt < 200; ++attempt)
        longest = qMax(longest, backoff.next());
    CHECK(longest == Backoff::MostMs);
}

TEST_CASE("A minute of health starts over, less does not")
{
    SeededRandom random(3);
    Backoff backoff(random);
    qint64 delay = 0;
    while (delay < 30'000)
        delay = backoff.next();
    CHECK(backoff.next(60'000) <= 1000);
    while (delay < 30'000 || backoff.next(59'999) <= 1000)
        delay = backoff.next();
    SUCCEED();
}

TEST_CASE("A range that the server gave is spread evenly, also a nonsensical one")
{
    SeededRandom random(5);
    Backoff backoff(random);
    qint64 least = 100'000;
    qint64 most = 0;
    for (int i = 0; i < 1000; ++i) {
        const qint64 delay = backoff.within(5, 30);
        least = qMin(least, delay);
        most = qMax(most, delay);
    }
    CHECK((least >= 5000 && least < 6000));
    CHECK((most <= 30'000 && most > 29'000));
    CHECK(backoff.within(10, 3) == 10'000);
    CHECK(backoff.within(-5, -1) == 0);
}
