// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/attachments.h"
#include "common/base/clock.h"
#include "common/protocol/manifest.h"
#include "common/storage/chunkstore.h"
#include "common/storage/database.h"

#include <QIODevice>

namespace guanxi::app {

/// The contents that lie on this computer: chunks in encrypted files by their hash, and an encrypted index of what they
/// belong to, what is owed to the server and what may go. Used by one thread.
class BlobStore
{
public:
    /// A folder of its own, encrypted with a key made of the data key. Clears away what a crash left.
    static Result<std::unique_ptr<BlobStore>> open(const QString &folder, const QByteArray &dataKey, const Clock &clock);

    /// Reads the content to its end, a chunk at a time, and owes it to the server for this field of a record. Durable when it
    /// answers. FileTooLarge(size, limit), DiskFull(path), FileFailed(path, reason).
    Result<FileRef> take(QIODevice &content, FileRef file);

    struct Blob {
        QByteArray id;
        protocol::Manifest manifest;
        bool whole = false;
        bool pinned = false;
    };
    Result<std::optional<Blob>> blob(const QByteArray &id);
    Result<QList<Blob>> blobs();
    /// What a fetched content will consist of; its chunks are kept from now on.
    Result<void> note(const QByteArray &id, const protocol::Manifest &manifest);
    protocol::ChunkSet held(const protocol::Manifest &manifest) const;
    Result<std::unique_ptr<storage::ChunkStore::Writer>> write(const QByteArray &hash) const { return m_chunks.write(hash); }
    Result<QByteArray> piece(const QByteArray &hash, int index) const { return m_chunks.block(hash, index); }
    /// Hands over the content in order, until `take` answers false. ContentMissing when some of it is not here.
    Result<void> read(const QByteArray &id, const std::function<bool(const QByteArray &)> &take);
    /// Looked at now: it goes last when room is needed.
    Result<void> noteOpened(const QByteArray &id);
    Result<void> setPinned(const QByteArray &id, bool pinned);

    /// What the server is to get, in the order in which it was taken in.
    Result<QList<FileRef>> owed();
    Result<void> owe(const FileRef &file);
    Result<void> settle(const FileRef &file);
    /// It need not go to the server now, since its record holds another; should that take it up again, it is to be owed.
    Result<void> shelve(const FileRef &file);
    Result<QList<FileRef>> shelved();
    /// The server may have lost what it had: everything that is here and was brought or fetched is offered again.
    Result<void> oweAll();

    Result<qint64> used();
    /// Removes contents until `quota` is kept: opened longest ago first; never what is pinned, `kept`, or not on the server.
    /// Answers what went.
    Result<QList<QByteArray>> makeRoom(qint64 quota, const QSet<QByteArray> &kept = {});

    Result<qint64> number(const QString &name, qint64 otherwise);
    Result<void> setNumber(const QString &name, qint64 value);
    Result<QByteArray> value(const QString &name);
    Result<void> setValue(const QString &name, const QByteArray &value);

private:
    BlobStore(std::unique_ptr<storage::Database> index, storage::ChunkStore chunks, const Clock &clock)
        : m_index(std::move(index)), m_chunks(std::move(chunks)), m_clock(clock)
    {}
    enum class Due { No, Now, Shelved };
    Result<void> setDue(const FileRef &file, Due due);
    Result<QList<FileRef>> thoseDue(Due due);
    Result<void> sweep();
    Result<QByteArray> storeChunk(const QByteArray &bytes);
    Result<QSet<QByteArray>> chunksBut(const QByteArray &id);
    /// Answers how many bytes that freed.
    Result<qint64> remove(const Blob &blob);

    std::unique_ptr<storage::Database> m_index;
    storage::ChunkStore m_chunks;
    const Clock &m_clock;
};

} // namespace guanxi::app
