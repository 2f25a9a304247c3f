// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverapp.h"

#include "common/model/catalogue/customfields.h"
#include "common/model/catalogue/platform.h"
#include "common/storage/transaction.h"
#include "server/net/serveridentity.h"

#include <QFile>

namespace guanxi::server {

using namespace model;
using protocol::PushResult;
using protocol::PushStatus;

namespace {

constexpr int TickMs = 1'000;
constexpr int GoodbyeMs = 300;  ///< for the last frames to leave
constexpr int RetryMinSeconds = 5, RetryMaxSeconds = 30;
constexpr qsizetype KeySize = 32;

QString keyFileOf(const ServerApp::Options &options, const ServerConfig &config)
{
    if (!options.keyFile.isEmpty())
        return options.keyFile;
    return config.keyFile.isEmpty() ? DataFolder::defaultKeyFile(options.folder) : config.keyFile;
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

    storage::DatabaseOptions database;
    database.durability = storage::Durability::Full;
    if (m_config.database.isEmpty()) {
        const QString keyFile = keyFileOf(options, m_config);
        const Result<QByteArray> key = options.create && !QFile::exists(keyFile)
            ? DataFolder::makeKey(keyFile, m_random.bytes(KeySize))
            : DataFolder::readKey(keyFile);
        if (!key)
            return key.error();
        database.place = m_folder->database();
        database.key = *key;
        if (!options.create && !QFile::exists(database.place))
            return Error{ErrorCode::NotFound, {QStringLiteral("company"), options.folder}};
    } else {
        database.backend = storage::Backend::Postgres;
        database.place = m_config.database;
    }
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
    GUANXI_TRY(addCustomFields());
    const Result<protocol::Identity> identity = serverIdentity(m_folder->path(), QStringLiteral("Guanxi"), m_clock.wallMs());
    if (!identity)
        return identity.error();
    m_identity = *identity;
    auto auth = PasswordAuth::open({*m_store, m_clock, m_random, m_ids}, protocol::keyPin(m_identity.certificate), options.cost);
    if (!auth)
        return auth.error();
    m_auth = std::move(*auth);
    m_hub = std::make_unique<Hub>(Hub::Parts{*m_store, *m_auth, m_clock, m_random, m_ids});
    connect(m_hub.get(), &Hub::workWaiting, m_hub.get(), &Hub::flush, Qt::QueuedConnection);
    connect(m_hub.get(), &Hub::logged, this, [this](const QString &line) { m_log->write(line); });
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, m_hub.get(), &Hub::tick);
    return {};
}

Result<void> ServerApp::addCustomFields()
{
    // Fields made by users are rows, so the store is opened twice: to read them, and with their columns.
    const RecordLookup lookup = [this](const RecordRef &ref) {
        const auto row = m_store->row(ref);
        return row && row->has_value() ? (*row)->record : Record();
    };
    int added = 0;
    for (qint64 after = 0;;) {
        const auto page = m_store->records().loadAfter(CustomField::entity, after, 1000);
        if (!page)
            return page.error();
        for (const storage::StoredRecord &stored : *page) {
            const Entity *entity = m_catalogue.entity(stored.record[CustomField::object]);
            const std::optional<Field> field =
                entity ? fieldOf(stored.record, m_catalogue, lookup, QStringLiteral("en")) : std::nullopt;
            if (!field || stored.record.isDeleted())
                continue;
            m_catalogue.addCustomField(entity->id, *field);
            ++added;
        }
        if (page->empty())
            break;
        after = page->back().rid;
    }
    if (added == 0)
        return {};
    auto store = ServerStore::open(*m_database, m_catalogue);
    if (!store)
        return store.error();
    m_store = std::move(*store);
    return {};
}

Result<void> ServerApp::listen(const QString &address, quint16 port)
{
    m_listener = std::make_unique<Listener>(m_identity, [this](protocol::Channel &channel) {
        m_hub->accept(channel);
    });
    GUANXI_TRY(m_listener->start(address, port));
    m_tick.start();
    m_log->write(QStringLiteral("listening on %1").arg(m_listener->place()));
    return {};
}

void ServerApp::stop()
{
    if (m_listener)
        m_listener->close();
    m_hub->stop(RetryMinSeconds, RetryMaxSeconds);
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
