// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/quality/tidyplan.h"

#include "app/widgets/editable.h"
#include "common/rules/quality.h"

#include <QElapsedTimer>

namespace guanxi::app {

using model::FieldId;
using model::Record;

namespace {

constexpr qint64 StepMs = 8;

bool isTidy(const model::Field &field, const Record &record) { return rules::tidied(field, record.value(field.id)) == record.value(field.id); }

} // namespace

TidyPlan::TidyPlan(Records &records, model::EntityId entity, const std::map<FieldId, QSet<Uuid>> &untidy, QObject *parent)
    : QObject(parent), m_records(records), m_entity(records.catalogue().at(entity)), m_untidy(untidy)
{
    QSet<Uuid> all;
    for (const auto &[field, ids] : untidy)
        all.unite(ids);
    m_left = all.values();
    std::sort(m_left.begin(), m_left.end());
    connect(&m_timer, &QTimer::timeout, this, &TidyPlan::step);
    m_timer.start(0);
}

void TidyPlan::step()
{
    QElapsedTimer time;
    time.start();
    while (!m_left.isEmpty() && time.elapsed() < StepMs)
        look(m_left.takeLast());
    if (!m_left.isEmpty())
        return;
    m_timer.stop();
    m_ready = true;
    Q_EMIT ready();
}

void TidyPlan::look(const Uuid &id)
{
    const Result<Record> record = m_records.load({m_entity.id, id});
    if (!record || record->isDeleted())
        return;
    for (const auto &[fieldId, ids] : m_untidy) {
        const model::Field *field = m_entity.field(fieldId);
        if (!field || !ids.contains(record->id()) || isTidy(*field, *record))
            continue;
        if (isEditable(m_records, *record, *field))
            m_values[fieldId].append(record->id());
        else
            ++m_forbidden;
    }
}

BulkChange TidyPlan::change(const QSet<FieldId> &fields) const
{
    BulkChange change;
    change.action = QStringLiteral("tidy");
    QSet<Uuid> all;
    for (const auto &[field, ids] : m_values)
        if (fields.contains(field))
            all.unite(QSet<Uuid>(ids.begin(), ids.end()));
    for (const Uuid &id : all)
        change.records.append({m_entity.id, id});
    change.change = [this, fields](Record &record) {
        for (const FieldId id : fields)
            if (const model::Field *field = m_entity.field(id); field && isEditable(m_records, record, *field))
                record.setValue(id, rules::tidied(*field, record.value(id)));
    };
    return change;
}

} // namespace guanxi::app
