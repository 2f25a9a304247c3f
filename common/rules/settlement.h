// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// What payments settle of an order or a contract.
struct Settlement {
    /// In the currency of the document; how it is paid is of the dictionary payment_status.
    struct Part {
        Uuid instalment;
        qint64 settled = 0;
        Uuid status;
        bool operator==(const Part &) const = default;
    };
    QList<Part> parts;
    Uuid status;                                ///< of the order (dictionary payment_status)
};

/// What was paid for an order or a contract, in its currency: each payment at its own rate, reversals below zero.
qint64 paidFor(const model::Record &document, const QList<model::Record> &payments);

/// Payments settle the instalments in the order in which they are due, reversals take back; each counts at its own rate. An order that
/// has no total is not paid. Overdue: something was due before `today` (days since 1970-01-01) and is not settled.
Settlement settlementOf(const model::Record &document, const QList<model::Record> &instalments, const QList<model::Record> &payments, qint64 today);

} // namespace guanxi::rules
