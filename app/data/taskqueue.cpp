// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/taskqueue.h"

#include <QCoreApplication>
#include <QEvent>

namespace guanxi::app {

namespace {

const QEvent::Type TaskWaiting = QEvent::Type(QEvent::registerEventType());

} // namespace

void TaskQueue::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    QCoreApplication::postEvent(this, new QEvent(TaskWaiting));
}

bool TaskQueue::event(QEvent *event)
{
    if (event->type() != TaskWaiting)
        return QObject::event(event);
    if (const Task task = take())
        task();
    return true;
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

} // namespace guanxi::app
