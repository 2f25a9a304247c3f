// SPDX-License-Identifier: GPL-3.0-or-later
// What the writers write is what the readers read; other programs read it too.
#include "app/tables/csvwriter.h"
#include "app/tables/xlsxwriter.h"
#include "tests/app/tables/writtenfile.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <zip.h>

#include <csignal>
#include <sys/resource.h>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::test;
using namespace Qt::StringLiterals;

namespace {

TableCell text(const QString &words) { return {CellKind::Text, words}; }

TableSheet sheetOf(const QString &name, const QStringList &columns)
{
    TableSheet sheet{name, name.toLower(), {}};
    for (const QString &column : columns)
        sheet.columns.append({column, column.toLower()});
    return sheet;
}

/// Writes one table and leaves it in place.
Result<void> writeTable(TableWriter &writer, const TableSheet &sheet, const QList<QList<TableCell>> &lines)
{
    GUANXI_TRY(writer.begin({sheet}));
    for (const QList<TableCell> &line : lines)
        GUANXI_TRY(writer.write(0, line));
    GUANXI_TRY(writer.end());
    return writer.putInPlace();
}

QList<QStringList> cellsIn(const QString &path, int sheet = 0)
{
    const auto reader = TableReader::open(path);
    INFO((reader ? QString() : faultOf(reader.error())).toStdString());
    REQUIRE(reader.ok());
    REQUIRE((*reader)->choose(sheet).ok());
    QList<QStringList> cells;
    for (;;) {
        const auto line = (*reader)->next();
        REQUIRE(line.ok());
        if (!*line)
            return cells;
        cells.append((*line)->cells);
    }
}

/// A part of a zip file.
QByteArray partOf(const QString &path, const QString &part)
{
    zip *archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY, nullptr);
    REQUIRE(archive);
    zip_stat_t stat;
    REQUIRE(zip_stat(archive, part.toUtf8().constData(), 0, &stat) == 0);
    QByteArray bytes(qsizetype(stat.size), '\0');
    zip_file_t *file = zip_fopen(archive, part.toUtf8().constData(), 0);
    REQUIRE(zip_fread(file, bytes.data(), stat.size) == zip_int64_t(stat.size));
    zip_fclose(file);
    zip_discard(archive);
    return bytes;
}

struct Folder {
    QTemporaryDir folder;
    QString path(const QString &name) const { return folder.filePath(name); }
    /// Nothing but what was put there is left.
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};

const QStringList Awkward{u"=1+1"_s, u"+86 21"_s, u"-"_s, u"@x"_s, u"'=1"_s, u"'quoted"_s, u"007"_s, u"a,b;c\"d\""_s, u"line\nline"_s, u"_x0041_ <&>"_s, u"中文𠮷"_s};

} // namespace

TEST_CASE("every format gives back the texts that were written, whatever they look like")
{
    const TableFormat format = GENERATE(TableFormat::Xlsx, TableFormat::Csv, TableFormat::Xml);
    const Folder folder;
    const QString path = folder.path(u"table"_s);
    const auto writer = TableWriter::create(format, path);
    QList<TableCell> line;
    for (const QString &cell : Awkward)
        line.append(text(cell));
    QStringList heads;
    for (qsizetype at = 0; at < Awkward.size(); ++at)
        heads.append(u"Head%1"_s.arg(at));
    REQUIRE(writeTable(*writer, sheetOf(u"Texts"_s, heads), {line}).ok());
    QList<QStringList> cells = cellsIn(path);
    REQUIRE(cells.size() == 2);
    CHECK(cells[0] == heads);
    // An import takes the apostrophes off again, of a CSV only.
    if (format == TableFormat::Csv) {
        CHECK(cells[1][0] == u"'=1+1"_s);
        std::transform(cells[1].begin(), cells[1].end(), cells[1].begin(), plainCell);
    }
    CHECK(cells[1] == Awkward);
    CHECK(folder.files() == QStringList{u"table"_s});
}

TEST_CASE("numbers, percentages and dates calculate in a spreadsheet; what it cannot hold exactly stays a text")
{
    const Folder folder;
    const QString path = folder.path(u"table.xlsx"_s);
    XlsxWriter writer(path);
    const QList<TableCell> line{{CellKind::Number, u"-1234.5"_s}, {CellKind::Percent, u"12.5"_s}, {CellKind::Date, u"2026-03-31"_s}, {CellKind::DateTime, u"2026-03-31 14:05"_s},
                                {CellKind::DateTime, u"2026-03-31 14:05:09"_s}, {CellKind::Number, u"922337203685477.5807"_s}, {CellKind::Date, u"1850-01-01"_s}};
    REQUIRE(writeTable(writer, sheetOf(u"a/b:c"_s, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}), {line}).ok());
    CHECK(cellsIn(path)[1] == QStringList{u"-1234.5"_s, u"12.5%"_s, u"2026-03-31"_s, u"2026-03-31 14:05"_s, u"2026-03-31 14:05:09"_s, u"922337203685477.5807"_s, u"1850-01-01"_s});
    const QByteArray sheet = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    CHECK(sheet.contains("<v>-1234.5</v>"));
    CHECK(sheet.contains("<v>0.125</v>"));
    CHECK(sheet.contains("state=\"frozen\""));
    CHECK(partOf(path, u"xl/styles.xml"_s).contains("<b/>"));
}

