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
    /// As a record of its own, where its id was taken.
    QList<model::RecordChange> asNewRecord() const;
    /// The line of a stock document that wants more than there is; invalid for others.
    model::Record shortLine() const;
    QList<model::RecordChange> withQuantity(const model::Value &quantity) const;
    /// Out of another warehouse: from where it has the goods, else its first place.
    QList<model::RecordChange> fromWarehouse(const Uuid &warehouse) const;
    /// The holder of the unique value with what it lacks and the refused record would have had.
    model::Record merged() const;

private:
    const model::RecordChange *stepChange() const;
    model::Record now(const model::RecordRef &ref) const;
    /// Gives a field another value in these changes, or adds a change that does.
    void put(QList<model::RecordChange> &changes, const model::RecordRef &ref, model::FieldId field, const model::Value &value) const;
    model::Record insertedBy(const model::RecordChange &change) const;
    QList<model::Record> linesOf(const model::RecordRef &document) const;
    Uuid locationIn(const Uuid &warehouse, const Uuid &product) const;

    const ConflictCase &m_case;
    const Records &m_records;
};

} // namespace guanxi::app
