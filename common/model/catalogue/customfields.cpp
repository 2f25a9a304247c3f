// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customfields.h"

#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"

namespace guanxi::model {

namespace {

std::optional<FieldType> typeOf(qint64 type)
{
    switch (CustomField::Type(type)) {
    case CustomField::Text: return FieldType::Text;
    case CustomField::LongText: return FieldType::LongText;
    case CustomField::Integer: return FieldType::Int;
    case CustomField::Decimal: case CustomField::Formula: return FieldType::Decimal;
    case CustomField::Percent: return FieldType::Percent;
    case CustomField::YesNo: return FieldType::Bool;
    case CustomField::Date: return FieldType::Date;
    case CustomField::DateTime: return FieldType::DateTime;
    case CustomField::Amount: return FieldType::Money;
    case CustomField::Phone: return FieldType::Phone;
    case CustomField::Email: return FieldType::Email;
    case CustomField::Url: return FieldType::Url;
    case CustomField::Tags: return FieldType::Tags;
    case CustomField::DictionaryValue: return FieldType::Dictionary;
    case CustomField::DictionaryValues: return FieldType::References;
    case CustomField::RecordLink: return FieldType::Reference;
    }
    return std::nullopt;
}

void setShape(Field &field)
{
    switch (field.type) {
    case FieldType::Text: field.limit = 255; break;
    case FieldType::Phone: field.limit = 32; break;
    case FieldType::Email: field.limit = 254; break;
    case FieldType::Url: field.limit = 2000; break;
    case FieldType::Decimal: case FieldType::Money: field.scale = 4; break;
    case FieldType::Percent:
        field.scale = 2;
        field.minimum = 0;
        field.maximum = 10000;
        break;
    case FieldType::LongText: field.merge = MergePolicy::Text3; break;
    case FieldType::Tags: case FieldType::References: field.merge = MergePolicy::Set; break;
    default: break;
    }
}

bool setTarget(Field &field, const Record &row, const Catalogue &catalogue, const RecordLookup &lookup)
{
    if (field.type == FieldType::References)
        field.targets = {ids::DictionaryItem};
    if (field.type == FieldType::Dictionary || field.type == FieldType::References) {
        const Record dictionary = lookup({ids::Dictionary, row[CustomField::dictionary]});
        field.dictionary = dictionary.isValid() ? dictionary[Dictionary::code] : QString();
        return !field.dictionary.isEmpty();
    }
    if (field.type == FieldType::Reference) {
        const Entity *target = catalogue.entity(QStringView(row[CustomField::target]));
        field.targets = target ? QList<EntityId>{target->id} : QList<EntityId>();
        field.indexed = true;
        return target != nullptr;
    }
    return true;
}

} // namespace

std::optional<Field> fieldOf(const Record &customField, const Catalogue &catalogue, const RecordLookup &lookup,
                             const QString &language)
{
    const std::optional<FieldType> type = typeOf(customField[CustomField::type]);
    const qint64 number = customField[CustomField::field];
    if (!type || number < system::FirstCustom || number > std::numeric_limits<qint32>::max())
        return std::nullopt;
    Field field;
    field.id = FieldId(number);
    field.name = customField[CustomField::name];
    field.label = language.isEmpty() ? customField[CustomField::label] : labelIn(customField[CustomField::label], language);
    field.type = *type;
    field.custom = true;
    field.required = customField[CustomField::required] != 0;
    field.indexed = customField[CustomField::indexed] != 0;
    field.section = customField[CustomField::group];
    setShape(field);
    if (customField[CustomField::searchable] != 0 && field.isText())
        field.search = field.type == FieldType::Phone ? Search::Phone : Search::Text;
    if (customField[CustomField::type] == CustomField::Formula)
        field.computed = Computed::Local;
    if (!setTarget(field, customField, catalogue, lookup))
        return std::nullopt;
    return field;
}

bool addCustomField(Catalogue &catalogue, const Record &customField, const RecordLookup &lookup, const QString &language)
{
    const Entity *entity = catalogue.entity(customField[CustomField::object]);
    const std::optional<Field> field = entity ? fieldOf(customField, catalogue, lookup, language) : std::nullopt;
    if (!field || entity->field(field->id))
        return false;
    catalogue.addCustomField(entity->id, *field);
    return true;
}

} // namespace guanxi::model
