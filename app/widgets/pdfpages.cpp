// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pdfpages.h"

#ifdef GUANXI_POPPLER
#include <poppler-qt6.h>
#endif

namespace guanxi::app {

#ifdef GUANXI_POPPLER

namespace {

constexpr double PointsPerInch = 72;

} // namespace

struct PdfPages::Document {
    std::unique_ptr<Poppler::Document> pages;
};

PdfPages::PdfPages(std::unique_ptr<Document> document) : m_document(std::move(document)) {}
PdfPages::~PdfPages() = default;

namespace {

bool prepare(Poppler::Document *document)
{
    if (!document || document->isLocked() || document->numPages() == 0)
        return false;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return true;
}

} // namespace

std::unique_ptr<PdfPages> PdfPages::open(QIODevice &content)
{
    auto document = Poppler::Document::load(&content);
    if (!prepare(document.get()))
        return nullptr;
    return std::unique_ptr<PdfPages>(new PdfPages(std::make_unique<Document>(Document{std::move(document)})));
}

std::unique_ptr<PdfPages> PdfPages::open(const QByteArray &content)
{
    auto document = Poppler::Document::loadFromData(content);
    if (!prepare(document.get()))
        return nullptr;
    return std::unique_ptr<PdfPages>(new PdfPages(std::make_unique<Document>(Document{std::move(document)})));
}

int PdfPages::count() const { return m_document->pages->numPages(); }

QImage PdfPages::page(int index, const QSize &size) const
{
    const std::unique_ptr<Poppler::Page> page = m_document->pages->page(index);
    if (!page || page->pageSizeF().isEmpty())
        return {};
    const QSizeF points = page->pageSizeF();
    const double scale = std::min(size.width() / points.width(), size.height() / points.height());
    return page->renderToImage(PointsPerInch * scale, PointsPerInch * scale);
}

#else

struct PdfPages::Document {
};

PdfPages::PdfPages(std::unique_ptr<Document> document) : m_document(std::move(document)) {}
PdfPages::~PdfPages() = default;
std::unique_ptr<PdfPages> PdfPages::open(QIODevice &) { return nullptr; }
std::unique_ptr<PdfPages> PdfPages::open(const QByteArray &) { return nullptr; }
int PdfPages::count() const { return 0; }
QImage PdfPages::page(int, const QSize &) const { return {}; }

#endif

} // namespace guanxi::app
