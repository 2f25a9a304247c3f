// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/mergepolicies.h"

#include "common/base/decimal.h"
#include "common/sync/text3.h"

#include <algorithm>

namespace guanxi::sync
{

using model::Field;
using model::Value;

namespace
{

bool isNumberOrNull(const Value &value) { return value.isNull() || value.is<qint64>(); }
bool isTextOrNull(const Value &value) { return value.isNull() || value.is<QString>(); }

std::optional<Value> storable(const Field &field, const QString &text)
{
    const bool fits = field.type == model::FieldType::LongText ? text.toUtf8().size() <= model::LongTextLimit
                                                               : field.limit == 0 || text.size() <= field.limit;
    if (!fits)
        return std::nullopt;
    return text.isEmpty() ? Value() : Value(text);
}

template <class List> List mergedMembers(const List &old, const List &mine, const List &theirs)
{
    List merged = theirs;
    merged.removeIf([&](const auto &member) { return old.contains(member) && !mine.contains(member); });
    for (const auto &member : mine)
        if (!old.contains(member))
            merged.append(member);
    return merged;
}

} // namespace

std::optional<Value> addNumbers(const Field &field, const Value &old, const Value &mine, const Value &theirs)
{
    if (!isNumberOrNull(old) || !mine.is<qint64>() || !isNumberOrNull(theirs))
        return std::nullopt;
    const std::optional<qint64> difference = decimal::subtract(mine.number(), old.number());
    const std::optional<qint64> sum = difference ? decimal::add(theirs.number(), *difference) : std::nullopt;
    if (!sum || *sum < field.minimum || *sum > field.maximum)
        return std::nullopt;
    return Value(*sum);
}

std::optional<Value> mergeSets(const Value &old, const Value &mine, const Value &theirs)
{
    const auto all = [&](auto test) { return test(old) && test(mine) && test(theirs); };
    if (all([](const Value &v) { return v.isNull() || v.is<QStringList>(); }))
        return canonicalSet(mergedMembers(old.as<QStringList>(), mine.as<QStringList>(), theirs.as<QStringList>()));
    if (all([](const Value &v) { return v.isNull() || v.is<QByteArray>(); }))
        return model::valueOf(mergedMembers(model::idsOf(old), model::idsOf(mine), model::idsOf(theirs)));
    return std::nullopt;
}

std::optional<Value> appendText(const Field &field, const Value &old, const Value &mine, const Value &theirs)
{
    if (!isTextOrNull(old) || !isTextOrNull(mine) || !isTextOrNull(theirs) || !mine.text().startsWith(old.text()))
        return std::nullopt;
    const QString added = mine.text().mid(old.text().size());
    const QString before = theirs.text();
    const bool needsBreak =
        !before.isEmpty() && !before.endsWith(u'\n') && !added.startsWith(u'\n') && !added.isEmpty();
    return storable(field, before + (needsBreak ? QStringLiteral("\n") : QString()) + added);
}

std::optional<Value> mergeText(const Field &field, const Value &old, const Value &mine, const Value &theirs)
{
    if (!isTextOrNull(old) || !isTextOrNull(mine) || !isTextOrNull(theirs))
        return std::nullopt;
    const std::optional<QString> merged = mergeLines(old.text(), mine.text(), theirs.text());
    return merged ? storable(field, *merged) : std::nullopt;
}

Value canonicalSet(const Value &value)
{
    if (value.is<QByteArray>())
        return model::valueOf(model::idsOf(value));
    if (!value.is<QStringList>())
        return value;
    QStringList tags = value.as<QStringList>();
    tags.removeDuplicates();
    std::sort(tags.begin(), tags.end());
    return tags.isEmpty() ? Value() : Value(tags);
}

} // namespace guanxi::sync
