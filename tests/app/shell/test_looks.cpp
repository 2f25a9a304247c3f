// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/actions.h"
#include "app/shell/docks.h"
#include "app/shell/rail.h"
#include "app/shell/workspaces.h"
#include "app/widgets/tones.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QDockWidget>
#include <QFile>
#include <QMenu>
#include <QRegularExpression>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;

TEST_CASE("Every picture that the style sheet names is in the program")
{
    ShellData data;
    Shell shell(data);
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        shell.theme.use(mode);
        static const QRegularExpression picture(QStringLiteral("url\\(([^)]*)\\)"));
        int pictures = 0;
        for (auto matches = picture.globalMatch(qApp->styleSheet()); matches.hasNext(); ++pictures) {
            const QString path = matches.next().captured(1);
            INFO(path.toStdString());
            CHECK(QFile::exists(path));
        }
        CHECK(pictures > 0);
    }
}

TEST_CASE("Switching the language changes every visible text at once")
{
    ShellData data;
    Shell shell(data);
    const QString accounts = QStringLiteral("customers.accounts");
    REQUIRE(shell.window.actions().goMenu->title() == QStringLiteral("&Go"));
    REQUIRE(shell.window.rail().button(model::Workspace::Customers)->text() == QStringLiteral("Customers"));
    shell.language.use(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    CHECK(shell.window.rail().button(model::Workspace::Customers)->text() == QStringLiteral("客户"));
    CHECK(shell.window.actions().settings->text().contains(QStringLiteral("设置")));
    CHECK(shell.window.docks().dock(accounts)->windowTitle() == QStringLiteral("客户"));
    shell.language.use(QStringLiteral("en"));
    QCoreApplication::processEvents();
    CHECK(shell.window.rail().button(model::Workspace::Customers)->text() == QStringLiteral("Customers"));
}

TEST_CASE("Dates follow the language")
{
    ShellData data;
    Shell shell(data);
    shell.language.use(QStringLiteral("zh_CN"));
    CHECK(QLocale().language() == QLocale::Chinese);
    shell.language.use(QStringLiteral("en"));
    CHECK(QLocale().language() == QLocale::English);
}

TEST_CASE("Texts are legible in both themes")
{
    ShellData data;
    Shell shell(data);
    const bool dark = GENERATE(false, true);
    shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const QPalette palette = QApplication::palette();
    CHECK(isDark(palette) == dark);
    CHECK(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) >= 4.5);
    CHECK(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= 4.5);
    CHECK(contrast(palette.color(QPalette::Text), palette.color(QPalette::AlternateBase)) >= 4.5);
    CHECK(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    CHECK(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    CHECK(contrast(palette.color(QPalette::Link), palette.color(QPalette::Base)) >= 4.5);
    CHECK(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 4.5);
    const auto color = [&](const char *name) { return shell.theme.color(QString::fromLatin1(name)); };
    CHECK(contrast(color("quiet"), color("window")) >= 4.5);
    CHECK(contrast(color("quiet"), color("rail")) >= 4.5);
    CHECK(contrast(color("warning"), color("warningSoft")) >= 4.5);
    CHECK(contrast(color("bad"), color("base")) >= 4.5);
    CHECK(contrast(color("noticeText"), color("notice")) >= 4.5);
    CHECK(contrast(color("noticeLink"), color("notice")) >= 4.5);
    CHECK(contrast(color("text"), color("accentSoft")) >= 4.5);
    CHECK(contrast(color("highlightedText"), color("highlightHover")) >= 4.5);
    CHECK_FALSE(qApp->styleSheet().contains(u'@'));
}

TEST_CASE("Every icon that is named exists in both themes")
{
    ShellData data;
    Shell shell(data);
    QStringList names;
    for (const model::Entity &entity : data.company.catalogue.entities())
        if (!entity.icon.isEmpty())
            names.append(entity.icon);
    for (const auto &view : shell.controller.views())
        names.append(view->icon());
    for (const WorkspaceInfo &info : allWorkspaces())
        names.append(info.icon);
    for (const QAction *action : shell.window.actions().all())
        names.append(action->icon().name());
    for (const QString &name : names)
        for (const QString &theme : {QStringLiteral("guanxi-light"), QStringLiteral("guanxi-dark")}) {
            INFO(name.toStdString());
            bool found = false;
            for (const QString &size : {QStringLiteral("16"), QStringLiteral("22"), QStringLiteral("32")})
                found = found || QFile::exists(QStringLiteral(":/icons/%1/%2/%3.svg").arg(theme, size, name));
            CHECK(found);
        }
}

TEST_CASE("Every workspace has a help page in both languages")
{
    ShellData data;
    for (const WorkspaceInfo &info : allWorkspaces())
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh")}) {
            QFile page(QStringLiteral(":/help/%1/%2.md").arg(language, info.code));
            REQUIRE(page.open(QIODevice::ReadOnly));
            CHECK(page.readAll().startsWith("# "));
        }
}
