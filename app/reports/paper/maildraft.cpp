// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/maildraft.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace guanxi::app {

Result<void> openMailDraft(const MailDraft &draft, const QString &program)
{
    const QString found = program.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("xdg-email")) : program;
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, {QStringLiteral("xdg-email")}};
    QStringList arguments{QStringLiteral("--utf8"), QStringLiteral("--subject"), draft.subject, QStringLiteral("--body"), draft.body,
                          QStringLiteral("--attach"), draft.attachment};
    if (!draft.to.isEmpty())
        arguments.append(draft.to);
    if (!QProcess::startDetached(found, arguments))
        return Error{ErrorCode::NotFound, {found}};
    return {};
}

QString mailFolder()
{
    // A child of the application: as long as the program runs, and no longer.
    class Folder : public QObject
    {
    public:
        using QObject::QObject;
        QTemporaryDir folder{QDir::temp().filePath(QStringLiteral("guanxi-mail-XXXXXX"))};
    };
    const QString name = QStringLiteral("mailFolder");
    auto *kept = static_cast<Folder *>(qApp->findChild<QObject *>(name, Qt::FindDirectChildrenOnly));
    if (!kept) {
        kept = new Folder(qApp);
        kept->setObjectName(name);
    }
    return kept->folder.isValid() ? kept->folder.path() : QString();
}

} // namespace guanxi::app
