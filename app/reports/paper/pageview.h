// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/pages.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>

namespace guanxi::app {

/// Pages one beneath the other as they will be on paper; they are painted as they come into sight. Keys: the usual ones of scrolling,
/// + and - for the size, 0 for the width of the window, 1 for whole pages.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Fit : quint8 { Width, Page, None };

    explicit PageView(QWidget *parent = nullptr);

    /// What is shown grows by the pages that a piece has now; pieces that are shown may have become longer.
    void setPieces(const QList<std::shared_ptr<const Pages>> &pieces);
    int count() const { return int(m_places.size()); }
    /// The page that takes most of the window, from 0.
    int current() const;
    void goTo(int page);
    void setFit(Fit fit);
    Fit fit() const { return m_fit; }
    /// By steps, larger than 0: larger.
    void zoom(int steps);
    /// Of the true size.
    double scale() const { return m_scale; }

Q_SIGNALS:
    /// Another page is looked at, there are more, or they have another size.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place {
        int piece;
        int page;
        double top;   ///< points, without the gaps between pages
        QSizeF size;
    };
    void arrange();
    double pixelsPerPoint() const;
    QRect rectOf(int page) const;
    /// The first page whose end is not above this line of the window.
    int firstReaching(int y) const;
    const QPixmap &picture(int page, const QSize &size);

    QList<std::shared_ptr<const Pages>> m_pieces;
    QList<Place> m_places;
    QCache<int, QPixmap> m_pictures;
    double m_scale = 1;
    double m_widest = 0; ///< points
    double m_tallest = 0;
    Fit m_fit = Fit::Page;
};

} // namespace guanxi::app
