// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/record.h"
#include "common/model/scope.h"

#include <concepts>

namespace guanxi::rules
{

/// Live rows of `entity` whose reference `field` points at `target`; what the asking program has of them.
using ReferringRows =
    std::function<QList<model::Record>(model::EntityId entity, model::FieldId field, const model::RecordRef &target)>;
/// Whether every stock stays at or above zero when the document is posted (or reversed); only the server can tell.
using StockCheck = std::function<bool(const model::Record &document, bool reversed)>;

/// Adjustable figures that guards compare with. Amounts in 1/10 000 of the base currency.
struct Limits {
    qint64 quoteTotal = 100'000'0000; ///< a quote above it needs approval
    qint64 quoteDiscount = 1000;      ///< in hundredths of a percent of the subtotal; above it, too
    qint64 expenseWithoutReceipt = 200'0000;
    int satisfied = 4;                     ///< stars with which a ticket may be archived
    qint64 feedbackMs = 14LL * 86'400'000; ///< after handling, when no feedback came: both waiting times together
    bool reviewerMayBeCreator = false;
};

/// What guards may look at beyond the record. A guard whose means are missing refuses, so that nothing passes by
/// forgetting; only `stock`, which desktops never have, is left to the server.
struct Surroundings {
    Surroundings() = default;
    template <std::convertible_to<model::RecordLookup> Lookup> Surroundings(Lookup find) : lookup(std::move(find)) {}

    model::RecordLookup lookup{};
    ReferringRows rows{};
    StockCheck stock{};
    std::optional<qint64> nowMs{}; ///< UTC
    Limits limits{}; ///< of the company
};

/// One question to a guard.
struct GuardContext {
    const model::Record &before; ///< invalid for a new record
    const model::Record &after;
    Uuid user;
    const Surroundings &around;
};

/// Asks the guard of this name (common/model/catalogue/guards.h); an empty name passes.
/// RuleRefused (guard, state field, what it adds: see detailsOf) when it says no, Internal for a name without code.
Result<void> checkGuard(const QString &name, const GuardContext &context);

/// Whether there is code for the name.
bool isGuard(const QString &name);

} // namespace guanxi::rules
