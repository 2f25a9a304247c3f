// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/serverrun.h"

#include <algorithm>

namespace guanxi::protocol {

std::optional<qint64> lostSince(const QList<ServerRun> &runs, const Uuid &run, qint64 rev)
{
    if (runs.isEmpty() || run.isNull())
        return std::nullopt;
    auto next = std::find_if(runs.begin(), runs.end(), [&](const ServerRun &known) { return known.id == run; });
    next = next != runs.end() ? std::next(next) : std::find_if(runs.begin(), runs.end(), [&](const ServerRun &known) { return run < known.id; });
    if (next == runs.end()) {
        if (runs.last().id == run)
            return std::nullopt;
        next = std::prev(runs.end());
    }
    return rev > next->from ? std::optional(next->from) : std::nullopt;
}

} // namespace guanxi::protocol
