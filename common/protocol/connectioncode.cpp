// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/connectioncode.h"

#include "common/base/textcheck.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace guanxi::protocol {

namespace {

constexpr char Version = 1;
constexpr qsizetype PinSize = 32;
constexpr qsizetype TokenMost = 64;
constexpr qsizetype TextMost = 255;
constexpr qsizetype CheckSize = 5;
constexpr qsizetype GroupSize = 5;
constexpr qsizetype LongestText = 4096;
constexpr QByteArrayView Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

QByteArray checksum(const QByteArray &body)
{
    return QCryptographicHash::hash("guanxi connection code" + body, QCryptographicHash::Sha256).left(CheckSize);
}

QString toGroups(const QByteArray &bytes)
{
    QString text;
    quint32 bits = 0;
    int held = 0;
    const auto letter = [&](quint32 value) {
        if (text.size() % (GroupSize + 1) == GroupSize)
            text += QLatin1Char('-');
        text += QLatin1Char(Alphabet[qsizetype(value & 31)]);
    };
    for (const char byte : bytes) {
        bits = (bits << 8) | quint8(byte);
        for (held += 8; held >= 5; held -= 5)
            letter(bits >> (held - 5));
    }
    if (held > 0)
        letter(bits << (5 - held));
    return text;
}

int valueOf(QChar letter)
{
    if (letter.unicode() > 127)
        return -1;
    switch (const char c = letter.toUpper().toLatin1()) {
    case 'O': return 0;
    case 'I':
    case 'L': return 1;
    default: return int(Alphabet.indexOf(c));
    }
}

bool isFiller(QChar letter)
{
    return letter.isSpace() || letter.category() == QChar::Punctuation_Dash || letter.category() == QChar::Other_Format;
}

/// Nothing when a character is foreign or the last one holds bits that no byte needs.
std::optional<QByteArray> fromGroups(const QString &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int held = 0;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KC)) {
        if (isFiller(letter))
            continue;
        const int value = valueOf(letter);
        if (value < 0)
            return {};
        bits = (bits << 5) | quint32(value);
        if ((held += 5) >= 8)
            bytes += char(bits >> (held -= 8));
    }
    if (held >= 5 || (bits & ((1u << held) - 1)))
        return {};
    return bytes;
}

void appendPart(QByteArray &body, const QByteArray &part)
{
    body += char(part.size());
    body += part;
}

/// The next part of `body`, cut off its front; nothing when it is shorter than it says.
std::optional<QByteArray> takePart(QByteArray &body)
{
    if (body.isEmpty() || body.size() < 1 + quint8(body[0]))
        return {};
    const QByteArray part = body.mid(1, quint8(body[0]));
    body.remove(0, 1 + part.size());
    return part;
}

bool fits(const ConnectionCode &code)
{
    const qsizetype host = code.host.toUtf8().size();
    return host >= 1 && host <= TextMost && code.port > 0 && code.keyPin.size() == PinSize && code.token.size() >= 1
        && code.token.size() <= TokenMost && code.company.toUtf8().size() <= TextMost;
}

std::optional<QString> textOf(const QByteArray &utf8)
{
    const QString text = QString::fromUtf8(utf8);
    return text.toUtf8() == utf8 && checkText(text, {}).ok() ? std::optional(text) : std::nullopt;
}

} // namespace

Result<QString> encodeConnectionCode(const ConnectionCode &code)
{
    if (!fits(code))
        return ErrorCode::CodeInvalid;
    QByteArray body(3, Version);
    qToBigEndian(code.port, body.data() + 1);
    body += code.keyPin;
    appendPart(body, code.token);
    appendPart(body, code.host.toUtf8());
    appendPart(body, code.company.toUtf8());
    return toGroups(body + checksum(body));
}

Result<ConnectionCode> decodeConnectionCode(const QString &text)
{
    const auto bytes = text.size() <= LongestText ? fromGroups(text) : std::nullopt;
    if (!bytes || bytes->size() < 3 + PinSize + CheckSize)
        return ErrorCode::CodeInvalid;
    QByteArray body = bytes->chopped(CheckSize);
    if (checksum(body) != bytes->right(CheckSize) || body[0] != Version)
        return ErrorCode::CodeInvalid;
    ConnectionCode code;
    code.port = qFromBigEndian<quint16>(body.constData() + 1);
    code.keyPin = body.mid(3, PinSize);
    body.remove(0, 3 + PinSize);
    const auto token = takePart(body);
    const auto host = takePart(body);
    const auto company = takePart(body);
    if (!token || !host || !company || !body.isEmpty() || !textOf(*host) || !textOf(*company))
        return ErrorCode::CodeInvalid;
    code.token = *token;
    code.host = *textOf(*host);
    code.company = *textOf(*company);
    if (!fits(code))
        return ErrorCode::CodeInvalid;
    return code;
}

} // namespace guanxi::protocol
