// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/uuid.h"
#include "tests/support/fakeclock.h"

#include <catch2/catch_test_macros.hpp>

#include <QSet>

using namespace guanxi;

TEST_CASE("Ids made one after the other sort in that order, also when the clock jumps back")
{
    test::FakeClock clock;
    SeededRandom random(1);
    UuidMaker maker(clock, random);
    Uuid last;
    for (int i = 0; i < 20'000; ++i) {
        if (i == 5000)
            clock.setWall(clock.wallMs() - 3'600'000);
        if (i == 10'000)
            clock.advance(5000);
        const Uuid next = maker.next();
        REQUIRE(last < next);
        last = next;
    }
}

TEST_CASE("An id carries version 7 and the RFC's variant")
{
    test::FakeClock clock;
    SeededRandom random(2);
    const QString text = UuidMaker(clock, random).next().text();
    CHECK(text[14] == u'7');
    CHECK(QStringLiteral("89ab").contains(text[19]));
}

TEST_CASE("An id reads back from text with and without hyphens, and nothing else does")
{
    const Uuid id = Uuid::named("x");
    CHECK(Uuid::fromText(id.text()) == id);
    CHECK(Uuid::fromText(QString(id.text()).remove(u'-')) == id);
    CHECK(Uuid::fromText(id.text().toUpper()) == id);
    CHECK_FALSE(Uuid::fromText(u"").has_value());
    CHECK_FALSE(Uuid::fromText(u"00000000-0000-0000-0000-00000000000g").has_value());
    CHECK_FALSE(Uuid::fromText(QString(id.text() + u'0')).has_value());
}

TEST_CASE("Ids order as their bytes do")
{
    const Uuid low = Uuid::fromBytes(QByteArray(16, '\x7f'));
    const Uuid high = Uuid::fromBytes(QByteArray(16, '\x80'));
    CHECK(low < high);
}

TEST_CASE("A name always gives the same id, and another name another")
{
    CHECK(Uuid::named("role/admin") == Uuid::named("role/admin"));
    CHECK(Uuid::named("role/admin") != Uuid::named("role/sales"));
    CHECK_FALSE(Uuid::named("").isNull());
}
