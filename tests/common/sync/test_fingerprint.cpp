// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/fingerprint.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::sync;

namespace {

Uuid id(char letter) { return Uuid::fromBytes(QByteArray(16, letter)); }

} // namespace

TEST_CASE("Equal rows have equal fingerprints in whatever order they are read")
{
    Fingerprint one, other;
    one.add(id('a'), 1);
    one.add(id('b'), 2);
    other.add(id('b'), 2);
    other.add(id('a'), 1);
    CHECK(one == other);
}

TEST_CASE("Another revision, another row, one row more: another fingerprint")
{
    Fingerprint one, later, more;
    one.add(id('a'), 1);
    later.add(id('a'), 2);
    more.add(id('a'), 1);
    more.add(id('b'), 0);
    CHECK_FALSE(one == later);
    CHECK_FALSE(one == more);
    CHECK(fingerprintOf(id('a'), 1) != fingerprintOf(id('b'), 1));
}

TEST_CASE("Two rows that exchanged their revisions are seen")
{
    Fingerprint one, other;
    one.add(id('a'), 1);
    one.add(id('b'), 2);
    other.add(id('a'), 2);
    other.add(id('b'), 1);
    CHECK_FALSE(one == other);
}

TEST_CASE("The fingerprint is the same on every machine and in every version")
{
    CHECK(fingerprintOf(Uuid::fromBytes(QByteArray::fromHex("000102030405060708090a0b0c0d0e0f")), 42) == Q_UINT64_C(0x49beb966baa30d2));
}
