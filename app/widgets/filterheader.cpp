// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filterheader.h"

#include "app/widgets/fonts.h"
#include "app/widgets/tones.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

namespace guanxi::app {

namespace {

constexpr int TypingPauseMs = 250;
constexpr int TextMargin = 8;

} // namespace

FilterHeader::FilterHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_pause(new QTimer(this))
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setStretchLastSection(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setContextMenuPolicy(Qt::CustomContextMenu);
    m_pause->setSingleShot(true);
    m_pause->setInterval(TypingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &FilterHeader::filtersChanged);
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::place);
    connect(this, &QHeaderView::sectionCountChanged, this, &FilterHeader::fit);
}

QSize FilterHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    size.setHeight(fontMetrics().height() + 12);
    if (m_shown)
        size.rheight() += fontMetrics().height() + 10;
    return size;
}

void FilterHeader::setFiltersShown(bool shown)
{
    m_shown = shown;
    fit();
    updateGeometries();
    Q_EMIT geometriesChanged();
}

void FilterHeader::fit()
{
    const int sections = std::max(0, count()); // less than none while a model without columns is reset
    while (m_lines.size() > sections)
        m_lines.takeLast()->deleteLater();
    while (m_lines.size() < sections) {
        auto *line = new QLineEdit(this);
        line->setClearButtonEnabled(true);
        line->setToolTip(tr("Part of the text, >5, 1..5, 2026-03, - for empty, * for filled"));
        line->installEventFilter(this);
        connect(line, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
        m_lines.append(line);
    }
    place();
}

QList<int> FilterHeader::sizes() const
{
    QList<int> sizes;
    for (int section = 0; section < count(); ++section)
        sizes.append(sectionSize(section));
    return sizes;
}

void FilterHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressedSizes = sizes();
    QHeaderView::mousePressEvent(event);
}

void FilterHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    if (sizes() != m_pressedSizes)
        Q_EMIT widthChosen();
}

void FilterHeader::place()
{
    const int height = fontMetrics().height() + 6;
    for (int section = 0; section < m_lines.size(); ++section) {
        QLineEdit *line = m_lines[section];
        line->setAccessibleName(tr("Filter by %1").arg(model() ? model()->headerData(section, Qt::Horizontal).toString() : QString()));
        line->setVisible(m_shown && !isSectionHidden(section) && visualIndex(section) >= m_covered);
        line->setGeometry(sectionViewportPosition(section) + 2, this->height() - height - 2, sectionSize(section) - 4, height);
    }
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_shown ? fontMetrics().height() + 10 : 0);
    QHeaderView::updateGeometries();
    place();
}

QStringList FilterHeader::texts() const
{
    QStringList texts;
    for (const QLineEdit *line : m_lines)
        texts.append(line->text());
    return texts;
}

void FilterHeader::setText(int section, const QString &text)
{
    if (section < m_lines.size())
        m_lines[section]->setText(text);
}

void FilterHeader::clearTexts()
{
    for (QLineEdit *line : m_lines) {
        const QSignalBlocker quiet(line);
        line->clear();
    }
    Q_EMIT cleared();
}

void FilterHeader::setCovered(int columns, FilterHeader *cover)
{
    m_covered = columns;
    m_cover = cover;
    place();
}

void FilterHeader::setFaulty(int section, bool faulty)
{
    if (section >= m_lines.size())
        return;
    QPalette colors = palette();
    if (faulty)
        colors.setColor(QPalette::Text, errorColor(palette()));
    m_lines[section]->setPalette(colors);
}

void FilterHeader::focusFilter(int section)
{
    if (m_cover && visualIndex(section) < m_covered)
        m_cover->focusFilter(section);
    else if (section >= 0 && section < m_lines.size())
        m_lines[section]->setFocus();
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !qobject_cast<QLineEdit *>(watched))
        return QHeaderView::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_pause->stop();
        Q_EMIT filtersChanged();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Escape) {
        if (key == Qt::Key_Escape)
            static_cast<QLineEdit *>(watched)->clear();
        Q_EMIT leaveRequested();
        return true;
    }
    return false;
}

void FilterHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!rect.isValid())
        return;
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Button));
    painter->setPen(lineColor(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.right(), rect.top() + 5, rect.right(), rect.bottom() - 5);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    QRect area = rect.adjusted(TextMargin, 0, -TextMargin, 0);
    QFont bold = font();
    bold.setWeight(sorted ? QFont::DemiBold : QFont::Medium);
    painter->setFont(bold);
    painter->setPen(sorted ? palette().color(QPalette::ButtonText) : quietText(palette()));
    const auto alignment = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    if (sorted) {
        const QString arrow = sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("▲") : QStringLiteral("▼");
        painter->setFont(scaledFont(bold, 0.7));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, arrow);
        painter->setFont(bold);
        area.adjust(0, 0, -14, 0);
    }
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(area, int(alignment) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace guanxi::app
