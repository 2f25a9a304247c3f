// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/tablereader.h"
#include "tests/fuzz/readers.h"

#include <QTemporaryFile>

namespace guanxi::fuzz {

using app::TableReader;

namespace {

bool isTableFault(const Error &error) { return error.code == ErrorCode::FileUnreadable && error.args.size() == 3; }

/// How many there are, up to the first fault.
qint64 readLines(TableReader &reader)
{
    qint64 count = 0;
    qint64 above = -1; // address cards have heads that stand in no line
    while (true) {
        const auto line = reader.next();
        require(line.ok() || isTableFault(line.error()));
        if (!line.ok() || !line->has_value())
            return count;
        ++count;
        require((*line)->number > above);
        above = (*line)->number;
        require((*line)->cells.size() <= TableReader::MostColumns);
        for (const QString &cell : (*line)->cells)
            require(cell.size() <= TableReader::MostCellCharacters);
    }
}

} // namespace

void readTable(QByteArrayView bytes)
{
    QTemporaryFile file;
    require(file.open() && file.write(bytes.data(), bytes.size()) == bytes.size() && file.flush());
    const auto reader = TableReader::open(file.fileName());
    require(reader.ok() || isTableFault(reader.error()));
    if (!reader.ok())
        return;
    const auto readSheet = [&](int sheet) {
        const auto chosen = (*reader)->choose(sheet);
        require(chosen.ok() || isTableFault(chosen.error()));
        return chosen.ok() ? readLines(**reader) : -1;
    };
    QList<qint64> counts;
    for (int sheet = 0; sheet < int((*reader)->sheets().size()); ++sheet)
        counts.append(readSheet(sheet));
    // An import goes through them twice, and what it showed is what it takes.
    for (int sheet = int(counts.size()) - 1; sheet >= 0; --sheet)
        require(readSheet(sheet) == counts[sheet]);
}

} // namespace guanxi::fuzz
