// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/commandpalette.h"
#include "app/shell/docks.h"
#include "app/shell/palettemark.h"
#include "common/model/catalogue/customers.h"

#include <catch2/catch_test_macros.hpp>

#include <QLineEdit>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;
using model::Workspace;

namespace {

/// Types into the palette and waits until it has answered.
void type(Shell &shell, const QString &text)
{
    shell.press(Qt::Key_K, Qt::ControlModifier);
    QLineEdit *line = shell.controller.palette().findChild<QLineEdit *>();
    REQUIRE(line->hasFocus());
    line->insert(text); // simulated keys know Latin letters only
}

bool offers(const CommandPalette &palette, const QString &text)
{
    for (const PaletteEntry &entry : palette.shown())
        if (entry.text == text)
            return true;
    return false;
}

} // namespace

TEST_CASE("The palette runs a command by its name, with the keyboard alone")
{
    ShellData data;
    Shell shell(data);
    type(shell, QStringLiteral("go to: ticket"));
    shell.press(Qt::Key_Return);
    CHECK(shell.controller.workspace() == Workspace::Service);
    CHECK_FALSE(shell.controller.palette().isVisible());
}

TEST_CASE("The palette opens a record by a part of its name")
{
    ShellData data;
    Shell shell(data);
    const model::Record account = data.company.accounts[3];
    type(shell, account[Account::name].left(6));
    CHECK(waitFor([&] { return offers(shell.controller.palette(), account[Account::name]); }));
    CHECK(shell.controller.palette().shown().first().kind == PaletteEntry::Kind::Heading);
    CHECK(shell.controller.palette().currentRow() == 1);
    const model::RecordRef chosen = shell.controller.palette().shown()[1].record;
    shell.press(Qt::Key_Return);
    CHECK(shell.window.docks().isOpen(MainWindowController::dockId(chosen)));
}

TEST_CASE("Arrows walk over the headings, Escape leaves and gives the keyboard back")
{
    ShellData data;
    Shell shell(data);
    shell.controller.openRecord(data.company.accounts[0].ref());
    shell.controller.openRecord(data.company.accounts[1].ref());
    const QWidget *before = QApplication::focusWidget();
    shell.press(Qt::Key_K, Qt::ControlModifier);
    const CommandPalette &palette = shell.controller.palette();
    REQUIRE(palette.shown().size() > 4);
    CHECK(palette.shown()[1].record == data.company.accounts[1].ref());
    CHECK(palette.currentRow() == 1);
    shell.press(Qt::Key_Down);
    CHECK(palette.currentRow() == 2);
    shell.press(Qt::Key_Down);
    CHECK(palette.shown()[3].kind == PaletteEntry::Kind::Heading);
    CHECK(palette.currentRow() == 4);
    shell.press(Qt::Key_Up);
    CHECK(palette.currentRow() == 2);
    shell.press(Qt::Key_Escape);
    CHECK_FALSE(palette.isVisible());
    CHECK(QApplication::focusWidget() == before);
}

TEST_CASE("Commands show their shortcut and are found by pinyin")
{
    ShellData data;
    Shell shell(data);
    shell.language.use(QStringLiteral("zh_CN"));
    type(shell, QStringLiteral(">shezhi"));
    CHECK(waitFor([&] { return offers(shell.controller.palette(), QStringLiteral("设置")); }));
    for (const PaletteEntry &entry : shell.controller.palette().shown())
        if (entry.text == QStringLiteral("设置"))
            CHECK(entry.hint == QStringLiteral("Ctrl+,"));
}

TEST_CASE("What the user may not create is not offered")
{
    ShellData data;
    model::RightsInput input;
    input.access = {{Account::entity, model::Action::View, model::Reach::All, {}}};
    data.records().setRights(model::Rights(input, data.company.catalogue));
    Shell shell(data);
    shell.press(Qt::Key_K, Qt::ControlModifier);
    CHECK_FALSE(offers(shell.controller.palette(), QStringLiteral("New: Customer")));
    CHECK(offers(shell.controller.palette(), QStringLiteral("Go to: Customers")));
}

TEST_CASE("What was typed is marked, letter by letter, by initials and by syllables")
{
    const QString name = QStringLiteral("上海北京长城机械有限公司");
    const auto marked = [&](const QString &typed) {
        const PaletteMark mark = markOf(name, typed);
        return name.mid(mark.at, mark.length);
    };
    CHECK(marked(QStringLiteral("长城")) == QStringLiteral("长城"));
    CHECK(marked(QStringLiteral("bjcc")) == QStringLiteral("北京长城"));
    CHECK(marked(QStringLiteral("BJcc")) == QStringLiteral("北京长城"));
    CHECK(marked(QStringLiteral("beijing")) == QStringLiteral("北京"));
    CHECK(marked(QStringLiteral("beij")) == QStringLiteral("北京"));
    CHECK(marked(QStringLiteral("zhangc")) == QStringLiteral("长城"));
    CHECK(marked(QStringLiteral("changch")) == QStringLiteral("长城"));
    CHECK(marked(QStringLiteral("xyz")).isEmpty());
    CHECK(marked(QString()).isEmpty());
    CHECK(markOf(QStringLiteral("新建 客户"), QStringLiteral("xjkh")).length == 5);
}
