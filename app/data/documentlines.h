// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/rules/costs.h"

namespace guanxi::app {

/// What a line of this document costs by the price lists, the customer and the quantity, else by the product, in the currency of the
/// document. Nothing without a product.
std::optional<qint64> listPriceOf(const Records &records, const model::Record &document, const model::Record &line);

/// Fills a line with a product: what the declaration takes from it, a quantity of one, the price, and what follows from them. Fields
/// that were given stay.
void takeProduct(const Records &records, const model::Record &document, model::Record &line, const QSet<model::FieldId> &given = {});

/// Lets a price that was the list's in `before` follow the quantity.
void followQuantity(const Records &records, const model::Record &document, const model::Record &before, model::Record &line);

/// Whether this user reads what products cost and what orders earn.
bool maySeeCost(const Records &records);

/// What the order will cost with these lines; nothing where that is not known, or not for this user.
std::optional<rules::OrderCost> costOf(const Records &records, const model::Record &order, const QList<model::Record> &lines);

} // namespace guanxi::app
