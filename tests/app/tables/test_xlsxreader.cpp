// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tables/writtenfile.h"

#include "app/tables/celltext.h"

#include <catch2/catch_test_macros.hpp>
#include <xlsxwriter.h>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::test;

namespace {

using Parts = QList<std::pair<QString, QByteArray>>;

const QByteArray Relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                             "<Relationship Id='r1' Type='worksheet' Target='worksheets/sheet1.xml'/></Relationships>";
const QByteArray Workbook = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                            " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>";

/// A spreadsheet with this sheet, as no spreadsheet program would write it.
Parts partsOf(const QByteArray &rows)
{
    return {{QStringLiteral("xl/_rels/workbook.xml.rels"), Relations}, {QStringLiteral("xl/workbook.xml"), Workbook},
            {QStringLiteral("xl/worksheets/sheet1.xml"), "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

QString faultIn(const Parts &parts)
{
    const auto cells = WrittenFile(parts).cells();
    return cells ? QString() : faultOf(cells.error());
}

/// A file made by a program that many use.
struct Spreadsheet {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("book.xlsx"));
    lxw_workbook *book = workbook_new(path.toUtf8().constData());
    lxw_worksheet *sheet = workbook_add_worksheet(book, "客户");

    QList<QStringList> cells()
    {
        REQUIRE(workbook_close(book) == LXW_NO_ERROR);
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto read = WrittenFile(file.readAll()).cells();
        INFO((read ? QString() : faultOf(read.error())).toStdString());
        REQUIRE(read.ok());
        return *read;
    }
};

} // namespace

TEST_CASE("texts, numbers, dates and results of formulas are read as people would type them")
{
    Spreadsheet made;
    lxw_format *day = workbook_add_format(made.book);
    format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"");
    lxw_format *moment = workbook_add_format(made.book);
    format_set_num_format(moment, "yyyy-mm-dd hh:mm");
    lxw_format *clock = workbook_add_format(made.book);
    format_set_num_format(clock, "[h]:mm:ss");
    lxw_format *money = workbook_add_format(made.book);
    format_set_num_format(money, "#,##0.00 [Red]");
    worksheet_write_string(made.sheet, 0, 0, "名称", nullptr);
    worksheet_write_string(made.sheet, 0, 2, "上海 <&> \"宝钢\"\n二行", nullptr);
    worksheet_write_number(made.sheet, 1, 0, 13812345678.0, nullptr);
    worksheet_write_number(made.sheet, 1, 1, 0.1 + 0.2, money);
    worksheet_write_number(made.sheet, 1, 2, 1e15, nullptr);
    worksheet_write_number(made.sheet, 1, 3, -0.000001234, nullptr);
    lxw_datetime noon{2026, 3, 31, 14, 5, 0};
    worksheet_write_datetime(made.sheet, 2, 0, &noon, moment);
    lxw_datetime date{2026, 2, 28, 0, 0, 0};
    worksheet_write_datetime(made.sheet, 2, 1, &date, day);
    worksheet_write_number(made.sheet, 2, 2, 0.5, clock);
    worksheet_write_formula_num(made.sheet, 4, 0, "=1+1", nullptr, 2);
    worksheet_write_formula_str(made.sheet, 4, 1, "=\"a\"&\"b\"", nullptr, "ab");
    worksheet_write_boolean(made.sheet, 4, 2, 1, nullptr);
    worksheet_write_blank(made.sheet, 4, 9, day);
    CHECK(made.cells()
          == QList<QStringList>{{QStringLiteral("名称"), QString(), QStringLiteral("上海 <&> \"宝钢\"\n二行")},
                                {QStringLiteral("13812345678"), QStringLiteral("0.3"), QStringLiteral("1000000000000000"), QStringLiteral("-0.000001234")},
                                {QStringLiteral("2026-03-31 14:05"), QStringLiteral("2026-02-28"), QStringLiteral("12:00")},
                                {QStringLiteral("2"), QStringLiteral("ab"), QStringLiteral("TRUE")}});
}

TEST_CASE("each sheet can be chosen, and lines have the numbers that people see")
{
    Spreadsheet made;
    worksheet_write_string(made.sheet, 3, 0, "first", nullptr);
    worksheet_write_string(workbook_add_worksheet(made.book, "联系人"), 7, 0, "second", nullptr);
    REQUIRE(workbook_close(made.book) == LXW_NO_ERROR);
    const auto reader = TableReader::open(made.path);
    REQUIRE(reader.ok());
    CHECK((*reader)->format() == QLatin1String("XLSX"));
    CHECK((*reader)->sheets() == QStringList{QStringLiteral("客户"), QStringLiteral("联系人")});
    CHECK((*reader)->next().value()->number == 4);
    REQUIRE((*reader)->choose(1).ok());
    const auto line = (*reader)->next().value();
    CHECK(line->number == 8);
    CHECK(line->cells == QStringList{QStringLiteral("second")});
    CHECK_FALSE((*reader)->next().value().has_value());
    CHECK((*reader)->done() == 1);
}

TEST_CASE("texts inside a cell may be in pieces, without how they are pronounced")
{
    const auto cells = WrittenFile(partsOf("<row><c t='inlineStr'><is><r><rPr><b/></rPr><t>上</t></r><r><t>海</t></r><rPh><t>shang</t></rPh></is></c>"
                                           "<c r='C1' t='str'><f>x</f><v>y</v></c></row>")).cells();
    REQUIRE(cells.ok());
    CHECK(*cells == QList<QStringList>{{QStringLiteral("上海"), QString(), QStringLiteral("y")}});
}

TEST_CASE("a spreadsheet that is not what it says changes nothing and is told with its place")
{
    CHECK(faultIn(partsOf("<row r='5'><c r='B5'><f>SUM(A1:A4)</f></c></row>")) == QLatin1String("formula B5"));
    CHECK(faultIn(partsOf("<row><c r='A1' t='s'><v>7</v></c></row>")) == QLatin1String("broken A1"));
    CHECK(faultIn(partsOf("<row><c r='ZZZ1'><v>7</v></c></row>")) == QLatin1String("too_many_columns ZZZ1"));
    CHECK(faultIn(partsOf("<row><c></row>")).startsWith(QLatin1String("broken")));
    CHECK(faultIn(partsOf("<row r='3'><c><v>1</v></c></row><row r='3'><c><v>2</v></c></row>")) == QLatin1String("broken 3"));
    CHECK(faultIn({{QStringLiteral("word/document.xml"), "<x/>"}}) == QLatin1String("no_table"));
    CHECK(faultIn({{QStringLiteral("xl/workbook.xml"), Workbook}}) == QLatin1String("broken xl/_rels/workbook.xml.rels"));
    CHECK(faultIn(partsOf("<row><c t='str'><v>" + QByteArray(2'000'000, 'x') + "</v></c></row>")) == QLatin1String("cell_too_large"));
    Parts laughs = partsOf({});
    laughs[2].second = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>";
    CHECK(faultIn(laughs).startsWith(QLatin1String("broken")));
    CHECK(faultOf(WrittenFile("PK\x03\x04 cut off").cells().error()) == QLatin1String("broken"));
}

TEST_CASE("a small file that unpacks to more than any table is refused before it takes the memory")
{
    const QByteArray row = "<row><c><v>1</v></c></row>";
    CHECK(faultIn(partsOf(row.repeated(int((100 << 20) / row.size())))) == QLatin1String("unpacks_too_large"));
}

TEST_CASE("files of before 2007 and files with a password are told apart")
{
    const QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    CHECK(faultOf(WrittenFile(compound + QByteArray(5000, 'x')).cells().error()) == QLatin1String("old_format"));
    const QString name = QStringLiteral("EncryptedPackage");
    const QByteArray there = compound + QByteArray((1 << 20) - 20, 'x') + QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    CHECK(faultOf(WrittenFile(there).cells().error()) == QLatin1String("protected"));
}

TEST_CASE("days are counted as the spreadsheet counts them, with the 29 February 1900 that never was")
{
    CHECK(celltext::dateTime(1, false, false) == QLatin1String("1900-01-01"));
    CHECK(celltext::dateTime(59, false, false) == QLatin1String("1900-02-28"));
    CHECK(celltext::dateTime(61, false, false) == QLatin1String("1900-03-01"));
    CHECK(celltext::dateTime(46'112, false, false) == QLatin1String("2026-03-31"));
    CHECK(celltext::dateTime(44'650, true, false) == QLatin1String("2026-03-31"));
    CHECK(celltext::dateTime(46'112.999'999, false, false) == QLatin1String("2026-03-31 23:59:59"));
    CHECK(celltext::dateTime(1e300, false, false).size() > 100);
    CHECK(celltext::isDate(14, {}));
    CHECK(celltext::isDate(31, {}));
    CHECK(celltext::isTime(20, {}));
    CHECK_FALSE(celltext::isDate(0, {}));
    CHECK_FALSE(celltext::isDate(164, QStringLiteral("#,##0.00 \"dm\"")));
    CHECK(celltext::isDate(165, QStringLiteral("mmmm")));
}
