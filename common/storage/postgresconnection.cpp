// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/connection.h"
#include "common/storage/postgresstatement.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

namespace guanxi::storage {

namespace {

class PostgresConnection final : public Connection
{
public:
    PostgresConnection(QSqlDatabase database, PGconn *handle, int patienceMs)
        : Connection(database.connectionName()), m_database(std::move(database)), m_line(handle, patienceMs),
          m_cancel(PQgetCancel(handle))
    {}
    ~PostgresConnection() override
    {
        PQfreeCancel(m_cancel);
        m_database = {};
    }

    void *handle() override { return m_line.handle(); }

    qint64 pageCacheBytes() const override { return 0; } // the database server's own
    void interrupt() override
    {
        std::array<char, 256> reason;
        PQcancel(m_cancel, reason.data(), int(reason.size()));
    }

    Result<void> execute(QByteArrayView sql) override
    {
        const PostgresResult result = m_line.execute(sql.toByteArray().constData());
        GUANXI_TRY(m_line.check(result));
        // The commit of a transaction in which a statement failed is answered with success and a rollback.
        if (sql == "COMMIT" && qstrcmp(PQcmdStatus(result.get()), "ROLLBACK") == 0)
            return {ErrorCode::DatabaseFailed, {QStringLiteral("a statement of the transaction had failed")}};
        return {};
    }

    Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray &sql) override
    {
        return PostgresStatement::prepare(m_line, sql, ++m_statements);
    }

private:
    QSqlDatabase m_database;
    PostgresLine m_line;
    PGcancel *m_cancel;
    qint64 m_statements = 0;
};

/// Gives "host=…;port=…" to Qt word by word; what Qt does not know is handed on to libpq.
void describe(QSqlDatabase &qt, const QString &place, int patienceMs)
{
    QStringList others;
    for (const QString &part : place.split(u';', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        const QString value = part.section(u'=', 1);
        if (name == QLatin1StringView("host"))
            qt.setHostName(value);
        else if (name == QLatin1StringView("port"))
            qt.setPort(value.toInt());
        else if (name == QLatin1StringView("user"))
            qt.setUserName(value);
        else if (name == QLatin1StringView("password"))
            qt.setPassword(value);
        else if (name == QLatin1StringView("dbname"))
            qt.setDatabaseName(value);
        else
            others.append(part);
    }
    if (patienceMs > 0 && !place.contains(QLatin1StringView("connect_timeout")))
        others.append(QStringLiteral("connect_timeout=%1").arg((patienceMs + 999) / 1000));
    qt.setConnectOptions(others.join(u';'));
}

/// Qt names the type by its typedef or by the struct behind it, by version.
PGconn *handleOf(const QSqlDatabase &qt)
{
    const QVariant handle = qt.driver()->handle();
    PGconn *named = driverHandle<PGconn>(handle, "PGconn*");
    return named ? named : driverHandle<PGconn>(handle, "pg_conn*");
}

Result<void> configure(Connection &connection, const DatabaseOptions &options)
{
    // A machine that went down in the middle of a transaction must not keep its locks for long.
    QByteArray settings = "SET client_encoding = 'UTF8';SET client_min_messages = error;SET standard_conforming_strings = on;"
                          "SET idle_in_transaction_session_timeout = '60s';";
    if (options.durability == Durability::Off || options.durability == Durability::Normal)
        settings += "SET synchronous_commit = off;";
    if (options.readOnly)
        settings += "SET default_transaction_read_only = on;";
    // Nobody waits for it any more.
    if (options.patienceMs > 0)
        settings += "SET statement_timeout = " + QByteArray::number(options.patienceMs) + ';';
    return connection.execute(settings);
}

} // namespace

QString placeForMessages(const QString &place)
{
    QStringList parts = place.split(u';', Qt::SkipEmptyParts);
    parts.removeIf([](const QString &part) { return part.trimmed().startsWith(QLatin1StringView("password")); });
    return parts.join(u';');
}

Result<std::unique_ptr<Connection>> openPostgres(const DatabaseOptions &options, const QString &name)
{
    QSqlDatabase qt = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
    describe(qt, options.place, options.patienceMs);
    const bool opened = qt.open();
    PGconn *handle = opened ? handleOf(qt) : nullptr;
    const QString reason = qt.lastError().databaseText();
    if (!handle) {
        qt = {};
        QSqlDatabase::removeDatabase(name);
        return {ErrorCode::DatabaseOpen, {placeForMessages(options.place), reason}};
    }
    auto connection = std::make_unique<PostgresConnection>(qt, handle, options.patienceMs);
    qt = {};
    GUANXI_TRY(configure(*connection, options));
    return std::unique_ptr<Connection>(std::move(connection));
}

} // namespace guanxi::storage
