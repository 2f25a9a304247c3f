// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/desk.h"

#include "common/model/catalogue/customfields.h"
#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/protocol/connectioncode.h"
#include "common/sync/conflictkind.h"

#include <QDir>
#include <QFile>
#include <QLocale>

namespace guanxi::app {

using namespace protocol;

namespace {

constexpr int MaximumCustomFields = 10'000;

} // namespace

Desk::Desk(QString folder, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_clock(clock), m_random(random), m_ids(clock, random),
      m_vault(path("key.json"), clock), m_lease(clock), m_link(clock, random)
{
    model::declareAll(m_catalogue);
    QDir().mkpath(m_folder);
    if (const Result<Profile> profile = Profile::load(path("profile.json")))
        m_profile = *profile;
    // A crash may have come in the middle of it.
    if (m_profile.removal == Profile::Removal::Wiped)
        if (const Result<void> destroyed = destroyCopy(m_folder, m_vault); !destroyed)
            QMetaObject::invokeMethod(this, [this, fault = destroyed.error()] { Q_EMIT faulted(fault); }, Qt::QueuedConnection);
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &Desk::tick);
    connect(&m_link, &ServerLink::connecting, this, [this] { m_status.setLink(SyncStatus::Link::Connecting); });
    connect(&m_link, &ServerLink::ready, this, &Desk::ready);
    connect(&m_link, &ServerLink::received, this, &Desk::receive);
    connect(&m_link, &ServerLink::wipeOrdered, this, &Desk::beginRemoval);
    connect(&m_link, &ServerLink::lost, this, [this](const Error &reason) {
        disconnected();
        m_status.setLink(SyncStatus::Link::Offline, reason);
        if (m_enrolling)
            openingFailed(m_outbox ? Error{ErrorCode::LeaseExpired, {}} : reason);
    });
    connect(&m_link, &ServerLink::refused, this, [this](const Error &reason) {
        m_offered.clear();
        m_link.setPassword(m_password);
        disconnected();
        if (m_trusted)
            m_profile = *std::exchange(m_trusted, std::nullopt);
        m_status.setLink(SyncStatus::Link::Refused, reason);
        if (m_enrolling)
            openingFailed(reason);
    });
}

Desk::~Desk() { m_link.stop(); }

QString Desk::path(const char *file) const { return QDir(m_folder).filePath(QLatin1String(file)); }

bool Desk::isNew() const { return !m_profile.enrolled || !m_vault.exists(); }

void Desk::enrol(const QString &connectionCode, const QString &login, const QString &password)
{
    const Result<ConnectionCode> code = decodeConnectionCode(connectionCode);
    if (!code)
        return Q_EMIT finished(code.error());
    if (!isNew())
        return Q_EMIT finished(Error{ErrorCode::AlreadyExists, {m_folder, m_profile.companyName}});
    const Result<VaultSecrets> secrets = m_vault.create(password);
    if (!secrets)
        return Q_EMIT finished(secrets.error());
    m_secrets = *secrets;
    m_password = password;
    m_profile = {code->host, code->port, code->keyPin, code->company, login};
    m_enrolling = true;
    startLink(code->token);
}

Result<void> Desk::enrolAgain(const QString &connectionCode)
{
    const Result<ConnectionCode> code = decodeConnectionCode(connectionCode);
    if (!code)
        return code.error();
    if (!m_trusted)
        m_trusted = m_profile;
    m_profile.host = code->host;
    m_profile.port = code->port;
    m_profile.pin = code->keyPin;
    m_offline = false;
    startLink(code->token);
    return {};
}

Result<void> Desk::takeIdentity(const Ready &ready)
{
    const ReplicaIdentity known = m_outbox->identity();
    if (known.replica.isNull())
        return m_outbox->setIdentity({m_company, ready.replica, ready.user, ready.login, ready.realName});
    if (known.user != ready.user)
        return Error{ErrorCode::UserDisabled, {}}; // another one of the same name: this work is not his
    return known.replica == ready.replica ? Result<void>() : m_outbox->fork(ready.replica, m_secrets.signingKey);
}

Result<void> Desk::openFiles()
{
    if (!m_outbox)
        GUANXI_TRY(openOutbox());
    GUANXI_TRY(openCache());
    Result<std::unique_ptr<CacheView>> view = CacheView::open(path("cache.db"), m_secrets.dataKey, m_catalogue);
    if (!view)
        return view.error();
    m_view = std::move(*view);
    const Result<QSet<model::EntityId>> adopted = adoptStoredCustomFields();
    if (!adopted)
        return adopted.error();
    auto engine = std::make_unique<SyncEngine>(*m_outbox, *m_cache, m_clock, m_syncRandom);
    GUANXI_TRY(engine->recover());
    m_status.setUnsent(m_outbox->unsent());
    m_status.setRefused(m_outbox->parked());
    m_reader = std::make_unique<QueryReader>(path("cache.db"), m_secrets.dataKey);
    m_records = std::make_unique<LocalRecords>(LocalRecords::Parts{m_catalogue, *m_cache, *m_view, *m_outbox, *m_reader, m_clock, m_ids});
    m_attachments = std::make_unique<LocalAttachments>(m_folder, m_secrets.dataKey, m_clock, m_records.get(), m_thumbnailer);
    m_records->setAttachments(m_attachments.get());
    m_sync = std::make_unique<SyncThread>(std::move(engine));
    connectParts();
    countConflicts();
    m_ticker.start();
    Q_EMIT opened();
    return {};
}

Result<void> Desk::openOutbox()
{
    Result<std::unique_ptr<Outbox>> outbox = Outbox::open(path("outbox.db"), m_secrets.dataKey);
    if (!outbox)
        return outbox.error();
    m_outbox = std::move(*outbox);
    const Result<QByteArray> ownKey = m_outbox->signingKey();
    if (!ownKey)
        return ownKey.error();
    if (!ownKey->isEmpty())
        m_secrets.signingKey = *ownKey;
    const Result<QByteArray> lease = m_outbox->value(QLatin1String(LeaseKey));
    if (!lease)
        return lease.error();
    m_lease.restore(*lease);
    return {};
}

void Desk::connectParts()
{
    using model::RecordRef;
    const SyncEngine *syncing = &m_sync->engine();
    const auto concern = [](const QSet<RecordRef> &records, model::EntityId entity) {
        return std::any_of(records.begin(), records.end(), [entity](const RecordRef &ref) { return ref.entity == entity; });
    };
    connect(m_records.get(), &LocalRecords::appended, this, [this] {
        m_status.setUnsent(m_outbox->unsent());
        m_sync->post([](SyncEngine &engine) { engine.saved(); });
    });
    connect(syncing, &SyncEngine::changed, m_records.get(), &LocalRecords::synced);
    connect(syncing, &SyncEngine::changed, this, [this, concern](const QSet<RecordRef> &records) {
        if (concern(records, model::CustomField::entity))
            customFieldsArrived();
    });
    connect(m_records.get(), &Records::changed, this, [this, concern](const QSet<RecordRef> &records) {
        if (records.isEmpty() || concern(records, model::Conflict::entity))
            countConflicts();
    });
    connect(syncing, &SyncEngine::rightsChanged, m_records.get(), &LocalRecords::takeRights);
    connect(syncing, &SyncEngine::progressed, &m_status, &SyncStatus::follow);
    connect(syncing, &SyncEngine::stalled, &m_link, &ServerLink::reconnect);
    connect(syncing, &SyncEngine::faulted, this, &Desk::faulted);
    connect(syncing, &SyncEngine::compared, this, &Desk::compared);
    connect(syncing, &SyncEngine::forked, this, [this] {
        const Result<QByteArray> key = m_outbox->signingKey();
        if (!key)
            return Q_EMIT faulted(key.error());
        m_secrets.signingKey = *key;
        if (!m_offline)
            startLink({});
        Q_EMIT forked();
    });
}

Result<void> Desk::openCache()
{
    Result<std::unique_ptr<Cache>> cache = Cache::open(path("cache.db"), m_secrets.dataKey, m_catalogue);
    const bool disposable = !cache && (cache.error().code == ErrorCode::DatabaseKey || cache.error().code == ErrorCode::DatabaseFailed
                                       || cache.error().code == ErrorCode::DatabaseOpen || cache.error().code == ErrorCode::DatabaseNewer);
    if (disposable) {
        // The cache can always be made again: everything the user did is in the outbox, everything else on the server.
        for (const char *file : {"cache.db", "cache.db-wal", "cache.db-shm"})
            QFile::remove(path(file));
        cache = Cache::open(path("cache.db"), m_secrets.dataKey, m_catalogue);
    }
    if (!cache)
        return cache.error();
    m_cache = std::move(*cache);
    return {};
}

Result<QSet<model::EntityId>> Desk::adoptStoredCustomFields()
{
    const Result<std::vector<storage::StoredRecord>> stored = m_view->records().loadAfter(model::CustomField::entity, 0, MaximumCustomFields);
    if (!stored)
        return stored.error();
    QList<model::Record> rows;
    for (const storage::StoredRecord &row : *stored)
        rows.append(row.record);
    return adoptCustomFields(rows);
}

Result<QSet<model::EntityId>> Desk::adoptCustomFields(const QList<model::Record> &rows)
{
    const model::RecordLookup lookup = [this](const model::RecordRef &ref) {
        const Result<std::optional<storage::StoredRecord>> stored = m_view->records().load(ref);
        return stored && stored->has_value() ? (*stored)->record : model::Record();
    };
    // The sync thread reads the catalogue in its turns only.
    const Turn turn(m_cache->turns(), Turns::Who::Urgent);
    QSet<model::EntityId> grown;
    for (const model::Record &row : rows)
        if (row.isValid() && model::addCustomField(m_catalogue, row, lookup, {}))
            grown.insert(m_catalogue.entity(row[model::CustomField::object])->id);
    if (!grown.isEmpty())
        GUANXI_TRY(m_cache->extendSchema());
    return grown;
}

void Desk::countConflicts()
{
    storage::Query query;
    query.entity = model::Conflict::entity;
    query.filter = storage::Filter::is(model::Conflict::state.id, qint64(sync::ConflictState::Open));
    if (const Result<qint64> count = m_records->count(query); count)
        m_status.setConflicts(int(*count));
    // A refused change no longer counts when its conflict was settled, wherever that was.
    if (const Result<void> closed = m_records->closeDecided(); !closed)
        return Q_EMIT faulted(closed.error());
    m_status.setRefused(m_outbox->parked());
}

void Desk::customFieldsArrived()
{
    const Result<QSet<model::EntityId>> grown = adoptStoredCustomFields();
    if (!grown)
        return Q_EMIT faulted(grown.error());
    if (grown->isEmpty())
        return;
    // Rows that came before their field was known here came without it.
    m_sync->post([](SyncEngine &engine) { engine.fieldsGrew(); });
    m_reader->refresh();
    Q_EMIT m_records->rightsChanged(); // views build their columns and forms anew
}

void Desk::signOut()
{
    // To the server, signing out of a removed computer means that everything is destroyed.
    if (!m_removal)
        m_link.send(SignOut{});
    m_link.stop();
    if (m_outbox)
        static_cast<void>(storeLease()); // what is lost is a minute at most
    closeFiles();
    m_removal.reset();
    m_outbox.reset();
    m_secrets = {};
    m_password.clear();
    m_status.setLink(SyncStatus::Link::Offline);
}

void Desk::setOffline(bool offline)
{
    if (std::exchange(m_offline, offline) == offline || !isOpen())
        return;
    if (offline) {
        m_link.stop();
        disconnected();
        m_status.setLink(SyncStatus::Link::Offline);
    } else {
        startLink({});
    }
}

void Desk::startLink(const QByteArray &token)
{
    Credentials credentials{m_profile.host, m_profile.port, m_profile.pin, token, {}, {}, m_profile.login, m_password, m_secrets,
                            m_catalogue.version()};
    if (m_outbox) {
        credentials.replica = m_outbox->identity().replica;
        credentials.company = m_outbox->identity().company;
    }
    m_link.start(credentials);
}

void Desk::ready(const Ready &ready)
{
    m_profile.enrolled = true;
    m_profile.removal = Profile::Removal::None; // a computer that was removed has been enrolled anew
    Result<void> opened;
    if (!isOpen())
        opened = openFiles();
    if (opened)
        opened = takeIdentity(ready);
    if (opened)
        m_trusted.reset();
    if (opened)
        opened = m_profile.save(path("profile.json"));
    if (opened) {
        m_lease.renew(ready.serverTime, ready.leaseSeconds);
        opened = storeLease();
    }
    if (opened && !m_offered.isEmpty())
        opened = adoptPassword(std::exchange(m_offered, QString()));
    if (!opened) {
        m_link.stop();
        m_status.setLink(SyncStatus::Link::Refused, opened.error());
        if (std::exchange(m_enrolling, false))
            Q_EMIT finished(opened.error());
        else
            Q_EMIT faulted(opened.error());
        return;
    }
    // Before any row arrives that has them.
    QList<model::Record> customFields;
    for (const QByteArray &bytes : ready.customFields)
        customFields.append(model::decodeRecord(bytes, m_catalogue));
    if (const Result<QSet<model::EntityId>> adopted = adoptCustomFields(customFields); !adopted)
        Q_EMIT faulted(adopted.error());
    const SyncEngine::Send send = sender();
    m_status.setConnected(m_connection);
    m_sync->post([ready, send, connection = m_connection](SyncEngine &engine) { engine.connected(ready, send, connection); });
    if (ready.features.contains(BlobsFeature))
        m_attachments->connected(ready.epoch, send);
    if (std::exchange(m_enrolling, false))
        Q_EMIT finished(Result<void>());
}

SyncEngine::Send Desk::sender()
{
    return [this, connection = ++m_connection](const Message &message) {
        QMetaObject::invokeMethod(&m_link, [this, connection, message] {
            if (connection == m_connection && m_link.isReady())
                m_link.send(message);
        });
    };
}

void Desk::disconnected()
{
    if (m_sync)
        m_sync->post([](SyncEngine &engine) { engine.disconnected(); });
    if (m_attachments)
        m_attachments->disconnected();
}

void Desk::receive(const Message &message)
{
    if (m_attachments && m_attachments->receive(message))
        return;
    if (const Welcome *welcome = std::get_if<Welcome>(&message)) {
        m_company = welcome->company;
        m_profile.companyName = welcome->companyName;
    }
    if (std::holds_alternative<Done>(message) && !m_newPassword.isEmpty()) {
        Q_EMIT passwordChanged(adoptPassword(std::exchange(m_newPassword, QString())));
    }
    if (const ErrorMessage *error = std::get_if<ErrorMessage>(&message); error && error->request != 0 && !m_newPassword.isEmpty()) {
        m_newPassword.clear();
        Q_EMIT passwordChanged(error->error());
    }
    if (const PushAck *ack = std::get_if<PushAck>(&message); ack && m_removal)
        m_removal->receive(*ack);
    if (m_sync)
        m_sync->receive(message);
    Q_EMIT messageReceived(message);
}

Result<void> Desk::adoptPassword(const QString &password)
{
    GUANXI_TRY(m_vault.rewrap(m_secrets, password));
    m_password = password;
    m_link.setPassword(password);
    return {};
}

void Desk::signInAgain(const QString &password)
{
    m_offered = password;
    m_link.setPassword(password);
    m_link.reconnect();
}

void Desk::changePassword(const QString &oldPassword, const QString &newPassword)
{
    if (!m_link.isReady())
        return Q_EMIT passwordChanged(Error{ErrorCode::Disconnected, {}});
    m_newPassword = newPassword;
    m_link.send(ChangePassword{++m_request, oldPassword, newPassword});
}

void Desk::checkData()
{
    if (m_sync)
        m_sync->post([](SyncEngine &engine) { engine.compare(); });
}

QString Desk::realName() const { return m_outbox ? m_outbox->identity().realName : QString(); }

qint64 Desk::request(History history)
{
    history.request = ++m_request;
    m_link.send(history);
    return history.request;
}

qint64 Desk::request(Reveal reveal)
{
    reveal.request = ++m_request;
    m_link.send(reveal);
    return reveal.request;
}

} // namespace guanxi::app
