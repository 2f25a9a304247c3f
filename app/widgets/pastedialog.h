// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pastesheet.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QRadioButton;
class QTableWidget;

namespace guanxi::app {

/// Shows what a spreadsheet would put in before it is taken: every cell that cannot be read is marked and says why, and
/// only rows without a fault are saved.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    /// `target.over` holds the rows from the current one down; without any there is nothing to write over.
    PasteDialog(Records &records, const model::Entity &entity, const QString &text, const PasteSheet::Target &target,
                QWidget *parent = nullptr);

    const PasteSheet &sheet() const { return m_sheet; }
    QTableWidget &table() const { return *m_table; }

private:
    void read();
    void showSheet();
    void showRow(int place, const SheetRow &row);

    const model::Entity &m_entity;
    QString m_text;
    PasteSheet::Target m_target;
    PasteSheet m_sheet;
    QRadioButton *m_new;
    QRadioButton *m_over;
    QTableWidget *m_table;
    QLabel *m_summary;
    QDialogButtonBox *m_buttons;
};

} // namespace guanxi::app
