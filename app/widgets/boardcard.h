// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/boardlanes.h"

#include <QStyledItemDelegate>

namespace guanxi::app {

class RecordListModel;

/// Paints a record as a card: its name, whom it is about, its amount and date, and what its lane says of it.
class BoardCard : public QStyledItemDelegate
{
    Q_OBJECT

public:
    BoardCard(RecordListModel &model, const BoardLanes &lanes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What the card says, for screen readers and tests.
    QString words(const model::Record &record) const;

private:
    const model::Field *firstOf(std::initializer_list<model::FieldType> types) const;
    QString text(const model::Record &record, const model::Field *field) const;
    /// What it is called, of several parts the first; and what is said of it below: the other parts, or whom it is about.
    QString name(const model::Record &record) const;
    QString about(const model::Record &record) const;

    RecordListModel &m_model;
    const BoardLanes &m_lanes;
    const model::Field *m_subject; ///< the record it is about; nullptr where there is none
    const model::Field *m_amount;
    const model::Field *m_date;
};

} // namespace guanxi::app
