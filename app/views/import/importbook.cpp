// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importbook.h"

namespace guanxi::app {

ImportBook::ImportBook(const Records &records, const QList<Part> &parts) : m_names(records, *parts.first().entity)
{
    m_lines.reserve(size_t(parts.size()));
    for (const Part &part : parts) {
        ImportLines &lines = m_lines.emplace_back(records, *part.entity, *part.reader, part.plan);
        if (parts.size() > 1 && m_lines.size() == 1)
            lines.teach(&m_names);
        else if (parts.size() > 1)
            lines.ask(m_names);
    }
}

Result<bool> ImportBook::prepare()
{
    const Result<bool> prepared = m_lines[m_prepared].prepare();
    if (!prepared || !*prepared)
        return prepared;
    return ++m_prepared == m_lines.size();
}

Result<void> ImportBook::begin()
{
    m_at = 0;
    m_ahead.reset();
    for (ImportLines &lines : m_lines)
        GUANXI_TRY(lines.begin());
    return {};
}

Result<std::optional<ImportBook::Line>> ImportBook::next()
{
    for (;; ++m_at) {
        Result<std::optional<ImportLine>> line = m_lines[m_at].next();
        if (!line)
            return line.error();
        if (*line)
            return std::optional(Line{int(m_at), std::move(**line)});
        if (isLast())
            return std::optional<Line>();
    }
}

bool ImportBook::isApart()
{
    if (m_ahead || isLast())
        return false;
    m_ahead = m_lines[m_at].records();
    if (!m_ahead->ok() || (*m_ahead)->has_value())
        return false;
    m_ahead.reset();
    ++m_at;
    return true;
}

Result<std::optional<BulkSource::Piece>> ImportBook::records()
{
    if (m_ahead)
        return *std::exchange(m_ahead, std::nullopt);
    for (;; ++m_at) {
        Result<std::optional<BulkSource::Piece>> records = m_lines[m_at].records();
        if (!records || records->has_value() || isLast())
            return records;
    }
}

double ImportBook::done() const { return (double(m_at) + m_lines[m_at].done()) / double(m_lines.size()); }

} // namespace guanxi::app
