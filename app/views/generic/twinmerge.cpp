// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/twinmerge.h"

#include "app/widgets/editable.h"
#include "app/widgets/relations.h"

namespace guanxi::app {

using namespace model;

namespace {

constexpr int MostMoved = 400;

bool pointsAt(const Value &value, const Field &field, const RecordRef &ref)
{
    return field.type == FieldType::AnyReference ? value.as<RecordRef>() == ref : field.isReference() && value.id() == ref.id;
}

} // namespace

Record filledFrom(const Records &records, Record record, const QList<FieldChange> &fields)
{
    for (const FieldChange &field : fields) {
        const Field *declared = record.entity().field(field.field);
        if (declared && record.value(field.field).isNull() && isEditable(records, record, *declared))
            record.setValue(field.field, field.value);
    }
    return record;
}

bool TwinMerge::isPossible() const
{
    return m_twin.isValid() && m_kept.isValid() && !m_twin.isDeleted() && !m_kept.isDeleted() && m_records.may(Action::Delete, m_twin)
           && m_records.may(Action::Edit, m_kept) && moved();
}

std::optional<QList<Record>> TwinMerge::moved() const
{
    QList<Record> moved;
    for (const Relation &relation : relationsOf(m_records, m_twin.entity().id)) {
        storage::Query query;
        query.entity = relation.entity->id;
        query.filter = relation.filter(m_twin.ref());
        query.limit = MostMoved + 1;
        const Result<QList<Record>> found = m_records.findNow(query);
        if (!found || found->size() + moved.size() > MostMoved)
            return std::nullopt;
        for (Record record : *found) {
            for (const Field *field : relation.fields)
                if (pointsAt(record.value(field->id), *field, m_twin.ref())) {
                    if (!isEditable(m_records, record, *field))
                        return std::nullopt;
                    record.setValue(field->id, field->type == FieldType::AnyReference ? Value(m_kept.ref()) : Value(m_kept.id()));
                }
            moved.append(record);
        }
    }
    return moved;
}

QList<Record> TwinMerge::records() const
{
    QList<Record> records = moved().value_or(QList<Record>());
    // The deletion first: what must be unique passes to the kept one.
    Record twin = m_twin;
    twin.setDeleted(true);
    records.append(twin);
    records.append(filledFrom(m_records, m_kept, insertionOf(m_twin).fields));
    return records;
}

} // namespace guanxi::app
