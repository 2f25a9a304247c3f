// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>

#include <array>

namespace guanxi {

/// Reads CBOR from anybody: definite lengths only, limited nesting, strict text. The first fault latches: later reads
/// answer empty values and `result()` tells, so that decoders read straight through and check once.
class CborReader
{
public:
    static constexpr int MaximumDepth = 16;

    explicit CborReader(const QByteArray &bytes) : m_bytes(bytes) {}

    bool failed() const { return m_failed; }
    /// BadFrame when something was wrong or bytes are left over.
    Result<void> result();

    /// No further item in this container.
    bool atEnd() const { return m_failed || m_left[m_depth] == 0; }
    bool atNull() const { return isNext(Simple) && initial() == Null; }
    bool atInteger() const { return isNext(Unsigned) || isNext(Negative); }
    bool atText() const { return isNext(Text); }
    bool atBytes() const { return isNext(Bytes); }
    bool atArray() const { return isNext(Array); }

    qint64 integer();
    bool boolean();
    QString text();
    QByteArray bytes();
    void null();
    /// Enters the container and answers its number of items (pairs for a map); leave() must follow.
    qsizetype enterArray();
    qsizetype enterMap();
    void leave();
    /// Passes over whatever comes.
    void skip();
    void fail() { m_failed = true; }

private:
    /// The first three bits of an item (RFC 8949, section 3).
    enum Major : quint8 { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };
    static constexpr quint8 Null = 0xf6;

    quint8 initial() const { return quint8(m_bytes.at(m_at)); }
    bool isNext(Major major) const { return !atEnd() && m_at < m_bytes.size() && initial() >> 5 == major; }
    /// Takes the head of the next item of the container, which must be of this kind; 0 after a fault.
    quint64 take(Major major);
    quint64 argument();
    QByteArrayView string(Major major);
    qsizetype enter(Major major, int itemsEach);
    void skipItem(int depth);

    QByteArray m_bytes;
    qsizetype m_at = 0;
    std::array<qsizetype, MaximumDepth + 1> m_left{1}; ///< items still to come, at each depth
    int m_depth = 0;
    bool m_failed = false;
};

} // namespace guanxi
