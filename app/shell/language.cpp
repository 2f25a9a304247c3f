// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

namespace guanxi::app {

Language::Language(QCoreApplication &application) : m_application(application), m_system(QLocale::system()) {}

Language::~Language()
{
    for (const std::unique_ptr<QTranslator> &translator : m_translators)
        m_application.removeTranslator(translator.get());
}

QLocale Language::localeOf(const QString &name)
{
    // Where the system's language differs from the one chosen, English is written with Canada's dates (2026-03-31):
    // nobody in an international company misreads those.
    const QLocale system = QLocale::system();
    const bool chinese = name.startsWith(QStringLiteral("zh"));
    const QLocale::Language wanted = chinese ? QLocale::Chinese : QLocale::English;
    if (system.language() == wanted && system.name() != QStringLiteral("en_US"))
        return system;
    return chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::Canada);
}

void Language::use(const QString &name)
{
    QString known = name;
    if (known != QStringLiteral("zh_CN") && known != QStringLiteral("en"))
        known = m_system.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (known == m_name)
        return;
    m_name = known;
    QLocale::setDefault(localeOf(m_name));
    installTranslators();
    Q_EMIT changed();
}

void Language::installTranslators()
{
    for (const std::unique_ptr<QTranslator> &translator : m_translators)
        m_application.removeTranslator(translator.get());
    m_translators.clear();
    const QDir texts(QStringLiteral(":/i18n"));
    QStringList files = texts.entryList({QStringLiteral("*_") + m_name + QStringLiteral(".qm")}, QDir::Files);
    for (QString &file : files)
        file = texts.filePath(file);
    // Qt's own dialogs (print, colour, file), where the machine has their translation.
    if (isChinese())
        files.prepend(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_zh_CN.qm"));
    for (const QString &file : files) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(file))
            continue;
        m_application.installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
}

} // namespace guanxi::app
