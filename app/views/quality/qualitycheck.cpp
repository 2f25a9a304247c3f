// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/quality/qualitycheck.h"

namespace guanxi::app {

using model::Record;
using model::RecordRef;

namespace {

constexpr qsizetype MostAgain = 500; // looked at one by one after a change

void judge(const Record &record, const model::Rights &rights, QualityCheck::Found &found)
{
    const auto mayRead = [&](const model::Field &field) { return rights.fieldRight(record.entity(), field) >= model::FieldRight::Read; };
    for (const rules::FieldFlaw &flaw : rules::flawsOf(record, {}, mayRead))
        found[flaw].insert(record.id());
}

} // namespace

QualityCheck::QualityCheck(Records &records, QObject *parent) : QObject(parent), m_records(records)
{
    connect(&records, &Records::changed, this, &QualityCheck::onChanged);
    connect(&records, &Records::rightsChanged, this, [this] {
        if (m_entity != 0)
            start(m_entity);
    });
}

void QualityCheck::start(model::EntityId entity)
{
    ++m_round;
    m_entity = entity;
    m_running = true;
    m_again = false;
    m_at = 0;
    m_looked = 0;
    m_found.clear();
    m_changed.clear();
    lookOn();
}

const QSet<Uuid> &QualityCheck::records(const rules::FieldFlaw &flaw) const
{
    static const QSet<Uuid> none;
    const auto found = m_found.find(flaw);
    return found == m_found.end() ? none : found->second;
}

void QualityCheck::lookOn()
{
    // Only the thread that looks touches it until the answer comes.
    auto found = std::make_shared<Found>();
    const auto look = [found, rights = m_records.rights()](const Record &record) { judge(record, rights, *found); };
    m_records.look(m_entity, m_at, look, this, [this, found, round = m_round](const Result<Records::Looked> &looked) {
        if (round != m_round)
            return;
        if (!looked) {
            m_running = false;
            return Q_EMIT failed(looked.error());
        }
        take(*found);
        m_at = looked->last;
        m_looked += looked->count;
        Q_EMIT progressed();
        if (looked->more)
            lookOn();
        else
            finish();
    });
}

void QualityCheck::take(const Found &some)
{
    for (const auto &[flaw, ids] : some)
        m_found[flaw].unite(ids);
}

void QualityCheck::finish()
{
    m_running = false;
    if (m_again)
        return start(m_entity);
    lookAgain();
    Q_EMIT changed();
}

void QualityCheck::onChanged(const QSet<RecordRef> &records)
{
    if (m_entity == 0)
        return;
    bool any = records.isEmpty();
    m_again = m_again || records.isEmpty();
    for (const RecordRef &ref : records)
        if (ref.entity == m_entity) {
            m_changed.insert(ref.id);
            any = true;
        }
    m_again = m_again || m_changed.size() > MostAgain;
    if (!any || m_running)
        return;
    if (m_again)
        return start(m_entity);
    lookAgain();
    Q_EMIT changed();
}

void QualityCheck::lookAgain()
{
    for (const Uuid &id : std::exchange(m_changed, {})) {
        forget(id);
        if (const Result<Record> record = m_records.load({m_entity, id}); record && !record->isDeleted())
            judge(*record, m_records.rights(), m_found);
    }
}

void QualityCheck::forget(const Uuid &id)
{
    for (auto flaw = m_found.begin(); flaw != m_found.end();) {
        flaw->second.remove(id);
        flaw = flaw->second.isEmpty() ? m_found.erase(flaw) : std::next(flaw);
    }
}

} // namespace guanxi::app
