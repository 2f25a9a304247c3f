// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tableextract.h"

namespace guanxi::app {

class RecordListModel;

/// Columns and rows of a list as they stand there: logical column numbers in visual order, and all rows or some.
struct ListExtract {
    RecordListModel &model;
    QList<int> columns;
    QList<int> widths; ///< of the columns
    QList<int> rows;   ///< empty with `all`
    bool all = true;

    int rowCount() const;
    int row(int at) const { return all ? at : rows[at]; }
};

/// For paper, files and the clipboard. The list's model outlives it.
TableExtract tableOf(const ListExtract &extract);

} // namespace guanxi::app
