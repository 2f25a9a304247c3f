// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a record is on each desk that may see it, by the rights of its user, without the network.
#include "deskcompany.h"

#include "common/model/catalogue/dictionaries.h"
#include "common/model/codec.h"
#include "common/storage/statement.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using app::HistoryEntry;
using storage::test::must;

namespace {

QList<HistoryEntry> historyAt(MemoryDesk &desk, const Record &record) { return must(desk.records().history(record.ref())); }

/// What people did, without what the server wrote in consequence (the number of a new record).
QList<HistoryEntry> deedsAt(MemoryDesk &desk, const Record &record)
{
    QList<HistoryEntry> deeds = historyAt(desk, record);
    deeds.removeIf([](const HistoryEntry &entry) { return entry.causedBy != 0; });
    return deeds;
}

/// The desk's database holds no word of the record's past.
bool holdsNothing(MemoryDesk &desk, const Record &record)
{
    storage::Statement count(desk.cache().database(), "SELECT count(*) FROM history_record WHERE record = ?");
    return must(count.bindAll(record.id()).single()) == 0;
}

QStringList namesOf(const QList<HistoryEntry> &entries)
{
    QStringList names;
    for (const HistoryEntry &entry : entries)
        names.append(entry.name);
    return names;
}

/// The record without what every commit moves.
Record essence(Record record)
{
    record.setRev(0);
    for (FieldId field : {system::UpdatedAt, system::UpdatedBy})
        record.setValue(field, {});
    return record;
}

} // namespace

TEST_CASE("what others did to a record is told on each desk: what, who, when and on which computer, also without network")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Record account = company.make(company.ann, QStringLiteral("Baosteel"));
    company.settle();
    company.clock.advance(60'000);
    const qint64 when = company.clock.wallMs();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("Bao"));
    company.settle();
    company.ann.cut();
    const QList<HistoryEntry> history = historyAt(company.ann, account);
    REQUIRE(history.size() >= 1);
    const HistoryEntry &change = history.first();
    CHECK(change.user == company.beaId);
    CHECK(change.device == QLatin1String("bea"));
    CHECK(std::abs(change.at - when) < 10'000);
    REQUIRE(change.change.field(Account::shortName.id));
    CHECK(change.change.field(Account::shortName.id)->value == Value(QStringLiteral("Bao")));
    CHECK(history.last().change.kind == ChangeKind::Insert);
    CHECK(history.last().user == company.annId);
    CHECK(reachesBack(must(company.ann.records().load(account.ref())), history));
    // Not sent yet: it stands above what the server knows.
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("Steel"));
    CHECK(historyAt(company.ann, account).first().rev == 0);
    CHECK(historyAt(company.ann, account).size() == history.size() + 1);
    company.meet();
    CHECK(historyAt(company.ann, account).size() == history.size() + 1);
    CHECK(historyAt(company.ann, account).first().rev > 0);
    CHECK(namesOf(historyAt(company.bea, account)) == namesOf(historyAt(company.ann, account)));
}

