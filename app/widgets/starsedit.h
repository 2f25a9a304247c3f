// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

namespace guanxi::app {

/// Five stars: click, 1–5, arrows; 0, Delete or a click on the present star clears.
class StarsWidget : public QWidget
{
    Q_OBJECT

public:
    explicit StarsWidget(QWidget *parent = nullptr);

    int stars() const { return m_stars; }
    void setStars(int stars);
    QSize sizeHint() const override;

Q_SIGNALS:
    void picked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int starAt(const QPoint &point) const;
    void pick(int stars);

    int m_stars = 0;
    int m_hovered = 0;
};

class StarsEditor : public FieldEditor
{
    Q_OBJECT

public:
    StarsEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    StarsWidget *m_widget;
};

} // namespace guanxi::app
