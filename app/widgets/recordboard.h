// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QWidget>

class QLabel;

namespace guanxi::app {

class BoardColumn;
class StateChip;

/// The records of an entity with states, a column for each: a card carried to another column makes the step that leads
/// there, and only columns to which a step leads take it. Alt with the arrow keys does the same.
class RecordBoard : public QWidget
{
    Q_OBJECT

public:
    RecordBoard(Records &records, const model::Entity &entity, QWidget *parent = nullptr);

    void setQuery(const storage::Query &query);
    const storage::Query &query() const { return m_query; }
    const QList<BoardColumn *> &columns() const { return m_columns; }

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref, const QList<model::RecordRef> &around);
    void currentChanged(const model::RecordRef &ref);
    void notice(const QString &text, const Uuid &undo);
    void failed(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addColumn(const model::State &state);
    void showHeads();
    void carry(const model::Record &record);
    void move(const model::Record &record, int state);
    void make(const model::Record &record, int transition);
    void stepBeside(int column, int step, bool withCard);
    void showMenu(BoardColumn *column, const QPoint &place);
    /// The step to the state that the user may make now; nullptr when there is none.
    const model::Transition *stepTo(const model::Record &record, int state) const;

    Records &m_records;
    const model::Entity &m_entity;
    storage::Query m_query;
    QList<BoardColumn *> m_columns;
    struct Head {
        StateChip *chip;
        QLabel *count;
    };
    QList<Head> m_heads;
    model::RecordRef m_moved; ///< where the keyboard follows once it has arrived
};

} // namespace guanxi::app
