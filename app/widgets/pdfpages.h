// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <memory>

class QIODevice;

namespace guanxi::app {

/// The pages of a PDF as pictures. A build without Poppler knows none.
class PdfPages
{
public:
    /// nullptr when it cannot be read (damaged, or closed by a password). `content` lives as long as the pages.
    static std::unique_ptr<PdfPages> open(QIODevice &content);
    static std::unique_ptr<PdfPages> open(const QByteArray &content);
    ~PdfPages();

    int count() const;
    /// Fitted into `size`.
    QImage page(int index, const QSize &size) const;

private:
    struct Document;
    explicit PdfPages(std::unique_ptr<Document> document);

    std::unique_ptr<Document> m_document;
};

} // namespace guanxi::app
