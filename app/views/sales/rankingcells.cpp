// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RankingView that says what stands in its cells.
#include "app/views/sales/rankingview.h"

#include "app/views/sales/figurewords.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tableextract.h"
#include "common/base/decimal.h"

#include <QLocale>
#include <QTableWidget>

namespace guanxi::app {

using Figure = PerformanceLine::Figure;

namespace {

constexpr qint64 One = 10'000;

} // namespace

QString RankingView::figureName(Figure figure)
{
    switch (figure) {
    case Figure::Revenue: return tr("Revenue");
    case Figure::Orders: return tr("Orders");
    case Figure::Quantity: return tr("Quantity");
    case Figure::NewCustomers: return tr("New customers");
    case Figure::Provided: return tr("Provided");
    case Figure::Payments: return tr("Payments");
    case Figure::Won: return tr("Won");
    case Figure::Interactions: return tr("Interactions");
    case Figure::Visits: return tr("Visits");
    case Figure::Calls: return tr("Calls");
    case Figure::PlanItems: return tr("Plan items done");
    case Figure::Figures: break;
    }
    return {};
}

QString RankingView::heading(const Column &column) const
{
    switch (column.kind) {
    case Kind::Rank: return tr("Rank");
    case Kind::Name: return m_by->currentText();
    case Kind::Bar: return {};
    case Kind::Before: return tr("Period before");
    case Kind::Change: return tr("Change");
    case Kind::Target: return tr("Target");
    case Kind::Reached: return tr("Attainment");
    default: return figureName(column.figure);
    }
}

QString RankingView::tip(const Column &column) const
{
    switch (column.kind) {
    case Kind::Rank: return tr("In brackets: in the period before");
    case Kind::Bar: return tr("The bar is what was achieved, the mark is the target");
    case Kind::Target: return tr("A month without a target of its own has its part of the quarter or the year; a department without one has those of its people");
    case Kind::Measure:
    case Kind::Other: break;
    default: return {};
    }
    switch (column.figure) {
    case Figure::Revenue:
        return m_performance.by() == Performance::By::ProductCategory ? tr("Lines of orders that are reviewed or later, by order date, without tax")
                                                                     : tr("Orders that are reviewed or later, by order date, with tax");
    case Figure::Payments: return tr("Money received for orders and contracts of theirs, whoever recorded it");
    case Figure::NewCustomers: return tr("Customers whose first reviewed order lies in the period");
    case Figure::Provided: return tr("Opportunities that they brought in, whoever follows them up");
    case Figure::Won: return tr("Opportunities closed as won");
    case Figure::Visits: return tr("Interactions face to face");
    case Figure::Calls: return tr("Interactions by telephone");
    case Figure::PlanItems: return tr("Items of development plans that were carried out");
    default: return {};
    }
}

std::optional<qint64> RankingView::valueOf(const PerformanceLine &line, const Column &column) const
{
    const qint64 value = column.figure < Figure::Figures ? line.figures[column.figure] : 0;
    switch (column.kind) {
    case Kind::Rank: return line.rank > 0 ? std::optional<qint64>(line.rank) : std::nullopt;
    case Kind::Name:
    case Kind::Bar: break;
    case Kind::Before: return line.before;
    case Kind::Change: return line.before > 0 ? std::optional((value - line.before) * 100 * One / line.before) : std::nullopt;
    case Kind::Target: return line.target;
    case Kind::Reached: return line.target && *line.target > 0 ? std::optional<qint64>(qint64(double(value) * 100 * One / double(*line.target))) : std::nullopt;
    default: return value;
    }
    return std::nullopt;
}

QString RankingView::figureText(Figure figure, qint64 value) const
{
    return Performance::isAmount(figure) ? amountText(m_records, value) : numberText(value, decimal::MoneyScale, 0);
}

QString RankingView::cell(const PerformanceLine &line, const Column &column) const
{
    const std::optional<qint64> value = valueOf(line, column);
    const bool all = &line == &m_performance.total();
    switch (column.kind) {
    case Kind::Rank:
        return all || !value ? QString() : line.rankBefore > 0 ? tr("%1 (%2)").arg(line.rank).arg(line.rankBefore) : QString::number(line.rank);
    case Kind::Name: return all ? tr("Together") : line.id.isNull() ? tr("(none)") : m_performance.nameOf(line.id);
    case Kind::Change: return value ? (*value > 0 ? QStringLiteral("+") : QString()) + tr("%1 %").arg(QLocale().toString(double(*value) / One, 'f', 0)) : QString();
    case Kind::Reached: return value ? tr("%1 %").arg(QLocale().toString(double(*value) / One, 'f', 0)) : QString();
    case Kind::Bar: return {};
    default: return value && (*value != 0 || column.kind != Kind::Other) ? figureText(column.figure, *value) : QString();
    }
}

QString RankingView::plain(const PerformanceLine &line, const Column &column) const
{
    const std::optional<qint64> value = valueOf(line, column);
    switch (column.kind) {
    case Kind::Rank: return value ? QString::number(*value) : QString();
    case Kind::Name: return cell(line, column);
    default: return value ? plainAmount(*value) : QString();
    }
}

TableExtract RankingView::extract() const
{
    TableExtract table;
    QList<Column> columns;
    for (const Column &column : m_columns)
        if (column.kind != Kind::Bar) {
            columns.append(column);
            table.columns.append({heading(column), column.kind == Kind::Name ? 18 : column.kind == Kind::Rank ? 7 : 12, column.kind != Kind::Name});
        }
    table.rows = m_table->rowCount();
    table.shown = [this, columns](int row, int column) { return cell(lineAt(row), columns[column]); };
    table.plain = [this, columns](int row, int column) { return plain(lineAt(row), columns[column]); };
    table.bold = [this](int row) { return isTotal(row); };
    return table;
}

} // namespace guanxi::app
