// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/scope.h"
#include "common/protocol/manifest.h"
#include "common/storage/chunkstore.h"

#include <QHash>

#include <functional>

namespace guanxi::server {

/// What a file field of a record holds.
struct BlobReference {
    model::RecordRef record;
    model::FieldId field = 0;
    QByteArray blob;
    bool operator==(const BlobReference &) const = default;
};

/// What the server takes.
struct BlobLimits {
    qint64 largest = 512 * qint64(1024 * 1024);
    qint64 reserve = 256 * qint64(1024 * 1024); ///< of the disk, left to the database
};

/// The contents of records in a folder beside the database: chunks and manifests by their hash, and for each reference a
/// proof of which chunks somebody brought for it. Without that proof nothing is told or given: who only knows a hash gets
/// nothing for it. Used by one thread.
class BlobFolder
{
public:
    /// `key` as for ChunkStore.
    static Result<std::unique_ptr<BlobFolder>> open(const QString &path, const QByteArray &key, const BlobLimits &limits = {});

    /// Somebody has the content of `reference`: what is wanted of it. FileTooLarge(size, limit), DiskFull(path), BadFrame.
    Result<protocol::ChunkSet> offer(quint64 uploader, const BlobReference &reference, const QByteArray &manifest);
    /// A piece of what this uploader offered. BadValue when the chunk is not what the manifest says.
    Result<void> put(quint64 uploader, const QByteArray &blob, int chunk, int offset, const QByteArray &bytes);
    /// The uploader is gone; what he had begun of a chunk with him.
    void forget(quint64 uploader) { m_uploads.remove(uploader); }

    struct Known {
        QByteArray manifest; ///< encoded
        protocol::ChunkSet missing;
    };
    /// ContentMissing when nobody has offered it.
    Result<Known> look(const BlobReference &reference) const;
    /// One piece of what was brought for the reference. ContentMissing; what is damaged is thrown away, so that it is asked for.
    Result<QByteArray> piece(const BlobReference &reference, int chunk, int offset);

    /// Forgets what none of these blobs needs and nobody has needed for the time of grace; answers how many files went.
    Result<qint64> collect(const QSet<QByteArray> &needed, qint64 graceMs);

private:
    struct Upload {
        BlobReference reference;
        protocol::Manifest manifest;
        std::shared_ptr<storage::ChunkStore::Writer> writer{};
        int chunk = -1;
    };

    BlobFolder(const QString &path, storage::ChunkStore chunks, storage::ChunkStore manifests, const BlobLimits &limits)
        : m_path(path), m_chunks(std::move(chunks)), m_manifests(std::move(manifests)), m_limits(limits)
    {}
    Result<protocol::Manifest> manifest(const QByteArray &blob) const;
    protocol::ChunkSet missing(const BlobReference &reference, const protocol::Manifest &manifest) const;
    protocol::ChunkSet proof(const BlobReference &reference, int count) const;
    Result<void> prove(const BlobReference &reference, int chunk, int count);
    QString proofPath(const BlobReference &reference) const;
    Result<void> checkRoom(qint64 size) const;
    Result<void> store(const storage::ChunkStore &where, const QByteArray &hash, const QByteArray &bytes) const;

    QString m_path;
    storage::ChunkStore m_chunks;
    storage::ChunkStore m_manifests;
    BlobLimits m_limits;
    QHash<quint64, QHash<QByteArray, Upload>> m_uploads;
};

} // namespace guanxi::server
