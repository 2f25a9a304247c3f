// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/sync/feedserver.h"

#include "common/sync/streams.h"

#include <deque>
#include <variant>

namespace guanxi::test::feed
{

using model::ScopeKey;
using sync::ScopeStreams;

namespace
{

ScopeKey keyOf(int scope) { return {model::EntityId(scope + 1), model::ScopeKind::All, {}}; }
int scopeOf(const ScopeKey &key) { return key.entity - 1; }

QSet<ScopeKey> keysOf(const Scopes &scopes)
{
    QSet<ScopeKey> keys;
    for (int scope : scopes)
        keys.insert(keyOf(scope));
    return keys;
}

// What travels. To the server: a pull, of everything or of one load by the bulk connection.
struct Pull {
    quint32 generation;
    QByteArray digest;
    ScopeStreams::State streams;
    bool bulk;
};
// To the desktop.
struct Grants {
    Scopes scopes;
    qint64 head;
};
struct Answer {
    quint32 generation;
    qint64 cursor;
    QList<ScopeStreams::Progress> loads;
    QList<ScopeStreams::Progress> drops;
    std::vector<PageRow> rows;
    bool bulk;
};
struct Live {
    qint64 from;
    qint64 to;
    std::vector<PageRow> rows;
};
struct Rebuilt {
    quint32 generation;
    Scopes scopes;
    qint64 head;
    std::map<int, qint64> rows;
};
using Message = std::variant<Grants, Answer, Live, Rebuilt>;

/// The desktop: its streams and rows, kept together, and its connection.
struct Desktop {
    ScopeStreams streams;
    std::map<int, qint64> rows;
    std::deque<Pull> upward;
    std::deque<Message> downward;
    std::deque<Message> bulk; ///< a connection of its own: not ordered with the other
    bool waiting = false;
    bool waitingBulk = false;
    // What the server knows of the session
    Scopes granted;
    std::optional<qint64> livePosition; ///< up to where live messages lead; none: the desktop has to pull
    Scopes liveScopes;
};

class World
{
public:
    World(quint64 seed, Mutant mutant) : m_random(seed), m_mutant(mutant), m_server(mutant), m_desktops(3)
    {
        for (Desktop &desktop : m_desktops) {
            desktop.granted = someScopes(m_random, 3);
            reconnect(desktop);
        }
    }

    std::string run()
    {
        for (int step = 0; step < 500 && !m_leak; ++step)
            this->step();
        for (Desktop &desktop : m_desktops)
            reconnect(desktop);
        for (int round = 0; round < 200; ++round) {
            for (Desktop &desktop : m_desktops) {
                ask(desktop, false);
                while (!desktop.upward.empty())
                    serve(desktop, 3);
                while (!desktop.downward.empty())
                    receive(desktop, desktop.downward);
            }
        }
        if (m_leak)
            return "leak";
        for (const Desktop &desktop : m_desktops)
            if (!desktop.streams.isSettled() || desktop.rows != m_server.projection(desktop.granted))
                return "diverged";
        return {};
    }

private:
    void step()
    {
        const quint64 dice = m_random.below(100);
        Desktop &desktop = m_desktops[m_random.below(m_desktops.size())];
        if (dice < 28)
            change(desktop);
        else if (dice < 42)
            ask(desktop, m_random.below(4) == 0);
        else if (dice < 60 && !desktop.upward.empty())
            serve(desktop, 1 + int(m_random.below(3)));
        else if (dice < 88)
            receive(desktop, m_random.below(4) == 0 ? desktop.bulk : desktop.downward);
        else if (dice < 90)
            reconnect(desktop);
        else if (dice < 92)
            restart(desktop);
    }

    void change(Desktop &desktop)
    {
        const Scopes grantedBefore = desktop.granted;
        const qint64 from = m_server.rev();
        std::map<int, Scopes> before;
        for (int row = 1; row < 10; ++row)
            before[row] = m_server.scopesOf(row);
        changeWorld(m_server, m_random, m_random.below(53), desktop.granted);
        if (desktop.granted != grantedBefore) {
            desktop.livePosition.reset();
            if (m_random.below(2) == 0)
                desktop.downward.push_back(Grants{desktop.granted, m_server.rev()});
        }
        if (m_server.rev() != from)
            publish(from, before);
    }

