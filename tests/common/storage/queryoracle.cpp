// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryoracle.h"

namespace guanxi::storage::test {

using namespace guanxi::model;

namespace {

/// -1, 0, 1; empty before everything, texts by their UTF-8.
int compare(const Value &a, const Value &b)
{
    if (a.isNull() || b.isNull())
        return int(b.isNull()) - int(a.isNull());
    if (const QString *text = a.get<QString>()) {
        const QByteArray left = text->toUtf8(), right = b.text().toUtf8();
        return left < right ? -1 : left > right ? 1 : 0;
    }
    return a.number() < b.number() ? -1 : a.number() > b.number() ? 1 : 0;
}

bool isEmpty(const Value &value)
{
    if (const QString *text = value.get<QString>())
        return text->isEmpty();
    if (const QStringList *tags = value.get<QStringList>())
        return tags->isEmpty();
    return value.isNull();
}

} // namespace

bool QueryOracle::inSubtree(const Uuid &id, const Uuid &root) const
{
    Uuid at = id;
    for (int depth = 0; depth < 20 && !at.isNull(); ++depth) {
        if (at == root)
            return true;
        at = others.value(at).value(parentField).id();
    }
    return false;
}

bool QueryOracle::fieldPasses(const Filter &filter, const Value &value, const Query &query) const
{
    using enum Filter::Kind;
    const Value wanted = filter.values.value(0);
    switch (filter.kind) {
    case Is: return value == wanted;
    case IsNot: return value != wanted;
    case Empty: return isEmpty(value);
    case NotEmpty: return !isEmpty(value);
    default: break;
    }
    if (value.isNull())
        return false;
    switch (filter.kind) {
    case Less: return compare(value, wanted) < 0;
    case LessOrEqual: return compare(value, wanted) <= 0;
    case Greater: return compare(value, wanted) > 0;
    case GreaterOrEqual: return compare(value, wanted) >= 0;
    case Between: return compare(value, wanted) >= 0 && compare(value, filter.values.at(1)) <= 0;
    case Contains:
        if (value.is<QByteArray>())
            return idsOf(value).contains(wanted.id());
        if (value.is<QStringList>())
            return value.as<QStringList>().contains(wanted.text());
        return value.text().toLower().contains(wanted.text().toLower());
    case StartsWith: return value.text().toLower().startsWith(wanted.text().toLower());
    case In: return filter.values.contains(value);
    case InSubtree: return inSubtree(value.id(), wanted.id());
    case Mine: return value.is<QByteArray>() ? idsOf(value).contains(query.me) : value.id() == query.me;
    case MyDepartment: return inSubtree(value.id(), query.department);
    case LastDays: {
        const bool isDate = value.number() < 1'000'000;
        const qint64 now = isDate ? query.today : query.now;
        return value.number() <= now && value.number() > now - wanted.number() * (isDate ? 1 : 86'400'000);
    }
    default: return false;
    }
}

bool QueryOracle::passes(const Filter &filter, const Record &record, const Query &query) const
{
    const auto child = [&](const Filter &part) { return passes(part, record, query); };
    switch (filter.kind) {
    case Filter::Kind::And: return std::all_of(filter.children.begin(), filter.children.end(), child);
    case Filter::Kind::Or: return std::any_of(filter.children.begin(), filter.children.end(), child);
    case Filter::Kind::Among: return idsOf(filter.values.value(0)).contains(record.id());
    case Filter::Kind::Not: return !child(filter.children.first());
    case Filter::Kind::Related: {
        const auto other = others.constFind(record.value(filter.field).id());
        return other != others.constEnd() && !other->isDeleted() && passes(filter.children.first(), *other, query);
    }
    case Filter::Kind::Referred: {
        const EntityId entity = EntityId(filter.values.at(0).number());
        const FieldId field = FieldId(filter.values.at(1).number());
        const auto names = [&](const Record &row) {
            const Value &value = row.value(field);
            const bool named = value.is<RecordRef>() ? value.as<RecordRef>() == record.ref() : value.id() == record.id();
            return row.entity().id == entity && !row.isDeleted() && named && (filter.children.isEmpty() || passes(filter.children.first(), row, query));
        };
        return std::any_of(referring.begin(), referring.end(), names);
    }
    default: return fieldPasses(filter, record.value(filter.field), query);
    }
}

std::vector<const StoredRecord *> QueryOracle::matching(const Query &query) const
{
    std::vector<const StoredRecord *> found;
    for (const StoredRecord &row : m_rows)
        if (shows(query.deleted, row.record.isDeleted()) && passes(query.filter, row.record, query))
            found.push_back(&row);
    return found;
}

std::vector<qint64> QueryOracle::rids(const Query &query) const
{
    std::vector<const StoredRecord *> found = matching(query);
    std::sort(found.begin(), found.end(), [&](const StoredRecord *a, const StoredRecord *b) {
        for (const Sort &sort : query.sort)
            if (const int order = compare(a->record.value(sort.field), b->record.value(sort.field)); order != 0)
                return sort.descending ? order > 0 : order < 0;
        const bool backwards = !query.sort.isEmpty() && query.sort.last().descending;
        return backwards ? a->rid > b->rid : a->rid < b->rid;
    });
    std::vector<qint64> rids;
    for (const StoredRecord *row : found)
        rids.push_back(row->rid);
    if (query.limit > 0 && rids.size() > size_t(query.limit))
        rids.resize(size_t(query.limit));
    return rids;
}

} // namespace guanxi::storage::test
