// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/segments.h"

#include "common/base/fold.h"
#include "common/model/catalogue/customers.h"
#include "common/model/filterjson.h"

#include <QJsonDocument>

namespace guanxi::app {

using namespace model;
using storage::Filter;

bool Segments::holds(EntityId entity) { return rules::segmentTarget(entity) != 0; }

EntityId Segments::memberEntity(const Record &segment) { return rules::memberEntity(segment); }

QList<Record> Segments::of(EntityId entity, qint64 kind) const
{
    storage::Query query;
    query.entity = Segment::entity;
    query.filter = Filter::all({Filter::is(Segment::target.id, rules::segmentTarget(entity)), Filter::is(Segment::kind.id, kind)});
    Result<QList<Record>> found = m_records.findNow(query);
    if (!found.ok())
        return {};
    std::sort(found->begin(), found->end(), [](const Record &a, const Record &b) { return sortKey(a[Segment::name]) < sortKey(b[Segment::name]); });
    return *found;
}

Filter Segments::filterOf(const Record &segment) const
{
    if (segment[Segment::kind] != segmentkind::Filter)
        return Filter::referred(SegmentMember::entity, SegmentMember::member.id, {Filter::is(SegmentMember::segment.id, segment.id())});
    const Entity *entity = m_records.catalogue().entity(memberEntity(segment));
    return entity ? filterFromJson(QJsonDocument::fromJson(segment[Segment::filter].toUtf8()).object(), *entity, m_records.catalogue()) : Filter();
}

Record Segments::make(EntityId entity, const QString &name, qint64 kind) const
{
    Record segment = m_records.create(Segment::entity);
    segment.set(Segment::name, name);
    segment.set(Segment::target, rules::segmentTarget(entity));
    segment.set(Segment::kind, kind);
    return segment;
}

QList<Record> Segments::memberships(const Records &records, const Uuid &segment, const RecordRef &member)
{
    // By the member alone: a record is in few segments, a segment may have very many members.
    storage::Query query;
    query.entity = SegmentMember::entity;
    query.filter = Filter::is(SegmentMember::member.id, member);
    const Result<QList<Record>> found = records.findNow(query);
    QList<Record> rows;
    for (const Record &row : found.ok() ? *found : QList<Record>())
        if (row[SegmentMember::segment] == segment)
            rows.append(row);
    return rows;
}

BulkChange Segments::adding(const Record &segment, const QList<RecordRef> &members, const std::shared_ptr<int> &count) const
{
    const bool isNew = !m_records.load(segment.ref()).ok();
    BulkChange work{QStringLiteral("bulk_edit"), members, {}, {}, {}};
    if (isNew)
        work.along.append(segment);
    *count = 0;
    work.becauseOf = [&records = m_records, segment = segment.id(), isNew, count](const RecordRef &member) {
        if (!isNew && !memberships(records, segment, member).isEmpty())
            return QList<Record>();
        Record row = records.create(SegmentMember::entity);
        row.set(SegmentMember::segment, segment);
        row.set(SegmentMember::member, member);
        ++*count;
        return QList<Record>{row};
    };
    return work;
}

BulkChange Segments::removing(const Record &segment, const QList<RecordRef> &members, const std::shared_ptr<int> &count) const
{
    *count = 0;
    return {QStringLiteral("delete"), members, {}, {}, [&records = m_records, segment = segment.id(), count](const RecordRef &member) {
                QList<Record> rows = memberships(records, segment, member);
                for (Record &row : rows)
                    row.setDeleted(true);
                *count += rows.isEmpty() ? 0 : 1;
                return rows;
            }};
}

Result<Saved> Segments::saveFilter(EntityId entity, const QString &name, const Filter &filter)
{
    Record segment = make(entity, name, segmentkind::Filter);
    for (const Record &known : of(entity, segmentkind::Filter))
        if (known[Segment::name] == name)
            segment = known;
    const Filter kept = filter.kind == Filter::Kind::And && filter.children.size() == 1 ? filter.children.first() : filter;
    segment.set(Segment::filter, QString::fromUtf8(QJsonDocument(filterToJson(kept)).toJson(QJsonDocument::Compact)));
    return m_records.save(segment);
}

} // namespace guanxi::app
