// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/taskqueue.h"

#include <QPointer>
#include <QThread>

#include <memory>

namespace guanxi {

/// A thread for work that would hold up this one. Questions are answered in the order in which they were asked.
class Worker
{
public:
    enum class Where { Own, Caller }; ///< Caller: tests and the simulator, where time stands still

    explicit Worker(const QString &name, Where where = Where::Own);
    /// Drops what waits, and waits for what runs.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// `done` runs on the asking thread, unless `context` is gone by then.
    template <class T> void ask(std::function<T()> question, QObject *context, std::function<void(const T &)> done)
    {
        if (m_where == Where::Caller)
            return done(question());
        ++m_waiting;
        m_questions.post([this, question = std::move(question), guard = QPointer<QObject>(context), done = std::move(done)] {
            auto answer = std::make_shared<T>(question());
            m_answers.post([this, answer, guard, done] {
                --m_waiting;
                if (guard)
                    done(*answer);
            });
        });
    }
    void post(TaskQueue::Task task);
    /// Questions without an answer yet.
    qsizetype waiting() const { return m_waiting; }

private:
    Where m_where;
    QThread m_thread;
    TaskQueue m_questions; ///< lives in m_thread
    TaskQueue m_answers;
    qsizetype m_waiting = 0;
};

} // namespace guanxi
