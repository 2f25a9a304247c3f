// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// Which records are printed: chosen ones, or rows of a list.
struct PrintedRecords {
    model::EntityId entity = 0;
    QList<model::RecordRef> chosen; ///< none: `rows`
    Records::Rows rows;

    qint64 size() const { return chosen.isEmpty() ? qint64(rows.size()) : qint64(chosen.size()); }
    /// What is noted when they leave the program in that format, called `view`.
    Departure departure(const QString &view, const QString &format) const;
};

/// Goes through them one by one, reading a window of rows at a time. Those that are gone, or that the right Print does not reach, are left
/// out and counted.
class PrintedWalk
{
public:
    PrintedWalk(Records &records, PrintedRecords printed) : m_records(records), m_printed(std::move(printed)) {}

    bool isAtEnd() const { return m_at >= m_printed.size(); }
    /// Nothing: it is left out. A single record that cannot be read is an error, so that somebody is told.
    Result<std::optional<model::Record>> next();
    qint64 size() const { return m_printed.size(); }
    qint64 leftOut() const { return m_leftOut; }

private:
    Result<model::Record> load();

    Records &m_records;
    PrintedRecords m_printed;
    QList<model::Record> m_window;
    qint64 m_at = 0;
    qint64 m_leftOut = 0;
};

} // namespace guanxi::app
