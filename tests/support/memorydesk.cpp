// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorydesk.h"

#include "common/model/catalogue/ids.h"
#include "common/protocol/signature.h"
#include "tests/support/databasecopy.h"

namespace guanxi::test {

using namespace protocol;
using storage::Database;

namespace {

/// So that small companies are loaded as large ones are.
constexpr qsizetype LargeLoad = 3;

std::shared_ptr<Database> emptyOutbox()
{
    return lentDatabase("outbox", [](Database &database) {
        if (const auto outbox = app::Outbox::open(std::shared_ptr<Database>(&database, [](Database *) {})); !outbox)
            qFatal("test desk: %s", errorName(outbox.error().code).data());
    });
}

std::shared_ptr<Database> emptyCache(const model::Catalogue &catalogue)
{
    const QByteArray name = "cache of " + QByteArray::number(catalogue.entities().size()) + '/' + QByteArray::number(catalogue.version());
    return lentDatabase(name, [&](Database &database) {
        if (const auto cache = app::Cache::open(std::shared_ptr<Database>(&database, [](Database *) {}), catalogue); !cache)
            qFatal("test desk: %s", errorName(cache.error().code).data());
    });
}

} // namespace

QByteArray MemoryDesk::fileKey() { return QByteArray(32, 'k'); }

MemoryDesk::MemoryDesk(MemoryServer &server, const QString &login, const Uuid &user, FakeClock &clock, Random &random)
    : MemoryDesk(server, server.catalogue(), {user, server.addReplica(user, login), login}, clock, random)
{}

MemoryDesk::MemoryDesk(MemoryServer &server, const model::Catalogue &catalogue, const OpenDoor::Member &member, FakeClock &clock,
                       Random &random, const QString &folder)
    : m_server(server), m_catalogue(&catalogue), m_login(member.login), m_user(member.user), m_replica(member.replica), m_clock(clock), m_random(random),
      m_ids(clock, random), m_folder(folder),
      m_inquiries([this](const app::Inquiries::Question &question) -> qint64 {
          if (!m_channel)
              return 0;
          std::visit([this](auto asked) {
              asked.request = ++m_request;
              m_channel->send(asked);
          }, question);
          return m_request;
      })
{
    if (folder.isEmpty()) {
        m_outboxFile = emptyOutbox();
        m_cacheFile = emptyCache(catalogue);
    }
    if (const Result<void> started = start(); !started)
        qFatal("test desk: %s %s", errorName(started.error().code).data(), qPrintable(started.error().args.join(u'|')));
}

MemoryDesk::~MemoryDesk() { cut(); }

Result<void> MemoryDesk::openFiles()
{
    const bool files = !m_folder.isEmpty();
    auto outbox = files ? app::Outbox::open(m_folder + QStringLiteral("/outbox"), fileKey()) : app::Outbox::open(m_outboxFile);
    if (!outbox)
        return outbox.error();
    m_outbox = std::move(*outbox);
    if (m_outbox->identity().replica.isNull())
        GUANXI_TRY(m_outbox->setIdentity({{}, m_replica, m_user, m_login, m_login}));
    const QString path = m_folder + QStringLiteral("/cache");
    auto cache = files ? app::Cache::open(path, fileKey(), *m_catalogue) : app::Cache::open(m_cacheFile, *m_catalogue);
    if (!cache)
        return cache.error();
    m_cache = std::move(*cache);
    m_cache->setLargeLoad(LargeLoad);
    m_view = std::make_unique<app::CacheView>(m_cache->sharedDatabase(), *m_catalogue);
    return {};
}

Result<void> MemoryDesk::start()
{
    GUANXI_TRY(openFiles());
    m_reader = std::make_unique<app::QueryReader>(m_cache->database(), *m_catalogue);
    m_records = std::make_unique<app::LocalRecords>(
        app::LocalRecords::Parts{*m_catalogue, *m_cache, *m_view, *m_outbox, *m_reader, m_clock, m_ids});
    m_records->setServer([this](const app::Inquiries::Question &question, QObject *context, app::Inquiries::Done done) {
        m_inquiries.ask(question, context, std::move(done));
    });
    m_engine = std::make_unique<app::SyncEngine>(*m_outbox, *m_cache, m_clock, m_random);
    QObject::connect(m_engine.get(), &app::SyncEngine::rightsChanged, m_records.get(), &app::LocalRecords::takeRights);
    QObject::connect(m_engine.get(), &app::SyncEngine::progressed, &m_status, &app::SyncStatus::follow);
    QObject::connect(m_records.get(), &app::LocalRecords::appended, m_engine.get(), &app::SyncEngine::saved);
    QObject::connect(m_engine.get(), &app::SyncEngine::changed, m_records.get(), &app::LocalRecords::synced);
    QObject::connect(m_records.get(), &app::Records::changed, m_records.get(), [this](const QSet<model::RecordRef> &records) {
        const bool concerns = std::any_of(records.begin(), records.end(), [](const model::RecordRef &ref) { return ref.entity == model::ids::Conflict; });
        if (concerns)
            static_cast<void>(m_records->closeDecided().ok()); // again with the next one
    });
    QObject::connect(m_engine.get(), &app::SyncEngine::forked, &m_context, [this] { m_lost = true; });
    QObject::connect(m_engine.get(), &app::SyncEngine::faulted, m_engine.get(), [this](const Error &error) {
        if (!m_faulted)
            qFatal("test desk: %s %s", errorName(error.code).data(), qPrintable(error.args.join(u'|')));
        m_faulted(error);
    });
    const Result<void> recovered = m_engine->recover();
    if (!recovered)
        stop();
    return recovered;
}

void MemoryDesk::stop()
{
    m_engine.reset();
    m_records.reset();
    m_reader.reset();
    m_view.reset();
    m_cache.reset();
    m_outbox.reset();
}

void MemoryDesk::connectToServer(MemoryLink::Hook hook)
{
    cut();
    m_link = std::make_unique<MemoryLink>();
    if (hook)
        m_link->setHook(std::move(hook));
    m_server.hub().accept(m_link->server());
    speakOver(m_link->client());
}

void MemoryDesk::speakOver(Channel &channel)
{
    m_channel = &channel;
    QObject::connect(&channel, &Channel::opened, &m_context, [this] {
        Hello hello;
        hello.schema = int(m_catalogue->version());
        hello.clientNonce = QByteArray(NonceSize, 'n');
        m_channel->send(hello);
    });
    QObject::connect(&channel, &Channel::heard, &m_context, [this] { m_engine->heard(); });
    QObject::connect(&channel, &Channel::received, &m_context, [this](const Message &message) { receive(message); });
    QObject::connect(&channel, &Channel::closed, &m_context, [this](const Error &reason) {
        m_lost = m_lost || !app::ServerLink::isFinal(reason.code);
        disconnect();
    });
}

void MemoryDesk::receive(const Message &message)
{
    if (std::holds_alternative<Welcome>(message)) {
        m_channel->setState(ConnectionState::Greeted);
        m_channel->send(SignIn{m_outbox->identity().replica, m_login, QStringLiteral("-"), QByteArray(SignatureSize, 's')});
    } else if (const Ready *ready = std::get_if<Ready>(&message)) {
        m_channel->setState(ConnectionState::SignedIn);
        m_status.setConnected(0);
        m_engine->connected(*ready, [this](const Message &out) {
            if (m_channel)
                m_channel->send(out);
        });
    } else if (const ErrorMessage *error = std::get_if<ErrorMessage>(&message); error && error->fatal) {
        m_lost = !app::ServerLink::isFinal(error->code);
    } else if (m_inquiries.receive(message)) {
        return;
    } else if (const HistoryPage *page = std::get_if<HistoryPage>(&message)) {
        m_history = page->entries;
    } else {
        m_engine->receive(message);
    }
}

void MemoryDesk::disconnect()
{
    m_channel = nullptr;
    m_inquiries.disconnected();
    if (m_engine)
        m_engine->disconnected();
}

void MemoryDesk::cut()
{
    if (!m_link)
        return;
    disconnect();
    m_link->cut();
    m_server.hub().flush(); // the session that ended goes
    m_link.reset();
    m_lost = false;
}

void MemoryDesk::tick()
{
    m_engine->tick();
    while (m_engine->hasWork())
        m_engine->work();
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
    stop();
    if (const Result<void> started = start(); !started)
        qFatal("test desk: it does not come back");
}

void MemoryDesk::loseCache()
{
    cut();
    stop();
    m_cacheFile = emptyCache(*m_catalogue);
    if (const Result<void> started = start(); !started)
        qFatal("test desk: it does not come back");
}

MemoryDesk::Backup MemoryDesk::backup() const { return {copyOf(*m_outboxFile), copyOf(*m_cacheFile)}; }

void MemoryDesk::restore(const Backup &backup)
{
    cut();
    stop();
    m_outboxFile = copyOf(*backup.outbox);
    m_cacheFile = copyOf(*backup.cache);
    if (const Result<void> started = start(); !started)
        qFatal("test desk: it does not come back");
}

void MemoryDesk::comeBack()
{
    if (std::exchange(m_lost, false) && m_link)
        connectToServer();
}

QHash<model::RecordRef, model::Record> MemoryDesk::rows()
{
    QHash<model::RecordRef, model::Record> rows;
    for (const model::Entity &entity : m_catalogue->entities())
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
        for (MemoryDesk *desk : desks) {
            desk->tick();
            desk->comeBack();
        }
    }
}

} // namespace guanxi::test
