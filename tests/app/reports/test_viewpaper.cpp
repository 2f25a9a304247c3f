// SPDX-License-Identifier: GPL-3.0-or-later
// What views put on paper: lists with groups and totals, charts.
#include "app/reports/paper/printpreview.h"
#include "app/views/sales/funnelpicture.h"
#include "app/widgets/listgroups.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"
#include "app/widgets/tones.h"
#include "app/widgets/viewpaper.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/reports/papercompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QImage>
#include <QPainter>
#include <QPointer>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

const QPageLayout Across(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);

Drawing funnel()
{
    FunnelPicture picture;
    picture.setBands({{u"Potential"_s, u"12 · 3,400"_s, 12}, {u"Won"_s, u"3 · 900"_s, 3}});
    return draw(u"Funnel"_s, {400, 200}, [&](QPainter &painter) { picture.paintBands(painter, {400, 200}, paperPalette(), -1); });
}

} // namespace

TEST_CASE("a list is printed as it is shown, over pages with its heads, with groups and totals", "[viewpaper]")
{
    PaperCompany company;
    for (int made = 0; made < 120; ++made)
        company.addQuote(u"QT-%1;"_s.arg(made, 3, 10, QLatin1Char('0')), 1);
    RecordListView list(*company.records, Quote::entity);
    list.resize(1200, 700);
    activate(list);
    list.setGroup(Quote::status.id);
    list.reload();
    REQUIRE(tests::waitFor([&] { return list.model().rowCount() == 120 && list.groups().topLevelItemCount() > 1; }));
    const ReadPdf read(company.pdf(pagesOf(list.paper(), Across, *company.records)));
    REQUIRE(read.pages() >= 4);
    CHECK(read.texts.first().startsWith(u"Quotes"_s));
    CHECK(read.texts.first().contains(u"Approved120"_s)); // the group
    for (int page = 0; page < read.pages(); ++page)
        CHECK(read.texts[page].contains(u"Page%1of%2"_s.arg(page + 1).arg(read.pages())));
    for (int row = 0; row < 120; ++row) {
        INFO(row);
        CHECK(read.all().count(u"QT-%1;"_s.arg(row, 3, 10, QLatin1Char('0'))) == 1);
    }
    for (int page = 0; page < read.pages(); ++page)
        CHECK(read.texts[page].contains(u"Quotedate"_s));
    CHECK(read.texts.last().contains(u"120"_s));
    CHECK(read.all().contains(u"孙丽华"_s)); // who printed it
}

TEST_CASE("Ctrl+P shows a list's pages; the paper that is chosen is remembered with the list", "[viewpaper]")
{
    PaperCompany company;
    for (int made = 0; made < 90; ++made)
        company.addQuote(u"QT-%1"_s.arg(made), 1);
    RecordListView list(*company.records, Quote::entity);
    activate(list);
    list.reload();
    REQUIRE(tests::waitFor([&] { return list.model().rowCount() == 90; }));
    QTest::keyClick(&list.table(), Qt::Key_P, Qt::ControlModifier);
    const QPointer<PrintPreview> preview = list.findChild<PrintPreview *>();
    REQUIRE(preview);
    REQUIRE(tests::waitFor([&] { return !preview->isBusy(); }));
    const int across = preview->view().count();
    auto *paper = preview->findChild<QComboBox *>(u"paper"_s);
    REQUIRE(paper->currentText() == u"A4"_s);
    paper->setFocus();
    QTest::keyClick(paper, Qt::Key_Down);
    REQUIRE(tests::waitFor([&] { return !preview->isBusy(); }));
    CHECK(paper->currentText() == u"A3"_s);
    CHECK(preview->view().count() < across);
    QTest::keyClick(preview, Qt::Key_Escape);
    REQUIRE(tests::waitFor([&] { return !preview; }));

    RecordListView again(*company.records, Quote::entity);
    again.setState(list.state());
    activate(again);
    again.printShown();
    PrintPreview *next = again.findChild<PrintPreview *>();
    REQUIRE(next);
    CHECK(next->findChild<QComboBox *>(u"paper"_s)->currentText() == u"A3"_s);
}

