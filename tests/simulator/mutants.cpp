// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/mutants.h"

#include "common/model/codec.h"
#include "common/storage/statement.h"

namespace guanxi::test {

using namespace protocol;
using model::ChangeSet;

namespace {

constexpr int Often = 3;
constexpr qint64 FarFuture = qint64(1) << 40;

bool pagesForgetRemoves(Message &message, int &)
{
    if (Page *page = std::get_if<Page>(&message))
        page->removes.clear();
    return true;
}

bool livesForgetRemoves(Message &message, int &)
{
    if (Live *live = std::get_if<Live>(&message))
        live->removes.clear();
    return true;
}

bool pagesLoseRow(Message &message, int &count)
{
    if (Page *page = std::get_if<Page>(&message); page && !page->upserts.isEmpty() && ++count % Often == 0)
        page->upserts.removeLast();
    return true;
}

bool livesLoseRow(Message &message, int &count)
{
    if (Live *live = std::get_if<Live>(&message); live && !live->upserts.isEmpty() && ++count % Often == 0)
        live->upserts.removeFirst();
    return true;
}

bool livesLeaveGaps(Message &message, int &count)
{
    Live *live = std::get_if<Live>(&message);
    if (!live)
        return true;
    live->from = 0; // fits every cursor
    return ++count % Often != 0;
}

bool loadsEndEarly(Message &message, int &)
{
    if (Page *page = std::get_if<Page>(&message))
        for (StreamProgress &load : page->loads) {
            page->upserts.clear();
            load.end = true;
        }
    return true;
}

bool rightsChangeUnheard(Message &message, int &) { return !std::holds_alternative<RightsChanged>(message); }

bool answersGetLost(Message &message, int &count) { return !std::holds_alternative<PushAck>(message) || ++count % Often != 0; }

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

bool basesAreForged(Message &message, int &)
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

bool numbersAreGivenTwice(Message &message, int &count)
{
    Push *push = std::get_if<Push>(&message);
    if (!push || push->sets.isEmpty() || ++count % Often != 0)
        return true;
    Result<ChangeSet> set = model::decodeChangeSet(push->sets.last());
    ++set->seq; // what was saved next carries the same
    push->sets.append(model::encodeChangeSet(*set));
    return true;
}

bool setsAreEmptied(Message &message, int &count)
{
    return changeSets(message, [&](ChangeSet &set) {
        if (++count % Often == 0)
            set.changes.clear();
    });
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
        {"pages-forget-removes", "a pull tells what is no longer visible", pagesForgetRemoves},
        {"lives-forget-removes", "a live commit tells what is no longer visible", livesForgetRemoves},
        {"pages-lose-a-row", "a page has every row up to its cursor", pagesLoseRow},
        {"lives-lose-a-row", "a live commit has all its rows", livesLoseRow},
        {"lives-leave-gaps", "a live commit names the revision it follows", livesLeaveGaps},
        {"loads-end-early", "a load ends when everything was read", loadsEndEarly},
        {"rights-unheard", "a change of rights reaches everybody", rightsChangeUnheard},
        {"answers-get-lost", "every push is answered on a living connection", answersGetLost},
        {"bases-are-forged", "a change names the revision its author had seen", basesAreForged},
        {"numbers-are-given-twice", "a replica numbers each change set once", numbersAreGivenTwice},
        {"sets-are-emptied", "what was saved is what is sent", setsAreEmptied},
        {"server-forgets-numbers", "the last number of a replica is as durable as its effect", nullptr, forgetNumbers}};
    return all;
}

const Mutant *mutantNamed(const QString &name)
{
    for (const Mutant &mutant : mutants())
        if (name == QLatin1String(mutant.name))
            return &mutant;
    return nullptr;
}

QByteArray altered(const Mutant &mutant, Role sender, const QByteArray &frame, int &count)
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
    return mutant.alter(*message, count) ? encodeFrame(*message) : QByteArray();
}

} // namespace guanxi::test