    void publish(qint64 from, const std::map<int, Scopes> &before)
    {
        for (Desktop &desktop : m_desktops) {
            if (desktop.livePosition != from)
                continue;
            Live live{from, m_server.rev(), {}};
            for (const auto &[row, scopes] : before) {
                const Scopes now = m_server.scopesOf(row);
                const bool changed = scopes != now || m_server.rowRev(row) > from;
                const auto concerns = [&](int scope) { return scopes.contains(scope) || now.contains(scope); };
                if (changed && std::ranges::any_of(desktop.liveScopes, concerns))
                    live.rows.push_back(tell(desktop, row));
            }
            desktop.livePosition = live.to;
            desktop.downward.push_back(live);
        }
    }

    PageRow tell(const Desktop &desktop, int row)
    {
        const PageRow told = m_server.tell(row, desktop.granted);
        m_leak = m_leak || (told.rev && !m_server.isVisible(row, desktop.granted));
        return told;
    }

    void ask(Desktop &desktop, bool bulk)
    {
        bool &waiting = bulk ? desktop.waitingBulk : desktop.waiting;
        if (waiting || (bulk && desktop.streams.loads().isEmpty()))
            return;
        waiting = true;
        desktop.upward.push_back(
            {desktop.streams.generation(), sync::digestOf(desktop.streams.granted()), desktop.streams.state(), bulk});
    }

    void serve(Desktop &desktop, int pageSize)
    {
        const Pull pull = desktop.upward.front();
        desktop.upward.pop_front();
        std::deque<Message> &out = pull.bulk ? desktop.bulk : desktop.downward;
        if (pull.digest != sync::digestOf(keysOf(desktop.granted)) && m_mutant != Mutant::StaleGrants) {
            out.push_back(pull.bulk ? refusal() : Message(Grants{desktop.granted, m_server.rev()}));
            return;
        }
        if (ScopeStreams(pull.streams).isBehind(m_server.horizon())) {
            out.push_back(pull.bulk ? refusal()
                                    : Message(Rebuilt{pull.generation, desktop.granted, m_server.rev(),
                                                      m_server.projection(desktop.granted)}));
            if (!pull.bulk)
                desktop.livePosition.reset();
            return;
        }
        out.push_back(pull.bulk ? bulkAnswer(desktop, pull) : answer(desktop, pull, pageSize));
    }

    /// Of a bulk pull; grants and rebuilding come by the ordered connection only. Generation 0 is void.
    static Message refusal() { return Answer{0, 0, {}, {}, {}, true}; }

    Page pageOf(const Desktop &desktop, const Scopes &scopes, qint64 pos, int size, qint64 skip)
    {
        const Page page = m_server.page(scopes, pos, size, desktop.granted, skip);
        for (const PageRow &row : page.rows)
            m_leak = m_leak || (row.rev && !m_server.isVisible(row.row, desktop.granted));
        return page;
    }

    Page loadPage(const Desktop &desktop, const ScopeStreams::Stream &load, int size)
    {
        const qint64 skip = m_mutant == Mutant::BadSkip ? qint64(1) << 60 : load.skip;
        return pageOf(desktop, {scopeOf(load.scope)}, load.pos, size, skip);
    }

    /// Bulk pages are large and may be overtaken by what the ordered connection brings.
    Answer bulkAnswer(const Desktop &desktop, const Pull &pull)
    {
        const ScopeStreams::Stream load = pull.streams.loads.first();
        const Page page = loadPage(desktop, load, 8);
        return {pull.generation, 0,   {{load.scope, page.pos, page.end && m_mutant == Mutant::JoinEarly, load.pos}}, {},
                page.rows,       true};
    }

    /// A page as the product's server makes it: the cursor first, then whichever streams the budget allows.
    Answer answer(Desktop &desktop, const Pull &pull, int size)
    {
        Answer answer{pull.generation, pull.streams.cursor, {}, {}, {}, false};
        Scopes current = desktop.granted;
        for (const ScopeStreams::Stream &load : pull.streams.loads)
            current.erase(scopeOf(load.scope));
        if (m_random.below(4) != 0) {
            const Page page = pageOf(desktop, current, answer.cursor, size, 0);
            answer.cursor = page.pos;
            answer.rows = page.rows;
        }
        for (const ScopeStreams::Stream &load : pull.streams.loads) {
            if (m_random.below(4) == 0)
                continue;
            const Page page = loadPage(desktop, load, size);
            answer.loads.append({load.scope, page.pos, page.end, load.pos});
            answer.rows.insert(answer.rows.end(), page.rows.begin(), page.rows.end());
            if (page.end && page.pos == answer.cursor)
                current.insert(scopeOf(load.scope));
        }
        for (const ScopeStreams::Stream &drop : pull.streams.drops) {
            if (m_random.below(4) == 0)
                continue;
            const Page page = pageOf(desktop, {scopeOf(drop.scope)}, drop.pos, size, drop.skip);
            answer.drops.append({drop.scope, page.pos, page.end, drop.pos});
            answer.rows.insert(answer.rows.end(), page.rows.begin(), page.rows.end());
        }
        desktop.livePosition = answer.cursor == m_server.rev() ? std::optional(answer.cursor) : std::nullopt;
        desktop.liveScopes = current;
        return answer;
    }

