// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldparse.h"

#include "app/widgets/fieldtext.h"
#include "common/base/fold.h"

#include <QDateTime>

namespace guanxi::app {

using model::Field;
using model::FieldType;
using model::Value;

namespace {

constexpr int MostNamesakes = 20;

std::optional<Value> wrap(const std::optional<qint64> &number) { return number ? std::optional(Value(*number)) : std::nullopt; }

std::optional<Value> dateTime(const QString &text)
{
    const QString folded = text.normalized(QString::NormalizationForm_KC).simplified();
    const qsizetype space = folded.indexOf(u' ');
    const std::optional<qint64> day = parseDate(space < 0 ? folded : folded.left(space), dayOf(QDate::currentDate()));
    const QString clock = space < 0 ? QString() : folded.mid(space + 1).section(u' ', 0, 0).section(u'.', 0, 0);
    const QTime time = space < 0 ? QTime(0, 0) : QTime::fromString(clock, clock.count(u':') > 1 ? QStringLiteral("H:mm:ss") : QStringLiteral("H:mm"));
    if (!day || !time.isValid())
        return std::nullopt;
    return Value(QDateTime(dateOf(*day), time).toMSecsSinceEpoch());
}

/// Both languages and what spreadsheets write, whatever the program speaks at the moment.
std::optional<Value> yesNo(const QString &text)
{
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("是"),
                                 QStringLiteral("✓"), QStringLiteral("√"), QStringLiteral("y")};
    static const QStringList no{QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("否"),
                                QStringLiteral("n")};
    if (yes.contains(text.toLower()))
        return Value(true);
    return no.contains(text.toLower()) ? std::optional(Value(false)) : std::nullopt;
}

QStringList tagsOf(const QString &text)
{
    QStringList tags;
    for (const QString &tag : QString(text).replace(u'，', u',').replace(u'、', u',').replace(u';', u',').split(u','))
        if (!tag.trimmed().isEmpty())
            tags.append(tag.trimmed());
    return tags;
}

} // namespace

Result<Value> FieldParse::value(const model::Entity &entity, const Field &field, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Value();
    if (const std::optional<Value> read = this->read(entity, field, trimmed))
        return *read;
    return Error{ErrorCode::BadValue, {field.name, trimmed}};
}

std::optional<Value> FieldParse::read(const model::Entity &entity, const Field &field, const QString &text)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
        return Value(text);
    case FieldType::Int:
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Percent:
        return wrap(parseNumber(text, field.scale));
    case FieldType::Date:
        return wrap(parseDate(text, dayOf(QDate::currentDate())));
    case FieldType::DateTime:
        return dateTime(text);
    case FieldType::Bool:
        return yesNo(text);
    case FieldType::Tags:
        return Value(tagsOf(text));
    case FieldType::Choice:
        for (qsizetype at = 0; at < field.choices.size(); ++at)
            if (choiceLabel(entity, field.choices[at]).compare(text, Qt::CaseInsensitive) == 0 || field.choices[at] == text)
                return Value(qint64(at + 1));
        return std::nullopt;
    case FieldType::Dictionary:
        return dictionaryItem(field, text);
    case FieldType::Reference:
        return reference(field, text);
    default:
        return std::nullopt;
    }
}

std::optional<Value> FieldParse::dictionaryItem(const Field &field, const QString &text) const
{
    const QList<DictionaryChoice> choices = m_records.dictionary(field.dictionary);
    for (const DictionaryChoice &choice : choices)
        if (choice.label.compare(text, Qt::CaseInsensitive) == 0 || choice.code == text
            || FieldText(m_records).text({}, field, Value(choice.id)) == text)
            return Value(choice.id);
    return std::nullopt;
}

std::optional<Value> FieldParse::reference(const Field &field, const QString &text)
{
    const model::EntityId target = field.targets.value(0);
    if (const std::optional<Uuid> id = Uuid::fromText(text); id && m_records.load({target, *id}))
        return Value(*id);
    const auto key = std::pair(target, foldText(text));
    if (const auto known = m_named.constFind(key); known != m_named.constEnd())
        return known->isNull() ? std::nullopt : std::optional(Value(*known));
    storage::Query query;
    query.entity = target;
    query.search = text;
    query.limit = MostNamesakes;
    const Result<QList<model::Record>> found = m_records.findNow(query);
    Uuid meant;
    int matches = 0;
    for (const model::Record &record : found.ok() ? *found : QList<model::Record>()) {
        const Field *number = record.entity().field(QStringLiteral("number"));
        if (foldText(m_records.title(record.ref())) != key.second && !(number && record.value(number->id).text() == text))
            continue;
        meant = record.id();
        ++matches;
    }
    // Of two with one name nobody can say which is meant.
    m_named.insert(key, matches == 1 ? meant : Uuid());
    return matches == 1 ? std::optional(Value(meant)) : std::nullopt;
}

} // namespace guanxi::app
