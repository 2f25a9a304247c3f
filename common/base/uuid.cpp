// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/uuid.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace guanxi {

Uuid Uuid::fromBytes(QByteArrayView bytes)
{
    Uuid id;
    if (bytes.size() == Size)
        std::memcpy(id.m_bytes.data(), bytes.data(), Size);
    return id;
}

std::optional<Uuid> Uuid::fromText(QStringView text)
{
    const QByteArray digits = text.toLatin1().replace('-', "");
    const QByteArray bytes = QByteArray::fromHex(digits);
    if (bytes.size() != Size || bytes.toHex() != digits.toLower())
        return std::nullopt;
    return fromBytes(bytes);
}

Uuid Uuid::named(QByteArrayView name)
{
    // RFC 9562 version 8: our own name space, hashed with SHA-256.
    QByteArray bytes = QCryptographicHash::hash(name.toByteArray(), QCryptographicHash::Sha256).left(Size);
    bytes[6] = char((bytes[6] & 0x0f) | 0x80);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    return fromBytes(bytes);
}

QString Uuid::text() const
{
    QString hex = QString::fromLatin1(bytes().toHex());
    for (int at : {20, 16, 12, 8})
        hex.insert(at, QLatin1Char('-'));
    return hex;
}

size_t qHash(const Uuid &id, size_t seed) noexcept
{
    // The tail is random in every version we make; the head of a v7 is not.
    quint64 tail = 0;
    quint64 head = 0;
    std::memcpy(&head, id.view().data(), sizeof head);
    std::memcpy(&tail, id.view().data() + 8, sizeof tail);
    return size_t(tail ^ (head * 0x9e3779b97f4a7c15ULL)) ^ seed;
}

Uuid UuidMaker::next()
{
    const quint64 now = (quint64(std::max<qint64>(m_clock.wallMs(), 0)) & 0xffffffffffffULL) << 12;
    m_last = std::max(now, m_last + 1);
    const quint64 head = qToBigEndian(((m_last >> 12) << 16) | 0x7000 | (m_last & 0x0fff));
    const quint64 tail = qToBigEndian((m_random.next() & 0x3fffffffffffffffULL) | 0x8000000000000000ULL);
    char bytes[Uuid::Size];
    std::memcpy(bytes, &head, sizeof head);
    std::memcpy(bytes + 8, &tail, sizeof tail);
    return Uuid::fromBytes(QByteArrayView(bytes, Uuid::Size));
}

} // namespace guanxi
