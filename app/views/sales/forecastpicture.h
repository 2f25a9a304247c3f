// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/amountaxis.h"

#include <QWidget>

#include <optional>

namespace guanxi::app {

/// Months as bars: what is booked, what is expected on top of it, up to where it could go, with the target and the trend as lines. Fills
/// differ by pattern, too, so that they are told apart in grey. A click chooses a bar.
class ForecastPicture : public QWidget
{
    Q_OBJECT

public:
    struct Bar {
        QString label;
        QString tip;
        qint64 booked = 0;
        qint64 weighted = 0;
        qint64 best = 0;
        std::optional<qint64> target = {};
        std::optional<qint64> trend = {};
        bool isApart = false; ///< no month: lines do not reach it
    };

    explicit ForecastPicture(QWidget *parent = nullptr);

    /// `currency` is what amounts are in.
    void setBars(const QList<Bar> &bars, const QString &currency);
    void setCurrent(int bar);
    /// The same within another size and in other colours, for paper.
    void paintOn(QPainter &painter, const QSize &size, const QPalette &colors) const;
    QSize sizeHint() const override { return {640, 240}; }
    QSize minimumSizeHint() const override { return {320, 160}; }

Q_SIGNALS:
    void chosen(int bar);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    enum class Part : quint8 { Booked, Weighted, Best, Target, Trend };
    using Height = std::optional<qint64> Bar::*;

    QRectF area() const;
    QRectF slotOf(int bar) const;
    double yOf(qint64 amount) const;
    int barAt(double x) const;
    QPen penOf(Part part) const;
    QBrush brushOf(Part part) const;
    void paintAxis(QPainter &painter) const;
    void paintBar(QPainter &painter, int bar) const;
    void paintLine(QPainter &painter, Height height, Part part) const;
    void paintLegend(QPainter &painter) const;

    QList<Bar> m_bars;
    QString m_currency;
    AmountAxis m_axis{0, 1};
    int m_current = -1;
};

} // namespace guanxi::app
