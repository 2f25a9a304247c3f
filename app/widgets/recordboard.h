// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/boardlanes.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTimer;

namespace guanxi::app {

class BoardColumn;
class StateChip;

/// The records of an entity as cards, a column for each lane with their number and what they amount to: a card carried to another
/// column makes the move that leads there, and only columns to which one leads take it. Alt with the arrow keys does the same.
class RecordBoard : public QWidget
{
    Q_OBJECT

public:
    RecordBoard(Records &records, const model::Entity &entity, std::unique_ptr<BoardLanes> lanes, QWidget *parent = nullptr);
    ~RecordBoard() override;

    void setQuery(const storage::Query &query);
    const storage::Query &query() const { return m_query; }
    const QList<BoardColumn *> &columns() const { return m_columns; }
    BoardLanes &lanes() const { return *m_lanes; }
    /// What stands above a column, for screen readers and tests.
    QString heading(qsizetype column) const;

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref, const QList<model::RecordRef> &around);
    void currentChanged(const model::RecordRef &ref);
    void notice(const QString &text, const Uuid &undo);
    void failed(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Head {
        StateChip *chip;
        QLabel *count;
        StateChip *warning;
        QLabel *sum;
    };

    void build();
    void addColumn(const BoardLane &lane);
    /// Lanes with other words; false when they are others, and not only called otherwise.
    bool relabel();
    void showHeads();
    void askSums();
    void takeSums(const QList<storage::Group> &groups);
    void carry(const model::Record &record);
    void drop(const model::Record &record, int lane);
    void make(const model::Record &record, const BoardMove &move);
    void stepBeside(int column, int step, bool withCard);
    void showMenu(BoardColumn *column, const QPoint &place);
    /// The move to the lane that the user may make now; none where none leads there.
    std::optional<BoardMove> moveTo(const model::Record &record, int lane) const;

    Records &m_records;
    const model::Entity &m_entity;
    std::unique_ptr<BoardLanes> m_lanes;
    storage::Query m_query;
    QHBoxLayout *m_row;
    QList<BoardColumn *> m_columns;
    QList<Head> m_heads;
    QTimer *m_summing;
    model::RecordRef m_moved; ///< where the keyboard follows once it has arrived
};

} // namespace guanxi::app
