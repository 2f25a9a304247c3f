// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryserver.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/stock.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "tests/support/databasecopy.h"

namespace guanxi::test {

using namespace model;
using server::PushService;
using storage::StoredRecord;
using storage::Transaction;

namespace {

/// Stops the test program: nothing below can be trusted any more.
template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("test server: %s %s", errorName(result.error().code).data(), qPrintable(result.error().args.join(u'|')));
    return *std::move(result);
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("test server: %s %s", errorName(result.error().code).data(), qPrintable(result.error().args.join(u'|')));
}

} // namespace

void OpenDoor::signIn(const protocol::SignIn &request, const server::Greeting &, QObject *, const Answer<server::SignedIn> &done)
{
    if (m_forbidden.contains(request.replica))
        return done(Error{ErrorCode::DeviceRevoked, {}});
    const auto known = std::find_if(m_members.begin(), m_members.end(), [&](const Member &member) { return member.replica == request.replica; });
    const std::optional<Member> member = known != m_members.end() ? std::optional(*known) : m_lookup ? m_lookup(request.replica) : std::nullopt;
    if (!member)
        return done(Error{ErrorCode::DeviceUnknown, {}});
    done(server::SignedIn{member->user, member->replica, member->login, member->login, false, false, {}});
}

void MemoryServer::declareSome(Catalogue &catalogue)
{
    declareOrganisation(catalogue);
    declareReference(catalogue);
    declareCustomers(catalogue);
    declarePlatform(catalogue);
}

void MemoryServer::declareStockToo(Catalogue &catalogue)
{
    declareSome(catalogue);
    declareStock(catalogue);
}

namespace {

std::shared_ptr<storage::Database> emptyServer(Catalogue &catalogue)
{
    const QByteArray name = "server of " + QByteArray::number(catalogue.entities().size()) + '/' + QByteArray::number(catalogue.version());
    return lentDatabase(name, [&](storage::Database &database) { must(server::ServerStore::open(database, catalogue)); });
}

} // namespace

MemoryServer::MemoryServer(FakeClock &clock, Random &random, const storage::DatabaseOptions &options, Declare declare)
    : m_clock(clock), m_random(random), m_ids(clock, random)
{
    declare(m_catalogues.emplace_back());
    m_door.setLookup([this](const Uuid &replica) { return memberOf(replica); });
    m_database = options.place == QLatin1String(":memory:") ? emptyServer(m_catalogues.back()) : std::shared_ptr<storage::Database>(must(storage::Database::open(options)));
    start();
}

MemoryServer::MemoryServer(FakeClock &clock, Random &random, std::shared_ptr<storage::Database> database, Declare declare)
    : m_clock(clock), m_random(random), m_ids(clock, random), m_database(std::move(database))
{
    declare(m_catalogues.emplace_back());
    m_door.setLookup([this](const Uuid &replica) { return memberOf(replica); });
    start();
}

void MemoryServer::start()
{
    m_store = must(server::ServerStore::open(*m_database, m_catalogues.back()));
    if (must(m_store->meta(QStringLiteral("epoch"))).isEmpty())
        build();
    else
        adopt();
    makeHub();
}

std::optional<OpenDoor::Member> MemoryServer::memberOf(const Uuid &replica)
{
    storage::Statement statement(*m_database, "SELECT author, name FROM replica WHERE id = ?");
    return must(statement.bind(1, replica).step()) ? std::optional(OpenDoor::Member{statement.uuid(0), replica, statement.text(1)}) : std::nullopt;
}

void MemoryServer::adopt()
{
    m_replica = Uuid::fromBytes(must(m_store->meta(QStringLiteral("server_replica"))));
    for (const Record &department : all(Department::entity))
        if (department.isNull(Department::parent))
            root = department.id();
    storage::Statement replicas(*m_database, "SELECT id, author, name FROM replica ORDER BY number");
    while (must(replicas.step())) {
        if (replicas.uuid(0) == m_replica)
            m_admin = replicas.uuid(1);
        else
            m_door.add({replicas.uuid(1), replicas.uuid(0), replicas.text(2)});
    }
}

void MemoryServer::build()
{
    m_replica = m_ids.next();
    m_admin = m_ids.next();
    const Uuid company = m_ids.next();
    Transaction transaction = must(Transaction::begin(*m_database));
    must(m_store->setMeta(QStringLiteral("company"), company.bytes()));
    must(m_store->setMeta(QStringLiteral("company_name"), "测试公司"));
    must(m_store->setMeta(QStringLiteral("epoch"), m_ids.next().bytes()));
    must(m_store->setMeta(QStringLiteral("server_replica"), m_replica.bytes()));
    must(PushService(*m_store, m_ids, m_clock).addReplica(m_replica, m_admin, {}, QStringLiteral("server")));
    must(transaction.commit());
    makeHub();
    root = addDepartment(QStringLiteral("root"));
    addUser(QStringLiteral("admin"), root);
}

