// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/viewpaper.h"

#include "app/data/draftstore.h"
#include "app/data/records.h"
#include "app/reports/paper/flow.h"
#include "app/reports/paper/printpreview.h"
#include "app/reports/paper/tableblock.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/ids.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace guanxi::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ListPrint)
};

constexpr double HeadingPoints = 14, AboutPoints = 8, CellPoints = 8;
constexpr double DrawingShare = 0.62; // of the page's height

PaperTable tableOf(const TableExtract &extract)
{
    PaperTable table;
    for (const TableExtract::Column &column : extract.columns)
        table.columns.append({.heading = column.heading, .share = double(column.width), .alignment = column.rightAligned ? Qt::AlignRight : Qt::AlignLeft, .shrinks = column.rightAligned});
    table.rows = extract.rows;
    table.cell = extract.shown;
    table.wraps = extract.wraps;
    table.bold = extract.bold;
    table.points = CellPoints;
    return table;
}

QString madeBy(const Records &records)
{
    const QString when = Words::tr("Printed %1").arg(dateTimeText(QDateTime::currentMSecsSinceEpoch()));
    const QString who = records.title({model::ids::User, records.me()});
    return who.isEmpty() ? when : when + QStringLiteral(" · ") + who;
}

} // namespace

Departure departureOf(const ViewPaper &paper)
{
    Departure departure;
    departure.view = paper.heading;
    departure.filter = paper.about;
    departure.entity = paper.entity;
    departure.record = paper.record;
    for (const TableExtract &table : paper.tables)
        departure.records += table.rows;
    return departure;
}

PaperMemory paperMemory(DraftStore &store, const QString &printout)
{
    const QString key = QStringLiteral("print/") + printout;
    return {[&store, key] { return QJsonDocument::fromJson(store.get(key)).object(); },
            [&store, key](const QJsonObject &chosen) { store.put(key, QJsonDocument(chosen).toJson(QJsonDocument::Compact)); }};
}

std::shared_ptr<Pages> pagesOf(const ViewPaper &paper, const QPageLayout &layout, const Records &records)
{
    PageFrame frame;
    frame.title = paper.heading;
    frame.runningHead = paper.heading;
    frame.footLeft = madeBy(records);
    frame.footRight = Words::tr("Page %1 of %2").arg(QStringLiteral("{page}"), QStringLiteral("{pages}"));
    frame.layout = layout;
    BlockList blocks{std::make_shared<TextBlock>(paper.heading, TextStyle{.points = HeadingPoints, .isBold = true, .color = paper::Ink})};
    if (!paper.about.isEmpty())
        blocks.push_back(std::make_shared<TextBlock>(paper.about, TextStyle{.points = AboutPoints, .color = paper::Quiet}));
    blocks.push_back(std::make_shared<SpaceBlock>(6));
    if (!paper.drawing.isNull()) {
        blocks.push_back(std::make_shared<DrawingBlock>(paper.drawing, layout.paintRect(QPageLayout::Point).height() * (paper.tables.isEmpty() ? 0.85 : DrawingShare)));
        blocks.push_back(std::make_shared<SpaceBlock>(10));
    }
    for (const TableExtract &table : paper.tables) {
        blocks.push_back(std::make_shared<TableBlock>(tableOf(table)));
        blocks.push_back(std::make_shared<SpaceBlock>(10));
    }
    if (!paper.totals.isEmpty())
        blocks.push_back(std::make_shared<TextBlock>(paper.totals, TextStyle{.points = AboutPoints, .isBold = true, .alignment = Qt::AlignRight, .color = paper::Ink}));
    return std::make_shared<Flow>(frame, std::move(blocks));
}

void previewPaper(QWidget *parent, Records &records, QPageLayout::Orientation orientation, const std::function<ViewPaper()> &make, bool mayExport, const PaperMemory &memory)
{
    const ViewPaper first = make();
    auto printout = std::make_unique<PagesPrintout>(
        first.heading, orientation, [make, &records](const QPageLayout &layout) { return pagesOf(make(), layout, records); }, mayExport, memory);
    if (!first.drawing.isNull())
        printout->setDrawing(captioned(first.drawing, first.heading, first.about, madeBy(records)));
    printout->setNote([departure = departureOf(first), &records](const QString &format) { return records.note(departure.by(format)); });
    showPreview(parent, std::move(printout));
}

} // namespace guanxi::app
