// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/directory.h"
#include "server/console/handlers.h"
#include "server/console/quarantine.h"
#include "server/console/words.h"

#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"
#include "common/storage/query.h"
#include "common/sync/parkedset.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace guanxi::server {

using namespace model;

namespace {

const char *const Kinds[] = {"", QT_TRANSLATE_NOOP("Console", "created"), QT_TRANSLATE_NOOP("Console", "changed"),
                             QT_TRANSLATE_NOOP("Console", "deleted"), QT_TRANSLATE_NOOP("Console", "restored")};

ErrorCode reasonOf(const Record &conflict)
{
    return ErrorCode(QJsonDocument::fromJson(conflict[Conflict::reason].toUtf8()).object()[QLatin1String("code")].toInt());
}

/// A record by the first of its title fields; its id when the company does not have it.
QString titleOf(ServerApp &app, const RecordRef &ref, const RecordChange *change = nullptr)
{
    if (const QString known = Directory(app).title(ref); !known.isEmpty())
        return known;
    const Entity *entity = app.catalogue().entity(ref.entity);
    for (FieldId field : entity ? entity->titleFields : QList<FieldId>()) {
        const FieldChange *typed = change ? change->field(field) : nullptr;
        if (const QString text = typed ? typed->value.text() : QString(); !text.isEmpty())
            return text;
    }
    return ref.id.text();
}

QString textOf(ServerApp &app, const Field *field, const Value &value)
{
    if (value.isNull())
        return {};
    if (const RecordRef *ref = value.get<RecordRef>())
        return titleOf(app, *ref);
    if (field && field->isReference())
        return titleOf(app, {field->targets.first(), value.id()});
    const QString json = valueToJson(value);
    return value.text().isEmpty() ? json : value.text();
}

/// The changes that make records: until they are applied nothing else knows their names.
QHash<RecordRef, RecordChange> insertionsIn(const QList<QuarantinedWork> &works)
{
    QHash<RecordRef, RecordChange> insertions;
    for (const QuarantinedWork &work : works)
        for (const RecordChange &change : work.set.changes)
            if (change.kind == ChangeKind::Insert)
                insertions.insert(change.record, change);
    return insertions;
}

QJsonObject summaryOf(ServerApp &app, const QuarantinedWork &work, const QHash<RecordRef, RecordChange> &insertions, const QHash<Uuid, QString> &logins, const QHash<Uuid, QString> &devices)
{
    const RecordChange first = work.set.changes.value(0);
    const RecordChange naming = insertions.value(first.record, first);
    const Entity *entity = app.catalogue().entity(first.record.entity);
    return {{QStringLiteral("id"), work.conflict.id().text()},
            {QStringLiteral("user"), logins.value(work.set.user)},
            {QStringLiteral("replica"), work.set.replica.text()},
            {QStringLiteral("device"), devices.value(work.set.replica)},
            {QStringLiteral("at"), timeText(work.set.at)},
            {QStringLiteral("entity"), entity ? entity->name : QString()},
            {QStringLiteral("record"), titleOf(app, first.record, &naming)},
            {QStringLiteral("records"), work.set.changes.size()},
            {QStringLiteral("draft"), work.set.name == sync::DraftAction}};
}

Result<QHash<Uuid, QString>> deviceNames(ServerApp &app)
{
    const Result<QList<ReplicaInfo>> replicas = app.auth().listReplicas();
    if (!replicas)
        return replicas.error();
    QHash<Uuid, QString> names;
    for (const ReplicaInfo &replica : *replicas)
        names.insert(replica.id, replica.name);
    return names;
}

/// One by its id, or all of a device or user, in their order.
Result<QList<QuarantinedWork>> named(ServerApp &app, const QString &name)
{
    const Result<QList<QuarantinedWork>> open = openQuarantine(app);
    const Result<QHash<Uuid, QString>> logins = Directory(app).logins();
    if (!open || !logins)
        return open ? logins.error() : open.error();
    const Uuid id = Uuid::fromText(name).value_or(Uuid());
    QList<QuarantinedWork> found;
    for (const QuarantinedWork &work : *open)
        if (work.conflict.id() == id || work.set.replica == id || logins->value(work.set.user) == name)
            found.append(work);
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, {QStringLiteral("quarantine"), name}};
    return found;
}

} // namespace

Result<QList<QuarantinedWork>> openQuarantine(ServerApp &app)
{
    storage::Query query;
    query.entity = Conflict::entity;
    query.filter = storage::Filter::is(Conflict::state.id, qint64(Conflict::Open));
    const Result<std::vector<qint64>> rids =
        storage::QueryRunner(app.store().database(), app.catalogue(), storage::StoreKind::Server).rids(query);
    const Result<QList<ServerRow>> rows = rids ? app.store().rowsByRid(Conflict::entity, *rids) : Result<QList<ServerRow>>(rids.error());
    if (!rows)
        return rows.error();
    QList<QuarantinedWork> open;
    for (const ServerRow &row : *rows)
        if (reasonOf(row.record) == ErrorCode::DeviceRevoked || row.record[Conflict::kind] == Conflict::Permission)
            if (const ChangeSet set = sync::parkedSet(row.record[Conflict::parked]); !set.replica.isNull())
                open.append({row.record, set});
    std::sort(open.begin(), open.end(), [](const QuarantinedWork &a, const QuarantinedWork &b) {
        return a.set.replica == b.set.replica ? a.set.seq < b.set.seq : a.set.replica.bytes() < b.set.replica.bytes();
    });
    return open;
}

