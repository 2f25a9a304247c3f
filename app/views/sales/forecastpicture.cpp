// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/forecastpicture.h"

#include "app/widgets/tones.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace guanxi::app {

namespace {

constexpr int Steps = 5, Margin = 8, Gap = 6;
constexpr double BarShare = 0.62; // of its slot
constexpr double LineWidth = 2, MarkRadius = 3;

} // namespace

ForecastPicture::ForecastPicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ForecastPicture::setBars(const QList<Bar> &bars, const QString &currency)
{
    m_bars = bars;
    m_currency = currency;
    qint64 largest = 0;
    for (const Bar &bar : bars)
        largest = std::max({largest, bar.booked + std::max(bar.weighted, bar.best), bar.target.value_or(0), bar.trend.value_or(0)});
    m_axis = AmountAxis(largest, Steps);
    update();
}

void ForecastPicture::setCurrent(int bar)
{
    m_current = bar;
    update();
}

QRectF ForecastPicture::area() const
{
    int wide = 0;
    for (qint64 at = 0; at <= m_axis.top(); at += m_axis.step())
        wide = std::max(wide, fontMetrics().horizontalAdvance(m_axis.text(at)));
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(Margin + wide + Gap, Margin + line + Gap, -Margin, -Margin - line - Gap);
}

QRectF ForecastPicture::slotOf(int bar) const
{
    const QRectF whole = area();
    const double wide = whole.width() / double(std::max<qsizetype>(1, m_bars.size()));
    return {whole.left() + bar * wide, whole.top(), wide, whole.height()};
}

double ForecastPicture::yOf(qint64 amount) const
{
    const QRectF whole = area();
    return whole.bottom() - whole.height() * double(std::max<qint64>(0, amount)) / double(m_axis.top());
}

int ForecastPicture::barAt(double x) const
{
    for (int bar = 0; bar < m_bars.size(); ++bar)
        if (const QRectF place = slotOf(bar); x >= place.left() && x < place.right())
            return bar;
    return -1;
}

QPen ForecastPicture::penOf(Part part) const
{
    const QColor accent = palette().color(QPalette::Highlight), text = palette().color(QPalette::Text);
    switch (part) {
    case Part::Booked:
    case Part::Weighted: return accent;
    case Part::Best: return {quietText(palette()), 1, Qt::DashLine};
    case Part::Target: return {text, LineWidth};
    case Part::Trend: break;
    }
    return {toneColors(model::Tone::Waiting, palette()).text, LineWidth, Qt::DotLine};
}

QBrush ForecastPicture::brushOf(Part part) const
{
    const QColor accent = palette().color(QPalette::Highlight);
    switch (part) {
    case Part::Booked: return accent;
    case Part::Weighted: return {accent, Qt::BDiagPattern};
    default: return Qt::NoBrush;
    }
}

void ForecastPicture::paintAxis(QPainter &painter) const
{
    const QRectF whole = area();
    const int line = fontMetrics().height();
    for (qint64 at = 0; at <= m_axis.top(); at += m_axis.step()) {
        const double y = yOf(at);
        painter.setPen(lineColor(palette()));
        painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y));
        painter.setPen(quietText(palette()));
        painter.drawText(QRectF(0, y - line, whole.left() - Gap, 2.0 * line), Qt::AlignRight | Qt::AlignVCenter, m_axis.text(at));
    }
}

void ForecastPicture::paintBar(QPainter &painter, int at) const
{
    const Bar &bar = m_bars[at];
    const QRectF place = slotOf(at);
    const double wide = place.width() * BarShare, left = place.center().x() - wide / 2, booked = yOf(bar.booked);
    if (at == m_current) {
        QColor back = palette().color(QPalette::Highlight);
        back.setAlphaF(0.12F);
        painter.fillRect(place.adjusted(0, 0, 0, fontMetrics().height() + Gap), back);
    }
    const auto block = [&](qint64 amount, double from, Part part) {
        if (amount <= 0)
            return;
        painter.setPen(penOf(part));
        painter.setBrush(brushOf(part));
        const double tall = place.bottom() - yOf(amount);
        painter.drawRect(QRectF(left, from - tall, wide, tall));
    };
    block(bar.best, booked, Part::Best);
    block(bar.booked, place.bottom(), Part::Booked);
    block(bar.weighted, booked, Part::Weighted);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(place.left(), place.bottom() + Gap, place.width(), fontMetrics().height()), Qt::AlignCenter,
                     fontMetrics().elidedText(bar.label, Qt::ElideRight, int(place.width())));
}

