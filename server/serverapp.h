// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/passwordauth.h"
#include "server/datafolder.h"
#include "server/net/listener.h"
#include "server/serverconfig.h"
#include "server/serverlog.h"
#include "server/services/hub.h"
#include "server/storage/notifications.h"

#include <QTimer>

namespace guanxi::server {

/// The composition root: opens the data folder and its database and builds every part of the server. Without listen()
/// it serves console commands on the database while no server runs.
class ServerApp : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString folder;
        QString keyFile;          ///< empty: as configured, else beside the folder
        bool create = false;      ///< for init: makes folder, key and database
        ServerConfig config = {}; ///< for init: what is written to server.json
        PasswordCost cost = PasswordCost::interactive();
    };

    /// Errors of DataFolder, ServerConfig and Database; NotFound("company", folder) when the folder was never
    /// initialised, AlreadyExists("company", folder) when `create` finds one.
    static Result<std::unique_ptr<ServerApp>> open(const Options &options);
    ~ServerApp() override;
    /// The contents of the records, for who makes a company and has no event loop.
    static Result<std::unique_ptr<BlobFolder>> openContents(const Options &options, const ServerConfig &config);
    /// The company's database for one who only looks, also while a server works on it.
    static Result<std::unique_ptr<storage::Database>> openForReading(const Options &options);
    /// What is configured as a replica to read from is one, if anything is. BadValue("read_from", place) where the database can
    /// have none; errors of StandbyStore::connect().
    static Result<void> checkStandby(const ServerConfig &config);

    /// Starts serving. Errors of Listener::start().
    Result<void> listen(const QString &address, quint16 port);
    bool isServing() const { return m_listener && m_listener->isListening(); }
    /// Tells every session to come back later; stopped() follows when they are gone.
    void stop();
    /// It stopped because it cannot go on: whoever watches over it should start it again.
    bool hasFailed() const { return m_failed; }

    const DataFolder &folder() const { return *m_folder; }
    const ServerConfig &config() const { return m_config; }
    ServerStore &store() { return *m_store; }
    PasswordAuth &auth() { return *m_auth; }
    Hub &hub() { return *m_hub; }
    Listener *listener() { return m_listener.get(); }
    /// nullptr: none is configured.
    const Standby *standby() const { return m_standby.get(); }
    ServerLog &log() { return *m_log; }
    Random &random() { return m_random; }
    UuidMaker &ids() { return m_ids; }
    const Clock &clock() const { return m_clock; }
    const model::Catalogue &catalogue() const { return m_catalogue; }
    const protocol::Identity &identity() const { return m_identity; }
    qint64 startedAt() const { return m_startedAt; }

    Result<QString> companyName();

Q_SIGNALS:
    void stopped();

private:
    explicit ServerApp(std::unique_ptr<DataFolder> folder);
    Result<void> openDatabase(const Options &options);
    Result<void> build(const Options &options);
    Result<void> findStandby();
    /// Hears what other servers over the same database say.
    Result<void> joinOthers();
    void fail();

    SystemClock m_clock;
    SystemRandom m_random;
    UuidMaker m_ids{m_clock, m_random};
    std::unique_ptr<DataFolder> m_folder;
    ServerConfig m_config;
    model::Catalogue m_catalogue;
    std::unique_ptr<ServerLog> m_log;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<ServerStore> m_store;
    protocol::Identity m_identity;
    std::unique_ptr<PasswordAuth> m_auth;
    std::unique_ptr<BlobService> m_blobs;
    std::unique_ptr<Standby> m_standby;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Notifications> m_notifications;
    std::unique_ptr<Listener> m_listener;
    bool m_failed = false;
    QTimer m_tick;
    QTimer m_trim; ///< runs when memory was freed
    qint64 m_startedAt = 0;
};

} // namespace guanxi::server
