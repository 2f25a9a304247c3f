// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/text3.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <span>
#include <vector>

namespace guanxi::sync
{

namespace
{

using Lines = std::vector<int>; ///< a number per line: equal lines have equal numbers
using LineSpan = std::span<const int>;

// Past so many differing lines the search for the smallest difference stops and the rest counts as rewritten, so that
// no text can occupy the server.
constexpr int kMaximumEdits = 600;

/// Numbers the lines of several texts.
class LineNumbers
{
public:
    Lines of(const QString &text)
    {
        Lines lines;
        for (const QString &line : text.split(u'\n'))
            lines.push_back(number(line));
        return lines;
    }
    QString text(const Lines &lines) const
    {
        QStringList texts;
        for (int line : lines)
            texts.append(m_texts.at(line));
        return texts.join(u'\n');
    }

private:
    int number(const QString &line)
    {
        if (const auto known = m_numbers.constFind(line); known != m_numbers.constEnd())
            return *known;
        m_numbers.insert(line, int(m_texts.size()));
        m_texts.append(line);
        return int(m_texts.size()) - 1;
    }

    QHash<QString, int> m_numbers;
    QStringList m_texts;
};

/// Greedy difference after Myers; remembers the furthest reach per diagonal for every number of edits.
class Difference
{
public:
    Difference(LineSpan from, LineSpan to) : m_from(from), m_to(to) {}

    /// Pairs (line of `from`, line of `to`) that correspond, back to front; nothing after too many edits.
    std::optional<std::vector<std::pair<int, int>>> pairs()
    {
        for (int edits = 0; edits <= kMaximumEdits; ++edits)
            if (reach(edits))
                return walkBack(edits);
        return std::nullopt;
    }

private:
    using Reach = std::vector<int>; ///< furthest line of `from` on diagonal k at place k + edits + 1

    static int at(const Reach &reach, int edits, int diagonal) { return reach[size_t(diagonal + edits + 1)]; }
    bool goesDown(int edits, int diagonal) const
    {
        const Reach &before = m_reaches[size_t(edits - 1)];
        return diagonal == -edits ||
               (diagonal != edits && at(before, edits - 1, diagonal - 1) < at(before, edits - 1, diagonal + 1));
    }
    /// The furthest line on the diagonal after the step of this edit, before the run of equal lines.
    int stepped(int edits, int diagonal) const
    {
        if (edits == 0)
            return 0;
        const Reach &before = m_reaches[size_t(edits - 1)];
        return goesDown(edits, diagonal) ? at(before, edits - 1, diagonal + 1)
                                         : at(before, edits - 1, diagonal - 1) + 1;
    }

    bool reach(int edits)
    {
        m_reaches.emplace_back(size_t(2 * edits + 3), -1);
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            int x = stepped(edits, diagonal);
            while (x < int(m_from.size()) && x - diagonal < int(m_to.size()) && x >= 0 && x - diagonal >= 0 &&
                   m_from[size_t(x)] == m_to[size_t(x - diagonal)])
                ++x;
            m_reaches.back()[size_t(diagonal + edits + 1)] = x;
            if (x >= int(m_from.size()) && x - diagonal >= int(m_to.size()))
                return true;
        }
        return false;
    }

    std::vector<std::pair<int, int>> walkBack(int edits) const
    {
        std::vector<std::pair<int, int>> pairs;
        int x = int(m_from.size());
        int diagonal = x - int(m_to.size());
        for (; edits >= 0; --edits) {
            const int start = stepped(edits, diagonal);
            for (; x > start; --x)
                pairs.emplace_back(x - 1, x - 1 - diagonal);
            if (edits == 0)
                break;
            const bool down = goesDown(edits, diagonal);
            x = down ? start : start - 1;
            diagonal += down ? 1 : -1;
        }
        return pairs;
    }

    LineSpan m_from;
    LineSpan m_to;
    std::vector<Reach> m_reaches;
};

/// For every line of `base` its line in `other`, or -1.
Lines correspondence(const Lines &base, const Lines &other)
{
    Lines match(base.size(), -1);
    const size_t shorter = std::min(base.size(), other.size());
    size_t head = 0;
    while (head < shorter && base[head] == other[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && base[base.size() - 1 - tail] == other[other.size() - 1 - tail])
        ++tail;
    for (size_t i = 0; i < head; ++i)
        match[i] = int(i);
    for (size_t i = 0; i < tail; ++i)
        match[base.size() - 1 - i] = int(other.size() - 1 - i);
    Difference middle(LineSpan(base).subspan(head, base.size() - head - tail),
                      LineSpan(other).subspan(head, other.size() - head - tail));
    if (const auto pairs = middle.pairs())
        for (const auto &[from, to] : *pairs)
            match[head + size_t(from)] = int(head) + to;
    return match;
}

/// What stands between two lines that all three texts share; false when the sides disagree.
bool appendChunk(Lines &merged, LineSpan base, LineSpan mine, LineSpan theirs)
{
    LineSpan chosen = mine;
    if (std::ranges::equal(base, mine))
        chosen = theirs;
    else if (!std::ranges::equal(base, theirs) && !std::ranges::equal(mine, theirs))
        return false;
    merged.insert(merged.end(), chosen.begin(), chosen.end());
    return true;
}

} // namespace

std::optional<QString> mergeLines(const QString &base, const QString &mine, const QString &theirs)
{
    LineNumbers numbers;
    const Lines b = numbers.of(base), m = numbers.of(mine), t = numbers.of(theirs);
    const Lines toMine = correspondence(b, m), toTheirs = correspondence(b, t);
    Lines merged;
    size_t inBase = 0, inMine = 0, inTheirs = 0;
    const auto chunkUpTo = [&](size_t endBase, size_t endMine, size_t endTheirs) {
        const bool agreed = appendChunk(merged, LineSpan(b).subspan(inBase, endBase - inBase),
                                        LineSpan(m).subspan(inMine, endMine - inMine),
                                        LineSpan(t).subspan(inTheirs, endTheirs - inTheirs));
        inBase = endBase, inMine = endMine, inTheirs = endTheirs;
        return agreed;
    };
    for (size_t line = 0; line < b.size(); ++line) {
        if (toMine[line] < 0 || toTheirs[line] < 0)
            continue;
        if (!chunkUpTo(line, size_t(toMine[line]), size_t(toTheirs[line])))
            return std::nullopt;
        merged.push_back(b[line]);
        ++inBase, ++inMine, ++inTheirs;
    }
    if (!chunkUpTo(b.size(), m.size(), t.size()))
        return std::nullopt;
    return numbers.text(merged);
}

} // namespace guanxi::sync
