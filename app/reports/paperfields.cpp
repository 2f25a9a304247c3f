// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paperfields.h"

#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace guanxi::app {

using namespace model;

namespace {

constexpr qsizetype MostFollowed = 5'000; // a batch names few products and customers again and again

const QRegularExpression &braces()
{
    static const QRegularExpression pattern(QStringLiteral("\\{([^{}]+)\\}"));
    return pattern;
}

QString pathOf(const QString &expression) { return expression.section(u'|', 0, 0).section(QStringLiteral(" - "), 0, 0).trimmed(); }
QString lessOf(const QString &expression) { return expression.section(u'|', 0, 0).section(QStringLiteral(" - "), 1).trimmed(); }

/// Every path that an expression names.
QStringList pathsOf(const QString &expression)
{
    QStringList paths;
    for (const QString &part : expression.section(u'|', 0, 0).split(QStringLiteral(" or ")))
        paths += {pathOf(part), lessOf(part)};
    paths.removeAll(QString());
    return paths;
}
QString filterOf(const QString &expression) { return expression.section(u'|', 1).trimmed(); }

/// Of the paper itself, filled in when it is painted.
bool isOfPaper(const QString &path) { return path == QStringLiteral("page") || path == QStringLiteral("pages"); }

} // namespace

PaperFields::PaperFields(const Records &records, const PaperWords &words, const Record &company, qint64 today)
    : m_records(records), m_words(words), m_company(company), m_today(today)
{
    if (Result<Record> me = records.load({User::entity, records.me()}))
        m_me = *me;
}

QStringList PaperFields::expressions(const QString &text)
{
    QStringList found;
    for (auto matches = braces().globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured(1));
    return found;
}

Record PaperFields::follow(const RecordRef &ref) const
{
    if (const auto known = m_followed.constFind(ref); known != m_followed.constEnd())
        return *known;
    if (m_followed.size() > MostFollowed)
        m_followed.clear();
    const Result<Record> loaded = m_records.load(ref);
    return *m_followed.insert(ref, loaded ? *loaded : Record());
}

PaperFields::Found PaperFields::find(const QString &path, const PaperScope &scope) const
{
    QStringList names = path.split(u'.');
    Record record = scope.record;
    if (names.first() == QStringLiteral("company"))
        record = m_company;
    else if (names.first() == QStringLiteral("me"))
        record = m_me;
    else if (names.first() == QStringLiteral("document"))
        record = scope.document;
    else
        names.prepend({});
    names.removeFirst();
    while (record.isValid() && !names.isEmpty()) {
        const Field *field = record.entity().field(names.takeFirst());
        if (!field)
            return {};
        if (!m_records.rights().isVisible(record.entity(), *field))
            return {record, field, true};
        if (names.isEmpty())
            return {record, field, false};
        const Value &value = record.value(field->id);
        if (value.isNull() || field->targets.isEmpty() || !value.is<Uuid>())
            return {};
        record = follow({field->targets.first(), value.id()});
    }
    return {};
}

std::optional<qint64> PaperFields::amount(const QString &expression, const PaperScope &scope) const
{
    const auto number = [&](const QString &path) -> std::optional<qint64> {
        const Found found = find(path, scope);
        if (!found.field || found.isHidden || !found.field->isNumber())
            return std::nullopt;
        const Value &value = found.record.value(found.field->id);
        return value.is<qint64>() ? std::optional(value.number()) : std::nullopt;
    };
    const std::optional<qint64> first = number(pathOf(expression));
    const QString less = lessOf(expression);
    return !first || less.isEmpty() ? first : decimal::subtract(*first, number(less).value_or(0));
}

QString PaperFields::currency(const PaperScope &scope) const
{
    for (const Record &record : {scope.record, scope.document})
        if (record.isValid())
            if (const Field *field = record.entity().field(QStringLiteral("currency")))
                return record.value(field->id).text();
    return {};
}

QString PaperFields::value(const QString &expression, const PaperScope &scope, bool *hidden) const
{
    const QStringList paths = expression.section(u'|', 0, 0).split(QStringLiteral(" or "));
    *hidden = true;
    for (const QString &path : paths) {
        bool isHidden = false;
        const QString words = valueOf(path.trimmed(), expression, scope, &isHidden);
        *hidden &= isHidden;
        if (!words.isEmpty())
            return words;
    }
    return {};
}

QString PaperFields::valueOf(const QString &path, const QString &expression, const PaperScope &scope, bool *hidden) const
{
    const QString filter = filterOf(expression);
    if (path == QStringLiteral("row"))
        return QString::number(scope.row);
    if (path == QStringLiteral("today"))
        return m_words.date(m_today);
    const Found found = find(pathOf(path), scope);
    *hidden = found.isHidden;
    if (!found.field || found.isHidden)
        return {};
    if (filter == QStringLiteral("currency"))
        return m_words.currencyName(found.record.value(found.field->id).text());
    const std::optional<qint64> number = found.field->type == FieldType::Money && !isPrice(*found.field) ? amount(path, scope) : std::nullopt;
    if (!number)
        return filter == QStringLiteral("words") ? QString() : m_words.value(found.record, *found.field);
    return filter == QStringLiteral("words") ? m_words.amountInWords(*number) : m_words.amount(*number, currency(scope));
}

