// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/localrecords.h"

#include "app/data/exchangerates.h"
#include "app/data/surroundings.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/ownershiprules.h"
#include "common/model/catalogue/reference.h"
#include "common/rules/exchange.h"
#include "common/rules/related.h"
#include "common/rules/statemachine.h"
#include "common/rules/validate.h"

namespace guanxi::app {

using namespace model;
using storage::Filter;
using storage::Query;
using storage::QueryRunner;
using storage::StoredRecord;
using storage::StoreKind;

namespace {

qint64 today(const Clock &clock) { return rules::dayOf(clock.wallMs()); }

} // namespace

LocalRecords::LocalRecords(const Parts &parts, QObject *parent)
    : Records(parent), m_catalogue(parts.catalogue), m_cache(parts.cache), m_view(parts.view), m_rights(parts.cache.rights()),
      m_outbox(parts.outbox), m_reader(parts.reader), m_clock(parts.clock), m_ids(parts.ids)
{
    findUndoable();
}

Result<Record> LocalRecords::load(const RecordRef &ref) const
{
    const Result<std::optional<StoredRecord>> stored = m_view.records().load(ref);
    if (!stored)
        return stored.error();
    if (!stored->has_value())
        return Error{ErrorCode::NotFound, {QString::number(ref.entity), ref.id.text()}};
    return (*stored)->record;
}

Result<QList<Record>> LocalRecords::window(EntityId entity, std::span<const qint64> rows) const
{
    Result<std::vector<StoredRecord>> stored = m_view.records().loadByRids(entity, rows);
    if (!stored)
        return stored.error();
    QList<Record> records;
    for (StoredRecord &row : *stored)
        records.append(std::move(row.record));
    return records;
}

Result<Records::Some> LocalRecords::some(EntityId entity, qint64 after, std::span<const FieldId> fields) const
{
    constexpr int Limit = 500;
    Result<std::vector<StoredRecord>> stored = m_view.records().loadAfter(entity, after, Limit, fields);
    if (!stored)
        return stored.error();
    Some some{{}, stored->empty() ? after : stored->back().rid, stored->size() == Limit};
    for (StoredRecord &row : *stored)
        if (!row.record.isDeleted())
            some.records.append(std::move(row.record));
    return some;
}

void LocalRecords::look(EntityId entity, qint64 after, std::function<void(const Record &)> look, QObject *context, std::function<void(Result<Looked>)> done)
{
    m_reader.look(entity, after, std::move(look), context, std::move(done));
}

void LocalRecords::find(const Query &query, QObject *context, std::function<void(Result<Rows>)> done)
{
    m_reader.find(timed(query), context, std::move(done));
}

Result<QList<Record>> LocalRecords::findNow(const Query &query) const
{
    const Result<Rows> rows = QueryRunner(m_view.database(), m_catalogue, StoreKind::Cache).rids(timed(query));
    if (!rows)
        return rows.error();
    return window(query.entity, *rows);
}

Result<qint64> LocalRecords::count(const Query &query) const
{
    return QueryRunner(m_view.database(), m_catalogue, StoreKind::Cache).count(timed(query));
}

void LocalRecords::findAlike(const Record &record, QObject *context, std::function<void(Result<QList<AlikeRecord>>)> done)
{
    m_reader.findAlike(record, rights(), context, std::move(done));
}

void LocalRecords::scanForDuplicates(EntityId entity, std::shared_ptr<ScanState> state, QObject *context,
                                     std::function<void(Result<QList<AlikePair>>)> done)
{
    m_reader.scan(entity, rights(), std::move(state), context, std::move(done));
}

void LocalRecords::aggregate(const Query &query, const QList<FieldId> &fields, QObject *context,
                             std::function<void(Result<QList<storage::Aggregate>>)> done)
{
    m_reader.aggregate(timed(query), fields, context, std::move(done));
}

void LocalRecords::group(const Query &query, FieldId by, const QList<FieldId> &sums, QObject *context,
                         std::function<void(Result<QList<storage::Group>>)> done)
{
    m_reader.group(timed(query), by, sums, context, std::move(done));
}

void LocalRecords::tally(const Query &query, const QList<storage::Path> &by, const QList<FieldId> &sums, QObject *context,
                         std::function<void(Result<QList<storage::Tally>>)> done)
{
    m_reader.tally(timed(query), by, sums, context, std::move(done));
}

Query LocalRecords::timed(Query query) const
{
    query.now = m_clock.wallMs();
    query.today = today(m_clock);
    query.me = me();
    query.department = rights().department();
    return query;
}

Result<QList<RecordRef>> LocalRecords::search(const QString &typed, int limit) const
{
    QList<EntityId> entities;
    for (const Entity &entity : m_catalogue.entities())
        if (entity.workspace != Workspace::None && may(Action::View, entity.id))
            entities.append(entity.id);
    const Result<QList<storage::SearchHit>> hits = QueryRunner(m_view.database(), m_catalogue, StoreKind::Cache).search(typed, entities, limit);
    if (!hits)
        return hits.error();
    QList<RecordRef> refs;
    for (const storage::SearchHit &hit : *hits) {
        const std::array row{hit.rid};
        const Result<QList<Record>> records = window(hit.entity, row);
        if (records && !records->isEmpty())
            refs.append(records->first().ref());
    }
    return refs;
}

LocalRecords::Edit LocalRecords::editFrom(const Record &before, const Record &after) const
{
    Edit edit{before, after};
    if (!before.isValid())
        return edit;
    rules::leaveOutOtherKinds(edit.after, before);
    // What this user may not write stays; it is not shown.
    for (const Field &field : after.entity().fields())
        if (edit.after.value(field.id) != after.value(field.id) && rights().fieldRight(after.entity(), field) != FieldRight::Write)
            edit.after.setValue(field.id, after.value(field.id));
    return edit;
}

QList<std::pair<FieldId, Error>> LocalRecords::check(const Record &record) const
{
    const Result<Edit> stepped = withStep(editOf(record));
    return stepped ? check(*stepped) : QList<std::pair<FieldId, Error>>{{record.entity().machine.field, stepped.error()}};
}

QList<std::pair<FieldId, Error>> LocalRecords::check(const Edit &edit) const
{
    const auto &[before, after] = edit;
    QList<std::pair<FieldId, Error>> errors;
    for (const rules::FieldError &error : rules::checkRecord(after.entity(), after, before.isValid() ? &before : nullptr, {today(m_clock), 0, {}, &m_catalogue}))
        errors.append({error.field, error.error});
    for (const rules::FieldError &error : rules::checkRelated(before, after, me(), [this](const RecordRef &ref) { return lookup(ref); }))
        errors.append({error.field, error.error});
    if (const std::optional<rules::FieldError> error = rules::checkRate(before, after, [this] { return ownCurrency(*this); }))
        errors.append({error->field, error->error});
    if (const Result<void> open = rules::checkLineLock(before, after, [this](const RecordRef &ref) { return lookup(ref); }); !open)
        errors.append({after.entity().parentField, open.error()});
    // What is not here may be at the server; what is known to be gone is not.
    for (const Field &field : after.entity().fields())
        if (field.type == FieldType::Reference && field.isEditable() && after.value(field.id) != before.value(field.id) && !after.value(field.id).isNull())
            if (const Record target = lookup({field.targets.first(), after.value(field.id).id()}); target.isValid() && target.isDeleted())
                errors.append({field.id, Error{ErrorCode::ParentMissing, {field.name}}});
    return errors;
}

void LocalRecords::reveal(const RecordRef &ref, FieldId field, QObject *context, std::function<void(Result<Value>)> done)
{
    if (!m_server)
        return done(Error{ErrorCode::Disconnected, {}});
    m_server(protocol::Reveal{0, ref, field}, context, [done = std::move(done)](const Result<protocol::Message> &answer) {
        done(answer ? Result<Value>(std::get<protocol::Revealed>(*answer).value) : answer.error());
    });
}

bool LocalRecords::may(Action action, EntityId entity) const { return rights().may(action, entity); }

bool LocalRecords::may(Action action, const Record &record) const
{
    return rights().may(action, record.entity().id, placeOf(record));
}

rules::Surroundings LocalRecords::surroundings() const
{
    rules::Surroundings around = surroundingsOf(*this);
    around.nowMs = m_clock.wallMs();
    return around;
}

RowPlace LocalRecords::placeOf(const Record &record) const
{
    return model::placeOf(record, [this](const RecordRef &ref) { return lookup(ref); }, [this](const RecordRef &ref) { return shareesOf(ref); });
}

QList<Uuid> LocalRecords::shareesOf(const RecordRef &ref) const
{
    if (!m_catalogue.entity(Share::entity))
        return {};
    Query query;
    query.entity = Share::entity;
    query.filter = Filter::is(Share::record.id, ref);
    const Result<QList<Record>> shares = findNow(query);
    QList<Uuid> sharees;
    for (const Record &share : shares ? *shares : QList<Record>())
        if (Share::opens(share, ref, m_clock.wallMs()))
            sharees.append(share[Share::sharee].id);
    return sharees;
}

Record LocalRecords::lookup(const RecordRef &ref) const
{
    if (!m_catalogue.entity(ref.entity))
        return {};
    const Result<Record> record = load(ref);
    return record ? *record : Record();
}

void LocalRecords::takeRights(const Rights &rights)
{
    m_rights = rights;
    m_ownershipRules.reset();
    m_titles.clear();
    m_dictionaryLabels.clear();
    Q_EMIT rightsChanged();
}

void LocalRecords::synced(const QSet<RecordRef> &records)
{
    if (records.isEmpty()) {
        m_titles.clear();
        m_dictionaryLabels.clear();
        m_decimals.clear();
        m_ownershipRules.reset();
    }
    for (const RecordRef &ref : records) {
        m_titles.remove(ref);
        if (ref.entity == Currency::entity)
            m_decimals.clear();
        if (ref.entity == OwnershipRule::entity)
            m_ownershipRules.reset();
        if (ref.entity == DictionaryItem::entity)
            m_dictionaryLabels.remove(ref.id);
    }
    Q_EMIT changed(records);
}

} // namespace guanxi::app