TEST_CASE("a record stands at every past moment as it was shown then")
{
    DeskCompany company(GUANXI_ON_BOTH);
    SeededRandom chance(GENERATE(1, 2, 3));
    Record account = company.make(company.ann, QStringLiteral("Baosteel"));
    company.settle();
    QList<std::pair<qint64, Record>> seen;
    const TextField fields[] = {Account::shortName, Account::website, Account::remark, Account::address};
    for (int round = 0; round < 20; ++round) {
        MemoryDesk &desk = chance.below(2) == 0 ? company.ann : company.bea;
        if (chance.below(5) == 0)
            company.ann.cut();
        const bool deleted = must(desk.records().load(account.ref())).isDeleted();
        if (deleted)
            must(desk.records().restore({account.ref()}));
        else if (chance.below(6) == 0)
            must(desk.records().remove({account.ref()}));
        else
            company.change(desk, account.ref(), fields[chance.below(4)].id, QString::number(chance.below(1000)));
        company.meet();
        seen.append({company.clock.wallMs(), essence(must(company.bea.records().load(account.ref())))});
        company.clock.advance(60'000);
    }
    for (MemoryDesk *desk : {&company.ann, &company.bea}) {
        const Record now = must(desk->records().load(account.ref()));
        const QList<HistoryEntry> history = historyAt(*desk, account);
        for (const auto &[at, shown] : seen) {
            const std::optional<Record> then = stateBefore(now, history, countAfter(history, at));
            REQUIRE(then);
            CHECK(encodeRecord(essence(*then)) == encodeRecord(shown));
        }
        CHECK_FALSE(stateBefore(now, history, history.size()));
    }
}

TEST_CASE("the past of a record comes and goes with it")
{
    DeskCompany company(GUANXI_ON_BOTH);
    Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.clock.advance(60'000);
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("Bao"));
    company.settle();
    REQUIRE_FALSE(holdsNothing(company.ann, account));
    const auto moveTo = [&](const Uuid &owner) {
        Record moved = company.server.record(account.ref());
        moved.setValue(system::Owner, owner);
        moved.set(Account::accountManager, owner);
        company.server.update(moved);
        company.settle();
    };
    moveTo(company.beaId);
    CHECK(holdsNothing(company.ann, account));
    const bool meanwhileAway = GENERATE(false, true);
    if (meanwhileAway)
        company.ann.cut();
    moveTo(company.annId);
    company.meet();
    const QList<HistoryEntry> history = deedsAt(company.ann, account);
    CHECK(history.size() == 4); // made, Bea's change, there and back
    CHECK(namesOf(history) == namesOf(deedsAt(company.bea, account)));
}

TEST_CASE("a desk that begins is told the past of what it may see")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Record changed = company.account(QStringLiteral("Baosteel"), company.annId);
    const Record untouched = company.account(QStringLiteral("Ansteel"), company.annId);
    company.settle();
    company.clock.advance(60'000);
    company.change(company.ann, changed.ref(), Account::shortName.id, QStringLiteral("Bao"));
    company.settle();
    company.bea.loseCache();
    company.meet();
    CHECK(deedsAt(company.bea, changed).size() == 2);
    // That it was made, when and by whom stands in the row itself.
    CHECK(holdsNothing(company.bea, untouched));
    CHECK(reachesBack(must(company.bea.records().load(untouched.ref())), historyAt(company.bea, untouched)));
}

TEST_CASE("the past of a field follows the right to the field")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.clock.advance(60'000);
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("secret"));
    company.settle();
    const auto told = [&] {
        for (const HistoryEntry &entry : historyAt(company.bea, account))
            if (entry.change.field(Account::shortName.id))
                return true;
        return false;
    };
    REQUIRE(told());
    company.server.hideField(company.all, Account::entity, Account::shortName.id, FieldRight::Hidden);
    company.settle();
    CHECK_FALSE(told());
    CHECK(deedsAt(company.bea, account).size() == 2); // that something happened is no secret
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("other"));
    company.settle();
    CHECK_FALSE(told());
    Record rule = company.server.all(FieldRule::entity).last();
    rule.set(FieldRule::right, qint64(FieldRight::Write));
    company.server.update(rule);
    company.settle();
    CHECK(told());
}

