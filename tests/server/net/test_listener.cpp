// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/listener.h"
#include "server/net/serveridentity.h"

#include "common/protocol/message.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QPointer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

using namespace guanxi;
using namespace guanxi::server;
using namespace guanxi::protocol;

namespace {

constexpr int PatienceMs = 20'000;
const QString Here = QStringLiteral("127.0.0.1");

/// Turns the event loop until it is so; false when patience ends.
template <class Condition> bool until(Condition condition)
{
    const QDeadlineTimer deadline(PatienceMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QEventLoop loop;
        QTimer::singleShot(5, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

Identity identity()
{
    static const Identity made = [] {
        REQUIRE(checkTlsBackend().ok());
        return makeIdentity(QStringLiteral("test"), 1'800'000'000'000).value();
    }();
    return made;
}

/// A listener that keeps what it is handed, as a hub does.
struct Door {
    Door()
    {
        REQUIRE(listener.start(Here, 0).ok());
    }
    std::unique_ptr<TlsChannel> client()
    {
        return std::unique_ptr<TlsChannel>(TlsChannel::connectTo(Here, listener.serverPort(), keyPin(identity().certificate)));
    }

    QList<QPointer<Channel>> channels;
    Listener listener{identity(), [this](Channel &channel) { channels.append(&channel); }};
};

/// What a raw TCP peer meets when it says `bytes`: true when the server ends the connection.
bool isCutOff(Door &door, const QByteArray &bytes)
{
    QTcpSocket socket;
    bool ended = false;
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { ended = true; });
    socket.connectToHost(Here, door.listener.serverPort());
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
    return until([&] { return ended; });
}

} // namespace

TEST_CASE("a client that pins the key gets a channel")
{
    Door door;
    const auto client = door.client();
    CHECK(until([&] { return client->isOpen() && door.channels.size() == 1 && door.channels.first()->isOpen(); }));
    CHECK(door.listener.place() == QStringLiteral("127.0.0.1:%1").arg(door.listener.serverPort()));
}

TEST_CASE("a port in use and an address that is none are refused with a code")
{
    Door door;
    Listener second(identity(), [](Channel &) {});
    const Result<void> taken = second.start(Here, door.listener.serverPort());
    REQUIRE_FALSE(taken.ok());
    CHECK(taken.error() == Error{ErrorCode::InUse, {door.listener.place()}});
    CHECK(second.start(QStringLiteral("nonsense"), 0).error().code == ErrorCode::BadValue);
}

TEST_CASE("strangers from one address are limited, and one that leaves makes room")
{
    Door door;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < Listener::MostStrangersPerAddress + 6; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(Here, door.listener.serverPort());
    }
    CHECK(until([&] { return door.listener.turnedAway() == 6; }));
    CHECK(door.listener.accepted() == Listener::MostStrangersPerAddress);
    CHECK(door.channels.size() == Listener::MostGreetingPerAddress); // the others wait without TLS
    sockets.clear();
    const auto client = door.client();
    CHECK(until([&] { return client->isOpen(); }));
}

TEST_CASE("an office that comes back at once is let in by turns, and nobody is sent away")
{
    Door door;
    std::vector<std::unique_ptr<TlsChannel>> clients;
    const auto countOpen = [&] { return std::count_if(clients.begin(), clients.end(), [](const auto &client) { return client->isOpen(); }); };
    for (int i = 0; i < 3 * Listener::MostGreetingPerAddress; ++i)
        clients.push_back(door.client());
    for (int round = 1; round <= 3; ++round) {
        REQUIRE(until([&] { return countOpen() == round * Listener::MostGreetingPerAddress; }));
        CHECK(door.channels.size() == round * Listener::MostGreetingPerAddress);
        for (const QPointer<Channel> &channel : std::as_const(door.channels))
            channel->setState(ConnectionState::SignedIn);
    }
    CHECK(door.listener.turnedAway() == 0);
}

TEST_CASE("who gives up waiting is forgotten")
{
    Door door;
    std::vector<std::unique_ptr<TlsChannel>> clients;
    for (int i = 0; i < Listener::MostGreetingPerAddress; ++i)
        clients.push_back(door.client());
    REQUIRE(until([&] { return door.channels.size() == Listener::MostGreetingPerAddress && door.channels.last()->isOpen(); }));
    QTcpSocket impatient;
    impatient.connectToHost(Here, door.listener.serverPort());
    REQUIRE(until([&] { return door.listener.accepted() == Listener::MostGreetingPerAddress + 1; }));
    impatient.abort();
    const auto patient = door.client();
    REQUIRE(until([&] { return door.listener.accepted() == Listener::MostGreetingPerAddress + 2; }));
    door.channels.first()->setState(ConnectionState::Greeted); // one goes on, one may begin
    CHECK(until([&] { return patient->isOpen(); }));
}

TEST_CASE("who has signed in does not count as a stranger")
{
    Door door;
    std::vector<std::unique_ptr<TlsChannel>> clients;
    for (int i = 0; i < Listener::MostGreetingPerAddress + 6; ++i) {
        clients.push_back(door.client());
        REQUIRE(until([&] { return clients.back()->isOpen() && door.channels.size() == i + 1 && door.channels.last()->isOpen(); }));
        door.channels.last()->setState(ConnectionState::SignedIn);
    }
    CHECK(door.listener.turnedAway() == 0);
}

TEST_CASE("malformed first bytes end that connection and no other")
{
    Door door;
    const auto client = door.client();
    REQUIRE(until([&] { return client->isOpen(); }));
    CHECK(isCutOff(door, QByteArray("GET / HTTP/1.1\r\n\r\n")));
    CHECK(isCutOff(door, QByteArray(100'000, '\xff')));
    CHECK(client->isOpen());
    const auto later = door.client();
    CHECK(until([&] { return later->isOpen(); }));
}

TEST_CASE("before sign-in a frame over 4 KiB is refused by its header")
{
    Door door;
    const auto client = door.client();
    REQUIRE(until([&] { return client->isOpen(); }));
    std::optional<ErrorMessage> refusal;
    bool closed = false;
    QObject::connect(client.get(), &Channel::received, client.get(), [&](const Message &message) {
        if (const auto *error = std::get_if<ErrorMessage>(&message))
            refusal = *error;
    });
    QObject::connect(client.get(), &Channel::closed, client.get(), [&] { closed = true; });
    client->sendFrame(FrameWriter::raw(quint8(MessageType::Hello), FlagLast, 0, QByteArray(4097, 'x')));
    REQUIRE(until([&] { return closed; }));
    REQUIRE(refusal);
    CHECK(refusal->code == ErrorCode::FrameTooLarge);
    CHECK(refusal->fatal);
}

TEST_CASE("the server's key is made once and only its owner can read it")
{
    const QTemporaryDir folder;
    const Result<Identity> first = serverIdentity(folder.path(), QStringLiteral("test"), 1'800'000'000'000);
    REQUIRE(first.ok());
    const Result<Identity> second = serverIdentity(folder.path(), QStringLiteral("test"), 1'800'000'000'000);
    REQUIRE(second.ok());
    CHECK(keyPin(first->certificate) == keyPin(second->certificate));
    const QFile::Permissions permissions = QFileInfo(folder.filePath(QStringLiteral("server.pem"))).permissions();
    CHECK_FALSE(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
}

TEST_CASE("a server that ran out of files lets in who waits as soon as there are some again")
{
    Door door;
    std::vector<int> clients, fillers;
    for (int i = 0; i < 4; ++i)
        clients.push_back(::socket(AF_INET, SOCK_STREAM, 0));
    while (true) {
        const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        if (file < 0)
            break;
        fillers.push_back(file);
    }
    REQUIRE(errno == EMFILE);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(door.listener.serverPort());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (const int client : clients)
        CHECK(::connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
    bool failed = false;
    QObject::connect(&door.listener, &QTcpServer::acceptError, &door.listener, [&] { failed = true; });
    CHECK(until([&] { return failed; }));
    CHECK(door.listener.accepted() == 0);
    for (const int file : fillers)
        ::close(file);
    CHECK(until([&] { return door.listener.accepted() == qint64(clients.size()); }));
    for (const int client : clients)
        ::close(client);
}
