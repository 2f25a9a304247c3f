// SPDX-License-Identifier: GPL-3.0-or-later
// Where the entries of a timeline come from; how they look is in timeline.cpp.
#include "app/widgets/timeline.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/relations.h"
#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"

#include <QDateTime>

namespace guanxi::app {

using model::ChangeRow;
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

/// The record's own changes, one entry per moment and author.
void addChanges(QList<TimelineEntry> &entries, Records &records, const RecordRef &ref, int limit)
{
    const Entity *changes = records.catalogue().entity(ChangeRow::entity);
    if (!changes || !records.may(model::Action::View, ChangeRow::entity))
        return;
    storage::Query query;
    query.entity = ChangeRow::entity;
    query.filter = storage::Filter::is(ChangeRow::record.id, model::Value(ref));
    query.sort = {{ChangeRow::at.id, true}};
    query.limit = limit * 4;
    const Result<QList<Record>> found = records.findNow(query);
    const Entity &entity = records.catalogue().at(ref.entity);
    const qsizetype first = entries.size();
    for (const Record &change : found.ok() ? *found : QList<Record>()) {
        const Field *field = entity.field(model::FieldId(change[ChangeRow::field]));
        if (!field || !records.rights().isVisible(entity, *field))
            continue;
        const QString text = TimelineView::tr("%1: %2 → %3")
                                 .arg(fieldLabel(entity, *field), wordOf(records, entity, *field, change[ChangeRow::old]),
                                      wordOf(records, entity, *field, change[ChangeRow::value]));
        const QString who = records.title({model::ids::User, change[ChangeRow::user]});
        if (entries.size() > first && entries.last().at == change[ChangeRow::at] && entries.last().who == who) {
            entries.last().detail += (entries.last().detail.isEmpty() ? QString() : QStringLiteral(" · ")) + text;
            continue;
        }
        TimelineEntry entry;
        entry.at = change[ChangeRow::at];
        entry.record = ref;
        entry.icon = QStringLiteral("document-edit");
        entry.kind = TimelineView::tr("Change");
        entry.title = text;
        entry.who = who;
        entries.append(entry);
    }
}

} // namespace

QList<TimelineEntry> timelineOf(Records &records, const RecordRef &ref, int limit)
{
    QList<TimelineEntry> entries;
    addRelated(entries, records, ref, limit);
    addChanges(entries, records, ref, limit);
    std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry &a, const TimelineEntry &b) { return a.at > b.at; });
    return entries;
}

} // namespace guanxi::app
