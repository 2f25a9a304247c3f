// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/world.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::test {

using namespace model;

namespace {

/// So few that desks take the same one.
const QStringList TaxNumbers{QStringLiteral("91310000MA1FL5XA20"), QStringLiteral("91310000MA1FL5XB0T"), QStringLiteral("91310000MA1FL5XC9P"),
                             QStringLiteral("91310000MA1FL5XD7J")};

} // namespace

World::World(quint64 seed, const Mutant *mutant) : m_random(seed), m_server(m_clock, m_random)
{
    build();
    m_mutant = mutant;
}

void World::build()
{
    const QList<EntityId> business{Account::entity, Contact::entity, Interaction::entity};
    const auto role = [&](const QString &code, Reach reach, bool write) {
        QList<std::pair<EntityId, Reach>> reaches{{ids::User, Reach::All}, {ids::Department, Reach::All}};
        for (EntityId entity : business)
            reaches.append({entity, reach});
        reaches.append({Conflict::entity, reach});
        return m_server.addRole(code, reaches, write);
    };
    m_roles = {role(QStringLiteral("own"), Reach::Own, true), role(QStringLiteral("department"), Reach::Department, true),
               role(QStringLiteral("all"), Reach::All, true), role(QStringLiteral("look"), Reach::All, false)};
    m_server.hideField(m_roles[3], Account::entity, Account::website.id, FieldRight::Hidden);
    m_departments = {m_server.addDepartment(QStringLiteral("east"), m_server.root), m_server.addDepartment(QStringLiteral("west"), m_server.root)};
    const int count = 2 + int(m_random.below(3));
    for (int i = 0; i < count; ++i) {
        const QString login = QStringLiteral("u%1").arg(i);
        m_users.append(m_server.addUser(login, oneOf(m_departments)));
        m_server.grant(m_users.last(), m_roles[i == 0 ? 2 : qsizetype(m_random.below(2))]);
        m_desks.push_back(std::make_unique<MemoryDesk>(m_server, login, m_users.last(), m_clock, m_random));
    }
    for (const auto &desk : m_desks)
        connectDesk(*desk);
    settle(m_server, desks(), m_clock);
}

QList<MemoryDesk *> World::desks() const
{
    QList<MemoryDesk *> desks;
    for (const auto &desk : m_desks)
        desks.append(desk.get());
    return desks;
}

void World::run(int steps)
{
    for (int i = 0; i < steps; ++i) {
        step();
        m_clock.advance(qint64(m_random.below(400)));
        for (const auto &desk : m_desks)
            if (chance(70))
                desk->pump();
        if (chance(60))
            m_server.hub().flush();
        if (chance(30)) {
            m_server.hub().tick();
            for (const auto &desk : m_desks)
                desk->engine().tick();
        }
    }
    // What a mutant broke must stay broken: it is there to the end. Other faults are over.
    for (const auto &desk : m_desks)
        desk->connectToServer([this](protocol::Role sender, QByteArray &bytes) { return mutated(sender, bytes, 0); });
    settle(m_server, desks(), m_clock);
}

std::optional<qint64> World::mutated(protocol::Role sender, QByteArray &bytes, qint64 delay)
{
    if (m_mutant)
        bytes = altered(*m_mutant, sender, bytes, m_mutations);
    return delay;
}

void World::step()
{
    MemoryDesk &desk = *m_desks[size_t(m_random.below(m_desks.size()))];
    const quint64 dice = m_random.below(100);
    if (dice < 60)
        userStep(desk);
    else if (dice < 75)
        adminStep();
    else
        faultStep(desk);
}

void World::userStep(MemoryDesk &desk)
{
    const quint64 dice = m_random.below(100);
    if (dice < 50)
        edit(desk);
    else if (dice < 80)
        create(desk);
    else if (dice < 92)
        removeOrRestore(desk);
    else
        undo(desk);
}

std::optional<Record> World::anyRecord(MemoryDesk &desk, EntityId entity)
{
    const Result<std::vector<storage::StoredRecord>> rows = desk.cache().records().loadAfter(entity, 0, 1000);
    if (!rows || rows->empty())
        return std::nullopt;
    return (*rows)[size_t(m_random.below(rows->size()))].record;
}

void World::note(MemoryDesk &desk, const app::Saved &saved, const Edit &edit)
{
    if (saved.seq == 0)
        return;
    m_edits.append(edit);
    m_edits.last().replica = desk.outbox().identity().replica;
    m_edits.last().seq = saved.seq;
}

