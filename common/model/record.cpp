// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/record.h"

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
    if (size_t(at) >= m_values.size())
        m_values.resize(size_t(at) + 1);
    m_values[size_t(at)] = std::move(value);
}

bool Record::sameContent(const Record &other) const
{
    if (ref() != other.ref() || m_deleted != other.m_deleted)
        return false;
    return !m_entity || std::all_of(m_entity->fields().begin(), m_entity->fields().end(), [&](const Field &field) {
        return value(field.id) == other.value(field.id);
    });
}

QString titleOf(const Record &record)
{
    QStringList parts;
    if (record.isValid())
        for (FieldId field : record.entity().titleFields)
            if (const QString text = record.value(field).text(); !text.isEmpty())
                parts.append(text);
    return parts.join(u' ');
}

} // namespace guanxi::model
