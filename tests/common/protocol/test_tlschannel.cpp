// SPDX-License-Identifier: GPL-3.0-or-later
// Real sockets on the loopback, both ends in this process.
#include "tests/common/protocol/samples.h"

#include "common/protocol/localchannel.h"
#include "common/protocol/tlschannel.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QCoreApplication>
#include <QLocalServer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

const Identity &identity()
{
    static const Identity made = *makeIdentity(QStringLiteral("test"), 1'760'000'000'000);
    return made;
}

struct Ear {
    void listen(Channel *to)
    {
        channel = to;
        QObject::connect(to, &Channel::opened, to, [this] { ++opened; });
        QObject::connect(to, &Channel::received, to, [this](const Message &message) { messages.append(message); });
        QObject::connect(to, &Channel::closed, to, [this](const Error &error) { reasons.append(error); });
    }
    int opened = 0;
    QList<Message> messages;
    QList<Error> reasons;
    Channel *channel = nullptr;
};

class Server : public QTcpServer
{
public:
    Server() { REQUIRE(listen(QHostAddress::LocalHost)); }
    Ear ear;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        TlsChannel *channel = TlsChannel::accept(descriptor, identity(), this);
        ear.listen(channel);
        channel->begin();
    }
};

struct Pair {
    explicit Pair(const QByteArray &pin = keyPin(identity().certificate))
    {
        client.listen(TlsChannel::connectTo(QStringLiteral("127.0.0.1"), server.serverPort(), pin, &owner));
    }
    void open()
    {
        REQUIRE(waitUntil([&] { return client.opened && server.ear.opened; }));
        client.channel->setState(ConnectionState::SignedIn);
        server.ear.channel->setState(ConnectionState::SignedIn);
    }
    QObject owner;
    Server server;
    Ear client;
};

/// A TLS client that speaks whatever a test wants.
struct RawClient {
    explicit RawClient(const Server &server, QSsl::SslProtocol protocol = QSsl::TlsV1_3)
    {
        QSslConfiguration tls;
        tls.setProtocol(protocol);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort());
    }
    QSslSocket socket;
};

} // namespace

TEST_CASE("Client and server meet over TLS 1.3 and talk", "[tls]")
{
    REQUIRE(checkTlsBackend().ok());
    Pair pair;
    pair.open();
    CHECK(static_cast<TlsChannel *>(pair.server.ear.channel)->pin() == keyPin(identity().certificate));
    CHECK(pair.server.ear.channel->peer() == QStringLiteral("127.0.0.1"));
    pair.client.channel->send(Ping{1});
    pair.server.ear.channel->send(Ping{2});
    CHECK(waitUntil([&] { return pair.client.messages.size() == 1 && pair.server.ear.messages.size() == 1; }));
    CHECK(pair.client.messages == QList<Message>{Ping{2}});
    CHECK(pair.server.ear.messages == QList<Message>{Ping{1}});
}

TEST_CASE("A client that knows another key refuses before it says a word", "[tls]")
{
    Pair pair(QByteArray(32, '\x01'));
    REQUIRE(waitUntil([&] { return !pair.client.reasons.isEmpty(); }));
    CHECK(pair.client.reasons == QList<Error>{{ErrorCode::KeyChanged, {}}});
    CHECK(pair.client.opened == 0);
    CHECK(waitUntil([&] { return !pair.server.ear.reasons.isEmpty(); }));
    CHECK(pair.server.ear.messages.isEmpty());
}

TEST_CASE("A client without a pin refuses too", "[tls]")
{
    Pair pair{QByteArray()};
    REQUIRE(waitUntil([&] { return !pair.client.reasons.isEmpty(); }));
    CHECK(pair.client.reasons.at(0).code == ErrorCode::KeyChanged);
}

TEST_CASE("Nobody there is Unreachable", "[tls]")
{
    QObject owner;
    Ear client;
    quint16 port = 0;
    {
        const Server gone;
        port = gone.serverPort();
    }
    client.listen(TlsChannel::connectTo(QStringLiteral("127.0.0.1"), port, QByteArray(32, 'x'), &owner));
    REQUIRE(waitUntil([&] { return !client.reasons.isEmpty(); }));
    CHECK(client.reasons
          == QList<Error>{
              {ErrorCode::Unreachable, {QStringLiteral("127.0.0.1"), QStringLiteral("ConnectionRefusedError")}}});
}

TEST_CASE("Older TLS is refused", "[tls]")
{
    Server server;
    RawClient client(server, QSsl::TlsV1_2);
    REQUIRE(waitUntil([&] { return !server.ear.reasons.isEmpty(); }));
    CHECK(server.ear.opened == 0);
    CHECK_FALSE(client.socket.isEncrypted());
}

