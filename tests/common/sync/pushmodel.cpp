// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/sync/pushmodel.h"

#include "common/base/random.h"
#include "common/sync/merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace guanxi::test::push
{

using model::Value;
using sync::FieldOutcome;

namespace
{

enum class Kind { Set, Add, Bad };
enum class Answer { Ok, Parked };

struct Cell {
    int row = 0;
    int field = 0;
    auto operator<=>(const Cell &) const = default;
};

/// One saved change as it lies in the outbox and travels.
struct Operation {
    qint64 seq = 0;
    Kind kind = Kind::Set;
    Cell cell;
    Value old;
    Value value;
    qint64 base = 0;
    std::vector<qint64> dependsOn;
    std::vector<Value> shown; ///< for the oracle: what the author had on screen for this cell
};

model::Field fieldOf(model::MergePolicy policy)
{
    model::Field field;
    field.type = model::FieldType::Int;
    field.merge = policy;
    return field;
}

class Server
{
public:
    explicit Server(Mutant mutant) : m_mutant(mutant) {}

    std::optional<Answer> push(int desktop, const Operation &operation)
    {
        qint64 &last = m_last[desktop];
        if (m_mutant != Mutant::NoDedupe) {
            if (operation.seq <= last)
                return results.at({desktop, operation.seq}); // repeated: the stored answer, no second effect
            if (operation.seq != last + 1)
                return std::nullopt; // a gap: refused, the desktop sends again in order
        }
        ++rev;
        const std::string refusal = judge(desktop, operation);
        const Answer answer = refusal.empty() ? Answer::Ok : Answer::Parked;
        if (!refusal.empty())
            parked[{desktop, operation.seq}] = {operation.value, refusal};
        last = std::max(operation.seq, last);
        results[{desktop, operation.seq}] = answer;
        return answer;
    }

    qint64 rev = 0;
    std::map<Cell, Value> values;
    std::map<int, Value> counters;
    std::map<std::pair<int, qint64>, Answer> results;
    std::map<std::pair<int, qint64>, std::pair<Value, std::string>> parked;
    bool overwroteUnseen = false;

private:
    struct Write {
        qint64 rev;
        int desktop;
    };

    std::string judge(int desktop, const Operation &operation)
    {
        const bool orphaned = std::any_of(operation.dependsOn.begin(), operation.dependsOn.end(), [&](qint64 seq) {
            const auto result = results.find({desktop, seq});
            return result != results.end() && result->second == Answer::Parked;
        });
        if (orphaned)
            return "DEPENDS";
        switch (operation.kind) {
        case Kind::Bad:
            return "RULE";
        case Kind::Add:
            return add(operation);
        case Kind::Set:
            break;
        }
        return set(desktop, operation);
    }

    std::string add(const Operation &operation)
    {
        Value &counter = counters[operation.cell.row];
        const Value seen = operation.old;
        const sync::FieldMerge merge = sync::mergeField(
            fieldOf(model::MergePolicy::Add), {1, seen, operation.value, operation.base}, counter, true, false);
        if (merge.outcome == FieldOutcome::Conflict)
            return "EDIT_EDIT";
        counter = merge.value;
        return {};
    }

    bool changedByOthers(int desktop, const Operation &operation)
    {
        if (m_mutant == Mutant::ValueOnly)
            return true;
        const std::vector<Write> &log = m_log[operation.cell];
        return std::any_of(log.begin(), log.end(), [&](const Write &write) {
            return write.rev > operation.base && (write.desktop != desktop || m_mutant == Mutant::NoChain);
        });
    }

    std::string set(int desktop, const Operation &operation)
    {
        Value &stored = values[operation.cell];
        std::vector<Write> &log = m_log[operation.cell];
        const sync::FieldMerge merge =
            sync::mergeField(fieldOf(model::MergePolicy::Ask), {1, operation.old, operation.value, operation.base},
                             stored, changedByOthers(desktop, operation), false);
        if (merge.outcome == FieldOutcome::Conflict && m_mutant != Mutant::LastWins)
            return "EDIT_EDIT";
        const bool foreignValue = !log.empty() && log.back().desktop != desktop && stored != operation.value;
        if (foreignValue && stored != operation.old &&
            std::find(operation.shown.begin(), operation.shown.end(), stored) == operation.shown.end())
            overwroteUnseen = true;
        if (merge.outcome != FieldOutcome::Unchanged) {
            stored = operation.value;
            log.push_back({rev, desktop});
        }
        return {};
    }

    Mutant m_mutant;
    std::map<Cell, std::vector<Write>> m_log;
    std::map<int, qint64> m_last;
};

class Desktop
{
public:
    Desktop(int ownNumber, Mutant mutant) : number(ownNumber), m_mutant(mutant) {}

    const Operation &edit(Random &random, int fresh)
    {
        look(); // an answer may have changed the screen since
        Operation operation;
        operation.seq = ++m_seq;
        const quint64 kind = random.below(5);
        operation.kind = kind < 3 ? Kind::Set : kind == 3 ? Kind::Add : Kind::Bad;
        operation.cell = {1 + int(random.below(3)), 1 + int(random.below(2))};
        if (operation.kind != Kind::Add)
            for (const Operation &waiting : outbox)
                if (waiting.kind == Kind::Bad && waiting.cell.row == operation.cell.row)
                    operation.dependsOn.push_back(waiting.seq);
        if (operation.kind == Kind::Add) {
            operation.old = counter(operation.cell.row);
            operation.value = Value(operation.old.number() + 1 + qint64(random.below(5)));
        } else {
            operation.old = view()[operation.cell];
            operation.value = Value(fresh);
        }
        operation.base = baseFor(operation.cell);
        operation.shown = m_shown[operation.cell];
        outbox.push_back(operation);
        look();
        return outbox.back();
    }

    void pull(const Server &server)
    {
        m_pulled = server.values;
        m_counters = server.counters;
        m_rev = server.rev;
        m_acknowledged.clear();
        look();
    }

    void acknowledge(qint64 seq, std::optional<Answer> answer)
    {
        if (!answer)
            return;
        const auto found = std::find_if(outbox.begin(), outbox.end(), [&](const Operation &o) { return o.seq == seq; });
        if (found == outbox.end())
            return;
        if (*answer == Answer::Ok)
            m_acknowledged.push_back(*found);
        outbox.erase(found);
    }

    /// The pulled rows with my acknowledged but unpulled, then my waiting changes on top.
    std::map<Cell, Value> view() const
    {
        std::map<Cell, Value> cells = m_pulled;
        for (const Operation *operation : unpulledSets())
            cells[operation->cell] = operation->value;
        return cells;
    }

    const int number;
    std::vector<Operation> outbox;

private:
    /// In the order they were made: an answer may be lost while a later one arrives.
    std::vector<const Operation *> unpulledSets() const
    {
        std::vector<const Operation *> mine;
        for (const std::vector<Operation> *part : {&m_acknowledged, &outbox})
            for (const Operation &operation : *part)
                if (operation.kind == Kind::Set)
                    mine.push_back(&operation);
        std::ranges::sort(mine, {}, &Operation::seq);
        return mine;
    }

    Value counter(int row) const
    {
        Value value;
        if (const auto pulled = m_counters.find(row); pulled != m_counters.end())
            value = pulled->second;
        return value;
    }

    qint64 baseFor(const Cell &cell) const
    {
        qint64 base = m_rev;
        if (m_mutant == Mutant::FreshBase)
            return base;
        for (const Operation *operation : unpulledSets())
            if (operation->cell == cell)
                base = std::min(base, operation->base);
        return base;
    }

    void look()
    {
        for (const auto &[cell, value] : view())
            if (std::vector<Value> &seen = m_shown[cell]; std::find(seen.begin(), seen.end(), value) == seen.end())
                seen.push_back(value);
    }

    Mutant m_mutant;
    qint64 m_seq = 0;
    qint64 m_rev = 0;
    std::map<Cell, Value> m_pulled;
    std::map<int, Value> m_counters;
    std::vector<Operation> m_acknowledged;
    std::map<Cell, std::vector<Value>> m_shown;
};

class World
{
public:
    World(quint64 seed, int desktops, Mutant mutant) : m_random(seed), m_server(mutant)
    {
        for (int i = 0; i < desktops; ++i)
            m_desktops.emplace_back(i, mutant);
    }

    std::string run()
    {
        for (int step = 0; step < 150; ++step)
            this->step(1000 + step);
        for (int round = 0; round < 60; ++round) {
            for (Desktop &desktop : m_desktops) {
                const std::vector<Operation> waiting = desktop.outbox;
                for (const Operation &operation : waiting)
                    desktop.acknowledge(operation.seq, m_server.push(desktop.number, operation));
                desktop.pull(m_server);
            }
        }
        return verdict();
    }

private:
    struct Message {
        int desktop;
        Operation operation;
    };

    void step(int fresh)
    {
        const quint64 dice = m_random.below(100);
        Desktop &desktop = m_desktops[m_random.below(m_desktops.size())];
        if (dice < 30) {
            const Operation &made = desktop.edit(m_random, fresh);
            m_made.push_back({desktop.number, made});
        } else if (dice < 60) {
            const size_t count = std::min<size_t>(desktop.outbox.size(), 1 + m_random.below(4));
            for (size_t i = 0; i < count; ++i)
                m_network.push_back({desktop.number, desktop.outbox[i]});
        } else if (dice < 85) {
            if (!m_network.empty())
                deliver();
        } else if (dice < 90) {
            std::erase_if(m_network, [&](const Message &) { return m_random.below(2) == 0; });
        } else {
            desktop.pull(m_server);
        }
    }

    void deliver()
    {
        const size_t which = m_random.below(std::min<size_t>(m_network.size(), 3)); // late, reordered
        const Message message = m_network[which];
        const std::optional<Answer> answer = m_server.push(message.desktop, message.operation);
        if (m_random.below(10) < 7) // else it is delivered again later
            m_network.erase(m_network.begin() + std::ptrdiff_t(which));
        if (m_random.below(10) < 6) // else the answer is lost
            m_desktops[size_t(message.desktop)].acknowledge(message.operation.seq, answer);
    }

    std::string verdict() const
    {
        std::map<int, qint64> sums;
        for (const auto &[desktop, operation] : m_made) {
            const auto result = m_server.results.find({desktop, operation.seq});
            if (result == m_server.results.end())
                return "lost op";
            if (result->second == Answer::Ok) {
                if (operation.kind == Kind::Add)
                    sums[operation.cell.row] += operation.value.number() - operation.old.number();
                continue;
            }
            const auto &[value, reason] = m_server.parked.at({desktop, operation.seq});
            if (value != operation.value)
                return "lost value";
            if (m_desktops.size() == 1 && reason == "EDIT_EDIT")
                return "self conflict";
        }
        for (const auto &[row, sum] : sums)
            if (const auto counter = m_server.counters.find(row);
                counter == m_server.counters.end() || counter->second.number() != sum)
                return "not exactly once";
        if (m_server.overwroteUnseen)
            return "silent overwrite";
        for (const Desktop &desktop : m_desktops)
            if (!desktop.outbox.empty() || filled(desktop.view()) != filled(m_server.values))
                return "stuck or diverged";
        return {};
    }

    static std::map<Cell, Value> filled(std::map<Cell, Value> cells)
    {
        std::erase_if(cells, [](const auto &cell) { return cell.second.isNull(); });
        return cells;
    }

    SeededRandom m_random;
    Server m_server;
    std::vector<Desktop> m_desktops;
    std::vector<Message> m_network;
    std::vector<std::pair<int, Operation>> m_made;
};

} // namespace

std::string run(quint64 seed, int desktops, Mutant mutant) { return World(seed, desktops, mutant).run(); }

} // namespace guanxi::test::push
