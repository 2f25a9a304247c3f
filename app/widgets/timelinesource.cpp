// SPDX-License-Identifier: GPL-3.0-or-later
// Where the entries of a timeline come from; how they look is in timeline.cpp.
#include "app/widgets/timeline.h"

#include "app/widgets/changetext.h"
#include "app/widgets/editable.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/relations.h"
#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"
#include "common/sync/merge.h"

#include <QDateTime>

namespace guanxi::app {

using model::Conflict;
using model::Entity;
using model::Field;
using model::Record;
using model::RecordRef;

namespace {

/// The field that says when it happened: the first of these an entity has, else when it was created.
const Field *momentField(const Entity &entity)
{
    for (const char *name : {"happened_at", "sent_at", "starts_at", "due_at", "opened_at", "ordered_on", "quoted_on", "signed_on",
                             "paid_on", "spent_on", "at"})
        if (const Field *field = entity.field(QString::fromLatin1(name)))
            return field;
    return entity.field(model::system::CreatedAt);
}

qint64 momentOf(const Record &record, const Field &field)
{
    const model::Value &value = record.value(field.id);
    if (value.isNull())
        return record.value(model::system::CreatedAt).number();
    return field.type == model::FieldType::Date ? QDateTime(dateOf(value.number()), QTime(0, 0)).toMSecsSinceEpoch() : value.number();
}

/// Another text of the record worth a line.
QString detailOf(const Record &record)
{
    for (const char *name : {"details", "description", "result", "remark", "comment"})
        if (const Field *field = record.entity().field(QString::fromLatin1(name)))
            if (const QString text = record.value(field->id).text().trimmed(); !text.isEmpty())
                return text;
    return {};
}

RecordRef authorOf(const Record &record)
{
    for (const char *name : {"by_user", "handled_by", "user"})
        if (const Field *field = record.entity().field(QString::fromLatin1(name)))
            if (const Uuid id = record.value(field->id).id(); !id.isNull())
                return {model::ids::User, id};
    return {model::ids::User, record.value(model::system::Owner).id()};
}

TimelineEntry entryOf(Records &records, const Record &record, const Field &moment)
{
    const Entity &entity = record.entity();
    const FieldText words(records);
    TimelineEntry entry;
    entry.at = momentOf(record, moment);
    entry.record = record.ref();
    entry.icon = entity.icon;
    entry.kind = entityLabel(entity);
    entry.title = words.title(record);
    entry.detail = detailOf(record);
    entry.who = records.title(authorOf(record));
    if (const Field *state = entity.field(entity.machine.field)) {
        entry.state = words.text(record, *state);
        entry.tone = toneOf(entity, record.value(state->id));
    }
    return entry;
}

void addRelated(QList<TimelineEntry> &entries, Records &records, const RecordRef &ref, int limit)
{
    for (const Relation &relation : relationsOf(records, ref.entity)) {
        const Field *moment = momentField(*relation.entity);
        if (!moment || !relation.isTimed)
            continue;
        storage::Query query;
        query.entity = relation.entity->id;
        query.filter = relation.filter(ref);
        query.sort = {{moment->id, true}};
        query.limit = limit;
        const Result<QList<Record>> found = records.findNow(query);
        for (const Record &record : found.ok() ? *found : QList<Record>())
            entries.append(entryOf(records, record, *moment));
    }
}

QString wordOf(const Records &records, const Entity &entity, const Field &field, const QString &json)
{
    const QString text = FieldText(records).text(entity, field, model::valueFromJson(json));
    return text.isEmpty() ? QStringLiteral("–") : text.left(80);
}

QString changesText(const Records &records, const Entity &entity, const HistoryEntry &happened)
{
    QStringList texts;
    for (const model::FieldChange &change : happened.change.fields) {
        const Field *field = entity.field(change.field);
        const bool shown = field && (field->isEditable() || field->id == entity.machine.field) && records.rights().isVisible(entity, *field);
        if (!shown)
            continue;
        const FieldText words(records);
        const auto shorten = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text.left(80); };
        texts.append(TimelineView::tr("%1: %2 → %3").arg(fieldLabel(entity, *field), change.old ? shorten(words.text(entity, *field, *change.old)) : TimelineView::tr("(hidden)"),
                                                         shorten(words.text(entity, *field, change.value))));
    }
    return texts.join(QStringLiteral(" · "));
}

/// The record's own changes; what nobody typed is left to its history.
void addChanges(QList<TimelineEntry> &entries, Records &records, const RecordRef &ref, int limit)
{
    const Result<QList<HistoryEntry>> happened = records.history(ref);
    const Entity &entity = records.catalogue().at(ref.entity);
    for (const HistoryEntry &change : happened.ok() ? happened->first(std::min<qsizetype>(limit, happened->size())) : QList<HistoryEntry>()) {
        const bool turned = change.change.kind == model::ChangeKind::Delete || change.change.kind == model::ChangeKind::Restore;
        const QString text = turned ? ChangeText::kindText(change.change.kind) : changesText(records, entity, change);
        if (text.isEmpty())
            continue;
        TimelineEntry entry;
        entry.at = change.at;
        entry.record = ref;
        entry.icon = QStringLiteral("document-edit");
        entry.kind = TimelineView::tr("Change");
        entry.title = text;
        entry.who = records.title({model::ids::User, change.user});
        entries.append(entry);
    }
}

/// What the program made of both values, by the rule of the field.
model::Value mergedOf(const Record &note, const Field &field)
{
    const model::FieldChange mine{field.id, model::valueFromJson(note[Conflict::base]), model::valueFromJson(note[Conflict::mine]), 0};
    return sync::mergeField(field, mine, model::valueFromJson(note[Conflict::theirs]), true, false).value;
}

QString mergedText(const Records &records, const Record &note, const Entity &entity, const Field &field)
{
    const QString mine = wordOf(records, entity, field, note[Conflict::mine]);
    const QString theirs = wordOf(records, entity, field, note[Conflict::theirs]);
    const QString they = records.title({model::ids::User, note[Conflict::theirsBy]});
    if (field.merge == model::MergePolicy::Latest)
        return TimelineView::tr("%1 (by %2) was replaced by %3, which arrived later.").arg(theirs, they, mine);
    const QString merged = wordOf(records, entity, field, model::valueToJson(mergedOf(note, field)));
    return TimelineView::tr("%1 (by %2) and %3 became %4.").arg(theirs, they, mine, merged);
}

/// Nothing where others have gone on from the merged value, or the user may not write it.
std::optional<FormerValue> formerOf(const Records &records, const Record &record, const Record &note, const Field &field)
{
    if (!isEditable(records, record, field) || record.value(field.id) != mergedOf(note, field))
        return std::nullopt;
    return FormerValue{field.id, model::valueFromJson(note[Conflict::theirs]),
                       TimelineView::tr("Puts %1 back, as %2 had left it.")
                           .arg(wordOf(records, record.entity(), field, note[Conflict::theirs]),
                                records.title({model::ids::User, note[Conflict::theirsBy]}))};
}

/// Values that two people changed at once and the program made one of.
void addMerges(QList<TimelineEntry> &entries, Records &records, const RecordRef &ref, int limit)
{
    const Result<Record> record = records.load(ref);
    if (!record || !records.catalogue().entity(Conflict::entity) || !records.may(model::Action::View, Conflict::entity))
        return;
    storage::Query query;
    query.entity = Conflict::entity;
    query.filter = storage::Filter::all({storage::Filter::is(Conflict::record.id, model::Value(ref)),
                                         storage::Filter::is(Conflict::kind.id, qint64(Conflict::EditEditAuto))});
    query.sort = {{model::system::CreatedAt, true}};
    query.limit = limit;
    const Result<QList<Record>> found = records.findNow(query);
    for (const Record &note : found.ok() ? *found : QList<Record>()) {
        const Field *field = record->entity().field(model::FieldId(note[Conflict::field]));
        // Without what stood there it says nothing.
        if (!field || note.isNull(Conflict::theirs) || records.rights().fieldRight(record->entity(), *field) < model::FieldRight::Read)
            continue;
        TimelineEntry entry;
        entry.at = note.value(model::system::CreatedAt).number();
        entry.record = ref;
        entry.icon = QStringLiteral("vcs-merge");
        entry.kind = TimelineView::tr("Merged");
        entry.title = TimelineView::tr("%1: changed by two people, merged").arg(fieldLabel(record->entity(), *field));
        entry.detail = mergedText(records, note, record->entity(), *field);
        entry.who = records.title({model::ids::User, note[Conflict::mineBy]});
        entry.former = formerOf(records, *record, note, *field);
        entries.append(entry);
    }
}

} // namespace

QList<TimelineEntry> timelineOf(Records &records, const RecordRef &ref, int limit)
{
    QList<TimelineEntry> entries;
    addRelated(entries, records, ref, limit);
    addChanges(entries, records, ref, limit);
    addMerges(entries, records, ref, limit);
    std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry &a, const TimelineEntry &b) { return a.at > b.at; });
    return entries;
}

} // namespace guanxi::app
