// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/connection.h"
#include "common/storage/sqlitefunctions.h"
#include "common/storage/sqlitestatement.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

namespace guanxi::storage {

namespace {

constexpr int BusyTimeoutMs = 10'000;
constexpr qsizetype KeySize = 32;

class SqliteConnection final : public Connection
{
public:
    SqliteConnection(QSqlDatabase database, sqlite3 *handle)
        : Connection(database.connectionName()), m_database(std::move(database)), m_handle(handle)
    {}
    ~SqliteConnection() override
    {
        m_kept = {};
        m_database = {};
    }

    void *handle() override { return m_handle; }
    void interrupt() override { sqlite3_interrupt(m_handle); }
    qint64 pageCacheBytes() const override
    {
        int now = 0;
        int most = 0;
        return sqlite3_db_status(m_handle, SQLITE_DBSTATUS_CACHE_USED, &now, &most, 0) == SQLITE_OK ? now : 0;
    }

    Result<void> execute(QByteArrayView sql) override
    {
        if (const auto found = std::find(std::begin(Kept), std::end(Kept), sql); found != std::end(Kept))
            return run(*found, m_kept[size_t(found - std::begin(Kept))]);
        const QByteArray text = sql.toByteArray();
        if (sqlite3_exec(m_handle, text.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return sqliteError(m_handle);
        return {};
    }

    Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray &sql) override
    {
        return SqliteStatement::prepare(m_handle, sql);
    }

private:
    /// What each transaction begins and ends with stays prepared.
    static constexpr QByteArrayView Kept[] = {"BEGIN IMMEDIATE", "BEGIN", "COMMIT"};

    Result<void> run(QByteArrayView sql, std::unique_ptr<PreparedStatement> &kept)
    {
        if (!kept) {
            auto prepared = prepare(sql.toByteArray());
            if (!prepared)
                return prepared.error();
            kept = std::move(*prepared);
        }
        const auto ran = kept->step();
        return ran ? Result<void>() : ran.error();
    }

    QSqlDatabase m_database;
    sqlite3 *m_handle;
    std::array<std::unique_ptr<PreparedStatement>, std::size(Kept)> m_kept;
};

bool isFile(const DatabaseOptions &options) { return options.place != QLatin1StringView(":memory:"); }

/// Asks the library that really answers, whatever the link line says.
Result<void> proveEncryption(Connection &connection)
{
    auto statement = connection.prepare("PRAGMA cipher_version");
    if (!statement)
        return statement.error();
    const auto row = (*statement)->step();
    if (!row || !*row || (*statement)->view(0).isEmpty())
        return ErrorCode::NotEncrypted;
    return {};
}

QByteArray synchronous(Durability durability)
{
    switch (durability) {
    case Durability::Full: return "FULL";
    case Durability::Normal: return "NORMAL";
    case Durability::Off: break;
    }
    return "OFF";
}

Result<void> unlock(Connection &connection, const DatabaseOptions &options)
{
    GUANXI_TRY(proveEncryption(connection));
    // Pages are proved with SHA-256, which processors have instructions for: with SHA-512, SQLCipher's own choice, that took
    // more than a third of the time of a scan or a load. As the default it holds for copies made by VACUUM INTO too.
    GUANXI_TRY(connection.execute("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256"));
    QByteArray pragma = "PRAGMA key = \"x'" + options.key.toHex() + "'\"";
    const auto keyed = connection.execute(pragma);
    pragma.fill('\0');
    GUANXI_TRY(keyed);
    // A wrong key is an answer, not a line on the terminal. (Before a key is given, the library forgets this again.)
    GUANXI_TRY(connection.execute("PRAGMA cipher_log_level = NONE"));
    // The first read is what tells a wrong key.
    return connection.execute("SELECT count(*) FROM sqlite_master");
}

Result<void> configure(Connection &connection, const DatabaseOptions &options)
{
    QByteArray pragmas = "PRAGMA synchronous = " + synchronous(options.durability) + ";PRAGMA cache_size = -"
        + QByteArray::number(options.cacheMiB * 1024) + ";PRAGMA foreign_keys = OFF;PRAGMA secure_delete = ON;"
        + "PRAGMA temp_store = MEMORY;PRAGMA trusted_schema = OFF;";
    if (isFile(options) && !options.readOnly)
        pragmas.prepend("PRAGMA journal_mode = WAL;");
    // Pages that every commit touches are written back once for many of them; what is durable is so in the log already.
    if (options.durability == Durability::Full)
        pragmas.append("PRAGMA wal_autocheckpoint = 8000;");
    GUANXI_TRY(connection.execute(pragmas));
    return addSqliteFunctions(static_cast<sqlite3 *>(connection.handle()));
}

QString openOptions(const DatabaseOptions &options)
{
    QString text = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(BusyTimeoutMs);
    if (options.readOnly)
        text += QStringLiteral(";QSQLITE_OPEN_READONLY");
    return text;
}

} // namespace

Result<std::unique_ptr<Connection>> openSqlite(const DatabaseOptions &options, const QString &name)
{
    if (isFile(options) && options.key.size() != KeySize)
        return {ErrorCode::DatabaseKey, {options.place}};
    // Nobody asks how much memory SQLite uses, and counting it takes a lock that all connections share at each allocation.
    // The library refuses the second time, and once it is in use.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    QSqlDatabase qt = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    qt.setDatabaseName(options.place);
    qt.setConnectOptions(openOptions(options));
    const bool opened = qt.open();
    sqlite3 *handle = opened ? driverHandle<sqlite3>(qt.driver()->handle(), "sqlite3*") : nullptr;
    const QSqlError error = qt.lastError();
    auto connection = std::make_unique<SqliteConnection>(qt, handle);
    qt = {};
    if (!handle)
        return sqliteOpenError(error.nativeErrorCode().toInt(), options.place, error.databaseText());
    auto ready = isFile(options) ? unlock(*connection, options) : Result<void>();
    if (ready)
        ready = configure(*connection, options);
    if (ready)
        return std::unique_ptr<Connection>(std::move(connection));
    // The driver does not know the path of a file it never created; the caller does.
    const ErrorCode code = ready.error().code;
    if (code == ErrorCode::NotEncrypted || code == ErrorCode::DatabaseFailed)
        return ready.error();
    return sqliteOpenError(sqlite3_extended_errcode(handle), options.place, QString::fromUtf8(sqlite3_errmsg(handle)));
}

} // namespace guanxi::storage
