// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace guanxi::app {

/// A quiet title bar for a dock that stands alone; docks that are tabs show their name in the tab instead.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget &dock);

    void retranslate();
    /// No title: the tab carries it. It keeps existing, so that the dock does not grow Qt's own.
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QDockWidget &m_dock;
    QLabel *m_text;
    QToolButton *m_float;
    QToolButton *m_close;
    bool m_collapsed = false;
};

} // namespace guanxi::app
