// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filepreview.h"

#include "app/data/attachments.h"
#include "app/widgets/attachmentsmodel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortext.h"
#include "app/widgets/filecontent.h"
#include "common/base/textdecode.h"
#include "common/model/catalogue/work.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Document;

namespace {

constexpr qint64 LargestShown = 64 * qint64(1024 * 1024);
constexpr qint64 TextShown = 256 * 1024;
constexpr int Margin = 8;

} // namespace

FilePreview::FilePreview(Records &records, QWidget *parent)
    : QStackedWidget(parent), m_records(records), m_message(new EmptyState), m_text(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("filePreview"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Text of the file"));
    insertWidget(Nothing, new QWidget);
    insertWidget(Message, m_message);
    insertWidget(Picture, buildPicture());
    insertWidget(Text, m_text);
    connect(m_message, &EmptyState::actionRequested, this, [this] {
        const FileState state = m_records.attachments()->state(m_document[Document::blob]);
        state.isHere() ? Q_EMIT openRequested() : Q_EMIT fetchRequested();
    });
}

QWidget *FilePreview::buildPicture()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_picture = new QLabel;
    m_picture->setAlignment(Qt::AlignCenter);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_picture);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Preview"));
    m_pager = new QWidget;
    auto *row = new QHBoxLayout(m_pager);
    row->setContentsMargins(Margin, 4, Margin, 4);
    const auto button = [this, row](const QString &icon, const QString &tip, int step) {
        auto *made = new QToolButton;
        made->setIcon(QIcon::fromTheme(icon));
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setAutoRaise(true);
        row->addWidget(made);
        connect(made, &QToolButton::clicked, this, [this, step] { turn(step); });
        return made;
    };
    row->addStretch();
    m_previous = button(QStringLiteral("go-previous"), tr("Previous page (Page Up)"), -1);
    m_number = new QLabel;
    row->addWidget(m_number);
    m_next = button(QStringLiteral("go-next"), tr("Next page (Page Down)"), 1);
    m_fetch = new QPushButton;
    row->addWidget(m_fetch);
    connect(m_fetch, &QPushButton::clicked, this, &FilePreview::fetchRequested);
    row->addStretch();
    column->addWidget(m_scroll, 1);
    column->addWidget(m_pager);
    return page;
}

void FilePreview::show(const model::Record &document)
{
    m_document = document;
    if (!document.isValid()) {
        m_shown.clear();
        setCurrentIndex(Nothing);
        return;
    }
    const FileState state = m_records.attachments()->state(document[Document::blob]);
    if (state.isHere() && m_shown == document[Document::blob])
        return;
    m_shown.clear();
    m_pages.reset();
    m_content.clear();
    const bool showable = kindOf(document[Document::mime]) != ContentKind::Other
        && (document[Document::size] <= LargestShown || kindOf(document[Document::mime]) == ContentKind::Text);
    if (state.isHere() && showable)
        read();
    else
        explain();
}

void FilePreview::explain()
{
    const FileState state = m_records.attachments()->state(m_document[Document::blob]);
    const QByteArray thumbnail = m_document[Document::thumbnail];
    // Something to look at while the whole of it is elsewhere.
    if (!state.isHere() && !thumbnail.isEmpty() && !state.fault) {
        m_pages.reset();
        showPicture(QImage::fromData(thumbnail));
        const bool fetching = state.place == FileState::Place::Fetching;
        m_number->setText(fetching ? tr("Fetching %1 %").arg(state.percent) : QString());
        m_fetch->setText(tr("Fetch and show (%1)").arg(sizeText(m_document[Document::size])));
        m_fetch->setVisible(!fetching && currentIndex() == Picture);
        return m_pager->setVisible(currentIndex() == Picture);
    }
    const QString icon = iconOf(m_document[Document::mime]);
    if (state.place == FileState::Place::Fetching)
        m_message->say(icon, tr("Fetching %1 %").arg(state.percent), tr("It is shown as soon as it is here. You can go on working."));
    else if (state.fault && state.isHere())
        m_message->say(icon, tr("Not uploaded yet"), AttachmentsModel::faultText(state), tr("Open"));
    else if (state.fault)
        m_message->say(icon, tr("Not here yet"), errorText(*state.fault), tr("Try again"));
    else if (!state.isHere())
        m_message->say(icon, tr("On the server"), tr("%1 to fetch.").arg(sizeText(m_document[Document::size])), tr("Fetch and show"));
    else
        m_message->say(icon, tr("No preview of this kind of file"), tr("Open it with the program that this computer has for it."), tr("Open"));
    setCurrentIndex(Message);
}

