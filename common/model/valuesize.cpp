// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/valuesize.h"

#include "common/model/entity.h"

namespace guanxi::model {

namespace {

qsizetype utf8Size(const QString &text)
{
    qsizetype bytes = 0;
    for (const QChar c : text)
        bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return bytes;
}

} // namespace

qsizetype byteCount(const Value &value)
{
    if (const QString *text = value.get<QString>())
        return utf8Size(*text);
    if (const QByteArray *bytes = value.get<QByteArray>())
        return bytes->size();
    qsizetype all = 0;
    for (const QString &tag : value.as<QStringList>())
        all += utf8Size(tag);
    return all;
}

qsizetype byteCount(const Record &record)
{
    qsizetype bytes = 0;
    for (const Field &field : record.entity().fields())
        bytes += byteCount(record.value(field.id));
    return bytes;
}

} // namespace guanxi::model
