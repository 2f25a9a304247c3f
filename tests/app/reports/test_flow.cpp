// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/flow.h"
#include "app/reports/paper/paperdevice.h"
#include "app/reports/paper/tableblock.h"
#include "tests/app/reports/papercompany.h"

#include <catch2/catch_test_macros.hpp>

#include <QImage>

using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

/// Of numbered rows, with their sum carried from page to page.
PaperTable numbers(int rows, bool carried = true)
{
    PaperTable table;
    table.columns = {{.heading = u"Name"_s, .share = 3}, {.heading = u"Number"_s, .share = 1, .alignment = Qt::AlignRight, .shrinks = true}};
    table.rows = rows;
    table.cell = [](int row, int column) { return column == 0 ? u"row-%1;"_s.arg(row) : QString::number(row); };
    if (carried)
        table.carry = PaperTable::Carry{1, u"carried"_s, u"brought"_s, [](int upTo) { return u"S%1;"_s.arg(upTo * (upTo - 1) / 2); }};
    table.feet = {{u"total"_s, u"T%1;"_s.arg(rows * (rows - 1) / 2), 1, true}};
    return table;
}

std::shared_ptr<Flow> flowOf(PaperTable table, BlockList before = {})
{
    before.push_back(std::make_shared<TableBlock>(std::move(table)));
    PageFrame frame;
    frame.title = u"numbers"_s;
    frame.runningHead = u"head"_s;
    frame.footRight = u"{page}/{pages};"_s;
    auto flow = std::make_shared<Flow>(frame, std::move(before));
    REQUIRE(flow->proceed(QDeadlineTimer(QDeadlineTimer::Forever)));
    return flow;
}

QImage painted(const Pages &pages, int page)
{
    QImage image(600, 850, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(painter, pages, page, 1);
    return image;
}

} // namespace