void MemoryServer::makeHub()
{
    m_hub = std::make_unique<server::Hub>(server::Hub::Parts{*m_store, m_door, m_clock, m_random, m_ids, m_blobs.get(), m_standby.get()});
    if (m_liveBudget)
        m_hub->setLiveBudget(*m_liveBudget);
}

void MemoryServer::setLiveBudget(qint64 bytes)
{
    m_liveBudget = bytes;
    m_hub->setLiveBudget(bytes);
}

void MemoryServer::keepContents(const QString &folder, const server::BlobLimits &limits)
{
    m_hub.reset();
    m_blobs = std::make_unique<server::BlobService>(must(server::BlobFolder::open(folder, QByteArray(32, 'b'), limits)), Worker::Where::Caller);
    makeHub();
}

server::Standby &MemoryServer::readFrom(const server::StandbyReader::Options &options)
{
    m_hub.reset();
    m_standby = std::make_unique<server::Standby>(options, m_clock);
    makeHub();
    return *m_standby;
}

void MemoryServer::restart()
{
    m_hub.reset();
    must(m_store->rolledBack());
    makeHub();
}

void MemoryServer::stop()
{
    m_hub.reset();
    m_store.reset();
    m_database.reset();
}

void MemoryServer::start(std::shared_ptr<storage::Database> database)
{
    m_database = std::move(database);
    m_store = must(server::ServerStore::open(*m_database, m_catalogues.back()));
    makeHub();
}

void MemoryServer::install(Declare declare)
{
    declare(m_catalogues.emplace_back());
}

Uuid MemoryServer::addDepartment(const QString &name, const Uuid &parent)
{
    Record record(catalogue().at(Department::entity), m_ids.next());
    record.set(Department::code, name);
    record.set(Department::name, name);
    record.set(Department::active, qint64(1));
    if (!parent.isNull())
        record.set(Department::parent, parent);
    insert(record);
    return record.id();
}

Uuid MemoryServer::addUser(const QString &login, const Uuid &department)
{
    Record record(catalogue().at(User::entity), login == QLatin1String("admin") ? m_admin : m_ids.next());
    record.set(User::login, login);
    record.set(User::realName, login);
    record.set(User::active, qint64(1));
    record.set(User::department, department);
    insert(record);
    return record.id();
}

Uuid MemoryServer::addRole(const QString &code, const QList<std::pair<EntityId, Reach>> &reaches, bool write)
{
    Record role(catalogue().at(Role::entity), m_ids.next());
    role.set(Role::code, code);
    role.set(Role::name, code);
    insert(role);
    for (const auto &[entity, reach] : reaches)
        allow(role.id(), entity, reach, write);
    return role.id();
}

void MemoryServer::allow(const Uuid &role, EntityId entity, Reach reach, bool write)
{
    QList<Action> actions{Action::View};
    if (write)
        actions += {Action::Create, Action::Edit, Action::Delete, Action::Assign};
    for (Action action : catalogue().entity(entity) ? actions : QList<Action>())
        allow(role, entity, action, reach);
}

void MemoryServer::allow(const Uuid &role, EntityId entity, Action action, Reach reach)
{
    Record rule(catalogue().at(AccessRule::entity), m_ids.next());
    rule.set(AccessRule::role, role);
    rule.set(AccessRule::object, catalogue().at(entity).name);
    rule.set(AccessRule::action, qint64(action));
    rule.set(AccessRule::scope, qint64(reach));
    insert(rule);
}

Uuid MemoryServer::grant(const Uuid &user, const Uuid &role, qint64 validTo)
{
    Record grant(catalogue().at(RoleGrant::entity), m_ids.next());
    grant.set(RoleGrant::user, user);
    grant.set(RoleGrant::role, role);
    grant.set(RoleGrant::validFrom, qint64(1));
    if (validTo > 0)
        grant.set(RoleGrant::validTo, validTo);
    insert(grant);
    return grant.id();
}

void MemoryServer::revoke(const Uuid &grant)
{
    Record row = record({RoleGrant::entity, grant});
    row.set(RoleGrant::revokedAt, m_clock.wallMs());
    update(row);
}

void MemoryServer::hideField(const Uuid &role, EntityId entity, FieldId field, FieldRight right)
{
    Record rule(catalogue().at(FieldRule::entity), m_ids.next());
    rule.set(FieldRule::role, role);
    rule.set(FieldRule::object, catalogue().at(entity).name);
    rule.set(FieldRule::field, catalogue().at(entity).field(field)->name);
    rule.set(FieldRule::right, qint64(right));
    insert(rule);
}

