// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/textcheck.h"

#include <QStringDecoder>

namespace guanxi {

Result<void> checkText(const QString &text, const QString &field)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const bool pair = c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (c.isNull() || (c.isSurrogate() && !pair))
            return Error{ErrorCode::BadText, {field}};
        at += pair ? 1 : 0;
    }
    return {};
}

Result<QString> textFromUtf8(QByteArrayView bytes, const QString &field)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return Error{ErrorCode::BadText, {field}};
    return text;
}

} // namespace guanxi
