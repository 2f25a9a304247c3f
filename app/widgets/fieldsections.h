// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace guanxi::app {

/// Headed sections of labelled fields in two columns, wide ones over both. The form and the record pane share it, so
/// that a field stands at the same place in both.
class FieldSections : public QWidget
{
    Q_OBJECT

public:
    /// Read: text beside text, dense; Edit: room for the frames of editors.
    enum class Use : quint8 { Read, Edit };

    explicit FieldSections(Use use, QWidget *parent = nullptr);

    void addSection(const QString &heading);
    /// `below` (may be nullptr) goes under the field: hints and errors. The label becomes the field's buddy.
    void addField(const QString &label, bool required, QWidget *field, bool wide, QWidget *below = nullptr);
    /// To be called after the last field.
    void finish();

private:
    Use m_use;
    QGridLayout *m_grid;
    QList<QLabel *> m_labels;
    int m_row = 0;
    bool m_right = false; ///< the next field goes to the right half
};

} // namespace guanxi::app
