// SPDX-License-Identifier: GPL-3.0-or-later
#include "barelimits.h"

#include "benchreport.h"
#include "samplerows.h"

#include "common/protocol/tlschannel.h"
#include "tests/support/waitfor.h"

#include <QTcpServer>

#include <unistd.h>

namespace guanxi::bench {

namespace {

constexpr int Times = 200;
constexpr qsizetype BlockSize = 4096, MessageSize = 300;

/// Takes one TLS connection.
class Door final : public QTcpServer
{
public:
    explicit Door(const protocol::Identity &identity) : m_identity(identity) {}
    protocol::TlsChannel *channel = nullptr;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        channel = protocol::TlsChannel::accept(descriptor, m_identity, this);
        channel->begin();
    }

private:
    protocol::Identity m_identity;
};

} // namespace

double bareSync()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("blocks")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("no temporary folder");
    const QByteArray block(BlockSize, 'x');
    std::vector<double> times;
    for (int i = 0; i < Times; ++i) {
        QElapsedTimer timer;
        timer.start();
        file.write(block);
        fdatasync(file.handle());
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return percentile(times, 0.5);
}

double bareRoundTrip()
{
    using namespace protocol;
    const Identity identity = need(makeIdentity(QStringLiteral("bench"), 1'800'000'000'000));
    Door door(identity);
    if (!door.listen(QHostAddress::LocalHost))
        qFatal("no port");
    const std::unique_ptr<TlsChannel> client(TlsChannel::connectTo(QStringLiteral("127.0.0.1"), door.serverPort(), keyPin(identity.certificate)));
    if (!test::waitFor([&] { return client->isOpen() && door.channel && door.channel->isOpen(); }))
        qFatal("no connection");
    // A Hello is the first thing that may be said; Welcome its answer.
    Hello hello;
    hello.clientNonce = QByteArray(NonceSize, 'n');
    hello.build = QString(MessageSize, u'x');
    QObject::connect(door.channel, &Channel::received, door.channel, [&] { door.channel->send(Welcome{1, {}, {}, {}, QByteArray(NonceSize, 'n'), hello.build, 0, {}}, Compression::Never); });
    int answers = 0;
    QObject::connect(client.get(), &Channel::received, client.get(), [&] { ++answers; });
    std::vector<double> times;
    for (int i = 0; i < Times; ++i) {
        QElapsedTimer timer;
        timer.start();
        client->send(hello, Compression::Never);
        if (!test::waitFor([&] { return answers > i; }))
            qFatal("no answer");
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return percentile(times, 0.5);
}

} // namespace guanxi::bench
