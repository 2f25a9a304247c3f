// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/badline.h"

#include "common/protocol/connectioncode.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <deque>

namespace guanxi::test {

namespace {

constexpr int BeatMs = 5;
constexpr qsizetype Piece = 1400; // what a packet holds
constexpr int RetransmissionMs = 250;

} // namespace

/// Both ways of one connection; goes with either end.
class BadLine::Carrier : public QObject
{
public:
    Carrier(BadLine &line, QTcpSocket *client) : QObject(&line), m_line(line), m_client(client), m_server(new QTcpSocket(this)), m_lasts(50 + int(line.m_random.below(100)))
    {
        m_client->setParent(this);
        m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), line.m_to);
        m_clock.start();
        connect(m_client, &QTcpSocket::disconnected, this, &Carrier::end);
        connect(m_server, &QTcpSocket::disconnected, this, &Carrier::end);
        connect(m_server, &QTcpSocket::errorOccurred, this, &Carrier::end);
        connect(&m_beat, &QTimer::timeout, this, &Carrier::carry);
        m_beat.start(BeatMs);
    }

private:
    struct Packet {
        qint64 due;
        QByteArray bytes;
    };
    struct Way {
        std::deque<Packet> under;
        double credit = 0; ///< bytes that may go now
    };

    void carry()
    {
        move(*m_client, *m_server, m_up);
        move(*m_server, *m_client, m_down);
        if (const qint64 most = m_line.m_quality.breaksAfter; most > 0 && m_carried > most * m_lasts / 100) {
            end();
            Q_EMIT m_line.broke();
        }
    }

    void move(QTcpSocket &from, QTcpSocket &to, Way &way)
    {
        const Quality &quality = m_line.m_quality;
        if (quality.silent) {
            from.readAll(); // the sender's own machine has taken it
            way.under.clear();
            return;
        }
        const qint64 now = m_clock.elapsed();
        while (from.bytesAvailable() > 0) {
            const bool lost = int(m_line.m_random.below(100)) < quality.lossPercent;
            const qint64 due = now + quality.delayMs + (lost ? RetransmissionMs : 0);
            way.under.push_back({std::max(due, way.under.empty() ? 0 : way.under.back().due), from.read(Piece)});
        }
        way.credit = std::min(way.credit + quality.bytesPerSecond * BeatMs / 1000.0, double(2 * Piece));
        while (!way.under.empty() && way.under.front().due <= now && to.state() == QTcpSocket::ConnectedState
               && (quality.bytesPerSecond == 0 || way.credit >= double(way.under.front().bytes.size()))) {
            way.credit -= double(way.under.front().bytes.size());
            m_carried += way.under.front().bytes.size();
            m_line.m_carried += way.under.front().bytes.size();
            to.write(way.under.front().bytes);
            way.under.pop_front();
        }
    }

    void end()
    {
        m_beat.stop();
        m_client->abort();
        m_server->abort();
        deleteLater();
    }

    BadLine &m_line;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    QTimer m_beat;
    QElapsedTimer m_clock;
    Way m_up, m_down;
    qint64 m_carried = 0;
    int m_lasts; ///< percent of what a connection lasts on average
};

BadLine::BadLine(quint16 to) : m_to(to)
{
    connect(&m_server, &QTcpServer::newConnection, this, &BadLine::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port for a bad line: %s", qPrintable(m_server.errorString()));
}

BadLine::~BadLine() = default;

void BadLine::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++m_connections;
        new Carrier(*this, client);
    }
}

QString BadLine::through(const QString &connectionCode) const
{
    protocol::ConnectionCode code = protocol::decodeConnectionCode(connectionCode).value();
    code.host = QStringLiteral("127.0.0.1");
    code.port = port();
    return protocol::encodeConnectionCode(code).value();
}

} // namespace guanxi::test
