// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/disasters.h"

#include "common/model/catalogue/platform.h"
#include "common/storage/statement.h"
#include "common/sync/parkedset.h"
#include "tests/simulator/world.h"

namespace guanxi::test {

namespace {

constexpr int MostClones = 2;

QSet<Uuid> actionsAt(MemoryServer &server)
{
    QSet<Uuid> actions;
    storage::Statement log(server.store().database(), "SELECT DISTINCT action FROM change_log");
    while (log.step().value())
        actions.insert(log.uuid(0));
    for (const model::Record &conflict : server.all(model::Conflict::entity))
        actions.insert(sync::parkedSet(conflict[model::Conflict::parked]).action);
    return actions;
}

} // namespace

void Disasters::play(Station &station, Dice &dice)
{
    const Quiet quiet(m_world.serverDisk());
    const Quiet quietDesk(station.disk());
    const qint64 kind = dice.upTo(99);
    if (kind < 25 || (kind < 50 && !m_hasServer))
        backUpServer();
    else if (kind < 50)
        restoreServer();
    else if (kind < 65 || (kind < 80 && !m_desks.contains(&station)))
        backUp(station);
    else if (kind < 80)
        restore(station);
    else if (kind < 88)
        clone(station);
    else
        upgrade(station);
}

void Disasters::backUpServer()
{
    m_world.tell("is backed up");
    m_server = m_world.backUpServer();
    m_hasServer = true;
}

void Disasters::restoreServer()
{
    m_world.tell("is put back from its backup");
    // Refused work that was tried again or given up is not asked for any more.
    for (Station *station : m_world.stations())
        for (const app::OutboxEntry &entry : station->desk().outbox().entries(app::OutboxState::Settled, 1000).value())
            m_world.diary().giveUp(entry.set.action);
    m_world.restoreServer(m_server);
    m_keepsakes.note(m_world);
    giveUpWhatNobodyHolds();
}

void Disasters::backUp(Station &station)
{
    m_world.tell("is backed up", &station);
    m_desks[&station] = station.backUp();
}

void Disasters::restore(Station &station)
{
    m_world.tell("is put back from its backup", &station);
    station.restore(m_desks[&station]);
    m_keepsakes.forget(station);
    giveUpWhatNobodyHolds();
}

void Disasters::clone(Station &station)
{
    if (++m_clones > MostClones)
        return;
    m_world.tell("is cloned", &station);
    m_world.clone(station);
}

void Disasters::upgrade(Station &station)
{
    if (!m_world.isUpgraded()) {
        m_world.tell("gets a newer program");
        return m_world.upgradeServer();
    }
    m_world.tell("gets a newer program", &station);
    station.upgrade(m_world.catalogue());
}

void Disasters::giveUpWhatNobodyHolds()
{
    QSet<Uuid> held = actionsAt(m_world.server());
    for (Station *station : m_world.stations())
        for (const app::OutboxEntry &entry : station->desk().outbox().entries(std::nullopt, 1000).value())
            held.insert(entry.set.action);
    for (const Edit &edit : m_world.diary().edits())
        if (!held.contains(edit.action))
            m_world.diary().giveUp(edit.action);
}

} // namespace guanxi::test
