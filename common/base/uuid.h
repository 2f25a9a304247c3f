// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "common/base/random.h"

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace guanxi {

/// Identity of a row, replica, action …: 16 bytes, RFC 9562. All zero means none.
class Uuid
{
public:
    static constexpr qsizetype Size = 16;

    constexpr Uuid() = default;
    /// The 16 bytes at `bytes`; none when the length differs.
    static Uuid fromBytes(QByteArrayView bytes);
    /// Canonical text with or without hyphens; nothing when it is not one.
    static std::optional<Uuid> fromText(QStringView text);
    /// The same name gives the same id everywhere: built-in dictionary values, roles and the like.
    static Uuid named(QByteArrayView name);

    bool isNull() const { return *this == Uuid(); }
    QByteArrayView view() const { return QByteArrayView(reinterpret_cast<const char *>(m_bytes.data()), Size); }
    QByteArray bytes() const { return view().toByteArray(); }
    QString text() const;

    auto operator<=>(const Uuid &) const = default;

private:
    std::array<unsigned char, Size> m_bytes{}; ///< unsigned: ordered as databases order bytes
};

size_t qHash(const Uuid &id, size_t seed = 0) noexcept;

/// Makes UUIDv7: sorted by making within one process, also when the clock jumps back.
class UuidMaker
{
public:
    UuidMaker(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}
    Uuid next();

private:
    const Clock &m_clock;
    Random &m_random;
    quint64 m_last = 0; ///< 48 bit milliseconds, then 12 bit counter
};

} // namespace guanxi

template <> struct std::hash<guanxi::Uuid> {
    size_t operator()(const guanxi::Uuid &id) const noexcept { return guanxi::qHash(id); }
};
