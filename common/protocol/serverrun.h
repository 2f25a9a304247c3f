// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"

#include <QList>

#include <optional>

namespace guanxi::protocol {

/// One run of the server program over its database: revisions after `from`, up to the next one's, were given in it.
struct ServerRun {
    Uuid id;
    qint64 from = 0;
    bool operator==(const ServerRun &) const = default;
};

/// A copy that was told `run` has reached `rev`. Answers the last revision that it and a database with these runs (oldest
/// first) have in common, when that is an earlier one: the database was put back from a backup. A run that is not known is
/// placed by its id, which the server's clock orders; with a clock turned back the answer is too early, never too late.
std::optional<qint64> lostSince(const QList<ServerRun> &runs, const Uuid &run, qint64 rev);

} // namespace guanxi::protocol
