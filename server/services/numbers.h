// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// The next document number of an entity by its NumberRule (or the catalogue's pattern), gapless among committed
/// records: the counter moves in the transaction of the record that takes the number. `known`: the number the record had
/// before the server was restored; it keeps that one if it is free and one of the rule's.
Result<QString> nextNumber(ServerStore &store, const model::Entity &entity, const model::Field &field, qint64 now,
                           const QString &known = {});

} // namespace guanxi::server
