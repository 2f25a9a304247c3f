// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/drawing.h"
#include "app/reports/paper/pagesprintout.h"
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
};

/// Divided into pages as they are asked for. The tables' cells are read until then. At the foot stands who printed it, and when.
std::shared_ptr<Pages> pagesOf(const ViewPaper &paper, const QPageLayout &layout, const Records &records);

/// Kept in the store under the name of the printout: "chart/funnel".
PaperMemory paperMemory(DraftStore &store, const QString &printout);

/// Shows the pages before they are printed or saved; `make` is asked anew for each paper that is chosen. Without `mayExport` nothing is saved.
void previewPaper(QWidget *parent, const Records &records, QPageLayout::Orientation orientation, const std::function<ViewPaper()> &make, bool mayExport,
                  const PaperMemory &memory = {});

} // namespace guanxi::app
