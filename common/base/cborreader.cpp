// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/cborreader.h"

#include "common/base/textcheck.h"

#include <limits>

namespace guanxi {

Result<void> CborReader::result()
{
    // Outside a container hasNext() tells of the first item only, hence the offset.
    const bool whole = m_depth == 0 && !m_reader.hasNext() && m_reader.currentOffset() == m_size;
    if (m_failed || !whole || m_reader.lastError() != QCborError::NoError)
        return Error{ErrorCode::BadFrame, {QStringLiteral("cbor")}};
    return {};
}

qint64 CborReader::integer()
{
    const bool fits = !m_failed && m_reader.isInteger()
        && (m_reader.isUnsignedInteger() ? m_reader.toUnsignedInteger() <= quint64(std::numeric_limits<qint64>::max())
                                         : quint64(m_reader.toNegativeInteger()) - 1 <= quint64(std::numeric_limits<qint64>::max()));
    if (!fits) {
        fail();
        return 0;
    }
    const qint64 value = m_reader.toInteger();
    m_failed = !m_reader.next();
    return value;
}

bool CborReader::boolean()
{
    if (m_failed || !m_reader.isBool()) {
        fail();
        return false;
    }
    const bool value = m_reader.toBool();
    m_failed = !m_reader.next();
    return value;
}

QString CborReader::text()
{
    if (m_failed || !m_reader.isString() || !m_reader.isLengthKnown()) {
        fail();
        return {};
    }
    const auto chunk = m_reader.readString();
    const bool whole = chunk.status == QCborStreamReader::Ok && m_reader.readString().status == QCborStreamReader::EndOfString;
    if (!whole || !checkText(chunk.data, {}).ok())
        fail();
    return m_failed ? QString() : chunk.data;
}

QByteArray CborReader::bytes()
{
    if (m_failed || !m_reader.isByteArray() || !m_reader.isLengthKnown()) {
        fail();
        return {};
    }
    const auto chunk = m_reader.readByteArray();
    if (chunk.status != QCborStreamReader::Ok || m_reader.readByteArray().status != QCborStreamReader::EndOfString)
        fail();
    return m_failed ? QByteArray() : chunk.data;
}

void CborReader::null()
{
    if (m_failed || !m_reader.isNull() || !m_reader.next())
        fail();
}

qsizetype CborReader::enterArray() { return enter(!m_failed && m_reader.isArray()); }
qsizetype CborReader::enterMap() { return enter(!m_failed && m_reader.isMap()); }

qsizetype CborReader::enter(bool expected)
{
    if (!expected || !m_reader.isLengthKnown() || m_depth == MaximumDepth) {
        fail();
        return 0;
    }
    const quint64 length = m_reader.length();
    if (length > quint64(std::numeric_limits<int>::max()) || !m_reader.enterContainer()) {
        fail();
        return 0;
    }
    ++m_depth;
    return qsizetype(length);
}

void CborReader::leave()
{
    if (m_failed || m_depth == 0 || m_reader.hasNext() || !m_reader.leaveContainer())
        fail();
    else
        --m_depth;
}

void CborReader::skip()
{
    if (m_failed || !m_reader.next(MaximumDepth))
        fail();
}

} // namespace guanxi
