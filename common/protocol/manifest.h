// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>

namespace guanxi::protocol {

inline constexpr qsizetype ChunkSize = 1024 * 1024; ///< of content; the last one of a blob may be shorter
inline constexpr qsizetype PieceSize = 64 * 1024;   ///< what goes in one message: a saved record waits for one at most
inline constexpr qsizetype HashSize = 32;           ///< SHA-256
/// So that a manifest always fits a message.
inline constexpr qint64 LargestBlob = 2048 * qint64(ChunkSize);

/// What a blob consists of. Its id is the SHA-256 of the encoded manifest, so whoever knows the id can check every byte.
struct Manifest {
    qint64 size = 0;
    QByteArray chunks{}; ///< SHA-256 of each, one after the other
    bool operator==(const Manifest &) const = default;

    int count() const { return int(chunks.size() / HashSize); }
    QByteArray chunk(int index) const { return chunks.mid(index * HashSize, HashSize); }
    qsizetype sizeOf(int index) const { return qsizetype(std::min<qint64>(ChunkSize, size - index * qint64(ChunkSize))); }

    QByteArray encoded() const;
    QByteArray id() const { return idOf(encoded()); }
    static QByteArray idOf(const QByteArray &encoded);
    /// BadFrame for anything but what encoded() makes of a possible content.
    static Result<Manifest> decode(const QByteArray &encoded);
};

/// One bit for each chunk of a blob, as it goes over the wire: bit n % 8 of byte n / 8.
class ChunkSet
{
public:
    explicit ChunkSet(int count = 0) : m_bits((count + 7) / 8, '\0'), m_count(count) {}
    /// Bits beyond `count` do not count, missing ones are not set.
    static ChunkSet fromBytes(const QByteArray &bytes, int count);

    int count() const { return m_count; }
    bool contains(int index) const { return (m_bits.at(index / 8) >> (index % 8)) & 1; }
    void insert(int index) { m_bits[index / 8] = char(m_bits.at(index / 8) | 1 << (index % 8)); }
    int size() const;
    bool isEmpty() const { return size() == 0; }
    bool isFull() const { return size() == m_count; }
    ChunkSet inverted() const;
    const QByteArray &bytes() const { return m_bits; }

private:
    QByteArray m_bits;
    int m_count = 0;
};

} // namespace guanxi::protocol
