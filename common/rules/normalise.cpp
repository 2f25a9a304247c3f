// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/normalise.h"

#include "common/base/textcheck.h"
#include "common/rules/phone.h"

#include <QJsonDocument>

#include <algorithm>

namespace guanxi::rules {

using model::Field;
using model::FieldType;
using model::Format;
using model::Value;

namespace {

Error badValue(const Field &field, const Value &value)
{
    return {ErrorCode::BadValue, {field.name, value.is<qint64>() ? QString::number(value.number()) : value.text()}};
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

Result<Value> normalText(const Field &field, const QString &text)
{
    GUANXI_TRY(checkText(text, field.name));
    QString normal;
    switch (field.format) {
    case Format::IdentityCard: case Format::CreditCode:
        normal = normalCode(text).remove(u' ');
        break;
    case Format::CurrencyCode: case Format::Period: case Format::Postcode: normal = normalCode(text); break;
    case Format::RealName: normal = oneLine(text).simplified(); break;
    default:
        switch (field.type) {
        case FieldType::Email: normal = normalEmail(text); break;
        case FieldType::Url: normal = normalWebAddress(text); break;
        case FieldType::LongText: normal = manyLines(text); break;
        case FieldType::Json: normal = text.trimmed(); break;
        default: normal = oneLine(text); break;
        }
    }
    if (field.type == FieldType::Phone || field.format == Format::Mobile) {
        normal = oneLine(text);
        if (normal.isEmpty())
            return Value();
        const std::optional<QString> phone = normalPhone(normal);
        if (!phone)
            return Error{ErrorCode::BadFormat,
                         {field.name, text, field.format == Format::Mobile ? QStringLiteral("mobile") : QStringLiteral("phone")}};
        normal = *phone;
    }
    return normal.isEmpty() ? Value() : Value(normal);
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
    switch (field.type) {
    case FieldType::Tags:
        return value.is<QStringList>() ? normalTags(field, value.as<QStringList>()) : Result<Value>(badValue(field, value));
    case FieldType::References:
        if (!value.is<QByteArray>() || value.as<QByteArray>().size() % Uuid::Size != 0)
            return badValue(field, value);
        return model::valueOf(model::idsOf(value));
    case FieldType::BlobRef: return value.is<QByteArray>() ? Result<Value>(value) : badValue(field, value);
    case FieldType::Dictionary: case FieldType::Reference:
        if (!value.is<Uuid>())
            return badValue(field, value);
        return value.id().isNull() ? Value() : value;
    case FieldType::AnyReference:
        if (!value.is<model::RecordRef>())
            return badValue(field, value);
        return value.as<model::RecordRef>().isNull() ? Value() : value;
    default: break;
    }
    if (field.isText())
        return value.is<QString>() ? normalText(field, value.text()) : Result<Value>(badValue(field, value));
    return value.is<qint64>() ? Result<Value>(value) : Result<Value>(badValue(field, value));
}

} // namespace guanxi::rules
