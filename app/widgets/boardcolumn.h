// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/boardlanes.h"

#include <QListView>

namespace guanxi::app {

class BoardCard;
class RecordListModel;

/// The records in one lane as a pile of cards; only those on screen are ever loaded.
class BoardColumn : public QListView
{
    Q_OBJECT

public:
    BoardColumn(Records &records, const model::Entity &entity, const BoardLanes &lanes, const BoardLane &lane, QWidget *parent = nullptr);

    const BoardLane &lane() const { return m_lane; }
    void setLane(const BoardLane &lane) { m_lane = lane; }
    RecordListModel &cards() const { return *m_model; }
    /// The query of the whole board; the column adds what stands in its lane.
    void setQuery(const storage::Query &query);
    model::Record current() const;
    /// Takes the keyboard, with a card chosen.
    void enter();
    /// Goes to the card if it is among the first here; false when it is not.
    bool take(const model::RecordRef &ref);

Q_SIGNALS:
    void found();
    void openRequested(const model::RecordRef &ref);
    /// A card is on its way; a null record: it has landed.
    void carried(const model::Record &record);
    void dropped(const model::Record &record);
    /// With the arrow keys to the column beside (-1 or 1), or with Alt the card under the cursor with it.
    void besideRequested(int step, bool withCard);
    void menuRequested(const QPoint &place);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

public Q_SLOTS:
    /// Whether the card that is on its way may be dropped here.
    void expect(const model::Record &record);

private:
    Records &m_records;
    BoardLane m_lane;
    RecordListModel *m_model;
    model::Record m_expected;
};

} // namespace guanxi::app
