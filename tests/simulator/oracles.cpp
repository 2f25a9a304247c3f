// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/oracles.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/rules/amounts.h"
#include "common/storage/statement.h"
#include "common/sync/parkedset.h"

#include <sqlite3.h>

namespace guanxi::test {

using namespace model;
using storage::Statement;

namespace {

using Part = std::pair<Uuid, int>; ///< of an action: what is saved at once, whoever sends it under whichever number

constexpr int ComparingSource = -4;

QString describe(const Record &record)
{
    return record.isValid() ? record.entity().name + u' ' + record.id().text() + QStringLiteral(" rev %1").arg(record.rev()) : QStringLiteral("nothing");
}

QString firstDifference(const Record &server, const Record &local)
{
    // A desk with an older program knows fewer fields.
    for (const Field &field : local.entity().fields())
        if (server.value(field.id) != local.value(field.id))
            return field.name;
    return server.isDeleted() != local.isDeleted() ? QStringLiteral("deleted") : QString();
}

/// The server's log, and what was parked beside it.
struct Log {
    QList<ChangeSet> entries; ///< in order of revision, without what the server did by itself
    QHash<Part, int> times;
    QHash<Part, QByteArray> bodies;
    QSet<Part> parked;
    QSet<std::pair<Part, RecordRef>> added; ///< changed the amount; an undo that came too late did not
    QString mine; ///< of all conflicts
    QSet<std::pair<std::pair<RecordRef, FieldId>, Uuid>> disputed; ///< fields with a conflict, and whose change it holds

