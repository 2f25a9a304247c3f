// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wire.h"

namespace guanxi::test {

using namespace protocol;

WireChannel::WireChannel(Role role, Wire &wire) : Channel(role, ConnectionState::Fresh), m_wire(wire) {}

qint64 WireChannel::queuedBytes() const { return m_wire.from(role()).bytes; }
void WireChannel::writeBytes(const QByteArray &bytes) { m_wire.post(role(), bytes); }
void WireChannel::endCarrier() { m_wire.postEnd(role()); }

Wire::Wire(Random &random, const Conditions &conditions)
    : m_random(random), m_conditions(conditions), m_client(new WireChannel(Role::Client, *this)), m_server(new WireChannel(Role::Server, *this))
{}

Wire::~Wire() = default;

void Wire::post(Role sender, QByteArray bytes)
{
    if (m_filter && !m_filter(sender, bytes))
        return;
    Direction &direction = from(sender);
    direction.bytes += bytes.size();
    if (direction.dead)
        return;
    direction.free = qMax(direction.free, m_now);
    while (!bytes.isEmpty()) {
        // A slow line carries little at a time; a fast one breaks a write somewhere.
        const qint64 most = m_conditions.bytesPerSecond > 0 ? qMax<qint64>(1, m_conditions.bytesPerSecond / 4) : bytes.size();
        const qint64 size = 1 + qint64(m_random.below(quint64(qMin<qint64>(most, bytes.size()))));
        if (m_conditions.bytesPerSecond > 0)
            direction.free += size * 1000 / m_conditions.bytesPerSecond;
        direction.pieces.push_back({direction.free + m_conditions.latencyMs, bytes.first(size), false});
        bytes.remove(0, size);
    }
}

void Wire::postEnd(Role sender)
{
    Direction &direction = from(sender);
    if (!direction.dead)
        direction.pieces.push_back({qMax(direction.free, m_now) + m_conditions.latencyMs, {}, true});
}

bool Wire::pump(qint64 nowMs)
{
    m_now = qMax(m_now, nowMs);
    bool moved = !m_opened;
    if (!m_opened) {
        m_opened = true;
        m_server->open();
        m_client->open();
    }
    while (deliverOne())
        moved = true;
    return moved;
}

bool Wire::deliverOne()
{
    for (Role sender : {Role::Client, Role::Server}) {
        Direction &direction = from(sender);
        if (direction.pieces.empty() || direction.pieces.front().due > m_now || receiverOf(sender).isPaused())
            continue;
        Piece piece = std::move(direction.pieces.front());
        direction.pieces.pop_front();
        deliver(sender, std::move(piece));
        return true;
    }
    return false;
}

void Wire::deliver(Role sender, Piece piece)
{
    Direction &direction = from(sender);
    if (direction.rest >= 0 && piece.bytes.size() >= direction.rest) {
        piece.bytes.truncate(direction.rest);
        direction.dead = true;
        direction.pieces.clear();
    } else if (direction.rest >= 0) {
        direction.rest -= piece.bytes.size();
    }
    if (piece.end)
        return receiverOf(sender).finish({ErrorCode::Disconnected, {}});
    if (direction.dead && piece.bytes.isEmpty())
        return;
    direction.bytes -= qMin<qint64>(direction.bytes, piece.bytes.size());
    receiverOf(sender).feed(piece.bytes);
    if (WireChannel &end = sender == Role::Server ? *m_server : *m_client; end.isOpen())
        Q_EMIT end.progressed(direction.bytes);
}

void Wire::cut()
{
    for (Direction &direction : m_directions) {
        direction.pieces.clear();
        direction.dead = true;
    }
    m_server->finish({ErrorCode::Disconnected, {}});
    m_client->finish({ErrorCode::Disconnected, {}});
}

void Wire::vanish(Role end)
{
    for (Direction &direction : m_directions) {
        direction.pieces.clear();
        direction.dead = true;
    }
    (end == Role::Server ? *m_server : *m_client).finish({ErrorCode::Disconnected, {}});
}

} // namespace guanxi::test
