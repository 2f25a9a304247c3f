// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// What a line of a document comes to, in 1/10 000 of the currency unit. Each is a whole number of hundredths, so that what is printed
/// adds up to what is printed beneath it.
struct LineAmounts {
    qint64 gross = 0;
    qint64 discount = 0;
    qint64 net = 0; ///< gross − discount, without tax
    qint64 tax = 0; ///< of the net amount

    bool operator==(const LineAmounts &) const = default;
};

/// Quantity and price in 1/10 000, discount and tax rate in hundredths of a percent. Nothing when it is more than can be kept.
std::optional<LineAmounts> amountsOf(qint64 quantity, qint64 price, qint64 discount, qint64 taxRate);

/// Of a line by its declaration (model::LineFields). Nothing also when quantity or price are missing.
std::optional<LineAmounts> amountsOf(const model::Record &line);

/// What lines add up to; the total is subtotal − discount + tax.
struct Totals {
    qint64 subtotal = 0;
    qint64 discount = 0;
    qint64 tax = 0;
    qint64 total = 0;

    /// False, and nothing added, when it is more than can be kept.
    bool add(const LineAmounts &line);
    bool operator==(const Totals &) const = default;
};

/// The fields of the document (model::TotalFields) with what its live lines add up to. Lines without an amount count nothing; sums
/// that cannot be kept leave the fields empty.
QList<std::pair<model::FieldId, model::Value>> totalsOf(const model::Record &document, const QList<model::Record> &lines);

/// Works out the fields of `after` that follow from others of it (model::Formula), where one of those differs from `before` (not
/// valid: all of them). Empty when one of them is missing or the outcome cannot be kept.
void computeFields(model::Record &after, const model::Record &before);

} // namespace guanxi::rules
