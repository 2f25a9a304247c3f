// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/channel.h"

#include <QPointer>

namespace guanxi::protocol {

Channel::Channel(Role role, ConnectionState state, QObject *parent)
    : QObject(parent), m_role(role), m_state(state), m_reader(FrameLimits::of(role, state))
{
}

void Channel::setState(ConnectionState state)
{
    m_state = state;
    m_reader.setLimits(FrameLimits::of(m_role, state));
}

void Channel::send(const Message &message, Compression compression)
{
    if (m_open)
        sendFrame(encodeFrame(message, compression));
}

void Channel::sendFrame(const QByteArray &frame)
{
    if (m_open)
        writeBytes(frame);
}

void Channel::refuse(const Error &reason, int retrySeconds)
{
    if (m_role == Role::Server)
        send(ErrorMessage{reason.code, reason.args, true, retrySeconds, 0});
    close(reason);
}

void Channel::close(const Error &reason)
{
    if (m_finished)
        return;
    m_finished = true; // ending the carrier reports back at once
    const QPointer<Channel> guard(this);
    endCarrier();
    if (!guard)
        return;
    m_open = false;
    Q_EMIT closed(reason);
}

void Channel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    const QPointer<Channel> guard(this);
    if (!paused && deliver() && guard)
        resumeReading();
}

void Channel::open()
{
    if (m_open || m_finished)
        return;
    m_open = true;
    Q_EMIT opened();
}

bool Channel::feed(QByteArrayView bytes)
{
    if (m_finished)
        return false;
    m_reader.append(bytes);
    const QPointer<Channel> guard(this);
    Q_EMIT heard();
    return guard && deliver();
}

bool Channel::deliver()
{
    // Whoever receives a message may close, pause or delete this channel.
    const QPointer<Channel> guard(this);
    while (guard && !m_finished && !m_paused) {
        const auto frame = m_reader.next();
        if (!frame.ok()) {
            refuse(frame.error());
            return false;
        }
        if (!frame->has_value())
            return true;
        if (!accept(**frame))
            return false;
    }
    return false;
}

bool Channel::accept(const Frame &frame)
{
    const MessageType type = MessageType(frame.type);
    const Role sender = m_role == Role::Server ? Role::Client : Role::Server;
    if (!isAllowed(type, sender, m_state)) {
        refuse({ErrorCode::UnexpectedFrame, {QString(messageName(type))}});
        return false;
    }
    const auto message = decodePayload(type, frame.payload);
    if (!message.ok()) {
        refuse(message.error());
        return false;
    }
    Q_EMIT received(*message);
    return true;
}

void Channel::finish(const Error &reason)
{
    if (m_finished)
        return;
    m_finished = true;
    m_open = false;
    Q_EMIT closed(reason);
}

} // namespace guanxi::protocol
