// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// The record with what it lacks and these fields hold, as far as the user may write it. Nothing that stands is changed.
model::Record filledFrom(const Records &records, model::Record record, const QList<model::FieldChange> &fields);

/// Two records that are one thing: what it takes to make one of them.
class TwinMerge
{
public:
    /// `twin` becomes part of `kept`.
    TwinMerge(const Records &records, const model::Record &twin, const model::Record &kept)
        : m_records(records), m_twin(twin), m_kept(kept)
    {}

    /// False where the user may not delete the one, change the other, or move what belongs to it.
    bool isPossible() const;
    /// The kept one filled, everything that pointed at the other moved, the other deleted: to be saved as one action.
    QList<model::Record> records() const;

private:
    /// What belongs to the twin; nothing when it is too much for one action.
    std::optional<QList<model::Record>> moved() const;

    const Records &m_records;
    model::Record m_twin;
    model::Record m_kept;
};

} // namespace guanxi::app
