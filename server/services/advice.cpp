// SPDX-License-Identifier: GPL-3.0-or-later
// What is told about a change set that was applied: values that were merged, records that may be the same thing, stock
// that ran short. Kept in conflict records, so that it travels, is seen and is settled like them.
#include "server/services/pushservice.h"

#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"

namespace guanxi::server {

using namespace model;
using sync::ConflictKind;

namespace {

/// Settings, read marks and the like: nobody looks at their history.
bool hasReaders(const Entity &entity) { return entity.maker != Maker::Program && entity.scope.kind != ScopeRule::Kind::Private; }

} // namespace

bool PushService::looksForTwins(const ChangeSet &set, const Author &author)
{
    // Rows of an import are compared with what is there before they are sent.
    return !author.isServer && set.name != QLatin1String("import");
}

Result<QList<RecordChange>> PushService::advise(const ChangeSet &set, const Author &author, const QList<FreshKeys> &fresh,
                                                ChangeApplier &applier, qint64 rev, QList<CommittedRow> &rows)
{
    QList<RecordChange> advice;
    for (const FieldClash &merge : applier.merges()) {
        if (!hasReaders(m_store.catalogue().at(merge.record.entity)))
            continue;
        const Result<RecordChange> noted = noteMerge(set, merge, applier, rev, rows);
        if (!noted)
            return noted.error();
        advice.append(*noted);
    }
    for (const FreshKeys &keys : looksForTwins(set, author) ? fresh : QList<FreshKeys>()) {
        const Result<std::optional<RecordChange>> told = adviseTwin(set, author, keys, applier, rev, rows);
        if (!told)
            return told.error();
        if (told->has_value())
            advice.append(**told);
    }
    for (const Shortage &shortage : applier.shortages()) {
        const Result<RecordChange> told = adviseShortage(set, shortage, applier, rev, rows);
        if (!told)
            return told.error();
        advice.append(*told);
    }
    return advice;
}

Result<RecordChange> PushService::noteMerge(const ChangeSet &set, const FieldClash &merge, ChangeApplier &applier, qint64 rev,
                                            QList<CommittedRow> &rows)
{
    Record note = conflictRecord(set, ConflictKind::EditEditAuto, merge.record);
    note.set(Conflict::field, qint64(merge.mine.field));
    note.set(Conflict::base, merge.mine.old ? valueToJson(*merge.mine.old) : QString());
    note.set(Conflict::mine, valueToJson(merge.mine.value));
    note.set(Conflict::theirs, valueToJson(merge.theirs));
    note.set(Conflict::state, qint64(sync::ConflictState::Resolved));
    note.set(Conflict::resolution, qint64(sync::Resolution::Merged));
    note.set(Conflict::resolvedAt, m_clock.wallMs());
    GUANXI_TRY(nameOther(note, {merge.theirsRev, merge.theirsUser}));
    return writeConflict({}, note, applier, rev, rows);
}

Result<std::optional<RecordChange>> PushService::adviseTwin(const ChangeSet &set, const Author &author, const FreshKeys &fresh,
                                                            ChangeApplier &applier, qint64 rev, QList<CommittedRow> &rows)
{
    const Result<QList<Record>> twins = m_twins.twinsOf(fresh.record, fresh.keys);
    if (!twins || twins->isEmpty())
        return twins ? Result<std::optional<RecordChange>>(std::nullopt) : Result<std::optional<RecordChange>>(twins.error());
    // One that he may see helps him more; of another he learns only that there is one.
    const auto visible = std::find_if(twins->begin(), twins->end(), [&](const Record &twin) {
        return author.rights.may(Action::View, twin.entity().id, applier.place(twin));
    });
    const RecordRef twin = visible == twins->end() ? RecordRef() : visible->ref();
    const Result<bool> told = wasAdvised(fresh.record.ref(), twin);
    if (!told || *told)
        return told ? Result<std::optional<RecordChange>>(std::nullopt) : Result<std::optional<RecordChange>>(told.error());
    Record advice = conflictRecord(set, ConflictKind::NearDuplicate, fresh.record.ref());
    advice.set(Conflict::field, qint64(0));
    if (!twin.isNull())
        advice.set(Conflict::theirs, valueToJson(Value(twin)));
    const Result<RecordChange> written = writeConflict({}, advice, applier, rev, rows);
    return written ? Result<std::optional<RecordChange>>(*written) : Result<std::optional<RecordChange>>(written.error());
}

namespace {

/// Somebody said in the list of possible duplicates that the two are different.
Result<bool> areApart(ServerStore &store, const RecordRef &a, const RecordRef &b)
{
    const Entity *pairs = store.catalogue().entity(DuplicateCandidate::entity);
    for (const auto &[one, other] : {std::pair(a, b), std::pair(b, a)}) {
        const Result<QList<ServerRow>> decided = pairs ? store.children(*pairs, *pairs->field(DuplicateCandidate::recordA.id), one) : QList<ServerRow>();
        if (!decided)
            return decided.error();
        for (const ServerRow &row : *decided)
            if (!row.record.isDeleted() && row.record[DuplicateCandidate::state] == DuplicateCandidate::Different
                && row.record[DuplicateCandidate::recordB] == other)
                return true;
    }
    return false;
}

} // namespace

Result<bool> PushService::wasAdvised(const RecordRef &record, const RecordRef &twin)
{
    const Entity &entity = m_store.catalogue().at(Conflict::entity);
    const auto names = [&](const RecordRef &about, const RecordRef &other) -> Result<bool> {
        const Result<QList<ServerRow>> known = m_store.children(entity, *entity.field(Conflict::record.id), about);
        if (!known)
            return known.error();
        return std::any_of(known->begin(), known->end(), [&](const ServerRow &row) {
            return row.record[Conflict::kind] == Conflict::NearDuplicate
                && valueFromJson(row.record[Conflict::theirs]).as<RecordRef>() == other;
        });
    };
    const Result<bool> known = names(record, twin);
    if (!known || *known || twin.isNull())
        return known;
    const Result<bool> apart = areApart(m_store, record, twin);
    return !apart || *apart ? apart : names(twin, record);
}

Result<RecordChange> PushService::adviseShortage(const ChangeSet &set, const Shortage &shortage, ChangeApplier &applier, qint64 rev,
                                                 QList<CommittedRow> &rows)
{
    Record advice = conflictRecord(set, ConflictKind::StockNegative, shortage.record);
    advice.set(Conflict::field, qint64(0));
    advice.set(Conflict::reason, reasonJson(shortage.error));
    return writeConflict({}, advice, applier, rev, rows);
}

} // namespace guanxi::server
