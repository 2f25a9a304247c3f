// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/paperdevice.h"

#include "app/reports/paper/searchablepdf.h"

#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

namespace guanxi::app {

namespace {

constexpr int PdfResolution = 1200;
constexpr double PointsPerInch = 72;

class PdfDevice final : public PaperDevice
{
public:
    PdfDevice(const QString &path, const QString &title) : m_file(path), m_title(title) {}
    ~PdfDevice() override
    {
        if (m_painter.isActive())
            m_painter.end();
    }

private:
    QPagedPaintDevice &device() override { return *m_writer; }
    Result<void> open() override
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return fault();
        m_way = std::make_unique<SearchablePdf>(m_file);
        m_writer = std::make_unique<QPdfWriter>(m_way.get());
        m_writer->setResolution(PdfResolution);
        m_writer->setTitle(m_title);
        m_writer->setCreator(QStringLiteral("Guanxi"));
        return {};
    }
    Error fault() const override { return {ErrorCode::FileFailed, {m_file.fileName(), m_file.errorString()}}; }
    Result<void> end() override
    {
        const bool ended = !m_painter.isActive() || m_painter.end();
        m_writer.reset();
        if (ended && m_file.commit())
            return {};
        return fault();
    }

    QSaveFile m_file;
    QString m_title;
    std::unique_ptr<SearchablePdf> m_way;
    std::unique_ptr<QPdfWriter> m_writer;
};

class PrinterDevice final : public PaperDevice
{
public:
    explicit PrinterDevice(std::unique_ptr<QPrinter> printer) : m_printer(std::move(printer)) { m_printer->setFullPage(true); }
    ~PrinterDevice() override
    {
        if (!m_painter.isActive())
            return;
        m_printer->abort();
        m_painter.end();
    }

private:
    QPagedPaintDevice &device() override { return *m_printer; }
    Result<void> open() override { return {}; }
    Error fault() const override { return {ErrorCode::FileFailed, {m_printer->printerName(), {}}}; }
    Result<void> end() override
    {
        const bool ended = !m_painter.isActive() || m_painter.end();
        if (ended && m_printer->printerState() != QPrinter::Error)
            return {};
        return fault();
    }

    std::unique_ptr<QPrinter> m_printer;
};

/// The paper to its edges: what is painted brings its margins along.
QPageLayout wholePaper(QPageLayout layout)
{
    layout.setMode(QPageLayout::FullPageMode);
    layout.setMargins(QMarginsF());
    return layout;
}

} // namespace

std::unique_ptr<PaperDevice> PaperDevice::pdf(const QString &path, const QString &title) { return std::make_unique<PdfDevice>(path, title); }

std::unique_ptr<PaperDevice> PaperDevice::printer(std::unique_ptr<QPrinter> printer) { return std::make_unique<PrinterDevice>(std::move(printer)); }

Result<void> PaperDevice::write(const Pages &pages, int page)
{
    const bool isFirst = !m_painter.isActive();
    if (isFirst)
        GUANXI_TRY(open());
    device().setPageLayout(wholePaper(pages.layout()));
    if (isFirst ? !m_painter.begin(&device()) : !device().newPage())
        return fault();
    paintPage(m_painter, pages, page, m_painter.device()->logicalDpiX() / PointsPerInch);
    return {};
}

void paintPage(QPainter &painter, const Pages &pages, int page, double scale)
{
    painter.save();
    painter.scale(scale, scale);
    pages.paint(painter, page);
    painter.restore();
}

} // namespace guanxi::app
