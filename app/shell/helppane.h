// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace guanxi::app {

/// The manual, offline: Markdown pages from resources/help in the language of the moment.
class HelpPane : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpPane(QWidget *parent = nullptr);

    /// A page by its name ("customers"); unknown ones show the first page.
    void showPage(const QString &name);
    QString page() const { return m_page; }

protected:
    void changeEvent(QEvent *event) override;
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;

private:
    QString m_page;
};

} // namespace guanxi::app
