// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace guanxi::app {

/// A funnel of bands, as wide as what came into each; the numbers stand in the table beside it. A click chooses a band.
class FunnelPicture : public QWidget
{
    Q_OBJECT

public:
    struct Band {
        QString name;
        QString says;
        double size = 0; ///< not below zero
    };

    explicit FunnelPicture(QWidget *parent = nullptr);

    void setBands(const QList<Band> &bands);
    void setCurrent(int band);
    /// Within the size, in the colours of a palette.
    void paintBands(QPainter &painter, const QSizeF &size, const QPalette &colors, int marked) const;
    QSize sizeHint() const override { return {320, 260}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void chosen(int band);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF placeOf(int band, const QSizeF &size) const;

    QList<Band> m_bands;
    int m_current = -1;
};

} // namespace guanxi::app
