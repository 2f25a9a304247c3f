// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// The next document number of an entity by its NumberRule (or the catalogue's pattern), gapless among committed
/// records: the counter moves in the transaction of the record that takes the number.
Result<QString> nextNumber(ServerStore &store, const model::Entity &entity, qint64 now);

/// The next value of a named counter that starts at `first`.
Result<qint64> nextOf(ServerStore &store, const QString &counter, qint64 first = 1);

} // namespace guanxi::server
