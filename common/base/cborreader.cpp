// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/cborreader.h"

#include "common/base/textcheck.h"

#include <limits>

namespace guanxi {

namespace {

constexpr quint8 ArgumentBits = 0x1f;
/// Arguments up to here stand in the initial byte; the next four tell that 1, 2, 4 or 8 bytes follow.
constexpr quint8 LastInPlace = 23;
constexpr quint8 LastFollowing = 27;
constexpr quint8 False = 0xf4;
constexpr quint8 True = 0xf5;

} // namespace

Result<void> CborReader::result()
{
    if (m_failed || m_depth != 0 || m_left[0] != 0 || m_at != m_bytes.size())
        return Error{ErrorCode::BadFrame, {QStringLiteral("cbor")}};
    return {};
}

quint64 CborReader::argument()
{
    const quint8 few = quint8(m_bytes.at(m_at++)) & ArgumentBits;
    if (few <= LastInPlace)
        return few;
    const qsizetype size = qsizetype(1) << (few - LastInPlace - 1);
    // Beyond the last come reserved values and indefinite lengths.
    if (few > LastFollowing || size > m_bytes.size() - m_at) {
        fail();
        return 0;
    }
    quint64 value = 0;
    for (qsizetype i = 0; i < size; ++i)
        value = value << 8 | quint8(m_bytes.at(m_at++));
    return value;
}

quint64 CborReader::take(Major major)
{
    if (!isNext(major)) {
        fail();
        return 0;
    }
    --m_left[m_depth];
    return argument();
}

qint64 CborReader::integer()
{
    const bool negative = isNext(Negative);
    const quint64 value = take(negative ? Negative : Unsigned);
    if (value > quint64(std::numeric_limits<qint64>::max()))
        fail();
    if (m_failed)
        return 0;
    return negative ? -1 - qint64(value) : qint64(value);
}

bool CborReader::boolean()
{
    const quint8 item = isNext(Simple) ? initial() : 0;
    if (item != True && item != False)
        fail();
    else
        take(Simple);
    return item == True;
}

void CborReader::null()
{
    if (atNull())
        take(Simple);
    else
        fail();
}

QByteArrayView CborReader::string(Major major)
{
    const quint64 size = take(major);
    if (size > quint64(m_bytes.size() - m_at))
        fail();
    if (m_failed)
        return {};
    const qsizetype begin = std::exchange(m_at, m_at + qsizetype(size));
    return QByteArrayView(m_bytes).sliced(begin, qsizetype(size));
}

QString CborReader::text()
{
    const QByteArrayView utf8 = string(Text);
    Result<QString> text = textFromUtf8(utf8, {});
    if (!text)
        fail();
    return m_failed ? QString() : *text;
}

QByteArray CborReader::bytes() { return string(Bytes).toByteArray(); }

qsizetype CborReader::enterArray() { return enter(Array, 1); }
qsizetype CborReader::enterMap() { return enter(Map, 2); }

qsizetype CborReader::enter(Major major, int itemsEach)
{
    const quint64 count = take(major);
    // Every item takes a byte at least.
    if (m_depth == MaximumDepth || count > quint64(m_bytes.size() - m_at) / quint64(itemsEach))
        fail();
    if (m_failed)
        return 0;
    m_left[++m_depth] = qsizetype(count) * itemsEach;
    return qsizetype(count);
}

void CborReader::leave()
{
    if (m_failed || m_depth == 0 || m_left[m_depth] != 0)
        fail();
    else
        --m_depth;
}

void CborReader::skip()
{
    if (atEnd())
        return fail();
    --m_left[m_depth];
    skipItem(m_depth);
}

void CborReader::skipItem(int depth)
{
    if (m_failed || m_at >= m_bytes.size() || depth > MaximumDepth)
        return fail();
    const auto major = Major(initial() >> 5);
    const quint64 value = argument();
    const quint64 left = quint64(m_bytes.size() - m_at);
    if (major == Bytes || major == Text) {
        const auto string = QByteArrayView(m_bytes).sliced(m_at, qsizetype(std::min(value, left)));
        m_at += string.size();
        m_failed = m_failed || value > left || (major == Text && !textFromUtf8(string, {}).ok());
    } else if (major == Array || major == Map || major == Tag) {
        const quint64 items = major == Tag ? 1 : major == Map ? 2 * std::min(value, left) : value;
        m_failed = m_failed || items > left;
        for (quint64 i = 0; i < items && !m_failed; ++i)
            skipItem(depth + 1);
    }
}

} // namespace guanxi
