// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/frozencolumns.h"

#include "app/widgets/filterheader.h"
#include "app/widgets/recordtable.h"
#include "app/widgets/tones.h"

#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace guanxi::app {

FrozenColumns::FrozenColumns(RecordTable &table) : QTableView(&table), m_table(table)
{
    auto *header = new FilterHeader(this);
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    setHorizontalHeader(header);
    verticalHeader()->hide();
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(&table);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    hide();
    FilterHeader *own = table.filterHeader();
    connect(own, &QHeaderView::sectionMoved, this, &FrozenColumns::follow);
    connect(own, &QHeaderView::sectionResized, this, &FrozenColumns::follow);
    connect(own, &QHeaderView::geometriesChanged, this, &FrozenColumns::follow);
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (!m_following)
            m_table.setColumnWidth(section, size);
    });
    connect(header, &QHeaderView::sortIndicatorChanged, own, [this, own](int section, Qt::SortOrder order) {
        if (!m_following)
            own->setSortIndicator(section, order);
    });
    connect(own, &QHeaderView::sortIndicatorChanged, this, &FrozenColumns::follow);
    connect(header, &QWidget::customContextMenuRequested, own, &QWidget::customContextMenuRequested);
    connect(own, &FilterHeader::cleared, header, &FilterHeader::clearTexts);
    connect(header, &FilterHeader::leaveRequested, own, &FilterHeader::leaveRequested);
    connect(header, &FilterHeader::filtersChanged, own, [header, own] {
        for (int section = 0; section < header->count(); ++section)
            if (!header->isSectionHidden(section))
                own->setText(section, header->texts()[section]);
        Q_EMIT own->filtersChanged();
    });
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table.verticalScrollBar(), &QScrollBar::setValue);
}

void FrozenColumns::setCount(int count)
{
    m_count = qMax(0, count);
    if (m_count > 0 && model() != m_table.model()) {
        setModel(m_table.model());
        setSelectionModel(m_table.selectionModel());
        connect(model(), &QAbstractItemModel::modelReset, this, &FrozenColumns::follow, Qt::UniqueConnection);
    }
    setVisible(m_count > 0);
    follow();
}

int FrozenColumns::coveredWidth() const
{
    int width = 0;
    const QHeaderView *header = m_table.horizontalHeader();
    for (int visual = 0; visual < qMin(m_count, header->count()); ++visual)
        width += header->sectionSize(header->logicalIndex(visual));
    return width;
}

void FrozenColumns::follow()
{
    const FilterHeader *header = m_table.filterHeader();
    m_table.filterHeader()->setCovered(m_count, m_count > 0 ? static_cast<FilterHeader *>(horizontalHeader()) : nullptr);
    if (m_count == 0 || m_following || !model())
        return;
    m_following = true;
    auto *own = static_cast<FilterHeader *>(horizontalHeader());
    for (int column = 0; column < header->count(); ++column) {
        const int visual = header->visualIndex(column);
        setColumnHidden(column, visual >= m_count);
        setColumnWidth(column, header->sectionSize(column));
        own->moveSection(own->visualIndex(column), visual);
    }
    own->setSortIndicator(header->sortIndicatorSection(), header->sortIndicatorOrder());
    if (own->filtersShown() != header->filtersShown())
        own->setFiltersShown(header->filtersShown());
    for (int column = 0; column < header->count(); ++column)
        if (own->texts().value(column) != header->texts().value(column))
            own->setText(column, header->texts().value(column));
    const int rows = m_table.verticalHeader()->defaultSectionSize();
    verticalHeader()->setMinimumSectionSize(rows);
    verticalHeader()->setDefaultSectionSize(rows);
    setGeometry(m_table.frameWidth(), m_table.frameWidth(), coveredWidth(), m_table.viewport()->height() + header->height());
    verticalScrollBar()->setValue(m_table.verticalScrollBar()->value());
    raise();
    m_following = false;
}

void FrozenColumns::wheelEvent(QWheelEvent *event) { QApplication::sendEvent(m_table.viewport(), event); }

void FrozenColumns::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const QModelIndex index = indexAt(event->position().toPoint()); index.isValid())
        Q_EMIT m_table.doubleClicked(index);
}

void FrozenColumns::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(viewport()->rect().topRight(), viewport()->rect().bottomRight());
}

} // namespace guanxi::app
