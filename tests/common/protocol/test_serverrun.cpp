// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/serverrun.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

Uuid run(char letter) { return Uuid::fromBytes(QByteArray(16, letter)); }

const QList<ServerRun> Runs{{run('b'), 0}, {run('d'), 100}, {run('f'), 150}};

} // namespace

TEST_CASE("A copy that knows no more than the server has lost nothing")
{
    CHECK_FALSE(lostSince(Runs, run('b'), 100));
    CHECK_FALSE(lostSince(Runs, run('d'), 150));
    CHECK_FALSE(lostSince(Runs, run('f'), 9999));
    CHECK_FALSE(lostSince(Runs, Uuid(), 9999));
    CHECK_FALSE(lostSince({}, run('b'), 9999));
}

TEST_CASE("A copy that has read on in a run beyond where the next one began knows what was lost")
{
    CHECK(lostSince(Runs, run('b'), 101) == 100);
    CHECK(lostSince(Runs, run('d'), 230) == 150);
}

TEST_CASE("A run that the database does not know lay before the next one by time")
{
    CHECK(lostSince(Runs, run('e'), 230) == 150);
    CHECK(lostSince(Runs, run('c'), 101) == 100);
    CHECK_FALSE(lostSince(Runs, run('e'), 150));
    CHECK(lostSince(Runs, run('z'), 230) == 150);
}
