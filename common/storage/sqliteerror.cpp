// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/sqliteerror.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace guanxi::storage {

namespace {

QString messageOf(sqlite3 *handle) { return QString::fromUtf8(sqlite3_errmsg(handle)); }

QString pathOf(sqlite3 *handle) { return QString::fromUtf8(sqlite3_db_filename(handle, "main")); }

} // namespace

Error sqliteError(sqlite3 *handle)
{
    const int code = sqlite3_extended_errcode(handle);
    switch (code & 0xff) {
    case SQLITE_FULL: return {ErrorCode::DiskFull, {pathOf(handle)}};
    case SQLITE_READONLY: return {ErrorCode::ReadOnly, {pathOf(handle)}};
    case SQLITE_BUSY: case SQLITE_LOCKED: return {ErrorCode::InUse, {pathOf(handle)}};
    case SQLITE_NOTADB: return {ErrorCode::DatabaseKey, {pathOf(handle)}};
    case SQLITE_IOERR: return {ErrorCode::FileFailed, {pathOf(handle), messageOf(handle)}};
    case SQLITE_CANTOPEN: return {ErrorCode::DatabaseOpen, {pathOf(handle), messageOf(handle)}};
    default: break;
    }
    const QString message = messageOf(handle);
    // sum() has no code of its own for this.
    if (message == QLatin1StringView("integer overflow"))
        return {ErrorCode::OutOfRange, {QString(), message, QString()}};
    return {ErrorCode::DatabaseFailed, {message}};
}

Error sqliteOpenError(int extendedCode, const QString &path, const QString &message)
{
    const QFileInfo file(path);
    switch (extendedCode & 0xff) {
    case SQLITE_NOTADB: return {ErrorCode::DatabaseKey, {path}};
    case SQLITE_FULL: return {ErrorCode::DiskFull, {path}};
    case SQLITE_READONLY: return {ErrorCode::ReadOnly, {path}};
    case SQLITE_BUSY: case SQLITE_LOCKED: return {ErrorCode::InUse, {path}};
    case SQLITE_IOERR: return {ErrorCode::FileFailed, {path, message}};
    default: break;
    }
    if (!file.exists() && file.dir().exists() && !QFileInfo(file.path()).isWritable())
        return {ErrorCode::ReadOnly, {path}};
    return {ErrorCode::DatabaseOpen, {path, message}};
}

} // namespace guanxi::storage
