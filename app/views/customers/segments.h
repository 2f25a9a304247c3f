// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"
#include "common/rules/segments.h"

#include <memory>

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
    /// Makes those members that are not in it yet, and the segment when it is new, for Records::saveMany(); `count` is how many
    /// that are.
    BulkChange adding(const model::Record &segment, const QList<model::RecordRef> &members, const std::shared_ptr<int> &count) const;
    /// Takes out those that are in it.
    BulkChange removing(const model::Record &segment, const QList<model::RecordRef> &members, const std::shared_ptr<int> &count) const;
    /// Saves the filter under the name; a filter segment that has it already takes the new one.
    Result<Saved> saveFilter(model::EntityId entity, const QString &name, const storage::Filter &filter);

private:
    static QList<model::Record> memberships(const Records &records, const Uuid &segment, const model::RecordRef &member);

    Records &m_records;
};

namespace segmentkind = rules::segmentkind;

/// Add to, remove from, show, save as: on lists of customers, contacts and leads.
void addSegmentCommands(RecordExtras &extras);
/// The live members of a filter segment, as a tab of it.
QWidget *segmentTab(ViewContext &context, const model::RecordRef &ref);

} // namespace guanxi::app
