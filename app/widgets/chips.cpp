// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/chips.h"

#include "app/widgets/fieldtext.h"

namespace guanxi::app {

using model::Tone;

namespace {

const QString PaymentStatus = QStringLiteral("payment_status");

} // namespace

bool isChip(const model::Field &field)
{
    return field.type == model::FieldType::State || (field.type == model::FieldType::Dictionary && field.dictionary == PaymentStatus);
}

Tone chipTone(const model::Entity &entity, const model::Field &field, const model::Value &value)
{
    if (field.type == model::FieldType::State)
        return toneOf(entity, value);
    for (const auto &[code, tone] : {std::pair("paid", Tone::Good), std::pair("partial", Tone::Active), std::pair("overdue", Tone::Bad), std::pair("unpaid", Tone::Waiting)})
        if (value.id() == model::dictionaryItemId(PaymentStatus, QString::fromLatin1(code)))
            return tone;
    return Tone::Neutral;
}

} // namespace guanxi::app
