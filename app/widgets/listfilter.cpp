// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/listfilter.h"

#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/ids.h"
#include "common/model/filterjson.h"
#include "common/rules/conditions.h"
#include "common/rules/segments.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::app {

using model::Entity;
using model::Field;
using model::FieldType;
using model::Value;
using storage::Filter;
using Kind = storage::Filter::Kind;

namespace {

struct ListFilter {
    Q_DECLARE_TR_FUNCTIONS(ListFilter)
};

bool isTime(const Field &field) { return field.type == FieldType::Date || field.type == FieldType::DateTime; }

bool isTextual(const Field &field)
{
    return field.type == FieldType::Text || field.type == FieldType::LongText || field.type == FieldType::Phone
           || field.type == FieldType::Email || field.type == FieldType::Url || field.type == FieldType::Json;
}

/// First and last value of the day range.
std::pair<Value, Value> dayRange(const Field &field, const QDate &from, const QDate &to)
{
    if (field.type == FieldType::Date)
        return {Value(dayOf(from)), Value(dayOf(to))};
    return {Value(from.startOfDay().toMSecsSinceEpoch()), Value(to.endOfDay().toMSecsSinceEpoch())};
}

/// The days meant by "2026", "2026-03" or a full date.
std::optional<std::pair<QDate, QDate>> daysOf(QString text)
{
    text = text.normalized(QString::NormalizationForm_KC).trimmed();
    text.replace(u'/', u'-').replace(u'.', u'-').replace(u'年', u'-').remove(u'月').remove(u'日');
    if (text.endsWith(u'-'))
        text.chop(1);
    if (const QDate year = QDate::fromString(text, QStringLiteral("yyyy")); year.isValid() && text.size() == 4)
        return std::pair(year, QDate(year.year(), 12, 31));
    if (const QDate month = QDate::fromString(text, QStringLiteral("yyyy-M")); month.isValid())
        return std::pair(month, QDate(month.year(), month.month(), month.daysInMonth()));
    if (const std::optional<qint64> day = parseDate(text, dayOf(QDate::currentDate())))
        return std::pair(dateOf(*day), dateOf(*day));
    return std::nullopt;
}

std::optional<std::pair<Value, Value>> rangeOf(const Field &field, const QString &text)
{
    if (isTime(field)) {
        const auto days = daysOf(text);
        return days ? std::optional(dayRange(field, days->first, days->second)) : std::nullopt;
    }
    const std::optional<qint64> number = parseNumber(text, field.scale);
    return number ? std::optional(std::pair(Value(*number), Value(*number))) : std::nullopt;
}

std::optional<Filter> rangeFilter(const Field &field, const QString &typed)
{
    if (const qsizetype dots = typed.indexOf(QStringLiteral("..")); dots >= 0) {
        const auto low = rangeOf(field, typed.left(dots)), high = rangeOf(field, typed.mid(dots + 2));
        return low && high ? std::optional(Filter::between(field.id, low->first, high->second)) : std::nullopt;
    }
    struct Sign {
        QLatin1StringView text;
        Kind kind;
    };
    for (const Sign &sign : {Sign{QLatin1StringView(">="), Kind::GreaterOrEqual}, Sign{QLatin1StringView("<="), Kind::LessOrEqual},
                             Sign{QLatin1StringView(">"), Kind::Greater}, Sign{QLatin1StringView("<"), Kind::Less},
                             Sign{QLatin1StringView("="), Kind::Is}}) {
        if (!typed.startsWith(sign.text))
            continue;
        const auto range = rangeOf(field, typed.mid(sign.text.size()));
        if (!range)
            return std::nullopt;
        if (sign.kind == Kind::Is)
            return Filter::between(field.id, range->first, range->second);
        const bool upper = sign.kind == Kind::Greater || sign.kind == Kind::LessOrEqual;
        return Filter::compare(sign.kind, field.id, upper ? range->second : range->first);
    }
    const auto range = rangeOf(field, typed);
    return range ? std::optional(Filter::between(field.id, range->first, range->second)) : std::nullopt;
}

/// Values of the field whose word contains what was typed.
QList<Value> namedValues(const Records &records, const Entity &entity, const Field &field, const QString &typed)
{
    QList<Value> values;
    const auto consider = [&](const QString &label, const Value &value) {
        if (label.contains(typed, Qt::CaseInsensitive))
            values.append(value);
    };
    if (field.type == FieldType::State)
        for (const model::State &state : entity.machine.states)
            consider(stateLabel(entity, state), Value(state.id));
    if (field.type == FieldType::Choice)
        for (int at = 0; at < field.choices.size(); ++at)
            consider(choiceLabel(entity, field.choices[at]), Value(at + 1));
    if (field.type == FieldType::Bool)
        for (const bool flag : {true, false})
            consider(FieldText(records).text(entity, field, Value(flag)), Value(flag));
    if (field.type == FieldType::Dictionary)
        for (const DictionaryChoice &choice : records.dictionary(field.dictionary))
            consider(isStarred(field) ? choice.code : choice.label, Value(choice.id));
    if (field.type == FieldType::Reference) {
        storage::Query query;
        query.entity = field.targets.value(0);
        query.search = typed;
        query.limit = 200;
        if (const Result<QList<model::Record>> found = records.findNow(query); found.ok())
            for (const model::Record &record : *found)
                values.append(Value(record.id()));
    }
    return values;
}

} // namespace

