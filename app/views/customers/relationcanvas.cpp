// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/relationchart.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/fonts.h"
#include "app/widgets/tones.h"

#include <QAccessible>
#include <QGraphicsScene>
#include <QIcon>
#include <QKeyEvent>
#include <QPainterPath>
#include <QWheelEvent>

namespace guanxi::app {

namespace {

constexpr double Margin = 40;
constexpr double Smallest = 0.1, Largest = 3;
constexpr double ZoomStep = 1.2;
constexpr int IconSize = 16;

} // namespace

RelationCanvas::RelationCanvas(Records &records, QWidget *parent) : QGraphicsView(parent), m_records(records)
{
    setScene(new QGraphicsScene(this));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setFocusPolicy(Qt::StrongFocus);
    setViewportUpdateMode(FullViewportUpdate);
    setCacheMode(CacheNone);
}

void RelationCanvas::setGraph(const RelationGraph &graph)
{
    const model::RecordRef kept = m_current < m_graph.nodes.size() ? m_graph.nodes[m_current].ref : model::RecordRef();
    m_graph = graph;
    m_box = {fontMetrics().height() * 12.0, fontMetrics().height() + 18.0};
    arrange(m_graph, m_box);
    QRectF all;
    for (int at = 0; at < m_graph.nodes.size(); ++at)
        all |= boxOf(at);
    scene()->setSceneRect(all.adjusted(-Margin, -Margin, Margin, Margin));
    m_current = qMax(0, m_graph.nodeOf(kept));
    describe();
    viewport()->update();
}

QRectF RelationCanvas::boxOf(int node) const
{
    return {m_graph.nodes[node].middle - QPointF(m_box.width() / 2, m_box.height() / 2), m_box};
}

int RelationCanvas::nodeAt(const QPoint &place) const
{
    const QPointF there = mapToScene(place);
    for (int at = 0; at < m_graph.nodes.size(); ++at)
        if (boxOf(at).contains(there))
            return at;
    return -1;
}

void RelationCanvas::setCurrent(int node)
{
    if (node < 0 || node >= m_graph.nodes.size())
        return;
    m_current = node;
    ensureVisible(boxOf(node));
    describe();
    viewport()->update();
}

void RelationCanvas::describe()
{
    if (m_graph.nodes.isEmpty())
        return;
    QStringList words;
    for (const RelationGraph::Line &line : std::as_const(m_graph.lines))
        if (line.from == m_current || line.to == m_current)
            words.append(tr("%1: %2").arg(line.ended ? tr("%1, ended").arg(line.word) : line.word,
                                          m_graph.nodes[line.from == m_current ? line.to : line.from].name));
    setAccessibleName(tr("Relationships of %1").arg(m_graph.nodes[0].name));
    setAccessibleDescription(m_graph.nodes[m_current].name + QStringLiteral(". ") + words.join(QStringLiteral("; ")));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void RelationCanvas::zoom(double factor)
{
    const double now = transform().m11();
    const double wanted = qBound(Smallest, now * factor, Largest);
    scale(wanted / now, wanted / now);
}

void RelationCanvas::fit()
{
    resetTransform();
    if (const QSizeF all = drawnSize(); all.width() > viewport()->width() || all.height() > viewport()->height())
        fitInView(sceneRect(), Qt::KeepAspectRatio);
    if (transform().m11() < Smallest)
        zoom(Smallest / transform().m11());
    centerOn(0, 0);
}

/// Along a line first; where none leads that way, to the nearest box.
void RelationCanvas::go(Qt::Key arrow)
{
    const QPointF way = arrow == Qt::Key_Left ? QPointF(-1, 0) : arrow == Qt::Key_Right ? QPointF(1, 0) : arrow == Qt::Key_Up ? QPointF(0, -1) : QPointF(0, 1);
    const auto best = [&](const QList<int> &nodes, double narrow) {
        int found = -1;
        double least = 0;
        for (const int at : nodes) {
            const QPointF step = m_graph.nodes[at].middle - m_graph.nodes[m_current].middle;
            const double ahead = QPointF::dotProduct(step, way);
            const double aside = qAbs(step.x() * way.y()) + qAbs(step.y() * way.x());
            const double cost = ahead + 2 * aside;
            if (at == m_current || ahead <= 0.5 || aside > ahead * narrow || (found >= 0 && cost >= least))
                continue;
            found = at;
            least = cost;
        }
        return found;
    };
    QList<int> all(m_graph.nodes.size());
    std::iota(all.begin(), all.end(), 0);
    const bool across = way.x() != 0;
    int next = across ? best(m_graph.joined(m_current), 1e6) : best(all, 0.2);
    if (next < 0)
        next = best(all, across ? 1e6 : 4);
    setCurrent(next);
}

void RelationCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return m_graph.nodes.isEmpty() ? void() : go(Qt::Key(event->key()));
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(ZoomStep);
    case Qt::Key_Minus: return zoom(1 / ZoomStep);
    case Qt::Key_0: return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current < m_graph.nodes.size())
            Q_EMIT opened(m_graph.nodes[m_current].ref);
        return;
    default: QGraphicsView::keyPressEvent(event);
    }
}

void RelationCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        zoom(std::pow(ZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void RelationCanvas::mousePressEvent(QMouseEvent *event)
{
    if (const int node = nodeAt(event->pos()); node >= 0 && event->button() == Qt::LeftButton)
        setCurrent(node);
    QGraphicsView::mousePressEvent(event);
}

void RelationCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = nodeAt(event->pos()); node >= 0)
        Q_EMIT opened(m_graph.nodes[node].ref);
}

void RelationCanvas::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, palette().color(QPalette::Base));
    paintGraph(*painter, palette(), true);
}

void RelationCanvas::paintGraph(QPainter &painter, const QPalette &colors, bool marked) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RelationGraph::Line &line : m_graph.lines)
        paintLine(painter, line, colors);
    for (int at = 0; at < m_graph.nodes.size(); ++at)
        paintBox(painter, at, colors, marked);
}

void RelationCanvas::paintLine(QPainter &painter, const RelationGraph::Line &line, const QPalette &colors) const
{
    const QRectF from = boxOf(line.from), to = boxOf(line.to);
    const bool beside = qAbs(from.center().x() - to.center().x()) < 1;
    const bool rightward = from.center().x() < to.center().x();
    // Within a column the line bends outwards.
    const bool outRight = beside ? from.center().x() >= 0 : rightward;
    const QPointF start(outRight ? from.right() : from.left(), from.center().y());
    const QPointF end(beside ? (outRight ? to.right() : to.left()) : rightward ? to.left() : to.right(), to.center().y());
    const double bend = beside ? (outRight ? 50 : -50) : (end.x() - start.x()) / 2;
    QPainterPath path(start);
    path.cubicTo(start + QPointF(bend, 0), beside ? end + QPointF(bend, 0) : end - QPointF(bend, 0), end);
    const QColor ink = line.ended ? quietText(colors) : colors.color(QPalette::Text);
    QColor soft = ink;
    soft.setAlphaF(line.ended ? 0.6F : 0.75F);
    QPen pen(soft, line.strength > 0 ? 0.6 + 0.7 * line.strength : 1.2, line.ended ? Qt::DashLine : Qt::SolidLine);
    pen.setCapStyle(Qt::FlatCap);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(path);
    if (line.directed) {
        const double side = beside ? (outRight ? 1 : -1) : rightward ? -1 : 1;
        painter.setPen(Qt::NoPen);
        painter.setBrush(soft);
        painter.drawPolygon(QPolygonF({end, end + QPointF(side * 9, -4), end + QPointF(side * 9, 4)}));
    }
    const QFont small = scaledFont(font(), 0.85);
    painter.setFont(small);
    QRectF word = QFontMetricsF(small).boundingRect(line.word).adjusted(-4, -1, 4, 1);
    word.moveCenter(path.pointAtPercent(0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.color(QPalette::Base));
    painter.drawRoundedRect(word, 3, 3);
    painter.setPen(quietText(colors));
    painter.drawText(word, Qt::AlignCenter, line.word);
}

void RelationCanvas::paintBox(QPainter &painter, int node, const QPalette &colors, bool marked) const
{
    const RelationGraph::Node &shown = m_graph.nodes[node];
    const QRectF box = boxOf(node);
    const bool current = marked && node == m_current;
    const QColor edge = current ? colors.color(QPalette::Highlight) : node == 0 ? colors.color(QPalette::Text) : quietText(colors);
    painter.setPen(QPen(edge, current ? (hasFocus() ? 2.5 : 1.8) : node == 0 ? 1.6 : 1));
    painter.setBrush(colors.color(QPalette::AlternateBase));
    painter.drawRoundedRect(box, 6, 6);
    // Larger than shown, so that it stays clear when the chart is enlarged or printed.
    const QPixmap icon = QIcon::fromTheme(m_records.catalogue().at(shown.ref.entity).icon).pixmap(4 * IconSize, 4 * IconSize);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(QRectF(box.left() + 8, box.center().y() - IconSize / 2.0, IconSize, IconSize), icon, QRectF(icon.rect()));
    QFont name = font();
    name.setWeight(node == 0 ? QFont::DemiBold : QFont::Normal);
    painter.setFont(name);
    painter.setPen(colors.color(QPalette::Text));
    const QRectF text = box.adjusted(IconSize + 14, 0, -8, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(name).elidedText(shown.name, Qt::ElideRight, text.width()));
}

void RelationCanvas::paintAll(QPainter &painter, const QRectF &target)
{
    const QRectF all = sceneRect();
    const double factor = qMin(target.width() / all.width(), target.height() / all.height());
    painter.save();
    painter.translate(target.center());
    painter.scale(factor, factor);
    painter.translate(-all.center());
    paintGraph(painter, paperPalette(), false);
    painter.restore();
}

void RelationCanvas::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_graph.nodes.isEmpty())
        setGraph(m_graph);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void RelationCanvas::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    viewport()->update();
}

void RelationCanvas::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

} // namespace guanxi::app
