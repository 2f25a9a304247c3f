// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QFont;
class QPainter;
class QPalette;
class QSizeF;

namespace guanxi::app {

/// One of a ranking: who or what, how much, and where its target lies.
struct RankingBar {
    QString name;
    QString amount;
    double share = 0;   ///< of the largest
    double target = -1; ///< likewise; below zero: none
};

/// From one bar to the next.
double rankingStep(const QFont &font);
/// Bars one beneath the other, the amount beside each and a mark at its target; no more than have room.
void paintRanking(QPainter &painter, const QSizeF &size, const QList<RankingBar> &bars, const QPalette &colors, const QFont &font);

} // namespace guanxi::app
