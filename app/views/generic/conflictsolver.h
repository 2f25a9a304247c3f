// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/generic/conflictcase.h"

namespace guanxi::app {

/// Settles conflicts; each way out is one action, so that it can be undone and nobody settles the same one twice.
class ConflictSolver
{
public:
    ConflictSolver(Records &records, const Clock &clock) : m_records(records), m_clock(clock) {}

    /// Open ones, newest first.
    Result<QList<ConflictCase>> open() const;

    Result<Saved> takeMine(const ConflictCase &conflict);
    /// What stands on the server stays.
    Result<Saved> keepTheirs(const ConflictCase &conflict);
    Result<Saved> takeThird(const ConflictCase &conflict, const model::Value &value);
    /// Both values, one after the other; nothing where the field cannot hold two.
    static std::optional<model::Value> both(const ConflictCase &conflict);
    Result<Saved> takeBoth(const ConflictCase &conflict);
    /// Sends the refused change once more, or what was made of it; the server measures it by what its author had seen.
    Result<Saved> resubmit(const ConflictCase &conflict);
    Result<Saved> resubmit(const ConflictCase &conflict, const QList<model::RecordChange> &corrected);
    /// The refused record becomes part of the one that has its unique value.
    Result<Saved> mergeInto(const ConflictCase &conflict, const model::Record &holder);
    Result<Saved> discard(const ConflictCase &conflict);
    /// For a set whose conflict has not arrived yet.
    Result<Saved> submitAgain(const model::ChangeSet &set);
    /// There is something to try again.
    static bool mayResubmit(const ConflictCase &conflict) { return !conflict.parked.changes.isEmpty(); }
    /// The conflict, closed by this user: to be saved with what settles it.
    model::Record settled(const ConflictCase &conflict, sync::Resolution resolution) const;

private:
    Result<Saved> write(const ConflictCase &conflict, const model::Value &value, sync::Resolution resolution);

    Records &m_records;
    const Clock &m_clock;
};

} // namespace guanxi::app
