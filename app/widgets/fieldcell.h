// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace guanxi::app {

class RevealBar;
class StateChip;

class FieldEditor;
class PictureEditor;

/// One field of an open record: text to read, and its editor after F2, Enter or a double click. Enter or leaving saves,
/// Esc takes back. Names of other records are links (Ctrl+Enter follows them). Enter lifts the mask of a masked field.
class FieldCell : public QWidget
{
    Q_OBJECT

public:
    FieldCell(Records &records, const model::Record &record, const model::Field &field, QWidget *parent = nullptr);

    void setRecord(const model::Record &record);
    bool mayEdit() const;
    bool isEditing() const { return m_editor != nullptr; }
    FieldEditor *editor() const { return m_editor; }
    /// Of a masked field; null for others.
    RevealBar *revealBar() const { return m_reveal; }
    void edit();
    void commit();
    void cancel();

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref);
    void saved(const Saved &saved);
    void failed(const Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showValue();
    void showPicture();
    void savePicture();
    QString html() const;
    /// In grey, for what is no value.
    QString quiet(const QString &text) const;
    void closeEditor();
    void follow(const QString &link);

    Records &m_records;
    model::Record m_record;
    const model::Field &m_field;
    QHBoxLayout *m_row;
    QLabel *m_label;
    StateChip *m_chip; ///< of a state, instead of its word; null for other fields
    RevealBar *m_reveal = nullptr;
    PictureEditor *m_picture = nullptr; ///< of a picture: changed at once, without an editor of its own
    FieldEditor *m_editor = nullptr;
};

} // namespace guanxi::app
