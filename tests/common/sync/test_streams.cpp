// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/streams.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using model::ScopeKey;
using model::ScopeKind;
using sync::ScopeStreams;

namespace
{

const ScopeKey all{8, ScopeKind::All, {}};
const ScopeKey own{9, ScopeKind::Owner, Uuid::named("me")};

/// `all` is current at 100.
ScopeStreams settled()
{
    ScopeStreams streams;
    streams.reset({all}, 100);
    return streams;
}

} // namespace

TEST_CASE("A granted scope is loaded from the beginning and joins the cursor when both are exhausted together")
{
    ScopeStreams streams = settled();
    streams.setGranted({all, own}, 120);
    REQUIRE(streams.loads() == QList<ScopeStreams::Stream>{{own, 0, 120}});
    CHECK(streams.apply(streams.generation(), 110, {{own, 130, true, 0}}, {}));
    CHECK(streams.loads() == QList<ScopeStreams::Stream>{{own, 130, 120}}); // ahead of the cursor: waits
    CHECK(streams.apply(streams.generation(), 140, {{own, 140, true, 130}}, {}));
    CHECK(streams.isSettled());
    CHECK(streams.state().current == QSet<ScopeKey>{all, own});
}

TEST_CASE("A revoked scope is dropped from where it was read")
{
    ScopeStreams streams = settled();
    streams.setGranted({}, 120);
    CHECK(streams.drops() == QList<ScopeStreams::Stream>{{all, 0, 100}});
    CHECK(streams.apply(streams.generation(), 120, {}, {{all, 40, false, 0}}));
    CHECK(streams.drops() == QList<ScopeStreams::Stream>{{all, 40, 100}});
    CHECK(streams.apply(streams.generation(), 120, {}, {{all, 120, true, 40}}));
    CHECK(streams.isSettled());
}

TEST_CASE("A scope granted again while it is being dropped hears of rows that left it meanwhile")
{
    ScopeStreams streams = settled();
    streams.setGranted({}, 120);
    streams.setGranted({all}, 150);
    CHECK(streams.loads() == QList<ScopeStreams::Stream>{{all, 0, 100}});
    CHECK(streams.drops().isEmpty());
}

TEST_CASE("An answer from before the grants changed is void")
{
    ScopeStreams streams = settled();
    const quint32 before = streams.generation();
    streams.setGranted({all, own}, 120);
    const ScopeStreams::State state = streams.state();
    CHECK_FALSE(streams.apply(before, 200, {}, {}));
    CHECK(streams.state() == state);
    streams.setGranted({all, own}, 130);
    CHECK(streams.generation() == before + 1);
}

TEST_CASE("A page that another one overtook is void")
{
    ScopeStreams streams = settled();
    streams.setGranted({all, own}, 120);
    CHECK(streams.apply(streams.generation(), 100, {{own, 50, false, 0}}, {}));
    CHECK_FALSE(streams.apply(streams.generation(), 200, {{own, 60, false, 0}}, {}));
    CHECK_FALSE(streams.apply(streams.generation(), 200, {{all, 60, false, 0}}, {}));
    CHECK(streams.cursor() == 100);
}

TEST_CASE("Live messages lead on only from the cursor")
{
    ScopeStreams streams = settled();
    CHECK_FALSE(streams.advance(99, 101));
    CHECK_FALSE(streams.advance(101, 102));
    CHECK(streams.advance(100, 101));
    CHECK(streams.cursor() == 101);
}

TEST_CASE("Streams behind the horizon need a comparison of everything")
{
    ScopeStreams streams = settled();
    CHECK_FALSE(streams.isBehind(100));
    CHECK(streams.isBehind(101));
    streams.setGranted({all, own}, 200);
    CHECK(streams.isBehind(101));
    ScopeStreams fresh;
    fresh.setGranted({own}, 200);
    CHECK_FALSE(fresh.isBehind(200));
    CHECK(fresh.isBehind(201));
    fresh.setGranted({}, 300);
    CHECK(fresh.isBehind(1));
}

TEST_CASE("Streams survive being written and read")
{
    ScopeStreams streams = settled();
    streams.setGranted({own}, 120);
    QByteArray bytes;
    CborWriter writer(&bytes);
    streams.write(writer);
    CborReader reader(bytes);
    CHECK(ScopeStreams::read(reader).state() == streams.state());
    CHECK(reader.result().ok());

    CborReader cut(bytes.chopped(3));
    (void)ScopeStreams::read(cut);
    CHECK_FALSE(cut.result().ok());
}

TEST_CASE("The digest names a set of scopes, not its order")
{
    CHECK(sync::digestOf({all, own}) == sync::digestOf({own, all}));
    CHECK(sync::digestOf({all}) != sync::digestOf({own}));
    CHECK(sync::digestOf({}).size() == 16);
}