void World::edit(MemoryDesk &desk)
{
    const std::optional<Record> found = anyRecord(desk, chance(60) ? Account::entity : Contact::entity);
    if (!found || found->isDeleted())
        return;
    Record record = *found;
    const QString value = QStringLiteral("v%1").arg(++m_values);
    Edit made;
    made.value = value;
    made.record = record.ref();
    if (record.entity().id == Contact::entity) {
        const TextField field = chance(50) ? Contact::position : Contact::remark;
        made.field = field.id;
        made.seen = record.value(field.id);
        record.set(field, value);
    } else {
        const QList<TextField> fields{Account::shortName, Account::address, Account::website};
        const TextField field = fields[qsizetype(m_random.below(3))];
        made.field = field.id;
        made.seen = record.value(field.id);
        record.set(field, field.id == Account::website.id ? QStringLiteral("https://%1.cn").arg(value) : value);
        if (chance(20))
            record.setValue(chance(50) ? system::Owner : Account::accountManager.id, oneOf(m_users));
        if (chance(10))
            record.setValue(system::Department, oneOf(m_departments));
    }
    // What shows with a change of mine on top is not what the server has: whose value it was cannot be told from here.
    if (desk.cache().isPending(record.ref()).value())
        made.field = 0;
    if (const Result<app::Saved> saved = desk.records().save(record))
        note(desk, *saved, made);
}

void World::create(MemoryDesk &desk)
{
    const QString value = QStringLiteral("v%1").arg(++m_values);
    const std::optional<Record> parent = anyRecord(desk, Account::entity);
    Record record = desk.records().create(parent && chance(60) ? Contact::entity : Account::entity);
    if (record.entity().id == Contact::entity) {
        record.set(Contact::name, value);
        record.set(Contact::account, parent->id());
        record.set(Contact::side, dictionaryItemId(QStringLiteral("contact_side"), QStringLiteral("customer")));
    } else {
        record.set(Account::name, value);
        record.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
        record.set(Account::accountManager, desk.user());
        if (chance(30))
            record.set(Account::taxNumber, oneOf(TaxNumbers));
    }
    if (const Result<app::Saved> saved = desk.records().save(record))
        note(desk, *saved, {{}, 0, value, record.ref(), 0, {}});
}

void World::removeOrRestore(MemoryDesk &desk)
{
    const std::optional<Record> record = anyRecord(desk, chance(50) ? Account::entity : Contact::entity);
    if (!record)
        return;
    static_cast<void>(record->isDeleted() ? desk.records().restore({record->ref()}).ok() : desk.records().remove({record->ref()}).ok());
}

void World::undo(MemoryDesk &desk)
{
    if (!desk.records().lastUndoable().isNull())
        static_cast<void>(desk.records().undo(desk.records().lastUndoable()).ok());
}

void World::adminStep()
{
    if (!m_grants.isEmpty() && chance(40)) {
        const qsizetype at = qsizetype(m_random.below(quint64(m_grants.size())));
        m_server.revoke(m_grants[at].second);
        m_grants.removeAt(at);
    } else if (chance(50)) {
        const Uuid user = oneOf(m_users);
        const qint64 until = chance(30) ? m_clock.wallMs() + 3000 : 0;
        const Uuid grant = m_server.grant(user, oneOf(m_roles), until);
        if (until == 0)
            m_grants.append({user, grant});
    } else {
        QList<Record> accounts = m_server.all(Account::entity);
        if (accounts.isEmpty())
            return;
        Record &account = oneOf(accounts);
        account.setValue(chance(50) ? system::Owner : Account::accountManager.id, oneOf(m_users));
        account.setValue(system::Department, oneOf(m_departments));
        m_server.update(account);
    }
}

void World::faultStep(MemoryDesk &desk)
{
    const quint64 dice = m_random.below(100);
    if (dice < 30)
        desk.cut();
    else if (dice < 75)
        connectDesk(desk);
    else if (dice < 85)
        desk.crash();
    else if (dice < 90)
        desk.loseCache();
    else {
        for (const auto &each : m_desks)
            each->cut();
        m_server.restart();
        if (m_mutant && m_mutant->restarted)
            m_mutant->restarted(m_server);
    }
}

void World::connectDesk(MemoryDesk &desk)
{
    const qint64 delay = qint64(m_random.below(3)) * 150;
    const int death = chance(20) ? 3 : 0; // per mille and write: the direction goes silent
    desk.connectToServer([this, delay, death](protocol::Role sender, QByteArray &bytes) -> std::optional<qint64> {
        if (int(m_random.below(1000)) < death * 10) {
            bytes.truncate(bytes.size() / 2);
            return std::nullopt;
        }
        return mutated(sender, bytes, delay > 0 ? qint64(m_random.below(quint64(delay))) : 0);
    });
}

} // namespace guanxi::test
