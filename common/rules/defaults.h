// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// Who makes a record, and when.
struct DefaultsContext {
    Uuid user;
    Uuid department;
    qint64 nowMs = 0; ///< UTC
    qint64 today = 0; ///< day since 1970-01-01 where the company is
};

/// Fills what a new record starts with: declared defaults and the initial state. What is filled already stays; a number
/// is left to the server.
void applyDefaults(model::Record &record, const DefaultsContext &context);

/// The same for what only programs fill: the server does not take it from a desktop.
void applyProgramDefaults(model::Record &record, const DefaultsContext &context);

/// Empties what made sense in `before` and does not in `after`, which is of another kind (Field::applies); what was written into
/// it meanwhile stays, to be checked.
void leaveOutOtherKinds(model::Record &after, const model::Record &before);

/// The day on which a moment lies where the company is; China keeps one zone.
qint64 dayOf(qint64 utcMs, int offsetSeconds = 8 * 3600);

} // namespace guanxi::rules
