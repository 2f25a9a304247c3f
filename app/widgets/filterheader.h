// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QLineEdit;
class QTimer;

namespace guanxi::app {

/// A table's header with an optional row of lines to filter each column by.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FilterHeader(QWidget *parent = nullptr);

    void setFiltersShown(bool shown);
    bool filtersShown() const { return m_shown; }
    QStringList texts() const;
    void setText(int section, const QString &text);
    void clearTexts();
    /// Red while what is typed cannot be understood.
    void setFaulty(int section, bool faulty);
    void focusFilter(int section);
    /// The first columns lie under another header, which has their filters.
    void setCovered(int columns, FilterHeader *cover);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Some time after the last key, or at once with Enter.
    void filtersChanged();
    void leaveRequested();
    void cleared();
    /// Somebody has given a column another width.
    void widthChosen();

protected:
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    void fit();
    void place();
    QList<int> sizes() const;

    QList<QLineEdit *> m_lines;
    QTimer *m_pause;
    QList<int> m_pressedSizes;
    bool m_shown = false;
    int m_covered = 0;
    FilterHeader *m_cover = nullptr;
};

} // namespace guanxi::app
