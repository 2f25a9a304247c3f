// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcompany.h"

#include "common/model/codec.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using app::OutboxState;

namespace {

ChangeSet setOf(LocalCompany &company, const QString &value = QStringLiteral("v"))
{
    ChangeSet set;
    set.replica = company.outbox->identity().replica;
    set.user = company.me;
    set.action = company.ids.next();
    set.name = QStringLiteral("save");
    set.changes = {{ChangeKind::Update, {Account::entity, company.ids.next()}, 1, {{Account::name.id, Value(), Value(value), 1}}}};
    return set;
}

void append(LocalCompany &company, int count, const QString &value = QStringLiteral("v"))
{
    for (int i = 0; i < count; ++i) {
        ChangeSet set = setOf(company, value);
        must(company.outbox->append(set));
    }
}

} // namespace

TEST_CASE("what was appended is there after a crash, in order and without gaps")
{
    LocalCompany company;
    QList<ChangeSet> sets;
    for (int i = 0; i < 5; ++i) {
        sets.append(setOf(company));
        must(company.outbox->append(sets.last()));
        CHECK(sets.last().seq == i + 1);
    }
    const app::ReplicaIdentity identity = company.outbox->identity();
    company.reopen();
    CHECK(company.outbox->identity() == identity);
    CHECK(company.outbox->unsent() == 5);
    CHECK(company.outbox->firstUnsent() == 1);
    const QList<app::OutboxEntry> entries = must(company.outbox->after(0));
    REQUIRE(entries.size() == 5);
    for (int i = 0; i < 5; ++i)
        CHECK(entries[i].set == sets[i]);
    append(company, 1);
    CHECK(company.outbox->lastSeq() == 6);
}

TEST_CASE("an answer changes the state and nothing else; a second answer changes nothing")
{
    LocalCompany company;
    append(company, 3);
    const ChangeSet set = must(company.outbox->entry(2)).set;
    const Uuid conflict = company.ids.next();
    must(company.outbox->settle({{1, OutboxState::Applied, 7, {}, {}}}));
    must(company.outbox->settle({{2, OutboxState::Parked, 0, {ErrorCode::NotUnique, {QStringLiteral("tax_number")}}, {conflict}}}));
    must(company.outbox->settle({{2, OutboxState::Applied, 9, {}, {}}}));
    CHECK(company.outbox->unsent() == 1);
    CHECK(company.outbox->parked() == 1);
    CHECK(company.outbox->firstUnsent() == 3);
    company.reopen();
    const app::OutboxEntry entry = must(company.outbox->entry(2));
    CHECK(entry.set == set);
    CHECK(entry.state == OutboxState::Parked);
    CHECK(entry.reason == Error{ErrorCode::NotUnique, {QStringLiteral("tax_number")}});
    CHECK(entry.conflicts == QList<Uuid>{conflict});
    CHECK(must(company.outbox->entry(1)).rev == 7);
    CHECK(company.outbox->entry(9).error().code == ErrorCode::NotFound);
    CHECK(must(company.outbox->entries(OutboxState::Parked, 10)).size() == 1);
    CHECK(must(company.outbox->entries({}, 2)).first().set.seq == 3);
}

TEST_CASE("what is sent next is limited by number and bytes, but is at least one")
{
    LocalCompany company;
    append(company, 10, QString(1000, u'x'));
    CHECK(must(company.outbox->pending(0, 4, 1'000'000)).size() == 4);
    CHECK(must(company.outbox->pending(0, 100, 2500)).size() == 3);
    CHECK(must(company.outbox->pending(0, 100, 1)).size() == 1);
    CHECK(must(company.outbox->pending(8, 100, 1'000'000)).first().seq == 9);
    must(company.outbox->settle({{9, OutboxState::Applied, 1, {}, {}}}));
    const auto pending = must(company.outbox->pending(8, 100, 1'000'000));
    REQUIRE(pending.size() == 1);
    CHECK(must(decodeChangeSet(pending.first().bytes)).seq == 10);
}

TEST_CASE("what a restored server lacks is unsent again, what it has is not")
{
    LocalCompany company;
    append(company, 4);
    for (qint64 seq : {1, 2, 3})
        must(company.outbox->settle({{seq, seq == 2 ? OutboxState::Parked : OutboxState::Applied, seq, {}, {}}}));
    must(company.outbox->reopenAfter(1));
    CHECK(company.outbox->unsent() == 3);
    CHECK(company.outbox->firstUnsent() == 2);
    CHECK(company.outbox->parked() == 0);
    CHECK(must(company.outbox->entry(1)).state == OutboxState::Applied);
}

TEST_CASE("what its author withdrew stays withdrawn when the server is restored a second time")
{
    LocalCompany company;
    append(company, 2);
    must(company.outbox->settle({{1, OutboxState::Applied, 7, {}, {}}, {2, OutboxState::Parked, 0, {}, {}}}));
    must(company.outbox->close(2));
    must(company.outbox->reopenAfter(0));
    // Sent again, the second had no effect: its answer names no revision.
    must(company.outbox->settle({{1, OutboxState::Applied, 107, {}, {}}, {2, OutboxState::Known, 0, {}, {}}}));
    CHECK(must(company.outbox->takenAfter(0)).size() == 1);
    must(company.outbox->reopenAfter(0));
    const auto pending = must(company.outbox->pending(0, 10, 1'000'000));
    REQUIRE(pending.size() == 2);
    CHECK(pending[0].before->rev == 107);
    CHECK_FALSE(pending[0].before->withdrawn);
    CHECK(pending[1].before->withdrawn);
}

TEST_CASE("an action in parts is found as one")
{
    LocalCompany company;
    ChangeSet first = setOf(company);
    ChangeSet second = setOf(company);
    second.action = first.action;
    must(company.outbox->append(first));
    append(company, 1);
    must(company.outbox->append(second));
    const QList<app::OutboxEntry> parts = must(company.outbox->action(first.action));
    REQUIRE(parts.size() == 2);
    CHECK(parts[1].set == second);
}

TEST_CASE("settings of the outbox are kept and replaced")
{
    LocalCompany company;
    must(company.outbox->setValue(QStringLiteral("draft"), "one"));
    must(company.outbox->setValue(QStringLiteral("draft"), "two"));
    company.reopen();
    CHECK(must(company.outbox->value(QStringLiteral("draft"))) == "two");
    CHECK(must(company.outbox->value(QStringLiteral("other"))).isEmpty());
}
