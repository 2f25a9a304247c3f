// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/codec.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;
using storage::test::must;

namespace {

constexpr const char *Canary = "kanarienvogel";
const QString canary = QString::fromLatin1(Canary);

/// Ann sees her own customers, in a company where Bea has a secret one.
struct Secret : SmallCompany {
    explicit Secret(storage::Backend backend) : SmallCompany(backend)
    {
        Record record = newAccount(canary, bea);
        record.set(Account::status, qint64(Account::Potential));
        record.set(Account::website, QStringLiteral("https://%1.cn").arg(canary));
        record.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
        server.insert(record);
        account = now(record);
        person = contact(canary, account);
        talk = interaction(canary, account);
    }
    bool leaked(const WireClient &peer) const { return peer.heard().contains(Canary); }
    bool named(const WireClient &peer) const { return peer.heard().contains(account.id().bytes()); }

    Uuid ann = user(QStringLiteral("ann"), east, own);
    Uuid bea = user(QStringLiteral("bea"), west, own);
    WireClient client{server, QStringLiteral("ann"), ann, clock};
    Record account;
    Record person;
    Record talk;
};

/// Mallory sees every customer, but no website and no tax number.
struct Blinded : SmallCompany {
    explicit Blinded(storage::Backend backend) : SmallCompany(backend)
    {
        server.hideField(all, Account::entity, Account::website.id, FieldRight::Hidden);
        server.hideField(all, Account::entity, Account::taxNumber.id, FieldRight::Hidden);
        Record record = newAccount(QStringLiteral("Baosteel"), ann);
        record.set(Account::status, qint64(Account::Potential));
        record.set(Account::website, QStringLiteral("https://%1.cn").arg(canary));
        server.insert(record);
        account = now(record);
    }
    bool leaked(const WireClient &peer) const { return peer.heard().contains(Canary); }

    Uuid ann = user(QStringLiteral("ann"), east, own);
    Uuid mallory = user(QStringLiteral("mallory"), west, all);
    WireClient author{server, QStringLiteral("ann"), ann, clock};
    WireClient client{server, QStringLiteral("mallory"), mallory, clock};
    Record account;
};

QList<Stream> inventedStreams(const SmallCompany &company, const Uuid &other)
{
    QList<Stream> streams;
    for (EntityId entity : {Account::entity, Contact::entity, Interaction::entity, Conflict::entity})
        for (const ScopeKey &scope : {ScopeKey{entity, ScopeKind::All, {}}, ScopeKey{entity, ScopeKind::Owner, other},
                                      ScopeKey{entity, ScopeKind::Department, company.west}, ScopeKey{entity, ScopeKind::Share, everybody()}})
            streams.append({scope, {}, 0});
    return streams;
}

} // namespace

TEST_CASE("invented scopes and streams bring neither a row nor the name of one")
{
    Secret secret(GUANXI_ON_BOTH);
    const QList<Stream> invented = inventedStreams(secret, secret.bea);
    Pull pull;
    pull.rightsVersion = secret.client.rightsVersion();
    pull.loads = invented;
    secret.client.send(pull);
    pull.loads.clear();
    pull.drops = invented;
    secret.client.send(pull);
    pull.cursor = Cursor(1);
    pull.loads = invented;
    secret.client.send(pull);
    CHECK(secret.client.take<Page>().size() == 3);
    CHECK_FALSE(secret.leaked(secret.client));
    CHECK_FALSE(secret.named(secret.client));
}

TEST_CASE("a pull made for other rights brings the rights of now, and no page")
{
    Secret secret(GUANXI_ON_BOTH);
    secret.client.send(Pull{secret.client.rightsVersion() + 1, {}, {}, {}, 65536});
    CHECK(secret.client.take<Page>().isEmpty());
    CHECK(secret.client.take<RightsChanged>().size() == 1);
}

TEST_CASE("history and reveal of a record one may not see answer as if it were not there")
{
    Secret secret(GUANXI_ON_BOTH);
    const RecordRef missing{Account::entity, secret.ids.next()};
    for (const RecordRef &ref : {secret.account.ref(), secret.person.ref(), secret.talk.ref(), missing}) {
        secret.client.send(History{1, ref, 0, 100});
        secret.client.send(Reveal{2, ref, Account::name.id});
    }
    const QList<ErrorMessage> errors = secret.client.take<ErrorMessage>();
    REQUIRE(errors.size() == 8);
    // Nor is it told of by what happened to all records.
    secret.client.send(History{3, {Account::entity, {}}, 0, 200});
    const HistoryPage all = secret.client.take<HistoryPage>().value(0);
    CHECK(all.reached > 0);
    for (const HistoryEntry &entry : all.entries) {
        const ChangeSet told = must(decodeChangeSet(entry.body));
        for (const RecordChange &change : told.changes)
            CHECK((change.record != secret.account.ref() && change.record != secret.person.ref() && change.record != secret.talk.ref()));
    }
    for (const ErrorMessage &error : errors) {
        CHECK(error.code == ErrorCode::NotFound);
        CHECK(error.args.isEmpty());
    }
    CHECK_FALSE(secret.leaked(secret.client));
}

