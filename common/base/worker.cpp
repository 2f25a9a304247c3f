// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/worker.h"

namespace guanxi {

Worker::Worker(const QString &name, Where where) : m_where(where)
{
    if (m_where == Where::Caller)
        return;
    m_thread.setObjectName(name);
    m_questions.moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    if (m_where == Where::Own)
        m_questions.finish([] {});
    m_thread.quit();
    m_thread.wait();
}

void Worker::post(TaskQueue::Task task)
{
    if (m_where == Where::Caller)
        task();
    else
        m_questions.post(std::move(task));
}

} // namespace guanxi
