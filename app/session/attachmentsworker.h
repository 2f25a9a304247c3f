// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/blobtransfer.h"

namespace guanxi::app {

/// Makes a small picture of a content, at most model::PictureLimit bytes; empty: it has none. Runs on another thread.
using Thumbnailer = std::function<QByteArray(QIODevice &content, const QString &mime)>;

/// Everything of LocalAttachments that touches the disk; opened, used and closed in the thread of the store.
class AttachmentsWorker
{
public:
    static constexpr qint64 DefaultQuota = 2 * qint64(1024 * 1024 * 1024);

    /// What lies here, for who asks about it on another thread.
    struct Inventory {
        QList<BlobStore::Blob> blobs;
        QList<FileRef> owed;
        QList<FileRef> shelved;
        qint64 quota = DefaultQuota;
        qint64 used = 0;
    };
    using Source = std::function<std::unique_ptr<QIODevice>()>;

    /// `folder`: where the store is made.
    AttachmentsWorker(QString folder, QByteArray key, const Clock &clock, Thumbnailer thumbnailer);

    Result<void> open();
    void close();
    Result<Inventory> stock();
    Result<TakenFile> take(const Source &source, const FileRef &file);
    /// Errors of writeError(), ContentMissing.
    Result<bool> copyTo(const QByteArray &blob, const QString &path);
    /// A copy that only its owner can read, and nobody change; answers where it is. Makes the folder.
    Result<QString> expose(const QByteArray &blob, const QString &path);
    /// Answers what went.
    Result<QList<QByteArray>> makeRoom() { return store->makeRoom(m_quota, transfer->wanted()); }
    Result<void> setQuota(qint64 bytes);
    /// A server is there; after another epoch than last time it is offered again what it may have lost. Answers what is owed.
    Result<QList<FileRef>> meet(const Uuid &epoch);
    /// A server that keeps contents has been met; an older one would end the connection at the mention of them.
    bool knowsServer();

    std::unique_ptr<BlobStore> store;
    std::unique_ptr<BlobTransfer> transfer;

private:
    /// False when the target did not take all of it.
    Result<bool> write(const QByteArray &blob, QIODevice &target);

    QString m_folder;
    QByteArray m_key;
    const Clock &m_clock;
    Thumbnailer m_thumbnailer;
    qint64 m_quota = DefaultQuota;
};

} // namespace guanxi::app
