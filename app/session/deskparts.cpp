// SPDX-License-Identifier: GPL-3.0-or-later
// What a Desk is made of while it is open: its files, the parts that work on them, the fields that users defined.
#include "app/session/desk.h"

#include "common/model/catalogue/customfields.h"
#include "common/model/catalogue/platform.h"
#include "common/sync/conflictkind.h"

#include <QFile>

namespace guanxi::app {

namespace {

constexpr int MaximumCustomFields = 10'000;

} // namespace

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
    m_records->setServer([this](const Inquiries::Question &question, QObject *context, Inquiries::Done done) {
        m_inquiries.ask(question, context, std::move(done));
    });
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
    connect(syncing, &SyncEngine::stalled, &m_link, &ServerLink::giveUp);
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

} // namespace guanxi::app
