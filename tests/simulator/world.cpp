// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/world.h"

#include "common/model/catalogue/organisation.h"
#include "tests/simulator/faults.h"
#include "tests/simulator/users.h"
#include "tests/support/databasecopy.h"

#include <QHashFunctions>

#include <mutex>

namespace guanxi::test {

using namespace protocol;

namespace {

constexpr int IdSource = -2;
constexpr int NetworkSource = -3;
constexpr qint64 TickMs = 1000;
constexpr qint64 StepMs = 400;
/// A silent end is noticed after 45 s, and tried again within 60.
constexpr int RestSeconds = 120;
constexpr int NoticeSeconds = 120;
/// Grants for a time are over soon; shares are taken back once a minute.
constexpr int GrantSeconds = 4;
constexpr int ShareSeconds = 62;
/// More than a desk loads here, as in the product.
constexpr qsizetype LargeLoad = 128;
/// What a desk must forget is taken out of its file at the latest after so long.
constexpr qint64 ForgottenMs = 700'000;

/// A set that is gone through in another order would make another run of the same seed.
void sameOrderAlways()
{
    static std::once_flag done;
    std::call_once(done, [] { QHashSeed::setDeterministicGlobalSeed(); });
}

} // namespace

World::World(const Plan &plan, const Mutant *mutant)
    : m_plan(plan), m_mutant(mutant), m_wiretap{*this}, m_ids(plan.source(IdSource)), m_network(plan.source(NetworkSource)), m_watch(*this)
{
    sameOrderAlways();
    const MemoryServer::Declare declare = sells() ? declareSellingLab : declareLab;
    declare(m_catalogue);
    if (plan.hasDisasters())
        (sells() ? declareLaterSellingLab : declareLaterLab)(m_laterCatalogue);
    if (plan.usesDisks()) {
        m_serverDisk = std::make_unique<FaultyDisk>(m_network);
        company::writeTo(*m_serverDisk);
    }
    m_server = std::make_unique<MemoryServer>(m_serverClock, m_ids, m_serverDisk ? company::openOn(*m_serverDisk) : company::lend(sells()),
                                              mutant && mutant->declare ? mutant->declare : declare);
    m_server->setLiveBudget(mutant && !mutant->hasBudget ? std::numeric_limits<qint64>::max() : LiveBudget);
    m_foundedAt = m_server->hub().head().value();
    const QList<OpenDoor::Member> members = m_server->members();
    for (int i = 0; i < plan.deskCount(); ++i) {
        const Station::Parts parts{*m_server, m_catalogue, members[i], m_ids, m_network, plan.usesDisks(), !mutant || mutant->hasHeartbeat};
        addStation(parts);
        m_stations.last()->connect();
    }
    pass(4 * TickMs);
    m_mutating = true;
    for (Station *station : m_stations)
        if (station->disk() && mutant)
            station->disk()->setHonest(mutant->syncs);
}

World::~World()
{
    m_owned.clear();
    m_server->stop();
}

void World::complain(const QString &broken)
{
    if (m_broken.isEmpty())
        m_broken = broken;
}

void World::tell(const char *what, const Station *station, const QString &more) const
{
    if (m_listener)
        m_listener(QStringLiteral("%1 ms, step %2: %3 %4 %5").arg(m_serverClock.monotonicMs()).arg(m_step)
                       .arg(station ? station->name() : QStringLiteral("server"), QLatin1StringView(what), more));
}

void World::run()
{
    for (int step : m_plan.steps) {
        m_step = step;
        SeededRandom random = m_plan.source(step);
        Dice dice{random};
        Station &station = *dice.oneOf(m_stations);
        const int kind = int(dice.upTo(99));
        if (kind < 62)
            Users(*this, station, dice).play();
        else if (kind < 74)
            playAdministrator(*this, dice);
        else
            playFault(*this, station, dice);
        crashWhoIsDown();
        // Mostly much happens at once; now and then there is time enough for heartbeats and stalls.
        pass(dice.chance(6) ? dice.upTo(60'000) : dice.upTo(StepMs));
        if (!m_broken.isEmpty())
            return;
    }
    rest();
}

void World::advance(qint64 ms)
{
    m_serverClock.advance(ms);
    for (Station *station : std::as_const(m_stations))
        station->clock().advance(ms);
}

void World::pass(qint64 ms)
{
    do {
        const qint64 now = qMin(ms, TickMs - m_sinceTick);
        advance(now);
        ms -= now;
        m_sinceTick += now;
        turn();
        if (m_sinceTick >= TickMs)
            tick();
        crashWhoIsDown();
    } while (ms > 0);
}

void World::turn()
{
    for (bool moved = true; moved;) {
        moved = false;
        for (Station *station : std::as_const(m_stations))
            moved |= station->turn();
        m_server->hub().flush();
        crashWhoIsDown();
    }
}

void World::tick()
{
    m_sinceTick = 0;
    m_server->hub().tick();
    m_watch.ticked();
    for (Station *station : std::as_const(m_stations))
        station->tick();
}

void World::crashWhoIsDown()
{
    if (m_serverDisk && m_serverDisk->isDown())
        restartServer(true);
    for (Station *station : std::as_const(m_stations))
        station->crashIfDown();
}

void World::addStation(const Station::Parts &parts)
{
    m_owned.push_back(std::make_unique<Station>(parts, *this));
    m_stations.append(m_owned.back().get());
}

std::optional<app::ComparisonReport> World::compare(Station &station)
{
    std::optional<app::ComparisonReport> compared;
    app::SyncEngine &engine = station.desk().engine();
    QObject listener;
    QObject::connect(&engine, &app::SyncEngine::compared, &listener, [&](const app::ComparisonReport &report) { compared = report; });
    engine.compare();
    turn();
    // A connection whose other end went without a word is noticed now.
    for (int second = 0; !compared && second < NoticeSeconds; ++second) {
        advance(1000);
        tick();
        turn();
    }
    return compared;
}

void World::clone(const Station &original)
{
    const Station::Backup files = original.backUp();
    addStation(original.parts());
    m_stations.last()->restore(files);
    m_watch.cloned(original, *m_stations.last());
}

void World::restartServer(bool silently)
{
    tell(silently ? "is gone without a word, and comes back" : "stops and comes back");
    serverEnds(silently);
    serverBegins({});
}

Station::Backup World::backUpServer() const
{
    return m_serverDisk ? Station::Backup{{}, m_serverDisk->contents()} : Station::Backup{{copyOf(*m_server->database()), {}}, {}};
}

void World::restoreServer(const Station::Backup &backup)
{
    m_restored = true;
    serverEnds(true);
    if (m_serverDisk)
        m_serverDisk->setContents(backup.files);
    else
        m_server->stop();
    m_watch.serverRestored();
    serverBegins(m_serverDisk ? nullptr : copyOf(*backup.memory.outbox));
}

void World::upgradeServer()
{
    if (m_mutant && m_mutant->declare)
        return; // it has a catalogue of its own
    m_upgraded = true;
    const std::shared_ptr<storage::Database> database = m_serverDisk ? nullptr : m_server->database();
    serverEnds(false);
    if (m_server->isRunning())
        m_server->stop();
    m_server->install(sells() ? declareLaterSellingLab : declareLaterLab);
    serverBegins(database);
    company::admitVisits(*m_server);
}

Uuid World::epoch() { return Uuid::fromBytes(m_server->store().meta(QStringLiteral("epoch")).value()); }

bool World::isOutside(Station &station) const
{
    const MemoryDesk &desk = station.desk();
    return m_server->rightsOf(desk.user()).isEmpty() || !m_server->hub().push().lastSeq(desk.replica());
}

void World::serverEnds(bool silently)
{
    for (Station *station : std::as_const(m_stations))
        station->serverGone(silently);
    if (m_serverDisk) {
        m_server->stop();
        m_serverDisk->restart();
    }
}

void World::serverBegins(std::shared_ptr<storage::Database> database)
{
    if (m_serverDisk)
        m_server->start(company::openOn(*m_serverDisk));
    else if (database)
        m_server->start(std::move(database));
    else
        m_server->restart();
    if (m_mutating && m_mutant && m_mutant->restarted)
        m_mutant->restarted(*m_server);
    m_watch.serverStarted();
}

bool World::sending(Station &station, const Wire &wire, Role sender, QByteArray &frame)
{
    if (sender == Role::Server && m_serverDisk && m_serverDisk->isDown())
        return false;
    if (sender == Role::Client)
        m_watch.asked(wire, frame);
    if (m_mutating && m_mutant && m_mutant->alter) {
        m_wiretap.station = &station;
        frame = altered(*m_mutant, sender, frame, m_wiretap);
        if (frame.isEmpty())
            return false;
    }
    if (sender == Role::Server)
        m_watch.sent(station, wire, frame);
    return true;
}

void World::failed(Station &station, const Error &error)
{
    complain(QStringLiteral("durability: the files of %1 cannot be opened any more: %2").arg(station.name(), QLatin1StringView(errorName(error.code))));
}

void World::started(Station &station)
{
    // One desk takes a few rows as the product takes many: without indexes, which are made afterwards. The others take them as
    // it takes few, as most of them are.
    const qsizetype found = m_stations.indexOf(&station);
    const qsizetype number = found < 0 ? m_stations.size() : found;
    if (number % m_plan.deskCount() != qsizetype(m_plan.seed % quint64(m_plan.deskCount())))
        station.desk().cache().setLargeLoad(LargeLoad);
    m_watch.started(station);
}

bool World::isQuiet()
{
    return std::all_of(m_stations.begin(), m_stations.end(), [this](Station *station) {
        return isOutside(*station) || (station->isConnected() && station->wire()->isSound() && station->desk().engine().isQuiet());
    });
}

int World::secondsUntilLapsed()
{
    const auto isForTime = [this](model::EntityId entity, model::NumberField until) {
        const QList<model::Record> rows = m_server->all(entity);
        return std::any_of(rows.begin(), rows.end(), [until](const model::Record &row) { return !row.isNull(until); });
    };
    return isForTime(model::Share::entity, model::Share::validTo) ? ShareSeconds
        : isForTime(model::RoleGrant::entity, model::RoleGrant::validTo) ? GrantSeconds : 0;
}

void World::rest()
{
    tell("comes to rest");
    if (m_serverDisk)
        m_serverDisk->setQuiet(true);
    for (Station *station : std::as_const(m_stations)) {
        station->recover();
        if (station->disk())
            station->disk()->setQuiet(true);
    }
    const int lapsed = secondsUntilLapsed();
    int seconds = 0;
    do
        pass(TickMs);
    while (++seconds < RestSeconds && m_broken.isEmpty() && (!isQuiet() || seconds < lapsed));
    // Whose rights came back is let in when he tries again.
    pass(2 * TickMs);
}

void World::letForget()
{
    advance(ForgottenMs);
    for (Station *station : std::as_const(m_stations))
        station->desk().tick();
}

} // namespace guanxi::test
