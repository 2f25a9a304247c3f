// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/worker.h"
#include "server/storage/blobfolder.h"

namespace guanxi::server {

/// Gives the contents of records a thread of their own, so that writing a megabyte never holds up a saved record. Questions
/// are answered in the order in which they were asked.
class BlobService
{
public:
    explicit BlobService(std::unique_ptr<BlobFolder> folder, Worker::Where where = Worker::Where::Own);

    /// `done` runs on the asking thread, unless `context` is gone by then.
    template <class T>
    void ask(std::function<Result<T>(BlobFolder &)> question, QObject *context, std::function<void(const Result<T> &)> done)
    {
        m_worker.ask<Result<T>>([this, question = std::move(question)] { return question(*m_folder); }, context, std::move(done));
    }
    void forget(quint64 uploader);

private:
    std::unique_ptr<BlobFolder> m_folder; ///< used by m_worker only, which ends first
    Worker m_worker;
};

} // namespace guanxi::server
