// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "farhost.h"

#include "common/base/random.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <mutex>
#include <thread>

namespace guanxi::test {

/// A line between this host and a far one that carries their packets late, slowly, not all of them, or none, and tells
/// nobody: below TCP, which meets each of these by its own means.
class PacketLine
{
public:
    /// Of one direction.
    struct Quality {
        int delayMs = 0;
        int lossPercent = 0;    ///< each packet's chance to be lost
        int bytesPerSecond = 0; ///< 0: as fast as it goes; else what finds 32 KiB waiting is lost
        bool silent = false;    ///< nothing gets through
    };

    /// `number`, 1 to 255, tells several lines of a test apart.
    PacketLine(const FarHost &host, int number);
    ~PacketLine();

    /// Where the far host is reached by this line.
    QString farAddress() const { return address(1); }
    /// From here on; what is on its way in a direction that falls silent is gone.
    void set(const Quality &both) { set(both, both); }
    void set(const Quality &toFar, const Quality &toNear);
    /// This host is somewhere else now: another address, and nobody answers at the old one.
    void moveAway();
    /// This host has no network at all, as where there is no WLAN, and where its applications are told so.
    void takeDown();
    /// It has again.
    void putUp();

private:
    using Microseconds = std::chrono::microseconds;
    using Time = std::chrono::steady_clock::time_point;
    struct Packet {
        Time due;
        QByteArray bytes;
    };
    struct Way {
        int from, to;
        Quality quality{};
        std::deque<Packet> under{};
        Time freeAt{}; ///< when the last byte taken will have left
    };

    QString address(int host) const;
    QByteArray nearName() const;
    void relay();
    void take(Way &way, Time now);
    void deliver(Way &way, Time now);
    void wake() const;

    int m_number;
    int m_host = 2; ///< last part of this host's address
    Way m_up, m_down;
    int m_wake;
    std::mutex m_mutex;
    bool m_ending = false;
    SeededRandom m_random{17};
    std::thread m_thread;
};

} // namespace guanxi::test
