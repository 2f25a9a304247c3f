// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/company.h"
#include "tests/simulator/diary.h"
#include "tests/simulator/disasters.h"
#include "tests/simulator/labcatalogue.h"
#include "tests/simulator/mutants.h"
#include "tests/simulator/plan.h"
#include "tests/simulator/station.h"
#include "tests/simulator/watch.h"

namespace guanxi::test {

/// Random decisions of one step.
struct Dice {
    Random &random;

    bool chance(int percent) { return random.below(100) < quint64(percent); }
    qint64 upTo(qint64 most) { return qint64(random.below(quint64(most + 1))); }
    Uuid newId() { return Uuid::fromBytes(random.bytes(Uuid::Size)); }
    template <class List> auto &oneOf(List &list) { return list[qsizetype(random.below(quint64(list.size())))]; }
};

/// While it lives the disk does nothing wrong.
class Quiet
{
public:
    explicit Quiet(FaultyDisk *disk) : m_disk(disk) { set(true); }
    ~Quiet() { set(false); }
    Quiet(const Quiet &) = delete;
    Quiet &operator=(const Quiet &) = delete;

private:
    void set(bool quiet)
    {
        if (m_disk)
            m_disk->setQuiet(quiet);
    }
    FaultyDisk *m_disk;
};

/// One run of a small company: a server, its desks, the network between them, everybody's clock. Plays a plan, then lets
/// everything come to rest.
class World final : public Station::Observer
{
public:
    /// What may wait for one connection before live messages stop: small, so that slow networks reach it.
    static constexpr qint64 LiveBudget = 4096;

    /// With a mutant, from when everybody has met for the first time.
    explicit World(const Plan &plan, const Mutant *mutant = nullptr);
    ~World() override;

    void run();
    /// The first promise that was broken while it ran, by name and detail; empty when none was.
    const QString &broken() const { return m_broken; }
    void complain(const QString &broken);
    /// What happens, in words; for who plays one plan and looks on. With the desk's name where it is about one.
    void tell(const char *what, const Station *station = nullptr, const QString &more = {}) const;
    using Listener = void (*)(const QString &line);
    void setListener(Listener listener) { m_listener = listener; }

    MemoryServer &server() { return *m_server; }
    FakeClock &serverClock() { return m_serverClock; }
    FaultyDisk *serverDisk() { return m_serverDisk.get(); }
    const Plan &plan() const { return m_plan; }
    bool sells() const { return m_plan.sells() && (!m_mutant || !m_mutant->declare || m_mutant->needsSelling); }
    Disasters &disasters() { return m_disasters; }
    /// What the rules really are, whatever a mutant tells the server.
    const model::Catalogue &catalogue() const { return m_upgraded ? m_laterCatalogue : m_catalogue; }
    const QList<Station *> &stations() const { return m_stations; }
    Diary &diary() { return m_diary; }
    Watch &watch() { return m_watch; }
    /// The server's revision when it all began.
    qint64 foundedAt() const { return m_foundedAt; }

    /// The process dies, or its machine does; it comes back at once.
    void restartServer(bool silently);
    Station::Backup backUpServer() const;
    void restoreServer(const Station::Backup &backup);
    void upgradeServer();
    bool isUpgraded() const { return m_upgraded; }
    /// The server was put back from a backup.
    bool isRestored() const { return m_restored; }
    Uuid epoch();
    /// Nobody lets him in: no rights, or a name that the server's backup did not know.
    bool isOutside(Station &station) const;
    void clone(const Station &original);
    /// Has the desk compare its copy, which takes no time where nothing is late; nothing when that did not end.
    std::optional<app::ComparisonReport> compare(Station &station);
    /// So much time passes that what must be forgotten is taken out of the files.
    void letForget();
    /// Time passes for everybody; wires, server and desks are turned.
    void pass(qint64 ms);

private:
    bool sending(Station &station, const Wire &wire, protocol::Role sender, QByteArray &frame) override;
    void started(Station &station) override;
    void failed(Station &station, const Error &error) override;
    void addStation(const Station::Parts &parts);
    void serverEnds(bool silently);
    void serverBegins(std::shared_ptr<storage::Database> database);
    void advance(qint64 ms);
    void turn();
    void tick();
    void crashWhoIsDown();
    /// Faults are over; time goes on until nobody waits for anything, or for too long.
    void rest();
    bool isQuiet();
    int secondsUntilLapsed();

    const Plan m_plan;
    const Mutant *m_mutant;
    bool m_mutating = false;
    Wiretap m_wiretap;
    FakeClock m_serverClock;
    SeededRandom m_ids;
    SeededRandom m_network;
    model::Catalogue m_catalogue;
    model::Catalogue m_laterCatalogue;
    bool m_upgraded = false;
    bool m_restored = false;
    Diary m_diary;
    Watch m_watch;
    Disasters m_disasters{*this};
    std::unique_ptr<FaultyDisk> m_serverDisk;
    std::unique_ptr<MemoryServer> m_server;
    std::vector<std::unique_ptr<Station>> m_owned;
    QList<Station *> m_stations;
    qint64 m_foundedAt = 0;
    qint64 m_sinceTick = 0;
    QString m_broken;
    Listener m_listener = nullptr;
    int m_step = -1;
};

} // namespace guanxi::test
