// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/channel.h"

#include <deque>
#include <functional>

namespace guanxi::protocol {

class MemoryLink;

/// One end of a MemoryLink.
class MemoryChannel final : public Channel
{
    Q_OBJECT

public:
    qint64 queuedBytes() const override;
    QString peer() const override { return QStringLiteral("memory"); }

private:
    friend class MemoryLink;
    MemoryChannel(Role role, MemoryLink &link);
    void writeBytes(const QByteArray &bytes) override;
    void endCarrier() override;
    void resumeReading() override {}

    MemoryLink &m_link;
};

/// A connection without sockets: two channels and the wire between them, which the owner turns by hand. Nothing arrives
/// but from within pump(), so one thread and one seed repeat a run exactly. Like TCP it keeps the order of each
/// direction and loses nothing in the middle: what a hook loses takes the rest of that direction with it.
class MemoryLink
{
public:
    /// Called for each write: change `bytes`, answer its delay in ms (>= 0), or nothing to swallow this direction from
    /// here on, as a dead network does.
    using Hook = std::function<std::optional<qint64>(Role sender, QByteArray &bytes)>;

    MemoryLink();
    ~MemoryLink();
    MemoryLink(const MemoryLink &) = delete;
    MemoryLink &operator=(const MemoryLink &) = delete;

    MemoryChannel &client() { return *m_client; }
    MemoryChannel &server() { return *m_server; }

    /// Advances the link's time to `nowMs` and delivers what is due by then, oldest first; answers will be delivered by
    /// the same call when they are due too. False when nothing happened. The first call opens both ends.
    bool pump(qint64 nowMs);
    /// Pumps at the present time until nothing moves.
    void settle();
    /// When something is due next; nothing when the wire is empty.
    std::optional<qint64> nextDueMs() const;

    void setHook(Hook hook) { m_hook = std::move(hook); }
    /// Both ends find the connection gone; what was under way is lost.
    void cut(const Error &reason = {ErrorCode::Disconnected, {}});

private:
    friend class MemoryChannel;
    struct Parcel {
        qint64 due = 0;
        QByteArray bytes;
        bool end = false; ///< the sender closed
    };
    struct Direction {
        std::deque<Parcel> parcels;
        qint64 bytes = 0;
        bool dead = false;
    };

    Direction &from(Role sender) { return m_directions[sender == Role::Server ? 1 : 0]; }
    const Direction &from(Role sender) const { return m_directions[sender == Role::Server ? 1 : 0]; }
    MemoryChannel &receiverOf(Role sender) { return sender == Role::Server ? *m_client : *m_server; }
    void post(Role sender, QByteArray bytes);
    void postEnd(Role sender);
    bool deliverOne();

    std::unique_ptr<MemoryChannel> m_client;
    std::unique_ptr<MemoryChannel> m_server;
    Direction m_directions[2];
    Hook m_hook;
    qint64 m_now = 0;
    bool m_opened = false;
};

} // namespace guanxi::protocol
