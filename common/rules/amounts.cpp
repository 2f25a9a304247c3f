// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/amounts.h"

#include "common/base/decimal.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr int RateScale = 4;        // hundredths of a percent are ten-thousandths of the whole
constexpr int DroppedToHundredths = 2;
constexpr qint64 Hundredth = 100;   // in 1/10 000

/// a·b / 10^scale in whole hundredths.
std::optional<qint64> inHundredths(qint64 a, qint64 b, int scale)
{
    const std::optional<qint64> hundredths = decimal::multiply(a, b, scale + DroppedToHundredths);
    return hundredths ? decimal::multiply(*hundredths, Hundredth, 0) : std::nullopt;
}

/// Decimals of a factor; a percentage is a part of the whole.
int scaleOf(const Field &field)
{
    switch (field.type) {
    case FieldType::Percent: return RateScale;
    case FieldType::Money: return decimal::MoneyScale;
    case FieldType::Decimal: return field.scale;
    default: return 0;
    }
}

std::optional<qint64> outcome(const Record &record, const Field &field)
{
    const Entity &entity = record.entity();
    const Formula &formula = field.formula;
    if (formula.kind == Formula::Kind::Net) {
        const std::optional<LineAmounts> amounts = amountsOf(record);
        return amounts ? std::optional(amounts->net) : std::nullopt;
    }
    if (record.value(formula.a).isNull() || record.value(formula.b).isNull())
        return std::nullopt;
    const qint64 a = record.value(formula.a).number(), b = record.value(formula.b).number();
    if (formula.kind == Formula::Kind::Difference)
        return decimal::subtract(a, b);
    return decimal::multiply(a, b, scaleOf(*entity.field(formula.a)) + scaleOf(*entity.field(formula.b)) - scaleOf(field));
}

bool dependsOn(const Record &after, const Record &before, const Field &field)
{
    const auto differs = [&](FieldId id) { return id != 0 && (!before.isValid() || after.value(id) != before.value(id)); };
    if (field.formula.kind != Formula::Kind::Net)
        return differs(field.formula.a) || differs(field.formula.b);
    const LineFields &line = *after.entity().line;
    return differs(line.quantity) || differs(line.price) || differs(line.discount);
}

} // namespace

std::optional<LineAmounts> amountsOf(qint64 quantity, qint64 price, qint64 discount, qint64 taxRate)
{
    const std::optional<qint64> gross = inHundredths(quantity, price, decimal::QuantityScale);
    const std::optional<qint64> off = gross ? inHundredths(*gross, discount, RateScale) : std::nullopt;
    const std::optional<qint64> net = off ? decimal::subtract(*gross, *off) : std::nullopt;
    const std::optional<qint64> tax = net ? inHundredths(*net, taxRate, RateScale) : std::nullopt;
    return tax ? std::optional(LineAmounts{*gross, *off, *net, *tax}) : std::nullopt;
}

std::optional<LineAmounts> amountsOf(const Record &line)
{
    const LineFields &fields = *line.entity().line;
    if (line.value(fields.quantity).isNull() || line.value(fields.price).isNull())
        return std::nullopt;
    const auto numberOf = [&line](FieldId field) { return field == 0 ? 0 : line.value(field).number(); };
    return amountsOf(numberOf(fields.quantity), numberOf(fields.price), numberOf(fields.discount), numberOf(fields.taxRate));
}

bool Totals::add(const LineAmounts &line)
{
    const std::optional<qint64> gross = decimal::add(subtotal, line.gross), off = decimal::add(discount, line.discount),
                                taxes = decimal::add(tax, line.tax), net = decimal::add(total, line.net);
    const std::optional<qint64> all = net ? decimal::add(*net, line.tax) : std::nullopt;
    if (!gross || !off || !taxes || !all)
        return false;
    *this = {*gross, *off, *taxes, *all};
    return true;
}

QList<std::pair<FieldId, Value>> totalsOf(const Record &document, const QList<Record> &lines)
{
    const TotalFields &fields = *document.entity().totals;
    Totals totals;
    bool fits = true;
    for (const Record &line : lines)
        if (const std::optional<LineAmounts> amounts = line.isDeleted() ? std::nullopt : amountsOf(line))
            fits = fits && totals.add(*amounts);
    const auto value = [fits](std::optional<qint64> sum) { return fits && sum ? Value(*sum) : Value(); };
    // At the rate of the document, in millionths.
    const Field *rate = document.entity().field(fields.rate);
    const std::optional<qint64> base = rate && !document.value(rate->id).isNull() ? decimal::multiply(totals.total, document.value(rate->id).number(), rate->scale) : std::nullopt;
    QList<std::pair<FieldId, Value>> values;
    for (const auto &[field, sum] : {std::pair(fields.subtotal, std::optional(totals.subtotal)), std::pair(fields.discount, std::optional(totals.discount)),
                                     std::pair(fields.tax, std::optional(totals.tax)), std::pair(fields.total, std::optional(totals.total)), std::pair(fields.baseTotal, base)})
        if (field != 0)
            values.append({field, value(sum)});
    return values;
}

void computeFields(Record &after, const Record &before)
{
    for (const Field &field : after.entity().fields()) {
        if (field.formula.kind == Formula::Kind::None || !dependsOn(after, before, field))
            continue;
        const std::optional<qint64> value = outcome(after, field);
        after.setValue(field.id, value ? Value(*value) : Value());
    }
}

} // namespace guanxi::rules
