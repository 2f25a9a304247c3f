// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/normalise.h"

#include "common/base/textcheck.h"
#include "common/rules/phone.h"

#include <algorithm>

namespace guanxi::rules
{

using model::Field;
using model::FieldType;
using model::Format;
using model::Value;

namespace
{

Error badValue(const Field &field, const Value &value)
{
    return {ErrorCode::BadValue, {field.name, value.is<qint64>() ? QString::number(value.number()) : value.text()}};
}

bool isOfKind(const Field &field, const Value &value)
{
    switch (field.type) {
    case FieldType::Tags:
        return value.is<QStringList>();
    case FieldType::References:
        return value.is<QByteArray>() && value.as<QByteArray>().size() % Uuid::Size == 0;
    case FieldType::BlobRef:
    case FieldType::Picture:
        return value.is<QByteArray>();
    case FieldType::Dictionary:
    case FieldType::Reference:
        return value.is<Uuid>();
    case FieldType::AnyReference:
        return value.is<model::RecordRef>();
    default:
        return field.isText() ? value.is<QString>() : value.is<qint64>();
    }
}

bool isEmptyReference(const Value &value)
{
    return (value.is<Uuid>() && value.id().isNull()) ||
           (value.is<model::RecordRef>() && value.as<model::RecordRef>().isNull());
}

/// One line: line ends and tabs become blanks, other control characters go.
QString oneLine(const QString &text)
{
    QString line;
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            line += u' ';
        else if (c.category() != QChar::Other_Control)
            line += c;
    }
    return line.trimmed();
}

QString manyLines(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    return text.trimmed().isEmpty() ? QString() : text;
}

QString normalEmail(const QString &text)
{
    const QString address = halfWidth(text).trimmed();
    const qsizetype at = address.lastIndexOf(u'@');
    return at < 0 ? address : address.left(at + 1) + address.mid(at + 1).toLower();
}

QString normalWebAddress(const QString &text)
{
    const QString address = halfWidth(text).trimmed();
    const bool named = address.contains(u':') && !address.contains(QStringLiteral("://"))
                           ? !address.section(u':', 1).at(0).isDigit()
                           : address.contains(QStringLiteral("://"));
    return address.isEmpty() || named ? address : QStringLiteral("https://") + address;
}

QString normalCode(const QString &text) { return halfWidth(text).trimmed().toUpper(); }

QString normalByFormat(const Field &field, const QString &text)
{
    switch (field.format) {
    case Format::IdentityCard:
    case Format::CreditCode:
        return normalCode(text).remove(u' ');
    case Format::CurrencyCode:
    case Format::Period:
    case Format::Postcode:
        return normalCode(text);
    case Format::RealName:
        return oneLine(text).simplified();
    default:
        break;
    }
    switch (field.type) {
    case FieldType::Email:
        return normalEmail(text);
    case FieldType::Url:
        return normalWebAddress(text);
    case FieldType::LongText:
        return manyLines(text);
    case FieldType::Json:
        return text.trimmed();
    default:
        return oneLine(text);
    }
}

Result<Value> normalText(const Field &field, const QString &text)
{
    GUANXI_TRY(checkText(text, field.name));
    const QString normal = normalByFormat(field, text);
    if (normal.isEmpty())
        return Value();
    const bool isMobile = field.format == Format::Mobile;
    if (field.type != FieldType::Phone && !isMobile)
        return Value(normal);
    const std::optional<QString> phone = normalPhone(normal);
    if (!phone)
        return Error{ErrorCode::BadFormat,
                     {field.name, text, isMobile ? QStringLiteral("mobile") : QStringLiteral("phone")}};
    return Value(*phone);
}

Result<Value> normalTags(const Field &field, const QStringList &tags)
{
    QStringList normal;
    for (const QString &tag : tags) {
        GUANXI_TRY(checkText(tag, field.name));
        if (const QString text = oneLine(tag); !text.isEmpty() && !normal.contains(text))
            normal.append(text);
    }
    std::sort(normal.begin(), normal.end());
    return normal.isEmpty() ? Value() : Value(normal);
}

} // namespace

QString halfWidth(const QString &text)
{
    QString narrow = text;
    for (QChar &c : narrow) {
        if (c.unicode() >= 0xff01 && c.unicode() <= 0xff5e)
            c = QChar(char16_t(c.unicode() - 0xfee0));
        else if (c.unicode() == 0x3000)
            c = u' ';
    }
    return narrow;
}

Result<Value> normalise(const Field &field, const Value &value)
{
    if (value.isNull())
        return value;
    if (!isOfKind(field, value))
        return badValue(field, value);
    if (isEmptyReference(value))
        return Value();
    switch (field.type) {
    case FieldType::Tags:
        return normalTags(field, value.as<QStringList>());
    case FieldType::References:
        return model::valueOf(model::idsOf(value));
    default:
        break;
    }
    if (value.is<QString>())
        return normalText(field, value.text());
    return value;
}

} // namespace guanxi::rules
