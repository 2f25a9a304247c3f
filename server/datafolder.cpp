// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/datafolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace guanxi::server {

namespace {

constexpr qsizetype KeySize = 32;
constexpr qsizetype LongestSocketPath = 100; ///< of 108 bytes that Unix gives, with room for a temporary name

} // namespace

DataFolder::DataFolder(const QString &path) : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath())) {}

DataFolder::~DataFolder() = default;

Result<std::unique_ptr<DataFolder>> DataFolder::create(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isDir())
        return Error{ErrorCode::FileFailed, {path, QStringLiteral("not a folder")}};
    if (!info.exists()) {
        if (!QDir().mkpath(path))
            return writeError(path, QStringLiteral("cannot be made"));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return open(path);
}

Result<std::unique_ptr<DataFolder>> DataFolder::open(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return Error{ErrorCode::NotFound, {QStringLiteral("data_folder"), path}};
    std::unique_ptr<DataFolder> folder(new DataFolder(path));
    GUANXI_TRY(folder->lock());
    return folder;
}

Result<void> DataFolder::lock()
{
    m_lock = std::make_unique<QLockFile>(file(QStringLiteral("server.lock")));
    m_lock->setStaleLockTime(0); // the lock of a killed server is known by its process, never by its age
    if (m_lock->tryLock(0))
        return {};
    if (m_lock->error() == QLockFile::LockFailedError)
        return Error{ErrorCode::InUse, {m_path}};
    return writeError(file(QStringLiteral("server.lock")), QStringLiteral("cannot be written"));
}

QString DataFolder::file(const QString &name) const { return QDir(m_path).filePath(name); }

QString DataFolder::socketName(const QString &folder)
{
    const QString absolute = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QString inside = QDir(absolute).filePath(QStringLiteral("console.socket"));
#ifdef Q_OS_UNIX
    if (QFile::encodeName(inside).size() <= LongestSocketPath)
        return inside;
#endif
    const QByteArray digest = QCryptographicHash::hash(absolute.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("guanxi-") + QString::fromLatin1(digest);
}

QString DataFolder::defaultKeyFile(const QString &folder)
{
    return QDir::cleanPath(QFileInfo(folder).absoluteFilePath()) + QStringLiteral(".key");
}

Result<QByteArray> DataFolder::readKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    const QByteArray text = file.read(1024).trimmed();
    const QByteArray key = QByteArray::fromHex(text);
    if (key.size() != KeySize || text.size() != 2 * KeySize)
        return Error{ErrorCode::FileFailed, {path, QStringLiteral("not a key of 64 hexadecimal digits")}};
    return key;
}

Result<QByteArray> DataFolder::makeKey(const QString &path, const QByteArray &key)
{
    if (QFileInfo::exists(path))
        return Error{ErrorCode::AlreadyExists, {QStringLiteral("key_file"), path}};
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return writeError(path, QStringLiteral("cannot be made"));
    GUANXI_TRY(writeSecretFile(path, key.toHex() + '\n'));
    return key;
}

} // namespace guanxi::server