TEST_CASE("more lines than a sheet takes go on in further sheets, each with the heads")
{
    const Folder folder;
    const QString path = folder.path(u"table.xlsx"_s);
    XlsxWriter writer(path, 3);
    QList<QList<TableCell>> lines;
    for (int line = 0; line < 5; ++line)
        lines.append({text(QString::number(line))});
    REQUIRE(writeTable(writer, sheetOf(u"A very long name of a sheet with many words"_s, {u"Head"_s}), lines).ok());
    CHECK((*TableReader::open(path))->sheets() == QStringList{u"A very long name of a sheet wit"_s, u"A very long name of a sheet (2)"_s, u"A very long name of a sheet (3)"_s});
    CHECK(cellsIn(path, 0) == QList<QStringList>{{u"Head"_s}, {u"0"_s}, {u"1"_s}});
    CHECK(cellsIn(path, 2) == QList<QStringList>{{u"Head"_s}, {u"4"_s}});
}

TEST_CASE("a text that is too long for a spreadsheet is told with its column, and leaves no file")
{
    const Folder folder;
    XlsxWriter writer(folder.path(u"table.xlsx"_s));
    const Result<void> written = writeTable(writer, sheetOf(u"S"_s, {u"Remark"_s}), {{text(QString(40'000, u'x'))}});
    REQUIRE_FALSE(written.ok());
    CHECK(written.error() == Error{ErrorCode::TooLong, {u"Remark"_s, u"32767"_s}});
}

TEST_CASE("related tables become sheets, files of an archive, or stand inside their records")
{
    const Folder folder;
    const TableFormat format = GENERATE(TableFormat::Xlsx, TableFormat::Csv, TableFormat::Xml);
    const QString path = folder.path(u"table"_s);
    const auto writer = TableWriter::create(format, path);
    REQUIRE(writer->begin({sheetOf(u"Firms"_s, {u"Name"_s}), sheetOf(u"People"_s, {u"Name"_s, u"Firm"_s}), sheetOf(u"Calls"_s, {u"At"_s})}).ok());
    for (const QString &firm : {u"A"_s, u"B"_s}) {
        REQUIRE(writer->write(0, {text(firm)}).ok());
        REQUIRE(writer->write(1, {text(u"Li"_s), text(firm)}).ok());
        REQUIRE(writer->write(1, {text(u"Wu"_s), text(firm)}).ok());
        REQUIRE(writer->write(2, {text(firm + u" called"_s)}).ok());
    }
    REQUIRE(writer->end().ok());
    REQUIRE(writer->putInPlace().ok());
    if (format == TableFormat::Csv) {
        CHECK(partOf(path, u"Firms.csv"_s) == "\xEF\xBB\xBFName\r\nA\r\nB\r\n");
        CHECK(partOf(path, u"People.csv"_s).endsWith("Li,B\r\nWu,B\r\n"));
        return;
    }
    CHECK((*TableReader::open(path))->sheets() == QStringList{u"Firms"_s, u"People"_s, u"Calls"_s});
    CHECK(cellsIn(path, 0) == QList<QStringList>{{u"Name"_s}, {u"A"_s}, {u"B"_s}});
    CHECK(cellsIn(path, 1) == QList<QStringList>{{u"Name"_s, u"Firm"_s}, {u"Li"_s, u"A"_s}, {u"Wu"_s, u"A"_s}, {u"Li"_s, u"B"_s}, {u"Wu"_s, u"B"_s}});
    CHECK(cellsIn(path, 2) == QList<QStringList>{{u"At"_s}, {u"A called"_s}, {u"B called"_s}});
}

TEST_CASE("a table in GB18030 has every character of Unicode")
{
    const Folder folder;
    const QString path = folder.path(u"table.csv"_s);
    CsvWriter writer(path, "gb18030");
    REQUIRE(writeTable(writer, sheetOf(u"S"_s, {u"名称"_s}), {{text(u"宝钢𠮷€"_s)}}).ok());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == encoded(u"名称\r\n宝钢𠮷€\r\n"_s, "gb18030"));
    CHECK(cellsIn(path)[1] == QStringList{u"宝钢𠮷€"_s});
}

TEST_CASE("a character that an encoding lacks is told instead of being lost")
{
    const Folder folder;
    CsvWriter writer(folder.path(u"table.csv"_s), "gb2312");
    const Result<void> written = writeTable(writer, sheetOf(u"S"_s, {u"Name"_s}), {{text(u"𠮷"_s)}});
    REQUIRE_FALSE(written.ok());
    CHECK(written.error() == Error{ErrorCode::BadText, {u"Name"_s}});
}

TEST_CASE("what is not finished leaves nothing, and what stood there before stays")
{
    const TableFormat format = GENERATE(TableFormat::Xlsx, TableFormat::Csv, TableFormat::Xml, TableFormat::VCard);
    const bool several = GENERATE(false, true);
    const Folder folder;
    const QString path = folder.path(u"table"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("before");
    file.close();
    {
        const auto writer = TableWriter::create(format, path);
        QList<TableSheet> sheets{sheetOf(u"A"_s, {u"Name"_s})};
        if (several)
            sheets.append(sheetOf(u"B"_s, {u"Name"_s}));
        REQUIRE(writer->begin(sheets).ok());
        REQUIRE(writer->write(0, {text(u"x"_s)}).ok());
        if (GENERATE(false, true))
            REQUIRE(writer->end().ok());
    }
    CHECK(folder.files() == QStringList{u"table"_s});
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "before");
}

TEST_CASE("a folder that is not there, or a disk that takes no more, is told and leaves no file")
{
    const TableFormat format = GENERATE(TableFormat::Xlsx, TableFormat::Csv, TableFormat::Xml, TableFormat::VCard);
    const Folder folder;
    const TableSheet sheet = sheetOf(u"S"_s, {u"Name"_s});
    {
        const auto writer = TableWriter::create(format, folder.path(u"missing/table"_s));
        CHECK_FALSE(writeTable(*writer, sheet, {}).ok());
    }
    rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    const auto old = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{64 * 1024, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &little);
    QList<QList<TableCell>> lines;
    for (int line = 0; line < 20'000; ++line)
        lines.append({text(u"Line %1 %2"_s.arg(line).arg(qHash(line)))});
    {
        const auto writer = TableWriter::create(format, folder.path(u"table"_s));
        CHECK_FALSE(writeTable(*writer, sheet, lines).ok());
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, old);
    CHECK(folder.files().isEmpty());
}

TEST_CASE("address cards are read back with all that a card holds")
{
    const Folder folder;
    const QString path = folder.path(u"cards.vcf"_s);
    const auto writer = TableWriter::create(TableFormat::VCard, path);
    const QString remark = u"Long, with; marks\\ and\nlines "_s + QString(60, u'长');
    REQUIRE(writeTable(*writer, sheetOf(u"People"_s, {u"name"_s, u"account"_s, u"mobile"_s, u"email"_s, u"address"_s, u"birthday"_s, u"remark"_s, u"other"_s}),
                       {{text(u"王小明"_s), text(u"宝钢; 上海"_s), text(u"13812345678"_s), text(u"x@y.cn"_s), text(u"上海市, 1号"_s), {CellKind::Date, u"1980-02-03"_s}, text(remark), text(u"lost"_s)}})
                .ok());
    const QList<QStringList> cells = cellsIn(path);
    REQUIRE(cells.size() == 2);
    CHECK(cells[1] == QStringList{u"王小明"_s, u"宝钢; 上海"_s, {}, u"13812345678"_s, {}, u"x@y.cn"_s, u"上海市, 1号"_s, {}, u"1980-02-03"_s, remark});
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    for (const QByteArray &line : file.readAll().split('\n'))
        CHECK(line.size() <= 76);
}

TEST_CASE("XML that would fill the memory, is of another kind, or broken, is refused")
{
    const QByteArray head = "<guanxi version=\"1\"><table name=\"a\" label=\"A\"><field name=\"f\" label=\"F\"/></table>";
    const auto fault = [](const QByteArray &bytes) {
        const auto cells = WrittenFile(bytes).cells();
        return cells ? QString() : faultOf(cells.error());
    };
    CHECK(fault("<?xml version=\"1.0\"?><!DOCTYPE g [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><guanxi>&b;</guanxi>").startsWith(u"broken"_s));
    CHECK(fault("<?xml version=\"1.0\"?><html/>") == u"no_table"_s);
    CHECK(fault(head + "<records table=\"a\"><record><value field=\"f\">x").startsWith(u"broken"_s));
    CHECK(fault(head + QByteArray("<x>").repeated(20)).startsWith(u"broken"_s));
    CHECK(fault(head + "<records table=\"a\"><record><value field=\"f\">" + QByteArray(300'000, 'x') + "</value></record></records></guanxi>").startsWith(u"cell_too_large"_s));
    CHECK(fault(head + "<records table=\"a\"><record><value field=\"f\">" + QByteArray(3'000'000, 'x')).startsWith(u"cell_too_large"_s));
    QByteArray wide = "<guanxi><table name=\"a\" label=\"A\">";
    for (int field = 0; field < 1'100; ++field)
        wide += "<field name=\"f\" label=\"F\"/>";
    CHECK(fault(wide + "</table></guanxi>").startsWith(u"too_many_columns"_s));
    const auto cells = WrittenFile(head + "<records table=\"a\"><record><value field=\"g\">no</value><value field=\"f\">yes</value></record></records></guanxi>").cells();
    REQUIRE(cells.ok());
    CHECK(*cells == QList<QStringList>{{u"F"_s}, {u"yes"_s}});
}
