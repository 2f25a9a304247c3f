// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/drawing.h"
#include "app/reports/paper/pagesprintout.h"
#include "common/model/value.h"
#include "app/widgets/tableextract.h"

class QWidget;

namespace guanxi::app {

class DraftStore;
class Records;

/// What a view puts on paper: a heading, a line about what is shown, a drawing, tables, totals.
struct ViewPaper {
    QString heading;
    QString about;
    Drawing drawing{};
    QList<TableExtract> tables{};
    QString totals{};
    model::EntityId entity = 0;    ///< of whose records it tells; 0: of several
    model::RecordRef record{};     ///< of which one it tells
};

/// What is noted of it when it leaves the program.
Departure departureOf(const ViewPaper &paper);

/// Divided into pages as they are asked for. The tables' cells are read until then. At the foot stands who printed it, and when.
std::shared_ptr<Pages> pagesOf(const ViewPaper &paper, const QPageLayout &layout, const Records &records);

/// Kept in the store under the name of the printout: "chart/funnel".
PaperMemory paperMemory(DraftStore &store, const QString &printout);

/// Shows the pages before they are printed or saved, which is noted at the server; `make` is asked anew for each paper that is chosen.
/// Without `mayExport` nothing is saved.
void previewPaper(QWidget *parent, Records &records, QPageLayout::Orientation orientation, const std::function<ViewPaper()> &make, bool mayExport,
                  const PaperMemory &memory = {});

} // namespace guanxi::app
