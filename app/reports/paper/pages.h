// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QPageLayout>
#include <QString>

#include <memory>

class QPainter;

namespace guanxi::app {

/// Pages of paper. The one way onto a page is paint(): screen, PDF and printer get the same.
class Pages
{
public:
    virtual ~Pages() = default;

    /// For the file and the printer's queue.
    virtual QString title() const = 0;
    /// Of each page; the margins lie inside what is painted.
    virtual QPageLayout layout() const = 0;
    /// Goes on dividing the content into pages; true when all of it is.
    virtual bool proceed(const QDeadlineTimer &until) = 0;
    /// So far.
    virtual int count() const = 0;
    /// The painter's unit is the point, its origin the corner of the paper.
    virtual void paint(QPainter &painter, int page) const = 0;
    /// True when it holds all that it needs: another thread may divide and paint it, if it is left to that one.
    virtual bool isPlain() const { return false; }
    /// These pages as they are now, by themselves: they may be painted by another thread, whatever becomes of the rest. All of them
    /// are divided already.
    virtual std::shared_ptr<const Pages> detached(int first, int last) const = 0;
};

} // namespace guanxi::app
