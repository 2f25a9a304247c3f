// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QIcon>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QStyleHints>
#include <QToolTip>

namespace guanxi::app {

namespace {

struct RoleName {
    QPalette::ColorRole role;
    const char *name;
};

constexpr RoleName Roles[] = {
    {QPalette::Window, "window"}, {QPalette::WindowText, "windowText"}, {QPalette::Base, "base"},
    {QPalette::AlternateBase, "alternateBase"}, {QPalette::Text, "text"}, {QPalette::PlaceholderText, "placeholder"},
    {QPalette::Button, "button"}, {QPalette::ButtonText, "buttonText"}, {QPalette::BrightText, "brightText"},
    {QPalette::ToolTipBase, "toolTipBase"}, {QPalette::ToolTipText, "toolTipText"},
    {QPalette::Highlight, "highlight"}, {QPalette::HighlightedText, "highlightedText"}, {QPalette::Link, "link"},
    {QPalette::LinkVisited, "linkVisited"}, {QPalette::Light, "light"}, {QPalette::Midlight, "midlight"},
    {QPalette::Mid, "mid"}, {QPalette::Dark, "dark"}, {QPalette::Shadow, "shadow"}};

QByteArray readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPalette paletteOf(const QHash<QString, QColor> &colors)
{
    QPalette palette;
    for (const RoleName &role : Roles)
        palette.setColor(role.role, colors.value(QString::fromLatin1(role.name)));
    const QColor disabled = colors.value(QStringLiteral("disabledText"));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

} // namespace

Theme::Theme(QApplication &application) : m_application(application)
{
    m_systemDark = application.palette().color(QPalette::Window).lightness() < 128;
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QIcon::setThemeSearchPaths({QStringLiteral(":/icons")});
    QIcon::setFallbackThemeName(QString());
    application.setWindowIcon(QIcon(QStringLiteral(":/icons/guanxi.svg")));
    watchSystem();
    apply();
}

void Theme::watchSystem()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_systemDark = m_application.styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(m_application.styleHints(), &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_systemDark = scheme == Qt::ColorScheme::Dark;
        if (m_mode == Mode::System)
            apply();
    });
#else
    m_application.installEventFilter(this);
#endif
}

bool Theme::readSystem()
{
    m_application.setPalette(QPalette());
    return m_application.palette().color(QPalette::Window).lightness() < 128;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Every window is told of a change of the system's theme; one look at it is enough, after all of them.
    if (event->type() == QEvent::ThemeChange && !m_asking) {
        m_asking = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_systemDark = readSystem();
                apply();
                m_asking = false;
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

bool Theme::isDark() const { return m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark); }

void Theme::use(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::apply()
{
    readColors(isDark() ? QStringLiteral(":/themes/dark.json") : QStringLiteral(":/themes/light.json"));
    QIcon::setThemeName(isDark() ? QStringLiteral("guanxi-dark") : QStringLiteral("guanxi-light"));
    const QPalette palette = paletteOf(m_colors);
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
    m_application.setStyleSheet(styleSheet());
    Q_EMIT changed();
}

void Theme::readColors(const QString &file)
{
    m_colors.clear();
    const QJsonObject names = QJsonDocument::fromJson(readResource(file)).object();
    for (auto entry = names.begin(); entry != names.end(); ++entry)
        m_colors.insert(entry.key(), QColor(entry.value().toString()));
}

QString Theme::styleSheet() const
{
    QString text = QString::fromUtf8(readResource(QStringLiteral(":/themes/guanxi.qss")));
    text.replace(QStringLiteral("@icons"), QStringLiteral(":/icons/") + QIcon::themeName());
    static const QRegularExpression name(QStringLiteral("@([A-Za-z]+)"));
    QString filled;
    qsizetype at = 0;
    for (auto matches = name.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        filled += QStringView(text).mid(at, match.capturedStart() - at);
        filled += match.captured(1) == QStringLiteral("icons") ? QIcon::themeName() : m_colors.value(match.captured(1)).name();
        at = match.capturedEnd();
    }
    filled += QStringView(text).mid(at);
    return filled;
}

void Theme::useFontFor(const QString &language)
{
    // All of these have figures of one width, so that columns of numbers line up.
    static const QStringList chinese{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                                     QStringLiteral("Microsoft YaHei UI"), QStringLiteral("Microsoft YaHei")};
    static const QStringList english{QStringLiteral("Segoe UI"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")};
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    for (const QString &family : language == QStringLiteral("zh") ? chinese + english : english + chinese)
        if (installed.contains(family) && !families.contains(family))
            families.append(family);
    QFont font = m_application.font();
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setPointSizeF(9.5);
    m_application.setFont(font);
}

Theme::Mode Theme::modeNamed(const QString &name)
{
    return name == QStringLiteral("dark") ? Mode::Dark : name == QStringLiteral("light") ? Mode::Light : Mode::System;
}

QString Theme::nameOf(Mode mode)
{
    return mode == Mode::Dark ? QStringLiteral("dark") : mode == Mode::Light ? QStringLiteral("light") : QStringLiteral("system");
}

} // namespace guanxi::app
