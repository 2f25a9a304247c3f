// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/blobservice.h"

namespace guanxi::server {

BlobService::BlobService(std::unique_ptr<BlobFolder> folder, Thread thread) : m_folder(std::move(folder)), m_where(thread)
{
    if (m_where == Thread::Caller)
        return;
    m_thread.setObjectName(QStringLiteral("blobs"));
    m_questions.moveToThread(&m_thread);
    m_thread.start();
}

BlobService::~BlobService()
{
    if (m_where == Thread::Own)
        m_questions.finish([] {});
    m_thread.quit();
    m_thread.wait();
}

void BlobService::forget(quint64 uploader)
{
    if (m_where == Thread::Caller)
        m_folder->forget(uploader);
    else
        m_questions.post([this, uploader] { m_folder->forget(uploader); });
}

} // namespace guanxi::server
