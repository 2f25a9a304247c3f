// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/gathering.h"

namespace guanxi::app {

using storage::Tally;

namespace {

constexpr int SoonMs = 200;

} // namespace

storage::Query over(model::EntityId entity, const QList<model::Filter> &filters)
{
    QList<model::Filter> parts;
    for (const model::Filter &filter : filters)
        if (!filter.isEmpty())
            parts.append(filter);
    storage::Query query;
    query.entity = entity;
    query.filter = parts.size() == 1 ? parts.first() : model::Filter::all(parts);
    return query;
}

Gathering::Gathering(Records &records, QSet<model::EntityId> about, std::function<void()> questions, QObject *parent)
    : QObject(parent), m_records(records), m_about(std::move(about)), m_questions(std::move(questions))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &Gathering::begin);
    connect(&m_records, &Records::changed, this, &Gathering::onChanged);
    connect(&m_records, &Records::rightsChanged, this, &Gathering::begin);
}

void Gathering::begin()
{
    if (m_waiting > 0) {
        m_again = true;
        return;
    }
    // Answers may come at once: the round ends when all are asked.
    m_waiting = 1;
    m_questions();
    endOne();
}

void Gathering::ask(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums, Take take)
{
    ++m_waiting;
    m_records.tally(query, by, sums, this, [this, take = std::move(take)](const Result<QList<Tally>> &tallies) {
        if (!tallies)
            Q_EMIT failed(tallies.error());
        for (const Tally &tally : tallies ? *tallies : QList<Tally>())
            take(tally);
        endOne();
    });
}

void Gathering::endOne()
{
    if (--m_waiting > 0)
        return;
    Q_EMIT gathered();
    if (std::exchange(m_again, false))
        begin();
}

void Gathering::onChanged(const QSet<model::RecordRef> &changed)
{
    if (changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [this](const model::RecordRef &ref) { return m_about.contains(ref.entity); }))
        m_soon.start();
}

} // namespace guanxi::app
