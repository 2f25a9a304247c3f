// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/pdfpages.h"

#include <QStackedWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace guanxi::app {

class EmptyState;

/// Shows the content of a document where it is here and of a kind that can be shown: pictures, text, pages of a PDF. Else
/// its small picture, and what can be done.
class FilePreview : public QStackedWidget
{
    Q_OBJECT

public:
    explicit FilePreview(Records &records, QWidget *parent = nullptr);

    /// An invalid record: nothing is chosen.
    void show(const model::Record &document);
    const model::Record &document() const { return m_document; }
    int page() const { return m_page; }
    QString text() const;
    QImage picture() const { return m_image; }

Q_SIGNALS:
    void fetchRequested();
    void openRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Place { Nothing, Message, Picture, Text };
    QWidget *buildPicture();
    void read();
    void take(const QByteArray &content);
    void showPicture(const QImage &image);
    void showText(const QByteArray &content);
    void turn(int step);
    void fit();
    void explain();
    /// In pixels of the screen.
    QSize space() const;

    Records &m_records;
    model::Record m_document;
    QByteArray m_shown; ///< blob whose content is on screen or on its way
    QByteArray m_content;
    QImage m_image;
    std::unique_ptr<PdfPages> m_pages;
    int m_page = 0;
    EmptyState *m_message;
    QLabel *m_picture = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_pager = nullptr;
    QLabel *m_number = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QPushButton *m_fetch = nullptr;
    QPlainTextEdit *m_text;
};

} // namespace guanxi::app
