// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/textdecode.h"

#include <unicode/ucnv.h>

#include <QStringDecoder>

namespace guanxi {

namespace {

constexpr int LongestCharacter = 4; ///< bytes, in UTF-8 and in GB18030

std::optional<QString> decodedUtf8(QByteArrayView bytes, bool cut)
{
    for (int rest = 0; rest < (cut ? LongestCharacter : 1) && rest <= bytes.size(); ++rest) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder.decode(bytes.chopped(rest));
        if (!decoder.hasError())
            return text;
    }
    return std::nullopt;
}

QString decodedGb18030(QByteArrayView bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open("gb18030", &status);
    if (U_FAILURE(status))
        return QString::fromLatin1(bytes);
    QString text(bytes.size(), Qt::Uninitialized);
    const int32_t length = ucnv_toUChars(converter, reinterpret_cast<UChar *>(text.data()), int32_t(text.size()), bytes.data(),
                                         int32_t(bytes.size()), &status);
    ucnv_close(converter);
    text.truncate(length);
    return text;
}

} // namespace

QString decodeText(QByteArrayView bytes, bool cut)
{
    if (const std::optional<QStringConverter::Encoding> marked = QStringConverter::encodingForData(bytes))
        return QStringDecoder(*marked).decode(bytes);
    const std::optional<QString> utf8 = decodedUtf8(bytes, cut);
    return utf8 ? *utf8 : decodedGb18030(bytes);
}

} // namespace guanxi
