// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/value.h"

#include <compare>
#include <cstring>

namespace guanxi::protocol {

/// Order of rows within one revision: by entity, then by the id's bytes as unsigned numbers, as both databases sort.
inline std::strong_ordering rowOrder(const model::RecordRef &a, const model::RecordRef &b)
{
    if (a.entity != b.entity)
        return a.entity <=> b.entity;
    return std::memcmp(a.id.view().data(), b.id.view().data(), Uuid::Size) <=> 0;
}

/// A position in a feed, which is ordered by (revision, entity, row). Everything up to it has passed: all of revision
/// `rev` when `after` is none, else only that revision's rows up to and including `after`.
struct Cursor {
    qint64 rev = 0;
    model::RecordRef after;

    Cursor() = default;
    Cursor(qint64 whole) : rev(whole) {}
    Cursor(qint64 within, const model::RecordRef &row) : rev(within), after(row) {}

    bool isWhole() const { return after.isNull(); }
    /// Whether the row that changed at `changed` lies before or at this position.
    bool passed(qint64 changed, const model::RecordRef &row) const
    {
        return changed < rev || (changed == rev && (isWhole() || rowOrder(row, after) <= 0));
    }

    bool operator==(const Cursor &) const = default;
    std::strong_ordering operator<=>(const Cursor &other) const
    {
        if (rev != other.rev)
            return rev <=> other.rev;
        if (isWhole() != other.isWhole())
            return isWhole() ? std::strong_ordering::greater : std::strong_ordering::less;
        return rowOrder(after, other.after);
    }
};

} // namespace guanxi::protocol
