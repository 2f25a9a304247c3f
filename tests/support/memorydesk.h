// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/localrecords.h"
#include "app/session/inquiries.h"
#include "app/session/serverlink.h"
#include "app/sync/syncengine.h"
#include "common/protocol/memorychannel.h"
#include "tests/support/memoryserver.h"

#include <QPointer>

namespace guanxi::test {

/// A desktop's core over databases in memory, joined to a MemoryServer by a wire that is turned by hand. A crash loses
/// everything but the two databases.
class MemoryDesk
{
public:
    MemoryDesk(MemoryServer &server, const QString &login, const Uuid &user, FakeClock &clock, Random &random);
    /// A replica that is known already, with a catalogue of its own. With a folder, outbox and cache are files in it, opened
    /// as the product does.
    MemoryDesk(MemoryServer &server, const model::Catalogue &catalogue, const OpenDoor::Member &member, FakeClock &clock, Random &random,
               const QString &folder = {});
    ~MemoryDesk();
    /// Of files in a folder.
    static QByteArray fileKey();

    void connectToServer(protocol::MemoryLink::Hook hook = {});
    /// Over a connection of somebody else's, which lives until disconnect() or longer.
    void speakOver(protocol::Channel &channel);
    void disconnect();
    void cut();
    bool isConnected() const { return m_link != nullptr; }
    /// A second has passed for the engine, and there was time for what nobody waits for.
    void tick();
    /// A sign of life; a desk that says nothing for long is taken for gone.
    void ping();
    /// Delivers what is due on the wire; false when nothing moved.
    bool pump();
    void crash();
    /// The two halves of a crash: the program is gone; it comes back. The second fails when its files cannot be opened.
    void stop();
    Result<void> start();
    /// Told when the local copy cannot be written; without it the test ends.
    void setFaultHandler(std::function<void(const Error &)> handler) { m_faulted = std::move(handler); }
    bool isRunning() const { return m_engine != nullptr; }
    /// The cache file is gone; the outbox is not.
    void loseCache();
    /// A backup of the local files, and putting it back: into this desk, or into another one, which is a clone then.
    struct Backup {
        std::shared_ptr<storage::Database> outbox;
        std::shared_ptr<storage::Database> cache;
    };
    Backup backup() const;
    void restore(const Backup &backup);
    /// From its next start on the program has another catalogue.
    void install(const model::Catalogue &catalogue) { m_catalogue = &catalogue; }
    const model::Catalogue &catalogue() const { return *m_catalogue; }
    /// Connects anew if the server let go, or this copy became a replica of its own.
    void comeBack();

    app::LocalRecords &records() { return *m_records; }
    app::Outbox &outbox() { return *m_outbox; }
    app::Cache &cache() { return *m_cache; }
    app::SyncEngine &engine() { return *m_engine; }
    app::SyncStatus &status() { return m_status; }
    const Uuid &user() const { return m_user; }
    /// The one it is now: a copy becomes another.
    Uuid replica() const { return m_outbox ? m_outbox->identity().replica : m_replica; }
    const QString &login() const { return m_login; }
    /// What the server tells of the record's past, newest first; the desk must be connected.
    QList<protocol::HistoryEntry> history(const model::RecordRef &ref);
    /// Every row of the local copy, as the user sees it.
    QHash<model::RecordRef, model::Record> rows();

private:
    Result<void> openFiles();
    void receive(const protocol::Message &message);

    MemoryServer &m_server;
    const model::Catalogue *m_catalogue;
    QString m_login;
    Uuid m_user;
    Uuid m_replica;
    FakeClock &m_clock;
    Random &m_random;
    UuidMaker m_ids;
    QString m_folder;
    app::SyncStatus m_status;
    std::function<void(const Error &)> m_faulted;
    std::shared_ptr<storage::Database> m_outboxFile;
    std::shared_ptr<storage::Database> m_cacheFile;
    std::unique_ptr<app::Outbox> m_outbox;
    std::unique_ptr<app::Cache> m_cache;
    std::unique_ptr<app::CacheView> m_view;
    std::unique_ptr<app::QueryReader> m_reader;
    std::unique_ptr<app::LocalRecords> m_records;
    std::unique_ptr<app::SyncEngine> m_engine;
    std::unique_ptr<protocol::MemoryLink> m_link;
    QPointer<protocol::Channel> m_channel;
    bool m_lost = false; ///< the server let go, and may be asked again
    QList<protocol::HistoryEntry> m_history;
    qint64 m_request = 0;
    app::Inquiries m_inquiries;
    QObject m_context; ///< ends the connections of a link before the link goes
};

/// Turns all wires and the server until nothing moves any more; time advances a second at a time, at most `seconds`.
void settle(MemoryServer &server, QList<MemoryDesk *> desks, FakeClock &clock, int seconds = 120);

} // namespace guanxi::test
