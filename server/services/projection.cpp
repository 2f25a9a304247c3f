// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/projection.h"

#include "common/model/catalogue/platform.h"
#include "common/sync/parkedset.h"

namespace guanxi::server {

using namespace model;

namespace {

/// Sees every row and field that the change set could be about, wherever they stand: nothing in it is hidden from him.
bool seesAllOf(const ChangeSet &set, const Rights &rights, const Catalogue &catalogue)
{
    return std::all_of(set.changes.begin(), set.changes.end(), [&](const RecordChange &change) {
        const Entity *entity = catalogue.entity(change.record.entity);
        return entity && rights.may(Action::View, entity->id, RowPlace())
            && std::all_of(change.fields.begin(), change.fields.end(), [&](const FieldChange &field) {
                   const Field *declared = entity->field(field.field);
                   return declared && rights.fieldRight(*entity, *declared) >= FieldRight::Read;
               });
    });
}

/// A conflict about a field shows what stands in it: to who sees the record and reads the field. What its author wrote stays his.
QList<FieldId> hiddenOfField(const Record &conflict, const Field *field, const Entity *about, const Rights &rights, bool seesSubject)
{
    if (seesSubject && (!field || rights.fieldRight(*about, *field) >= FieldRight::Read))
        return {};
    if (conflict[Conflict::mineBy] == rights.user())
        return {Conflict::base.id, Conflict::theirs.id};
    return {Conflict::base.id, Conflict::mine.id, Conflict::theirs.id};
}

/// What of a conflict record depends on who looks: its values are those of a record or field he may not see, or of another's
/// change set, of which a field may be hidden from him.
QList<FieldId> hiddenOfConflict(const Record &record, const Rights &rights, const Catalogue &catalogue, bool seesSubject)
{
    if (record.entity().id != Conflict::entity)
        return {};
    const Entity *about = catalogue.entity(record[Conflict::record].entity);
    if (const qint64 field = record[Conflict::field]; field != 0)
        return hiddenOfField(record, about ? about->field(FieldId(field)) : nullptr, about, rights, seesSubject);
    const bool seesAll = record[Conflict::kind] == Conflict::NearDuplicate
        ? about && rights.may(Action::View, about->id, RowPlace())
        : seesAllOf(sync::parkedSet(record[Conflict::parked]), rights, catalogue);
    if (record[Conflict::mineBy] == rights.user() || seesAll)
        return {};
    return {Conflict::base.id, Conflict::mine.id, Conflict::theirs.id, Conflict::parked.id, Conflict::reason.id};
}

} // namespace

Record projectRow(const Record &record, const Rights &rights, const Catalogue &catalogue, bool seesSubject)
{
    Record projected = model::project(record, rights);
    for (FieldId field : hiddenOfConflict(record, rights, catalogue, seesSubject))
        projected.setValue(field, {});
    return projected;
}

Result<Record> Reader::project(const Record &record) const
{
    const Result<bool> subject = seesSubject(record);
    if (!subject)
        return subject.error();
    return projectRow(record, m_rights, m_store.catalogue(), *subject);
}

Result<RecordChange> Reader::project(const RecordChange &change, const Record &record) const
{
    const Result<bool> subject = seesSubject(record);
    if (!subject)
        return subject.error();
    const QList<FieldId> hidden = hiddenOfConflict(record, m_rights, m_store.catalogue(), *subject);
    RecordChange projected = change;
    projected.fields.removeIf([&](const FieldChange &field) {
        const Field *declared = record.entity().field(field.field);
        return !declared || hidden.contains(field.field) || m_rights.fieldRight(record.entity(), *declared) < FieldRight::Read;
    });
    return projected;
}

Result<ChangeSet> Reader::project(const ChangeSet &set, const Record &record) const
{
    ChangeSet projected = set;
    projected.args = {};
    projected.changes.clear();
    for (const RecordChange &change : set.changes) {
        if (change.record != record.ref())
            continue;
        const Result<RecordChange> shown = project(change, record);
        if (!shown)
            return shown.error();
        projected.changes.append(*shown);
    }
    return projected;
}

Result<bool> Reader::seesSubject(const Record &record) const
{
    if (record.entity().id != Conflict::entity || !m_store.catalogue().entity(record[Conflict::record].entity))
        return true;
    const Result<std::optional<ServerRow>> subject = m_store.row(record[Conflict::record]);
    if (!subject)
        return subject.error();
    return subject->has_value() && m_sees((*subject)->scopes);
}

} // namespace guanxi::server
