// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/mutants.h"

#include "common/model/codec.h"
#include "common/storage/statement.h"
#include "tests/simulator/world.h"

namespace guanxi::test {

using namespace protocol;
using model::ChangeSet;

namespace {

constexpr int Often = 3;
constexpr qint64 FarFuture = qint64(1) << 40;

bool pagesForgetRemoves(Message &message, Wiretap &)
{
    if (Page *page = std::get_if<Page>(&message))
        page->removes.clear();
    return true;
}

bool livesForgetRemoves(Message &message, Wiretap &)
{
    if (Live *live = std::get_if<Live>(&message))
        live->removes.clear();
    return true;
}

bool pagesLoseRow(Message &message, Wiretap &tap)
{
    if (Page *page = std::get_if<Page>(&message); page && !page->upserts.isEmpty() && ++tap.count % Often == 0)
        page->upserts.removeLast();
    return true;
}

bool livesLoseRow(Message &message, Wiretap &tap)
{
    if (Live *live = std::get_if<Live>(&message); live && !live->upserts.isEmpty() && ++tap.count % Often == 0)
        live->upserts.removeFirst();
    return true;
}

bool livesLeaveGaps(Message &message, Wiretap &tap)
{
    Live *live = std::get_if<Live>(&message);
    if (!live)
        return true;
    live->from = 0; // fits every cursor
    return ++tap.count % Often != 0;
}

bool loadsEndEarly(Message &message, Wiretap &)
{
    if (Page *page = std::get_if<Page>(&message))
        for (StreamProgress &load : page->loads) {
            page->upserts.clear();
            load.end = true;
        }
    return true;
}

bool numbersAreNotTold(Message &message, Wiretap &)
{
    if (Push *push = std::get_if<Push>(&message))
        for (Recovered &recovered : push->recovered)
            recovered.numbers.clear();
    return true;
}

/// Whatever the server lacks, it had it and took it away.
bool restoresLookLate(Message &message, Wiretap &)
{
    if (Ready *ready = std::get_if<Ready>(&message))
        ready->restoredAt = FarFuture;
    return true;
}

bool rightsChangeUnheard(Message &message, Wiretap &) { return !std::holds_alternative<RightsChanged>(message); }

bool answersGetLost(Message &message, Wiretap &) { return !std::holds_alternative<PushAck>(message); }

bool answersRunAhead(Message &message, Wiretap &)
{
    if (PushAck *ack = std::get_if<PushAck>(&message))
        for (PushResult &result : ack->results)
            if (result.rev > 0)
                result.rev = 1; // read long ago
    return true;
}

bool cursorsAreForgotten(Message &message, Wiretap &)
{
    if (Pull *pull = std::get_if<Pull>(&message))
        pull->cursor = {};
    return true;
}

QList<QByteArray> *rowsOf(Message &message)
{
    if (Page *page = std::get_if<Page>(&message))
        return &page->upserts;
    Live *live = std::get_if<Live>(&message);
    return live ? &live->upserts : nullptr;
}

bool fieldsAreNotHidden(Message &message, Wiretap &tap)
{
    if (QList<QByteArray> *rows = rowsOf(message))
        for (QByteArray &row : *rows)
            row = model::encodeRecord(tap.world.server().record(model::decodeRecord(row, tap.world.catalogue()).ref()));
    return true;
}

/// Each row is sent as it was the first time.
bool rowsAreStale(Message &message, Wiretap &tap)
{
    if (QList<QByteArray> *rows = rowsOf(message))
        for (QByteArray &row : *rows) {
            QByteArray &first = tap.rows[model::decodeRecord(row, tap.world.catalogue()).ref()];
            if (first.isEmpty())
                first = row;
            else if (++tap.count % Often == 0)
                row = first;
        }
    return true;
}

/// Changes every set of a push.
template <class Change> bool changeSets(Message &message, Change change)
{
    if (Push *push = std::get_if<Push>(&message))
        for (QByteArray &bytes : push->sets)
            if (Result<ChangeSet> set = model::decodeChangeSet(bytes)) {
                change(*set);
                bytes = model::encodeChangeSet(*set);
            }
    return true;
}

bool basesAreForged(Message &message, Wiretap &)
{
    return changeSets(message, [](ChangeSet &set) {
        for (model::RecordChange &change : set.changes) {
            change.base = FarFuture;
            for (model::FieldChange &field : change.fields) {
                field.base = FarFuture;
                field.old.reset();
            }
        }
    });
}

bool numbersAreGivenTwice(Message &message, Wiretap &tap)
{
    Push *push = std::get_if<Push>(&message);
    if (!push || push->sets.isEmpty() || ++tap.count % Often != 0)
        return true;
    Result<ChangeSet> set = model::decodeChangeSet(push->sets.last());
    ++set->seq; // what was saved next carries the same
    push->sets.append(model::encodeChangeSet(*set));
    return true;
}

bool setsAreEmptied(Message &message, Wiretap &tap)
{
    return changeSets(message, [&tap](ChangeSet &set) {
        if (++tap.count % Often == 0)
            set.changes.clear();
    });
}

bool runsAreForgotten(Message &message, Wiretap &)
{
    if (Ready *ready = std::get_if<Ready>(&message))
        ready->runs.clear();
    return true;
}

bool marksAreForgotten(Message &message, Wiretap &)
{
    if (Ready *ready = std::get_if<Ready>(&message)) {
        ready->mark = {};
        ready->lastAction = {};
    }
    return true;
}

bool epochsStay(Message &message, Wiretap &)
{
    if (Resume *resume = std::get_if<Resume>(&message))
        resume->lostRun = {};
    return true;
}

bool equalsLookDifferent(Message &message, Wiretap &)
{
    if (Compared *compared = std::get_if<Compared>(&message))
        for (Segment &segment : compared->segments)
            ++segment.sum;
    if (Mend *mend = std::get_if<Mend>(&message)) {
        mend->ids.clear();
        mend->revs.clear();
    }
    return true;
}

void forgetNumbers(MemoryServer &server)
{
    storage::Statement statement(server.store().database(), "UPDATE replica SET last_seq = last_seq - 1 WHERE last_seq > 0 AND number > 1");
    if (!statement.run())
        qFatal("mutant: the server keeps its numbers");
}

} // namespace

const QList<Mutant> &mutants()
{
    static const QList<Mutant> all{
        {"pages-forget-removes", "leak", "a pull tells what is no longer visible", pagesForgetRemoves},
        {"lives-forget-removes", "leak", "a live commit tells what is no longer visible", livesForgetRemoves},
        {"pages-lose-a-row", "convergence", "a page has every row up to its cursor", pagesLoseRow},
        {"lives-lose-a-row", "convergence", "a live commit has all its rows", livesLoseRow},
        {"lives-leave-gaps", "convergence", "a live commit names the revision it follows", livesLeaveGaps},
        {"loads-end-early", "convergence", "a load ends when everything was read", loadsEndEarly},
        {"rights-unheard", "convergence", "a change of rights reaches everybody", rightsChangeUnheard},
        {"fields-are-not-hidden", "leak", "a row is sent with the fields its reader may see", fieldsAreNotHidden},
        {"rows-are-stale", "session", "a row is sent as it stands now", rowsAreStale},
        {"answers-run-ahead", "session", "an answer names the revision at which a change took effect", answersRunAhead},
        {"answers-get-lost", "progress", "a push is answered", answersGetLost},
        {"silence-is-life", "progress", "a connection that says nothing is taken for dead", nullptr, nullptr, nullptr, true, false},
        {"cursors-are-forgotten", "bounds", "a pull begins where the last one ended", cursorsAreForgotten},
        {"connections-have-no-budget", "bounds", "who does not keep up is told to pull", nullptr, nullptr, nullptr, true, true, false},
        {"equals-look-different", "reconciling", "equal rows are recognised by their fingerprints", equalsLookDifferent},
        {"restores-go-unnoticed", "convergence", "a server tells since when it runs over which database", runsAreForgotten, nullptr, nullptr, true, true, true, true},
        {"epochs-stay", "progress", "a server that has lost something begins a new epoch", epochsStay, nullptr, nullptr, true, true, true, true},
        {"copies-go-unnoticed", "durability", "a server knows the copy that was there last", marksAreForgotten, nullptr, nullptr, true, true, true, true},
        {"numbers-are-not-told", "exactly once", "what is sent again brings the number it had", numbersAreNotTold, nullptr, nullptr, true, true, true, true},
        {"restores-look-late", "durability", "a restored server tells up to where it knows", restoresLookLate, nullptr, nullptr, true, true, true, true},
        {"bases-are-forged", "no silent overwrite", "a change names the revision its author had seen", basesAreForged},
        {"last-writer-wins", "no silent overwrite", "who did not see the value does not replace it", nullptr, nullptr, declareLastWins},
        {"numbers-are-given-twice", "exactly once", "a replica numbers each change set once", numbersAreGivenTwice},
        {"server-forgets-numbers", "durability", "the last number of a replica is as durable as its effect", nullptr, forgetNumbers},
        {"sums-are-replaced", "exactly once", "what two people add is added twice", nullptr, nullptr, declareSumsReplaced},
        {"sets-are-emptied", "durability", "what was saved is what is sent", setsAreEmptied},
        {"syncs-are-skipped", "durability", "saved is what has been synced", nullptr, nullptr, nullptr, false},
        {"nothing-is-unique", "business", "a unique value stands in one live row", nullptr, nullptr, declareNothingUnique},
        {"any-step-goes", "business", "a state changes along an arrow", nullptr, nullptr, declareAnyStep},
        {.name = "nothing-is-locked", .oracle = "business", .broken = "what is in review or done with is not changed", .declare = declareNothingLocked, .needsSelling = true},
        {.name = "lines-are-not-added", .oracle = "business", .broken = "a document comes to what its lines come to", .declare = declareNothingAdded, .needsSelling = true}};
    return all;
}

const Mutant *mutantNamed(const QString &name)
{
    for (const Mutant &mutant : mutants())
        if (name == QLatin1String(mutant.name))
            return &mutant;
    return nullptr;
}

QByteArray altered(const Mutant &mutant, Role sender, const QByteArray &frame, Wiretap &tap)
{
    if (!mutant.alter || frame.size() < FrameHeaderSize)
        return frame;
    FrameReader reader(FrameLimits::of(sender == Role::Server ? Role::Client : Role::Server, ConnectionState::SignedIn));
    reader.append(frame);
    const Result<std::optional<Frame>> read = reader.next();
    if (!read || !read->has_value())
        return frame;
    Result<Message> message = decodePayload(MessageType((*read)->type), (*read)->payload);
    if (!message)
        return frame;
    return mutant.alter(*message, tap) ? encodeFrame(*message) : QByteArray();
}

} // namespace guanxi::test
