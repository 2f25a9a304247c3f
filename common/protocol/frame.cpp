// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/frame.h"

#include "common/protocol/zstd.h"

#include <QtEndian>

namespace guanxi::protocol {

namespace {

constexpr qsizetype LengthSize = 4;
constexpr qsizetype FixedSize = FrameHeaderSize - LengthSize; ///< type, flags and stream count into the length
constexpr qsizetype EarlyFrame = 4 * 1024;
constexpr qsizetype MaximumFrame = 1024 * 1024;
constexpr qsizetype MaximumUnpacked = 4 * 1024 * 1024;
constexpr qsizetype WorthPacking = 1024;
constexpr quint8 KnownFlags = FlagZstd | FlagLast | FlagIgnorable;

Error badFrame(const char *what) { return {ErrorCode::BadFrame, {QString::fromLatin1(what)}}; }

} // namespace

FrameLimits FrameLimits::of(Role reader, ConnectionState state)
{
    const bool early = state == ConnectionState::Fresh || state == ConnectionState::Greeted;
    if (early && reader == Role::Server)
        return {EarlyFrame, EarlyFrame};
    return {MaximumFrame, MaximumUnpacked};
}

void FrameReader::append(QByteArrayView bytes)
{
    if (m_fault)
        return;
    const qsizetype passed = qsizetype(qMin<qint64>(m_toSkip, bytes.size()));
    m_toSkip -= passed;
    compact();
    m_buffer.append(bytes.sliced(passed));
}

void FrameReader::compact()
{
    if (m_offset == m_buffer.size())
        m_buffer.clear(); // an idle connection keeps no memory
    else if (m_offset > 0)
        m_buffer.remove(0, m_offset);
    m_offset = 0;
}

Result<std::optional<Frame>> FrameReader::next()
{
    if (m_fault)
        return *m_fault;
    auto frame = take();
    if (!frame.ok()) {
        m_fault = frame.error();
        m_buffer = {};
        m_offset = 0;
    }
    return frame;
}

Result<std::optional<Frame>> FrameReader::take()
{
    while (pending() >= FrameHeaderSize) {
        const char *head = m_buffer.constData() + m_offset;
        const qint64 length = qFromBigEndian<quint32>(head);
        Frame frame{quint8(head[4]), quint8(head[5]), qFromBigEndian<quint16>(head + 6), {}};
        if (length < FixedSize)
            return badFrame("length");
        if (length > m_limits.frame)
            return Error{ErrorCode::FrameTooLarge, {QString::number(length), QString::number(m_limits.frame)}};
        const bool known = frame.type >= 1 && frame.type <= MessageTypeCount;
        if (!known && !(frame.flags & FlagIgnorable))
            return Error{ErrorCode::UnexpectedFrame, {QString::number(frame.type)}};
        const qint64 whole = LengthSize + length;
        if (!known) {
            const qsizetype here = qsizetype(qMin<qint64>(whole, pending()));
            m_offset += here;
            m_toSkip = whole - here;
            continue;
        }
        if ((frame.flags & ~KnownFlags) || !(frame.flags & FlagLast))
            return badFrame("flags");
        if (pending() < whole)
            break;
        auto payload = payloadOf(QByteArrayView(head + FrameHeaderSize, length - FixedSize), frame.flags);
        if (!payload.ok())
            return payload.error();
        frame.payload = std::move(*payload);
        m_offset += qsizetype(whole);
        return std::optional(std::move(frame));
    }
    compact();
    return std::optional<Frame>();
}

Result<QByteArray> FrameReader::payloadOf(QByteArrayView body, quint8 flags) const
{
    return flags & FlagZstd ? unpackZstd(body, m_limits.unpacked) : Result<QByteArray>(body.toByteArray());
}

QByteArray FrameWriter::frame(MessageType type, const QByteArray &payload, Compression compression)
{
    if (compression == Compression::WhenLarge && payload.size() >= WorthPacking) {
        const QByteArray packed = packZstd(payload);
        if (!packed.isEmpty() && packed.size() < payload.size() - payload.size() / 8)
            return raw(quint8(type), FlagZstd | FlagLast, 0, packed);
    }
    return raw(quint8(type), FlagLast, 0, payload);
}

QByteArray FrameWriter::raw(quint8 type, quint8 flags, quint16 stream, QByteArrayView payload)
{
    QByteArray bytes(FrameHeaderSize, Qt::Uninitialized);
    qToBigEndian(quint32(FixedSize + payload.size()), bytes.data());
    bytes[4] = char(type);
    bytes[5] = char(flags);
    qToBigEndian(stream, bytes.data() + 6);
    bytes.reserve(FrameHeaderSize + payload.size());
    bytes.append(payload);
    return bytes;
}

} // namespace guanxi::protocol
