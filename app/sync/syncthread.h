// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/taskqueue.h"
#include "app/sync/syncengine.h"

#include <QThread>

#include <atomic>

namespace guanxi::app {

/// Gives the engine a thread of its own, so that applying what the server sends never holds up the GUI. Work reaches it
/// in the order in which it was handed over; its signals arrive on the thread of whoever is connected.
class SyncThread
{
public:
    explicit SyncThread(std::unique_ptr<SyncEngine> engine);
    /// Ends after the work under way; what waits behind it is dropped.
    ~SyncThread();
    SyncThread(const SyncThread &) = delete;
    SyncThread &operator=(const SyncThread &) = delete;

    const SyncEngine &engine() const { return *m_engine; }
    void post(std::function<void(SyncEngine &)> work);
    /// As SyncEngine::receive. Live commits that come faster than they can be applied are left out: the engine is told
    /// that it lags and pulls, where they come in pages.
    void receive(const protocol::Message &message);
    /// Nothing waits here, and the engine is quiet.
    bool isQuiet() const { return m_waiting == 0 && m_quiet; }

private:
    /// Step by step, with what comes meanwhile in between.
    void workOn();

    QThread m_thread;
    std::unique_ptr<SyncEngine> m_engine;
    TaskQueue m_tasks; ///< lives in m_thread
    bool m_working = false;
    std::atomic<int> m_waiting = 0;
    std::atomic<bool> m_quiet = false;
    std::atomic<bool> m_lagging = false;
};

} // namespace guanxi::app
