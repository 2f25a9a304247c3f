// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/secretfile.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QLockFile;

namespace guanxi::server {

/// The folder of one server: company.db, blobs, server.pem, server.json, logs, console socket. Locked as long as the object
/// lives, so that two servers never use the same files.
class DataFolder
{
public:
    /// Makes the folder, for its owner only, if it is not there.
    static Result<std::unique_ptr<DataFolder>> create(const QString &path);
    /// NotFound("data folder", path) when there is none; InUse(path); ReadOnly(path); DiskFull(path).
    static Result<std::unique_ptr<DataFolder>> open(const QString &path);
    ~DataFolder();

    static constexpr QLatin1StringView DatabaseName{"company.db"};
    static constexpr QLatin1StringView ConfigName{"server.json"};
    static constexpr QLatin1StringView BlobsName{"blobs"}; ///< folder of the contents of records

    QString path() const { return m_path; }
    QString file(const QString &name) const;
    QString database() const { return file(DatabaseName); }
    QString config() const { return file(ConfigName); }
    QString identity() const { return file(QStringLiteral("server.pem")); }
    QString log() const { return file(QStringLiteral("server.log")); }
    /// Name of the console's local socket, for whoever knows the folder.
    static QString socketName(const QString &folder);
    /// The key of company.db lies beside the folder unless the operator says otherwise: a copy of the folder is worth
    /// nothing without it.
    static QString defaultKeyFile(const QString &folder);

    /// 32 bytes. FileFailed(path, reason) when the file is not there or holds no key.
    static Result<QByteArray> readKey(const QString &path);
    /// A new key; AlreadyExists("key file", path) rather than overwriting one.
    static Result<QByteArray> makeKey(const QString &path, const QByteArray &key);

private:
    explicit DataFolder(const QString &path);
    Result<void> lock();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace guanxi::server
