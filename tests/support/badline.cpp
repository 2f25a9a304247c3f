// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/badline.h"

#include "common/protocol/connectioncode.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace guanxi::test {

namespace {

constexpr qsizetype Piece = 1400; // what a packet holds

} // namespace

/// Both ways of one connection; goes with either end.
class BadLine::Carrier : public QObject
{
public:
    Carrier(BadLine &line, QTcpSocket *client) : QObject(&line), m_line(line), m_client(client), m_server(new QTcpSocket(this)), m_lasts(50 + int(line.m_random.below(100)))
    {
        m_client->setParent(this);
        connect(m_server, &QTcpSocket::connected, this, [this] { carry(*m_client, *m_server); });
        m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), line.m_to);
        connect(m_client, &QTcpSocket::readyRead, this, [this] { carry(*m_client, *m_server); });
        connect(m_server, &QTcpSocket::readyRead, this, [this] { carry(*m_server, *m_client); });
        connect(m_client, &QTcpSocket::disconnected, this, &Carrier::end);
        connect(m_server, &QTcpSocket::disconnected, this, &Carrier::end);
        connect(m_server, &QTcpSocket::errorOccurred, this, &Carrier::end);
    }

private:
    void carry(QTcpSocket &from, QTcpSocket &to)
    {
        if (to.state() != QTcpSocket::ConnectedState)
            return;
        while (from.bytesAvailable() > 0) {
            const QByteArray bytes = from.read(Piece);
            if (m_line.m_quality.silent)
                continue; // the sender's own machine has taken it
            m_carried += bytes.size();
            to.write(bytes);
            to.flush();
            if (const qint64 most = m_line.m_quality.breaksAfter; most > 0 && m_carried > most * m_lasts / 100) {
                end();
                return Q_EMIT m_line.broke();
            }
        }
    }

    void end()
    {
        disconnect(m_client, nullptr, this, nullptr);
        disconnect(m_server, nullptr, this, nullptr);
        m_client->abort();
        m_server->abort();
        deleteLater();
    }

    BadLine &m_line;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
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
