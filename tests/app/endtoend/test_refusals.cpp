// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/connectioncode.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QTcpSocket>

using namespace guanxi;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

} // namespace

TEST_CASE("Every refusal at the door has its own answer, and the others notice nothing")
{
    ServerProcess server;
    server.start();
    TestDesk steady;
    REQUIRE(steady.enrol(server.code(), QStringLiteral("admin"), Password).ok());

    SECTION("a wrong password and an unknown user get the same answer")
    {
        TestDesk desk;
        CHECK(desk.enrol(server.code(), QStringLiteral("admin"), QStringLiteral("wrong")).error().code == ErrorCode::WrongPassword);
        TestDesk other;
        CHECK(other.enrol(server.code(), QStringLiteral("nobody"), Password).error().code == ErrorCode::WrongPassword);
    }
    SECTION("a connection code works once")
    {
        const QString code = server.code();
        TestDesk first;
        REQUIRE(first.enrol(code, QStringLiteral("admin"), Password).ok());
        TestDesk second;
        CHECK(second.enrol(code, QStringLiteral("admin"), Password).error().code == ErrorCode::CodeUsed);
    }
    SECTION("a mistyped code is noticed before anything is sent")
    {
        QString code = server.code();
        code[7] = code[7] == u'A' ? u'B' : u'A';
        TestDesk desk;
        CHECK(desk.enrol(code, QStringLiteral("admin"), Password).error().code == ErrorCode::CodeInvalid);
    }
    SECTION("another key than the pinned one is refused")
    {
        protocol::ConnectionCode code = protocol::decodeConnectionCode(server.code()).value();
        code.keyPin[0] = char(code.keyPin[0] ^ 1);
        TestDesk desk;
        CHECK(desk.enrol(protocol::encodeConnectionCode(code).value(), QStringLiteral("admin"), Password).error().code == ErrorCode::KeyChanged);
    }
    SECTION("rubbish instead of a handshake")
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
        REQUIRE(socket.waitForConnected());
        socket.write(QByteArray(100'000, 'x'));
        CHECK(waitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 15'000));
    }
    SECTION("a wrong password at a desk that is enrolled")
    {
        steady->signOut();
        steady.restart();
        CHECK(steady.signIn(QStringLiteral("wrong")).error().code == ErrorCode::WrongPassword);
        REQUIRE(steady.signIn(Password).ok());
    }
    REQUIRE(server.isRunning());
    REQUIRE(steady->records().save(newAccount(*steady, QStringLiteral("weiter"))).ok());
    CHECK(steady.waitQuiet());
}
