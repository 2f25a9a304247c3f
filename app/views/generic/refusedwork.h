// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/generic/conflictcase.h"

namespace guanxi::app {

/// The ways out for a change set that was refused as a whole: what it takes to send it again, seen from how things stand
/// now. Old values and revisions stay those its author had seen, so that nothing of others is overwritten unseen.
class RefusedWork
{
public:
    RefusedWork(const ConflictCase &conflict, const Records &records) : m_case(conflict), m_records(records) {}

    /// The field that the refusal names, with the value that was refused.
    struct Fault {
        qsizetype change = 0; ///< of the set
        const model::Entity *entity = nullptr;
        const model::Field *field = nullptr;
        model::Value value;
    };
    std::optional<Fault> fault() const;
    /// The deleted record that it points at and that could be restored.
    std::optional<model::RecordRef> deletedTarget() const;
    /// The other record that has the unique value, when it is in the copy; invalid otherwise.
    model::Record holder() const;
    /// Steps that lead on from the state of now.
    QList<const model::Transition *> steps() const;

    /// As it was sent; what was deleted meanwhile is restored, what was to be deleted is deleted as it is now.
    QList<model::RecordChange> again() const;
    /// With another value for the field that was refused.
    QList<model::RecordChange> corrected(const model::Value &value) const;
    /// With the record it points at restored first.
    QList<model::RecordChange> withTargetRestored() const;
    /// With this step instead of the one that is not possible any more.
    QList<model::RecordChange> withStep(const model::Transition &step) const;
    /// The holder of the unique value with what it lacks and the refused record would have had.
    model::Record merged() const;

private:
    const model::RecordChange *stepChange() const;
    model::Record now(const model::RecordRef &ref) const;

    const ConflictCase &m_case;
    const Records &m_records;
};

} // namespace guanxi::app
