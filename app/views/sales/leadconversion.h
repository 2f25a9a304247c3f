// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// What a qualified lead becomes, as one action: a customer (or one that is there), a contact, an opportunity. What the lead says is
/// taken over; the rest is asked of people.
struct LeadConversion {
    model::Record lead;
    model::Record account;     ///< new; what is chosen instead is `existing`
    Uuid existing;             ///< a customer that is there already; null: `account` is made
    model::Record contact;
    model::Record opportunity;
    bool withContact = true;
    bool withOpportunity = true;

    /// Records that are saved together; the links between them are set.
    QList<model::Record> records() const;
};

/// NotFound; WrongState when the lead is not qualified.
Result<LeadConversion> conversionOf(const Records &records, const model::RecordRef &lead);

} // namespace guanxi::app