void FilePreview::read()
{
    const QByteArray blob = m_document[Document::blob];
    m_shown = blob;
    const bool text = kindOf(m_document[Document::mime]) == ContentKind::Text;
    m_records.attachments()->read(blob, text ? TextShown : LargestShown, this, [this, blob](const Result<QByteArray> &content) {
        if (m_shown != blob)
            return;
        if (content)
            return take(*content);
        m_shown.clear();
        explain();
    });
}

void FilePreview::take(const QByteArray &content)
{
    const ContentKind kind = kindOf(m_document[Document::mime]);
    m_page = 0;
    if (kind == ContentKind::Text)
        return showText(content);
    m_content = content;
    m_pages = kind == ContentKind::Pdf ? PdfPages::open(m_content) : nullptr;
    if (kind == ContentKind::Picture) {
        QBuffer buffer(&m_content);
        buffer.open(QIODevice::ReadOnly);
        const QSize largest = space().expandedTo(QSize(2048, 2048));
        showPicture(pictureFrom(buffer, largest));
        m_content.clear();
    } else if (m_pages) {
        showPicture(m_pages->page(0, space()));
    } else {
        showPicture({});
    }
}

void FilePreview::showText(const QByteArray &content)
{
    const bool cut = m_document[Document::size] > content.size();
    QString text = decodeText(content, cut);
    if (cut)
        text += u'\n' + tr("… The rest is not shown. Open the file to see all of it.");
    m_text->setPlainText(text);
    setCurrentIndex(Text);
}

void FilePreview::showPicture(const QImage &image)
{
    m_image = image;
    if (image.isNull()) {
        m_message->say(iconOf(m_document[Document::mime]), tr("This file cannot be shown here"),
                       tr("It may be damaged, closed by a password or too large. Another program may be able to open it."), tr("Open"));
        return setCurrentIndex(Message);
    }
    m_pager->setVisible(m_pages && m_pages->count() > 1);
    m_fetch->hide();
    m_previous->setVisible(m_pages != nullptr);
    m_next->setVisible(m_pages != nullptr);
    if (m_pages) {
        m_number->setText(tr("Page %1 of %2").arg(m_page + 1).arg(m_pages->count()));
        m_previous->setEnabled(m_page > 0);
        m_next->setEnabled(m_page + 1 < m_pages->count());
    }
    setCurrentIndex(Picture);
    fit();
}

QSize FilePreview::space() const
{
    return (size() - QSize(2 * Margin, 2 * Margin + (m_pages && m_pages->count() > 1 ? 36 : 0))).expandedTo(QSize(64, 64)) * devicePixelRatioF();
}

void FilePreview::fit()
{
    if (m_image.isNull())
        return;
    QImage fitted = m_image;
    if (fitted.width() > space().width() || fitted.height() > space().height())
        fitted = fitted.scaled(space(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    fitted.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(QPixmap::fromImage(fitted));
}

void FilePreview::turn(int step)
{
    if (!m_pages || m_page + step < 0 || m_page + step >= m_pages->count())
        return;
    m_page += step;
    showPicture(m_pages->page(m_page, space()));
}

void FilePreview::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    if (currentIndex() != Picture)
        return;
    if (m_pages)
        m_image = m_pages->page(m_page, space());
    fit();
}

void FilePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp)
        return turn(event->key() == Qt::Key_PageDown ? 1 : -1);
    QStackedWidget::keyPressEvent(event);
}

QString FilePreview::text() const { return currentIndex() == Text ? m_text->toPlainText() : QString(); }

} // namespace guanxi::app
