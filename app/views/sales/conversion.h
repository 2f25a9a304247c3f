// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// What a qualified lead becomes, or a prospect whose opportunity is won, as one action: a customer (or one that is there), a contact
/// and, of a lead, an opportunity. What they say is taken over; the rest is asked of people.
struct Conversion {
    model::Record from;        ///< the lead or the opportunity
    model::Record account;     ///< new; what is chosen instead is `existing`
    Uuid existing;             ///< a customer that is there already; null: `account` is made
    model::Record contact;
    model::Record opportunity; ///< of a lead
    bool withContact = true;
    bool withOpportunity = true;

    bool isWinning() const;
    Uuid customer() const { return existing.isNull() ? account.id() : existing; }
    /// Records that are saved together; the links between them are set.
    QList<model::Record> records() const;

private:
    model::Record converted() const;
};

/// Of a lead. NotFound; WrongState when it is not qualified.
Result<Conversion> conversionOf(const Records &records, const model::RecordRef &lead);

/// Of an opportunity without a customer. NotFound; WrongState when it is not in development.
Result<Conversion> winningOf(const Records &records, const model::RecordRef &opportunity);

} // namespace guanxi::app
