// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/secretfile.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace guanxi {

namespace {

constexpr qint64 FullBelow = 64 * 1024; ///< bytes

} // namespace

Error writeError(const QString &path, const QString &reason)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QStorageInfo storage(folder);
    if (storage.isValid() && storage.isReadOnly())
        return {ErrorCode::ReadOnly, {path}};
    if (storage.isValid() && storage.bytesTotal() > 0 && storage.bytesAvailable() < FullBelow)
        return {ErrorCode::DiskFull, {path}};
    if (QFileInfo::exists(folder) && !QFileInfo(folder).isWritable())
        return {ErrorCode::ReadOnly, {path}};
    return {ErrorCode::FileFailed, {path, reason}};
}

Result<void> writeSecretFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // Closed to others before the first byte is in it.
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.commit();
    if (!written)
        return writeError(path, file.errorString());
    return {};
}

} // namespace guanxi
