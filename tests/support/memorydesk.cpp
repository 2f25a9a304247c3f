// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorydesk.h"

#include "common/protocol/signature.h"
#include "tests/support/databasecopy.h"

namespace guanxi::test {

using namespace protocol;
using storage::Database;

namespace {

std::shared_ptr<Database> emptyOutbox()
{
    return preparedDatabase("outbox", [](Database &) {});
}

std::shared_ptr<Database> emptyCache(const model::Catalogue &catalogue)
{
    const QByteArray name = "cache of " + QByteArray::number(catalogue.entities().size()) + '/' + QByteArray::number(catalogue.version());
    return preparedDatabase(name, [&](Database &database) {
        if (const auto cache = app::Cache::open(std::shared_ptr<Database>(&database, [](Database *) {}), catalogue); !cache)
            qFatal("test desk: %s", errorName(cache.error().code).data());
    });
}

} // namespace

MemoryDesk::MemoryDesk(MemoryServer &server, const QString &login, const Uuid &user, FakeClock &clock, Random &random)
    : m_server(server), m_login(login), m_user(user), m_replica(server.addReplica(user, login)), m_clock(clock), m_random(random),
      m_ids(clock, random), m_outboxFile(emptyOutbox()), m_cacheFile(emptyCache(server.catalogue()))
{
    start();
}

MemoryDesk::~MemoryDesk() { cut(); }

void MemoryDesk::start()
{
    m_outbox = app::Outbox::open(m_outboxFile).value();
    if (m_outbox->identity().replica.isNull())
        if (const Result<void> set = m_outbox->setIdentity({{}, m_replica, m_user, m_login, m_login}); !set)
            qFatal("test desk: identity");
    m_cache = app::Cache::open(m_cacheFile, m_server.catalogue()).value();
    m_reader = std::make_unique<app::QueryReader>(m_cache->database(), m_server.catalogue());
    m_view = std::make_unique<app::CacheView>(m_cacheFile, m_server.catalogue());
    m_records = std::make_unique<app::LocalRecords>(
        app::LocalRecords::Parts{m_server.catalogue(), *m_cache, *m_view, *m_outbox, *m_reader, m_clock, m_ids});
    m_engine = std::make_unique<app::SyncEngine>(*m_outbox, *m_cache, m_clock, m_random);
    QObject::connect(m_engine.get(), &app::SyncEngine::rightsChanged, m_records.get(), &app::LocalRecords::takeRights);
    QObject::connect(m_engine.get(), &app::SyncEngine::progressed, &m_status, &app::SyncStatus::follow);
    QObject::connect(m_records.get(), &app::LocalRecords::appended, m_engine.get(), &app::SyncEngine::saved);
    QObject::connect(m_engine.get(), &app::SyncEngine::changed, m_records.get(), &app::LocalRecords::synced);
    QObject::connect(m_engine.get(), &app::SyncEngine::faulted, m_engine.get(), [](const Error &error) {
        qFatal("test desk: %s %s", errorName(error.code).data(), qPrintable(error.args.join(u'|')));
    });
    if (const Result<void> recovered = m_engine->recover(); !recovered)
        qFatal("test desk: recover");
}

void MemoryDesk::connectToServer(MemoryLink::Hook hook)
{
    cut();
    m_link = std::make_unique<MemoryLink>();
    if (hook)
        m_link->setHook(std::move(hook));
    m_server.hub().accept(m_link->server());
    QObject::connect(&m_link->client(), &Channel::opened, &m_context, [this] {
        Hello hello;
        hello.clientNonce = QByteArray(NonceSize, 'n');
        m_link->client().send(hello);
    });
    QObject::connect(&m_link->client(), &Channel::received, &m_context, [this](const Message &message) { receive(message); });
    QObject::connect(&m_link->client(), &Channel::closed, &m_context, [this] { m_engine->disconnected(); });
}

void MemoryDesk::receive(const Message &message)
{
    Channel &channel = m_link->client();
    if (std::holds_alternative<Welcome>(message)) {
        channel.setState(ConnectionState::Greeted);
        channel.send(SignIn{m_outbox->identity().replica, m_login, QStringLiteral("-"), QByteArray(SignatureSize, 's')});
    } else if (const Ready *ready = std::get_if<Ready>(&message)) {
        channel.setState(ConnectionState::SignedIn);
        m_status.setConnected(0);
        m_engine->connected(*ready, [&channel](const Message &out) { channel.send(out); });
    } else if (const HistoryPage *page = std::get_if<HistoryPage>(&message)) {
        m_history = page->entries;
    } else {
        m_engine->receive(message);
    }
}

void MemoryDesk::cut()
{
    if (!m_link)
        return;
    m_engine->disconnected();
    m_link->cut();
    m_server.hub().flush(); // the session that ended goes
    m_link.reset();
}

void MemoryDesk::ping()
{
    if (m_link)
        m_link->client().send(Ping{});
}

bool MemoryDesk::pump() { return m_link && m_link->pump(m_clock.monotonicMs()); }

QList<HistoryEntry> MemoryDesk::history(const model::RecordRef &ref)
{
    m_history.clear();
    m_link->client().send(History{1, ref});
    while (pump())
        m_server.hub().flush();
    return std::exchange(m_history, {});
}

void MemoryDesk::crash()
{
    cut();
    m_engine.reset();
    m_records.reset();
    m_reader.reset();
    m_view.reset();
    m_cache.reset();
    m_outbox.reset();
    start();
}

void MemoryDesk::loseCache()
{
    cut();
    m_engine.reset();
    m_records.reset();
    m_reader.reset();
    m_view.reset();
    m_cache.reset();
    m_cacheFile = emptyCache(m_server.catalogue());
    m_outbox.reset();
    start();
}

QHash<model::RecordRef, model::Record> MemoryDesk::rows()
{
    QHash<model::RecordRef, model::Record> rows;
    for (const model::Entity &entity : m_server.catalogue().entities())
        for (const storage::StoredRecord &stored : m_cache->records().loadAfter(entity.id, 0, 1'000'000).value())
            rows.insert(stored.record.ref(), stored.record);
    return rows;
}

void settle(MemoryServer &server, QList<MemoryDesk *> desks, FakeClock &clock, int seconds)
{
    for (int second = 0; second < seconds; ++second) {
        for (bool moved = true; moved;) {
            moved = false;
            for (MemoryDesk *desk : desks)
                moved |= desk->pump();
            server.hub().flush();
            for (MemoryDesk *desk : desks)
                moved |= desk->pump();
        }
        const bool quiet = std::all_of(desks.begin(), desks.end(), [](MemoryDesk *d) { return !d->isConnected() || d->engine().isQuiet(); });
        if (quiet && second > 2)
            return;
        clock.advance(1000);
        server.hub().tick();
        for (MemoryDesk *desk : desks)
            desk->engine().tick();
    }
}

} // namespace guanxi::test