QList<FilterWord> filterWords(const Field &field, FilterUse use)
{
    const FilterWord empty{Kind::Empty, ListFilter::tr("is empty"), 0}, filled{Kind::NotEmpty, ListFilter::tr("is filled"), 0};
    const FilterWord is{Kind::Is, ListFilter::tr("is"), 1}, isNot{Kind::IsNot, ListFilter::tr("is not"), 1};
    if (field.type == FieldType::Bool)
        return {is};
    if (field.isCondition())
        return {empty, filled};
    if (isTextual(field))
        return {{Kind::Contains, ListFilter::tr("contains"), 1}, is, isNot, {Kind::StartsWith, ListFilter::tr("starts with"), 1}, empty, filled};
    if (field.type == FieldType::Tags || field.type == FieldType::References)
        return {{Kind::Contains, ListFilter::tr("contains"), 1}, empty, filled};
    if (isTime(field))
        return {{Kind::LastDays, ListFilter::tr("in the last days"), 1}, {Kind::Between, ListFilter::tr("between"), 2},
                {Kind::Less, ListFilter::tr("before"), 1}, {Kind::GreaterOrEqual, ListFilter::tr("from"), 1}, empty, filled};
    if (isRightAligned(field))
        return {is, {Kind::Between, ListFilter::tr("between"), 2}, {Kind::GreaterOrEqual, ListFilter::tr("at least"), 1},
                {Kind::LessOrEqual, ListFilter::tr("at most"), 1}, isNot, empty, filled};
    QList<FilterWord> words{is, isNot, empty, filled};
    if (use == FilterUse::Rule)
        return words;
    if (field.type == FieldType::Reference && field.targets.value(0) == model::ids::User)
        words.prepend({Kind::Mine, ListFilter::tr("is me"), 0});
    if (field.type == FieldType::Reference && field.targets.value(0) == model::ids::Department)
        words.prepend({Kind::MyDepartment, ListFilter::tr("is my department or below"), 0});
    return words;
}

QList<const Field *> filterFields(const Records &records, const Entity &entity, FilterUse use)
{
    QList<const Field *> fields;
    for (const Field &field : entity.fields())
        if (!field.isContent() && (use == FilterUse::List || rules::isAskedOfNew(field)) && records.rights().fieldRight(entity, field) >= model::FieldRight::Read)
            fields.append(&field);
    return fields;
}

