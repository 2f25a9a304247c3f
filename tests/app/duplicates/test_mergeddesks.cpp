// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/conflicts/deskfixture.h"

#include "app/data/merged.h"
#include "app/views/generic/mergedialog.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using storage::test::must;

namespace {

/// One firm that was entered twice, both with what belongs to them; Ann and Bea see it all.
struct TwoFirms : test::DeskCompany {
    explicit TwoFirms(storage::Backend backend = storage::Backend::Sqlite)
        : DeskCompany(backend), kept(account(QStringLiteral("Baosteel"), annId)), gone(account(QStringLiteral("Bao Steel"), annId)),
          wang(contact(QStringLiteral("Wang"), gone)), visit(interaction(QStringLiteral("visit"), gone)), call(interaction(QStringLiteral("call"), kept))
    {
        settle();
    }

    Saved merge(test::MemoryDesk &desk, const Record &goes, const Record &stays)
    {
        MergePlan plan(desk.records());
        plan.prepare(goes.ref(), stays.ref());
        REQUIRE(waitFor([&] { return plan.isReady(); }));
        REQUIRE(plan.obstacle() == MergePlan::Obstacle::None);
        std::optional<Result<Saved>> saved;
        plan.perform(must(desk.records().load(stays.ref())), {}, &plan, [](qsizetype) { return true; }, [&](const Result<Saved> &result) { saved = result; });
        REQUIRE(waitFor([&] { return saved.has_value(); }));
        return must(*saved);
    }
    Uuid customerOf(const RecordRef &row) { return server.record(row).value(row.entity == Contact::entity ? Contact::account.id : Interaction::account.id).id(); }
    int openConflicts()
    {
        const QList<Record> conflicts = server.all(Conflict::entity);
        for (const Record &conflict : conflicts)
            UNSCOPED_INFO("conflict: kind " << conflict[Conflict::kind] << ' ' << conflict[Conflict::reason].toStdString());
        return int(std::count_if(conflicts.begin(), conflicts.end(), [](const Record &conflict) { return conflict[Conflict::state] == Conflict::Open && conflict[Conflict::kind] != Conflict::NearDuplicate; }));
    }
    RecordRef add(test::MemoryDesk &desk, const QString &name, const Record &account)
    {
        const Record contact = newContact(name, account);
        must(desk.records().save(contact));
        return contact.ref();
    }
    void undo(test::MemoryDesk &desk, const Uuid &action) { must(desk.records().undo(action)); }

    Record kept, gone, wang, visit, call;
};

} // namespace

TEST_CASE("Two records become one: all that belongs to the other moves, its id leads on, and undo takes everything back")
{
    TwoFirms world(GUANXI_ON_BOTH);
    const bool offline = GENERATE(false, true);
    if (offline)
        world.ann.cut();
    const Saved saved = world.merge(world.ann, world.gone, world.kept);
    // At once, also without the network.
    CHECK(must(world.ann.records().load(world.gone.ref())).isDeleted());
    CHECK(must(world.ann.records().load(world.wang.ref()))[Contact::account] == world.kept.id());
    CHECK(keptOf(world.ann.records(), world.gone.ref()) == world.kept.ref());
    world.meet();
    CHECK(world.now(world.gone).isDeleted());
    for (const Record &row : {world.wang, world.visit, world.call})
        CHECK(world.customerOf(row.ref()) == world.kept.id());
    CHECK(keptOf(world.bea.records(), world.gone.ref()) == world.kept.ref());
    CHECK(world.openConflicts() == 0);
    world.checkExact(world.ann);
    world.checkExact(world.bea);

    world.undo(world.ann, saved.action);
    world.meet();
    CHECK_FALSE(world.now(world.gone).isDeleted());
    CHECK(world.customerOf(world.wang.ref()) == world.gone.id());
    CHECK(world.customerOf(world.visit.ref()) == world.gone.id());
    CHECK(world.customerOf(world.call.ref()) == world.kept.id());
    CHECK(keptOf(world.bea.records(), world.gone.ref()) == world.gone.ref());
    CHECK(world.openConflicts() == 0);
    world.checkExact(world.bea);
}

TEST_CASE("What another desk, away meanwhile, says of the record that is gone ends up at the one that is kept")
{
    TwoFirms world(GUANXI_ON_BOTH);
    world.bea.cut();
    const RecordRef fresh = world.add(world.bea, QStringLiteral("Li"), world.gone);
    world.change(world.bea, world.visit.ref(), Interaction::summary.id, QStringLiteral("a long visit"));
    world.change(world.bea, world.call.ref(), Interaction::account.id, world.gone.id());
    world.merge(world.ann, world.gone, world.kept);
    world.settle();
    world.meet();
    for (const RecordRef &row : {fresh, world.visit.ref(), world.call.ref()})
        CHECK(world.customerOf(row) == world.kept.id());
    CHECK(world.now(world.visit)[Interaction::summary] == QStringLiteral("a long visit"));
    CHECK(world.openConflicts() == 0);
    CHECK(must(world.bea.records().load(fresh))[Contact::account] == world.kept.id());
    world.checkExact(world.ann);
    world.checkExact(world.bea);
}

TEST_CASE("What was added to the record that goes before the merge arrived is taken along, and back")
{
    TwoFirms world(GUANXI_ON_BOTH);
    world.ann.cut();
    const RecordRef unknown = world.add(world.bea, QStringLiteral("Li"), world.gone);
    world.settle();
    const Saved saved = world.merge(world.ann, world.gone, world.kept);
    world.meet();
    CHECK(world.customerOf(unknown) == world.kept.id());
    CHECK(must(world.ann.records().load(unknown))[Contact::account] == world.kept.id());
    world.undo(world.ann, saved.action);
    world.meet();
    CHECK(world.customerOf(unknown) == world.gone.id());
    CHECK(world.openConflicts() == 0);
    world.checkExact(world.bea);
}

