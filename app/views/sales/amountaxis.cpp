// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/amountaxis.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace guanxi::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AmountAxis)
};

constexpr qint64 One = 10'000;
constexpr double Thousand = 1e3, TenThousand = 1e4, Million = 1e6, HundredMillion = 1e8;

bool isChinese() { return QLocale().language() == QLocale::Chinese; }

double divisorFor(qint64 top)
{
    const double largest = double(top) / One;
    const double great = isChinese() ? HundredMillion : Million, small = isChinese() ? TenThousand : Thousand;
    return largest >= 2 * great ? great : largest >= 2 * small ? small : 1;
}

qint64 roundStep(double wanted)
{
    const double power = std::pow(10, std::floor(std::log10(std::max(1.0, wanted))));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0})
        if (factor * power >= wanted)
            return qint64(factor * power);
    return qint64(10 * power);
}

} // namespace

AmountAxis::AmountAxis(qint64 largest, int steps)
    : m_step(roundStep(double(std::max(largest, One)) / std::max(1, steps))), m_top((std::max(largest, One) + m_step - 1) / m_step * m_step), m_divisor(divisorFor(m_top))
{}

QString AmountAxis::text(qint64 amount) const
{
    const double value = double(amount) / One / m_divisor;
    const bool whole = std::abs(value - std::round(value)) < 0.005;
    return QLocale().toString(value, 'f', whole ? 0 : std::abs(10 * value - std::round(10 * value)) < 0.05 ? 1 : 2);
}

QString AmountAxis::unit() const
{
    if (m_divisor == Thousand)
        return Words::tr("thousand");
    if (m_divisor == TenThousand)
        return Words::tr("ten thousand");
    if (m_divisor == Million)
        return Words::tr("million");
    return m_divisor == HundredMillion ? Words::tr("hundred million") : QString();
}

} // namespace guanxi::app
