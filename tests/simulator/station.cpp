// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/station.h"

namespace guanxi::test {

using namespace protocol;

namespace {

/// Outbox and cache as a desk makes them at its first start. Making their tables once is enough.
std::unique_ptr<FaultyDisk> newDisk(Random &random, const model::Catalogue &catalogue)
{
    thread_local QMap<QString, QByteArray> files;
    auto disk = std::make_unique<FaultyDisk>(random);
    if (files.isEmpty()) {
        if (!app::Outbox::open(disk->path() + QStringLiteral("/outbox"), MemoryDesk::fileKey())
            || !app::Cache::open(disk->path() + QStringLiteral("/cache"), MemoryDesk::fileKey(), catalogue))
            qFatal("simulator: a desk cannot be set up");
        files = disk->contents();
    }
    disk->setContents(files);
    return disk;
}

} // namespace

Station::Station(const Parts &parts, Observer &observer)
    : m_parts(parts), m_disk(parts.onDisk ? newDisk(parts.network, parts.catalogue) : nullptr),
      m_desk(parts.server, parts.catalogue, parts.member, m_clock, parts.ids, m_disk ? m_disk->path() : QString()),
      m_observer(observer), m_heartbeat(m_clock.monotonicMs()), m_backoff(parts.network)
{
    m_desk.setFaultHandler([this](const Error &) { ++m_faults; });
    boot({});
}

Station::~Station()
{
    cut();
    m_desk.stop();
}

void Station::boot(const Result<void> &started)
{
    if (!started)
        return m_observer.failed(*this, started.error());
    QObject::connect(&m_desk.engine(), &app::SyncEngine::stalled, &m_desk.engine(), [this] { m_stalled = true; });
    QObject::connect(&m_desk.engine(), &app::SyncEngine::forked, &m_desk.engine(), [this] { m_stalled = true; });
    m_observer.started(*this);
}

void Station::setConditions(const Wire::Conditions &conditions)
{
    m_conditions = conditions;
    for (const auto &wire : m_wires)
        wire->setConditions(conditions);
}

void Station::recover()
{
    setConditions({});
    m_unpluggedUntil = m_asleepUntil = 0;
}

bool Station::isOver(const Wire &wire) const { return &wire != m_wire && wire.isOver(); }

bool Station::turn()
{
    if (m_clock.monotonicMs() < m_asleepUntil || !m_desk.isRunning())
        return false;
    bool moved = false;
    for (size_t i = 0; i < m_wires.size(); ++i)
        moved |= m_wires[i]->pump(m_clock.monotonicMs());
    std::erase_if(m_wires, [this](const auto &wire) { return isOver(*wire); });
    return moved;
}

void Station::tick()
{
    const qint64 now = m_clock.monotonicMs();
    if (now < m_asleepUntil || !m_desk.isRunning())
        return;
    m_desk.tick();
    if (std::exchange(m_stalled, false) && m_wire) {
        m_wire->client().close();
        m_retryAt = now;
    }
    if (!m_wire) {
        if (now >= m_retryAt && now >= m_unpluggedUntil)
            connect();
        return;
    }
    if (!m_parts.hasHeartbeat)
        return;
    switch (m_heartbeat.tick(now)) {
    case Heartbeat::Action::None: break;
    case Heartbeat::Action::Ping: m_wire->client().send(Ping{now}); break;
    case Heartbeat::Action::Dead: m_wire->client().close({ErrorCode::TimedOut, {}}); break;
    }
}

void Station::connect()
{
    if (m_wire)
        m_wire->client().close();
    m_wires.push_back(std::make_unique<Wire>(m_parts.network, m_conditions));
    Wire *const wire = m_wire = m_wires.back().get();
    m_heartbeat = Heartbeat(m_clock.monotonicMs());
    m_readySince = m_clock.monotonicMs();
    wire->setFilter([this, wire](Role sender, QByteArray &frame) {
        if (sender == Role::Client && m_disk && m_disk->isDown())
            return false;
        if (sender == Role::Client && wire == m_wire)
            m_heartbeat.sent(m_clock.monotonicMs());
        return m_observer.sending(*this, *wire, sender, frame);
    });
    m_parts.server.hub().accept(wire->server());
    m_desk.speakOver(wire->client());
    QObject::connect(&wire->client(), &Channel::heard, [this] { m_heartbeat.heard(m_clock.monotonicMs()); });
    QObject::connect(&wire->client(), &Channel::closed, [this, wire]{
        if (wire == m_wire)
            closed();
    });
}

void Station::closed()
{
    m_wire = nullptr;
    m_retryAt = m_clock.monotonicMs() + m_backoff.next(m_clock.monotonicMs() - m_readySince);
}

void Station::cut()
{
    if (m_wire)
        m_wire->cut();
}

void Station::serverGone(bool silently)
{
    for (const auto &wire : m_wires) {
        if (silently)
            wire->vanish(Role::Server);
        else
            wire->cut();
    }
}

void Station::crash(bool silently)
{
    if (m_wire && silently)
        m_wire->vanish(Role::Client);
    cut();
    m_desk.stop();
    if (m_disk)
        m_disk->restart();
    Result<void> started = m_desk.start();
    if (!started && m_disk) {
        // As the product does: a damaged cache is made anew; the outbox is never touched.
        m_desk.stop();
        forgetCache();
        started = m_desk.start();
    }
    boot(started);
}

void Station::restore(const Backup &backup)
{
    cut();
    if (!m_disk) {
        m_desk.restore(backup.memory);
        return boot({});
    }
    m_desk.stop();
    m_disk->setContents(backup.files);
    boot(m_desk.start());
}

void Station::upgrade(const model::Catalogue &catalogue)
{
    m_desk.install(catalogue);
    crash(false);
}

void Station::crashIfDown()
{
    if (m_disk && m_disk->isDown())
        crash(true);
}

void Station::forgetCache()
{
    for (const char *name : {"cache", "cache-wal", "cache-journal"})
        m_disk->remove(QLatin1StringView(name));
}

void Station::loseCache()
{
    cut();
    if (!m_disk) {
        m_desk.loseCache();
        return boot({});
    }
    m_desk.stop();
    forgetCache();
    // With a disk that fails the program would not start; its user tries until it does.
    m_disk->setQuiet(true);
    boot(m_desk.start());
    m_disk->setQuiet(false);
}

} // namespace guanxi::test
