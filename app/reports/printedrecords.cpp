// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/printedrecords.h"

namespace guanxi::app {

namespace {

constexpr size_t WindowRows = 25;

} // namespace

Departure PrintedRecords::departure(const QString &view, const QString &format) const
{
    Departure departure;
    departure.view = view;
    departure.entity = entity;
    if (chosen.size() == 1)
        departure.record = chosen.first();
    departure.records = size();
    return departure.by(format);
}

Result<std::optional<model::Record>> PrintedWalk::next()
{
    using Found = std::optional<model::Record>;
    const Result<model::Record> record = load();
    if (!record && size() == 1)
        return record.error();
    if (record && m_records.may(model::Action::Print, *record))
        return Found(*record);
    ++m_leftOut;
    return Found();
}

Result<model::Record> PrintedWalk::load()
{
    const qint64 at = m_at++;
    if (!m_printed.chosen.isEmpty())
        return m_records.load(m_printed.chosen[at]);
    if (m_window.isEmpty()) {
        const auto rows = std::span(m_printed.rows).subspan(size_t(at));
        Result<QList<model::Record>> some = m_records.window(m_printed.entity, rows.first(std::min(WindowRows, rows.size())));
        if (!some)
            return some.error();
        m_window = *std::move(some);
    }
    return m_window.isEmpty() ? Result<model::Record>(ErrorCode::NotFound) : m_window.takeFirst();
}

} // namespace guanxi::app
