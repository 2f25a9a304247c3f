// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/pageview.h"

#include "app/reports/paper/paperdevice.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace guanxi::app {

namespace {

constexpr int Gap = 16;               // between pages and around them
constexpr int KeptPictures = 12;
constexpr double Smallest = 0.1, Largest = 5, ZoomStep = 1.2, PointsPerInch = 72;

} // namespace

PageView::PageView(QWidget *parent) : QAbstractScrollArea(parent), m_pictures(KeptPictures)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages as they will be printed"));
    setFrameShape(QFrame::NoFrame);
}

void PageView::setPieces(const QList<std::shared_ptr<const Pages>> &pieces)
{
    const bool grown = pieces.size() >= m_pieces.size() && std::equal(m_pieces.begin(), m_pieces.end(), pieces.begin());
    m_pieces = pieces;
    m_pictures.clear(); // each page says how many there are
    m_places.clear();
    double top = 0;
    m_widest = m_tallest = 0;
    for (int piece = 0; piece < m_pieces.size(); ++piece) {
        const QSizeF size = m_pieces[piece]->layout().fullRect(QPageLayout::Point).size();
        m_widest = qMax(m_widest, size.width());
        m_tallest = qMax(m_tallest, size.height());
        for (int page = 0; page < m_pieces[piece]->count(); ++page) {
            m_places.append({piece, page, top, size});
            top += size.height();
        }
    }
    arrange();
    if (!grown)
        verticalScrollBar()->setValue(0);
}

double PageView::pixelsPerPoint() const { return m_scale * logicalDpiX() / PointsPerInch; }

QRect PageView::rectOf(int page) const
{
    const Place &place = m_places[page];
    const double unit = pixelsPerPoint();
    const QSize size = (place.size * unit).toSize();
    const int free = viewport()->width() - size.width();
    const int left = free > 2 * Gap ? free / 2 : Gap - horizontalScrollBar()->value();
    return {QPoint(left, Gap + int(place.top * unit) + page * Gap - verticalScrollBar()->value()), size};
}

void PageView::arrange()
{
    const QSize room = viewport()->size() - QSize(2 * Gap, 2 * Gap);
    if (m_fit != Fit::None && m_widest > 0) {
        const double byWidth = room.width() * PointsPerInch / logicalDpiX() / m_widest, byHeight = room.height() * PointsPerInch / logicalDpiX() / m_tallest;
        const double wanted = qBound(Smallest, m_fit == Fit::Width ? byWidth : qMin(byWidth, byHeight), Largest);
        if (!qFuzzyCompare(wanted, m_scale))
            m_pictures.clear();
        m_scale = wanted;
    }
    const double unit = pixelsPerPoint();
    const double all = m_places.isEmpty() ? 0 : (m_places.last().top + m_places.last().size.height()) * unit + double(m_places.size() + 1) * Gap;
    verticalScrollBar()->setRange(0, qMax(0, int(all) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, qMax(0, int(m_widest * unit) + 2 * Gap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
    Q_EMIT changed();
}

int PageView::firstReaching(int y) const
{
    const auto found = std::partition_point(m_places.begin(), m_places.end(), [&](const Place &place) { return rectOf(int(&place - m_places.constData())).bottom() < y; });
    return int(found - m_places.begin());
}

int PageView::current() const { return qBound(0, firstReaching(viewport()->height() / 2 - Gap), qMax(0, count() - 1)); }

void PageView::goTo(int page)
{
    if (page >= 0 && page < count())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rectOf(page).top() - Gap);
}

void PageView::setFit(Fit fit)
{
    const int page = current();
    m_fit = fit;
    arrange();
    goTo(page);
}

void PageView::zoom(int steps)
{
    const int page = current();
    m_fit = Fit::None;
    m_scale = qBound(Smallest, m_scale * std::pow(ZoomStep, steps), Largest);
    m_pictures.clear();
    arrange();
    goTo(page);
}

const QPixmap &PageView::picture(int page, const QSize &size)
{
    if (const QPixmap *known = m_pictures.object(page))
        return *known;
    const double ratio = devicePixelRatioF();
    auto *made = new QPixmap(size * ratio);
    made->setDevicePixelRatio(ratio);
    made->fill(Qt::white);
    QPainter painter(made);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintPage(painter, *m_pieces[m_places[page].piece], m_places[page].page, pixelsPerPoint());
    painter.end();
    m_pictures.insert(page, made);
    return *made;
}

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const bool dark = palette().color(QPalette::Window).lightness() < 128;
    painter.fillRect(event->rect(), palette().color(QPalette::Window).darker(dark ? 130 : 112));
    for (int page = firstReaching(event->rect().top()); page < count(); ++page) {
        const QRect area = rectOf(page);
        if (area.top() > event->rect().bottom())
            break;
        painter.drawPixmap(area.topLeft(), picture(page, area.size()));
        painter.setPen(dark ? QColor(0, 0, 0, 160) : QColor(0, 0, 0, 60));
        painter.drawRect(area.adjusted(-1, -1, 0, 0));
    }
}

void PageView::resizeEvent(QResizeEvent *) { arrange(); }

void PageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus: case Qt::Key_Equal: return zoom(1);
    case Qt::Key_Minus: return zoom(-1);
    case Qt::Key_0: return setFit(Fit::Width);
    case Qt::Key_1: return setFit(Fit::Page);
    case Qt::Key_PageDown: return goTo(qMin(current() + 1, count() - 1));
    case Qt::Key_PageUp: return goTo(qMax(current() - 1, 0));
    case Qt::Key_Home: return goTo(0);
    case Qt::Key_End: return goTo(count() - 1);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    zoom(event->angleDelta().y() > 0 ? 1 : -1);
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT changed();
}

void PageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Pages as they will be printed"));
}

} // namespace guanxi::app
