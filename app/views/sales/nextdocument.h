// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/preset.h"

namespace guanxi::app {

/// What a quote becomes: an order with its lines, ready to be saved as one action. Orders want a product on each line.
struct NextOrder {
    QList<model::Record> records; ///< the order first
    qsizetype left = 0;           ///< lines of the quote without a product, which stay behind
};

/// An order of what the quote offers, for its customer. Required when the quote has no customer yet; NotFound.
Result<NextOrder> orderFrom(const Records &records, const model::RecordRef &quote);

/// What a contract about the quote begins with.
Result<Preset> contractFrom(const Records &records, const model::RecordRef &quote);

/// What the contract that follows this one begins with: the same from the day after it ends on, for as long. WrongState while it was never
/// signed.
Result<Preset> renewalOf(const Records &records, const model::RecordRef &contract);

/// What a payment for an order, a contract or an instalment begins with: what is still open of it.
Result<Preset> paymentFor(const Records &records, const model::RecordRef &document);

/// What takes a payment back: payments are never changed.
Result<Preset> reversalOf(const Records &records, const model::RecordRef &payment);

} // namespace guanxi::app
