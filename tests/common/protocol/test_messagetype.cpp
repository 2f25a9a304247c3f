// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/frame.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi::protocol;

namespace {

QStringList allowed(Role sender, ConnectionState state)
{
    QStringList names;
    for (int type = 0; type < 256; ++type)
        if (isAllowed(MessageType(type), sender, state))
            names.append(messageName(MessageType(type)));
    return names;
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

} // namespace

TEST_CASE("A stranger can only greet and prove who they are")
{
    CHECK(allowed(Role::Client, ConnectionState::Fresh) == words("Hello"));
    CHECK(allowed(Role::Client, ConnectionState::Greeted) == words("Enrol SignIn Ping Pong SignOut"));
}

TEST_CASE("A revoked replica can hand in its work and nothing else")
{
    CHECK(allowed(Role::Client, ConnectionState::Revoked) == words("Ping Pong SignOut Quarantine BlobOffer BlobPut"));
    CHECK(allowed(Role::Server, ConnectionState::Revoked) == words("Error Ping Pong PushAck Done Notice BlobWanted"));
}

TEST_CASE("Console commands exist on the local console only, and nothing else does there")
{
    CHECK(allowed(Role::Client, ConnectionState::LocalConsole) == words("Command"));
    CHECK(allowed(Role::Server, ConnectionState::LocalConsole) == words("Error CommandReply"));
    CHECK_FALSE(allowed(Role::Client, ConnectionState::SignedIn).contains(QStringLiteral("Command")));
}

TEST_CASE("A signed-in client speaks sync, not sign-in")
{
    CHECK(allowed(Role::Client, ConnectionState::SignedIn)
          == words("Ping Pong Push Confirm Pull History Reveal ChangePassword SignOut Resume Fork Compare Mend BlobOffer BlobPut BlobOpen BlobGet"));
}

TEST_CASE("Only the server's limits are small before sign-in")
{
    CHECK(FrameLimits::of(Role::Server, ConnectionState::Fresh).frame == 4096);
    CHECK(FrameLimits::of(Role::Server, ConnectionState::Greeted).unpacked == 4096);
    CHECK(FrameLimits::of(Role::Server, ConnectionState::SignedIn).frame == 1024 * 1024);
    CHECK(FrameLimits::of(Role::Client, ConnectionState::Greeted).unpacked == 4 * 1024 * 1024);
}

TEST_CASE("Numbers without a message have no name and no permission")
{
    CHECK(messageName(MessageType(0)) == QLatin1StringView("Unknown"));
    CHECK(messageName(MessageType(MessageTypeCount + 1)) == QLatin1StringView("Unknown"));
}
