// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/record.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::model {

const Value &Record::value(FieldId field) const
{
    static const Value none;
    const int at = m_entity ? m_entity->position(field) : -1;
    return at < 0 || size_t(at) >= m_values.size() ? none : m_values[size_t(at)];
}

void Record::setValue(FieldId field, Value value)
{
    const int at = m_entity ? m_entity->position(field) : -1;
    if (at < 0)
        return;
    if (size_t(at) >= m_values.size()) {
        m_values.reserve(m_entity->fields().size()); // rows are filled field by field
        m_values.resize(size_t(at) + 1);
    }
    m_values[size_t(at)] = std::move(value);
}

bool Record::applies(const Field &field) const
{
    return field.applies.kind == 0 || field.applies.values.contains(value(field.applies.kind)) != field.applies.unless;
}

bool Record::sameContent(const Record &other) const
{
    if (ref() != other.ref() || m_deleted != other.m_deleted)
        return false;
    return !m_entity || std::all_of(m_entity->fields().begin(), m_entity->fields().end(), [&](const Field &field) {
        return value(field.id) == other.value(field.id);
    });
}

QString labelIn(const QString &json, const QString &language)
{
    const QJsonObject labels = QJsonDocument::fromJson(json.toUtf8()).object();
    for (const QString &wanted : {language, QStringLiteral("en")})
        if (const QString label = labels.value(wanted).toString(); !label.isEmpty())
            return label;
    return labels.isEmpty() ? QString() : labels.begin()->toString();
}

QString titleOf(const Record &record, const QString &language, const RecordLookup &lookup)
{
    QStringList parts;
    for (FieldId id : record.isValid() ? record.entity().titleFields : QList<FieldId>()) {
        const Field *field = record.entity().field(id);
        const Value &value = record.value(id);
        QString part = value.text();
        if (field->type == FieldType::Json) {
            part = labelIn(part, language);
        } else if (lookup && (field->isReference() || field->type == FieldType::AnyReference)) {
            const RecordRef ref =
                field->isReference() ? RecordRef{field->targets.first(), value.id()} : value.as<RecordRef>();
            part = ref.isNull() ? QString() : titleOf(lookup(ref), language);
        }
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u' ');
}

} // namespace guanxi::model
