// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/textsource.h"

#include "app/tables/tablereader.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <QStringConverter>

namespace guanxi::app {

namespace {

constexpr qint64 Piece = 256 * 1024;
constexpr qint64 Window = 64 << 20;
constexpr qsizetype LongestCharacter = 4; ///< bytes

/// Valid up to its end, where a character may be cut.
bool isUtf8(QByteArrayView bytes, bool last)
{
    for (qsizetype rest = 0; rest < (last ? 1 : LongestCharacter) && rest <= bytes.size(); ++rest)
        if (bytes.chopped(rest).isValidUtf8())
            return true;
    return false;
}

/// Where the last character of the piece may begin that is not whole.
qsizetype wholeCharacters(QByteArrayView bytes)
{
    qsizetype end = bytes.size();
    while (end > 0 && bytes.size() - end < LongestCharacter && (uchar(bytes[end - 1]) & 0xC0) == 0x80)
        --end;
    return end > 0 && uchar(bytes[end - 1]) >= 0xC0 ? end - 1 : bytes.size();
}

} // namespace

Result<std::unique_ptr<TextSource>> TextSource::open(const QString &path, const QByteArray &encoding)
{
    std::unique_ptr<TextSource> source(new TextSource(path));
    if (!source->m_file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {path, source->m_file.errorString()}};
    const Result<QByteArray> name = encoding.isEmpty() ? source->guess() : Result<QByteArray>(encoding);
    if (!name)
        return name.error();
    source->m_encoding = *name;
    UErrorCode status = U_ZERO_ERROR;
    source->m_converter = ucnv_open(name->constData(), &status);
    if (U_FAILURE(status))
        return unreadable(path, fault::Encoding, QString::fromLatin1(*name));
    ucnv_setToUCallBack(source->m_converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    GUANXI_TRY(source->begin());
    return source;
}

TextSource::~TextSource()
{
    if (m_converter)
        ucnv_close(m_converter);
}

Result<QByteArray> TextSource::guess()
{
    const QByteArray head = m_file.peek(Piece);
    if (const std::optional<QStringConverter::Encoding> marked = QStringConverter::encodingForData(head))
        return QByteArray(QStringConverter::nameForEncoding(*marked));
    if (head.contains('\0'))
        return unreadable(path(), fault::NoTable);
    // All of it: the first Chinese name may stand on the last line.
    QByteArray rest;
    while (!m_file.atEnd()) {
        const QByteArray piece = rest + m_file.read(Window);
        const bool last = m_file.atEnd();
        const qsizetype whole = last ? piece.size() : wholeCharacters(piece);
        if (!isUtf8(QByteArrayView(piece).first(whole), last))
            return QByteArray("gb18030");
        rest = piece.sliced(whole);
    }
    return QByteArray("UTF-8");
}

Result<void> TextSource::begin()
{
    const QByteArray head = m_file.seek(0) ? m_file.peek(4) : QByteArray();
    const bool marked = QStringConverter::encodingForData(head).has_value();
    // A mark is no character of the first cell.
    if (marked && head.startsWith("\xEF\xBB\xBF"))
        m_file.seek(3);
    else if (marked && m_encoding.startsWith("UTF-16"))
        m_file.seek(2);
    else if (marked && m_encoding.startsWith("UTF-32"))
        m_file.seek(4);
    ucnv_reset(m_converter);
    return {};
}

Result<void> TextSource::rewind() { return begin(); }

Result<QString> TextSource::read()
{
    const QByteArray bytes = m_file.read(Piece);
    if (bytes.isEmpty() && m_file.error() != QFileDevice::NoError)
        return Error{ErrorCode::FileFailed, {path(), m_file.errorString()}};
    const bool last = m_file.atEnd();
    QString text(bytes.size() + LongestCharacter, Qt::Uninitialized);
    const char *from = bytes.constData();
    auto *to = reinterpret_cast<UChar *>(text.data());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_converter, &to, to + text.size(), &from, bytes.constData() + bytes.size(), nullptr, last, &status);
    if (U_FAILURE(status))
        return unreadable(path(), fault::Encoding, QString::number(m_file.pos() - (bytes.constData() + bytes.size() - from)));
    text.truncate(to - reinterpret_cast<UChar *>(text.data()));
    if (text.contains(QChar(u'\0')))
        return unreadable(path(), fault::NoTable);
    // A piece that holds less than a character is not the end.
    return text.isEmpty() && !last ? read() : Result<QString>(text);
}

} // namespace guanxi::app
