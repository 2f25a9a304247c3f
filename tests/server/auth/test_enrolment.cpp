// SPDX-License-Identifier: GPL-3.0-or-later
// Connection codes: what they are good for, how often and how long.
#include "tests/server/auth/authworld.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("a connection code serves once, on both databases")
{
    World world(GENERATE(Backend::Sqlite, Backend::Postgres));
    const QByteArray token = world.auth->createToken()->token;
    CHECK(world.enrol(world.enrolment(token)).ok());
    CHECK(codeOf(world.enrol(world.enrolment(token))) == ErrorCode::CodeUsed);
}

TEST_CASE("a connection code expires")
{
    World world(Backend::Sqlite);
    const auto token = world.auth->createToken();
    CHECK(token->expires == world.clock.now + PasswordAuth::TokenValidMs);
    world.clock.now = token->expires;
    CHECK(codeOf(world.enrol(world.enrolment(token->token))) == ErrorCode::CodeUsed);
}

TEST_CASE("the code of an enrolment that is rolled back can be used again")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    {
        const auto transaction = storage::Transaction::begin(*world.database);
        CHECK(world.enrol(world.enrolment(token)).ok());
    }
    CHECK(world.enrol(world.enrolment(token)).ok());
}

TEST_CASE("a mistyped password does not use up the code")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    protocol::Enrol request = world.enrolment(token);
    request.password = Wrong;
    CHECK(codeOf(world.enrol(request)) == ErrorCode::WrongPassword);
    CHECK(world.enrol(world.enrolment(token)).ok());
}

TEST_CASE("no code is stored in the clear")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    Statement statement(*world.database, "SELECT hash FROM connection_token");
    REQUIRE(*statement.step());
    CHECK(statement.bytes(0).size() == 32);
    CHECK_FALSE(statement.bytes(0).contains(token));
}

TEST_CASE("without a code nothing is learned about logins")
{
    World world(Backend::Sqlite);
    protocol::Enrol request = world.enrolment(QByteArray(16, 'x'));
    CHECK(codeOf(world.enrol(request)) == ErrorCode::CodeUsed);
    request.login = QStringLiteral("nobody");
    CHECK(codeOf(world.enrol(request)) == ErrorCode::CodeUsed);
}

TEST_CASE("a key or code of the wrong size is a malformed frame")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    protocol::Enrol request = world.enrolment(token);
    request.publicKey.chop(1);
    CHECK(codeOf(world.enrol(request)) == ErrorCode::BadFrame);
    request = world.enrolment(QByteArray());
    CHECK(codeOf(world.enrol(request)) == ErrorCode::BadFrame);
    request = world.enrolment(QByteArray(65, 'x'));
    CHECK(codeOf(world.enrol(request)) == ErrorCode::BadFrame);
}

TEST_CASE("an enrolment whose answer was lost is repeated with the same key and user, on both databases")
{
    World world(GENERATE(Backend::Sqlite, Backend::Postgres));
    const QByteArray token = world.auth->createToken()->token;
    const Uuid replica = world.enrolled(token);
    const auto repeated = world.prove(world.enrolment(token));
    REQUIRE(repeated.ok());
    CHECK(repeated->replica == replica);
    CHECK(repeated->user == world.wang);
    CHECK_FALSE(repeated->isNewReplica);

    protocol::Enrol other = world.enrolment(token);
    SECTION("not with another key")
    {
        other.publicKey = QByteArray(protocol::KeySize, 'k');
        CHECK(codeOf(world.prove(other)) == ErrorCode::CodeUsed);
    }
    SECTION("not with another code")
    {
        other.token = world.auth->createToken()->token;
        const auto another = world.prove(other);
        REQUIRE(another.ok());
        CHECK(another->isNewReplica);
        CHECK(another->replica != replica);
    }
    SECTION("not by another user, whose password is right")
    {
        REQUIRE(world.auth->setPassword(world.addUser(QStringLiteral("li"), QStringLiteral("李强")), Password, false).ok());
        other.login = QStringLiteral("li");
        CHECK(codeOf(world.prove(other)) == ErrorCode::CodeUsed);
    }
    SECTION("not without the password")
    {
        other.password = Wrong;
        CHECK(codeOf(world.prove(other)) == ErrorCode::WrongPassword);
    }
    SECTION("not later")
    {
        world.clock.now += PasswordAuth::RepeatMs;
        CHECK(codeOf(world.prove(other)) == ErrorCode::CodeUsed);
    }
    SECTION("not once the computer has sent something")
    {
        REQUIRE(Statement(*world.database, "UPDATE replica SET last_seq = 1").run().ok());
        CHECK(codeOf(world.prove(other)) == ErrorCode::CodeUsed);
    }
    SECTION("not once it was removed")
    {
        REQUIRE(world.auth->revokeReplica(replica).ok());
        CHECK(codeOf(world.prove(other)) == ErrorCode::CodeUsed);
    }
}
