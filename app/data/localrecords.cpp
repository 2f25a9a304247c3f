// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/localrecords.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/rules/defaults.h"
#include "common/rules/normalise.h"
#include "common/rules/statemachine.h"
#include "common/rules/validate.h"

#include <QDateTime>

namespace guanxi::app {

using namespace model;
using storage::Filter;
using storage::Query;
using storage::QueryRunner;
using storage::StoredRecord;
using storage::StoreKind;

namespace {

/// More records than this go as numbered parts, so that other writers get in between.
constexpr qsizetype PartRecords = 500;
constexpr qsizetype UndoDepth = 100;

qint64 today(const Clock &clock) { return rules::dayOf(clock.wallMs()); }

} // namespace

LocalRecords::LocalRecords(const Parts &parts, QObject *parent)
    : Records(parent), m_catalogue(parts.catalogue), m_cache(parts.cache), m_view(parts.view), m_rights(parts.cache.rights()),
      m_outbox(parts.outbox), m_reader(parts.reader), m_clock(parts.clock), m_ids(parts.ids)
{}

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

Query LocalRecords::timed(Query query) const
{
    query.now = m_clock.wallMs();
    query.today = today(m_clock);
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

Record LocalRecords::create(EntityId entity) const
{
    Record record(m_catalogue.at(entity), m_ids.next());
    rules::applyDefaults(record, {me(), rights().department(), m_clock.wallMs(), today(m_clock)});
    return record;
}

QList<std::pair<FieldId, Error>> LocalRecords::check(const Record &record) const
{
    const Record before = lookup(record.ref());
    QList<std::pair<FieldId, Error>> errors;
    for (const rules::FieldError &error : rules::checkRecord(record.entity(), record, before.isValid() ? &before : nullptr, {today(m_clock), {}}))
        errors.append({error.field, error.error});
    return errors;
}

Result<Saved> LocalRecords::save(const Record &record) { return saveAll({record}, QStringLiteral("save")); }

Result<Saved> LocalRecords::saveAll(const QList<Record> &records, const QString &action)
{
    QList<RecordChange> changes;
    for (const Record &record : records) {
        const Record before = lookup(record.ref());
        if (before.isValid() && before.isDeleted() != record.isDeleted()) {
            const Result<RecordChange> turn = turnOf(before);
            if (!turn)
                return turn.error();
            changes.append(*turn);
        }
        if (record.isDeleted())
            continue;
        if (const QList<std::pair<FieldId, Error>> errors = check(record); !errors.isEmpty())
            return errors.first().second;
        const Result<RecordChange> change = changeFor(record);
        if (!change)
            return change.error();
        if (change->kind == ChangeKind::Insert || !change->fields.isEmpty())
            changes.append(*change);
    }
    if (changes.isEmpty())
        return Saved();
    return commitParts(std::move(changes), action, {});
}

Result<RecordChange> LocalRecords::changeFor(const Record &after) const
{
    const Entity &entity = after.entity();
    const Record before = lookup(after.ref());
    RecordChange change{before.isValid() ? ChangeKind::Update : ChangeKind::Insert, after.ref(), before.rev(), {}};
    if (before.isValid() ? !may(Action::Edit, before) : !may(Action::Create, after))
        return Error{ErrorCode::NotAllowed, {entity.name, before.isValid() ? QStringLiteral("edit") : QStringLiteral("create")}};
    for (const Field &field : entity.fields()) {
        const Value &old = before.value(field.id);
        if (after.value(field.id) == old || field.computed != Computed::No)
            continue;
        const Result<Value> value = rules::normalise(field, after.value(field.id));
        if (!value)
            return value.error();
        const Result<qint64> base = m_cache.baseOf(after.ref(), field.id, before.rev());
        if (!base)
            return base.error();
        const bool masked = rights().fieldRight(entity, field) == FieldRight::Masked;
        change.fields.append({field.id, masked ? std::nullopt : std::optional(old), *value, *base});
    }
    return change;
}

Result<Saved> LocalRecords::remove(const QList<RecordRef> &refs) { return removeOrRestore(refs, true); }
Result<Saved> LocalRecords::restore(const QList<RecordRef> &refs) { return removeOrRestore(refs, false); }

Result<RecordChange> LocalRecords::turnOf(const Record &before) const
{
    if (!may(Action::Delete, before))
        return Error{ErrorCode::NotAllowed, {before.entity().name, QStringLiteral("delete")}};
    return RecordChange{before.isDeleted() ? ChangeKind::Restore : ChangeKind::Delete, before.ref(), before.rev(), {}};
}

Result<Saved> LocalRecords::removeOrRestore(const QList<RecordRef> &refs, bool deleting)
{
    QList<RecordChange> changes;
    for (const RecordRef &ref : refs) {
        const Result<Record> record = load(ref);
        if (!record)
            return record.error();
        const Result<RecordChange> turn = turnOf(*record);
        if (!turn)
            return turn.error();
        if (record->isDeleted() != deleting)
            changes.append(*turn);
    }
    if (changes.isEmpty())
        return Saved();
    return commitParts(std::move(changes), deleting ? QStringLiteral("delete") : QStringLiteral("restore"), {});
}

QList<const Transition *> LocalRecords::transitions(const Record &record) const
{
    const StateMachine &machine = record.entity().machine;
    QList<const Transition *> possible;
    if (machine.isEmpty() || record.isDeleted())
        return possible;
    for (const Transition *transition : machine.leaving(int(record.value(machine.field).number())))
        if (!transition->automatic && may(transition->approves ? Action::Approve : Action::Edit, record))
            possible.append(transition);
    return possible;
}

Result<Saved> LocalRecords::transition(const Record &record, int id)
{
    const StateMachine &machine = record.entity().machine;
    const Transition *transition = machine.transition(id);
    const Record before = lookup(record.ref());
    if (!transition || !before.isValid())
        return Error{ErrorCode::NotFound, {record.entity().name, QString::number(id)}};
    Record after = record;
    after.setValue(machine.field, transition->to);
    const Result<const Transition *> legal =
        rules::checkTransition(record.entity(), before, after, rights(), placeOf(before), surroundings(), id);
    if (!legal)
        return legal.error();
    rules::applyEffects(after, **legal, me(), m_clock.wallMs());
    const Result<RecordChange> change = changeFor(after);
    if (!change)
        return change.error();
    return commitParts({*change}, QStringLiteral("transition"), {{QStringLiteral("transition"), id}});
}

Result<Saved> LocalRecords::undo(const Uuid &action)
{
    const Result<QList<OutboxEntry>> parts = m_outbox.action(action);
    if (!parts)
        return parts.error();
    QList<RecordChange> changes;
    for (auto part = parts->rbegin(); part != parts->rend(); ++part) {
        for (RecordChange change : inverseOf(part->set, 0).changes) {
            const Record now = lookup(change.record);
            change.base = now.rev();
            for (FieldChange &field : change.fields) {
                const Result<qint64> base = m_cache.baseOf(change.record, field.field, now.rev());
                if (!base)
                    return base.error();
                field.base = *base;
            }
            changes.append(change);
        }
    }
    m_undoable.removeAll(action);
    if (changes.isEmpty())
        return Saved();
    const Result<Saved> saved = commitParts(std::move(changes), QStringLiteral("undo"), {{QStringLiteral("action"), action.text()}});
    // Taking back is itself not offered for undo: Ctrl+Z goes on to the action before.
    if (saved)
        m_undoable.removeAll(saved->action);
    return saved;
}

Result<Saved> LocalRecords::commitParts(QList<RecordChange> changes, const QString &name, const QJsonObject &args)
{
    ChangeSet set;
    set.action = m_ids.next();
    set.name = name;
    set.args = args;
    set.strict = name == QLatin1String("undo") || name == QLatin1String("restore") || name == QLatin1String("resolve");
    set.parts = int((changes.size() + PartRecords - 1) / PartRecords);
    Result<Saved> saved = Saved();
    for (set.part = 1; set.part <= set.parts; ++set.part) {
        set.changes = changes.mid((set.part - 1) * PartRecords, PartRecords);
        saved = commit(set);
        if (!saved)
            return saved;
    }
    m_undoable.append(set.action);
    if (m_undoable.size() > UndoDepth)
        m_undoable.removeFirst();
    return saved;
}

Result<Saved> LocalRecords::commit(ChangeSet set)
{
    const Result<QList<qint64>> dependencies = this->dependencies(set);
    if (!dependencies)
        return dependencies.error();
    set.replica = m_outbox.identity().replica;
    set.user = me();
    set.at = m_clock.wallMs();
    set.schema = m_catalogue.version();
    set.dependsOn = *dependencies;
    QSet<RecordRef> refs;
    for (const RecordChange &change : set.changes)
        refs.insert(change.record);
    {
        // In one turn: the answer of a quick server must not come before the change is in the cache.
        const Turn turn(m_cache.turns(), Turns::Who::Urgent);
        GUANXI_TRY(m_outbox.append(set));
        // From here on it is saved; a cache that cannot follow is repaired from the outbox.
        if (const Result<Cache::Touched> touched = m_cache.applyLocal(set); touched)
            refs = *touched;
    }
    Q_EMIT appended();
    synced(refs);
    return Saved{set.seq, set.action};
}

Result<QList<qint64>> LocalRecords::dependencies(const ChangeSet &set) const
{
    QSet<RecordRef> refs;
    for (const RecordChange &change : set.changes) {
        refs.insert(change.record);
        const Entity &entity = m_catalogue.at(change.record.entity);
        for (const FieldChange &field : change.fields) {
            const Field *declared = entity.field(field.field);
            if (const RecordRef *any = field.value.get<RecordRef>())
                refs.insert(*any);
            else if (declared && declared->isReference() && !field.value.isNull())
                refs.insert({declared->targets.first(), field.value.id()});
        }
    }
    return m_cache.insertsOf(refs);
}

bool LocalRecords::may(Action action, EntityId entity) const { return rights().may(action, entity); }

bool LocalRecords::may(Action action, const Record &record) const
{
    return rights().may(action, record.entity().id, placeOf(record));
}

rules::Surroundings LocalRecords::surroundings() const
{
    rules::Surroundings around([this](const RecordRef &ref) { return lookup(ref); });
    around.nowMs = m_clock.wallMs();
    around.rows = [this](EntityId entity, FieldId field, const RecordRef &target) {
        Query query;
        query.entity = entity;
        const bool any = m_catalogue.at(entity).field(field)->type == FieldType::AnyReference;
        query.filter = Filter::is(field, any ? Value(target) : Value(target.id));
        const Result<QList<Record>> rows = findNow(query);
        return rows ? *rows : QList<Record>();
    };
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
    }
    for (const RecordRef &ref : records) {
        m_titles.remove(ref);
        if (ref.entity == Currency::entity)
            m_decimals.clear();
        if (ref.entity == DictionaryItem::entity)
            m_dictionaryLabels.remove(ref.id);
    }
    Q_EMIT changed(records);
}

} // namespace guanxi::app
