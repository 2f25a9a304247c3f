// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/recordpictures.h"

#include <QStyledItemDelegate>

namespace guanxi::app {

class FieldEditor;
class RecordTableModel;

/// Paints a list's cells (state chips, stars, yes marks) and edits them in place with the form's editors.
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RecordDelegate(RecordTableModel &model, QObject *parent = nullptr);

    const RecordPictures &pictures() const { return *m_pictures; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish(FieldEditor *editor, EndEditHint hint);
    void paintFrame(QPainter *painter, const QStyleOptionViewItem &option) const;

    void paintPicture(QPainter *painter, const QRect &area, int row, const model::Field &field) const;

    RecordTableModel &m_model;
    RecordPictures *m_pictures;
};

} // namespace guanxi::app
