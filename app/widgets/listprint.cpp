// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/listexport.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QPrinter>

#include <numeric>

namespace guanxi::app {

namespace {

/// Lays a list out on the printer's pages, in points.
class ListPainter
{
    Q_DECLARE_TR_FUNCTIONS(ListPrint)

public:
    ListPainter(QPrinter &printer, const ListExtract &extract, const QList<int> &widths)
        : m_printer(printer), m_extract(extract), m_painter(&printer)
    {
        const QRectF page = printer.pageRect(QPrinter::Point);
        m_scale = printer.pageRect(QPrinter::DevicePixel).width() / page.width();
        m_painter.scale(m_scale, m_scale);
        m_size = page.size();
        const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
        for (const int width : widths)
            m_widths.append(total > 0 ? width * m_size.width() / total : 0);
    }

    void paint(const QString &heading, const QString &subtitle, const Progress &progress)
    {
        const double top = paintHeading(heading, subtitle);
        const int firstPage = rowsFrom(top), perPage = qMax(1, rowsFrom(0));
        const int rows = m_extract.rowCount();
        m_pages = 1 + qMax(0, (rows - firstPage + perPage - 1) / perPage);
        double y = paintColumns(top);
        int left = firstPage;
        for (int at = 0; at < rows; ++at, --left) {
            if (left <= 0) {
                paintFooter();
                if ((progress && !progress(at)) || !m_printer.newPage())
                    return;
                ++m_page;
                y = paintColumns(0);
                left = perPage;
            }
            paintRow(m_extract.row(at), y, at);
            y += m_rowHeight;
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

    int rowsFrom(double top) const { return int((m_size.height() - top - m_rowHeight * 1.3 - 20) / m_rowHeight); }

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
        for (qsizetype at = 0; at < m_extract.columns.size(); ++at) {
            paintCell(QRectF(x, top, m_widths[at], m_rowHeight * 1.2),
                      m_extract.model.headerData(m_extract.columns[at], Qt::Horizontal).toString(), m_extract.columns[at]);
            x += m_widths[at];
        }
        return top + m_rowHeight * 1.3;
    }

    void paintCell(const QRectF &rect, const QString &text, int column)
    {
        const bool right = isRightAligned(m_extract.model.field(column));
        const QRectF area = rect.adjusted(3, 0, -3, 0);
        m_painter.drawText(area, int(right ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter) | Qt::TextSingleLine,
                           QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, area.width()));
    }

    void paintRow(int row, double y, int number)
    {
        m_painter.setFont(fontOf(8));
        if (number % 2 == 1)
            m_painter.fillRect(QRectF(0, y, m_size.width(), m_rowHeight), QColor(0xfff7f8f9));
        m_painter.setPen(Qt::black);
        double x = 0;
        for (qsizetype at = 0; at < m_extract.columns.size(); ++at) {
            const QModelIndex index = m_extract.model.index(row, m_extract.columns[at]);
            paintCell(QRectF(x, y, m_widths[at], m_rowHeight), index.data().toString(), m_extract.columns[at]);
            x += m_widths[at];
        }
    }

    void paintFooter()
    {
        m_painter.setFont(fontOf(7));
        m_painter.setPen(QColor(0xff444444));
        const QRectF area(0, m_size.height() - 12, m_size.width(), 12);
        m_painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, tr("Printed %1").arg(dateTimeText(QDateTime::currentMSecsSinceEpoch())));
        m_painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, tr("Page %1 of %2").arg(m_page).arg(m_pages));
    }

    QPrinter &m_printer;
    const ListExtract &m_extract;
    QPainter m_painter;
    double m_scale = 1;
    QSizeF m_size;
    QList<double> m_widths;
    double m_rowHeight = 14;
    int m_page = 1;
    int m_pages = 1;
};

} // namespace

void printList(QPrinter &printer, const ListExtract &extract, const QList<int> &widths, const QString &heading,
               const QString &subtitle, const Progress &progress)
{
    ListPainter(printer, extract, widths).paint(heading, subtitle, progress);
}

} // namespace guanxi::app