QString PaperFields::fillPart(const QString &text, const PaperScope &scope, Counts &counts) const
{
    QString filled;
    qsizetype from = 0;
    for (auto matches = braces().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        filled += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (isOfPaper(match.captured(1))) {
            filled += match.captured();
            continue;
        }
        bool isHidden = false;
        const QString words = value(match.captured(1), scope, &isHidden);
        filled += words;
        ++counts.all;
        counts.empty += words.isEmpty();
        counts.hidden += isHidden;
    }
    return filled + text.mid(from);
}

FilledText PaperFields::fill(const QString &text, const PaperScope &scope) const
{
    static const QRegularExpression optional(QStringLiteral("\\[([^\\[\\]]*)\\]"));
    FilledText filled;
    Counts counts;
    qsizetype from = 0;
    for (auto matches = optional.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        filled.text += fillPart(text.mid(from, match.capturedStart() - from), scope, counts);
        from = match.capturedEnd();
        Counts own;
        const QString part = fillPart(match.captured(1), scope, own);
        if (own.empty < own.all)
            filled.text += part;
        counts = {counts.all + own.all, counts.empty + own.empty, counts.hidden + own.hidden};
    }
    filled.text += fillPart(text.mid(from), scope, counts);
    filled.isEmpty = counts.all > 0 && counts.empty == counts.all;
    filled.isHidden = counts.all > 0 && counts.hidden == counts.all;
    return filled;
}

QString PaperFields::codeOf(const Found &found) const
{
    const Value &value = found.record.value(found.field->id);
    if (value.isNull())
        return {};
    switch (found.field->type) {
    case FieldType::State: {
        const State *state = found.record.entity().machine.state(int(value.number()));
        return state ? state->code : QString();
    }
    case FieldType::Choice:
        return found.field->choices.value(qsizetype(value.number()) - 1);
    case FieldType::Dictionary: {
        const Record item = follow({DictionaryItem::entity, value.id()});
        return item.isValid() ? item[DictionaryItem::code] : QString();
    }
    default:
        return found.field->isText() || !value.is<qint64>() ? value.text() : QString::number(value.number());
    }
}

bool PaperFields::holds(const QString &condition, const PaperScope &scope) const
{
    if (condition.startsWith(u'!'))
        return !holds(condition.mid(1), scope);
    static const QRegularExpression comparison(QStringLiteral("^(.+?)\\s*(!=|=|<)\\s*(.+)$"));
    const QRegularExpressionMatch match = comparison.match(condition);
    if (!match.hasMatch()) {
        const std::optional<qint64> number = amount(condition, scope);
        const Found found = find(pathOf(condition), scope);
        return number ? *number != 0 : found.field && !found.isHidden && !found.record.value(found.field->id).isNull();
    }
    const Found found = find(match.captured(1), scope);
    if (!found.field || found.isHidden)
        return false;
    if (match.captured(2) == QStringLiteral("<"))
        return found.record.value(found.field->id).is<qint64>() && found.record.value(found.field->id).number() < m_today;
    return (codeOf(found) == match.captured(3)) == (match.captured(2) == QStringLiteral("="));
}

bool PaperFields::holds(const QJsonValue &conditions, const PaperScope &scope) const
{
    if (conditions.isString())
        return holds(conditions.toString(), scope);
    const QJsonArray all = conditions.toArray();
    return std::all_of(all.begin(), all.end(), [&](const QJsonValue &condition) { return holds(condition.toString(), scope); });
}

/// The fields that a path goes through; the last one is nullptr where it leads nowhere.
QList<std::pair<const Entity *, const Field *>> PaperFields::walk(const Catalogue &catalogue, const Entity &entity, const Entity &document, const QString &path)
{
    QStringList names = path.split(u'.');
    const Entity *at = &entity;
    if (names.first() == QStringLiteral("company"))
        at = catalogue.entity(Company::entity);
    else if (names.first() == QStringLiteral("me"))
        at = catalogue.entity(User::entity);
    else if (names.first() == QStringLiteral("document"))
        at = &document;
    else
        names.prepend({});
    QList<std::pair<const Entity *, const Field *>> steps;
    for (const QString &name : names.mid(1)) {
        const Field *field = at ? at->field(name) : nullptr;
        steps.append({at, field});
        if (!field)
            break;
        at = field->targets.isEmpty() ? nullptr : catalogue.entity(field->targets.first());
    }
    return steps;
}

bool PaperFields::isHidden(const QString &text, const Entity &entity, const Entity &document) const
{
    const QStringList all = expressions(text);
    return !all.isEmpty() && std::all_of(all.begin(), all.end(), [&](const QString &expression) {
        const QStringList paths = pathsOf(expression);
        return std::all_of(paths.begin(), paths.end(), [&](const QString &path) {
            for (const auto &[at, field] : walk(m_records.catalogue(), entity, document, path))
                if (field && !m_records.rights().isVisible(*at, *field))
                    return true;
            return false;
        });
    });
}

QString PaperFields::fault(const Catalogue &catalogue, const Entity &entity, const Entity &document, const QString &expression)
{
    static const QRegularExpression comparison(QStringLiteral("\\s*(!=|=|<).*$"));
    for (QString path : pathsOf(expression)) {
        path = path.remove(comparison);
        if (path.startsWith(u'!'))
            path.remove(0, 1);
        if (path.isEmpty() || isOfPaper(path) || path == QStringLiteral("row") || path == QStringLiteral("today"))
            continue;
        const auto steps = walk(catalogue, entity, document, path);
        if (steps.isEmpty() || !steps.last().second)
            return path;
    }
    return {};
}

} // namespace guanxi::app
