// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflictpair.h"

#include "common/sync/parkedset.h"

#include <QJsonDocument>

namespace guanxi::test {

using namespace model;

namespace {

ErrorCode reasonOf(const Record &conflict)
{
    return ErrorCode(QJsonDocument::fromJson(conflict[Conflict::reason].toUtf8()).object()[QLatin1String("code")].toInt());
}

} // namespace

Record ConflictPair::clash(const Record &account)
{
    theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    mine.push({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = conflictsOf(account).value(0);
    REQUIRE(conflict.isValid());
    return conflict;
}

QList<Record> ConflictPair::conflicts(Conflict::Kind kind)
{
    QList<Record> found = server.all(Conflict::entity);
    found.removeIf([kind](const Record &conflict) { return conflict[Conflict::kind] != kind; });
    return found;
}

Record ConflictPair::checkParked(const protocol::PushResult &result, const ChangeSet &set, sync::ConflictKind kind, ErrorCode reason)
{
    CHECK(result.status == protocol::PushStatus::Parked);
    CHECK(result.code == reason);
    REQUIRE(result.conflicts.size() == 1);
    const Record conflict = server.record({Conflict::entity, result.conflicts.first()});
    CHECK(kindOf(conflict) == kind);
    CHECK(reasonOf(conflict) == reason);
    CHECK(conflict[Conflict::mineBy] == set.user);
    CHECK(conflict[Conflict::mineAt] == set.at);
    CHECK(conflict[Conflict::record] == set.changes.first().record);
    CHECK(conflict[Conflict::state] == Conflict::Open);
    CHECK(sync::parkedSet(conflict[Conflict::parked]) == set);
    return conflict;
}

sync::ConflictKind kindOf(const Record &conflict) { return sync::ConflictKind(conflict[Conflict::kind]); }

} // namespace guanxi::test
