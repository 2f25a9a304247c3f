// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/import/importlines.h"

#include <vector>

namespace guanxi::app {

/// Sheets of one file that are imported together: the first holds the records that those of the others belong to. Goes through them one
/// after the other as ImportLines through one.
class ImportBook
{
public:
    struct Part {
        const model::Entity *entity;
        TableReader *reader; ///< of this sheet alone
        ImportPlan plan;
    };
    ImportBook(const Records &records, const QList<Part> &parts);

    /// As ImportLines.
    Result<bool> prepare();
    Result<void> begin();
    struct Line {
        int part = 0;
        ImportLine line;
    };
    Result<std::optional<Line>> next();
    Result<std::optional<BulkSource::Piece>> records();
    /// True once before the records of each further sheet: they must find saved what they belong to.
    bool isApart();
    ImportLines &lines(int part) { return m_lines[size_t(part)]; }
    double done() const;

private:
    bool isLast() const { return m_at + 1 == m_lines.size(); }

    ImportNames m_names;
    std::vector<ImportLines> m_lines;
    size_t m_prepared = 0;
    size_t m_at = 0;
    std::optional<Result<std::optional<BulkSource::Piece>>> m_ahead; ///< read to find out whether the sheet is at its end
};

} // namespace guanxi::app