TEST_CASE("Plain TCP chatter is refused", "[tls]")
{
    Server server;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), server.serverPort());
    socket.write("GET / HTTP/1.0\r\n\r\n");
    REQUIRE(waitUntil([&] { return !server.ear.reasons.isEmpty(); }));
    CHECK(server.ear.opened == 0);
}

TEST_CASE("An oversized frame closes the connection with FrameTooLarge, and the client is told", "[tls]")
{
    Pair pair;
    REQUIRE(waitUntil([&] { return pair.client.opened && pair.server.ear.opened; }));
    pair.client.channel->sendFrame(FrameWriter::raw(1, FlagLast, 0, QByteArray(5000, 'x')));
    REQUIRE(waitUntil([&] { return !pair.client.reasons.isEmpty(); }));
    CHECK(pair.server.ear.reasons
          == QList<Error>{{ErrorCode::FrameTooLarge, {QStringLiteral("5004"), QStringLiteral("4096")}}});
    REQUIRE(pair.client.messages.size() == 1);
    CHECK(std::get<ErrorMessage>(pair.client.messages[0]).code == ErrorCode::FrameTooLarge);
    CHECK(pair.client.reasons.at(0).code == ErrorCode::Disconnected);
}

TEST_CASE("Many megabytes pass through a queue that drains in order", "[tls]")
{
    Pair pair;
    pair.open();
    QObject::connect(pair.client.channel, &Channel::progressed, pair.client.channel, [&](qint64 queued) {
        CHECK(queued >= 0);
    });
    constexpr int Count = 64;
    for (int i = 0; i < Count; ++i)
        pair.client.channel->send(Push{{QByteArray(500'000, char('a' + i % 26))}}, Compression::Never);
    CHECK(pair.client.channel->queuedBytes() > 16'000'000);
    REQUIRE(waitUntil([&] { return pair.server.ear.messages.size() == Count; }));
    for (int i = 0; i < Count; ++i)
        REQUIRE(std::get<Push>(pair.server.ear.messages[i]).sets[0].front() == char('a' + i % 26));
    CHECK(waitUntil([&] { return pair.client.channel->queuedBytes() == 0; }));
}

TEST_CASE("A connection on which nothing waits gives its buffers back, once each time, and talks on as before", "[tls]")
{
    Pair pair;
    pair.open();
    for (int round = 0; round < 3; ++round) {
        const int before = int(pair.server.ear.messages.size());
        for (int i = 0; i < 20; ++i) {
            pair.client.channel->send(Push{{QByteArray(50'000 + i, char('a' + round))}}, Compression::Never);
            pair.server.ear.channel->send(Ping{i});
        }
        REQUIRE(waitUntil([&] { return pair.server.ear.messages.size() == before + 20 && pair.client.messages.size() == before + 20; }));
        REQUIRE(waitUntil([&] { return pair.client.channel->queuedBytes() == 0 && pair.server.ear.channel->queuedBytes() == 0; }));
        for (Channel *channel : {pair.client.channel, pair.server.ear.channel}) {
            CHECK(channel->rest());
            CHECK_FALSE(channel->rest());
        }
        CHECK(std::get<Push>(pair.server.ear.messages.last()).sets[0] == QByteArray(50'019, char('a' + round)));
    }
    // While something is on its way nothing is given back.
    pair.server.ear.channel->setPaused(true);
    for (int i = 0; i < 80; ++i)
        pair.client.channel->send(Push{{QByteArray(500'000, 'x')}}, Compression::Never);
    CHECK_FALSE(pair.client.channel->rest());
}

TEST_CASE("A paused receiver holds the sender back", "[tls]")
{
    Pair pair;
    pair.open();
    pair.server.ear.channel->setPaused(true);
    constexpr int Count = 80;
    for (int i = 0; i < Count; ++i)
        pair.client.channel->send(Push{{QByteArray(500'000, 'x')}}, Compression::Never);
    for (qint64 before = -1, now = 0; before != now; now = pair.client.channel->queuedBytes()) {
        before = now; // until the kernel's buffers are full
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    CHECK(pair.client.channel->queuedBytes() > 10'000'000);
    CHECK(pair.server.ear.messages.isEmpty());
    pair.server.ear.channel->setPaused(false);
    CHECK(waitUntil([&] { return pair.server.ear.messages.size() == Count; }));
}

TEST_CASE("What was sent before closing arrives before the end", "[tls]")
{
    Pair pair;
    pair.open();
    for (int i = 0; i < 20; ++i)
        pair.client.channel->send(Push{{QByteArray(300'000, 'x')}}, Compression::Never);
    pair.client.channel->close();
    REQUIRE(waitUntil([&] { return !pair.server.ear.reasons.isEmpty(); }));
    CHECK(pair.server.ear.messages.size() == 20);
    CHECK(pair.server.ear.reasons == QList<Error>{{ErrorCode::Disconnected, {}}});
}

TEST_CASE("Half a frame and then the end is a lost connection, not a message", "[tls]")
{
    Server server;
    RawClient client(server);
    REQUIRE(waitUntil([&] { return client.socket.isEncrypted() && server.ear.opened; }));
    server.ear.channel->setState(ConnectionState::SignedIn);
    client.socket.write(encodeFrame(Ping{1}) + encodeFrame(Ping{2}).chopped(1));
    client.socket.disconnectFromHost();
    REQUIRE(waitUntil([&] { return !server.ear.reasons.isEmpty(); }));
    CHECK(server.ear.messages == QList<Message>{Ping{1}});
    CHECK(server.ear.reasons.at(0).code == ErrorCode::Disconnected);
}

TEST_CASE("A channel may be deleted from within a message", "[tls]")
{
    Pair pair;
    pair.open();
    QObject::connect(pair.server.ear.channel, &Channel::received, &pair.owner,
                     [&] { delete std::exchange(pair.server.ear.channel, nullptr); });
    pair.client.channel->sendFrame(encodeFrame(Ping{1}) + encodeFrame(Ping{2}));
    REQUIRE(waitUntil([&] { return !pair.client.reasons.isEmpty(); }));
    CHECK(pair.server.ear.messages.size() == 1);
}

TEST_CASE("What was sent before closing arrives although the channel is deleted at once", "[tls]")
{
    Pair pair;
    pair.open();
    for (int i = 0; i < 20; ++i)
        pair.client.channel->send(Push{{QByteArray(300'000, 'x')}}, Compression::Never);
    QObject::connect(pair.client.channel, &Channel::closed, pair.client.channel, &QObject::deleteLater);
    pair.client.channel->close();
    REQUIRE(waitUntil([&] { return !pair.server.ear.reasons.isEmpty(); }));
    CHECK(pair.server.ear.messages.size() == 20);
}

TEST_CASE("Whichever end goes first, and however, a connection leaves nothing behind", "[tls]")
{
    Pair pair;
    const auto sockets = [](const QObject &owner) { return owner.findChildren<QSslSocket *>().size(); };
    pair.open();
    const int how = GENERATE(0, 1, 2, 3);
    if (how == 0)
        pair.client.channel->close();
    else if (how == 1)
        pair.server.ear.channel->close();
    else
        (how == 2 ? pair.client : pair.server.ear).channel->findChild<QSslSocket *>()->abort();
    REQUIRE(waitUntil([&] { return !pair.client.reasons.isEmpty() && !pair.server.ear.reasons.isEmpty(); }));
    delete pair.client.channel;
    delete pair.server.ear.channel;
    CHECK(waitUntil([&] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return sockets(pair.owner) == 0 && sockets(pair.server) == 0;
    }));
}

TEST_CASE("The console speaks over a local socket", "[local]")
{
    const QTemporaryDir folder;
    QLocalServer listener;
    listener.setSocketOptions(QLocalServer::UserAccessOption);
    REQUIRE(listener.listen(folder.filePath(QStringLiteral("console"))));
    QObject owner;
    Ear server;
    QObject::connect(&listener, &QLocalServer::newConnection, &owner,
                     [&] { server.listen(LocalChannel::accept(listener.nextPendingConnection(), &owner)); });
    Ear client;
    client.listen(LocalChannel::connectTo(folder.filePath(QStringLiteral("console")), &owner));
    REQUIRE(waitUntil([&] { return client.opened && server.opened; }));
    client.channel->send(Command{{QStringLiteral("status")}});
    REQUIRE(waitUntil([&] { return server.messages.size() == 1; }));
    server.channel->send(CommandReply{QStringLiteral("{}"), 0});
    server.channel->close();
    REQUIRE(waitUntil([&] { return client.reasons.size() == 1; }));
    CHECK(client.messages == QList<Message>{CommandReply{QStringLiteral("{}"), 0}});
}

TEST_CASE("No console there is Unreachable", "[local]")
{
    QObject owner;
    Ear client;
    const QTemporaryDir folder;
    client.listen(LocalChannel::connectTo(folder.filePath(QStringLiteral("nobody")), &owner));
    REQUIRE(waitUntil([&] { return !client.reasons.isEmpty(); }));
    CHECK(client.reasons.at(0).code == ErrorCode::Unreachable);
}
