// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/pagesprintout.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

constexpr QPageSize::PageSizeId Papers[] = {QPageSize::A4, QPageSize::A3, QPageSize::A5, QPageSize::JisB5, QPageSize::Letter};
constexpr double Margins[] = {6, 12, 20}; // mm: narrow, usual, wide

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PagesPrintout)
};

} // namespace

PagesPrintout::PagesPrintout(const QString &title, QPageLayout::Orientation orientation, Make make, bool mayExport, PaperMemory memory)
    : m_title(title), m_isLandscape(orientation == QPageLayout::Landscape), m_make(std::move(make)), m_mayExport(mayExport), m_memory(std::move(memory))
{}

std::unique_ptr<PageSource> PagesPrintout::source()
{
    const double margin = Margins[m_margins];
    const QPageLayout layout(QPageSize(Papers[m_paper]), m_isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    return std::make_unique<OnePiece>(m_make(layout));
}

QList<Printout::Choice> PagesPrintout::choices() const
{
    Choice papers{QStringLiteral("paper"), Words::tr("Pa&per"), {}, {}, m_paper};
    for (const QPageSize::PageSizeId paper : Papers) {
        papers.options.append(paper == QPageSize::JisB5 ? QStringLiteral("B5") : QPageSize::key(paper));
        papers.codes.append(QPageSize::key(paper));
    }
    return {papers, {QStringLiteral("orientation"), Words::tr("&Orientation"), {Words::tr("Upright"), Words::tr("Across")}, {QStringLiteral("portrait"), QStringLiteral("landscape")}, m_isLandscape},
            {QStringLiteral("margins"), Words::tr("&Margins"), {Words::tr("Narrow"), Words::tr("Usual"), Words::tr("Wide")}, {QStringLiteral("narrow"), QStringLiteral("usual"), QStringLiteral("wide")}, m_margins}};
}

void PagesPrintout::choose(const QString &key, int option)
{
    if (key == QStringLiteral("paper"))
        m_paper = qBound(0, option, int(std::size(Papers)) - 1);
    else if (key == QStringLiteral("margins"))
        m_margins = qBound(0, option, int(std::size(Margins)) - 1);
    else
        m_isLandscape = option == 1;
}

void PagesPrintout::keep(const QJsonObject &choices)
{
    if (m_memory.keep)
        m_memory.keep(choices);
}

} // namespace guanxi::app
