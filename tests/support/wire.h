// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"
#include "common/protocol/channel.h"

#include <algorithm>
#include <deque>
#include <functional>

namespace guanxi::test {

class Wire;

/// One end of a Wire.
class WireChannel final : public protocol::Channel
{
    Q_OBJECT

public:
    qint64 queuedBytes() const override;
    QString peer() const override { return QStringLiteral("wire"); }
    bool isEnded() const { return isFinished(); }

private:
    friend class Wire;
    WireChannel(protocol::Role role, Wire &wire);
    void writeBytes(const QByteArray &bytes) override;
    void endCarrier() override;
    void resumeReading() override {}

    Wire &m_wire;
};

/// A connection as a bad network has it: bytes arrive late, slowly, in pieces that respect no frame, or no more; one end
/// may believe that it lives when the other is long gone. Turned by hand in virtual time.
class Wire
{
public:
    /// How the way is at present.
    struct Conditions {
        qint64 latencyMs = 0;
        qint64 bytesPerSecond = 0; ///< 0: no limit
    };
    /// Sees each frame as its sender hands it over and may change it; false loses it.
    using Filter = std::function<bool(protocol::Role sender, QByteArray &frame)>;

    Wire(Random &random, const Conditions &conditions);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    WireChannel &client() { return *m_client; }
    WireChannel &server() { return *m_server; }
    void setFilter(Filter filter) { m_filter = std::move(filter); }
    void setConditions(const Conditions &conditions) { m_conditions = conditions; }

    /// Delivers what is due by `nowMs`, and what is answered at once; false when nothing moved.
    bool pump(qint64 nowMs);

    /// Bytes this one handed over that have not arrived.
    qint64 waiting(protocol::Role sender) const { return m_directions[sender == protocol::Role::Server ? 1 : 0].bytes; }
    /// Carries both ways, and nothing is under way: what its ends believe is true.
    bool isSound() const { return std::all_of(m_directions, m_directions + 2, [](const Direction &d) { return !d.dead && d.rest < 0 && d.pieces.empty(); }); }
    /// Both ends know that it has ended.
    bool isOver() const { return m_client->isEnded() && m_server->isEnded(); }
    /// Both ends hear that the connection is gone; what was under way is lost.
    void cut();
    /// Nothing this one sends arrives any more; nobody is told.
    void silence(protocol::Role sender) { from(sender).dead = true; }
    /// Of what this one sends, so many bytes more arrive: the last frame breaks in the middle.
    void breakAfter(protocol::Role sender, qint64 bytes) { from(sender).rest = bytes; }
    /// This end's machine is gone without a word; the other believes that it lives.
    void vanish(protocol::Role end);

private:
    friend class WireChannel;
    struct Piece {
        qint64 due = 0;
        QByteArray bytes;
        bool end = false; ///< the sender closed
    };
    struct Direction {
        std::deque<Piece> pieces;
        qint64 bytes = 0;    ///< handed over, not arrived
        qint64 free = 0;     ///< when the line is done with what it has
        qint64 rest = -1;    ///< bytes it still carries; -1: any number
        bool dead = false;
    };

    Direction &from(protocol::Role sender) { return m_directions[sender == protocol::Role::Server ? 1 : 0]; }
    WireChannel &receiverOf(protocol::Role sender) { return sender == protocol::Role::Server ? *m_client : *m_server; }
    void post(protocol::Role sender, QByteArray bytes);
    void postEnd(protocol::Role sender);
    bool deliverOne();
    void deliver(protocol::Role sender, Piece piece);

    Random &m_random;
    Conditions m_conditions;
    std::unique_ptr<WireChannel> m_client;
    std::unique_ptr<WireChannel> m_server;
    Direction m_directions[2];
    Filter m_filter;
    qint64 m_now = 0;
    bool m_opened = false;
};

} // namespace guanxi::test
