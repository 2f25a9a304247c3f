// SPDX-License-Identifier: GPL-3.0-or-later
// The desk locks itself while somebody types: the window goes without asking, and comes back after unlocking.
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/docks.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/customers.h"

#include <catch2/catch_test_macros.hpp>

#include <QLineEdit>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;

namespace {

void type(RecordForm &form, model::FieldId field, const QString &text)
{
    auto *line = form.editor(field)->findChild<QLineEdit *>();
    REQUIRE(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

QList<RecordFormDialog *> formsOf(const Shell &shell) { return shell.window.findChildren<RecordFormDialog *>(); }

} // namespace

TEST_CASE("A new record that was being typed when the desk locked itself is open again after unlocking, to the last letter")
{
    ShellData data;
    auto shell = std::make_unique<Shell>(data);
    shell->controller.createRecord(Account::entity);
    REQUIRE(formsOf(*shell).size() == 1);
    type(*formsOf(*shell).first()->form(), Account::name.id, QStringLiteral("Half typed"));
    shell.reset();
    CHECK(data.records().actions.isEmpty());

    shell = std::make_unique<Shell>(data);
    REQUIRE(formsOf(*shell).size() == 1);
    RecordForm &form = *formsOf(*shell).first()->form();
    CHECK(form.editor(Account::name.id)->value() == model::Value(QStringLiteral("Half typed")));
    CHECK(form.isDirty());
    // Dropped on purpose it stays away.
    form.discard();
    shell.reset();
    shell = std::make_unique<Shell>(data);
    CHECK(formsOf(*shell).isEmpty());
}

TEST_CASE("A record that was being changed when the desk locked itself stands there changed after unlocking")
{
    ShellData data;
    const model::RecordRef ref = data.company.accounts.first().ref();
    auto shell = std::make_unique<Shell>(data);
    shell->controller.openRecord(ref);
    auto *pane = qobject_cast<RecordPane *>(shell->window.docks().content(MainWindowController::dockId(ref)));
    REQUIRE(pane);
    pane->edit();
    REQUIRE(formsOf(*shell).size() == 1);
    type(*formsOf(*shell).first()->form(), Account::phone.id, QStringLiteral("010-63334444"));
    shell.reset();
    CHECK(data.records().actions.isEmpty());

    shell = std::make_unique<Shell>(data);
    REQUIRE(formsOf(*shell).size() == 1);
    RecordForm &form = *formsOf(*shell).first()->form();
    CHECK(form.ref() == ref);
    CHECK(form.editor(Account::phone.id)->value() == model::Value(QStringLiteral("010-63334444")));
    CHECK(form.isDirty());
}
