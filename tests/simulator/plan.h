// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"

#include <QList>
#include <QString>

#include <optional>

namespace guanxi::test {

/// Everything that decides a run. Each step draws from a random source of its own, so a plan without some of its steps
/// plays the others as before: that is how failing seeds are made small.
struct Plan {
    quint64 seed = 1;
    int desks = 0; ///< 0: as many as the seed says
    QList<int> steps;

    static Plan of(quint64 seed, int steps);
    /// "seed/desks/steps", for example "17/2/3,9-12".
    static std::optional<Plan> fromText(const QString &text);
    QString text() const;

    int deskCount() const;
    /// Files on disks that lose, tear and fail instead of databases in memory: true to life, and several times as slow.
    bool usesDisks() const { return seed % 16 == 0; }
    /// Backups are put back, laptops cloned, newer programs installed. The others play as if there were no such things.
    bool hasDisasters() const { return seed % 5 == 3; }
    /// Everybody sells as well: hints, opportunities, quotes, contracts, orders, payments, by the product's own declarations.
    bool sells() const { return seed % 8 == 5; }
    /// The source of one step, or with another purpose of the whole run.
    SeededRandom source(int step) const;
};


} // namespace guanxi::test
