// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace guanxi::rules
{

/// One part of what is owed.
struct Instalment {
    qint64 dueOn = 0; ///< day since 1970-01-01
    qint64 amount = 0;

    bool operator==(const Instalment &) const = default;
};

/// The most parts that one plan has.
inline constexpr int MostInstalments = 60;

/// Divides an amount by shares (any numbers above 0, 30:60:10 as well as 1:1:1), the first due on `first` and each further one `months`
/// later, at the end of a shorter month. Parts are whole hundredths and add up to the amount exactly: what rounding leaves is in the last
/// one. Nothing for shares or an amount that make no plan.
QList<Instalment> divided(qint64 amount, const QList<qint64> &shares, qint64 first, int months);

} // namespace guanxi::rules
