// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace guanxi::app {

class FilterHeader;
class FrozenColumns;

/// The table of a list, with the keys a list answers to. Rows have one height, so that a million of them cost nothing.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    explicit RecordTable(QWidget *parent = nullptr);

    FilterHeader *filterHeader() const { return m_header; }
    /// The columns that stay in sight.
    FrozenColumns &frozen() const { return *m_frozen; }
    /// Dense rows (30 and more on a laptop screen) or comfortable ones.
    void setComfortable(bool comfortable);
    bool isComfortable() const { return m_comfortable; }
    QList<int> selectedRowNumbers() const;
    qint64 selectedCount() const;
    /// Letters go to the search line instead of searching a million rows one by one.
    void keyboardSearch(const QString &text) override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void openRequested();
    void deleteRequested();
    void previewRequested();
    void copyRequested();
    void pasteRequested();
    void typed(const QString &text);
    void selectionHasChanged();
    void widthChanged();

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void applyRowHeight();

    bool isFrozen(const QModelIndex &index) const;

    FilterHeader *m_header;
    FrozenColumns *m_frozen;
    bool m_comfortable = false;
};

} // namespace guanxi::app
