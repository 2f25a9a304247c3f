// SPDX-License-Identifier: GPL-3.0-or-later
// Rights that move under a desk: what it may not see reaches neither its connection nor its files, and what the change
// costs follows the change.
#include "tests/app/data/rawpages.h"
#include "tests/server/services/smallcompany.h"
#include "tests/support/memorydesk.h"


#include <QRegularExpression>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

/// Each row and each website holds a word of its own.
const QRegularExpression CanaryPattern(QStringLiteral("(row|web)[0-9]+canary"));

QSet<QString> canariesIn(const QString &text)
{
    QSet<QString> found;
    for (auto match = CanaryPattern.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

/// What the server says on a wire, unpacked.
class Tap
{
public:
    void hear(const QByteArray &bytes)
    {
        m_reader.append(bytes);
        for (auto frame = must(m_reader.next()); frame; frame = must(m_reader.next())) {
            const protocol::Message message = must(protocol::decodePayload(protocol::MessageType(frame->type), frame->payload));
            said += frame->payload;
            if (const auto *page = std::get_if<protocol::Page>(&message))
                rows += page->upserts.size() + page->removes.size();
            if (const auto *live = std::get_if<protocol::Live>(&message))
                rows += live->upserts.size() + live->removes.size();
        }
    }
    void clear()
    {
        said.clear();
        rows = 0;
    }
    QByteArray said;
    qsizetype rows = 0;

private:
    protocol::FrameReader m_reader{protocol::FrameLimits::of(protocol::Role::Client, protocol::ConnectionState::SignedIn)};
};

class MovingCompany : public SmallCompany
{
public:
    explicit MovingCompany(storage::Backend backend, quint64 seed)
        : SmallCompany(backend), chance(seed), annId(user(QStringLiteral("ann"), east, own)), beaId(user(QStringLiteral("bea"), west, all)),
          ann(server, server.catalogue(), {annId, server.addReplica(annId, QStringLiteral("ann")), QStringLiteral("ann")}, clock, random, folder.path())
    {
        for (int i = 0; i < 24; ++i)
            addCustomer();
        connect();
    }

    void connect()
    {
        tap = {};
        ann.connectToServer([this](protocol::Role sender, QByteArray &bytes) {
            if (sender == protocol::Role::Server)
                tap.hear(bytes);
            return std::optional<qint64>(0);
        });
        test::settle(server, {&ann}, clock);
    }

    QString canary(const char *kind) { return QString::fromLatin1(kind) + QString::number(++m_canaries) + QStringLiteral("canary"); }

    void addCustomer()
    {
        Record record = newAccount(canary("row"), owner());
        record.set(Account::status, qint64(Account::Potential));
        record.set(Account::website, QStringLiteral("https://%1.cn").arg(canary("web")));
        record.setValue(system::Department, chance.below(2) ? east : west);
        server.insert(record);
        contact(canary("row"), record);
        interaction(canary("row"), record);
    }

    /// One thing that moves rights.
    void move()
    {
        switch (chance.below(8)) {
        case 0: case 1: return moveCustomer();
        case 2: grants.append(server.grant(annId, chance.below(2) ? ofDepartment : all)); return;
        case 3:
            if (!grants.isEmpty())
                server.revoke(grants.takeAt(qsizetype(chance.below(quint64(grants.size())))));
            return;
        case 4:
            server.grant(annId, chance.below(2) ? ofDepartment : all, clock.wallMs() + 20'000);
            return;
        case 5:
            clock.advance(30'000);
            server.hub().tick();
            return;
        case 6: return changeDepartment();
        default: return changeField();
        }
    }
    QSet<ScopeKey> scopes() { return server.rightsOf(annId, clock.wallMs()).visibleScopes(server.catalogue()); }
    /// Rows that stand in one of these.
    qsizetype rowsIn(const QSet<ScopeKey> &scopes)
    {
        const auto placed = server.placed();
        return std::count_if(placed.begin(), placed.end(), [&](const std::pair<Record, QList<ScopeKey>> &row) {
            return std::any_of(row.second.begin(), row.second.end(), [&](const ScopeKey &scope) { return scopes.contains(scope); });
        });
    }
    QHash<RecordRef, Record> visible() { return server.projection(server.rightsOf(annId, clock.wallMs())); }

    SeededRandom chance;
    QTemporaryDir folder;
    Uuid annId;
    Uuid beaId;
    MemoryDesk ann;
    Tap tap;
    QList<Uuid> grants;

private:
    Uuid owner() { return chance.below(3) ? beaId : annId; }
    void moveCustomer()
    {
        const QList<Record> accounts = server.all(Account::entity);
        Record account = accounts.at(qsizetype(chance.below(quint64(accounts.size()))));
        if (chance.below(2)) {
            const Uuid to = owner();
            account.setValue(system::Owner, to);
            account.set(Account::accountManager, to);
        } else {
            account.setValue(system::Department, account.value(system::Department).id() == east ? west : east);
        }
        server.update(account);
    }
    void changeDepartment()
    {
        Record user = server.record({User::entity, annId});
        user.set(User::department, user[User::department] == east ? west : east);
        server.update(user);
    }
    void changeField()
    {
        const QList<Record> rules = server.all(FieldRule::entity);
        if (rules.isEmpty())
            return server.hideField(own, Account::entity, Account::website.id, FieldRight::Hidden);
        Record rule = rules.last();
        rule.set(FieldRule::right, qint64(rule[FieldRule::right] == qint64(FieldRight::Hidden) ? FieldRight::Write : FieldRight::Hidden));
        server.update(rule);
    }
    int m_canaries = 0;
};

QSet<QString> canariesIn(const QHash<RecordRef, Record> &rows)
{
    QSet<QString> found;
    for (const Record &row : rows)
        for (const Field &field : row.entity().fields())
            if (row.value(field.id).get<QString>())
                found += canariesIn(row.value(field.id).text());
    return found;
}

/// Rows that are there on one side only, or differ.
qsizetype differences(const QHash<RecordRef, Record> &before, const QHash<RecordRef, Record> &after)
{
    qsizetype count = 0;
    for (const Record &row : after)
        count += before.contains(row.ref()) && before.value(row.ref()).sameContent(row) ? 0 : 1;
    for (const Record &row : before)
        count += after.contains(row.ref()) ? 0 : 1;
    return count;
}

} // namespace

TEST_CASE("rights that move leave nothing in files and traffic that may not be seen, at a cost that follows the change")
{
    const auto [backend, seed] = GENERATE(table<storage::Backend, quint64>({{storage::Backend::Sqlite, 1}, {storage::Backend::Sqlite, 2},
                                                                             {storage::Backend::Sqlite, 3}, {storage::Backend::Postgres, 4}}));
    MovingCompany company(backend, seed);
    for (int step = 0; step < 30; ++step) {
        INFO("seed " << seed << " step " << step);
        const bool away = company.chance.below(5) == 0;
        const QHash<RecordRef, Record> before = company.visible();
        const QSet<ScopeKey> scopesBefore = company.scopes();
        if (away)
            company.ann.cut();
        company.tap.clear();
        company.move();
        if (away)
            company.connect();
        else
            test::settle(company.server, {&company.ann}, company.clock);
        const QHash<RecordRef, Record> after = company.visible();

        const QHash<RecordRef, Record> rows = company.ann.rows();
        REQUIRE(rows.size() == after.size());
        REQUIRE(differences(rows, after) == 0);
        const QSet<QString> may = canariesIn(after);
        const QSet<QString> said = canariesIn(QString::fromLatin1(company.tap.said)) - may - canariesIn(before);
        REQUIRE(QStringList(said.values()).join(u' ') == QString());
        // What differs, and what stands in a scope that comes or goes; users, roles and rules beside it.
        const QSet<ScopeKey> scopes = company.scopes();
        CHECK(company.tap.rows <= 2 * differences(before, after) + company.rowsIn((scopes - scopesBefore) + (scopesBefore - scopes)) + 12);

        while (must(company.ann.cache().forgetSome())) {
        }
        const QByteArray pages = decryptedPages(company.folder.path() + QStringLiteral("/cache"), MemoryDesk::fileKey())
            + decryptedPages(company.folder.path() + QStringLiteral("/outbox"), MemoryDesk::fileKey());
        REQUIRE(QStringList((canariesIn(QString::fromLatin1(pages)) - may).values()).join(u' ') == QString());
    }
}