void ForecastPicture::paintLine(QPainter &painter, Height height, Part part) const
{
    painter.setPen(penOf(part));
    std::optional<QPointF> before;
    for (int at = 0; at < m_bars.size(); ++at) {
        const std::optional<qint64> &value = m_bars[at].*height;
        if (!value || m_bars[at].isApart) {
            before.reset();
            continue;
        }
        const QPointF here(slotOf(at).center().x(), yOf(*value));
        if (before)
            painter.drawLine(*before, here);
        painter.save();
        painter.setPen(QPen(penOf(part).color(), 1));
        painter.setBrush(part == Part::Target ? QBrush(penOf(part).color()) : QBrush(palette().color(QPalette::Base)));
        painter.drawEllipse(here, MarkRadius, MarkRadius);
        painter.restore();
        before = here;
    }
}

void ForecastPicture::paintLegend(QPainter &painter) const
{
    const int line = fontMetrics().height();
    const std::pair<Part, QString> parts[] = {{Part::Booked, tr("Booked")}, {Part::Weighted, tr("Weighted")}, {Part::Best, tr("Best case")},
                                              {Part::Target, tr("Target")}, {Part::Trend, tr("Trend")}};
    const QString unit = m_axis.unit().isEmpty() ? m_currency : tr("%1 %2", "unit and currency: 万 元, thousand CNY").arg(m_axis.unit(), m_currency);
    painter.setPen(quietText(palette()));
    painter.drawText(QRectF(Margin, Margin, width(), line), Qt::AlignLeft | Qt::AlignVCenter, unit);
    double right = width() - Margin;
    for (auto part = std::rbegin(parts); part != std::rend(parts); ++part) {
        const int wide = fontMetrics().horizontalAdvance(part->second);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(right - wide, Margin, wide, line), Qt::AlignCenter, part->second);
        const QRectF sample(right - wide - Gap - 1.6 * line, Margin + 0.2 * line, 1.6 * line, 0.6 * line);
        painter.setPen(penOf(part->first));
        painter.setBrush(brushOf(part->first));
        if (part->first == Part::Target || part->first == Part::Trend)
            painter.drawLine(QPointF(sample.left(), sample.center().y()), QPointF(sample.right(), sample.center().y()));
        else
            painter.drawRect(sample);
        right = sample.left() - 2 * Gap;
    }
}

void ForecastPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter);
    for (int bar = 0; bar < m_bars.size(); ++bar)
        paintBar(painter, bar);
    paintLine(painter, &Bar::trend, Part::Trend);
    paintLine(painter, &Bar::target, Part::Target);
    paintLegend(painter);
}

void ForecastPicture::paintOn(QPainter &painter, const QSize &size, const QPalette &colors) const
{
    ForecastPicture other;
    other.setPalette(colors);
    other.setFont(font());
    other.resize(size);
    other.setBars(m_bars, m_currency);
    other.render(&painter, {}, {}, QWidget::RenderFlags());
}

bool ForecastPicture::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int bar = barAt(help->pos().x());
    if (bar >= 0)
        QToolTip::showText(help->globalPos(), m_bars[bar].tip, this);
    else
        QToolTip::hideText();
    return true;
}

void ForecastPicture::mousePressEvent(QMouseEvent *event)
{
    if (const int bar = barAt(event->position().x()); bar >= 0)
        Q_EMIT chosen(bar);
}

} // namespace guanxi::app
