// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/builder.h"

namespace guanxi::model {

namespace {

// Entities every record points at by its system fields; declared in catalogue/organisation.h.
constexpr EntityId DepartmentEntity = 1;
constexpr EntityId UserEntity = 2;

} // namespace

QString labelFromName(const QString &name)
{
    QString label = name;
    label.replace(u'_', u' ');
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

EntityBuilder::EntityBuilder(Catalogue &catalogue, EntityId id, const char *name, const char *label,
                             const char *plural)
    : m_entity(catalogue.addEntity(id, QString::fromLatin1(name)))
{
    m_entity.label = QString::fromLatin1(label);
    m_entity.plural = QString::fromLatin1(plural);
    addSystemFields();
}

void EntityBuilder::addSystemFields()
{
    using namespace model::system;
    reference({Owner}, "owner", UserEntity).byDefault(Default::CurrentUser).indexed();
    reference({Department}, "department", DepartmentEntity).byDefault(Default::CurrentDepartment).indexed();
    dateTime({CreatedAt}, "created_at").label("Created").system();
    reference({CreatedBy}, "created_by", UserEntity).system();
    dateTime({UpdatedAt}, "updated_at").label("Changed").system().indexed();
    reference({UpdatedBy}, "updated_by", UserEntity).label("Changed by").system();
    for (FieldId id : {CreatedAt, CreatedBy, UpdatedAt, UpdatedBy}) {
        m_last = id;
        merge(MergePolicy::Server);
    }
    m_last = 0;
}

EntityBuilder &EntityBuilder::childOf(EntityId parent, RefField parentField)
{
    m_entity.parent = parent;
    m_entity.parentField = parentField.id;
    m_entity.scope = {ScopeRule::Kind::Inherits, {parentField.id}};
    return *this;
}

EntityBuilder &EntityBuilder::area(Area area)
{
    m_entity.area = area;
    return *this;
}

EntityBuilder &EntityBuilder::workspace(Workspace workspace, const char *icon)
{
    m_entity.workspace = workspace;
    m_entity.icon = QString::fromLatin1(icon);
    return *this;
}

EntityBuilder &EntityBuilder::everyone()
{
    m_entity.scope = {ScopeRule::Kind::Everyone, {}};
    return *this;
}

EntityBuilder &EntityBuilder::owned(QList<FieldId> assignees)
{
    m_entity.scope = {ScopeRule::Kind::Owner, std::move(assignees)};
    return *this;
}

EntityBuilder &EntityBuilder::inherits(QList<FieldId> parents)
{
    m_entity.scope = {ScopeRule::Kind::Inherits, std::move(parents)};
    return *this;
}

EntityBuilder &EntityBuilder::privateTo(FieldId user)
{
    m_entity.scope = {ScopeRule::Kind::Private, {user}};
    return *this;
}

EntityBuilder &EntityBuilder::serverOnly()
{
    m_entity.scope = {ScopeRule::Kind::ServerOnly, {}};
    return *this;
}

EntityBuilder &EntityBuilder::title(QList<FieldId> fields)
{
    m_entity.titleFields = std::move(fields);
    return *this;
}

EntityBuilder &EntityBuilder::numbered(const char *pattern)
{
    m_entity.numberPattern = QString::fromLatin1(pattern);
    return *this;
}

EntityBuilder &EntityBuilder::relations(QList<EntityId> menu)
{
    m_entity.relationMenu = std::move(menu);
    return *this;
}

EntityBuilder &EntityBuilder::appendOnly()
{
    m_entity.appendOnly = true;
    return *this;
}

EntityBuilder &EntityBuilder::madeBy(Maker maker)
{
    m_entity.maker = maker;
    return *this;
}

EntityBuilder &EntityBuilder::serverWritten()
{
    m_entity.serverWritten = true;
    return madeBy(Maker::Server);
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

EntityBuilder &EntityBuilder::section(const char *heading)
{
    m_section = QString::fromLatin1(heading);
    if (m_last != 0)
        last().section = m_section;
    return *this;
}

EntityBuilder &EntityBuilder::states(NumberField field, QList<State> states)
{
    m_entity.machine.field = field.id;
    m_entity.machine.initial = states.first().id;
    m_entity.machine.states = std::move(states);
    return *this;
}

EntityBuilder &EntityBuilder::transition(Transition transition)
{
    m_entity.machine.transitions.append(std::move(transition));
    return *this;
}

} // namespace guanxi::model
