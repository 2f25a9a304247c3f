// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/cborwriter.h"

#include <QStringEncoder>
#include <QtEndian>

namespace guanxi {

namespace {

/// Of each code unit that stands alone three bytes, as of the replacement that the encoder writes for it.
qsizetype utf8Size(QStringView text)
{
    qsizetype size = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        size += unit < 0x80 ? 1 : unit < 0x800 ? 2 : pair ? 4 : 3;
        at += pair ? 1 : 0;
    }
    return size;
}

} // namespace

void CborWriter::head(Major major, quint64 argument)
{
    constexpr quint64 Direct = 24; // smaller ones stand in the first byte
    char bytes[1 + sizeof(quint64)];
    const auto start = [&](quint8 code) { bytes[0] = char(major << 5 | code); };
    if (argument < Direct) {
        start(quint8(argument));
        m_out.append(bytes, 1);
    } else if (argument <= 0xff) {
        start(24);
        bytes[1] = char(argument);
        m_out.append(bytes, 2);
    } else if (argument <= 0xffff) {
        start(25);
        qToBigEndian(quint16(argument), bytes + 1);
        m_out.append(bytes, 3);
    } else if (argument <= 0xffff'ffff) {
        start(26);
        qToBigEndian(quint32(argument), bytes + 1);
        m_out.append(bytes, 5);
    } else {
        start(27);
        qToBigEndian(argument, bytes + 1);
        m_out.append(bytes, 9);
    }
}

void CborWriter::append(qint64 number)
{
    if (number < 0)
        head(Negative, ~quint64(number));
    else
        head(Unsigned, quint64(number));
}

void CborWriter::append(const QString &text)
{
    const qsizetype size = utf8Size(text);
    head(Text, quint64(size));
    const qsizetype at = m_out.size();
    m_out.resize(at + size);
    QStringEncoder(QStringEncoder::Utf8).appendToBuffer(m_out.data() + at, text);
}

void CborWriter::appendByteString(const char *bytes, qsizetype size)
{
    head(Bytes, quint64(size));
    m_out.append(bytes, size);
}

} // namespace guanxi
