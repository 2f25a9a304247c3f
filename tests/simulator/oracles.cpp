// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/oracles.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/storage/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::test {

using namespace model;
using storage::Statement;

namespace {

QString describe(const Record &record)
{
    return record.isValid() ? record.entity().name + u' ' + record.id().text() + QStringLiteral(" rev %1").arg(record.rev()) : QStringLiteral("nothing");
}

QString firstDifference(const Record &server, const Record &local)
{
    for (const Field &field : server.entity().fields())
        if (server.value(field.id) != local.value(field.id))
            return field.name;
    return server.isDeleted() != local.isDeleted() ? QStringLiteral("deleted") : QString();
}

/// Progress: nothing waits any more.
QString stuck(World &world)
{
    for (MemoryDesk *desk : world.desks()) {
        if (desk->outbox().unsent() > 0)
            return QStringLiteral("progress: %1 has %2 unsent").arg(desk->login()).arg(desk->outbox().unsent());
        if (!desk->engine().isQuiet() && !world.server().rightsOf(desk->user()).isEmpty())
            return QStringLiteral("progress: %1 is not at the head").arg(desk->login());
    }
    return {};
}

/// Convergence and no leak: every copy is exactly the projection of the server's rows to its user's rights.
QString diverged(World &world)
{
    for (MemoryDesk *desk : world.desks()) {
        const Rights rights = world.server().rightsOf(desk->user());
        if (rights.isEmpty())
            continue; // refused at the door; the copy is locked
        const QHash<RecordRef, Record> expected = world.server().projection(rights);
        const QHash<RecordRef, Record> actual = desk->rows();
        for (auto row = expected.begin(); row != expected.end(); ++row) {
            const Record local = actual.value(row.key());
            if (!local.isValid())
                return QStringLiteral("convergence: %1 lacks %2").arg(desk->login(), describe(*row));
            if (const QString field = firstDifference(*row, local); !field.isEmpty())
                return QStringLiteral("convergence: %1 differs in %2 of %3 (local rev %4)").arg(desk->login(), field, describe(*row)).arg(local.rev());
        }
        for (auto row = actual.begin(); row != actual.end(); ++row)
            if (!expected.contains(row.key()))
                return QStringLiteral("leak: %1 holds %2").arg(desk->login(), describe(*row));
    }
    return {};
}

/// Where each value of a change set ended: log (once) or conflict record.
QString lost(World &world)
{
    QHash<std::pair<QByteArray, qint64>, int> logged;
    QHash<std::pair<QByteArray, qint64>, QByteArray> bodies;
    Statement log(world.server().store().database(), "SELECT replica, seq, body FROM change_log WHERE name <> 'consequence'");
    while (log.step().value()) {
        const std::pair key(log.bytes(0), log.integer(1));
        ++logged[key];
        bodies[key] = log.bytes(2);
    }
    QString conflicts;
    QSet<std::pair<QByteArray, qint64>> parked;
    for (const Record &conflict : world.server().all(Conflict::entity)) {
        conflicts += conflict[Conflict::mine] + u'\n';
        const QJsonObject json = QJsonDocument::fromJson(conflict[Conflict::parked].toUtf8()).object();
        const Result<ChangeSet> set = decodeChangeSet(QByteArray::fromBase64(json[QLatin1String("changeset")].toString().toLatin1()));
        if (!set)
            continue;
        parked.insert({set->replica.bytes(), set->seq});
    }
    for (const Edit &edit : world.edits()) {
        const std::pair key(edit.replica.bytes(), edit.seq);
        if (logged.value(key) > 1)
            return QStringLiteral("exactly once: seq %1 is in the log %2 times").arg(edit.seq).arg(logged.value(key));
        if (logged.value(key) == 1 && parked.contains(key))
            return QStringLiteral("exactly once: seq %1 was applied and parked").arg(edit.seq);
        if (logged.value(key) == 0 && !parked.contains(key))
            return QStringLiteral("no lost edit: seq %1 (%2) is nowhere").arg(edit.seq).arg(edit.value);
        if (logged.value(key) == 1 && !bodies[key].contains(edit.value.toUtf8()) && !conflicts.contains(edit.value))
            return QStringLiteral("no lost edit: value %1 of seq %2 is neither in the log nor in a conflict").arg(edit.value).arg(edit.seq);
    }
    return {};
}

/// No silent overwrite: where a value took the place of another's, its author had seen that one.
QString overwritten(World &world)
{
    QHash<std::pair<QByteArray, qint64>, Edit> edits;
    for (const Edit &edit : world.edits())
        if (edit.field != 0)
            edits.insert({edit.replica.bytes(), edit.seq}, edit);
    QHash<std::pair<RecordRef, FieldId>, QByteArray> writers; // who wrote last
    Statement log(world.server().store().database(), "SELECT replica, seq, body FROM change_log ORDER BY rev");
    while (log.step().value()) {
        const QByteArray replica = log.bytes(0);
        const Edit edit = edits.value({replica, log.integer(1)});
        const Result<ChangeSet> set = decodeChangeSet(log.bytes(2));
        for (const RecordChange &change : set ? set->changes : QList<RecordChange>())
            for (const FieldChange &field : change.fields) {
                const std::pair place(change.record, field.field);
                const bool followed = edit.record == change.record && edit.field == field.field;
                const bool asks = world.server().catalogue().at(change.record.entity).field(field.field)->merge == MergePolicy::Ask;
                if (followed && asks && writers.value(place, replica) != replica && field.old && *field.old != edit.seen)
                    return QStringLiteral("no silent overwrite: seq %1 replaced \"%2\", its author saw \"%3\"")
                        .arg(edit.seq).arg(field.old->text(), edit.seen.text());
                writers[place] = replica;
            }
    }
    return {};
}

/// Unique among live rows.
QString duplicated(World &world)
{
    for (const Entity &entity : world.server().catalogue().entities())
        for (const Field &field : entity.fields()) {
            if (!field.unique)
                continue;
            QSet<QString> seen;
            for (const Record &row : world.server().all(entity.id)) {
                const QString value = row.value(field.id).text();
                if (value.isEmpty() || row.isDeleted())
                    continue;
                if (seen.contains(value))
                    return QStringLiteral("unique: %1.%2 %3").arg(entity.name, field.name, value);
                seen.insert(value);
            }
        }
    return {};
}

} // namespace

QString violation(World &world)
{
    for (QString (*oracle)(World &) : {stuck, lost, overwritten, duplicated, diverged})
        if (const QString broken = oracle(world); !broken.isEmpty())
            return broken;
    return {};
}

} // namespace guanxi::test
