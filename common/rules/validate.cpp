// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/validate.h"

#include "common/model/catalogue.h"
#include "common/model/catalogue/reference.h"
#include "common/model/valuesize.h"
#include "common/rules/conditions.h"
#include "common/rules/entityrules.h"
#include "common/rules/formats.h"
#include "common/rules/normalise.h"
#include "common/rules/printdefinition.h"

#include <QDate>
#include <QJsonDocument>

#include <algorithm>

namespace guanxi::rules
{

using model::Entity;
using model::Field;
using model::FieldId;
using model::FieldType;
using model::Format;
using model::Record;
using model::RecordRef;
using model::Value;

namespace
{

constexpr int kGreatestAge = 120;

Error badFormat(const Field &field, const QString &text, const char *rule)
{
    return {ErrorCode::BadFormat, {field.name, text, QString::fromLatin1(rule)}};
}

Error outOfRange(const Field &field, qint64 value, qint64 least, qint64 most)
{
    return {ErrorCode::OutOfRange, {field.name, QString::number(value), QStringLiteral("%1..%2").arg(least).arg(most)}};
}

/// Passports and other papers begin with a letter and are taken as they are; what begins with a digit is a card.
bool isIdentityDocument(const QString &text) { return text.at(0).isLetter() ? text.size() >= 5 : isIdentityCard(text); }

/// Registrations of other countries and of before 2015 have other lengths and no common check.
bool isRegistration(const QString &text) { return text.size() != 18 || isCreditCode(text); }

Result<void> checkFormat(const Field &field, const QString &text)
{
    struct Rule {
        Format format;
        bool (*fits)(const QString &);
        const char *name;
    };
    static constexpr Rule rules[] = {
        {Format::Mobile, isMobile, "mobile"},
        {Format::IdentityCard, isIdentityDocument, "identity_card"},
        {Format::CreditCode, isRegistration, "credit_code"},
        {Format::CurrencyCode, isCurrencyCode, "currency_code"},
        {Format::Period, isPeriod, "period"},
        {Format::Postcode, isPostcode, "postcode"},
        {Format::RealName, isRealName, "real_name"},
    };
    for (const Rule &rule : rules)
        if (rule.format == field.format && !rule.fits(text))
            return badFormat(field, text, rule.name);
    if (field.type == FieldType::Email && !isEmail(text))
        return badFormat(field, text, "email");
    if (field.type == FieldType::Url && !isWebAddress(text))
        return badFormat(field, text, "url");
    if (field.type == FieldType::Json && QJsonDocument::fromJson(text.toUtf8()).isNull())
        return badFormat(field, text.left(40), "json");
    if (field.format == Format::PrintDefinition)
        if (const QString fault = printDefinitionFault(text); !fault.isEmpty())
            return badFormat(field, fault, "print_definition");
    return {};
}

Result<void> checkLength(const Field &field, const QString &text)
{
    const qsizetype limit = field.isLong() ? model::LongTextLimit : field.limit;
    const qsizetype length = field.isLong() ? text.toUtf8().size() : text.toUcs4().size();
    if (limit > 0 && length > limit)
        return Error{ErrorCode::TooLong, {field.name, QString::number(limit)}};
    return {};
}

Result<void> checkTags(const Field &field, const QStringList &tags)
{
    if (tags.size() > MaximumTags)
        return Error{ErrorCode::TooLong, {field.name, QString::number(MaximumTags)}};
    for (const QString &tag : tags)
        if (tag.toUcs4().size() > MaximumTagLength)
            return Error{ErrorCode::TooLong, {field.name, QString::number(MaximumTagLength)}};
    return {};
}

Result<void> checkAge(const Field &field, qint64 day, const CheckContext &context)
{
    if (field.format != Format::Age || !context.today)
        return {};
    const QDate today = QDate(1970, 1, 1).addDays(*context.today);
    const qint64 earliest = QDate(1970, 1, 1).daysTo(today.addYears(-kGreatestAge - 1)) + 1;
    if (day < earliest || day > *context.today)
        return outOfRange(field, day, earliest, *context.today);
    return {};
}

Result<void> checkNumber(const Field &field, qint64 number, const CheckContext &context)
{
    qint64 least = field.minimum;
    qint64 most = field.maximum;
    switch (field.type) {
    case FieldType::Bool:
        least = 0, most = 1;
        break;
    case FieldType::Percent:
        least = std::max<qint64>(least, 0), most = std::min<qint64>(most, 10000);
        break;
    case FieldType::Choice:
        least = 1, most = field.choices.size();
        break;
    case FieldType::Date:
        least = std::max(least, FirstDay), most = std::min(most, LastDay);
        break;
    case FieldType::DateTime:
        least = std::max(least, FirstDay * MsPerDay), most = std::min(most, (LastDay + 1) * MsPerDay - 1);
        break;
    default:
        break;
    }
    if (number < least || number > most)
        return outOfRange(field, number, least, most);
    return field.type == FieldType::Date ? checkAge(field, number, context) : Result<void>();
}

Error missing(const Field &field, const Uuid &id) { return {ErrorCode::NotFound, {field.name, id.text()}}; }

Result<void> checkDictionary(const Field &field, const Uuid &id, const CheckContext &context)
{
    if (!context.lookup)
        return {};
    const Record item = context.lookup({model::DictionaryItem::entity, id});
    const bool fits = item.isValid() && !item.isDeleted() &&
                      item[model::DictionaryItem::dictionary] == model::dictionaryId(field.dictionary);
    return fits ? Result<void>() : missing(field, id);
}

Result<void> checkTarget(const Field &field, const RecordRef &target, const CheckContext &context)
{
    if (!field.targets.isEmpty() && !field.targets.contains(target.entity))
        return Error{ErrorCode::BadValue, {field.name, target.id.text()}};
    if (!context.lookup)
        return {};
    const Record record = context.lookup(target);
    return record.isValid() && !record.isDeleted() ? Result<void>() : Error{ErrorCode::ParentMissing, {field.name}};
}

Result<void> checkReferences(const Field &field, const Value &value, const CheckContext &context)
{
    for (const Uuid &id : model::idsOf(value))
        if (!field.targets.isEmpty())
            GUANXI_TRY(checkTarget(field, {field.targets.first(), id}, context));
    return {};
}

Result<void> checkNormal(const Field &field, const Value &value, const CheckContext &context)
{
    if (const QString *text = value.get<QString>()) {
        GUANXI_TRY(checkLength(field, *text));
        if (field.isCondition() && context.catalogue)
            if (const Result<model::Filter> read = readCondition(field, *text, *context.catalogue); !read)
                return read.error();
        return checkFormat(field, *text);
    }
    if (value.is<QStringList>())
        return checkTags(field, value.as<QStringList>());
    if (const qint64 *number = value.get<qint64>())
        return checkNumber(field, *number, context);
    switch (field.type) {
    case FieldType::Dictionary:
        return checkDictionary(field, value.id(), context);
    case FieldType::Reference:
        return checkTarget(field, {field.targets.isEmpty() ? model::EntityId(0) : field.targets.first(), value.id()},
                           context);
    case FieldType::AnyReference:
        return checkTarget(field, value.as<RecordRef>(), context);
    case FieldType::References:
        return checkReferences(field, value, context);
    case FieldType::BlobRef:
        if (value.as<QByteArray>().size() != 32)
            return Error{ErrorCode::BadValue, {field.name, QString()}};
        break;
    case FieldType::Picture:
        if (value.as<QByteArray>().size() > model::PictureLimit)
            return Error{ErrorCode::TooLong, {field.name, QString::number(model::PictureLimit)}};
        break;
    default:
        break;
    }
    return {};
}

bool isEmpty(const Field &field, const Value &value)
{
    if (const QString *text = value.get<QString>())
        return text->trimmed().isEmpty();
    return value.isNull() || (field.type == FieldType::Tags && value.as<QStringList>().isEmpty()) ||
           (field.type == FieldType::References && value.as<QByteArray>().isEmpty());
}

/// What concerns the field's place in the record.
Result<void> checkPlace(const Entity &entity, const Field &field, const Record &record)
{
    const Value &value = record.value(field.id);
    if (!isEmpty(field, value) && !record.applies(field))
        return Error{ErrorCode::RuleRefused, {QStringLiteral("applies"), field.name}};
    if (field.type == FieldType::State && !value.isNull() && !entity.machine.state(int(value.number())))
        return Error{ErrorCode::BadValue, {field.name, QString::number(value.number())}};
    const RecordRef target = field.isReference() && !field.targets.isEmpty()
                                 ? RecordRef{field.targets.first(), value.id()}
                                 : value.as<RecordRef>();
    // Who edits his own user is the one who changed it last.
    if (field.isEditable() && !target.isNull() && target == record.ref())
        return Error{ErrorCode::Cycle, {field.name}};
    return {};
}

/// A record that does not fit a message never reached anybody: of the longest text that was written there is too much.
std::optional<FieldError> checkSize(const Record &record, const QSet<FieldId> &changed)
{
    const Field *longest = nullptr;
    qsizetype bytes = 0;
    for (const Field &field : record.entity().fields()) {
        if (!field.isLong() || !changed.contains(field.id))
            continue;
        const qsizetype size = model::byteCount(record.value(field.id));
        if (longest && size <= bytes)
            continue;
        longest = &field;
        bytes = size;
    }
    const qsizetype excess = longest ? model::byteCount(record) - model::RecordBytesLimit : 0;
    if (excess <= 0)
        return std::nullopt;
    return FieldError{longest->id, {ErrorCode::TooLong, {longest->name, QString::number(std::max<qsizetype>(bytes - excess, 0))}}};
}

} // namespace

Result<void> checkField(const Field &field, const Value &value, const CheckContext &context)
{
    const Result<Value> normal = normalise(field, value);
    if (!normal)
        return normal.error();
    return normal->isNull() ? Result<void>() : checkNormal(field, *normal, context);
}

QList<FieldError> checkRecord(const Entity &entity, const Record &after, const Record *before,
                              const CheckContext &context)
{
    QList<FieldError> errors;
    QSet<FieldId> changed;
    for (const Field &field : entity.fields()) {
        const Value &value = after.value(field.id);
        if (field.computed != model::Computed::No || (before && value == before->value(field.id)))
            continue;
        changed.insert(field.id);
        Result<void> checked = checkField(field, value, context);
        if (checked)
            checked = checkPlace(entity, field, after);
        const bool asked = field.required && after.applies(field) && (context.schema == 0 || context.schema >= field.requiredSince);
        if (checked && asked && isEmpty(field, value))
            checked = Error{ErrorCode::Required, {field.name}};
        if (!checked)
            errors.append({field.id, checked.error()});
    }
    if (const std::optional<FieldError> tooLarge = checkSize(after, changed); tooLarge && errors.isEmpty())
        errors.append(*tooLarge);
    if (errors.isEmpty())
        errors = checkTogether(after, changed);
    return errors;
}

} // namespace guanxi::rules
