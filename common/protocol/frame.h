// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/protocol/messagetype.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace guanxi::protocol {

/// One frame: u32 length of what follows | u8 type | u8 flags | u16 stream | payload; numbers big-endian.
struct Frame {
    quint8 type = 0;
    quint8 flags = 0;
    quint16 stream = 0; ///< 0; other numbers are kept for parallel answers
    QByteArray payload; ///< unpacked
};

inline constexpr quint8 FlagZstd = 1;        ///< the payload is one zstd frame
inline constexpr quint8 FlagLast = 2;        ///< the message ends with this frame; always set in version 1
inline constexpr quint8 FlagIgnorable = 128; ///< who does not know the type passes over the frame
inline constexpr qsizetype FrameHeaderSize = 8;
inline constexpr qsizetype FrameAim = 64 * 1024; ///< senders split data so that a control frame waits for one at most

/// What a reader accepts. `frame` counts the bytes after the length, `unpacked` the payload after decompression.
struct FrameLimits {
    qsizetype frame = 0;
    qsizetype unpacked = 0;

    /// Before sign-in the server reads 4 KiB; a client trusts a server whose key it has pinned with the full size.
    static FrameLimits of(Role reader, ConnectionState state);
};

/// Cuts a byte stream into frames. The first fault latches: the connection is of no use after it. Holds at most what
/// was appended and not read yet; append in pieces and read after each.
class FrameReader
{
public:
    explicit FrameReader(const FrameLimits &limits) : m_limits(limits) {}

    void setLimits(const FrameLimits &limits) { m_limits = limits; }
    void append(QByteArrayView bytes);
    /// The next frame of a known type, or nothing while it is incomplete. Errors: BadFrame (what),
    /// FrameTooLarge (size, limit), UnexpectedFrame (type) for an unknown type that may not be passed over.
    Result<std::optional<Frame>> next();
    /// Bytes of an incomplete frame.
    qsizetype pending() const { return m_buffer.size() - m_offset; }

private:
    Result<std::optional<Frame>> take();
    Result<QByteArray> payloadOf(QByteArrayView body, quint8 flags) const;
    void compact();

    FrameLimits m_limits;
    QByteArray m_buffer;
    qsizetype m_offset = 0;
    qint64 m_toSkip = 0; ///< rest of an ignorable frame that is not kept
    std::optional<Error> m_fault;
};

enum class Compression : quint8 {
    Never,     ///< for what is encoded for one slow reader or already packed
    WhenLarge, ///< from 1 KiB up, kept when it saves an eighth
};

/// Puts payloads into frames.
class FrameWriter
{
public:
    static QByteArray frame(MessageType type, const QByteArray &payload,
                            Compression compression = Compression::WhenLarge);
    /// Without checks, as a newer program might write it: for tests and relays.
    static QByteArray raw(quint8 type, quint8 flags, quint16 stream, QByteArrayView payload);
};

} // namespace guanxi::protocol
