// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/entity.h"

namespace guanxi::model {

bool Field::isNumber() const
{
    using enum FieldType;
    switch (type) {
    case Int: case Decimal: case Percent: case Bool: case Date: case DateTime: case Money: case Choice: case State:
        return true;
    default:
        return false;
    }
}

bool Field::isText() const
{
    using enum FieldType;
    switch (type) {
    case Text: case LongText: case Phone: case Email: case Url: case Tags: case Json:
        return true;
    default:
        return false;
    }
}

const State *StateMachine::state(int id) const
{
    const auto found = std::find_if(states.begin(), states.end(), [&](const State &s) { return s.id == id; });
    return found == states.end() ? nullptr : &*found;
}

const Transition *StateMachine::transition(int id) const
{
    const auto found =
        std::find_if(transitions.begin(), transitions.end(), [&](const Transition &t) { return t.id == id; });
    return found == transitions.end() ? nullptr : &*found;
}

QList<const Transition *> StateMachine::leaving(int from) const
{
    QList<const Transition *> result;
    for (const Transition &transition : transitions)
        if (transition.from.isEmpty() ? from != transition.to : transition.from.contains(from))
            result.append(&transition);
    return result;
}

const Transition *StateMachine::between(int from, int to) const
{
    for (const Transition *transition : leaving(from))
        if (transition->to == to)
            return transition;
    return nullptr;
}

Field &Entity::addField(Field field)
{
    constexpr FieldId Near = 1024;
    Q_ASSERT_X(position(field.id) < 0, "Entity::addField", qPrintable(name + u'.' + field.name));
    if (field.id >= Near) {
        m_far.insert(field.id, int(m_fields.size()));
    } else {
        m_near.resize(std::max<size_t>(m_near.size(), field.id + 1), -1);
        m_near[field.id] = qint16(m_fields.size());
    }
    return m_fields.emplace_back(std::move(field));
}

const Field *Entity::field(FieldId field) const
{
    const int at = position(field);
    return at < 0 ? nullptr : &m_fields[size_t(at)];
}

const Field *Entity::field(QStringView fieldName) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &f) { return f.name == fieldName; });
    return found == m_fields.end() ? nullptr : &*found;
}

} // namespace guanxi::model
