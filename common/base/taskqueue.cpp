// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/taskqueue.h"

namespace guanxi {

TaskQueue::~TaskQueue()
{
    const std::lock_guard lock(m_mutex);
    m_tasks.clear();
}

void TaskQueue::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    QMetaObject::invokeMethod(this, "runOne", Qt::QueuedConnection);
}

void TaskQueue::finish(const Task &last)
{
    bool done = false;
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.clear();
    }
    post([&] {
        last();
        const std::lock_guard lock(m_mutex);
        done = true;
        m_finished.notify_all();
    });
    std::unique_lock lock(m_mutex);
    m_finished.wait(lock, [&] { return done; });
}

void TaskQueue::runOne()
{
    if (const Task task = take())
        task();
}

TaskQueue::Task TaskQueue::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_tasks.empty())
        return {};
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
}

} // namespace guanxi
