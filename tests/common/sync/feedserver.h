// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"
#include "tests/common/sync/feedmodel.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace guanxi::test::feed
{

using Scopes = std::set<int>;

/// A row as a page tells it: its revision, or nothing when the user may not see it (any more).
struct PageRow {
    int row;
    std::optional<qint64> rev;
};

/// One page of a stream.
struct Page {
    std::vector<PageRow> rows;
    qint64 pos = 0;
    bool end = false;
};

/// The server of the feed models in memory: rows with scopes, and one entry per (scope, row), live or gone.
class FeedServer
{
public:
    explicit FeedServer(Mutant mutant) : m_mutant(mutant) {}

    qint64 rev() const { return m_rev; }
    qint64 horizon() const { return m_horizon; }
    bool isEmpty() const { return m_rows.empty(); }

    void put(int row, const Scopes &scopes);
    void remove(int row);
    /// Forgets traces of rows that left a scope at or before `horizon`.
    void collect(qint64 horizon);
    int randomRow(Random &random) const;

    Scopes scopesOf(int row) const;
    qint64 rowRev(int row) const;
    bool isVisible(int row, const Scopes &granted) const;
    std::map<int, qint64> projection(const Scopes &granted) const;
    /// What a desktop with these grants is told of the row at this moment.
    PageRow tell(int row, const Scopes &granted) const;
    /// The next entries of the scopes together after `pos`, in order of revision, never splitting one; each row once.
    Page page(const Scopes &scopes, qint64 pos, int size, const Scopes &granted, qint64 skip) const;

private:
    struct Row {
        qint64 rev;
        Scopes scopes;
    };
    struct Entry {
        qint64 rev;
        bool gone;
    };

    Mutant m_mutant;
    qint64 m_rev = 0;
    qint64 m_horizon = 0;
    std::map<int, Row> m_rows;
    std::map<std::pair<int, int>, Entry> m_feed; ///< (scope, row)
};

inline constexpr int ScopeCount = 4;

/// At most `most` of the scopes.
Scopes someScopes(Random &random, quint64 most);
/// A random write, move, deletion, grant or revocation, or collection, by a dice below 53.
void changeWorld(FeedServer &server, Random &random, quint64 dice, Scopes &granted);
/// Writes a page into a cache; an older version never replaces a newer one.
void applyRows(std::map<int, qint64> &cache, const std::vector<PageRow> &rows);

} // namespace guanxi::test::feed
