// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/customers/relationgraph.h"

#include <QGraphicsView>
#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace guanxi::app {

class ViewContext;
struct ViewPaper;

/// The drawing itself: boxes and lines, moved by mouse and keys.
class RelationCanvas : public QGraphicsView
{
    Q_OBJECT

public:
    explicit RelationCanvas(Records &records, QWidget *parent = nullptr);

    void setGraph(const RelationGraph &graph);
    const RelationGraph &graph() const { return m_graph; }
    int current() const { return m_current; }
    void setCurrent(int node);
    void zoom(double factor);
    /// All of it in sight, never larger than life.
    void fit();
    /// All of it into `target`, on paper's colours.
    void paintAll(QPainter &painter, const QRectF &target);
    QSizeF drawnSize() const { return sceneRect().size(); }

Q_SIGNALS:
    void opened(const model::RecordRef &ref);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF boxOf(int node) const;
    int nodeAt(const QPoint &place) const;
    void go(Qt::Key arrow);
    void paintGraph(QPainter &painter, const QPalette &colors, bool marked) const;
    void paintLine(QPainter &painter, const RelationGraph::Line &line, const QPalette &colors) const;
    void paintBox(QPainter &painter, int node, const QPalette &colors, bool marked) const;
    void describe();

    Records &m_records;
    RelationGraph m_graph;
    QSizeF m_box;
    int m_current = 0;
};

/// Companies and people around an open record: a tab of customers and contacts.
class RelationChart : public QWidget
{
    Q_OBJECT

public:
    RelationChart(ViewContext &context, const model::RecordRef &middle, QWidget *parent = nullptr);

    RelationCanvas &canvas() const { return *m_canvas; }
    void setDepth(int depth);
    void copyPicture() const;
    ViewPaper paper() const;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *buildBar();
    void buildKeys();
    void retranslate();
    void reload();
    void print();
    void addRelationship();

    ViewContext &m_context;
    model::RecordRef m_middle;
    RelationCanvas *m_canvas;
    QComboBox *m_depth;
    QLabel *m_says;
    QList<QToolButton *> m_buttons;
    QTimer m_pause;
};

/// The chart for customers and contacts; nullptr for other records.
QWidget *relationTab(ViewContext &context, const model::RecordRef &ref);

} // namespace guanxi::app
