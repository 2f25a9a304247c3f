// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/memorychannel.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

struct Ear {
    explicit Ear(Channel &channel)
    {
        QObject::connect(&channel, &Channel::opened, &channel, [this] { ++opened; });
        QObject::connect(&channel, &Channel::received, &channel, [this](const Message &said) { messages.append(said); });
        QObject::connect(&channel, &Channel::closed, &channel, [this](const Error &error) { reasons.append(error); });
    }
    int opened = 0;
    QList<Message> messages;
    QList<Error> reasons;
};

struct World {
    World()
    {
        link.pump(0);
        for (Channel *channel : {static_cast<Channel *>(&link.client()), static_cast<Channel *>(&link.server())})
            channel->setState(ConnectionState::SignedIn);
    }
    MemoryLink link;
    Ear client{link.client()};
    Ear server{link.server()};
};

} // namespace

TEST_CASE("Both ends open with the first pump, and nothing can be sent before")
{
    MemoryLink link;
    Ear client(link.client());
    Ear server(link.server());
    link.client().send(Hello{1, 1, {}, 0, {}, {}, {}, QByteArray(32, 'n')});
    CHECK(link.pump(0));
    CHECK(client.opened == 1);
    CHECK(server.opened == 1);
    CHECK_FALSE(link.pump(0));
    CHECK(server.messages.isEmpty());
}

TEST_CASE("What one end sends the other receives, in order, at the pump and not before")
{
    World world;
    world.link.client().send(Ping{1});
    world.link.client().send(Push{{QByteArray(5000, 'x')}});
    CHECK(world.server.messages.isEmpty());
    CHECK(world.link.client().queuedBytes() > 0);
    CHECK(world.link.pump(0));
    CHECK(world.server.messages == QList<Message>{Ping{1}, Push{{QByteArray(5000, 'x')}}});
    CHECK(world.link.client().queuedBytes() == 0);
}

TEST_CASE("Answers given while pumping arrive with the same pump")
{
    World world;
    QObject::connect(&world.link.server(), &Channel::received, &world.link.server(), [&](const Message &message) {
        world.link.server().send(Pong{std::get<Ping>(message).n});
    });
    world.link.client().send(Ping{7});
    world.link.pump(0);
    CHECK(world.client.messages == QList<Message>{Pong{7}});
}

TEST_CASE("Delays hold back, and the order of a direction stays")
{
    World world;
    qint64 delay = 50;
    world.link.setHook([&](Role, QByteArray &) { return std::optional(std::exchange(delay, 10)); });
    world.link.client().send(Ping{1});
    world.link.client().send(Ping{2});
    CHECK(world.link.nextDueMs() == 50);
    CHECK_FALSE(world.link.pump(49));
    world.link.pump(50);
    CHECK(world.server.messages == QList<Message>{Ping{1}, Ping{2}});
}

TEST_CASE("A lost piece takes the rest of its direction with it; the other direction lives")
{
    World world;
    int pieces = 0;
    world.link.setHook([&](Role sender, QByteArray &) {
        return sender == Role::Client && ++pieces == 2 ? std::nullopt : std::optional<qint64>(0);
    });
    for (int n = 1; n <= 3; ++n)
        world.link.client().send(Ping{n});
    world.link.server().send(Ping{9});
    world.link.settle();
    CHECK(world.server.messages == QList<Message>{Ping{1}});
    CHECK(world.client.messages == QList<Message>{Ping{9}});
    CHECK(world.link.client().queuedBytes() > 0);
    CHECK(world.server.reasons.isEmpty());
}

TEST_CASE("A cut ends both ends at once and loses what was under way")
{
    World world;
    world.link.client().send(Ping{1});
    world.link.cut();
    world.link.settle();
    CHECK(world.server.messages.isEmpty());
    CHECK(world.client.reasons == QList<Error>{{ErrorCode::Disconnected, {}}});
    CHECK(world.server.reasons == QList<Error>{{ErrorCode::Disconnected, {}}});
}

TEST_CASE("Closing sends what is queued first, and each end hears of it once")
{
    World world;
    world.link.client().send(Ping{1});
    world.link.client().close({ErrorCode::TimedOut, {}});
    world.link.client().close();
    CHECK(world.client.reasons == QList<Error>{{ErrorCode::TimedOut, {}}});
    world.link.settle();
    CHECK(world.server.messages == QList<Message>{Ping{1}});
    CHECK(world.server.reasons == QList<Error>{{ErrorCode::Disconnected, {}}});
}

TEST_CASE("The server says why it closes; a client just goes")
{
    World world;
    world.link.server().refuse({ErrorCode::ServerStopping, {}}, 30);
    world.link.settle();
    CHECK(world.client.messages == QList<Message>{ErrorMessage{ErrorCode::ServerStopping, {}, true, 30, 0}});
    CHECK(world.client.reasons.size() == 1);

    World other;
    other.link.client().refuse({ErrorCode::BadFrame, {}});
    other.link.settle();
    CHECK(other.server.messages.isEmpty());
    CHECK(other.server.reasons.size() == 1);
}

TEST_CASE("A message that the state does not allow closes the connection")
{
    World world;
    world.link.client().send(Command{{QStringLiteral("stop")}});
    world.link.client().send(Ping{1});
    world.link.settle();
    CHECK(world.server.messages.isEmpty());
    CHECK(world.server.reasons == QList<Error>{{ErrorCode::UnexpectedFrame, {QStringLiteral("Command")}}});
    CHECK(std::get<ErrorMessage>(world.client.messages.at(0)).code == ErrorCode::UnexpectedFrame);
}

TEST_CASE("Damaged bytes close the connection with BadFrame")
{
    World world;
    world.link.setHook([](Role, QByteArray &bytes) {
        bytes[FrameHeaderSize] = '\x7f';
        return std::optional<qint64>(0);
    });
    world.link.client().send(Ping{1});
    world.link.settle();
    CHECK(world.server.reasons == QList<Error>{{ErrorCode::BadFrame, {QStringLiteral("Ping")}}});
}

TEST_CASE("A paused end takes nothing until it goes on, not even the second message of one piece")
{
    World world;
    MemoryChannel &server = world.link.server();
    QObject::connect(&server, &Channel::received, &server, [&] { server.setPaused(true); });
    world.link.client().sendFrame(encodeFrame(Ping{1}) + encodeFrame(Ping{2}));
    world.link.client().send(Ping{3});
    world.link.settle();
    CHECK(world.server.messages == QList<Message>{Ping{1}});
    world.link.server().setPaused(false);
    world.link.settle();
    CHECK(world.server.messages == QList<Message>{Ping{1}, Ping{2}});
    world.link.server().setPaused(false);
    world.link.settle();
    CHECK(world.server.messages.size() == 3);
}

TEST_CASE("Nothing is received after closing from within a message")
{
    World world;
    MemoryChannel &server = world.link.server();
    QObject::connect(&server, &Channel::received, &server, [&] { server.close(); });
    world.link.client().sendFrame(encodeFrame(Ping{1}) + encodeFrame(Ping{2}));
    world.link.settle();
    CHECK(world.server.messages.size() == 1);
    CHECK(world.server.reasons.size() == 1);
}
