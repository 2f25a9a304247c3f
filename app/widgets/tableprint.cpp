// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tableextract.h"

#include "app/widgets/fieldtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QPrinter>
#include <QTextOption>

namespace guanxi::app {

namespace {

constexpr double FooterHeight = 20;
constexpr double CellMargin = 3;

/// Lays a table out on the printer's pages, in points.
class TablePainter
{
    Q_DECLARE_TR_FUNCTIONS(ListPrint)

public:
    TablePainter(QPrinter &printer, const TableExtract &table) : m_printer(printer), m_table(table), m_painter(&printer)
    {
        const QRectF page = printer.pageRect(QPrinter::Point);
        const double scale = printer.pageRect(QPrinter::DevicePixel).width() / page.width();
        m_painter.scale(scale, scale);
        m_size = page.size();
        double total = 0;
        for (const TableExtract::Column &column : table.columns)
            total += column.width;
        for (const TableExtract::Column &column : table.columns)
            m_widths.append(total > 0 ? column.width * m_size.width() / total : 0);
    }

    void paint(const QString &heading, const QString &subtitle, const Progress &progress)
    {
        const double top = paintHeading(heading, subtitle);
        findPages(top);
        double y = paintColumns(top);
        for (int row = 0; row < m_table.rows; ++row) {
            if (m_page < m_firstRows.size() && row == m_firstRows[m_page]) {
                paintFooter();
                if ((progress && !progress(row)) || !m_printer.newPage())
                    return;
                ++m_page;
                y = paintColumns(0);
            }
            y += paintRow(row, y);
        }
        paintFooter();
    }

private:
    /// The painter is scaled so that one unit is one point: a font's pixels are points here.
    QFont fontOf(int points, QFont::Weight weight = QFont::Normal) const
    {
        QFont font = m_painter.font();
        font.setPixelSize(points);
        font.setWeight(weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    }
    QFont rowFont(int row) const { return fontOf(8, m_table.bold && m_table.bold(row) ? QFont::DemiBold : QFont::Normal); }

    double roomBelow(double top) const { return m_size.height() - top - m_rowHeight * 1.3 - FooterHeight; }

    /// With which row each page begins.
    void findPages(double top)
    {
        m_firstRows = {0};
        double left = roomBelow(top);
        for (int row = 0; row < m_table.rows; ++row) {
            const double height = heightOf(row);
            if (height > left && row > m_firstRows.last()) {
                m_firstRows.append(row);
                left = roomBelow(0);
            }
            left -= height;
        }
    }

    double heightOf(int row)
    {
        if (!m_table.wraps)
            return m_rowHeight;
        m_painter.setFont(rowFont(row));
        double height = 0;
        for (int column = 0; column < m_widths.size(); ++column) {
            const QRectF room(0, 0, m_widths[column] - 2 * CellMargin, m_size.height());
            height = qMax(height, m_painter.boundingRect(room, m_table.shown(row, column), wrapping(column)).height());
        }
        // What is longer than a page is cut off at its end.
        return qMin(qMax(height + m_rowHeight - QFontMetricsF(m_painter.font()).height(), m_rowHeight), roomBelow(0));
    }

    /// No full stop begins a line, and no web address leaves its column.
    QTextOption wrapping(int column) const
    {
        QTextOption option(alignment(column) | Qt::AlignTop);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        return option;
    }

    Qt::Alignment alignment(int column) const { return m_table.columns[column].rightAligned ? Qt::AlignRight : Qt::AlignLeft; }

    double paintHeading(const QString &heading, const QString &subtitle)
    {
        m_painter.setFont(fontOf(14, QFont::DemiBold));
        m_painter.setPen(Qt::black);
        m_painter.drawText(QRectF(0, 0, m_size.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, heading);
        if (subtitle.isEmpty())
            return 28;
        m_painter.setFont(fontOf(8));
        m_painter.drawText(QRectF(0, 22, m_size.width(), 12), Qt::AlignLeft | Qt::AlignVCenter, subtitle);
        return 42;
    }

    double paintColumns(double top)
    {
        m_painter.setFont(fontOf(8, QFont::DemiBold));
        m_painter.fillRect(QRectF(0, top, m_size.width(), m_rowHeight * 1.2), QColor(0xffeceff1));
        m_painter.setPen(Qt::black);
        double x = 0;
        for (int column = 0; column < m_widths.size(); ++column) {
            const QRectF area = QRectF(x, top, m_widths[column], m_rowHeight * 1.2).adjusted(CellMargin, 0, -CellMargin, 0);
            paintLine(area, column, m_table.columns[column].heading);
            x += m_widths[column];
        }
        return top + m_rowHeight * 1.3;
    }

    void paintLine(const QRectF &area, int column, const QString &text)
    {
        m_painter.drawText(area, int(alignment(column) | Qt::AlignVCenter) | Qt::TextSingleLine,
                           QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, area.width()));
    }

    double paintRow(int row, double y)
    {
        const double height = heightOf(row);
        m_painter.setFont(rowFont(row));
        if (row % 2 == 1)
            m_painter.fillRect(QRectF(0, y, m_size.width(), height), QColor(0xfff7f8f9));
        m_painter.setPen(Qt::black);
        const double above = m_table.wraps ? (m_rowHeight - QFontMetricsF(m_painter.font()).height()) / 2 : 0;
        double x = 0;
        for (int column = 0; column < m_widths.size(); ++column) {
            const QRectF area = QRectF(x, y, m_widths[column], height).adjusted(CellMargin, above, -CellMargin, 0);
            if (m_table.wraps)
                m_painter.drawText(area, m_table.shown(row, column), wrapping(column));
            else
                paintLine(area, column, m_table.shown(row, column));
            x += m_widths[column];
        }
        return height;
    }

    void paintFooter()
    {
        m_painter.setFont(fontOf(7));
        m_painter.setPen(QColor(0xff444444));
        const QRectF area(0, m_size.height() - 12, m_size.width(), 12);
        m_painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, tr("Printed %1").arg(dateTimeText(QDateTime::currentMSecsSinceEpoch())));
        m_painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, tr("Page %1 of %2").arg(m_page).arg(m_firstRows.size()));
    }

    QPrinter &m_printer;
    const TableExtract &m_table;
    QPainter m_painter;
    QSizeF m_size;
    QList<double> m_widths;
    QList<int> m_firstRows;
    double m_rowHeight = 14;
    int m_page = 1;
};

} // namespace

void printTable(QPrinter &printer, const TableExtract &table, const QString &heading, const QString &subtitle,
                const Progress &progress)
{
    TablePainter(printer, table).paint(heading, subtitle, progress);
}

} // namespace guanxi::app
