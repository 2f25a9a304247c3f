// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/builder.h"

namespace guanxi::model {

QString labelFromName(const QString &name)
{
    QString label = name;
    label.replace(u'_', u' ');
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

EntityBuilder &EntityBuilder::add(FieldId id, const char *name, FieldType type)
{
    Field field;
    field.id = id;
    field.name = QString::fromLatin1(name);
    field.label = labelFromName(field.name);
    field.type = type;
    field.section = m_section;
    m_entity.addField(std::move(field));
    m_last = id;
    return *this;
}

Field &EntityBuilder::last() { return const_cast<Field &>(*m_entity.field(m_last)); }

EntityBuilder &EntityBuilder::text(TextField handle, const char *name, int limit)
{
    add(handle.id, name, FieldType::Text);
    last().limit = limit;
    return *this;
}

EntityBuilder &EntityBuilder::longText(TextField handle, const char *name)
{
    add(handle.id, name, FieldType::LongText);
    return merge(MergePolicy::Text3);
}

EntityBuilder &EntityBuilder::phone(TextField handle, const char *name)
{
    add(handle.id, name, FieldType::Phone);
    last().limit = 32;
    return *this;
}

EntityBuilder &EntityBuilder::email(TextField handle, const char *name)
{
    add(handle.id, name, FieldType::Email);
    last().limit = 254;
    return *this;
}

EntityBuilder &EntityBuilder::url(TextField handle, const char *name)
{
    add(handle.id, name, FieldType::Url);
    last().limit = 2000;
    return *this;
}

EntityBuilder &EntityBuilder::json(TextField handle, const char *name) { return add(handle.id, name, FieldType::Json); }

EntityBuilder &EntityBuilder::condition(TextField handle, const char *name, EntityId of)
{
    json(handle, name);
    last().conditionOn = of;
    return *this;
}

EntityBuilder &EntityBuilder::fieldNames(TextField handle, const char *name, EntityId of)
{
    json(handle, name);
    last().fieldsOf = of;
    return *this;
}

EntityBuilder &EntityBuilder::integer(NumberField handle, const char *name, qint64 minimum, qint64 maximum)
{
    add(handle.id, name, FieldType::Int);
    last().minimum = minimum;
    last().maximum = maximum;
    return *this;
}

EntityBuilder &EntityBuilder::integer(NumberField handle, const char *name) { return add(handle.id, name, FieldType::Int); }

EntityBuilder &EntityBuilder::decimal(NumberField handle, const char *name, int scale)
{
    add(handle.id, name, FieldType::Decimal);
    last().scale = scale;
    return *this;
}

EntityBuilder &EntityBuilder::percent(NumberField handle, const char *name)
{
    add(handle.id, name, FieldType::Percent);
    last().scale = 2;
    last().minimum = 0;
    last().maximum = 10000;
    return *this;
}

EntityBuilder &EntityBuilder::boolean(NumberField handle, const char *name, bool initially)
{
    add(handle.id, name, FieldType::Bool);
    return byDefault(Value(initially));
}

EntityBuilder &EntityBuilder::date(NumberField handle, const char *name) { return add(handle.id, name, FieldType::Date); }

EntityBuilder &EntityBuilder::dateTime(NumberField handle, const char *name)
{
    return add(handle.id, name, FieldType::DateTime);
}

EntityBuilder &EntityBuilder::money(NumberField handle, const char *name)
{
    add(handle.id, name, FieldType::Money);
    last().scale = 4;
    return *this;
}

EntityBuilder &EntityBuilder::choice(NumberField handle, const char *name, QStringList choices)
{
    add(handle.id, name, FieldType::Choice);
    last().choices = std::move(choices);
    return *this;
}

EntityBuilder &EntityBuilder::state(NumberField handle, const char *name)
{
    add(handle.id, name, FieldType::State);
    return system().indexed();
}

EntityBuilder &EntityBuilder::dictionary(RefField handle, const char *name, const char *dictionary)
{
    add(handle.id, name, FieldType::Dictionary);
    last().dictionary = QString::fromLatin1(dictionary);
    return *this;
}

EntityBuilder &EntityBuilder::reference(RefField handle, const char *name, EntityId target)
{
    add(handle.id, name, FieldType::Reference);
    last().targets = {target};
    return indexed();
}

EntityBuilder &EntityBuilder::anyReference(AnyRefField handle, const char *name, QList<EntityId> targets)
{
    add(handle.id, name, FieldType::AnyReference);
    last().targets = std::move(targets);
    return indexed();
}

EntityBuilder &EntityBuilder::references(BytesField handle, const char *name, EntityId target)
{
    add(handle.id, name, FieldType::References);
    last().targets = {target};
    return merge(MergePolicy::Set);
}

EntityBuilder &EntityBuilder::tags(TagsField handle, const char *name)
{
    add(handle.id, name, FieldType::Tags);
    return merge(MergePolicy::Set);
}

EntityBuilder &EntityBuilder::blob(BytesField handle, const char *name) { return add(handle.id, name, FieldType::BlobRef); }

EntityBuilder &EntityBuilder::picture(BytesField handle, const char *name) { return add(handle.id, name, FieldType::Picture).withFile(); }

EntityBuilder &EntityBuilder::when(RefField kind, const char *code) { return applies(kind, code, false); }

EntityBuilder &EntityBuilder::unless(RefField kind, const char *code) { return applies(kind, code, true); }

EntityBuilder &EntityBuilder::applies(RefField kind, const char *code, bool unless)
{
    const Field *declared = m_entity.field(kind.id);
    Q_ASSERT(declared && declared->type == FieldType::Dictionary && m_last != kind.id);
    last().applies = {kind.id, {Value(dictionaryItemId(declared->dictionary, QString::fromLatin1(code)))}, unless};
    return *this;
}

EntityBuilder &EntityBuilder::field(FieldId id)
{
    Q_ASSERT(m_entity.field(id));
    m_last = id;
    return *this;
}

EntityBuilder &EntityBuilder::label(const char *label)
{
    last().label = QString::fromLatin1(label);
    return *this;
}

EntityBuilder &EntityBuilder::required()
{
    last().required = true;
    return *this;
}

EntityBuilder &EntityBuilder::requiredSince(quint32 version)
{
    last().requiredSince = version;
    return required();
}

EntityBuilder &EntityBuilder::unique()
{
    last().unique = true;
    return indexed();
}

EntityBuilder &EntityBuilder::masked()
{
    Q_ASSERT(last().isText()); // a mask is a text
    last().masked = true;
    return *this;
}

EntityBuilder &EntityBuilder::system()
{
    last().systemFilled = true;
    return *this;
}

EntityBuilder &EntityBuilder::withFile()
{
    last().withFile = true;
    return *this;
}

EntityBuilder &EntityBuilder::computed(Computed by)
{
    last().computed = by;
    return merge(MergePolicy::Server);
}

EntityBuilder &EntityBuilder::product(NumberField a, NumberField b)
{
    last().formula = {Formula::Kind::Product, a.id, b.id};
    return computed(Computed::Local);
}

EntityBuilder &EntityBuilder::difference(NumberField a, NumberField b)
{
    last().formula = {Formula::Kind::Difference, a.id, b.id};
    return computed(Computed::Local);
}

EntityBuilder &EntityBuilder::indexed()
{
    last().indexed = true;
    return *this;
}

EntityBuilder &EntityBuilder::listed()
{
    last().listed = true;
    return *this;
}

EntityBuilder &EntityBuilder::merge(MergePolicy policy)
{
    last().merge = policy;
    return *this;
}

EntityBuilder &EntityBuilder::group(int mergeGroup)
{
    last().mergeGroup = mergeGroup;
    return *this;
}

EntityBuilder &EntityBuilder::search(Search search)
{
    last().search = search;
    return *this;
}

EntityBuilder &EntityBuilder::twins(Twins twins)
{
    last().twins = twins;
    return *this;
}

EntityBuilder &EntityBuilder::likeness(Likeness likeness)
{
    last().likeness = likeness;
    return *this;
}

EntityBuilder &EntityBuilder::format(Format format)
{
    last().format = format;
    return *this;
}

EntityBuilder &EntityBuilder::byDefault(Default kind)
{
    last().defaultKind = kind;
    return *this;
}

EntityBuilder &EntityBuilder::byDefault(Value constant)
{
    last().defaultKind = Default::Constant;
    last().defaultValue = std::move(constant);
    return *this;
}

EntityBuilder &EntityBuilder::byDefaultItem(const char *code)
{
    return byDefault(Value(dictionaryItemId(last().dictionary, QString::fromLatin1(code))));
}

EntityBuilder &EntityBuilder::atLeast(qint64 minimum)
{
    last().minimum = minimum;
    return *this;
}

} // namespace guanxi::model
