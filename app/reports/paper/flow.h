// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/block.h"
#include "app/reports/paper/pages.h"

namespace guanxi::app {

/// What stands at the edges of each page. "{page}" and "{pages}" are replaced.
struct PageFrame {
    QString title;        ///< of the whole, for the file
    QString runningHead;  ///< at the top from the second page on
    QString footLeft;
    QString footRight;
    QPageLayout layout{QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(16, 14, 16, 14), QPageLayout::Millimeter};
};

/// Blocks one beneath the other, over as many pages as they need.
class Flow final : public Pages
{
public:
    /// Plain: no block asks for anything that lives on the thread of the GUI.
    Flow(PageFrame frame, BlockList blocks, bool plain = false) : m_frame(std::move(frame)), m_blocks(std::move(blocks)), m_isPlain(plain) {}

    QString title() const override { return m_frame.title; }
    QPageLayout layout() const override { return m_frame.layout; }
    bool isPlain() const override { return m_isPlain; }
    bool proceed(const QDeadlineTimer &until) override;
    int count() const override { return int(m_pages.size()); }
    void paint(QPainter &painter, int page) const override;
    std::shared_ptr<const Pages> detached(int first, int last) const override;

private:
    struct Placed {
        size_t block;
        Slice slice;
        double y;
    };
    using Page = QList<Placed>;

    QRectF body(qsizetype page) const;
    void place(size_t block);
    double roomBelow() const { return body(m_pages.size() - 1).height() - m_y; }
    bool isAtTop() const { return m_pages.last().isEmpty(); }
    void newPage();
    /// What must stand on the same page as the beginning of the block.
    double leastHeight(size_t block) const;
    void paintEdges(QPainter &painter, int page) const;

    PageFrame m_frame;
    BlockList m_blocks;
    bool m_isPlain;
    QList<Page> m_pages;
    size_t m_laid = 0;  ///< blocks that are measured
    size_t m_next = 0;  ///< block to be placed
    double m_y = 0;     ///< of the last page
    int m_before = 0;   ///< pages of the whole before those here
    int m_all = 0;      ///< pages of the whole; 0: as many as there are
};

} // namespace guanxi::app
