// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QPointF>
#include <QSizeF>

namespace guanxi::app {

/// Companies and people around one of them, as far as the user may see them.
struct RelationGraph {
    struct Node {
        model::RecordRef ref;
        QString name;
        int depth = 0;   ///< lines from the middle
        int parent = -1; ///< the node over which it was reached
        QPointF middle;  ///< after arrange()
    };
    struct Line {
        int from = 0;
        int to = 0;
        QString word;
        int strength = 0;   ///< 1–5; 0: not said
        bool ended = false;
        bool directed = true;
    };

    static constexpr int MostNodes = 200;

    QList<Node> nodes; ///< the middle first, then by depth
    QList<Line> lines;
    int leftOut = 0;   ///< further ones that were found

    int nodeOf(const model::RecordRef &ref) const;
    /// The nodes joined to this one.
    QList<int> joined(int node) const;
};

/// Relationships in both directions, contacts of companies, parent and subsidiaries, up to `depth` lines away. `today` in
/// days since 1970-01-01: what ended before is marked.
RelationGraph relationsAround(const Records &records, const model::RecordRef &middle, int depth, qint64 today);

/// Places the boxes of that size so that none covers another: in columns to both sides of the middle, each beside the one
/// it was reached over. The same graph always looks the same.
void arrange(RelationGraph &graph, const QSizeF &box);

} // namespace guanxi::app
