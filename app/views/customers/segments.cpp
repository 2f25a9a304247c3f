// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/segments.h"

#include "common/base/fold.h"
#include "common/model/catalogue/customers.h"
#include "common/model/filterjson.h"

#include <QJsonDocument>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

/// In the order of the choices of Segment::target.
constexpr EntityId Targets[] = {ids::Account, ids::Contact, ids::Lead};

qint64 targetOf(EntityId entity) { return std::find(std::begin(Targets), std::end(Targets), entity) - std::begin(Targets) + 1; }

} // namespace

bool Segments::holds(EntityId entity) { return targetOf(entity) <= qint64(std::size(Targets)); }

EntityId Segments::memberEntity(const Record &segment)
{
    const qint64 target = segment[Segment::target];
    return target >= 1 && target <= qint64(std::size(Targets)) ? Targets[target - 1] : EntityId(0);
}

QList<Record> Segments::of(EntityId entity, qint64 kind) const
{
    storage::Query query;
    query.entity = Segment::entity;
    query.filter = Filter::all({Filter::is(Segment::target.id, targetOf(entity)), Filter::is(Segment::kind.id, kind)});
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
    segment.set(Segment::target, targetOf(entity));
    segment.set(Segment::kind, kind);
    return segment;
}

QList<Record> Segments::memberships(const Record &segment, const RecordRef &member) const
{
    storage::Query query;
    query.entity = SegmentMember::entity;
    query.filter = Filter::all({Filter::is(SegmentMember::member.id, member), Filter::is(SegmentMember::segment.id, segment.id())});
    const Result<QList<Record>> found = m_records.findNow(query);
    return found.ok() ? *found : QList<Record>();
}

Result<Saved> Segments::add(const Record &segment, const QList<RecordRef> &members, int &added)
{
    const bool isNew = !m_records.load(segment.ref()).ok();
    QList<Record> records;
    if (isNew)
        records.append(segment);
    added = 0;
    for (const RecordRef &member : members) {
        if (!isNew && !memberships(segment, member).isEmpty())
            continue;
        Record row = m_records.create(SegmentMember::entity);
        row.set(SegmentMember::segment, segment.id());
        row.set(SegmentMember::member, member);
        records.append(row);
        ++added;
    }
    return records.isEmpty() ? Result<Saved>(Saved()) : m_records.saveAll(records, QStringLiteral("bulk_edit"));
}

Result<Saved> Segments::remove(const Record &segment, const QList<RecordRef> &members, int &removed)
{
    QList<RecordRef> rows;
    removed = 0;
    for (const RecordRef &member : members) {
        const QList<Record> found = memberships(segment, member);
        removed += found.isEmpty() ? 0 : 1;
        for (const Record &row : found)
            rows.append(row.ref());
    }
    return rows.isEmpty() ? Result<Saved>(Saved()) : m_records.remove(rows);
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
