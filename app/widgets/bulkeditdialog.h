// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QVBoxLayout;

namespace guanxi::app {

class FieldEditor;
class Records;

} // namespace guanxi::app

namespace guanxi::model {

class Entity;
class Record;

} // namespace guanxi::model

namespace guanxi::app {

/// Asks which fields of the selected records get which value.
class BulkEditDialog : public QDialog
{
    Q_OBJECT

public:
    BulkEditDialog(Records &records, const model::Entity &entity, int count, QWidget *parent = nullptr);

    /// Gives the record what was chosen. Words and records of a set are added, taken out, or put in place of the others.
    void apply(model::Record &record) const;

private:
    struct Line {
        QComboBox *field;
        QComboBox *how; ///< for sets: what happens to the other elements
        QWidget *place;
        FieldEditor *editor;
    };

    void addLine();
    void showEditor(int line);
    void validate();

    Records &m_records;
    const model::Entity &m_entity;
    QList<Line> m_lines;
    QVBoxLayout *m_column;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
};

} // namespace guanxi::app
