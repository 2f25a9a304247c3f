// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/rights.h"
#include "common/sync/conflictkind.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

/// Why a whole change set cannot be taken.
struct Refusal {
    sync::ConflictKind kind = sync::ConflictKind::Rule;
    Error error;
    ForeignChanges::Change theirs = {}; ///< what stands against it, where somebody else did it
};

inline const std::optional<Refusal> Accepted;

std::optional<Refusal> refuse(sync::ConflictKind kind, ErrorCode code, QStringList args = {});
/// For what a rule said: the kind follows from the error.
std::optional<Refusal> refuse(const Error &error);
/// As a conflict record keeps it.
QString reasonJson(const Error &error);
std::optional<Refusal> notAllowed(const model::Entity &entity, model::Action action);

} // namespace guanxi::server
