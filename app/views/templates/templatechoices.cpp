// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to choose for a part of a template: kinds of lines, their fields and sums, columns.
#include "app/views/templates/templateform.h"

#include "app/reports/papertemplate.h"
#include "app/widgets/fieldtext.h"

#include <QJsonArray>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;
using Type = TemplateProperty::Type;

namespace {

using Options = QList<std::pair<QString, QString>>;

/// Lines of a table are chosen with the field by which they belong to the document, where it is not the one they are declared with.
QString sourceCode(const Entity &entity, const Field &field) { return field.id == entity.parentField ? entity.name : entity.name + u'/' + field.name; }

} // namespace

const Entity *TemplateForm::documentEntity() const { return m_records.catalogue().entity(m_draft.document().value("for"_L1).toArray().at(0).toString()); }

TemplatePlace TemplateForm::tablePlace() const
{
    const qsizetype inner = m_place.indexOf(u"table"_s);
    return (inner < 0 ? m_place : m_place.first(inner)) + TemplatePlace{u"table"_s};
}

const Entity *TemplateForm::lineEntity() const { return m_records.catalogue().entity(m_draft.value(tablePlace() + TemplatePlace{u"of"_s}).toString()); }

FieldScope TemplateForm::scope(bool ofLine) const
{
    const Entity *document = documentEntity();
    const Entity *line = ofLine ? lineEntity() : nullptr;
    return {line ? line : document, document, false};
}

Options TemplateForm::sources() const
{
    Options found;
    const Entity *document = documentEntity();
    if (!document)
        return found;
    for (const Catalogue::Relation &relation : m_records.catalogue().relationsTo(document->id)) {
        if (relation.field->type != FieldType::Reference || relation.field->id < system::FirstOwn || !m_records.may(Action::View, relation.entity->id))
            continue;
        const bool isChild = relation.field->id == relation.entity->parentField;
        const QString label = isChild ? entityPlural(*relation.entity) : tr("%1 (by %2)").arg(entityPlural(*relation.entity), fieldLabel(*relation.entity, *relation.field));
        found.insert(isChild ? 0 : found.size(), {sourceCode(*relation.entity, *relation.field), label});
    }
    found.prepend({QString(), tr("(choose)")});
    return found;
}

Options TemplateForm::lineFields(bool amountsOnly) const
{
    Options found{{QString(), amountsOnly ? tr("(none)") : tr("(their order)")}};
    const Entity *line = lineEntity();
    if (!line)
        return found;
    for (const Field &field : line->fields())
        if (m_records.rights().isVisible(*line, field) && !field.isContent() && field.type != FieldType::Json
            && (!amountsOnly || field.type == FieldType::Money || field.type == FieldType::Decimal || field.type == FieldType::Int))
            found.append({field.name, fieldLabel(*line, field)});
    return found;
}

Options TemplateForm::columns() const
{
    Options found{{QString(), tr("(none)")}};
    const QString language = QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s;
    const TemplatePlace list = tablePlace() + TemplatePlace{u"columns"_s};
    const qsizetype count = m_draft.value(list).toArray().size();
    for (qsizetype at = 0; at < count; ++at) {
        const TemplatePlace place = list + TemplatePlace{QString::number(at)};
        const QString id = m_draft.value(place + TemplatePlace{u"id"_s}).toString();
        // A column without a name gets one when it is chosen.
        found.append({id.isEmpty() ? u'#' + QString::number(at) : id, partLabel(m_draft.document(), place, language)});
    }
    return found;
}

Options TemplateForm::optionsOf(const TemplateProperty &property) const
{
    switch (property.type) {
    case Type::Source: return sources();
    case Type::LineField: return lineFields(false);
    case Type::Sum: return lineFields(true);
    case Type::Under:
    case Type::Carry: return columns();
    default: return property.options;
    }
}

QString TemplateForm::chosen(const TemplateProperty &property, const TemplatePlace &place) const
{
    const QJsonObject object = m_draft.value(place).toObject();
    if (property.type == Type::Carry)
        return object.value("under"_L1).toString();
    if (property.type != Type::Source)
        return m_draft.value(place).toString();
    const Entity *line = m_records.catalogue().entity(object.value("of"_L1).toString());
    const Field *by = line ? line->field(object.value("by"_L1).toString()) : nullptr;
    return by ? sourceCode(*line, *by) : object.value("of"_L1).toString();
}

void TemplateForm::choose(const TemplateProperty &property, const TemplatePlace &place, const QString &code)
{
    const QJsonValue nothing(QJsonValue::Undefined);
    if (property.type == Type::Source) {
        QJsonObject table = m_draft.value(place).toObject();
        table.insert(u"of"_s, code.section(u'/', 0, 0));
        table.remove("by"_L1);
        if (const QString by = code.section(u'/', 1); !by.isEmpty())
            table.insert(u"by"_s, by);
        m_draft.set(place, table);
        // Conditions on lines name other fields now.
        QMetaObject::invokeMethod(this, [this] { show(m_place); }, Qt::QueuedConnection);
        return;
    }
    if (property.type != Type::Under && property.type != Type::Carry)
        return m_draft.set(place, code.isEmpty() ? nothing : QJsonValue(code));
    const QString column = code.startsWith(u'#') ? m_draft.nameColumn(tablePlace() + TemplatePlace{u"columns"_s, code.mid(1)}) : code;
    if (column.isEmpty() || property.type == Type::Under)
        return m_draft.set(place, column.isEmpty() ? nothing : QJsonValue(column));
    // What is added up is what the column shows.
    QString shown;
    for (const QJsonValue &each : m_draft.value(tablePlace() + TemplatePlace{u"columns"_s}).toArray())
        if (each.toObject().value("id"_L1).toString() == column)
            shown = PaperTemplate::text(each.toObject().value("value"_L1), u"zh"_s).remove(u'{').remove(u'}');
    m_draft.set(place, QJsonObject{{u"under"_s, column}, {u"sum"_s, shown}, {u"carried"_s, QJsonObject{{u"zh"_s, u"转下页"_s}, {u"en"_s, u"Carried over"_s}}},
                                   {u"brought"_s, QJsonObject{{u"zh"_s, u"承上页"_s}, {u"en"_s, u"Brought forward"_s}}}});
}

} // namespace guanxi::app