    explicit Log(World &world);
};

Log::Log(World &world)
{
    Statement log(world.server().store().database(), "SELECT body FROM change_log WHERE name <> 'consequence' ORDER BY rev");
    while (log.step().value()) {
        const QByteArray body = log.bytes(0);
        const ChangeSet set = decodeChangeSet(body).value();
        const Part part(set.action, set.part);
        entries.append(set);
        ++times[part];
        bodies[part] = body;
        for (const RecordChange &change : set.changes)
            for (const FieldChange &field : change.fields)
                if (change.record.entity == Deal::entity && field.field == Deal::amount.id)
                    added.insert({part, change.record});
    }
    for (const Record &conflict : world.server().all(Conflict::entity)) {
        mine += conflict[Conflict::mine] + u'\n';
        disputed.insert({{conflict[Conflict::record], FieldId(conflict[Conflict::field])}, conflict[Conflict::mineBy]});
        const ChangeSet set = sync::parkedSet(conflict[Conflict::parked]);
        parked.insert({set.action, set.part});
    }
}

/// Progress: nothing waits any more.
QString stuck(World &world, const Log &)
{
    for (Station *station : world.stations()) {
        MemoryDesk &desk = station->desk();
        if (world.isOutside(*station))
            continue; // refused at the door; the copy is locked
        if (desk.outbox().unsent() > 0)
            return QStringLiteral("progress: %1 has %2 unsent").arg(desk.login()).arg(desk.outbox().unsent());
        if (!desk.engine().isQuiet())
            return QStringLiteral("progress: %1 is not at the head").arg(desk.login());
    }
    return {};
}

/// Convergence and no leak: every copy is exactly the projection of the server's rows to its user's rights.
QString diverged(World &world, const Log &)
{
    const auto placed = world.server().placed();
    for (Station *station : world.stations()) {
        MemoryDesk &desk = station->desk();
        if (world.isOutside(*station))
            continue;
        QHash<RecordRef, Record> actual = desk.rows();
        const QHash<RecordRef, Record> seen = world.server().projection(world.server().rightsOf(desk.user()), placed);
        for (const Record &expected : seen) {
            if (!desk.catalogue().entity(expected.ref().entity))
                continue;
            const Record local = actual.take(expected.ref());
            if (!local.isValid())
                return QStringLiteral("convergence: %1 lacks %2").arg(desk.login(), describe(expected));
            if (const QString field = firstDifference(expected, local); !field.isEmpty())
                return QStringLiteral("convergence: %1 differs in %2 of %3 (local rev %4)").arg(desk.login(), field, describe(expected)).arg(local.rev());
        }
        if (!actual.isEmpty())
            return QStringLiteral("leak: %1 holds %2").arg(desk.login(), describe(*actual.cbegin()));
    }
    return {};
}

/// Refused work that its author tried again or gave up before a server that was put back heard of it: it has no effect there.
QSet<Uuid> withdrawn(World &world)
{
    QSet<Uuid> actions;
    for (Station *station : world.stations()) {
        app::Outbox &outbox = station->desk().outbox();
        for (const app::OutboxEntry &entry : outbox.entries(app::OutboxState::Known, 1000).value())
            actions.insert(entry.set.action);
        for (const app::OutboxEntry &entry : outbox.takenAfter(0).value())
            actions.remove(entry.set.action);
    }
    return actions;
}

/// Durability and exactly once: everything saved is in the log once, or parked once; its value is in the log or in a
/// conflict. What its author can send no more because nobody lets him in waits in his outbox; what only a database knew
/// that was put back from a backup is gone.
QString lost(World &world, const Log &log)
{
    QSet<Uuid> excused = withdrawn(world);
    for (Station *station : world.stations())
        if (world.isOutside(*station))
            for (const app::OutboxEntry &entry : station->desk().outbox().entries(std::nullopt, 1000).value())
                excused.insert(entry.set.action);
    for (const Edit &edit : world.diary().edits()) {
        const Part part(edit.action, edit.part);
        const int times = log.times.value(part);
        const bool parked = log.parked.contains(part);
        if (times > 1)
            return QStringLiteral("exactly once: seq %1 is in the log %2 times").arg(edit.seq).arg(times);
        if (times == 1 && parked)
            return QStringLiteral("exactly once: seq %1 was applied and parked").arg(edit.seq);
        if (times == 0 && !parked && !excused.contains(edit.action) && !world.diary().isGivenUp(edit.action))
            return QStringLiteral("durability: seq %1 (%2) is nowhere").arg(edit.seq).arg(edit.value);
        // What its author changed or undid once more before anybody decided is his last word in the same conflict.
        const bool disputed = log.mine.contains(edit.value) || log.disputed.contains({{edit.record, edit.field}, edit.user});
        if (times == 1 && !edit.value.isEmpty() && !log.bodies[part].contains(edit.value.toUtf8()) && !disputed)
            return QStringLiteral("durability: value %1 of seq %2 is neither in the log nor in a conflict").arg(edit.value).arg(edit.seq);
    }
    return {};
}

/// Exactly once: amounts are the sum of what was added; numbers were given without gaps.
QString miscounted(World &world, const Log &log)
{
    QHash<RecordRef, qint64> sums;
    for (const Edit &edit : world.diary().edits())
        if (edit.delta != 0 && log.added.contains({{edit.action, edit.part}, edit.record}))
            sums[edit.record] += edit.delta;
    for (const Record &deal : world.server().all(Deal::entity))
        if (!world.diary().isDoubted(deal.ref()) && deal[Deal::amount] != sums.value(deal.ref()))
            return QStringLiteral("exactly once: the amount of deal %1 is %2, added were %3").arg(deal.id().text()).arg(deal[Deal::amount]).arg(sums.value(deal.ref()));
    return {};
}

/// Exactly once: numbers were given without gaps, each month or year anew where the pattern says so. After a backup was put back, the
/// numbers of those who do not come back stay free.
QString unnumbered(World &world, const Log &)
{
    if (world.isRestored())
        return {};
    for (const Entity &entity : world.catalogue().entities()) {
        const Field *number = entity.numberPattern.isEmpty() ? nullptr : entity.field(u"number");
        if (!number)
            continue;
        QHash<QString, QSet<qint64>> given; // by what stands before the count
        for (const Record &row : world.server().all(entity.id)) {
            const QString text = row.value(number->id).text();
            qsizetype digits = text.size();
            while (digits > 0 && text[digits - 1].isDigit())
                --digits;
            given[text.left(digits)].insert(text.sliced(digits).toLongLong());
        }
        for (auto series = given.cbegin(); series != given.cend(); ++series)
            for (qint64 count = 1; count <= series->size(); ++count)
                if (!series->contains(count))
                    return QStringLiteral("exactly once: number %1%2 of %3 was given to no %4").arg(series.key()).arg(count).arg(series->size()).arg(entity.name);
    }
    return {};
}

/// No silent overwrite: where a value took the place of another's, its author had seen that one. What was saved before the
/// server was put back from a backup is measured by what was written since; what it saw may not have come back.
QString overwritten(World &world, const Log &log)
{
    const Uuid epoch = world.epoch();
    QHash<Part, Edit> edits;
    for (const Edit &edit : world.diary().edits())
        if (edit.foresees)
            edits.insert({edit.action, edit.part}, edit);
    struct Writer {
        Uuid replica;
        bool isOld = false;
    };
    QHash<std::pair<RecordRef, FieldId>, Writer> writers; // who wrote last
    for (const ChangeSet &set : log.entries) {
        const Edit edit = edits.value({set.action, set.part});
        const bool old = edit.epoch != epoch;
        for (const RecordChange &change : set.changes)
            for (const FieldChange &field : change.fields) {
                const std::pair place(change.record, field.field);
                const bool followed = edit.record == change.record && edit.field == field.field;
                const bool asks = world.catalogue().at(change.record.entity).field(field.field)->merge == MergePolicy::Ask;
                const Writer before = writers.value(place, {set.replica});
                const bool comparable = !world.isRestored() || !old || !before.isOld;
                if (followed && asks && comparable && before.replica != set.replica && field.old && *field.old != edit.seen)
                    return QStringLiteral("no silent overwrite: seq %1 replaced \"%2\", its author saw \"%3\"")
                        .arg(edit.seq).arg(field.old->text(), edit.seen.text());
                writers[place] = {set.replica, old};
            }
    }
    return {};
}

/// Session guarantees: what one desk saved in an order took effect in that order.
QString overtaken(World &, const Log &log)
{
    QHash<Uuid, qint64> last;
    for (const ChangeSet &set : log.entries) {
        if (set.seq < last.value(set.replica))
            return QStringLiteral("session: seq %1 took effect after seq %2").arg(set.seq).arg(last.value(set.replica));
        last[set.replica] = set.seq;
    }
    return {};
}

/// Business invariants: unique among live rows.
QString duplicated(World &world, const Log &)
{
    for (const Entity &entity : world.catalogue().entities())
        for (const Field &field : entity.fields()) {
            if (!field.unique)
                continue;
            QSet<QString> seen;
            for (const Record &row : world.server().all(entity.id)) {
                const QString value = row.value(field.id).text();
                if (value.isEmpty() || row.isDeleted())
                    continue;
                if (seen.contains(value))
                    return QStringLiteral("business: two live rows have %1.%2 %3").arg(entity.name, field.name, value);
                seen.insert(value);
            }
        }
    return {};
}

/// Business invariants: each step followed an arrow, or took one back.
QString illegal(World &world, const Log &log)
{
    for (const ChangeSet &set : log.entries)
        for (const RecordChange &change : set.changes) {
            const Entity &entity = world.catalogue().at(change.record.entity);
            const FieldChange *step = entity.machine.isEmpty() || change.kind != ChangeKind::Update ? nullptr : change.field(entity.machine.field);
            if (step && set.name != UndoName && !entity.machine.between(int(step->old->number()), int(step->value.number())))
                return QStringLiteral("business: a %1 went from state %2 to %3").arg(entity.name).arg(step->old->number()).arg(step->value.number());
        }
    return {};
}

/// Business invariants: what is in review or done with is not changed, nor are its lines.
QString unlocked(World &world, const Log &log)
{
    QHash<RecordRef, int> states;
    QHash<RecordRef, RecordRef> documents; // by line
    for (const ChangeSet &set : log.entries) {
        QSet<RecordRef> stepped;
        for (const RecordChange &change : set.changes) {
            const Entity &entity = world.catalogue().at(change.record.entity);
            if (change.kind == ChangeKind::Insert && entity.line)
                if (const FieldChange *document = change.field(entity.parentField))
                    documents.insert(change.record, {entity.parent, document->value.id()});
            if (const FieldChange *step = entity.machine.isEmpty() ? nullptr : change.field(entity.machine.field)) {
                states.insert(change.record, int(step->value.number()));
                stepped.insert(change.record);
            }
        }
        for (const RecordChange &change : set.changes) {
            const RecordRef document = documents.value(change.record);
            const State *state = document.isNull() ? nullptr : world.catalogue().at(document.entity).machine.state(states.value(document));
            if (state && state->readOnly && !stepped.contains(document) && set.name != UndoName && !set.replica.isNull())
                return QStringLiteral("business: a line of a %1 changed that is %2").arg(world.catalogue().at(document.entity).name, state->code);
        }
    }
    return {};
}

/// By the declaration of the product, also where that of the server is a mutant.
Record asDeclared(const Entity &entity, const Record &record)
{
    Record same(entity, record.id());
    for (const Field &field : entity.fields())
        same.setValue(field.id, record.value(field.id));
    same.setDeleted(record.isDeleted());
    return same;
}

/// Business invariants: a document comes to what its lines come to.
QString misadded(World &world, const Log &)
{
    for (const Entity &entity : world.catalogue().entities()) {
        if (!entity.totals)
            continue;
        const FieldId parent = world.catalogue().at(entity.totals->lines).parentField;
        QHash<Uuid, QList<Record>> lines;
        for (const Record &line : world.server().all(entity.totals->lines))
            if (!line.isDeleted())
                lines[line.value(parent).id()].append(line);
        for (const Record &stored : world.server().all(entity.id)) {
            const Record document = asDeclared(entity, stored);
            for (const auto &[field, value] : document.isDeleted() ? QList<std::pair<FieldId, Value>>() : rules::totalsOf(document, lines.value(document.id())))
                if (document.value(field) != value)
                    return QStringLiteral("business: %1 of %2 is %3, its lines come to %4").arg(entity.field(field)->name, describe(document), document.value(field).text(), value.text());
        }
    }
    return {};
}

/// Business invariants: no deal is its own ancestor.
QString entangled(World &world, const Log &)
{
    QHash<Uuid, Uuid> parents;
    const QList<Record> deals = world.server().all(Deal::entity);
    for (const Record &deal : deals)
        parents.insert(deal.id(), deal[Deal::parent]);
    for (const Record &deal : deals) {
        qsizetype steps = 0;
        for (Uuid at = deal.id(); !at.isNull(); at = parents.value(at))
            if (++steps > deals.size())
                return QStringLiteral("business: deal %1 is among its own ancestors").arg(deal.id().text());
    }
    return {};
}

/// Reconciling: the comparison of a copy that is equal moves no row. At one desk a run.
QString moved(World &world, const Log &)
{
    SeededRandom random = world.plan().source(ComparingSource);
    Station &station = *world.stations()[qsizetype(random.below(quint64(world.stations().size())))];
    if (world.isOutside(station))
        return {};
    const std::optional<app::ComparisonReport> report = world.compare(station);
    if (!report)
        return QStringLiteral("reconciling: %1 does not come to an end").arg(station.name());
    if (report->fetched > 0 || report->removed > 0)
        return QStringLiteral("reconciling: %1 is equal, and is sent %2 rows and loses %3").arg(station.name()).arg(report->fetched).arg(report->removed);
    return {};
}

/// No leak: after a while not even free pages hold what the user may not see. What he typed himself is his.
QString remembered(World &world, const Log &)
{
    world.letForget();
    QHash<RecordRef, QList<ScopeKey>> scopes;
    for (const auto &[row, keys] : world.server().placed())
        scopes.insert(row.ref(), keys);
    for (Station *station : world.stations()) {
        MemoryDesk &desk = station->desk();
        if (world.isOutside(*station))
            continue;
        const Rights rights = world.server().rightsOf(desk.user());
        const QSet<ScopeKey> granted = rights.visibleScopes(world.catalogue());
        sqlite3_int64 size = 0;
        const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> pages(
            sqlite3_serialize(static_cast<sqlite3 *>(desk.cache().database().handle()), "main", &size, 0), sqlite3_free);
        for (const Diary::Canary &canary : world.diary().canariesIn(QByteArrayView(pages.get(), size))) {
            const QList<ScopeKey> keys = scopes.value(canary.record);
            const Entity &entity = world.catalogue().at(canary.record.entity);
            const bool seesRow = std::any_of(keys.begin(), keys.end(), [&](const ScopeKey &key) { return granted.contains(key); });
            const bool seesField = rights.fieldRight(entity, *entity.field(canary.field)) >= FieldRight::Read;
            if (canary.author != desk.user() && !(seesRow && seesField))
                return QStringLiteral("leak: the file of %1 still has text of %2.%3").arg(desk.login(), entity.name, entity.field(canary.field)->name);
        }
    }
    return {};
}

/// After a restore: numbers stay those of their records, and what only copies know is offered to be sent.
QString unkept(World &world, const Log &) { return world.disasters().keepsakes().broken(world); }

} // namespace

QString violation(World &world)
{
    if (!world.broken().isEmpty())
        return world.broken();
    const Log log(world);
    for (QString (*oracle)(World &, const Log &) : {stuck, lost, miscounted, unnumbered, overwritten, overtaken, duplicated, illegal, unlocked, misadded, entangled, diverged, unkept, moved, remembered})
        if (const QString broken = oracle(world, log); !broken.isEmpty())
            return broken;
    return {};
}

QString played(const Plan &plan, const Mutant *mutant)
{
    World world(plan, mutant);
    world.run();
    return violation(world);
}

} // namespace guanxi::test
