// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::model {

namespace {

constexpr qint64 ExactDouble = 1LL << 53;

QJsonValue toJson(const Value &value)
{
    if (const qint64 *number = value.get<qint64>())
        return *number < ExactDouble && *number > -ExactDouble
            ? QJsonValue(*number)
            : QJsonValue(QJsonObject{{QStringLiteral("number"), QString::number(*number)}});
    if (const QString *text = value.get<QString>())
        return *text;
    if (const Uuid *id = value.get<Uuid>())
        return QJsonObject{{QStringLiteral("id"), id->text()}};
    if (const RecordRef *ref = value.get<RecordRef>())
        return QJsonObject{{QStringLiteral("entity"), ref->entity}, {QStringLiteral("id"), ref->id.text()}};
    if (const QStringList *tags = value.get<QStringList>())
        return QJsonArray::fromStringList(*tags);
    if (const QByteArray *bytes = value.get<QByteArray>())
        return QJsonObject{{QStringLiteral("hex"), QString::fromLatin1(bytes->toHex())}};
    return QJsonValue();
}

Value fromObject(const QJsonObject &object)
{
    if (object.contains(QLatin1String("number")))
        return object[QLatin1String("number")].toString().toLongLong();
    if (object.contains(QLatin1String("hex")))
        return QByteArray::fromHex(object[QLatin1String("hex")].toString().toLatin1());
    const Uuid id = Uuid::fromText(object[QLatin1String("id")].toString()).value_or(Uuid());
    if (object.contains(QLatin1String("entity")))
        return RecordRef{EntityId(object[QLatin1String("entity")].toInt()), id};
    return id.isNull() ? Value() : Value(id);
}

} // namespace

QString valueToJson(const Value &value)
{
    // A document needs an array or object around it; only its content is kept.
    const QByteArray wrapped = QJsonDocument(QJsonArray{toJson(value)}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

Value valueFromJson(const QString &json)
{
    const QJsonArray wrapped = QJsonDocument::fromJson('[' + json.toUtf8() + ']').array();
    const QJsonValue value = wrapped.size() == 1 ? wrapped.first() : QJsonValue();
    if (value.isDouble())
        return value.toInteger();
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return fromObject(value.toObject());
    if (!value.isArray())
        return {};
    QStringList tags;
    for (const QJsonValue &tag : value.toArray())
        tags.append(tag.toString());
    return tags;
}

} // namespace guanxi::model