TEST_CASE("a push about a hidden record reads nothing back, neither in the answer nor in its conflict")
{
    Secret secret(GUANXI_ON_BOTH);
    RecordChange guess{ChangeKind::Update, secret.account.ref(), 0, {{Account::name.id, Value(QStringLiteral("guess")), Value(QStringLiteral("mine")), 0}}};
    CHECK(secret.client.push({guess}).status == PushStatus::Parked);
    CHECK(secret.client.push({guess}, true).status == PushStatus::Parked);
    CHECK(secret.client.push({{ChangeKind::Delete, secret.account.ref(), 0, {}}}).status == PushStatus::Parked);
    CHECK(secret.client.push({{ChangeKind::Restore, secret.account.ref(), 0, {}}}).status == PushStatus::Parked);
    secret.client.push({insertionOf(secret.newContact(QStringLiteral("Wang"), secret.account))});
    for (const auto &row : secret.client.pullAll()) {
        secret.client.send(History{1, row.ref(), 0, 100});
        for (const Field &field : row.entity().fields())
            secret.client.send(Reveal{2, row.ref(), field.id});
    }
    CHECK_FALSE(secret.leaked(secret.client));
    CHECK_FALSE(secret.now(secret.account).isDeleted());
}

TEST_CASE("inserting a hidden record anew does not tell right guesses of its values from wrong ones")
{
    Secret secret(GUANXI_ON_BOTH);
    const auto attempt = [&](const QString &name) {
        return secret.client.push({{ChangeKind::Insert, secret.account.ref(), 0, {{Account::name.id, Value(), Value(name), 0}}}});
    };
    const PushResult right = attempt(canary);
    const PushResult wrong = attempt(QStringLiteral("guess"));
    CHECK(right.status == wrong.status);
    CHECK(right.code == wrong.code);
}

TEST_CASE("the right to edit without the right to see does not read values through conflicts")
{
    Secret secret(GUANXI_ON_BOTH);
    const Uuid editor = secret.server.addRole(QStringLiteral("editor"), {}, false);
    Record rule(secret.server.catalogue().at(AccessRule::entity), secret.ids.next());
    rule.set(AccessRule::role, editor);
    rule.set(AccessRule::object, QStringLiteral("account"));
    rule.set(AccessRule::action, qint64(Action::Edit));
    rule.set(AccessRule::scope, qint64(Reach::All));
    secret.server.insert(rule);
    secret.server.grant(secret.ann, editor);
    secret.client.push({{ChangeKind::Update, secret.account.ref(), 0, {{Account::name.id, Value(QStringLiteral("guess")), Value(QStringLiteral("mine")), 0}}}}, true);
    secret.client.pullAll();
    CHECK_FALSE(secret.leaked(secret.client));
}

TEST_CASE("a field one may not see comes with no page and no live commit")
{
    Blinded blinded(GUANXI_ON_BOTH);
    const auto rows = blinded.client.pullAll();
    REQUIRE(rows.contains(blinded.account.ref()));
    CHECK(rows[blinded.account.ref()].value(Account::website.id).isNull());
    blinded.author.push({edit(blinded.account, Account::website.id, QStringLiteral("https://new.%1.cn").arg(canary))});
    blinded.client.send(Ping{1});
    CHECK(blinded.client.take<Live>().size() == 1);
    CHECK_FALSE(blinded.leaked(blinded.client));
}

TEST_CASE("a field one may not see is neither revealed nor in the history")
{
    Blinded blinded(GUANXI_ON_BOTH);
    blinded.author.push({edit(blinded.account, Account::website.id, QStringLiteral("https://new.%1.cn").arg(canary))});
    blinded.client.send(Reveal{1, blinded.account.ref(), Account::website.id});
    CHECK(blinded.client.take<ErrorMessage>().value(0).code == ErrorCode::NotAllowed);
    blinded.client.send(History{2, blinded.account.ref(), 0, 100});
    CHECK(blinded.client.take<HistoryPage>().value(0).entries.size() == 3);
    blinded.client.send(History{3, {Account::entity, {}}, 0, 200});
    CHECK_FALSE(blinded.client.take<HistoryPage>().value(0).entries.isEmpty());
    CHECK_FALSE(blinded.leaked(blinded.client));
}

