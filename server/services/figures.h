// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// A computed field that follows from the live rows which point at its record.
struct Figure {
    enum class Kind : quint8 { Sum, Earliest, Latest };

    model::EntityId source;
    model::FieldId reference; ///< names the record that has the figure
    model::FieldId value;     ///< what is summed or compared; 0: each row counts one
    model::EntityId target;
    model::FieldId into;
    Kind kind;
    model::FieldId state = 0; ///< only rows in one of `states`; 0: all
    std::vector<qint64> states = {};
};

/// The states in which a sales order counts: from its review on, until it is cancelled.
std::vector<qint64> confirmedOrders();

/// All of them, in no order that matters.
const std::vector<Figure> &figures();

/// What one row adds to the figure of which record.
struct Contribution {
    Uuid target;
    qint64 value = 0;
    bool operator==(const Contribution &) const = default;
};

/// Nothing of a row that does not count.
std::optional<Contribution> contributionOf(const Figure &figure, const model::Record &row);

/// Two parts of a figure together; nothing is no part.
std::optional<qint64> joined(const Figure &figure, std::optional<qint64> a, std::optional<qint64> b);

/// The figure over the rows as they are stored, but for some of them. By the index of the reference.
Result<std::optional<qint64>> storedFigure(ServerStore &store, const Figure &figure, const Uuid &target, const QList<Uuid> &without);

} // namespace guanxi::server
