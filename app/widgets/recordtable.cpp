// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordtable.h"

#include "app/widgets/filterheader.h"
#include "app/widgets/frozencolumns.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>

namespace guanxi::app {

RecordTable::RecordTable(QWidget *parent) : QTableView(parent), m_header(new FilterHeader(this)), m_frozen(nullptr)
{
    setHorizontalHeader(m_header);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    m_frozen = new FrozenColumns(*this);
    applyRowHeight();
}

void RecordTable::setComfortable(bool comfortable)
{
    m_comfortable = comfortable;
    applyRowHeight();
}

void RecordTable::applyRowHeight()
{
    const int height = qMax(fontMetrics().height(), 16) + (m_comfortable ? 14 : 1);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    if (m_frozen)
        m_frozen->follow();
}

void RecordTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyRowHeight();
}

QList<int> RecordTable::selectedRowNumbers() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

qint64 RecordTable::selectedCount() const
{
    qint64 count = 0;
    if (selectionModel())
        for (const QItemSelectionRange &range : selectionModel()->selection())
            count += range.height();
    return count;
}

void RecordTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionHasChanged();
}

bool RecordTable::isFrozen(const QModelIndex &index) const
{
    return index.isValid() && m_header->visualIndex(index.column()) < m_frozen->count();
}

void RecordTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (!m_frozen)
        return; // asked for by the table's own constructor
    const int hidden = m_frozen->coveredWidth() - visualRect(index).left();
    if (m_frozen->count() > 0 && !isFrozen(index) && hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

bool RecordTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    // Its editor would open below the columns that lie over it.
    if (!isFrozen(index) || trigger != EditKeyPressed)
        return QTableView::edit(index, trigger, event);
    if (!index.flags().testFlag(Qt::ItemIsEditable))
        return false;
    m_frozen->edit(index);
    return true;
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_frozen)
        m_frozen->follow();
    if (event->size().width() != event->oldSize().width())
        Q_EMIT widthChanged();
}

void RecordTable::keyboardSearch(const QString &text)
{
    if (!text.trimmed().isEmpty())
        Q_EMIT typed(text);
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested();
    else if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteRequested();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        Q_EMIT openRequested();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT deleteRequested();
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        Q_EMIT previewRequested();
    else
        QTableView::keyPressEvent(event);
}

} // namespace guanxi::app
