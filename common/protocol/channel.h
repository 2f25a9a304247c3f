// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/message.h"

#include <QObject>

namespace guanxi::protocol {

/// One connection to the other side, whatever carries it. Delivers whole messages that the table of states allows
/// (see setState), in order; anything else closes it. Two ends: TlsChannel and LocalChannel over sockets,
/// MemoryChannel for tests and the simulator.
class Channel : public QObject
{
    Q_OBJECT

public:
    Channel(Role role, ConnectionState state, QObject *parent = nullptr);

    Role role() const { return m_role; }
    ConnectionState state() const { return m_state; }
    /// Both ends move it themselves: after Welcome to Greeted, after Ready to SignedIn. Sets the frame limits.
    void setState(ConnectionState state);

    /// Between opened() and closed(); sending at another time is ignored.
    bool isOpen() const { return m_open; }
    void send(const Message &message, Compression compression = Compression::WhenLarge);
    /// Sends bytes made by encodeFrame(); share one QByteArray between many channels.
    void sendFrame(const QByteArray &frame);
    /// Tells the other end why (server only, as a fatal Error), then closes.
    void refuse(const Error &reason, int retrySeconds = 0);
    /// Sends what is queued, then ends. closed(reason) comes from within this call.
    void close(const Error &reason = {ErrorCode::Disconnected, {}});
    /// Bytes accepted by sendFrame() that have not left yet.
    virtual qint64 queuedBytes() const = 0;
    /// Asked now and then: gives back what memory it holds for speed while nothing waits to leave. True if it had any.
    virtual bool rest() { return false; }
    /// Address of the other end for logs and rate limits; may be empty.
    virtual QString peer() const = 0;

    /// Stops and resumes delivery, so that a flooding peer waits in its own send buffer.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }

Q_SIGNALS:
    /// The other end is reached and proved its key.
    void opened();
    void received(const guanxi::protocol::Message &message);
    /// Some bytes came, also without a whole message: food for Heartbeat.
    void heard();
    /// Queued bytes left; `queued` remain.
    void progressed(qint64 queued);
    /// Exactly once, also when it never opened. Nothing is received after it.
    void closed(const guanxi::Error &reason);

protected:
    virtual void writeBytes(const QByteArray &bytes) = 0;
    /// Flushes what is queued and ends the carrier.
    virtual void endCarrier() = 0;
    /// Asked to deliver again what it holds back.
    virtual void resumeReading() = 0;

    void open();
    /// The carrier's bytes; false when no more are wanted now (closed or paused).
    bool feed(QByteArrayView bytes);
    /// The carrier ended.
    void finish(const Error &reason);
    bool isFinished() const { return m_finished; }

private:
    bool deliver();
    bool accept(const Frame &frame);

    Role m_role;
    ConnectionState m_state;
    FrameReader m_reader;
    bool m_open = false;
    bool m_finished = false;
    bool m_paused = false;
};

} // namespace guanxi::protocol
