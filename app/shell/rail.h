// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

#include <QAbstractButton>

class QButtonGroup;
class QVBoxLayout;

namespace guanxi::app {

/// One workspace in the rail: icon above its name, a badge where something waits.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RailButton(model::Workspace workspace, QWidget *parent = nullptr);

    model::Workspace workspace() const { return m_workspace; }
    /// 0 hides the badge.
    void setBadge(int count);
    int badge() const { return m_badge; }
    void retranslate(int place);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadge(QPainter &painter);

    model::Workspace m_workspace;
    int m_badge = 0;
};

/// The column of workspaces at the left edge. Ctrl+1…9 are the window's; here Tab and the arrows move.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// Only those the user may see, in rail order.
    void setWorkspaces(const QList<model::Workspace> &workspaces);
    QList<model::Workspace> workspaces() const;
    void setCurrent(model::Workspace workspace);
    void setBadge(model::Workspace workspace, int count);
    RailButton *button(model::Workspace workspace) const;

Q_SIGNALS:
    void chosen(model::Workspace workspace);

protected:
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    QList<RailButton *> m_buttons;
};

} // namespace guanxi::app
