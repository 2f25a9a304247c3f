// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace guanxi {

/// Runs what any thread hands over, one after the other, in the thread that this object lives in. Between its tasks that
/// thread's event loop gets its turn. The hand-over is a mutex of our own, which thread sanitizers can follow; Qt's event
/// loop only wakes the thread.
class TaskQueue : public QObject
{
    Q_OBJECT

public:
    using Task = std::function<void()>;

    using QObject::QObject;
    ~TaskQueue() override;
    /// Any thread. A queue that is destroyed drops what waits.
    void post(Task task);
    /// From another thread: drops what waits, and returns when `last` has run.
    void finish(const Task &last);

private:
    /// Called by the event loop, once for each task.
    Q_INVOKABLE void runOne();
    Task take();

    std::mutex m_mutex;
    std::condition_variable m_finished;
    std::deque<Task> m_tasks;
};

} // namespace guanxi
