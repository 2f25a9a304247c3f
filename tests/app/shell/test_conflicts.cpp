// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/docks.h"
#include "app/shell/noticebar.h"
#include "app/views/conflicts/conflictsview.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/sync/conflictkind.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;
using model::Conflict;

namespace {

const QString Mine = QStringLiteral("010-61111111");
const QString Theirs = QStringLiteral("010-62222222");

ConflictsView &openDesk(Shell &shell)
{
    shell.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    auto *desk = qobject_cast<ConflictsView *>(shell.window.docks().content(QStringLiteral("conflicts.desk")));
    REQUIRE(desk);
    return *desk;
}

QStringList textsIn(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

} // namespace

TEST_CASE("The conflict desk shows what was before, mine and theirs")
{
    ShellData data;
    data.addConflict(data.company.accounts.first(), Mine, Theirs);
    Shell shell(data);
    ConflictsView &desk = openDesk(shell);
    REQUIRE(desk.count() == 1);
    const QStringList texts = textsIn(desk);
    CHECK(texts.contains(Mine));
    CHECK(texts.contains(Theirs));
    CHECK(texts.contains(QStringLiteral("010-60000000")));
    CHECK(texts.contains(data.company.accounts.first()[Account::name]));
}

TEST_CASE("A conflict is settled with the keyboard, in one action that can be undone")
{
    ShellData data;
    model::Record account = data.company.accounts.first();
    account.set(Account::phone, Theirs);
    data.records().arrive(account);
    const model::Record conflict = data.addConflict(account, Mine, Theirs);
    Shell shell(data);
    ConflictsView &desk = openDesk(shell);
    QString expected;
    qint64 resolution = 0;
    SECTION("Alt+1 takes mine")
    {
        shell.press(Qt::Key_1, Qt::AltModifier);
        expected = Mine;
        resolution = Conflict::Mine;
    }
    SECTION("Alt+2 keeps theirs")
    {
        shell.press(Qt::Key_2, Qt::AltModifier);
        expected = Theirs;
        resolution = Conflict::Theirs;
    }
    SECTION("Alt+3 takes what was typed")
    {
        QLineEdit *third = desk.findChild<QLineEdit *>();
        REQUIRE(third);
        third->setFocus();
        third->selectAll();
        QTest::keyClicks(third, QStringLiteral("010-63333333"));
        shell.press(Qt::Key_3, Qt::AltModifier);
        expected = QStringLiteral("010-63333333");
        resolution = Conflict::Merged;
    }
    INFO(shell.window.notices().text().toStdString());
    REQUIRE(waitFor([&] { return desk.count() == 0; }));
    CHECK((*data.records().load(account.ref()))[Account::phone] == expected);
    const model::Record settled = *data.records().load(conflict.ref());
    CHECK(settled[Conflict::state] == Conflict::Resolved);
    CHECK(settled[Conflict::resolution] == resolution);
    CHECK(settled[Conflict::resolvedBy] == data.records().me());
    CHECK(data.records().actions.last() == QStringLiteral("resolve"));
    REQUIRE(data.records().undo(data.records().lastUndoable()));
    CHECK(waitFor([&] { return desk.count() == 1; }));
    CHECK((*data.records().load(account.ref()))[Account::phone] == Theirs);
}

TEST_CASE("A change that was refused as a whole is tried again or discarded")
{
    ShellData data;
    const model::Record account = data.company.accounts.first();
    model::ChangeSet set;
    set.name = QStringLiteral("save");
    set.changes = {{model::ChangeKind::Update, account.ref(), 0,
                    {{Account::phone.id, model::Value(Theirs), model::Value(Mine), 0}}}};
    const QJsonObject parked{{QStringLiteral("seq"), 1},
                             {QStringLiteral("changeset"), QString::fromLatin1(model::encodeChangeSet(set).toBase64())}};
    data.records().add(Conflict::entity,
                       {{Conflict::record.id, model::Value(account.ref())},
                        {Conflict::field.id, model::Value(0)},
                        {Conflict::kind.id, model::Value(qint64(sync::ConflictKind::Rule))},
                        {Conflict::parked.id, model::Value(QString::fromUtf8(QJsonDocument(parked).toJson()))},
                        {Conflict::mineBy.id, model::Value(data.records().me())},
                        {Conflict::mineAt.id, model::Value(data.clock.wallMs())},
                        {Conflict::state.id, model::Value(qint64(Conflict::Open))}});
    Shell shell(data);
    ConflictsView &desk = openDesk(shell);
    CHECK(textsIn(desk).contains(Mine));
    const QString before = (*data.records().load(account.ref()))[Account::phone];
    QString expected;
    SECTION("tried again")
    {
        shell.press(Qt::Key_1, Qt::AltModifier);
        expected = Mine;
    }
    SECTION("discarded")
    {
        shell.press(Qt::Key_2, Qt::AltModifier);
        expected = before;
    }
    CHECK(waitFor([&] { return desk.count() == 0; }));
    CHECK((*data.records().load(account.ref()))[Account::phone] == expected);
}

TEST_CASE("Conflicts that arrive appear, and the next one follows the one settled")
{
    ShellData data;
    Shell shell(data);
    ConflictsView &desk = openDesk(shell);
    CHECK(desk.count() == 0);
    data.addConflict(data.company.accounts[0], Mine, Theirs);
    data.addConflict(data.company.accounts[1], Mine, Theirs);
    Q_EMIT data.records().changed({});
    CHECK(waitFor([&] { return desk.count() == 2; }));
    shell.press(Qt::Key_2, Qt::AltModifier);
    CHECK(waitFor([&] { return desk.count() == 1; }));
    CHECK(desk.list().currentItem() != nullptr);
}
