// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/labelsheet.h"

#include "app/reports/paper/papertext.h"

namespace guanxi::app {

namespace {

constexpr double PointsPerMm = 72 / 25.4;
constexpr double Padding = 2.5; // mm
constexpr double HeadingPoints = 9.5, LinePoints = 8, SmallestPoints = 5.5, CodeLinePoints = 6.5;
constexpr double BarsShare = 0.34; // of the height of a label
constexpr double QrShare = 0.9;

LabelFormat sheet(const QString &name, const QSizeF &label, int columns, int rows, const QSizeF &step) { return {name, {210, 297}, label, columns, rows, step}; }
LabelFormat roll(const QString &name, const QSizeF &label) { return {name, label, label, 1, 1, label}; }

} // namespace

QList<LabelFormat> LabelFormat::all()
{
    return {sheet(QStringLiteral("A4 · 3 × 7 · 63.5 × 38.1 mm"), {63.5, 38.1}, 3, 7, {66, 38.1}),
            sheet(QStringLiteral("A4 · 2 × 7 · 99.1 × 38.1 mm"), {99.1, 38.1}, 2, 7, {101.6, 38.1}),
            sheet(QStringLiteral("A4 · 3 × 8 · 70 × 37 mm"), {70, 37}, 3, 8, {70, 37}),
            sheet(QStringLiteral("A4 · 2 × 4 · 99.1 × 67.7 mm"), {99.1, 67.7}, 2, 4, {101.6, 67.7}),
            sheet(QStringLiteral("A4 · 4 × 10 · 48.5 × 25.4 mm"), {48.5, 25.4}, 4, 10, {48.5, 25.4}),
            roll(QStringLiteral("60 × 40 mm"), {60, 40}),
            roll(QStringLiteral("100 × 70 mm"), {100, 70}),
            roll(QStringLiteral("40 × 30 mm"), {40, 30})};
}

LabelSheets::LabelSheets(const QString &title, const LabelFormat &format, QList<Label> labels, int skipped)
    : m_title(title), m_format(format), m_labels(std::move(labels)), m_skipped(qBound(0, skipped, format.perSheet() - 1))
{}

QPageLayout LabelSheets::layout() const
{
    return {QPageSize(m_format.paper, QPageSize::Millimeter, {}, QPageSize::ExactMatch), QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter};
}

int LabelSheets::count() const
{
    return m_labels.isEmpty() ? 0 : int((m_skipped + m_labels.size() + m_format.perSheet() - 1) / m_format.perSheet());
}

void LabelSheets::paint(QPainter &painter, int page) const
{
    // The labels stand in the middle of the sheet.
    const QSizeF used((m_format.columns - 1) * m_format.step.width() + m_format.label.width(), (m_format.rows - 1) * m_format.step.height() + m_format.label.height());
    const QPointF corner((m_format.paper.width() - used.width()) / 2, (m_format.paper.height() - used.height()) / 2);
    for (int place = 0; place < m_format.perSheet(); ++place) {
        const qsizetype at = qsizetype(page) * m_format.perSheet() + place - m_skipped;
        if (at < 0 || at >= m_labels.size())
            continue;
        const QPointF where = corner + QPointF(place % m_format.columns * m_format.step.width(), place / m_format.columns * m_format.step.height());
        paintLabel(painter, m_labels[at], QRectF(where * PointsPerMm, m_format.label * PointsPerMm));
    }
}

void LabelSheets::paintLabel(QPainter &painter, const Label &label, const QRectF &area) const
{
    painter.save();
    painter.setClipRect(area);
    QRectF inner = area.adjusted(Padding * PointsPerMm, Padding * PointsPerMm, -Padding * PointsPerMm, -Padding * PointsPerMm);
    const Barcode code(label.code, label.isQr ? Barcode::Kind::Qr : Barcode::Kind::Code128);
    if (code.isValid() && label.isQr) {
        const double side = qMin(inner.height() * QrShare, inner.width() * 0.4);
        code.paint(painter, QRectF(inner.right() - side, inner.center().y() - side / 2, side, side));
        inner.setRight(inner.right() - side - Padding * PointsPerMm);
    } else if (code.isValid()) {
        const double below = PaperText::lineHeight({.points = CodeLinePoints}), bars = inner.height() * BarsShare;
        code.paint(painter, QRectF(inner.left(), inner.bottom() - below - bars, inner.width(), bars));
        PaperText::paintLine(painter, QRectF(inner.left(), inner.bottom() - below, inner.width(), below), label.code, TextStyle{.points = CodeLinePoints, .alignment = Qt::AlignHCenter});
        inner.setBottom(inner.bottom() - below - bars - 2);
    }
    // As large as it all goes onto the label.
    const QString lines = label.lines.join(u'\n');
    for (double factor = 1;; factor -= 0.06) {
        const PaperText heading(label.heading, TextStyle{.points = HeadingPoints * factor, .isBold = true, .color = paper::Ink}, inner.width());
        const PaperText rest(lines, TextStyle{.points = LinePoints * factor, .color = paper::Ink}, inner.width());
        if (heading.height() + rest.height() > inner.height() && LinePoints * factor > SmallestPoints)
            continue;
        heading.paint(painter, inner.topLeft());
        rest.paint(painter, inner.topLeft() + QPointF(0, heading.height()));
        break;
    }
    painter.restore();
}

std::shared_ptr<const Pages> LabelSheets::detached(int first, int last) const
{
    const qsizetype from = qMax<qsizetype>(0, qsizetype(first) * m_format.perSheet() - m_skipped);
    const qsizetype to = qMin<qsizetype>(m_labels.size(), qsizetype(last) * m_format.perSheet() - m_skipped);
    return std::make_shared<LabelSheets>(m_title, m_format, m_labels.mid(from, to - from), first == 0 ? m_skipped : 0);
}

} // namespace guanxi::app
