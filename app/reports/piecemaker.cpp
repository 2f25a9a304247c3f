// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/piecemaker.h"

namespace guanxi::app {

namespace {

constexpr size_t WindowRows = 25;

} // namespace

RowReading::RowReading(Records &records, const storage::Query &query, QObject *context)
    : m_records(records), m_entity(query.entity), m_rows(std::make_shared<std::optional<Result<Records::Rows>>>())
{
    records.find(query, context, [rows = m_rows](const Result<Records::Rows> &found) { rows->emplace(found); });
}

Result<std::optional<QList<model::Record>>> RowReading::next()
{
    using Some = std::optional<QList<model::Record>>;
    if (!m_rows->has_value())
        return Some();
    const Result<Records::Rows> &rows = **m_rows;
    if (!rows)
        return rows.error();
    const size_t count = std::min(WindowRows, rows->size() - m_at);
    if (count == 0)
        return Some(QList<model::Record>());
    Result<QList<model::Record>> some = m_records.window(m_entity, std::span(*rows).subspan(m_at, count));
    if (!some)
        return some.error();
    m_at += count;
    return Some(*std::move(some));
}

} // namespace guanxi::app
