// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/changeapplier.h"
#include "server/services/figures.h"

namespace guanxi::server {

/// Works out what follows in other records from a change set that was applied: figures of the record that rows point at
/// (the table in figures.cpp), importance of contacts, and what churn cases take over from their customer. Only rows the
/// set touched are looked at, and each record once; stored rows are counted anew only where the figure is not known or
/// was taken away. Nothing is written: the rows join those that the set touched.
class Consequences
{
public:
    /// What is given outlives it.
    Consequences(ServerStore &store, ChangeApplier &applier) : m_store(store), m_touched(applier.touched()) {}

    /// The changes that follow, at most one for each record.
    Result<QList<model::RecordChange>> follow();

private:
    /// What the set did to one figure.
    struct Moved {
        std::optional<qint64> gained;
        std::optional<qint64> lost; ///< the sum, or the best that went
    };

    bool has(model::EntityId entity) const { return m_store.catalogue().entity(entity) != nullptr; }
    /// The rows this set touched, as they were before anything followed.
    const QList<TouchedRow> &touched(model::EntityId entity) const;
    Result<void> follow(const Figure &figure);
    Result<std::optional<qint64>> figureOf(const Figure &figure, const TouchedRow &target, const Moved &moved);
    Result<std::optional<qint64>> countAnew(const Figure &figure, const TouchedRow &target);
    Result<void> followImportance();
    QSet<Uuid> contactsConcerned() const;
    Result<model::Value> importanceOf(const TouchedRow &contact);
    Result<void> followChurn();

    Result<TouchedRow *> rowOf(model::EntityId entity, const Uuid &id);
    void set(TouchedRow &row, model::FieldId field, const model::Value &value);

    ServerStore &m_store;
    QHash<model::RecordRef, TouchedRow> &m_touched;
    QHash<model::EntityId, QList<TouchedRow>> m_byEntity;
    QHash<model::RecordRef, model::RecordChange> m_changes;
};

} // namespace guanxi::server