Uuid MemoryServer::addReplica(const Uuid &user, const QString &login)
{
    const Uuid replica = m_ids.next();
    Transaction transaction = must(Transaction::begin(*m_database));
    must(PushService(*m_store, m_ids, m_clock).addReplica(replica, user, {}, login));
    must(transaction.commit());
    m_door.add({user, replica, login});
    return replica;
}

protocol::PushResult MemoryServer::insert(const Record &record) { return insertAll({record}); }

protocol::PushResult MemoryServer::insertAll(const QList<Record> &records)
{
    QList<RecordChange> changes;
    for (const Record &record : records)
        changes.append(insertionOf(record));
    return commit(changes);
}

protocol::PushResult MemoryServer::update(const Record &after) { return commit({changeTo(after)}); }

RecordChange MemoryServer::changeTo(const Record &after)
{
    const Record before = record(after.ref());
    RecordChange change{ChangeKind::Update, after.ref(), before.rev(), {}};
    for (const Field &field : after.entity().fields())
        if (after.value(field.id) != before.value(field.id))
            change.fields.append({field.id, before.value(field.id), after.value(field.id), before.rev()});
    return change;
}

protocol::PushResult MemoryServer::commit(QList<RecordChange> changes, const QString &name)
{
    return must(tryCommit(std::move(changes), name));
}

Result<protocol::PushResult> MemoryServer::tryCommit(QList<RecordChange> changes, const QString &name)
{
    const Result<qint64> last = m_hub->push().lastSeq(m_replica);
    if (!last)
        return last.error();
    ChangeSet set;
    set.replica = m_replica;
    set.user = m_admin;
    set.seq = *last + 1;
    set.at = m_clock.wallMs();
    set.action = m_ids.next();
    set.name = name;
    set.changes = std::move(changes);
    const Rights rights = Rights::unlimited(m_admin);
    return m_hub->commit(set, {m_admin, m_replica, rights, true});
}

Record MemoryServer::record(const RecordRef &ref)
{
    const std::optional<server::ServerRow> row = must(m_store->row(ref));
    return row ? row->record : Record();
}

QList<Record> MemoryServer::all(EntityId entity)
{
    QList<Record> rows;
    for (const StoredRecord &stored : must(m_store->records().loadAfter(entity, 0, 1'000'000)))
        rows.append(stored.record);
    return rows;
}

Rights MemoryServer::rightsOf(const Uuid &user) { return rightsOf(user, m_clock.wallMs()); }
Rights MemoryServer::rightsOf(const Uuid &user, qint64 wallMs) { return must(m_hub->rights().rightsOf(user, wallMs)); }

QHash<RecordRef, Record> MemoryServer::projection(const Rights &rights) { return projection(rights, placed()); }

QHash<RecordRef, Record> MemoryServer::projection(const Rights &rights, const Placed &placed)
{
    const QSet<ScopeKey> granted = rights.visibleScopes(catalogue());
    QHash<RecordRef, Record> rows;
    for (const auto &[row, scopes] : placed)
        if (std::any_of(scopes.begin(), scopes.end(), [&](const ScopeKey &key) { return granted.contains(key); }))
            rows.insert(row.ref(), row);
    const QSet<RecordRef> seen(rows.keyBegin(), rows.keyEnd());
    for (Record &row : rows) {
        const bool isConflict = row.entity().id == Conflict::entity;
        row = server::projectRow(row, rights, catalogue(), !isConflict || seen.contains(row[Conflict::record]));
    }
    return rows;
}

MemoryServer::Placed MemoryServer::placed()
{
    // Not from the stored scopes.
    QHash<RecordRef, Record> rows;
    for (const Entity &entity : catalogue().entities())
        for (const Record &row : all(entity.id))
            rows.insert(row.ref(), row);
    const RecordLookup lookup = [&](const RecordRef &ref) { return rows.value(ref); };
    QHash<RecordRef, QList<Uuid>> sharees;
    for (const Record &row : rows)
        if (row.ref().entity == Share::entity && Share::opens(row, row[Share::record], m_clock.wallMs()))
            sharees[row[Share::record]].append(row[Share::sharee].id);
    const SharesOf shares = [&](const RecordRef &ref) { return sharees.value(ref); };
    Placed placed;
    for (const Record &row : std::as_const(rows))
        placed.append({row, scopesOf(row.entity(), placeOf(row, lookup, shares))});
    return placed;
}

} // namespace guanxi::test
