// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recorddelegate.h"

#include "app/widgets/chips.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordtablemodel.h"
#include "app/widgets/tones.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace guanxi::app {

using model::FieldType;

namespace {

constexpr int Margin = 8;
constexpr int MostSide = 32; ///< of a picture in a row

} // namespace

RecordDelegate::RecordDelegate(RecordTableModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model), m_pictures(new RecordPictures(model.records(), this))
{}

void RecordDelegate::paintPicture(QPainter *painter, const QRect &area, int row, const model::Field &field) const
{
    const model::Record &record = m_model.record(row);
    const int side = std::min(area.height() - 2, MostSide);
    const QRect place(area.x() + (area.width() - side) / 2, area.y() + (area.height() - side) / 2, side, side);
    m_pictures->paint(*painter, place, record, {record.ref(), field.id, record.value(field.id).as<QByteArray>()});
}

void RecordDelegate::paintFrame(QPainter *painter, const QStyleOptionViewItem &option) const
{
    QStyleOptionViewItem plain(option);
    plain.text.clear();
    plain.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &plain, painter, option.widget);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(option.palette.color(option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText
                                                                                           : QPalette::Highlight));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const model::Field &field = m_model.field(index.column());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setFont(option.font);
    paintFrame(painter, option);
    const QRect area = option.rect.adjusted(Margin, 0, -Margin, 0);
    if (isChip(field) && !option.text.isEmpty()) {
        const model::Record &record = m_model.record(index.row());
        paintChip(*painter, area, option.text, chipTone(m_model.entity(), field, record.value(field.id)), option.palette);
        painter->restore();
        return;
    }
    if (isPicture(field) && m_model.record(index.row()).isValid()) {
        paintPicture(painter, option.rect, index.row(), field);
        painter->restore();
        return;
    }
    QString text = option.text;
    QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    if (isStarred(field) && !selected)
        color = starColor(option.palette);
    if (field.type == FieldType::Bool)
        text = m_model.record(index.row()).value(field.id).number() != 0 ? QStringLiteral("✓ ") + text : QString();
    painter->setPen(color);
    painter->drawText(area, int(option.displayAlignment) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    painter->restore();
}

QWidget *RecordDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    FieldEditor *editor = FieldEditor::create(m_model.records(), m_model.entity(), m_model.field(index.column()), parent);
    editor->setTyped(m_model.record(index.row()));
    editor->setAutoFillBackground(true);
    editor->setBackgroundRole(QPalette::Base);
    auto *self = const_cast<RecordDelegate *>(this);
    for (QWidget *part : editor->findChildren<QWidget *>())
        part->installEventFilter(self);
    connect(editor, &FieldEditor::left, self, [self, editor] { self->finish(editor, NoHint); });
    return editor;
}

void RecordDelegate::finish(FieldEditor *editor, EndEditHint hint)
{
    // Closing moves the focus, which finishes the editor a second time.
    if (editor->property("finished").toBool())
        return;
    editor->setProperty("finished", true);
    if (hint != RevertModelCache)
        Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, hint);
}

void RecordDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // A row that is refreshed while it is edited must not take back what is being typed.
    if (editor->property("filled").toBool())
        return;
    static_cast<FieldEditor *>(editor)->setValue(index.data(RecordTableModel::ValueRole).value<model::Value>());
    editor->setProperty("filled", true);
}

void RecordDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *typed = static_cast<FieldEditor *>(editor);
    if (const std::optional<Error> fault = typed->fault()) {
        Q_EMIT m_model.failed(*fault);
        return;
    }
    model->setData(index, QVariant::fromValue(typed->value()), Qt::EditRole);
}

void RecordDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    const int wanted = editor->sizeHint().height();
    if (wanted > place.height())
        place.adjust(0, -(wanted - place.height()) / 2, 0, (wanted - place.height() + 1) / 2);
    place.setWidth(qMax(place.width(), qMin(editor->sizeHint().width(), 320)));
    editor->setGeometry(place);
}

/// The keys reach the parts of an editor, while the view knows only the editor as a whole.
bool RecordDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    QWidget *widget = qobject_cast<QWidget *>(watched);
    while (widget && !qobject_cast<FieldEditor *>(widget))
        widget = widget->parentWidget();
    auto *editor = qobject_cast<FieldEditor *>(widget);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!editor || (key->modifiers() & Qt::AltModifier))
        return false;
    switch (key->key()) {
    case Qt::Key_Tab:
        finish(editor, EditNextItem);
        return true;
    case Qt::Key_Backtab:
        finish(editor, EditPreviousItem);
        return true;
    case Qt::Key_Escape:
        finish(editor, RevertModelCache);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (editor->isWide() && !key->modifiers().testFlag(Qt::ControlModifier))
            return false;
        finish(editor, SubmitModelCache);
        return true;
    default:
        return false;
    }
}

} // namespace guanxi::app
