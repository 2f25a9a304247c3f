// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/surroundings.h"

namespace guanxi::app {

using namespace model;

rules::Surroundings surroundingsOf(const Records &records)
{
    rules::Surroundings around([&records](const RecordRef &ref) {
        const Result<Record> record = records.load(ref);
        return record ? *record : Record();
    });
    around.rows = [&records](EntityId entity, FieldId field, const RecordRef &target) {
        storage::Query query;
        query.entity = entity;
        const bool any = records.catalogue().at(entity).field(field)->type == FieldType::AnyReference;
        query.filter = storage::Filter::is(field, any ? Value(target) : Value(target.id));
        const Result<QList<Record>> rows = records.findNow(query);
        return rows ? *rows : QList<Record>();
    };
    return around;
}

} // namespace guanxi::app
