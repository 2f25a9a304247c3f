// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace guanxi::app {

/// Lets one thread at a time work with something, and a person at the desk before the machine: an urgent one waits only
/// for the turn under way, a patient one also for every urgent one. A thread may take a turn inside its own.
class Turns
{
public:
    enum class Who : unsigned char { Urgent, Patient };

    void take(Who who);
    void giveBack();
    /// How many stand in line.
    int waiting() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_free;
    std::thread::id m_owner; ///< nobody: the default id
    int m_depth = 0;
    int m_urgent = 0;  ///< how many of them wait
    int m_patient = 0;
};

/// A turn as long as the object lives.
class Turn
{
public:
    Turn(Turns &turns, Turns::Who who) : m_turns(turns) { m_turns.take(who); }
    ~Turn() { m_turns.giveBack(); }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

private:
    Turns &m_turns;
};

} // namespace guanxi::app
