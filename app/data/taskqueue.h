// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace guanxi::app {

/// Runs what any thread hands over, one after the other, in the thread that this object lives in. Between its tasks that
/// thread's event loop gets its turn. The hand-over is a mutex of our own, which thread sanitizers can follow; Qt's event
/// loop only wakes the thread.
class TaskQueue : public QObject
{
public:
    using Task = std::function<void()>;

    using QObject::QObject;
    /// Any thread. A queue that is destroyed drops what waits.
    void post(Task task);

protected:
    bool event(QEvent *event) override;

private:
    Task take();

    std::mutex m_mutex;
    std::deque<Task> m_tasks;
};

} // namespace guanxi::app
