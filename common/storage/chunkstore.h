// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QSaveFile>
#include <QSet>
#include <QStringList>

#include <memory>

namespace guanxi::storage {

/// Chunks of content, one file each, known by the SHA-256 of what they hold. With a key they are sealed block by block
/// (XChaCha20-Poly1305), and neither a file nor its name tells what is in it; without one they lie there as they are. A
/// chunk is there whole or not at all. Used by one thread.
class ChunkStore
{
public:
    static constexpr qsizetype BlockSize = 64 * 1024; ///< what is read at once

    /// Makes the folder where it is missing. `key`: 32 bytes or empty. Errors of writeError().
    static Result<ChunkStore> open(const QString &folder, const QByteArray &key);

    bool has(const QByteArray &hash) const;
    /// The bytes of one block, at most BlockSize. ContentMissing when there is no such chunk or it is damaged.
    Result<QByteArray> block(const QByteArray &hash, int index) const;
    /// All of a chunk; also checked against its hash.
    Result<QByteArray> chunk(const QByteArray &hash) const;
    /// Nothing to remove is no error.
    Result<void> remove(const QByteArray &hash);
    /// Removes every file that holds none of these chunks: what a crash left half-done, or what nobody needs any more.
    /// Younger than `graceMs` ones stay. Answers how many went.
    Result<qint64> removeOthers(const QSet<QByteArray> &known, qint64 graceMs = 0);
    /// Files that hold none of these chunks.
    QStringList others(const QSet<QByteArray> &known) const;
    /// It counts as written now, for removeOthers().
    void touch(const QByteArray &hash);
    QString pathOf(const QByteArray &hash) const;

    /// Writes one chunk from its beginning to its end; dropped without finish(), nothing is left of it.
    class Writer
    {
    public:
        /// Whole blocks, but for the last one.
        Result<void> append(QByteArrayView block);
        qsizetype size() const { return m_size; }
        /// Durable when it answers. BadValue when it is not what the hash says.
        Result<void> finish();

    private:
        friend class ChunkStore;
        Writer(const ChunkStore &store, const QByteArray &hash);
        Result<void> put(const QByteArray &bytes);

        QByteArray m_key;
        QByteArray m_hash;
        QByteArray m_nonce;
        QSaveFile m_file;
        QCryptographicHash m_sum{QCryptographicHash::Sha256};
        qsizetype m_size = 0;
        int m_blocks = 0;
    };
    Result<std::unique_ptr<Writer>> write(const QByteArray &hash) const;

private:
    ChunkStore(QString folder, QByteArray key) : m_folder(std::move(folder)), m_key(std::move(key)) {}
    QByteArray nameOf(const QByteArray &hash) const;

    QString m_folder;
    QByteArray m_key;
};

} // namespace guanxi::storage
