// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/sync/feedmodel.h"

#include "tests/common/sync/feedserver.h"

#include <vector>

namespace guanxi::test::feed
{

namespace
{

/// A desktop of the reference model: one position per scope.
class Desktop
{
public:
    explicit Desktop(Mutant mutant) : m_mutant(mutant) {}

    std::map<int, qint64> rows;

    void step(const FeedServer &server, const Scopes &granted, int pageSize, Random &random)
    {
        takeGrants(server, granted);
        if (isBehind(server.horizon())) {
            rebuild(server, granted);
            return;
        }
        std::vector<std::pair<char, int>> streams;
        for (const auto &[scope, position] : m_drops)
            streams.emplace_back('d', scope);
        for (const auto &[scope, position] : m_loads)
            streams.emplace_back('l', scope);
        for (const auto &[scope, position] : m_current)
            if (position < server.rev())
                streams.emplace_back('c', scope);
        if (!streams.empty()) {
            const auto [kind, scope] = streams[random.below(streams.size())];
            readPage(server, granted, pageSize, kind, scope);
        }
    }

private:
    struct Position {
        qint64 pos = 0;
        qint64 skip = 0;
    };

    void takeGrants(const FeedServer &server, const Scopes &granted)
    {
        for (int scope : granted) {
            if (m_current.contains(scope) || m_loads.contains(scope))
                continue;
            const auto drop = m_drops.find(scope);
            const bool wasDropping = drop != m_drops.end() && m_mutant != Mutant::Regrant;
            m_loads[scope] = {0, wasDropping ? std::max(drop->second.pos, drop->second.skip) : server.rev()};
            m_drops.erase(scope);
        }
        Scopes lost;
        for (const auto &[scope, position] : m_current)
            lost.insert(scope);
        for (const auto &[scope, position] : m_loads)
            lost.insert(scope);
        for (int scope : granted)
            lost.erase(scope);
        for (int scope : lost) {
            const auto current = m_current.find(scope);
            if (m_mutant != Mutant::NoDrop)
                m_drops[scope] = {0, current != m_current.end() ? current->second : m_loads[scope].pos};
            m_current.erase(scope);
            m_loads.erase(scope);
        }
    }

    bool isBehind(qint64 horizon) const
    {
        return std::ranges::any_of(m_current, [&](const auto &c) { return c.second < horizon; }) ||
               std::ranges::any_of(m_loads,
                                   [&](const auto &l) { return std::max(l.second.pos, l.second.skip) < horizon; }) ||
               std::ranges::any_of(m_drops, [&](const auto &d) { return d.second.skip < horizon; });
    }

    void rebuild(const FeedServer &server, const Scopes &granted)
    {
        rows = server.projection(granted);
        m_current.clear();
        m_loads.clear();
        m_drops.clear();
        for (int scope : granted)
            m_current[scope] = server.rev();
    }

    void readPage(const FeedServer &server, const Scopes &granted, int pageSize, char kind, int scope)
    {
        Position at;
        if (kind == 'c')
            at.pos = m_current[scope];
        else
            at = kind == 'l' ? m_loads[scope] : m_drops[scope];
        const qint64 skip = kind == 'l' && m_mutant == Mutant::BadSkip ? qint64(1) << 60 : at.skip;
        const Page page = server.page({scope}, at.pos, pageSize, granted, skip);
        applyRows(rows, page.rows);
        if (kind == 'c' || (kind == 'l' && page.end))
            m_current[scope] = page.pos;
        if (kind != 'c' && page.end)
            (kind == 'l' ? m_loads : m_drops).erase(scope);
        else if (kind != 'c')
            (kind == 'l' ? m_loads : m_drops)[scope].pos = page.pos;
    }

    Mutant m_mutant;
    std::map<int, qint64> m_current;
    std::map<int, Position> m_loads;
    std::map<int, Position> m_drops;
};

bool leaked(const std::map<int, qint64> &before, const Desktop &desktop, const FeedServer &server,
            const Scopes &granted)
{
    return std::ranges::any_of(desktop.rows, [&](const auto &row) {
        const auto known = before.find(row.first);
        return (known == before.end() || known->second != row.second) && !server.isVisible(row.first, granted);
    });
}

} // namespace

std::string runReference(quint64 seed, Mutant mutant)
{
    SeededRandom random(seed);
    FeedServer server(mutant);
    std::vector<Desktop> desktops(3, Desktop(mutant));
    std::vector<Scopes> granted(3);
    for (Scopes &scopes : granted)
        scopes = someScopes(random, 3);
    for (int step = 0; step < 220; ++step) {
        const quint64 dice = random.below(100);
        const size_t who = random.below(3);
        if (dice < 53) {
            changeWorld(server, random, dice, granted[who]);
            continue;
        }
        const std::map<int, qint64> before = desktops[who].rows;
        desktops[who].step(server, granted[who], 1 + int(random.below(3)), random);
        if (leaked(before, desktops[who], server, granted[who]))
            return "leak";
    }
    for (int round = 0; round < 400; ++round)
        for (size_t who = 0; who < 3; ++who)
            desktops[who].step(server, granted[who], 3, random);
    for (size_t who = 0; who < 3; ++who)
        if (desktops[who].rows != server.projection(granted[who]))
            return "diverged";
    return {};
}

} // namespace guanxi::test::feed
