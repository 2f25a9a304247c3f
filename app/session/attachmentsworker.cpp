// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/attachmentsworker.h"

#include "common/base/secretfile.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QSaveFile>

namespace guanxi::app {

namespace {

const QString EpochName = QStringLiteral("epoch");
const QString QuotaName = QStringLiteral("quota");

} // namespace

AttachmentsWorker::AttachmentsWorker(QString folder, QByteArray key, const Clock &clock, Thumbnailer thumbnailer)
    : m_folder(std::move(folder)), m_key(std::move(key)), m_clock(clock), m_thumbnailer(std::move(thumbnailer))
{}

Result<void> AttachmentsWorker::open()
{
    Result<std::unique_ptr<BlobStore>> opened = BlobStore::open(m_folder, m_key, m_clock);
    if (!opened)
        return opened.error();
    store = std::move(*opened);
    transfer = std::make_unique<BlobTransfer>(*store, m_clock);
    const Result<qint64> quota = store->number(QuotaName, DefaultQuota);
    if (!quota)
        return quota.error();
    m_quota = *quota;
    return {};
}

void AttachmentsWorker::close()
{
    transfer.reset();
    store.reset();
}

Result<AttachmentsWorker::Inventory> AttachmentsWorker::stock()
{
    const Result<QList<BlobStore::Blob>> blobs = store->blobs();
    const Result<QList<FileRef>> owed = store->owed();
    const Result<QList<FileRef>> shelved = store->shelved();
    const Result<qint64> used = store->used();
    if (!blobs || !owed)
        return blobs ? owed.error() : blobs.error();
    if (!shelved || !used)
        return shelved ? used.error() : shelved.error();
    return Inventory{*blobs, *owed, *shelved, m_quota, *used};
}

Result<TakenFile> AttachmentsWorker::take(const Source &source, const FileRef &file)
{
    const std::unique_ptr<QIODevice> content = source();
    const auto *onDisk = qobject_cast<QFile *>(content.get());
    const QString name = onDisk ? onDisk->fileName() : QString();
    if (!content->open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {name, content->errorString()}};
    TakenFile taken;
    taken.mime = QMimeDatabase().mimeTypeForFileNameAndData(name, content.get()).name();
    taken.size = content->size();
    if (m_thumbnailer) {
        content->seek(0);
        taken.thumbnail = m_thumbnailer(*content, taken.mime);
    }
    content->seek(0);
    const Result<FileRef> stored = store->take(*content, file);
    if (!stored)
        return stored.error();
    taken.blob = stored->blob;
    return taken;
}

Result<bool> AttachmentsWorker::write(const QByteArray &blob, QIODevice &target)
{
    bool written = true;
    GUANXI_TRY(store->read(blob, [&](const QByteArray &bytes) { return written = target.write(bytes) == bytes.size(); }));
    GUANXI_TRY(store->noteOpened(blob));
    return written;
}

Result<bool> AttachmentsWorker::copyTo(const QByteArray &blob, const QString &path)
{
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return writeError(path, target.errorString());
    const Result<bool> written = write(blob, target);
    if (!written)
        return written;
    return *written && target.commit() ? Result<bool>(true) : writeError(path, target.errorString());
}

Result<QString> AttachmentsWorker::expose(const QByteArray &blob, const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return writeError(folder, QStringLiteral("cannot be made"));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly) || !target.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return writeError(path, target.errorString());
    const Result<bool> written = write(blob, target);
    if (!written)
        return written.error();
    if (!*written || !target.flush())
        return writeError(path, target.errorString());
    // What is changed there would be lost: the program that shows it should say so.
    target.setPermissions(QFile::ReadOwner);
    return path;
}

Result<void> AttachmentsWorker::setQuota(qint64 bytes)
{
    m_quota = bytes;
    return store->setNumber(QuotaName, bytes);
}

Result<QList<FileRef>> AttachmentsWorker::meet(const Uuid &epoch)
{
    const Result<QByteArray> known = store->value(EpochName);
    if (!known)
        return known.error();
    if (!epoch.isNull() && !known->isEmpty() && *known != epoch.bytes())
        GUANXI_TRY(store->oweAll());
    if (!epoch.isNull() && *known != epoch.bytes())
        GUANXI_TRY(store->setValue(EpochName, epoch.bytes()));
    return store->owed();
}

bool AttachmentsWorker::knowsServer()
{
    const Result<QByteArray> epoch = store->value(EpochName);
    return epoch && !epoch->isEmpty();
}

} // namespace guanxi::app
