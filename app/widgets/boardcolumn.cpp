// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/boardcolumn.h"

#include "app/widgets/boardcard.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"

#include <QDrag>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace guanxi::app {

using storage::Filter;

namespace {

/// A card that was moved is looked for so far down; further it would cost more than it helps.
constexpr int MostSearched = 2 * RecordListModel::WindowRows;

const QString CardMime = QStringLiteral("application/x-guanxi-card");

} // namespace

BoardColumn::BoardColumn(Records &records, const model::Entity &entity, const BoardLanes &lanes, const BoardLane &lane, QWidget *parent)
    : QListView(parent), m_records(records), m_lane(lane), m_model(new RecordListModel(records, entity.id, this))
{
    setModel(m_model);
    setItemDelegate(new BoardCard(*m_model, lanes, this));
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setDragEnabled(true);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &BoardColumn::menuRequested);
    connect(m_model, &RecordListModel::found, this, &BoardColumn::found);
    connect(this, &QAbstractItemView::doubleClicked, this, [this] { Q_EMIT openRequested(current().ref()); });
}

void BoardColumn::setQuery(const storage::Query &query)
{
    storage::Query own = query;
    own.filter = query.filter.isEmpty() ? m_lane.filter : Filter::all({query.filter, m_lane.filter});
    m_model->setQuery(own);
}

model::Record BoardColumn::current() const
{
    return currentIndex().isValid() ? m_model->record(currentIndex().row()) : model::Record();
}

void BoardColumn::enter()
{
    setFocus(Qt::OtherFocusReason);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
}

bool BoardColumn::take(const model::RecordRef &ref)
{
    const int last = qMin(m_model->rowCount(), MostSearched);
    for (int row = 0; row < last; ++row) {
        if (m_model->ref(row) != ref)
            continue;
        setCurrentIndex(m_model->index(row, 0));
        enter();
        return true;
    }
    return false;
}

void BoardColumn::expect(const model::Record &record) { m_expected = record; }

void BoardColumn::startDrag(Qt::DropActions)
{
    const model::Record record = current();
    if (!record.isValid())
        return;
    auto *drag = new QDrag(this);
    auto *mime = new QMimeData;
    mime->setData(CardMime, record.id().text().toLatin1());
    mime->setText(FieldText(m_records).title(record));
    drag->setMimeData(mime);
    QPixmap picture(visualRect(currentIndex()).size());
    picture.fill(Qt::transparent);
    viewport()->render(&picture, {}, QRegion(visualRect(currentIndex())));
    drag->setPixmap(picture);
    Q_EMIT carried(record);
    drag->exec(Qt::MoveAction);
    Q_EMIT carried({});
}

void BoardColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(CardMime) && m_expected.isValid())
        event->acceptProposedAction();
    else
        event->ignore();
}

void BoardColumn::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_expected.isValid())
        event->acceptProposedAction();
    else
        event->ignore();
}

void BoardColumn::dropEvent(QDropEvent *event)
{
    if (!m_expected.isValid())
        return event->ignore();
    event->acceptProposedAction();
    const model::Record record = m_expected;
    // Once the drag is over: a step may ask for more, and nobody can be asked in the middle of one.
    QMetaObject::invokeMethod(this, [this, record] { Q_EMIT dropped(record); }, Qt::QueuedConnection);
}

void BoardColumn::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left, right = event->key() == Qt::Key_Right;
    if (left || right)
        Q_EMIT besideRequested(left ? -1 : 1, event->modifiers().testFlag(Qt::AltModifier));
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT openRequested(current().ref());
    else
        QListView::keyPressEvent(event);
}

} // namespace guanxi::app
