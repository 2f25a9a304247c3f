// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/linesheet.h"

#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace guanxi::app {

/// The lines of a document, typed like a spreadsheet, with what they add up to beneath. Enter goes down, Tab to the right and on to
/// the next line; Alt+Up and Alt+Down move lines, Ctrl+V takes cells of a spreadsheet.
class LinesView : public QWidget
{
    Q_OBJECT

public:
    LinesView(Records &records, const model::RecordRef &document, const model::Entity &line, QWidget *parent = nullptr);

    LineSheet &sheet() const { return *m_sheet; }
    QTableView &table() const { return *m_table; }

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref);
    void notice(const QString &text, const Uuid &undo);
    void failed(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildCommands();
    QAction *addCommand(const QString &icon, const QKeySequence &keys, void (LinesView::*run)());
    void retranslate();
    void setWidths();
    void showSums();
    void showFault();
    /// What an order costs and leaves, for who may see it.
    QStringList earnings() const;
    QList<int> chosenRows() const;
    void goToEmptyLine();
    void removeChosen();
    void moveUp() { moveChosen(-1); }
    void moveDown() { moveChosen(1); }
    void moveChosen(int step);
    void paste();
    void openProduct();

    Records &m_records;
    LineSheet *m_sheet;
    QTableView *m_table;
    QLabel *m_says;
    QLabel *m_sums;
    QAction *m_add;
    QAction *m_remove;
    QAction *m_up;
    QAction *m_down;
    QAction *m_paste;
    QAction *m_open;
};

} // namespace guanxi::app
