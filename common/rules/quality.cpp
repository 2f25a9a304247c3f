// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/quality.h"

#include "common/rules/normalise.h"

#include <QRegularExpression>

#include <algorithm>

namespace guanxi::rules
{

using model::Field;
using model::FieldType;
using model::Record;
using model::Search;
using model::Value;

namespace
{

bool isChinese(QChar c) { return c.script() == QChar::Script_Han; }

/// Blanks part words; between Chinese characters they only fill up a form.
QString withoutFillers(const QString &text)
{
    QString tidy;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (text[i] != u' ' || i == 0 || i + 1 == text.size() || !isChinese(text[i - 1]) || !isChinese(text[i + 1]))
            tidy += text[i];
    return tidy;
}

/// Around Chinese there are Chinese brackets: "上海钢铁(集团)" as it stands in the register.
QString withFittingBrackets(const QString &text)
{
    static const QRegularExpression brackets(QStringLiteral("\\(([^()]*\\p{Han}[^()]*)\\)"), QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).replace(brackets, QStringLiteral("\uff08\\1\uff09"));
}

/// Commas and the like are written in full width in Chinese; letters, digits and what stands between them are not.
QString withNarrowLetters(const QString &name)
{
    static const QString wide = QStringLiteral("\uff0c\uff1a\uff1b\uff01\uff1f");
    QString narrow = halfWidth(name);
    for (qsizetype i = 0; i < name.size(); ++i)
        if (wide.contains(name[i]))
            narrow[i] = name[i];
    return narrow;
}

QString tidyName(const QString &name) { return withFittingBrackets(withoutFillers(withNarrowLetters(name).simplified())); }

/// "电话：010-62751234", "Tel. 010 …": the number without the word for it.
QString withoutLabel(const QString &phone)
{
    const auto isLabel = [](QChar c) { return c.isLetter() || c.isSpace() || c == u':' || c == u'.'; };
    const QString plain = halfWidth(phone);
    return plain.mid(std::find_if_not(plain.cbegin(), plain.cend(), isLabel) - plain.cbegin());
}

bool isPhone(const Field &field) { return field.type == FieldType::Phone || field.format == model::Format::Mobile; }
bool reaches(const Field &field) { return isPhone(field) || field.type == FieldType::Email; }

/// False also for entities that nobody calls or writes to.
bool isUnreachable(const Record &record, const std::function<bool(const Field &)> &mayRead)
{
    bool asked = false;
    for (const Field &field : record.entity().fields()) {
        if (!reaches(field) || !record.applies(field))
            continue;
        if (!mayRead(field) || !record.value(field.id).isNull())
            return false;
        asked = true;
    }
    return asked;
}

} // namespace

Value tidied(const Field &field, const Value &value)
{
    // Tags have no order that anybody sees.
    if (value.isNull() || !field.isEditable() || field.type == FieldType::Tags)
        return value;
    Value mended = value;
    if (value.is<QString>() && field.search == Search::Name)
        mended = tidyName(value.text());
    else if (value.is<QString>() && isPhone(field))
        mended = withoutLabel(value.text());
    const Result<Value> normal = normalise(field, mended);
    // "None" in place of a number says something, blanks say nothing.
    const bool lost = normal && normal->isNull() && value.is<QString>() && !value.text().trimmed().isEmpty();
    return normal && !lost && checkField(field, *normal) ? *normal : value;
}

QList<FieldFlaw> flawsOf(const Record &record, const CheckContext &context, const std::function<bool(const Field &)> &mayRead)
{
    QList<FieldFlaw> flaws;
    for (const Field &field : record.entity().fields())
        if (mayRead(field) && tidied(field, record.value(field.id)) != record.value(field.id))
            flaws.append({Flaw::Untidy, field.id});
    for (const FieldError &error : checkRecord(record.entity(), record, nullptr, context)) {
        const Field *field = record.entity().field(error.field);
        const FieldFlaw flaw{error.error.code == ErrorCode::Required ? Flaw::Missing : Flaw::Invalid, error.field};
        // What can be mended without asking is no question to a person.
        if (field && field->isEditable() && mayRead(*field) && !flaws.contains({Flaw::Untidy, field->id}))
            flaws.append(flaw);
    }
    if (isUnreachable(record, mayRead))
        flaws.append({Flaw::Unreachable, 0});
    return flaws;
}

} // namespace guanxi::rules