    void receive(Desktop &desktop, std::deque<Message> &queue)
    {
        if (queue.empty())
            return;
        const Message message = queue.front();
        queue.pop_front();
        std::visit([&](const auto &content) { take(desktop, content); }, message);
    }

    void take(Desktop &desktop, const Grants &grants)
    {
        desktop.waiting = false;
        ScopeStreams::State before = desktop.streams.state();
        desktop.streams.setGranted(keysOf(grants.scopes), grants.head);
        if (m_mutant == Mutant::NoDrop || m_mutant == Mutant::Regrant) {
            ScopeStreams::State state = desktop.streams.state();
            for (ScopeStreams::Stream &load : state.loads)
                if (m_mutant == Mutant::Regrant && before.drops.contains(load.scope))
                    load.skip = grants.head;
            if (m_mutant == Mutant::NoDrop)
                state.drops.clear();
            desktop.streams = ScopeStreams(state);
        }
    }

    void take(Desktop &desktop, const Answer &answer)
    {
        (answer.bulk ? desktop.waitingBulk : desktop.waiting) = false;
        QList<ScopeStreams::Progress> loads = answer.loads;
        if (m_mutant == Mutant::Overtaken)
            loads = asIfInTime(desktop, loads);
        const quint32 generation = m_mutant == Mutant::StaleAnswer ? desktop.streams.generation() : answer.generation;
        const qint64 cursor = answer.bulk ? desktop.streams.cursor() : answer.cursor;
        if (!desktop.streams.apply(generation, cursor, loads, answer.drops))
            return;
        applyRows(desktop.rows, answer.rows);
        if (m_mutant == Mutant::JoinEarly)
            joinFinished(desktop, answer);
    }

    static QList<ScopeStreams::Progress> asIfInTime(const Desktop &desktop, QList<ScopeStreams::Progress> loads)
    {
        const QMap<ScopeKey, ScopeStreams::Stream> &known = desktop.streams.state().loads;
        loads.removeIf([&](const ScopeStreams::Progress &load) {
            return !known.contains(load.scope) || load.pos < known[load.scope].pos;
        });
        for (ScopeStreams::Progress &load : loads)
            load.from = known[load.scope].pos;
        return loads;
    }

    void joinFinished(Desktop &desktop, const Answer &answer)
    {
        ScopeStreams::State state = desktop.streams.state();
        for (const ScopeStreams::Progress &load : answer.loads)
            if (load.end && state.loads.remove(load.scope) > 0)
                state.current.insert(load.scope);
        desktop.streams = ScopeStreams(state);
    }

    void take(Desktop &desktop, const Live &live)
    {
        if (desktop.streams.advance(live.from, live.to))
            applyRows(desktop.rows, live.rows);
    }

    void take(Desktop &desktop, const Rebuilt &rebuilt)
    {
        desktop.waiting = false;
        if (rebuilt.generation != desktop.streams.generation())
            return;
        desktop.rows = rebuilt.rows;
        desktop.streams.reset(keysOf(rebuilt.scopes), rebuilt.head);
    }

    /// Everything on the way is lost; the server greets with the present grants.
    void reconnect(Desktop &desktop)
    {
        desktop.upward.clear();
        desktop.downward.clear();
        desktop.bulk.clear();
        desktop.waiting = desktop.waitingBulk = false;
        desktop.livePosition.reset();
        desktop.downward.push_back(Grants{desktop.granted, m_server.rev()});
    }

    void restart(Desktop &desktop)
    {
        QByteArray kept;
        CborWriter writer(&kept);
        desktop.streams.write(writer);
        CborReader reader(kept);
        desktop.streams = ScopeStreams::read(reader);
        reconnect(desktop);
    }

    SeededRandom m_random;
    Mutant m_mutant;
    FeedServer m_server;
    std::vector<Desktop> m_desktops;
    bool m_leak = false;
};

} // namespace

std::string runShared(quint64 seed, Mutant mutant) { return World(seed, mutant).run(); }

} // namespace guanxi::test::feed
