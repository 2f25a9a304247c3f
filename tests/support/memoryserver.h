// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/hub.h"
#include "tests/support/fakeclock.h"

#include <deque>

namespace guanxi::test {

/// Lets every known replica in without a password: signing in has its own tests, and Argon2id would take all the time.
class OpenDoor final : public server::AuthService
{
public:
    struct Member {
        Uuid user;
        Uuid replica;
        QString login;
    };

    void add(const Member &member) { m_members.append(member); }
    /// Who is asked for a replica that is not known here: one that was forked.
    void setLookup(std::function<std::optional<Member>(const Uuid &)> lookup) { m_lookup = std::move(lookup); }
    const QList<Member> &members() const { return m_members; }
    void forbid(const Uuid &replica) { m_forbidden.insert(replica); }

    void enrol(const protocol::Enrol &, const server::Greeting &, QObject *, const Answer<server::SignedIn> &done) override { done(Error{ErrorCode::CodeUsed, {}}); }
    Result<void> useCode(const QByteArray &, const Uuid &) override { return Error{ErrorCode::CodeUsed, {}}; }
    void signIn(const protocol::SignIn &request, const server::Greeting &, QObject *, const Answer<server::SignedIn> &done) override;
    void changePassword(const Uuid &, const QString &, const QString &, QObject *, const Answer<void> &done) override { done({}); }
    Result<void> noteWiped(const Uuid &replica) override
    {
        wiped.append(replica);
        return {};
    }
    QByteArray keyPin() const override { return QByteArray(32, 'k'); }

    QList<Uuid> wiped; ///< replicas that said so

private:
    QList<Member> m_members;
    QSet<Uuid> m_forbidden;
    std::function<std::optional<Member>(const Uuid &)> m_lookup;
};

/// The server's engine over a database in memory (or PostgreSQL), with a small company: a root department and two below
/// it, an administrator, and roles made for tests.
class MemoryServer
{
public:
    using Declare = void (*)(model::Catalogue &);
    /// What tests of sync need: a small catalogue keeps them fast.
    static void declareSome(model::Catalogue &catalogue);
    /// The same with products, warehouses and what moves between them.
    static void declareStockToo(model::Catalogue &catalogue);

    MemoryServer(FakeClock &clock, Random &random, const storage::DatabaseOptions &options = {storage::Backend::Sqlite, QStringLiteral(":memory:"), {}, storage::Durability::Off, false, 16},
                 Declare declare = declareSome);

    /// Over a database that is open already; if a company lives in it, as that company, with its replicas at the door.
    MemoryServer(FakeClock &clock, Random &random, std::shared_ptr<storage::Database> database, Declare declare);

    server::Hub &hub() { return *m_hub; }
    server::ServerStore &store() { return *m_store; }
    const std::shared_ptr<storage::Database> &database() const { return m_database; }
    const model::Catalogue &catalogue() const { return m_catalogues.back(); }
    OpenDoor &door() { return m_door; }

    /// The process dies and comes back: sessions are gone, what was committed stays.
    void restart();
    /// The two halves, for a database that has to be opened again.
    void stop();
    void start(std::shared_ptr<storage::Database> database);
    bool isRunning() const { return m_hub != nullptr; }
    /// See Hub; for all its lives.
    void setLiveBudget(qint64 bytes);
    /// Contents of records are kept in this folder from now on; sessions end.
    void keepContents(const QString &folder, const server::BlobLimits &limits = {});
    /// Long reading is left to this replica of its database from now on; sessions end.
    server::Standby &readFrom(const server::StandbyReader::Options &options);
    server::Standby *standby() const { return m_standby.get(); }
    /// From the next start on the program has another catalogue.
    void install(Declare declare);

    Uuid addDepartment(const QString &name, const Uuid &parent = {});
    Uuid addUser(const QString &login, const Uuid &department);
    /// A role with these reaches; `write` also gives create, edit, delete, assign at the same reach. Entities that
    /// the catalogue does not have are passed over.
    Uuid addRole(const QString &code, const QList<std::pair<model::EntityId, model::Reach>> &reaches, bool write = true);
    void allow(const Uuid &role, model::EntityId entity, model::Reach reach, bool write);
    /// One right more.
    void allow(const Uuid &role, model::EntityId entity, model::Action action, model::Reach reach);
    Uuid grant(const Uuid &user, const Uuid &role, qint64 validTo = 0);
    void revoke(const Uuid &grant);
    void hideField(const Uuid &role, model::EntityId entity, model::FieldId field, model::FieldRight right);
    Uuid addReplica(const Uuid &user, const QString &login);

    /// Writes as the server itself.
    protocol::PushResult insert(const model::Record &record);
    protocol::PushResult insertAll(const QList<model::Record> &records);
    protocol::PushResult update(const model::Record &record);
    protocol::PushResult commit(QList<model::RecordChange> changes, const QString &name = QStringLiteral("save"));
    /// The same where the database may refuse.
    Result<protocol::PushResult> tryCommit(QList<model::RecordChange> changes, const QString &name = QStringLiteral("save"));
    /// What makes a row of the database look like `after`.
    model::RecordChange changeTo(const model::Record &after);
    model::Record record(const model::RecordRef &ref);
    QList<model::Record> all(model::EntityId entity);
    model::Rights rightsOf(const Uuid &user);
    model::Rights rightsOf(const Uuid &user, qint64 wallMs);
    /// What somebody with these rights sees of the whole database, projected.
    QHash<model::RecordRef, model::Record> projection(const model::Rights &rights);
    /// The scopes of every row, from first principles: where does it stand?
    using Placed = QList<std::pair<model::Record, QList<model::ScopeKey>>>;
    Placed placed();
    QHash<model::RecordRef, model::Record> projection(const model::Rights &rights, const Placed &placed);
    const QList<OpenDoor::Member> &members() const { return m_door.members(); }

    Uuid root;

private:
    void start();
    void makeHub();
    void build();
    void adopt();
    std::optional<OpenDoor::Member> memberOf(const Uuid &replica);

    FakeClock &m_clock;
    Random &m_random;
    std::deque<model::Catalogue> m_catalogues; ///< the last one counts; records of the test still speak of the others
    UuidMaker m_ids;
    OpenDoor m_door;
    std::shared_ptr<storage::Database> m_database;
    std::unique_ptr<server::ServerStore> m_store;
    std::unique_ptr<server::BlobService> m_blobs;
    std::unique_ptr<server::Standby> m_standby;
    std::unique_ptr<server::Hub> m_hub;
    std::optional<qint64> m_liveBudget;
    Uuid m_replica;
    Uuid m_admin;
};

} // namespace guanxi::test
