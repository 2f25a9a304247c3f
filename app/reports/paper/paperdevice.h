// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/pages.h"
#include "common/base/result.h"

#include <QPainter>

#include <memory>

class QPagedPaintDevice;
class QPrinter;

namespace guanxi::app {

/// Where pages are printed to: a PDF file or a printer. Used by one thread at a time.
class PaperDevice
{
public:
    virtual ~PaperDevice() = default;

    /// The file stands there only after end(); until then what was there before does.
    static std::unique_ptr<PaperDevice> pdf(const QString &path, const QString &title);
    static std::unique_ptr<PaperDevice> printer(std::unique_ptr<QPrinter> printer);

    Result<void> write(const Pages &pages, int page);
    virtual Result<void> end() = 0;

protected:
    virtual QPagedPaintDevice &device() = 0;
    virtual Result<void> open() = 0;
    virtual Error fault() const = 0;

    QPainter m_painter; ///< ended before the device goes
};

/// Paints a page of a scale: 1 is one pixel for a point.
void paintPage(QPainter &painter, const Pages &pages, int page, double scale);

} // namespace guanxi::app
