// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTimer>

#include <memory>

class QTcpSocket;

namespace guanxi::test {

/// A bad network between real programs: a port whose connections are carried to another one late, slowly, with loss (which
/// TCP shows as a pause), broken off, or not at all while both ends believe they are connected.
class BadLine : public QObject
{
    Q_OBJECT

public:
    struct Quality {
        int delayMs = 0;          ///< one way
        int lossPercent = 0;      ///< of pieces that come a retransmission later, and hold up what follows
        int bytesPerSecond = 0;   ///< each way; 0: as fast as it goes
        qint64 breaksAfter = 0;   ///< about so many bytes a connection breaks; 0: never
        bool silent = false;      ///< nothing goes through, and nobody is told
    };

    explicit BadLine(quint16 to);
    ~BadLine() override;

    quint16 port() const { return m_server.serverPort(); }
    void set(const Quality &quality) { m_quality = quality; }
    /// The same code for a server that is reached by this line.
    QString through(const QString &connectionCode) const;
    int connections() const { return m_connections; } ///< that were ever made
    qint64 carried() const { return m_carried; }      ///< bytes, both ways

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
    qint64 m_carried = 0;
};

} // namespace guanxi::test
