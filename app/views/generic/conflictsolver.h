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
    /// Tries the refused change once more, on what stands now.
    Result<Saved> resubmit(const ConflictCase &conflict);
    Result<Saved> discard(const ConflictCase &conflict);
    /// The changes of a refused set on what stands now, deletes and restores among them, as one action together with
    /// the records `with`. For a set whose conflict has not arrived yet.
    Result<Saved> submitAgain(const model::ChangeSet &set, const QList<model::Record> &with = {});
    /// There is something to try again.
    static bool mayResubmit(const ConflictCase &conflict) { return !conflict.parked.changes.isEmpty(); }

private:
    Result<Saved> write(const ConflictCase &conflict, const model::Value &value, sync::Resolution resolution);
    model::Record settled(const ConflictCase &conflict, sync::Resolution resolution) const;

    Records &m_records;
    const Clock &m_clock;
};

} // namespace guanxi::app