std::optional<Filter> quickFilter(const Records &records, const Entity &entity, const Field &field, const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return Filter();
    if (typed == u'-' || typed == u'－')
        return Filter::empty(field.id);
    if (typed == u'*' || typed == u'＊')
        return Filter::notEmpty(field.id);
    if (field.isCondition())
        return std::nullopt;
    if (isTextual(field) || field.type == FieldType::Tags)
        return Filter::contains(field.id, Value(typed));
    if (isTime(field) || isRightAligned(field))
        return rangeFilter(field, typed.normalized(QString::NormalizationForm_KC));
    if (field.type == FieldType::AnyReference || field.type == FieldType::References)
        return std::nullopt;
    // No value is called so: nothing matches, rather than everything.
    return Filter::in(field.id, namedValues(records, entity, field, typed));
}

namespace {

/// "has Orders with Total at least 100,000"
QString referredText(const Records &records, const Filter &filter, const QString &plain, const QString &qualified)
{
    const Entity *other = records.catalogue().entity(model::EntityId(filter.values.value(0).number()));
    if (!other)
        return {};
    const QString condition = filter.children.isEmpty() ? QString() : filterText(records, *other, filter.children.first());
    return condition.isEmpty() ? plain.arg(entityPlural(*other)) : qualified.arg(entityPlural(*other), condition);
}

} // namespace

QString filterText(const Records &records, const Entity &entity, const Filter &filter)
{
    if (filter.kind == Kind::And || filter.kind == Kind::Or) {
        QStringList parts;
        for (const Filter &child : filter.children)
            parts.append(child.children.size() > 1 ? u'(' + filterText(records, entity, child) + u')'
                                                   : filterText(records, entity, child));
        return parts.join(filter.kind == Kind::And ? ListFilter::tr(" and ") : ListFilter::tr(" or "));
    }
    if (filter.kind == Kind::Not && filter.children.value(0).kind == Kind::Referred)
        return referredText(records, filter.children.first(), ListFilter::tr("has no %1"), ListFilter::tr("has no %1 with %2"));
    if (filter.kind == Kind::Referred)
        return referredText(records, filter, ListFilter::tr("has %1"), ListFilter::tr("has %1 with %2"));
    if (filter.kind == Kind::Among)
        return ListFilter::tr("one of %n record(s)", nullptr, int(model::idsOf(filter.values.value(0)).size()));
    const Field *field = entity.field(filter.field);
    if (!field)
        return {};
    QStringList values;
    for (const Value &value : filter.values)
        values.append(filter.kind == Kind::LastDays ? QString::number(value.number())
                                                    : FieldText(records).text(entity, *field, value));
    QString relation = ListFilter::tr("is");
    for (const FilterWord &candidate : filterWords(*field))
        if (candidate.kind == filter.kind)
            relation = candidate.label;
    const QString end = values.join(filter.kind == Kind::Between ? QStringLiteral(" – ") : QStringLiteral(", "));
    return QStringLiteral("%1 %2 %3").arg(fieldLabel(entity, *field), relation, end).trimmed();
}

QString conditionText(const Records &records, const Field &field, const QString &condition)
{
    const Entity *about = records.catalogue().entity(field.conditionOn);
    const Result<Filter> read = rules::readCondition(field, condition, records.catalogue());
    if (!about || !read)
        return ListFilter::tr("(a condition this program does not know)");
    return filterText(records, *about, *read);
}

QString keptFilterText(const Records &records, const model::Record &record, const Field &field)
{
    if (!rules::holdsFilter(record.entity(), field))
        return {};
    const Entity *about = records.catalogue().entity(rules::conditionEntity(record, field));
    const QString kept = record.value(field.id).text();
    if (!about || kept.isEmpty())
        return {};
    return filterText(records, *about, model::filterFromJson(QJsonDocument::fromJson(kept.toUtf8()).object(), *about, records.catalogue()));
}

} // namespace guanxi::app
