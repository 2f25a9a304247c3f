// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/taskqueue.h"
#include "server/storage/blobfolder.h"

#include <QPointer>
#include <QThread>

namespace guanxi::server {

/// Gives the contents of records a thread of their own, so that writing a megabyte never holds up a saved record. Questions
/// are answered in the order in which they were asked.
class BlobService
{
public:
    enum class Thread { Own, Caller }; ///< Caller: tests and the simulator, where time stands still

    explicit BlobService(std::unique_ptr<BlobFolder> folder, Thread thread = Thread::Own);
    ~BlobService();
    BlobService(const BlobService &) = delete;
    BlobService &operator=(const BlobService &) = delete;

    /// `done` runs on the asking thread, unless `context` is gone by then.
    template <class T>
    void ask(std::function<Result<T>(BlobFolder &)> question, QObject *context, std::function<void(const Result<T> &)> done)
    {
        if (m_where == Thread::Caller)
            return done(question(*m_folder));
        m_questions.post([this, question = std::move(question), guard = QPointer<QObject>(context), done = std::move(done)] {
            auto answer = std::make_shared<Result<T>>(question(*m_folder));
            m_answers.post([answer, guard, done] {
                if (guard)
                    done(*answer);
            });
        });
    }
    void forget(quint64 uploader);

private:
    std::unique_ptr<BlobFolder> m_folder; ///< used in m_thread only
    Thread m_where;
    QThread m_thread;
    TaskQueue m_questions; ///< lives in m_thread
    TaskQueue m_answers;
};

} // namespace guanxi::server
