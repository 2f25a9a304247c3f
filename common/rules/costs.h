// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"
#include "common/model/scope.h"

namespace guanxi::rules
{

/// What the goods of an order cost, and what remains of its net amount.
struct OrderCost {
    qint64 cost = 0;       ///< in the currency of the order
    qint64 margin = 0;     ///< likewise
    qint64 baseMargin = 0;
    qint64 net = 0;        ///< of the order, without tax

    /// Of the net amount, in hundredths of a percent; nothing where that is nothing.
    std::optional<qint64> marginShare() const;
};

/// By what the products cost now. They cost in base currency and by their own unit: nothing when one line is about a product whose
/// cost is not known, or counts it in another unit.
std::optional<OrderCost> costOf(const model::Record &order, const QList<model::Record> &lines, const model::RecordLookup &products);

/// The fields of the order that say so; empty values where it is not known.
QList<std::pair<model::FieldId, model::Value>> costFieldsOf(const model::Record &order, const QList<model::Record> &lines,
                                                            const model::RecordLookup &products);

} // namespace guanxi::rules
