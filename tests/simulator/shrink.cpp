// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/shrink.h"

namespace guanxi::test {

QString oracleOf(const QString &violation) { return violation.section(u':', 0, 0); }

Plan shrunk(const Plan &plan, const QString &violation, const Mutant *mutant)
{
    const auto fails = [&](const Plan &smaller) { return oracleOf(played(smaller, mutant)) == oracleOf(violation); };
    Plan smallest = plan;
    for (int desks = 2; desks < plan.deskCount(); ++desks) {
        Plan fewer = smallest;
        fewer.desks = desks;
        if (fails(fewer)) {
            smallest = fewer;
            break;
        }
    }
    // Halves first, then ever smaller pieces, single steps at last.
    for (qsizetype piece = smallest.steps.size() / 2; piece > 0; piece /= 2)
        for (qsizetype at = 0; at < smallest.steps.size();) {
            Plan fewer = smallest;
            fewer.steps.remove(at, qMin(piece, fewer.steps.size() - at));
            if (fails(fewer))
                smallest = fewer;
            else
                at += piece;
        }
    return smallest;
}

} // namespace guanxi::test
