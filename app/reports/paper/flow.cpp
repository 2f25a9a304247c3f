// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/flow.h"

namespace guanxi::app {

namespace {

constexpr double HeadHeight = 20, FootHeight = 18;
const TextStyle EdgeStyle{.points = 7.5, .color = paper::Quiet};

} // namespace

QRectF Flow::body(qsizetype page) const
{
    const QRectF paper = m_frame.layout.paintRect(QPageLayout::Point);
    const bool hasHead = page + m_before > 0 && !m_frame.runningHead.isEmpty();
    const bool hasFoot = !m_frame.footLeft.isEmpty() || !m_frame.footRight.isEmpty();
    return paper.adjusted(0, hasHead ? HeadHeight : 0, 0, hasFoot ? -FootHeight : 0);
}

void Flow::newPage()
{
    m_pages.append(Page());
    m_y = 0;
}

bool Flow::proceed(const QDeadlineTimer &until)
{
    while (m_laid < m_blocks.size()) {
        if (!m_blocks[m_laid]->layOut(body(0).width(), until))
            return false;
        ++m_laid;
    }
    if (m_pages.isEmpty())
        newPage();
    for (; m_next < m_blocks.size(); ++m_next)
        place(m_next);
    return true;
}

double Flow::leastHeight(size_t block) const
{
    double height = 0;
    for (; block < m_blocks.size(); ++block) {
        height += m_blocks[block]->fit(0, 0, true).height;
        if (!m_blocks[block]->isHeading())
            break;
    }
    return height;
}

void Flow::place(size_t at)
{
    const Block &block = *m_blocks[at];
    if (dynamic_cast<const PageBreak *>(&block)) {
        if (!isAtTop())
            newPage();
        return;
    }
    const auto *space = dynamic_cast<const SpaceBlock *>(&block);
    if (space && !space->isRule() && ((isAtTop() && m_pages.size() > 1) || roomBelow() < space->height()))
        return;
    if (block.isHeading() && !isAtTop() && leastHeight(at) > roomBelow())
        newPage();
    for (int first = 0; first < block.parts();) {
        const Slice slice = block.fit(first, roomBelow(), isAtTop());
        if (slice.last > first) {
            m_pages.last().append({at, slice, m_y});
            m_y += slice.height;
            first = slice.last;
        }
        if (first < block.parts())
            newPage();
    }
}

void Flow::paint(QPainter &painter, int page) const
{
    const QRectF area = body(page);
    for (const Placed &placed : m_pages[page])
        m_blocks[placed.block]->paint(painter, QRectF(area.left(), area.top() + placed.y, area.width(), placed.slice.height), placed.slice);
    paintEdges(painter, page);
}

void Flow::paintEdges(QPainter &painter, int page) const
{
    const QRectF paper = m_frame.layout.paintRect(QPageLayout::Point), area = body(page);
    const auto numbered = [&](QString text) {
        return text.replace(u'\n', QStringLiteral(" · ")).replace(QStringLiteral("{pages}"), QString::number(m_all > 0 ? m_all : count())).replace(QStringLiteral("{page}"), QString::number(m_before + page + 1));
    };
    painter.setPen(QPen(paper::Hairline, paper::ThinLine));
    if (area.top() > paper.top()) {
        const QRectF head(paper.topLeft(), QSizeF(paper.width(), HeadHeight - 7));
        PaperText::paintLine(painter, head, numbered(m_frame.runningHead), EdgeStyle);
        painter.setPen(QPen(paper::Hairline, paper::ThinLine));
        painter.drawLine(head.bottomLeft(), head.bottomRight());
    }
    if (area.bottom() >= paper.bottom())
        return;
    const QRectF foot(paper.left(), paper.bottom() - FootHeight + 8, paper.width(), FootHeight - 8);
    const double right = PaperText::widthOf(numbered(m_frame.footRight), EdgeStyle) + 8;
    PaperText::paintLine(painter, foot.adjusted(0, 0, -right, 0), numbered(m_frame.footLeft), EdgeStyle);
    PaperText::paintLine(painter, foot, numbered(m_frame.footRight), EdgeStyle.aligned(Qt::AlignRight));
}

std::shared_ptr<const Pages> Flow::detached(int first, int last) const
{
    auto part = std::make_shared<Flow>(m_frame, m_blocks);
    part->m_pages = m_pages.mid(first, last - first);
    part->m_before = m_before + first;
    part->m_all = m_all > 0 ? m_all : count();
    part->m_laid = part->m_next = m_blocks.size();
    for (Page &page : part->m_pages)
        for (Placed &placed : page)
            if (auto copy = m_blocks[placed.block]->detached(placed.slice)) {
                placed.block = part->m_blocks.size();
                part->m_blocks.push_back(std::move(copy));
            }
    return part;
}

} // namespace guanxi::app