TEST_CASE("who may change a record takes back what somebody else did to it, and who may not does not")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.clock.advance(60'000);
    const app::Saved saved = company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("wrong"));
    company.settle();
    SECTION("with the right")
    {
        must(company.bea.records().undo(saved.action));
        company.settle();
        CHECK(company.now(account)[Account::shortName].isEmpty());
        CHECK(company.server.all(Conflict::entity).isEmpty());
    }
    SECTION("without it")
    {
        company.server.hideField(company.all, Account::entity, Account::shortName.id, FieldRight::Read);
        company.settle();
        CHECK(must(company.bea.records().undo(saved.action)).seq == 0); // nothing of it is hers to change
        company.settle();
        CHECK(company.now(account)[Account::shortName] == QLatin1String("wrong"));
    }
    SECTION("after somebody wrote over it")
    {
        company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("right"));
        company.bea.cut();
        company.settle();
        must(company.bea.records().undo(saved.action));
        company.meet();
        CHECK(company.now(account)[Account::shortName] == QLatin1String("right"));
        CHECK(company.conflictsOf(account).size() == 1);
    }
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("taking back what somebody else did needs no right to what the server made of it")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Uuid talks = company.server.addRole(QStringLiteral("talks"), {{ids::User, Reach::All}, {ids::Department, Reach::All}, {Account::entity, Reach::All}}, false);
    company.server.allow(talks, Interaction::entity, Reach::All, true);
    const Uuid carl = company.user(QStringLiteral("carl"), company.west, talks);
    MemoryDesk desk(company.server, QStringLiteral("carl"), carl, company.clock, company.random);
    desk.connectToServer();
    const auto settled = [&] { settle(company.server, {&company.ann, &company.bea, &desk}, company.clock, 120); };
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    settled();
    Record talk = company.ann.records().create(Interaction::entity);
    talk.set(Interaction::summary, QStringLiteral("wrong"));
    talk.set(Interaction::account, account.id());
    talk.set(Interaction::channel, dictionaryItemId(QStringLiteral("channel"), QStringLiteral("phone")));
    const app::Saved saved = must(company.ann.records().save(talk));
    settled();
    REQUIRE(!company.now(account).isNull(Account::lastInteractionAt));
    must(desk.records().undo(saved.action));
    settled();
    CHECK(company.now(talk).isDeleted());
    CHECK(company.now(account).isNull(Account::lastInteractionAt));
    CHECK(company.server.all(Conflict::entity).isEmpty());
}

TEST_CASE("Ctrl+Z goes back over a restart of the program, but not twice over one action nor into another day")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.clock.advance(60'000);
    const app::Saved first = company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("one"));
    const app::Saved second = company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("two"));
    company.settle();
    must(company.ann.records().undo(second.action));
    company.settle();
    company.ann.crash();
    company.meet();
    CHECK(company.ann.records().lastUndoable() == first.action);
    company.clock.advance(13 * 3'600'000LL);
    company.ann.crash();
    company.meet();
    CHECK(company.ann.records().lastUndoable().isNull());
    must(company.ann.records().undo(first.action)); // from the list of what was done
    company.settle();
    CHECK(company.now(account)[Account::shortName].isEmpty());
}