TEST_CASE("a push to a field one may not see reads nothing back")
{
    Blinded blinded(GUANXI_ON_BOTH);
    for (bool strict : {false, true}) {
        RecordChange guess{ChangeKind::Update, blinded.account.ref(), 0, {{Account::website.id, std::nullopt, Value(QStringLiteral("https://guess.cn")), 0}}};
        CHECK(blinded.client.push({guess}, strict).status == PushStatus::Parked);
    }
    blinded.client.pullAll();
    CHECK_FALSE(blinded.leaked(blinded.client));
}

TEST_CASE("conflicts of others show no field one may not see: not pulled, not live, not revealed, not in their history")
{
    Blinded blinded(GUANXI_ON_BOTH);
    const Uuid cat = blinded.user(QStringLiteral("cat"), blinded.east, blinded.own);
    WireClient second(blinded.server, QStringLiteral("ann"), blinded.ann, blinded.clock);
    blinded.client.pullAll();
    second.push({edit(blinded.account, Account::website.id, QStringLiteral("https://a.%1.cn").arg(canary))});
    blinded.author.push({edit(blinded.account, Account::website.id, QStringLiteral("https://b.%1.cn").arg(canary))});
    // Parked whole, with the value in the parked change set and in the reason.
    Record taken = blinded.newAccount(QStringLiteral("First"), cat);
    taken.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    blinded.server.insert(taken);
    blinded.author.push({edit(blinded.now(blinded.account), Account::taxNumber.id, taken[Account::taxNumber])});
    const QList<Record> conflicts = blinded.conflictsOf(blinded.account);
    REQUIRE(conflicts.size() == 2);
    const auto rows = blinded.client.pullAll();
    for (const Record &conflict : conflicts) {
        REQUIRE(rows.contains(conflict.ref()));
        CHECK(rows[conflict.ref()].value(Conflict::theirs.id).isNull());
        CHECK(rows[conflict.ref()].value(Conflict::parked.id).isNull());
        blinded.client.send(History{1, conflict.ref(), 0, 100});
        for (const TextField &field : {Conflict::base, Conflict::mine, Conflict::theirs, Conflict::parked, Conflict::reason})
            blinded.client.send(Reveal{2, conflict.ref(), field.id});
    }
    for (const Revealed &revealed : blinded.client.take<Revealed>())
        CHECK_FALSE(revealed.value.text().contains(canary));
    CHECK_FALSE(blinded.leaked(blinded.client));
    CHECK_FALSE(blinded.client.heard().contains("91310000MA1FL5XK7Q"));
    CHECK_FALSE(blinded.client.heard().contains("changeset"));
    // The author sees his own.
    CHECK(blinded.author.pullAll()[conflicts[1].ref()][Conflict::reason] == conflicts[1][Conflict::reason]);
}

TEST_CASE("a change set in another's name or replica ends the connection and does nothing")
{
    Secret secret(GUANXI_ON_BOTH);
    const qint64 head = secret.server.hub().head().value();
    ChangeSet set = secret.client.set({insertionOf(secret.newAccount(QStringLiteral("X"), secret.bea))});
    set.user = secret.bea;
    secret.client.send(QList<ChangeSet>{set});
    CHECK_FALSE(secret.client.isOpen());
    secret.client.connect();
    set.user = secret.ann;
    set.replica = secret.ids.next();
    secret.client.send(QList<ChangeSet>{set});
    CHECK_FALSE(secret.client.isOpen());
    CHECK(secret.server.hub().head().value() == head);
}

TEST_CASE("records that only the server writes and roles cannot be written by a desktop")
{
    Secret secret(GUANXI_ON_BOTH);
    Record grant(secret.server.catalogue().at(RoleGrant::entity), secret.ids.next());
    grant.set(RoleGrant::user, secret.ann);
    grant.set(RoleGrant::role, secret.all);
    grant.set(RoleGrant::validFrom, qint64(1));
    CHECK(secret.client.push({insertionOf(grant)}).status == PushStatus::Parked);
    Record change(secret.server.catalogue().at(ids::Change), secret.ids.next());
    change.setValue(FieldId(17), secret.account.ref());
    CHECK(secret.client.push({insertionOf(change)}).status == PushStatus::Parked);
    CHECK(secret.server.rightsOf(secret.ann) == secret.client.rights());
}
