// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>

#include <memory>
#include <vector>

class QCoreApplication;
class QTranslator;

namespace guanxi::app {

/// The language of the moment: texts and the way dates and numbers are written. Can change while windows are open;
/// every open window then gets a LanguageChange event from Qt.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QCoreApplication &application);
    ~Language() override;

    /// "zh_CN" or "en"; anything else: by the system's language.
    void use(const QString &name);
    /// "zh_CN" or "en".
    QString name() const { return m_name; }
    bool isChinese() const { return m_name.startsWith(QStringLiteral("zh")); }
    /// "zh" or "en": folder of the help pages, key of JSON labels.
    QString shortName() const { return m_name.left(2); }

Q_SIGNALS:
    void changed();

private:
    void installTranslators();
    static QLocale localeOf(const QString &name);

    QCoreApplication &m_application;
    const QLocale m_system;
    QString m_name;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace guanxi::app
