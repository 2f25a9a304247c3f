// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/instalments.h"

#include <QDate>

#include <algorithm>

namespace guanxi::rules
{

namespace
{

constexpr qint64 Hundredth = 100; // in 1/10 000
// In wide numbers: amount · share need not fit.
__extension__ using Wide = __int128;

} // namespace

QList<Instalment> divided(qint64 amount, const QList<qint64> &shares, qint64 first, int months)
{
    const bool makesNone = amount <= 0 || shares.isEmpty() || shares.size() > MostInstalments || months < 0
        || std::any_of(shares.begin(), shares.end(), [](qint64 share) { return share <= 0; });
    if (makesNone)
        return {};
    Wide whole = 0;
    for (const qint64 share : shares)
        whole += share;
    const QDate epoch(1970, 1, 1);
    QList<Instalment> plan;
    qint64 left = amount;
    for (qsizetype at = 0; at < shares.size(); ++at) {
        const bool isLast = at + 1 == shares.size();
        const qint64 part = isLast ? left : qint64(Wide(amount) * shares[at] / whole) / Hundredth * Hundredth;
        left -= part;
        plan.append({epoch.daysTo(epoch.addDays(first).addMonths(int(at) * months)), part});
    }
    return plan;
}

} // namespace guanxi::rules
