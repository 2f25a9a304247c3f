// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/decimal.h"

#include <limits>

namespace guanxi::decimal {

namespace {

__extension__ using Wide = __int128;

Wide powerOfTen(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

std::optional<qint64> narrow(Wide value)
{
    if (value > std::numeric_limits<qint64>::max() || value < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return qint64(value);
}

} // namespace

std::optional<qint64> add(qint64 a, qint64 b) { return narrow(Wide(a) + b); }
std::optional<qint64> subtract(qint64 a, qint64 b) { return narrow(Wide(a) - b); }

std::optional<qint64> multiply(qint64 a, qint64 b, int droppedScale)
{
    const Wide product = Wide(a) * b;
    const Wide divisor = powerOfTen(droppedScale);
    const Wide half = divisor / 2;
    return narrow(product >= 0 ? (product + half) / divisor : -((-product + half) / divisor));
}

Result<qint64> parse(const QString &text, int scale)
{
    const Error bad{ErrorCode::BadValue, {QString(), text}};
    QString digits = text.trimmed();
    const bool negative = digits.startsWith(QLatin1Char('-'));
    if (negative || digits.startsWith(QLatin1Char('+')))
        digits.remove(0, 1);
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    const qsizetype decimals = point < 0 ? 0 : digits.size() - point - 1;
    if (point >= 0)
        digits.remove(point, 1);
    if (digits.isEmpty() || decimals > scale || digits.size() > 30)
        return bad;
    Wide value = 0;
    for (QChar c : digits) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return bad;
        value = value * 10 + (c.unicode() - '0');
    }
    value *= powerOfTen(scale - int(decimals));
    const std::optional<qint64> narrowed = narrow(negative ? -value : value);
    return narrowed ? Result<qint64>(*narrowed) : Result<qint64>(bad);
}

QString format(qint64 value, int scale, int minimumDecimals)
{
    const Wide wide = value < 0 ? -Wide(value) : Wide(value);
    const Wide unit = powerOfTen(scale);
    QString text = QString::number(quint64(wide / unit));
    QString decimals = QString::number(quint64(wide % unit)).rightJustified(scale, QLatin1Char('0'));
    if (scale == 0)
        decimals.clear();
    while (decimals.size() > minimumDecimals && decimals.endsWith(QLatin1Char('0')))
        decimals.chop(1);
    if (!decimals.isEmpty())
        text += QLatin1Char('.') + decimals;
    return value < 0 ? QLatin1Char('-') + text : text;
}

} // namespace guanxi::decimal
