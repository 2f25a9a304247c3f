// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::app {

/// Round values for an axis of amounts, in 1/10 000, and how they are written short: in 万 and 亿 in Chinese, in thousands and millions
/// in other languages.
class AmountAxis
{
public:
    /// Up to at least `largest`, in at most so many steps.
    AmountAxis(qint64 largest, int steps);

    qint64 step() const { return m_step; }
    qint64 top() const { return m_top; }
    QString text(qint64 amount) const;
    /// "万元", "k": what the numbers are counted in; empty: single ones.
    QString unit() const;

private:
    qint64 m_step;
    qint64 m_top;
    double m_divisor;
};

} // namespace guanxi::app
