// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tables/writtenfile.h"

#include "common/base/random.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::test;

namespace {

using Table = QList<QStringList>;

Table read(const QByteArray &bytes, const TextFormat &format = {})
{
    const Result<Table> cells = WrittenFile(bytes).cells(format);
    INFO((cells ? QString() : faultOf(cells.error())).toStdString());
    REQUIRE(cells.ok());
    return *cells;
}

QString faultIn(const QByteArray &bytes, const TextFormat &format = {})
{
    const Result<Table> cells = WrittenFile(bytes).cells(format);
    return cells ? QString() : faultOf(cells.error());
}

/// As a careful program writes it.
QByteArray written(const Table &table, char separator)
{
    QStringList lines;
    for (const QStringList &row : table) {
        QStringList cells;
        for (QString cell : row)
            cells.append(u'"' + cell.replace(u'"', QLatin1StringView("\"\"")) + u'"');
        lines.append(cells.join(QLatin1Char(separator)));
    }
    return lines.join(QLatin1StringView("\r\n")).toUtf8();
}

} // namespace

TEST_CASE("cells are separated by what makes the same number of columns of each line")
{
    const Table table{{QStringLiteral("名称"), QStringLiteral("电话")}, {QStringLiteral("宝钢, 上海"), QStringLiteral("021-1")}};
    const char separator = GENERATE(',', ';', '\t', '|');
    CHECK(read(written(table, separator)) == table);
}

TEST_CASE("the encoding is seen from the whole file, by its mark or its bytes")
{
    const QString text = QString(400'000, u'a') + QStringLiteral("\r\n上海𠮷,ß\r\n");
    const char *encoding = GENERATE("UTF-8", "gb18030", "UTF-16", "UTF-16LE");
    // Without a mark UTF-16 has zero bytes, which no text has.
    if (qstrcmp(encoding, "UTF-16LE") == 0)
        CHECK(faultIn(encoded(text, encoding)) == QLatin1String("no_table"));
    else
        CHECK(faultIn(encoded(text, encoding)) == QLatin1String("cell_too_large 1"));
    const Table table = read(encoded(text.sliced(200'000), encoding), {qstrcmp(encoding, "UTF-16LE") == 0 ? encoding : "", {}});
    CHECK(table.last() == QStringList{QStringLiteral("上海𠮷"), QStringLiteral("ß")});
}

TEST_CASE("a character that is cut between two pieces of the file is whole")
{
    for (int before = 262'136; before <= 262'146; ++before) {
        QByteArray bytes = "a,b\n";
        while (bytes.size() + 20 < before)
            bytes += "0123456789,12345\n";
        bytes += QByteArray(before - bytes.size(), 'x') + encoded(QStringLiteral("𠮷汉字\n尾\n"), GENERATE("gb18030", "UTF-8"));
        const Table table = read(bytes);
        REQUIRE(table.last() == QStringList{QStringLiteral("尾")});
        REQUIRE(table[table.size() - 2].last().endsWith(QStringLiteral("𠮷汉字")));
    }
}

TEST_CASE("what is wrong with a text is said with its place")
{
    CHECK(faultIn("") == QLatin1String("empty"));
    CHECK(faultIn("a,b\n1,\"2\n3,4\n") == QLatin1String("quote 2"));
    CHECK(faultIn(QByteArray("a\0b", 3)) == QLatin1String("no_table"));
    CHECK(faultIn("a,b\n1,\xff\xff\xff\n").toStdString() == "encoding 7");
    CHECK(faultIn("a\n\xc3\n", {"UTF-8", {}}).startsWith(QLatin1String("encoding")));
    CHECK(faultIn("a,b", {"no-such-encoding", {}}) == QLatin1String("encoding no-such-encoding"));
    CHECK(faultIn("a\n" + QByteArray(1001, ',')) == QLatin1String("too_many_columns 2"));
    CHECK(faultIn("a\n\"" + QByteArray(300'000, 'x') + "\"") == QLatin1String("cell_too_large 2"));
}

TEST_CASE("line ends, marks of order, blank lines and missing cells are as people find them in the file")
{
    CHECK(read("\xEF\xBB\xBFsep=;\r\na;b,c\r\n") == Table{{QStringLiteral("a"), QStringLiteral("b,c")}});
    CHECK(read("a,b\r1,2\r") == Table{{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("1"), QStringLiteral("2")}});
    CHECK(read("a,b\n1,") == Table{{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("1"), QString(QLatin1String(""))}});
    CHECK(read("a,b\n\"x\"y,2\"3\"\n") == Table{{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("xy"), QStringLiteral("2\"3\"")}});
    const auto lines = WrittenFile("a\n\n\"x\ny\"\n , \nz\n").lines();
    REQUIRE(lines.ok());
    REQUIRE(lines->size() == 3);
    CHECK(lines->at(1).number == 3);
    CHECK(lines->at(1).cells == QStringList{QStringLiteral("x\ny")});
    CHECK(lines->at(2).number == 6);
}

TEST_CASE("whatever the cells hold, and wherever a piece of the file ends, they come back")
{
    SeededRandom random(23);
    const QStringList words{QStringLiteral("\""), QStringLiteral(","), QStringLiteral("\n"), QStringLiteral("\r\n"), QStringLiteral("汉"), QStringLiteral("𠮷"), QStringLiteral("x"), QStringLiteral(" ")};
    for (int round = 0; round < 20; ++round) {
        Table table{{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}};
        for (int row = 0; row < 2'000; ++row) {
            QStringList cells{QStringLiteral("k"), QString(), QString()};
            for (int i = 0; i < 12; ++i)
                cells[1 + int(random.below(2))] += words[qsizetype(random.below(quint64(words.size())))];
            table.append(cells);
        }
        const Table again = read(written(table, ','));
        REQUIRE(again.size() == table.size());
        for (qsizetype row = 0; row < table.size(); ++row)
            REQUIRE(again[row] == table[row]);
    }
}

TEST_CASE("a table can be read from its top once more")
{
    const WrittenFile file("a;b\n1;2\n");
    const auto reader = TableReader::open(file.path());
    REQUIRE(reader.ok());
    REQUIRE((*reader)->next().ok());
    REQUIRE((*reader)->choose(0).ok());
    CHECK((*reader)->next().value()->cells == QStringList{QStringLiteral("a"), QStringLiteral("b")});
    CHECK((*reader)->textFormat() == TextFormat{"UTF-8", u';'});
    CHECK((*reader)->sheets().size() == 1);
    CHECK((*reader)->format() == QLatin1String("CSV"));
}
