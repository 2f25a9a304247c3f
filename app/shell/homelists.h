// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/base/clock.h"

namespace guanxi::app {

/// A card of the first page: the next few records of one kind that a user has to do with.
struct HomeList {
    struct Row {
        model::RecordRef ref;
        QString text;
        QString detail; ///< when it is due, or was last changed
    };

    QString title;
    QString icon;
    QString nothing; ///< what stands there without rows
    QList<Row> rows;
};

/// What is his and comes next (activities, customers to follow up, opportunities, tickets), and the customers that changed last.
/// Lists without rows are left out, except that of his activities, which says how to fill it.
QList<HomeList> homeLists(Records &records, const Clock &clock);

} // namespace guanxi::app
