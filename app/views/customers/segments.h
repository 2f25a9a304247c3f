// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"

namespace guanxi::app {

/// Segments of customers, contacts or leads, as lists and records use them.
class Segments
{
public:
    explicit Segments(Records &records) : m_records(records) {}

    /// The entity whose records a segment holds; 0: none.
    static model::EntityId memberEntity(const model::Record &segment);
    static bool holds(model::EntityId entity);
    /// The segments of records of that entity that are of this kind (a choice of Segment::kind), by name.
    QList<model::Record> of(model::EntityId entity, qint64 kind) const;
    /// What a filter segment lets pass.
    storage::Filter filterOf(const model::Record &segment) const;

    /// A new one, not saved yet.
    model::Record make(model::EntityId entity, const QString &name, qint64 kind) const;
    /// One action: those that are not in it yet become members, and the segment is made when it is new. `added` says how many.
    Result<Saved> add(const model::Record &segment, const QList<model::RecordRef> &members, int &added);
    /// One action; `removed` says how many were in it.
    Result<Saved> remove(const model::Record &segment, const QList<model::RecordRef> &members, int &removed);
    /// Saves the filter under the name; a filter segment that has it already takes the new one.
    Result<Saved> saveFilter(model::EntityId entity, const QString &name, const storage::Filter &filter);

private:
    QList<model::Record> memberships(const model::Record &segment, const model::RecordRef &member) const;

    Records &m_records;
};

/// Choice numbers of Segment::kind.
namespace segmentkind {
inline constexpr qint64 Static = 1;
inline constexpr qint64 Filter = 2;
} // namespace segmentkind

/// Add to, remove from, show, save as: on lists of customers, contacts and leads.
void addSegmentCommands(RecordExtras &extras);
/// The live members of a filter segment, as a tab of it.
QWidget *segmentTab(ViewContext &context, const model::RecordRef &ref);

} // namespace guanxi::app
