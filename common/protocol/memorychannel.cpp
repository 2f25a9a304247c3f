// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/memorychannel.h"

namespace guanxi::protocol {

MemoryChannel::MemoryChannel(Role role, MemoryLink &link) : Channel(role, ConnectionState::Fresh), m_link(link) {}

qint64 MemoryChannel::queuedBytes() const { return m_link.from(role()).bytes; }
void MemoryChannel::writeBytes(const QByteArray &bytes) { m_link.post(role(), bytes); }
void MemoryChannel::endCarrier() { m_link.postEnd(role()); }

MemoryLink::MemoryLink()
    : m_client(new MemoryChannel(Role::Client, *this)), m_server(new MemoryChannel(Role::Server, *this))
{
}

MemoryLink::~MemoryLink() = default;

void MemoryLink::post(Role sender, QByteArray bytes)
{
    Direction &direction = from(sender);
    direction.bytes += bytes.size();
    const std::optional<qint64> delay = m_hook && !direction.dead ? m_hook(sender, bytes) : 0;
    direction.dead |= !delay;
    if (direction.dead)
        return; // still queued for the sender: nobody acknowledges it
    const qint64 due = direction.parcels.empty() ? m_now + *delay : qMax(direction.parcels.back().due, m_now + *delay);
    direction.parcels.push_back({due, std::move(bytes), false});
}

void MemoryLink::postEnd(Role sender)
{
    Direction &direction = from(sender);
    if (!direction.dead)
        direction.parcels.push_back({direction.parcels.empty() ? m_now : direction.parcels.back().due, {}, true});
}

std::optional<qint64> MemoryLink::nextDueMs() const
{
    std::optional<qint64> next;
    for (Role sender : {Role::Client, Role::Server}) {
        const Direction &direction = from(sender);
        const bool held = (sender == Role::Server ? m_client : m_server)->isPaused();
        if (!direction.parcels.empty() && !held && (!next || direction.parcels.front().due < *next))
            next = direction.parcels.front().due;
    }
    return next;
}

bool MemoryLink::pump(qint64 nowMs)
{
    m_now = qMax(m_now, nowMs);
    const bool opening = !m_opened;
    m_opened = true;
    if (opening) {
        m_server->open();
        m_client->open();
    }
    bool moved = opening;
    while (deliverOne())
        moved = true;
    return moved;
}

void MemoryLink::settle()
{
    while (pump(m_now)) {
    }
}

bool MemoryLink::deliverOne()
{
    const std::optional<qint64> next = nextDueMs();
    if (!next || *next > m_now)
        return false;
    for (Role sender : {Role::Client, Role::Server}) {
        Direction &direction = from(sender);
        if (direction.parcels.empty() || direction.parcels.front().due != *next || receiverOf(sender).isPaused())
            continue;
        const Parcel parcel = std::move(direction.parcels.front());
        direction.parcels.pop_front();
        direction.bytes -= qMin<qint64>(direction.bytes, parcel.bytes.size());
        if (parcel.end) {
            receiverOf(sender).finish({ErrorCode::Disconnected, {}});
        } else {
            receiverOf(sender).feed(parcel.bytes);
            if (MemoryChannel &end = sender == Role::Server ? *m_server : *m_client; end.isOpen())
                Q_EMIT end.progressed(direction.bytes);
        }
        return true;
    }
    return false;
}

void MemoryLink::cut(const Error &reason)
{
    for (Direction &direction : m_directions)
        direction = {{}, 0, true};
    m_server->finish(reason);
    m_client->finish(reason);
}

} // namespace guanxi::protocol
