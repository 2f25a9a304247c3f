// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/sync/feedserver.h"

#include <algorithm>
#include <tuple>

namespace guanxi::test::feed
{

void FeedServer::put(int row, const Scopes &scopes)
{
    ++m_rev;
    const Scopes before = scopesOf(row);
    m_rows[row] = {m_rev, scopes};
    for (int scope : scopes)
        m_feed[{scope, row}] = {m_rev, false};
    for (int scope : before)
        if (!scopes.contains(scope) && m_mutant != Mutant::NoExit)
            m_feed[{scope, row}] = {m_rev, true};
}

void FeedServer::remove(int row)
{
    ++m_rev;
    for (int scope : scopesOf(row))
        m_feed[{scope, row}] = {m_rev, true};
    m_rows.erase(row);
}

void FeedServer::collect(qint64 horizon)
{
    m_horizon = std::max(m_horizon, horizon);
    std::erase_if(m_feed, [&](const auto &entry) { return entry.second.gone && entry.second.rev <= m_horizon; });
}

int FeedServer::randomRow(Random &random) const
{
    return std::next(m_rows.begin(), std::ptrdiff_t(random.below(m_rows.size())))->first;
}

Scopes FeedServer::scopesOf(int row) const
{
    const auto found = m_rows.find(row);
    return found == m_rows.end() ? Scopes() : found->second.scopes;
}

qint64 FeedServer::rowRev(int row) const
{
    const auto found = m_rows.find(row);
    return found == m_rows.end() ? 0 : found->second.rev;
}

bool FeedServer::isVisible(int row, const Scopes &granted) const
{
    return std::ranges::any_of(scopesOf(row), [&](int scope) { return granted.contains(scope); });
}

std::map<int, qint64> FeedServer::projection(const Scopes &granted) const
{
    std::map<int, qint64> visible;
    for (const auto &[id, row] : m_rows)
        if (isVisible(id, granted))
            visible[id] = row.rev;
    return visible;
}

PageRow FeedServer::tell(int row, const Scopes &granted) const
{
    const auto found = m_rows.find(row);
    const bool told = found != m_rows.end() && (m_mutant == Mutant::NoVisibility || isVisible(row, granted));
    return {row, told ? std::optional(found->second.rev) : std::nullopt};
}

Page FeedServer::page(const Scopes &scopes, qint64 pos, int size, const Scopes &granted, qint64 skip) const
{
    std::vector<std::tuple<qint64, int, bool>> entries;
    for (const auto &[key, entry] : m_feed)
        if (scopes.contains(key.first) && entry.rev > pos)
            entries.emplace_back(entry.rev, key.second, entry.gone);
    std::ranges::sort(entries);
    Page page{{}, pos, false};
    int count = 0;
    for (const auto &[rev, row, gone] : entries) {
        if (count >= size && rev != page.pos)
            return page;
        page.pos = rev;
        ++count;
        const bool known = std::ranges::any_of(page.rows, [id = row](const PageRow &r) { return r.row == id; });
        if (!(gone && rev <= skip) && !known)
            page.rows.push_back(tell(row, granted));
    }
    page.pos = m_rev;
    page.end = true;
    return page;
}

Scopes someScopes(Random &random, quint64 most)
{
    Scopes scopes;
    for (quint64 wanted = random.below(most + 1); scopes.size() < wanted;)
        scopes.insert(int(random.below(ScopeCount)));
    return scopes;
}

void changeWorld(FeedServer &server, Random &random, quint64 dice, Scopes &granted)
{
    if (dice < 35) {
        Scopes scopes;
        for (int scope = 0; scope < ScopeCount; ++scope)
            if (random.below(10) < 4)
                scopes.insert(scope);
        server.put(1 + int(random.below(9)), scopes.empty() ? Scopes{0} : scopes);
    } else if (dice < 42) {
        if (!server.isEmpty())
            server.remove(server.randomRow(random));
    } else if (dice < 50) {
        const int scope = int(random.below(ScopeCount));
        if (granted.erase(scope) == 0)
            granted.insert(scope);
    } else {
        server.collect(std::max<qint64>(0, server.rev() - qint64(random.below(31))));
    }
}

void applyRows(std::map<int, qint64> &cache, const std::vector<PageRow> &rows)
{
    for (const PageRow &row : rows) {
        if (!row.rev)
            cache.erase(row.row);
        else if (qint64 &rev = cache[row.row]; *row.rev >= rev)
            rev = *row.rev;
    }
}

} // namespace guanxi::test::feed
