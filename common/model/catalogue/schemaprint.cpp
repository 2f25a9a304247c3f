// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/schemaprint.h"

#include <QJsonArray>

namespace guanxi::model {

using namespace Qt::StringLiterals;

namespace {

/// The name at a 1-based place of a permanent enumeration.
template <size_t N> QString nameOf(const char *const (&names)[N], int number)
{
    return number >= 1 && number <= int(N) ? QString::fromLatin1(names[number - 1]) : QString();
}

QString typeName(FieldType type)
{
    static constexpr const char *names[] = {"text", "long_text", "int", "decimal", "percent", "bool", "date",
                                            "date_time", "money", "phone", "email", "url", "tags", "json",
                                            "blob", "dictionary", "choice", "state", "reference",
                                            "any_reference", "references", "picture"};
    return nameOf(names, int(type));
}

QString mergeName(MergePolicy policy)
{
    static constexpr const char *names[] = {"ask", "latest", "add", "set", "append", "text3", "server"};
    return nameOf(names, int(policy));
}

QString scopeName(ScopeRule::Kind kind)
{
    static constexpr const char *names[] = {"everyone", "owner", "inherits", "private", "server_only"};
    return nameOf(names, int(kind) + 1);
}

QString computedName(Computed computed)
{
    static constexpr const char *names[] = {"local", "server"};
    return nameOf(names, int(computed));
}

QString fieldName(const Entity &entity, FieldId id)
{
    const Field *field = entity.field(id);
    return field ? field->name : QString();
}

QJsonArray fieldNames(const Entity &entity, const QList<FieldId> &ids)
{
    QJsonArray names;
    for (FieldId id : ids)
        names.append(fieldName(entity, id));
    return names;
}

QStringList targetNames(const Catalogue &catalogue, const QList<EntityId> &targets)
{
    QStringList names;
    for (EntityId target : targets)
        if (const Entity *entity = catalogue.entity(target))
            names.append(entity->name);
    return names;
}

void putFlags(QJsonObject &object, std::initializer_list<std::pair<const char *, bool>> flags)
{
    for (const auto &[name, on] : flags)
        if (on)
            object.insert(QString::fromLatin1(name), true);
}

QJsonObject fieldJson(const Catalogue &catalogue, const Field &field)
{
    QJsonObject object{{u"id"_s, qint64(field.id)},
                       {u"name"_s, field.name},
                       {u"label"_s, field.label},
                       {u"type"_s, typeName(field.type)},
                       {u"merge"_s, mergeName(field.merge)}};
    if (field.limit > 0)
        object.insert(u"limit"_s, field.limit);
    if (field.scale > 0)
        object.insert(u"scale"_s, field.scale);
    if (field.minimum != std::numeric_limits<qint64>::min())
        object.insert(u"minimum"_s, field.minimum);
    if (field.maximum != std::numeric_limits<qint64>::max())
        object.insert(u"maximum"_s, field.maximum);
    if (!field.targets.isEmpty())
        object.insert(u"targets"_s, QJsonArray::fromStringList(targetNames(catalogue, field.targets)));
    if (!field.dictionary.isEmpty())
        object.insert(u"dictionary"_s, field.dictionary);
    if (!field.choices.isEmpty())
        object.insert(u"choices"_s, QJsonArray::fromStringList(field.choices));
    if (field.computed != Computed::No)
        object.insert(u"computed"_s, computedName(field.computed));
    if (field.mergeGroup > 0)
        object.insert(u"merge_group"_s, field.mergeGroup);
    putFlags(object, {{"required", field.required}, {"unique", field.unique}, {"masked", field.masked},
                      {"system", field.systemFilled}, {"with_file", field.withFile}, {"custom", field.custom}});
    return object;
}

QJsonObject transitionJson(const Entity &entity, const Transition &transition)
{
    QJsonArray from;
    for (int state : transition.from)
        from.append(state);
    QJsonObject object{{u"id"_s, transition.id},   {u"code"_s, transition.code}, {u"label"_s, transition.label},
                       {u"from"_s, from},          {u"to"_s, transition.to}};
    if (!transition.required.isEmpty())
        object.insert(u"required"_s, fieldNames(entity, transition.required));
    if (!transition.guards.isEmpty())
        object.insert(u"guard"_s, transition.guards.join(u' '));
    putFlags(object, {{"automatic", transition.automatic}, {"approves", transition.approves}});
    return object;
}

void putMachine(QJsonObject &object, const Entity &entity)
{
    QJsonArray states;
    for (const State &state : entity.machine.states) {
        QJsonObject one{{u"id"_s, state.id}, {u"code"_s, state.code}, {u"label"_s, state.label}};
        putFlags(one, {{"read_only", state.readOnly}});
        states.append(one);
    }
    QJsonArray transitions;
    for (const Transition &transition : entity.machine.transitions)
        transitions.append(transitionJson(entity, transition));
    object.insert(u"state_field"_s, fieldName(entity, entity.machine.field));
    object.insert(u"initial"_s, entity.machine.initial);
    object.insert(u"states"_s, states);
    object.insert(u"transitions"_s, transitions);
}

QJsonObject entityJson(const Catalogue &catalogue, const Entity &entity)
{
    QJsonArray fields;
    for (const Field &field : entity.fields())
        fields.append(fieldJson(catalogue, field));
    QJsonObject object{{u"id"_s, int(entity.id)},
                       {u"name"_s, entity.name},
                       {u"label"_s, entity.label},
                       {u"plural"_s, entity.plural},
                       {u"scope"_s, scopeName(entity.scope.kind)},
                       {u"title"_s, fieldNames(entity, entity.titleFields)},
                       {u"fields"_s, fields}};
    if (const Entity *parent = catalogue.entity(entity.parent)) {
        object.insert(u"parent"_s, parent->name);
        object.insert(u"parent_field"_s, fieldName(entity, entity.parentField));
    }
    if (!entity.scope.fields.isEmpty())
        object.insert(u"scope_fields"_s, fieldNames(entity, entity.scope.fields));
    if (!entity.numberPattern.isEmpty())
        object.insert(u"number"_s, entity.numberPattern);
    if (!entity.machine.isEmpty())
        putMachine(object, entity);
    putFlags(object, {{"append_only", entity.appendOnly}, {"server_written", entity.serverWritten}});
    return object;
}

QJsonObject dictionaryJson(const DictionaryInfo &dictionary)
{
    QJsonArray values;
    for (const DictionaryValue &value : dictionary.values) {
        QJsonObject one{{u"code"_s, value.code}, {u"label"_s, value.label}};
        if (!value.parent.isEmpty())
            one.insert(u"parent"_s, value.parent);
        values.append(one);
    }
    return {{u"code"_s, dictionary.code}, {u"label"_s, dictionary.label}, {u"values"_s, values}};
}

QString detailOf(const Catalogue &catalogue, const Field &field)
{
    QStringList parts;
    if (field.limit > 0)
        parts.append(QString::number(field.limit));
    if (!field.targets.isEmpty())
        parts.append(u"→ "_s + targetNames(catalogue, field.targets).join(u", "_s));
    if (!field.dictionary.isEmpty())
        parts.append(field.dictionary);
    if (!field.choices.isEmpty())
        parts.append(field.choices.join(u", "_s));
    if (field.required)
        parts.append(u"required"_s);
    if (field.unique)
        parts.append(u"unique"_s);
    if (field.masked)
        parts.append(u"masked"_s);
    if (field.computed != Computed::No)
        parts.append(u"computed: "_s + computedName(field.computed));
    return parts.join(u"; "_s);
}

QString machineMarkdown(const Entity &entity)
{
    QString text = u"\n| from | transition | to |\n|---|---|---|\n"_s;
    for (const Transition &transition : entity.machine.transitions) {
        QStringList from;
        for (int id : transition.from)
            from.append(id == 0 ? u"new"_s : entity.machine.state(id)->code);
        text += u"| %1 | %2 | %3 |\n"_s.arg(from.isEmpty() ? u"any"_s : from.join(u", "_s), transition.code,
                                            entity.machine.state(transition.to)->code);
    }
    return text;
}

} // namespace

QJsonObject catalogueJson(const Catalogue &catalogue)
{
    QJsonArray entities;
    for (const Entity &entity : catalogue.entities())
        entities.append(entityJson(catalogue, entity));
    QJsonArray dictionaries;
    for (const DictionaryInfo &dictionary : catalogue.dictionaries())
        dictionaries.append(dictionaryJson(dictionary));
    return {{u"version"_s, qint64(catalogue.version())},
            {u"entities"_s, entities},
            {u"dictionaries"_s, dictionaries}};
}

QString catalogueMarkdown(const Catalogue &catalogue)
{
    QString text = u"# Data of Guanxi, version %1\n"_s.arg(catalogue.version());
    for (const Entity &entity : catalogue.entities()) {
        text += u"\n## %1 %2 (`%3`)\n\n| no. | field | type | |\n|---|---|---|---|\n"_s.arg(entity.id)
                    .arg(entity.label, entity.name);
        for (const Field &field : entity.fields())
            text += u"| %1 | `%2` | %3 | %4 |\n"_s.arg(field.id)
                        .arg(field.name, typeName(field.type), detailOf(catalogue, field));
        if (!entity.machine.isEmpty())
            text += machineMarkdown(entity);
    }
    return text;
}

} // namespace guanxi::model
