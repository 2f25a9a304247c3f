// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"

#include <QTcpServer>

class QTcpSocket;

namespace guanxi::test {

/// A port whose connections are carried to another one and broken off, or not carried while both ends believe they are
/// connected. What packets meet on their way is `PacketLine`'s (tests/app/network).
class BadLine : public QObject
{
    Q_OBJECT

public:
    struct Quality {
        qint64 breaksAfter = 0; ///< about so many bytes a connection breaks; 0: never
        bool silent = false;    ///< nothing goes through, and nobody is told
    };

    explicit BadLine(quint16 to);
    ~BadLine() override;

    quint16 port() const { return m_server.serverPort(); }
    void set(const Quality &quality) { m_quality = quality; }
    /// The same code for a server that is reached by this line.
    QString through(const QString &connectionCode) const;
    int connections() const { return m_connections; } ///< that were ever made

Q_SIGNALS:
    /// A connection has lasted long enough.
    void broke();

private:
    class Carrier;
    void accept();

    quint16 m_to;
    QTcpServer m_server;
    Quality m_quality;
    SeededRandom m_random{17};
    int m_connections = 0;
};

} // namespace guanxi::test
