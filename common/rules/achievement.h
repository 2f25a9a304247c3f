// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/filter.h"
#include "common/rules/periods.h"

namespace guanxi::rules
{

/// The states in which a sales order counts as booked: from its review on, until it is cancelled.
QList<model::Value> bookedStates();

/// Orders in them.
model::Filter bookedOrders();

/// The same condition, for which no index is looked up: so many rows share a state that its index is the worst one to go by.
model::Filter withoutIndex(model::Filter filter);

/// Whom or what a result is credited to. A department has what its people have.
enum class Credit : quint8 { Person, Region, ProductCategory, Channel };

/// Rows that count for a measure (model::SalesTarget::Measure). Each adds one, or its value of `sum`, to what stands at the end of
/// `credit`; all paths begin at the row.
struct Counted {
    model::EntityId entity = 0;
    model::Filter filter;
    QList<model::FieldId> credit;
    model::FieldId sum = 0;          ///< 0: each row counts one
    QList<model::FieldId> rate = {}; ///< leads to the rate of exchange by which sums are multiplied; empty: they are in base currency
};

/// What counts in those days. Several where the credit is found in several ways; none where the measure has no such credit.
///
/// Revenue is what booked orders come to, tax included, by order date; of a product category what its lines come to, without tax.
/// Payments count for the salesperson of their order, or the signatory of their contract. A new customer is one whose first booked
/// order lies there, and counts for his account manager. An opportunity counts for who provided it.
QList<Counted> countedFor(qint64 measure, Credit credit, const PeriodDays &days);

/// In a tree whose nodes name their parents: the same one, or below it.
bool isWithin(const QHash<Uuid, Uuid> &parents, const Uuid &node, const Uuid &upper);

/// The first moment of a day where the company is, UTC ms.
qint64 beginOf(qint64 day);

/// A sum as it counts: in whole units for counts, at the rate where there is one; in the scale of amounts.
qint64 worthOf(const Counted &counted, qint64 count, std::optional<qint64> sum, const model::Value &rate);

} // namespace guanxi::rules