TEST_CASE("what is too old to be kept on a desk is asked of the server, down to the making of the record")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    for (int i = 0; i < 30; ++i) {
        company.clock.advance(60'000);
        company.change(company.ann, account.ref(), Account::shortName.id, QString::number(i));
        company.settle();
    }
    company.bea.loseCache();
    company.meet();
    QList<HistoryEntry> history = historyAt(company.bea, account);
    const Record now = must(company.bea.records().load(account.ref()));
    REQUIRE_FALSE(reachesBack(now, history));
    QObject context;
    company.bea.records().olderHistory(account.ref(), history.last().rev, &context,
                                       [&](const Result<QList<HistoryEntry>> &older) { history.append(must(older)); });
    company.settle();
    REQUIRE(reachesBack(now, history));
    CHECK(namesOf(history) == namesOf(historyAt(company.ann, account)));
    CHECK((*stateBefore(now, history, countAfter(history, history.first().at - 10 * 60'000)))[Account::shortName] == QLatin1String("19"));
    company.bea.cut();
    bool refused = false;
    company.bea.records().olderHistory(account.ref(), 1, &context,
                                       [&](const Result<QList<HistoryEntry>> &older) { refused = older.error().code == ErrorCode::Disconnected; });
    CHECK(refused);
}

TEST_CASE("what happened to all records before is asked of the server, as far as one may see it")
{
    DeskCompany company(GUANXI_ON_BOTH);
    QList<Record> accounts;
    for (int i = 0; i < 5; ++i)
        accounts.append(company.account(QString::number(i), i < 3 ? company.annId : company.beaId, i < 3 ? company.east : company.west));
    company.meet();
    for (const Record &account : std::as_const(accounts)) {
        company.clock.advance(60'000);
        company.change(company.bea, account.ref(), Account::phone.id, QStringLiteral("021-61111111"));
        company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("s"));
        company.settle();
    }
    const auto askedBy = [&](MemoryDesk &desk, app::RecentQuestion question) {
        QList<HistoryEntry> all;
        QObject context;
        question.limit = 4;
        question.entities = {Account::entity};
        bool more = true;
        for (qint64 before = 0; more;) {
            std::optional<app::RecentChanges> page;
            desk.records().olderChanges(question, before, &context, [&](const Result<app::RecentChanges> &older) { page = must(older); });
            company.settle();
            REQUIRE(page);
            for (const HistoryEntry &entry : page->entries)
                CHECK((before == 0 || entry.rev < before));
            all += page->entries;
            more = page->more;
            before = page->reached;
        }
        return all;
    };
    const auto changesOf = [](const QList<HistoryEntry> &entries, const Record &record) {
        return std::count_if(entries.begin(), entries.end(), [&](const HistoryEntry &entry) { return entry.change.record == record.ref(); });
    };
    const QList<HistoryEntry> seenByBea = askedBy(company.bea, {});
    CHECK(std::is_sorted(seenByBea.begin(), seenByBea.end(), [](const HistoryEntry &a, const HistoryEntry &b) { return a.rev > b.rev; }));
    for (const Record &account : std::as_const(accounts)) {
        CHECK(changesOf(seenByBea, account) >= 3); // its making, too
        CHECK(seenByBea.last().change.kind == ChangeKind::Insert);
        CHECK(seenByBea.last().change.fields.isEmpty());
    }
    const QList<HistoryEntry> seenByAnn = askedBy(company.ann, {});
    CHECK(changesOf(seenByAnn, accounts[0]) >= 3);
    CHECK(changesOf(seenByAnn, accounts[4]) == 0);
    app::RecentQuestion hers;
    hers.user = company.annId;
    CHECK(askedBy(company.bea, hers).isEmpty());
    app::RecentQuestion lately;
    lately.since = company.clock.wallMs() - 90'000;
    const QList<HistoryEntry> newest = askedBy(company.bea, lately);
    CHECK(changesOf(newest, accounts[4]) == 2);
    CHECK(changesOf(newest, accounts[1]) == 0);
    company.server.hideField(company.own, Account::entity, Account::phone.id, FieldRight::Hidden);
    company.settle();
    for (const HistoryEntry &entry : askedBy(company.ann, {}))
        CHECK_FALSE(entry.change.field(Account::phone.id));
    company.ann.cut();
    bool refused = false;
    QObject context;
    company.ann.records().olderChanges({}, 0, &context, [&](const Result<app::RecentChanges> &older) { refused = older.error().code == ErrorCode::Disconnected; });
    CHECK(refused);
}

TEST_CASE("a past that is too much for a message holds nothing up: it is left out whole, and asked for")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    for (int i = 0; i < 12; ++i) {
        company.clock.advance(60'000);
        company.change(company.ann, account.ref(), Account::remark.id, QString(60'000, QChar(u'a' + i)));
        company.settle();
    }
    CHECK(company.shown(company.bea, account.ref(), Account::remark) == QString(60'000, u'l'));
    // What lies here has no gap: either nothing, or all from the newest on.
    const Record now = must(company.bea.records().load(account.ref()));
    const QList<HistoryEntry> here = historyAt(company.bea, account);
    CHECK((here.isEmpty() || here.first().rev == now.rev()));
    company.bea.loseCache();
    company.meet();
    CHECK(company.shown(company.bea, account.ref(), Account::remark) == QString(60'000, u'l'));
    // Asked for as often as there is more.
    QList<HistoryEntry> history;
    QObject context;
    for (int questions = 0; questions < 20 && !reachesBack(now, history); ++questions) {
        company.bea.records().olderHistory(account.ref(), history.isEmpty() ? 0 : history.last().rev, &context,
                                           [&](const Result<QList<HistoryEntry>> &older) { history.append(must(older)); });
        company.settle();
    }
    CHECK(reachesBack(now, history));
    CHECK((*stateBefore(now, history, 1))[Account::remark] == QString(60'000, u'k'));
}

TEST_CASE("a desk that missed more than is told at once of a record holds no past with a gap")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("before"));
    company.settle();
    REQUIRE_FALSE(historyAt(company.bea, account).isEmpty());
    company.bea.cut();
    for (int i = 0; i < 120; ++i)
        company.change(company.ann, account.ref(), Account::shortName.id, QString::number(i));
    company.meet();
    CHECK(holdsNothing(company.bea, account));
    company.checkExact(company.bea);
}