namespace handlers {

Result<QJsonObject> quarantineList(ServerApp &app, const ParsedCommand &)
{
    const Result<QList<QuarantinedWork>> open = openQuarantine(app);
    const Result<QHash<Uuid, QString>> logins = Directory(app).logins();
    const Result<QHash<Uuid, QString>> devices = deviceNames(app);
    if (!open || !logins || !devices)
        return !open ? open.error() : !logins ? logins.error() : devices.error();
    const QHash<RecordRef, RecordChange> insertions = insertionsIn(*open);
    QJsonArray list;
    for (const QuarantinedWork &work : *open)
        list.append(summaryOf(app, work, insertions, *logins, *devices));
    return QJsonObject{{QStringLiteral("quarantine"), list}};
}

Result<QJsonObject> quarantineShow(ServerApp &app, const ParsedCommand &command)
{
    const Result<QList<QuarantinedWork>> works = named(app, command.arguments.first());
    if (!works)
        return works.error();
    const QHash<RecordRef, RecordChange> insertions = insertionsIn(*works);
    QJsonArray lines;
    for (const QuarantinedWork &work : *works)
        for (const RecordChange &change : work.set.changes) {
            const Entity *entity = app.catalogue().entity(change.record.entity);
            const RecordChange naming = insertions.value(change.record, change);
            QJsonObject line{{QStringLiteral("id"), work.conflict.id().text()},
                             {QStringLiteral("change"), QString::fromLatin1(Kinds[int(change.kind)])},
                             {QStringLiteral("entity"), entity ? entity->name : QString()},
                             {QStringLiteral("record"), titleOf(app, change.record, &naming)}};
            if (change.fields.isEmpty())
                lines.append(line);
            for (const FieldChange &fieldChange : change.fields) {
                const Field *field = entity ? entity->field(fieldChange.field) : nullptr;
                line.insert(QStringLiteral("field"), field ? field->name : QString::number(fieldChange.field));
                line.insert(QStringLiteral("before"), fieldChange.old ? textOf(app, field, *fieldChange.old) : QString());
                line.insert(QStringLiteral("after"), textOf(app, field, fieldChange.value));
                lines.append(line);
            }
        }
    return QJsonObject{{QStringLiteral("changes"), lines}};
}

Result<QJsonObject> quarantineApply(ServerApp &app, const ParsedCommand &command)
{
    const Result<QList<QuarantinedWork>> works = named(app, command.arguments.first());
    if (!works)
        return works.error();
    int applied = 0;
    QJsonArray refused;
    for (const QuarantinedWork &work : *works) {
        const Result<protocol::PushResult> result = app.hub().takeUp(work.conflict);
        if (!result)
            return result.error();
        if (result->status != protocol::PushStatus::Parked) {
            ++applied;
            continue;
        }
        refused.append(QJsonObject{{QStringLiteral("id"), work.conflict.id().text()},
                                   {QStringLiteral("reason"), QString(errorName(result->code))}});
    }
    return QJsonObject{{QStringLiteral("applied"), applied}, {QStringLiteral("refused"), refused}};
}

Result<QJsonObject> quarantineDiscard(ServerApp &app, const ParsedCommand &command)
{
    const Result<QList<QuarantinedWork>> works = named(app, command.arguments.first());
    if (!works)
        return works.error();
    QList<RecordChange> closed;
    for (const QuarantinedWork &work : *works)
        closed.append(sync::closingOf(work.conflict, sync::Resolution::Discarded));
    const Result<protocol::PushResult> written = app.hub().write(QStringLiteral("resolve"), closed);
    if (!written)
        return written.error();
    return QJsonObject{{QStringLiteral("discarded"), closed.size()}};
}

void printQuarantine(const QJsonObject &result, QTextStream &out)
{
    QJsonObject worded;
    for (auto entry = result.begin(); entry != result.end(); ++entry) {
        QJsonArray lines;
        for (const QJsonValue &value : entry->toArray()) {
            QJsonObject line = value.toObject();
            if (line.contains(QStringLiteral("field")))
                line[QStringLiteral("field")] = words::label(line[QStringLiteral("entity")].toString(), line[QStringLiteral("field")].toString());
            if (line.contains(QStringLiteral("change")))
                line[QStringLiteral("change")] = words::tr(line[QStringLiteral("change")].toString().toUtf8());
            line[QStringLiteral("entity")] = words::label(line[QStringLiteral("entity")].toString());
            lines.append(line);
        }
        worded.insert(entry.key(), lines);
    }
    words::print(worded, out);
}

} // namespace handlers

} // namespace guanxi::server
