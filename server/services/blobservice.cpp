// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/blobservice.h"

namespace guanxi::server {

BlobService::BlobService(std::unique_ptr<BlobFolder> folder, Worker::Where where) : m_folder(std::move(folder)), m_worker(QStringLiteral("blobs"), where)
{}

void BlobService::forget(quint64 uploader)
{
    m_worker.post([this, uploader] { m_folder->forget(uploader); });
}

} // namespace guanxi::server
