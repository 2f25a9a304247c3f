// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/sync/conflictkind.h"

namespace guanxi::sync {

/// Args of a change set named `resubmit`: the id of the conflict record whose parked set it takes up.
inline constexpr QLatin1StringView ResubmitAction{"resubmit"};
inline constexpr QLatin1StringView TakesUp{"takes_up"};
/// What stood in a form of a computer that was removed, and was never saved.
inline constexpr QLatin1StringView DraftAction{"draft"};

/// A parked change set as it stands in Conflict.parked: {"seq": n, "changeset": base64}.
QString parkedJson(const model::ChangeSet &set);
/// Empty when the text holds none: it is about a field, or may not be read.
model::ChangeSet parkedSet(const QString &json);

/// The change that closes a conflict record as it is seen.
model::RecordChange closingOf(const model::Record &conflict, Resolution resolution);

} // namespace guanxi::sync
