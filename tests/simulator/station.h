// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/heartbeat.h"
#include "tests/support/faultydisk.h"
#include "tests/support/memorydesk.h"
#include "tests/support/wire.h"

namespace guanxi::test {

/// One computer: a desk with a clock, perhaps a disk, and what the product keeps a connection alive with (heartbeat,
/// back-off, connecting anew after a stall), in virtual time.
class Station
{
public:
    struct Parts {
        MemoryServer &server;
        const model::Catalogue &catalogue;
        OpenDoor::Member member;
        Random &ids;     ///< of the product
        Random &network; ///< of wires and disk
        bool onDisk = false;
        bool hasHeartbeat = true;
    };
    /// Who looks on.
    class Observer
    {
    public:
        virtual ~Observer() = default;
        /// A frame is handed to the wire; false loses it.
        virtual bool sending(Station &station, const Wire &wire, protocol::Role sender, QByteArray &frame) = 0;
        /// The desk's program runs, perhaps again.
        virtual void started(Station &station) = 0;
        /// The program does not come back.
        virtual void failed(Station &station, const Error &error) = 0;
    };

    Station(const Parts &parts, Observer &observer);
    ~Station();

    FakeClock &clock() { return m_clock; }
    MemoryDesk &desk() { return m_desk; }
    const QString &name() const { return m_desk.login(); }
    FaultyDisk *disk() { return m_disk.get(); }
    /// The connection the desk believes in; null without one.
    Wire *wire() { return m_wire; }
    bool isConnected() const { return m_wire != nullptr; }

    /// How new connections are; connections that are there change with it.
    void setConditions(const Wire::Conditions &conditions);
    /// Nobody can be reached, and nothing is turned, for so long: cable out, or lid closed.
    void unplug(qint64 ms) { m_unpluggedUntil = m_clock.monotonicMs() + ms; }
    void sleep(qint64 ms) { m_asleepUntil = m_clock.monotonicMs() + ms; }

    /// Delivers what is due; false when nothing moved.
    bool turn();
    /// Every second.
    void tick();
    void connect();
    /// The network is well again, everybody awake; connections that are dead stay dead until somebody notices.
    void recover();
    /// Both ends learn it.
    void cut();
    /// The program is gone, with its machine if nobody heard of it; it comes back at once, from what its disk still has.
    void crash(bool silently);
    void crashIfDown();
    void loseCache();
    /// A copy of its files, and putting one back: its own, or that of the computer it is a clone of.
    struct Backup {
        MemoryDesk::Backup memory = {};
        QMap<QString, QByteArray> files = {};
    };
    Backup backUp() const { return m_disk ? Backup{{}, m_disk->contents()} : Backup{m_desk.backup(), {}}; }
    void restore(const Backup &backup);
    /// Its program is ended, and a newer one started.
    void upgrade(const model::Catalogue &catalogue);
    const Parts &parts() const { return m_parts; }
    /// The server's process is gone: its ends of all wires close, or vanish without a word.
    void serverGone(bool silently);

    /// Errors the desk told of.
    int faults() const { return m_faults; }

private:
    void boot(const Result<void> &started);
    void forgetCache();
    void closed();
    bool isOver(const Wire &wire) const;

    Parts m_parts;
    FakeClock m_clock;
    std::unique_ptr<FaultyDisk> m_disk;
    MemoryDesk m_desk;
    Observer &m_observer;
    std::vector<std::unique_ptr<Wire>> m_wires; ///< also those the server still believes in
    Wire *m_wire = nullptr;
    Wire::Conditions m_conditions;
    protocol::Heartbeat m_heartbeat;
    protocol::Backoff m_backoff;
    qint64 m_readySince = 0;
    qint64 m_retryAt = 0;
    qint64 m_unpluggedUntil = 0;
    qint64 m_asleepUntil = 0;
    bool m_stalled = false;
    int m_faults = 0;
};

} // namespace guanxi::test
