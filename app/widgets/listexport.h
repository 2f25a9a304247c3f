// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QList>

#include <functional>

class QIODevice;
class QMimeData;
class QPrinter;

namespace guanxi::app {

class RecordListModel;

/// Asked now and then with the rows done; answers false to stop.
using Progress = std::function<bool(int done)>;

/// Columns and rows of the table as they stand there: logical column numbers in visual order, and all rows or some.
struct ListExtract {
    RecordListModel &model;
    QList<int> columns;
    QList<int> rows; ///< empty with `all`
    bool all = true;

    int rowCount() const;
    int row(int at) const { return all ? at : rows[at]; }
};

/// RFC 4180 with a byte order mark, so that Excel reads Chinese. Numbers and dates are written so that it calculates.
Result<void> writeCsv(QIODevice &device, const ListExtract &extract, const Progress &progress);

/// Tab separated text and an HTML table, for spreadsheets and mails. The caller owns it.
QMimeData *tableMime(const ListExtract &extract);

/// Paints the table page by page: heading, filter in words, columns scaled to the paper, page numbers.
void printList(QPrinter &printer, const ListExtract &extract, const QList<int> &widths, const QString &heading,
               const QString &subtitle, const Progress &progress);

} // namespace guanxi::app
