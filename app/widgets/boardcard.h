// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QStyledItemDelegate>

namespace guanxi::app {

class RecordListModel;

/// Paints a record as a card: its name, whom it is about, and its amount and date.
class BoardCard : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit BoardCard(RecordListModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What the card says, for screen readers and tests.
    QString words(const model::Record &record) const;

private:
    const model::Field *firstOf(std::initializer_list<model::FieldType> types) const;
    QString text(const model::Record &record, const model::Field *field) const;

    RecordListModel &m_model;
    const model::Field *m_subject; ///< the record it is about; nullptr where there is none
    const model::Field *m_amount;
    const model::Field *m_date;
};

} // namespace guanxi::app