TEST_CASE("a list that changes while it is printed is still printed whole", "[viewpaper]")
{
    PaperCompany company;
    for (int made = 0; made < 200; ++made)
        company.addQuote(u"QT-%1;"_s.arg(made, 3, 10, QLatin1Char('0')), 1);
    auto list = std::make_unique<RecordListView>(*company.records, Quote::entity);
    activate(*list);
    list->reload();
    REQUIRE(tests::waitFor([&] { return list->model().rowCount() == 200; }));
    list->printShown();
    QPointer<PrintPreview> preview = list->findChild<PrintPreview *>();
    REQUIRE(tests::waitFor([&] { return !preview->isBusy(); }));
    preview->saveTo(company.folder.filePath(u"list.pdf"_s));
    list->setFilter(storage::Filter::is(Quote::number.id, Value(u"QT-001;"_s)));
    REQUIRE(tests::waitFor([&] { return list->model().rowCount() == 1; }));
    REQUIRE(QTest::qWaitFor([&] { return !preview->isBusy(); }, 20'000));
    CHECK(ReadPdf(company.folder.filePath(u"list.pdf"_s)).pages() >= 1);
    // The list goes while it is printed.
    preview->saveTo(company.folder.filePath(u"gone.pdf"_s));
    list.reset();
    CHECK_FALSE(preview);
}

TEST_CASE("a chart is printed sharp, and saved as a picture in print resolution", "[viewpaper]")
{
    PaperCompany company;
    const ViewPaper paper{u"Sales funnel"_s, u"2026 · everybody"_s, funnel(), {}, {}};
    const QString path = company.pdf(pagesOf(paper, Across, *company.records));
    const ReadPdf read(path);
    CHECK(read.pages() == 1);
    QFile print(path);
    REQUIRE(print.open(QIODevice::ReadOnly));
    CHECK_FALSE(print.readAll().contains("/Subtype /Image")); // lines, not pixels
    for (const QString &text : {u"Salesfunnel"_s, u"2026·everybody"_s, u"孙丽华"_s, u"Potential"_s, u"12·3,400"_s})
        CHECK(read.all().contains(text));
    CHECK_FALSE(read.embedded.contains(false));

    const QString png = company.folder.filePath(u"chart.png"_s), svg = company.folder.filePath(u"chart.svg"_s);
    REQUIRE(saveDrawing(paper.drawing, png));
    REQUIRE(saveDrawing(paper.drawing, svg));
    const QImage image(png);
    CHECK(image.width() == 1250);
    CHECK(qRound(image.dotsPerMeterX() * 0.0254) == 300);
    QFile file(svg);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains("Potential"));
    CHECK_FALSE(saveDrawing(paper.drawing, u"/proc/chart.png"_s));
    // Legible without colours: dark words on light bands.
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    int darkest = 255, band = 0;
    for (int x = 0; x < grey.width(); ++x)
        for (int y = 0; y < grey.height(); ++y)
            darkest = qMin(darkest, qGray(grey.pixel(x, y)));
    band = qGray(grey.pixel(60, 150));
    CHECK(darkest < 90);
    CHECK(band > 180);
}

TEST_CASE("a picture of a chart says what it shows, for when and who made it", "[viewpaper]")
{
    PaperCompany company;
    const Drawing plain = funnel();
    const Drawing whole = captioned(plain, u"Sales funnel <2026>"_s, u"2026 · everybody"_s, u"Printed by 孙丽华"_s);
    const QString path = company.folder.filePath(u"chart.svg"_s);
    REQUIRE(saveDrawing(whole, path));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(file.readAll());
    for (const QString &text : {u"Sales funnel &lt;2026&gt;"_s, u"everybody"_s, u"孙丽华"_s, u"Potential"_s})
        CHECK(svg.contains(text));
    CHECK(whole.size.height() > plain.size.height());
    REQUIRE(saveDrawing(whole, company.folder.filePath(u"chart.png"_s)));
    CHECK_FALSE(QImage(company.folder.filePath(u"chart.png"_s)).isNull());
}

TEST_CASE("the paper that was chosen for a chart or a history is there again next time", "[viewpaper]")
{
    PaperCompany company;
    FakeDrafts drafts;
    const auto open = [&](QWidget &parent) {
        previewPaper(&parent, *company.records, QPageLayout::Landscape, [] { return ViewPaper{u"Sales funnel"_s, {}, funnel(), {}, {}}; }, true, paperMemory(drafts, u"chart/funnel"_s));
        return parent.findChild<PrintPreview *>();
    };
    QWidget first, second;
    PrintPreview *preview = open(first);
    REQUIRE(tests::waitFor([&] { return !preview->isBusy(); }));
    for (const QString &key : {u"paper"_s, u"orientation"_s, u"margins"_s}) {
        auto *box = preview->findChild<QComboBox *>(key);
        REQUIRE(box);
        box->setCurrentIndex(key == u"orientation"_s ? 0 : 2);
    }
    const QSizeF before = preview->printout().drawing().size;
    CHECK(before.height() > 200);
    preview = open(second);
    CHECK(preview->findChild<QComboBox *>(u"paper"_s)->currentText() == u"A5"_s);
    CHECK(preview->findChild<QComboBox *>(u"orientation"_s)->currentText() == u"Upright"_s);
    CHECK(preview->findChild<QComboBox *>(u"margins"_s)->currentText() == u"Wide"_s);
}
