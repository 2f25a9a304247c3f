// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/helppane.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QTextDocument>

namespace guanxi::app {

HelpPane::HelpPane(QWidget *parent) : QTextBrowser(parent)
{
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(20);
    setAccessibleName(tr("Manual"));
}

void HelpPane::showPage(const QString &name)
{
    const QString language = QLocale().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(language, name));
    if (!file.exists() && name != QStringLiteral("home"))
        return showPage(QStringLiteral("home"));
    m_page = name;
    const bool opened = file.open(QIODevice::ReadOnly);
    setMarkdown(opened ? QString::fromUtf8(file.readAll()) : QString());
    document()->setDocumentMargin(20);
    moveCursor(QTextCursor::Start);
}

void HelpPane::doSetSource(const QUrl &url, QTextDocument::ResourceType)
{
    // Pages link to each other as "customers.md"; everything else is the browser's.
    if (url.isRelative())
        showPage(url.path().section(u'.', 0, 0));
    else
        QDesktopServices::openUrl(url);
}

void HelpPane::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_page.isEmpty())
        showPage(m_page);
}

} // namespace guanxi::app
