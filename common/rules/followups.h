// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// Where an entity keeps when somebody is to follow up, and who.
struct FollowUpFields {
    model::EntityId entity;
    model::FieldId at;
    model::FieldId person;
};

const std::vector<FollowUpFields> &followUpFields();

/// Who is to be reminded of a record, and when (UTC ms).
struct FollowUp {
    Uuid user;
    qint64 at = 0;
    bool operator==(const FollowUp &) const = default;
};

/// Nothing of a record without a date, that is deleted, or that has come to its end.
std::optional<FollowUp> followUpOf(const model::Record &record);

/// A date further back than this reminds nobody: history that was entered later.
inline constexpr qint64 FollowUpReachMs = 7 * 86'400'000LL;

/// Signed or executing, and not deleted.
bool isInForce(const model::Record &contract);

/// When somebody is reminded that a contract ends: its days of notice before, in the morning, or now when that is over. Nothing of one that
/// is not in force, has no end or notice, or has ended.
std::optional<qint64> renewalNoticeOf(const model::Record &contract, qint64 now);

/// The one reminder about following up a record.
model::RecordRef reminderOf(const model::RecordRef &record);

} // namespace guanxi::rules