TEST_CASE("A record that was changed by somebody else meanwhile does not go: the conflict desk has it")
{
    TwoFirms world(GUANXI_ON_BOTH);
    world.ann.cut();
    world.change(world.bea, world.gone.ref(), Account::shortName.id, QStringLiteral("theirs"));
    world.settle();
    world.merge(world.ann, world.gone, world.kept);
    world.meet();
    CHECK_FALSE(world.now(world.gone).isDeleted());
    CHECK(world.openConflicts() == 1);
}

TEST_CASE("A record merged into one that is merged in its turn is found at the last")
{
    TwoFirms world(GUANXI_ON_BOTH);
    const Record last = world.account(QStringLiteral("Baoshan Steel"), world.annId);
    world.settle();
    world.bea.cut();
    const RecordRef fresh = world.add(world.bea, QStringLiteral("Li"), world.gone);
    world.merge(world.ann, world.gone, world.kept);
    world.merge(world.ann, world.kept, last);
    world.settle();
    CHECK(keptOf(world.ann.records(), world.gone.ref()) == last.ref());
    world.meet();
    CHECK(world.customerOf(fresh) == last.id());
    CHECK(world.openConflicts() == 0);
}

TEST_CASE("Thousands of linked rows move as one action, which is taken back as one")
{
    TwoFirms world;
    QList<Record> many;
    for (int at = 0; at < 2'500; ++at) {
        Record row = world.ann.records().create(Interaction::entity);
        row.set(Interaction::summary, QString::number(at));
        row.set(Interaction::account, world.gone.id());
        many.append(row);
    }
    must(world.ann.records().saveAll(many, QStringLiteral("import")));
    world.settle();
    const Saved saved = world.merge(world.ann, world.gone, world.kept);
    world.settle();
    const auto at = [&](const Record &account) {
        return std::count_if(many.begin(), many.end(), [&](const Record &row) { return world.customerOf(row.ref()) == account.id(); });
    };
    CHECK(at(world.kept) == many.size());
    CHECK(world.ann.records().lastUndoable() == saved.action);
    world.undo(world.ann, saved.action);
    world.settle();
    CHECK(at(world.gone) == many.size());
    CHECK_FALSE(world.now(world.gone).isDeleted());
    CHECK(world.openConflicts() == 0);
}

TEST_CASE("Nobody leads other people's rows astray by a note about records he may not merge")
{
    TwoFirms world(GUANXI_ON_BOTH);
    const Record theirs = world.account(QStringLiteral("Wuhan Steel"), world.beaId, world.west);
    const RecordRef contact = world.contact(QStringLiteral("Zhao"), theirs).ref();
    world.settle();
    Record note(world.server.catalogue().at(DuplicateCandidate::entity), world.ids.next());
    const bool lives = GENERATE(true, false);
    note.set(DuplicateCandidate::recordA, lives ? world.gone.ref() : theirs.ref());
    note.set(DuplicateCandidate::recordB, world.kept.ref());
    note.set(DuplicateCandidate::state, qint64(DuplicateCandidate::Merged));
    RecordChange change = insertionOf(note);
    QList<RecordChange> changes{change};
    if (!lives)
        changes.prepend({ChangeKind::Delete, theirs.ref(), theirs.rev(), {}});
    ChangeSet set;
    world.ann.cut();
    set.replica = world.ann.outbox().identity().replica;
    set.user = world.ann.user();
    set.at = world.clock.wallMs();
    set.action = world.ids.next();
    set.name = QStringLiteral("merge");
    set.changes = changes;
    REQUIRE(world.ann.outbox().append(set).ok());
    world.meet();
    CHECK(world.server.all(DuplicateCandidate::entity).isEmpty());
    CHECK_FALSE(world.now(theirs).isDeleted());
    CHECK(world.customerOf(contact) == theirs.id());
    CHECK(world.customerOf(world.wang.ref()) == world.gone.id());
}

TEST_CASE("A note about a merge is not turned into one about other records")
{
    TwoFirms world;
    const Record theirs = world.account(QStringLiteral("Wuhan Steel"), world.beaId, world.west);
    world.settle();
    world.merge(world.ann, world.gone, world.kept);
    must(world.bea.records().remove({theirs.ref()}));
    world.settle();
    const QList<Record> notes = world.server.all(DuplicateCandidate::entity);
    REQUIRE(notes.size() == 1);
    world.change(world.ann, notes.first().ref(), DuplicateCandidate::recordA.id, theirs.ref());
    world.settle();
    CHECK(world.server.all(DuplicateCandidate::entity).first()[DuplicateCandidate::recordA] == world.gone.ref());
    CHECK(world.openConflicts() == 1);
}

TEST_CASE("Of two that were said to be different the server does not tell either")
{
    TwoFirms world;
    const bool said = GENERATE(true, false);
    if (said) {
        Record note = world.ann.records().create(DuplicateCandidate::entity);
        note.set(DuplicateCandidate::recordA, world.gone.ref());
        note.set(DuplicateCandidate::recordB, world.kept.ref());
        note.set(DuplicateCandidate::state, qint64(DuplicateCandidate::Different));
        must(world.ann.records().save(note));
        world.settle();
    }
    for (const Record &account : {world.gone, world.kept})
        world.change(world.ann, account.ref(), Account::email.id, QStringLiteral("office@baosteel.example"));
    world.settle();
    CHECK(world.conflictsOf(world.kept).size() == (said ? 0 : 1));
}
