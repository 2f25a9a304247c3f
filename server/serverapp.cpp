// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverapp.h"

#include "common/base/freememory.h"
#include "common/storage/transaction.h"
#include "server/net/serveridentity.h"

#include <QDir>
#include <QFile>

namespace guanxi::server {

using namespace model;
using protocol::PushResult;
using protocol::PushStatus;

namespace {

constexpr int TickMs = 1'000;
constexpr int TrimMs = 5'000;   ///< at most so often, for half a millisecond each time
constexpr int GoodbyeMs = 300;  ///< for the last frames to leave
constexpr qsizetype KeySize = 32;
constexpr qint64 MiB = 1024 * 1024;

QString keyFileOf(const ServerApp::Options &options, const ServerConfig &config)
{
    if (!options.keyFile.isEmpty())
        return options.keyFile;
    return config.keyFile.isEmpty() ? DataFolder::defaultKeyFile(options.folder) : config.keyFile;
}

Result<storage::DatabaseOptions> databaseOf(const ServerApp::Options &options, const ServerConfig &config)
{
    storage::DatabaseOptions database;
    database.durability = storage::Durability::Full;
    if (!config.database.isEmpty()) {
        database.backend = storage::Backend::Postgres;
        database.place = config.database;
        return database;
    }
    const Result<QByteArray> key = DataFolder::readKey(keyFileOf(options, config));
    if (!key)
        return key.error();
    database.place = QDir(options.folder).filePath(DataFolder::DatabaseName);
    database.key = *key;
    return database;
}

Error noReplica(const ServerConfig &config)
{
    return {ErrorCode::BadValue, {QStringLiteral("read_from"), storage::placeForMessages(config.readFrom)}};
}

} // namespace

ServerApp::ServerApp(std::unique_ptr<DataFolder> folder)
    : m_folder(std::move(folder)), m_log(std::make_unique<ServerLog>(m_folder->log(), m_clock)),
      m_startedAt(m_clock.wallMs())
{
    declareAll(m_catalogue);
}

ServerApp::~ServerApp() = default;

Result<std::unique_ptr<ServerApp>> ServerApp::open(const Options &options)
{
    GUANXI_TRY(protocol::checkTlsBackend());
    auto folder = options.create ? DataFolder::create(options.folder) : DataFolder::open(options.folder);
    if (!folder)
        return folder.error();
    std::unique_ptr<ServerApp> app(new ServerApp(std::move(*folder)));
    GUANXI_TRY(app->openDatabase(options));
    GUANXI_TRY(app->build(options));
    return app;
}

Result<std::unique_ptr<BlobFolder>> ServerApp::openContents(const Options &options, const ServerConfig &config)
{
    const Result<storage::DatabaseOptions> database = databaseOf(options, config);
    if (!database)
        return database.error();
    // Sealed with the key of the database; where that is PostgreSQL's business, so is the disk.
    const QString folder = config.blobs.isEmpty() ? QDir(options.folder).filePath(DataFolder::BlobsName) : config.blobs;
    return BlobFolder::open(folder, database->key, {config.largestFileMiB * MiB});
}

Result<std::unique_ptr<storage::Database>> ServerApp::openForReading(const Options &options)
{
    const Result<ServerConfig> config = ServerConfig::load(QDir(options.folder).filePath(DataFolder::ConfigName));
    if (!config)
        return config.error();
    Result<storage::DatabaseOptions> database = databaseOf(options, *config);
    if (!database)
        return database.error();
    database->readOnly = true;
    return storage::Database::open(*database);
}

Result<void> ServerApp::openDatabase(const Options &options)
{
    const QString missing = m_folder->config();
    const bool initialised = QFile::exists(missing);
    if (options.create && initialised)
        return Error{ErrorCode::AlreadyExists, {QStringLiteral("company"), options.folder}};
    if (!options.create && !initialised)
        return Error{ErrorCode::NotFound, {QStringLiteral("company"), options.folder}};
    const Result<ServerConfig> config = options.create ? options.config : ServerConfig::load(m_folder->config());
    if (!config)
        return config.error();
    m_config = *config;

    if (options.create && m_config.database.isEmpty())
        if (const QString keyFile = keyFileOf(options, m_config); !QFile::exists(keyFile))
            if (const Result<QByteArray> key = DataFolder::makeKey(keyFile, m_random.bytes(KeySize)); !key)
                return key.error();
    const Result<storage::DatabaseOptions> found = databaseOf(options, m_config);
    if (!found)
        return found.error();
    const storage::DatabaseOptions &database = *found;
    if (!options.create && database.backend == storage::Backend::Sqlite && !QFile::exists(database.place))
        return Error{ErrorCode::NotFound, {QStringLiteral("company"), options.folder}};
    auto opened = storage::Database::open(database);
    if (!opened)
        return opened.error();
    m_database = std::move(*opened);
    if (database.backend == storage::Backend::Sqlite)
        QFile::setPermissions(database.place, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Result<void> ServerApp::build(const Options &options)
{
    auto store = ServerStore::open(*m_database, m_catalogue);
    if (!store)
        return store.error();
    m_store = std::move(*store);
    const Result<protocol::Identity> identity = serverIdentity(m_folder->path(), QStringLiteral("Guanxi"), m_clock.wallMs());
    if (!identity)
        return identity.error();
    m_identity = *identity;
    auto auth = PasswordAuth::open({*m_store, m_clock, m_random, m_ids}, protocol::keyPin(m_identity.certificate), options.cost);
    if (!auth)
        return auth.error();
    m_auth = std::move(*auth);
    Result<std::unique_ptr<BlobFolder>> blobs = openContents(options, m_config);
    if (!blobs)
        return blobs.error();
    m_blobs = std::make_unique<BlobService>(std::move(*blobs));
    GUANXI_TRY(findStandby());
    m_hub = std::make_unique<Hub>(Hub::Parts{*m_store, *m_auth, m_clock, m_random, m_ids, m_blobs.get(), m_standby.get()});
    connect(m_hub.get(), &Hub::workWaiting, m_hub.get(), &Hub::work, Qt::QueuedConnection);
    connect(m_hub.get(), &Hub::logged, this, [this](const QString &line) { m_log->write(line); });
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, m_hub.get(), &Hub::tick);
    m_trim.setInterval(TrimMs);
    m_trim.setSingleShot(true);
    connect(&m_trim, &QTimer::timeout, this, [] { returnFreeMemory(); });
    connect(m_hub.get(), &Hub::rested, this, [this] {
        if (!m_trim.isActive())
            m_trim.start();
    });
    return {};
}

Result<void> ServerApp::findStandby()
{
    if (m_config.readFrom.isEmpty())
        return {};
    if (!m_store->isShared())
        return noReplica(m_config);
    const Result<QByteArray> cluster = clusterIdentifier(*m_database);
    if (!cluster)
        return cluster.error();
    m_standby = std::make_unique<Standby>(StandbyReader::Options{m_config.readFrom, *cluster, declareAll}, m_clock);
    return {};
}

Result<void> ServerApp::checkStandby(const ServerConfig &config)
{
    if (config.readFrom.isEmpty())
        return {};
    if (config.database.isEmpty())
        return noReplica(config);
    storage::DatabaseOptions options;
    options.backend = storage::Backend::Postgres;
    options.place = config.database;
    options.readOnly = true;
    const auto primary = storage::Database::open(options);
    const Result<QByteArray> cluster = primary ? clusterIdentifier(**primary) : Result<QByteArray>(primary.error());
    if (!cluster)
        return cluster.error();
    const auto standby = StandbyStore::connect(config.readFrom, *cluster, StandbyReader::Options().patienceMs);
    return standby ? Result<void>() : Result<void>(standby.error());
}

Result<void> ServerApp::listen(const QString &address, quint16 port)
{
    m_listener = std::make_unique<Listener>(m_identity, [this](protocol::Channel &channel) {
        m_hub->accept(channel);
    });
    GUANXI_TRY(joinOthers());
    // A company can work without what a newer program would add.
    if (const Result<void> provided = m_hub->provide(); !provided)
        m_log->write(QStringLiteral("built-in rows: %1").arg(QLatin1StringView(errorName(provided.error().code))));
    GUANXI_TRY(m_listener->start(address, port));
    GUANXI_TRY(m_hub->setAddress({m_config.address, m_listener->serverPort()}));
    m_tick.start();
    m_log->write(QStringLiteral("listening on %1").arg(m_listener->place()));
    return {};
}

Result<void> ServerApp::joinOthers()
{
    if (!m_store->isShared())
        return {};
    Result<std::unique_ptr<Notifications>> notifications = Notifications::open(*m_database);
    if (!notifications)
        return notifications.error();
    m_notifications = std::move(*notifications);
    connect(m_notifications.get(), &Notifications::heard, m_hub.get(), qOverload<const QByteArray &>(&Hub::hear));
    // Desktops go on at another server; a new process connects to the database anew.
    connect(m_notifications.get(), &Notifications::lost, this, &ServerApp::fail);
    connect(m_hub.get(), &Hub::databaseLost, this, &ServerApp::fail, Qt::QueuedConnection);
    return {};
}

void ServerApp::fail()
{
    if (std::exchange(m_failed, true))
        return;
    m_log->write(QStringLiteral("the connection to the database is lost"));
    stop();
}

void ServerApp::stop()
{
    if (m_listener)
        m_listener->close();
    m_hub->stop();
    m_log->write(QStringLiteral("stopping"));
    QTimer::singleShot(GoodbyeMs, this, &ServerApp::stopped);
}

Result<QString> ServerApp::companyName()
{
    const Result<QByteArray> name = m_store->meta(QStringLiteral("company_name"));
    if (!name)
        return name.error();
    return QString::fromUtf8(*name);
}

} // namespace guanxi::server
