// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QList>
#include <QStringList>

#include <functional>

class QIODevice;
class QMimeData;
class QWidget;

namespace guanxi::app {

class Records;
struct Departure;

/// Asked now and then with the rows done; answers false to stop.
using Progress = std::function<bool(int done)>;

/// A table as it stands on the screen, for paper, files and the clipboard.
struct TableExtract {
    struct Column {
        QString heading;
        int width = 1; ///< its share of the paper
        bool rightAligned = false;
    };
    using Cell = std::function<QString(int row, int column)>;

    QList<Column> columns;
    int rows = 0;
    Cell shown;                        ///< in words
    Cell plain;                        ///< numbers and dates so that a spreadsheet calculates
    bool wraps = false;                ///< on paper a long cell takes several lines instead of being cut off
    std::function<bool(int row)> bold; ///< on paper; none: no row
};

/// RFC 4180 with a byte order mark, so that Excel reads Chinese. False when it was stopped.
Result<bool> writeCsv(QIODevice &device, const TableExtract &table, const Progress &progress = {});

/// Tab separated text and an HTML table, for spreadsheets and mails. The caller owns it.
QMimeData *tableMime(const TableExtract &table);

/// Asks for a file and writes a table into it: all of it and noted at the server, or nothing. It is proposed to call it like the view it
/// comes from. Answers its path; empty when none was chosen, or the writing stopped.
Result<QString> exportTable(QWidget *parent, Records &records, const Departure &departure, const std::function<Result<bool>(QIODevice &)> &write);

} // namespace guanxi::app
