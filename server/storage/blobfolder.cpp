// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/blobfolder.h"

#include "common/base/secretfile.h"

#include <QDataStream>
#include <QDir>
#include <QStorageInfo>

namespace guanxi::server {

using protocol::ChunkSet;
using protocol::Manifest;
using storage::ChunkStore;

namespace {

static_assert(ChunkStore::BlockSize == protocol::PieceSize);

/// Blobs that one connection may bring at once.
constexpr qsizetype MostUploads = 4;

Error unexpected() { return {ErrorCode::BadValue, {QStringLiteral("content"), QString()}}; }

} // namespace

Result<std::unique_ptr<BlobFolder>> BlobFolder::open(const QString &path, const QByteArray &key, const BlobLimits &limits)
{
    Result<ChunkStore> chunks = ChunkStore::open(path + QStringLiteral("/chunks"), key);
    Result<ChunkStore> manifests = ChunkStore::open(path + QStringLiteral("/manifests"), key);
    if (!chunks || !manifests)
        return chunks ? manifests.error() : chunks.error();
    return std::unique_ptr<BlobFolder>(new BlobFolder(path, *chunks, *manifests, limits));
}

Result<void> BlobFolder::checkRoom(qint64 size) const
{
    if (size > m_limits.largest)
        return Error{ErrorCode::FileTooLarge, {QString::number(size), QString::number(m_limits.largest)}};
    const QStorageInfo disk(m_path);
    if (disk.isValid() && disk.bytesAvailable() < size + m_limits.reserve)
        return Error{ErrorCode::DiskFull, {m_path}};
    return {};
}

Result<ChunkSet> BlobFolder::offer(quint64 uploader, const BlobReference &reference, const QByteArray &encoded)
{
    const Result<Manifest> manifest = Manifest::decode(encoded);
    if (!manifest || Manifest::idOf(encoded) != reference.blob)
        return manifest ? unexpected() : manifest.error();
    const ChunkSet wanted = missing(reference, *manifest);
    if (wanted.isEmpty() && m_manifests.has(reference.blob))
        return wanted;
    GUANXI_TRY(checkRoom(manifest->size));
    if (!m_manifests.has(reference.blob))
        GUANXI_TRY(store(m_manifests, reference.blob, encoded));
    // A file without a byte is complete as soon as it is known.
    if (wanted.isEmpty())
        return wanted;
    QHash<QByteArray, Upload> &uploads = m_uploads[uploader];
    if (uploads.size() >= MostUploads && !uploads.contains(reference.blob))
        uploads.clear();
    uploads.insert(reference.blob, {reference, *manifest});
    return wanted;
}

Result<void> BlobFolder::store(const ChunkStore &where, const QByteArray &hash, const QByteArray &bytes) const
{
    const Result<std::unique_ptr<ChunkStore::Writer>> writer = where.write(hash);
    if (!writer)
        return writer.error();
    for (qsizetype at = 0; at < bytes.size(); at += ChunkStore::BlockSize)
        GUANXI_TRY((*writer)->append(QByteArrayView(bytes).sliced(at, std::min(ChunkStore::BlockSize, bytes.size() - at))));
    return (*writer)->finish();
}

Result<void> BlobFolder::put(quint64 uploader, const QByteArray &blob, int chunk, int offset, const QByteArray &bytes)
{
    const auto uploads = m_uploads.find(uploader);
    if (uploads == m_uploads.end() || !uploads->contains(blob))
        return unexpected();
    Upload &upload = (*uploads)[blob];
    if (chunk < 0 || chunk >= upload.manifest.count())
        return unexpected();
    if (offset == 0) {
        Result<std::unique_ptr<ChunkStore::Writer>> writer = m_chunks.write(upload.manifest.chunk(chunk));
        if (!writer)
            return writer.error();
        upload.writer = std::move(*writer);
        upload.chunk = chunk;
    }
    const qsizetype whole = upload.manifest.sizeOf(chunk);
    const bool fits = upload.writer && upload.chunk == chunk && upload.writer->size() == offset
        && bytes.size() == std::min<qsizetype>(protocol::PieceSize, whole - offset);
    Result<void> done = fits ? upload.writer->append(bytes) : unexpected();
    if (done && offset + bytes.size() == whole) {
        done = upload.writer->finish();
        if (done)
            done = prove(upload.reference, chunk, upload.manifest.count());
        upload.writer.reset();
    }
    if (!done)
        upload.writer.reset();
    return done;
}

QString BlobFolder::proofPath(const BlobReference &reference) const
{
    QByteArray bytes;
    QDataStream(&bytes, QIODevice::WriteOnly) << quint16(reference.record.entity) << quint32(reference.field);
    const QByteArray name = QCryptographicHash::hash(bytes + reference.record.id.bytes() + reference.blob, QCryptographicHash::Sha256).toHex();
    return m_path + QStringLiteral("/proofs/") + QString::fromLatin1(name.left(2)) + u'/' + QString::fromLatin1(name);
}

ChunkSet BlobFolder::proof(const BlobReference &reference, int count) const
{
    QFile file(proofPath(reference));
    return ChunkSet::fromBytes(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(), count);
}

Result<void> BlobFolder::prove(const BlobReference &reference, int chunk, int count)
{
    ChunkSet proven = proof(reference, count);
    proven.insert(chunk);
    const QString path = proofPath(reference);
    QDir().mkpath(QFileInfo(path).path());
    return writeSecretFile(path, proven.bytes());
}

ChunkSet BlobFolder::missing(const BlobReference &reference, const Manifest &manifest) const
{
    const ChunkSet proven = proof(reference, manifest.count());
    ChunkSet missing(manifest.count());
    for (int i = 0; i < manifest.count(); ++i)
        if (!proven.contains(i) || !m_chunks.has(manifest.chunk(i)))
            missing.insert(i);
    return missing;
}

Result<Manifest> BlobFolder::manifest(const QByteArray &blob) const
{
    const Result<QByteArray> encoded = m_manifests.chunk(blob);
    return encoded ? Manifest::decode(*encoded) : encoded.error();
}

Result<BlobFolder::Known> BlobFolder::look(const BlobReference &reference) const
{
    const Result<Manifest> manifest = this->manifest(reference.blob);
    if (!manifest)
        return manifest.error();
    const ChunkSet lacking = missing(reference, *manifest);
    // Also how large it is, and what it consists of, is for those to know who have brought some of it.
    if (lacking.isFull() && manifest->count() > 0)
        return Error{ErrorCode::ContentMissing, {}};
    return Known{manifest->encoded(), lacking};
}

Result<QByteArray> BlobFolder::piece(const BlobReference &reference, int chunk, int offset)
{
    const Result<Manifest> manifest = this->manifest(reference.blob);
    if (!manifest)
        return manifest.error();
    if (chunk < 0 || chunk >= manifest->count() || offset < 0 || offset % protocol::PieceSize != 0 || offset >= manifest->sizeOf(chunk))
        return unexpected();
    if (!proof(reference, manifest->count()).contains(chunk))
        return Error{ErrorCode::ContentMissing, {}};
    const Result<QByteArray> bytes = m_chunks.block(manifest->chunk(chunk), int(offset / protocol::PieceSize));
    if (!bytes)
        GUANXI_TRY(m_chunks.remove(manifest->chunk(chunk)));
    return bytes;
}

Result<qint64> BlobFolder::collect(const QSet<QByteArray> &needed, qint64 graceMs)
{
    QSet<QByteArray> chunks;
    for (const QByteArray &blob : needed) {
        const Result<Manifest> manifest = this->manifest(blob);
        if (!manifest)
            continue;
        m_manifests.touch(blob);
        for (int i = 0; i < manifest->count(); ++i) {
            chunks.insert(manifest->chunk(i));
            m_chunks.touch(manifest->chunk(i));
        }
    }
    const Result<qint64> removed = m_chunks.removeOthers(chunks, graceMs);
    const Result<qint64> forgotten = removed ? m_manifests.removeOthers(needed, graceMs) : removed;
    return forgotten ? Result<qint64>(*removed + *forgotten) : forgotten;
}

} // namespace guanxi::server
