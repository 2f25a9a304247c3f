// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/whose.h"

#include <map>

namespace guanxi::app {

/// The sales targets that the user sees, of one measure. A quarter or a year without a target of its own has those of its months; a
/// month without one has its part of the quarter or the year.
class TargetBook
{
public:
    /// What of a target says whose it is.
    enum class Of : quint8 { Person, Department, Region, ProductCategory };

    void clear() { m_targets.clear(); }
    /// The paths by which targets are asked for, and one of the answers; in base currency or pieces, in 1/10 000.
    static QList<storage::Path> paths();
    void add(const storage::Tally &tally);

    std::optional<qint64> of(Of kind, const Uuid &id, const QString &period) const;
    /// A department without a target of its own is to reach what its people are to reach; likewise everybody together.
    std::optional<qint64> of(const Whose &whose, const QString &period, const Tree &tree) const;
    /// Those who have a target.
    QList<Uuid> all(Of kind) const;

private:
    using Periods = QHash<QString, qint64>;
    struct Target {
        Uuid department; ///< in which the person works
        Periods periods;
    };

    static std::optional<qint64> within(const Periods &periods, const QString &period);
    std::optional<qint64> ofPeople(const QString &period, const std::function<bool(const Target &)> &counts) const;

    std::map<std::pair<Of, Uuid>, Target> m_targets;
};

} // namespace guanxi::app
