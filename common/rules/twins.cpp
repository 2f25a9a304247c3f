// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/twins.h"

#include "common/base/fold.h"
#include "common/rules/phone.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

QString folded(const QString &text) { return foldText(text).remove(u' '); }

/// All numbers of a record are alike: what one colleague types as its telephone another types as its mobile.
QString kindOf(const Field &field)
{
    return field.type == FieldType::Phone ? QStringLiteral("phone") : field.name;
}

QString plain(const Field &field, const Value &value)
{
    return field.type == FieldType::Phone ? normalPhone(value.text()).value_or(value.text()) : folded(value.text());
}

} // namespace

QStringList twinKeys(const Record &record)
{
    QStringList keys;
    for (const TwinKey &key : twinKeysOf(record))
        keys.append(key.text);
    return keys;
}

QList<TwinKey> twinKeysOf(const Record &record)
{
    QList<TwinKey> keys;
    for (const Field &field : record.entity().fields()) {
        if (field.twins == Twins::No || record.value(field.id).isNull())
            continue;
        QString key = kindOf(field) + u':' + plain(field, record.value(field.id));
        if (field.twins == Twins::WithTitle)
            key += u':' + folded(titleOf(record));
        if (std::none_of(keys.begin(), keys.end(), [&key](const TwinKey &known) { return known.text == key; }))
            keys.append({&field, key});
    }
    return keys;
}

} // namespace guanxi::rules
