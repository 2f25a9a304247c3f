// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/database.h"

#include <QVariant>

#include <span>

namespace guanxi::storage {

/// A statement as one database prepares it; behind Statement. Text arrives checked and as UTF-8.
class PreparedStatement
{
public:
    virtual ~PreparedStatement() = default;

    virtual Result<void> bindInteger(int index, qint64 number) = 0;
    virtual Result<void> bindText(int index, QByteArrayView utf8) = 0;
    virtual Result<void> bindBytes(int index, QByteArrayView bytes) = 0;
    virtual Result<void> bindNull(int index) = 0;
    virtual Result<void> bindArray(int index, std::span<const QByteArray> elements) = 0;

    virtual Result<bool> step() = 0;
    /// Runs it; what it answers, and whether it failed, may be told by the next statement.
    virtual Result<void> send() = 0;
    /// Rows changed by the last round.
    virtual qint64 changes() const = 0;
    virtual void reset() = 0;

    virtual int columnCount() const = 0;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual QByteArrayView view(int column) const = 0;
};

/// The handle of one open database; behind Database. Keeps Qt's connection alive, which owns the handle.
class Connection
{
public:
    explicit Connection(QString name) : m_name(std::move(name)) {}
    virtual ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    virtual void *handle() = 0;
    virtual Result<void> execute(QByteArrayView sql) = 0;
    virtual Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray &sql) = 0;
    virtual void interrupt() = 0;
    virtual qint64 pageCacheBytes() const = 0;

private:
    QString m_name; ///< of the connection in Qt's list
};

Result<std::unique_ptr<Connection>> openSqlite(const DatabaseOptions &options, const QString &name);
Result<std::unique_ptr<Connection>> openPostgres(const DatabaseOptions &options, const QString &name);

/// The pointer in what QSqlDriver::handle() answered; null when it is of another type.
template <class T> T *driverHandle(const QVariant &handle, const char *typeName)
{
    return qstrcmp(handle.typeName(), typeName) == 0 ? *static_cast<T *const *>(handle.constData()) : nullptr;
}

} // namespace guanxi::storage