TEST_CASE("a table of 1,000 rows goes over pages with its heads, its sub-totals and every row once", "[paper]")
{
    PaperCompany company;
    const ReadPdf read(company.pdf(flowOf(numbers(1'000))));
    REQUIRE(read.pages() > 10);
    int next = 0;
    for (int page = 0; page < read.pages(); ++page) {
        const QString &text = read.texts[page];
        INFO(page << ' ' << text.toStdString());
        CHECK(text.contains(u"NameNumber"_s));
        CHECK(text.contains(u"%1/%2;"_s.arg(page + 1).arg(read.pages())));
        CHECK(text.contains(u"head"_s) == (page > 0));
        if (page > 0)
            CHECK(text.contains(u"broughtS%1;"_s.arg(next * (next - 1) / 2)));
        for (; text.contains(u"row-%1;"_s.arg(next)); ++next) {
        }
        const bool isLast = page + 1 == read.pages();
        CHECK(text.contains(u"carriedS%1;"_s.arg(next * (next - 1) / 2)) == !isLast);
        CHECK(text.contains(u"totalT499500;"_s) == isLast);
    }
    CHECK(next == 1'000);
}

TEST_CASE("what stands beneath a table is never alone on a page", "[paper]")
{
    PaperCompany company;
    // With every number of rows around the end of the first page.
    for (int rows = 30; rows < 60; ++rows) {
        const ReadPdf read(company.pdf(flowOf(numbers(rows, false))));
        CHECK(read.texts.last().contains(u"row-%1;"_s.arg(rows - 1)));
        CHECK(read.texts.last().contains(u"total"_s));
    }
}

TEST_CASE("a row is never cut: what does not fit whole begins the next page", "[paper]")
{
    PaperTable table = numbers(40, false);
    table.cell = [](int row, int column) { return column == 0 ? u"begin-%1; "_s.arg(row) + QStringList(12, u"some words that wrap"_s).join(u' ') + u" end-%1;"_s.arg(row) : QString(); };
    PaperCompany company;
    const ReadPdf read(company.pdf(flowOf(std::move(table))));
    REQUIRE(read.pages() > 1);
    for (int row = 0; row < 40; ++row)
        for (const QString &text : read.texts)
            CHECK(text.contains(u"begin-%1;"_s.arg(row)) == text.contains(u"end-%1;"_s.arg(row)));
}

TEST_CASE("a heading goes to the page of what it is about", "[paper]")
{
    PaperCompany company;
    for (int lines = 40; lines < 60; ++lines) {
        const BlockList blocks{std::make_shared<TextBlock>(QStringList(lines, u"x"_s).join(u'\n'), TextStyle{.points = 10}),
                               std::make_shared<TextBlock>(u"heading;"_s, TextStyle{.points = 12, .isBold = true}, true)};
        const ReadPdf read(company.pdf(flowOf(numbers(3, false), blocks)));
        for (const QString &text : read.texts)
            if (text.contains(u"heading;"_s))
                CHECK(text.contains(u"row-0;"_s));
    }
}

TEST_CASE("a name of 200 characters wraps within its column, an amount that is too wide becomes smaller", "[paper]")
{
    const QString name = QString(200, u'长');
    const double width = 120;
    const PaperText wrapped(name, {.points = 9}, width);
    CHECK(wrapped.lines() >= 200 / int(width / 9 + 1));
    CHECK(wrapped.lines() > 10);
    const TextStyle amount = TextStyle{.points = 9, .alignment = Qt::AlignRight}.oneLine();
    const PaperText shrunk(u"123,456,789,012,345.67"_s, amount, 60);
    CHECK(shrunk.lines() == 1);
    CHECK(shrunk.height() < PaperText::lineHeight({.points = 9}));
    // It stays within its box: nothing is painted beside it.
    QImage image(200, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    shrunk.paint(painter, {70, 10});
    painter.end();
    for (int y = 0; y < image.height(); ++y)
        for (const int x : {60, 65, 68, 133, 140, 150})
            CHECK(image.pixelColor(x, y) == QColor(Qt::white));
    // What could not be read any more wraps instead.
    CHECK(PaperText(QString(300, u'9'), amount, 40).lines() > 1);
}

TEST_CASE("merged heads stand over their columns", "[paper]")
{
    PaperTable table = numbers(2, false);
    table.columns = {{.heading = u"Region"_s}, {.heading = u"Plan"_s, .groups = {u"First quarter"_s}}, {.heading = u"Done"_s, .groups = {u"First quarter"_s}}};
    table.cell = [](int row, int column) { return QString::number(row * 10 + column); };
    PaperCompany company;
    const QString text = ReadPdf(company.pdf(flowOf(table))).all();
    CHECK(text.count(u"Firstquarter"_s) == 1);
    CHECK(text.contains(u"Plan"_s));
}

TEST_CASE("pages that were taken for a thread look like those on the screen, whatever becomes of the data", "[paper]")
{
    auto rows = std::make_shared<QStringList>();
    for (int row = 0; row < 200; ++row)
        rows->append(u"row-%1;"_s.arg(row));
    PaperTable table = numbers(200);
    table.cell = [rows](int row, int column) { return column == 0 ? rows->at(row) : QString::number(row); };
    const auto flow = flowOf(table);
    REQUIRE(flow->count() > 3);
    const QImage before = painted(*flow, 2);
    const auto taken = flow->detached(2, 3);
    for (QString &row : *rows)
        row = u"changed"_s;
    CHECK(taken->count() == 1);
    CHECK(painted(*taken, 0) == before);
    CHECK(painted(*flow, 2) != before);
}

TEST_CASE("long content is divided in steps", "[paper]")
{
    PageFrame frame;
    PaperTable table = numbers(20'000);
    Flow flow(frame, {std::make_shared<TableBlock>(table)});
    int steps = 1;
    while (!flow.proceed(QDeadlineTimer(2)))
        ++steps;
    CHECK(steps > 3);
    CHECK(flow.count() > 300);
}
