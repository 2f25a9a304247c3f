// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smallcompany.h"

#include "common/sync/conflictkind.h"

namespace guanxi::test {

/// Two who change the same customers: Ann looks after her own and may be offline; Bea sees all of them.
struct ConflictPair : SmallCompany {
    explicit ConflictPair(storage::Backend backend) : SmallCompany(backend) {}

    /// Bea wrote "theirs" as the short name, Ann "mine", not knowing of it.
    model::Record clash(const model::Record &account);
    /// Conflict records of this kind.
    QList<model::Record> conflicts(model::Conflict::Kind kind);
    /// Parked whole: everything the author sent is in the one conflict record, nothing of it in the row.
    model::Record checkParked(const protocol::PushResult &result, const model::ChangeSet &set, sync::ConflictKind kind, ErrorCode reason);

    Uuid ann = user(QStringLiteral("ann"), east, own);
    Uuid bea = user(QStringLiteral("bea"), west, all);
    WireClient mine{server, QStringLiteral("ann"), ann, clock};
    WireClient theirs{server, QStringLiteral("bea"), bea, clock};
};

sync::ConflictKind kindOf(const model::Record &conflict);

} // namespace guanxi::test
