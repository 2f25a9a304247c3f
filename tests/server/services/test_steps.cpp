// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

/// Ann and Bea look after customers who threaten to leave.
struct Churn : SmallCompany {
    explicit Churn(storage::Backend backend) : SmallCompany(backend)
    {
        for (const Uuid &who : {ann, bea})
            server.grant(who, role);
        mine.connect();
        theirs.connect();
    }

    Uuid role = server.addRole(QStringLiteral("churn"), {{ChurnCase::entity, Reach::All}});
    Uuid ann = user(QStringLiteral("ann"), east, all);
    Uuid bea = user(QStringLiteral("bea"), west, all);
    WireClient mine{server, QStringLiteral("ann"), ann, clock};
    WireClient theirs{server, QStringLiteral("bea"), bea, clock};

    Record atRisk()
    {
        Record record(server.catalogue().at(ChurnCase::entity), ids.next());
        record.set(ChurnCase::account, account(QStringLiteral("Baosteel"), ann).id());
        record.set(ChurnCase::status, qint64(ChurnCase::AtRisk));
        server.insert(record);
        return now(record);
    }
    /// A step as its author sees it, with everything it asks for.
    PushResult step(WireClient &who, const Record &seen, ChurnCase::Step which, const QList<FieldChange> &more = {})
    {
        const Transition *transition = seen.entity().machine.transition(which);
        RecordChange change = edit(seen, ChurnCase::status.id, Value(transition->to));
        change.fields += more;
        ChangeSet set = who.set({change});
        set.name = QStringLiteral("transition");
        set.args = {{QStringLiteral("transition"), int(which)}};
        return who.push(set);
    }
    qint64 status(const Record &record) { return now(record)[ChurnCase::status]; }
};

} // namespace

TEST_CASE("a step that still leads on from where somebody else has brought the record is made")
{
    Churn churn(GUANXI_ON_BOTH);
    const Record record = churn.atRisk();
    Record deferred = record;
    deferred.set(ChurnCase::status, qint64(ChurnCase::Deferred));
    churn.server.update(deferred);
    const PushResult result = churn.step(churn.mine, record, ChurnCase::Recover);
    CHECK(result.status == PushStatus::Applied);
    CHECK(churn.status(record) == ChurnCase::Recovered);
    CHECK(churn.conflictsOf(record).isEmpty());
}

TEST_CASE("a step that does not lead on from there is parked as such, with who was faster")
{
    Churn churn(GUANXI_ON_BOTH);
    const Record record = churn.atRisk();
    REQUIRE(churn.step(churn.theirs, record, ChurnCase::Recover).status == PushStatus::Applied);
    const PushResult result = churn.step(churn.mine, record, ChurnCase::Defer);
    CHECK(result.status == PushStatus::Parked);
    CHECK(result.code == ErrorCode::WrongState);
    const Record conflict = churn.conflictsOf(record).value(0);
    REQUIRE(conflict.isValid());
    CHECK(conflict[Conflict::kind] == Conflict::State);
    CHECK(conflict[Conflict::theirsBy] == churn.bea);
    CHECK(churn.status(record) == ChurnCase::Recovered);
}

TEST_CASE("the same step made by two is made once and is no conflict")
{
    Churn churn(GUANXI_ON_BOTH);
    const Record record = churn.atRisk();
    REQUIRE(churn.step(churn.theirs, record, ChurnCase::Recover).status == PushStatus::Applied);
    CHECK(churn.step(churn.mine, record, ChurnCase::Recover).status == PushStatus::Applied);
    CHECK(churn.conflictsOf(record).isEmpty());
}
