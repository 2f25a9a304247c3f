// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/docks.h"
#include "app/data/outboxdrafts.h"
#include "app/views/outbox/outboxview.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/sync/conflictkind.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;
using model::Conflict;

namespace {

qint64 append(ShellData &data, const QString &phone)
{
    model::ChangeSet set;
    set.name = QStringLiteral("save");
    set.at = data.clock.wallMs();
    set.changes = {{model::ChangeKind::Update, data.company.accounts.first().ref(), 0,
                    {{Account::phone.id, model::Value(QStringLiteral("010-1")), model::Value(phone), 0}}}};
    REQUIRE(data.outbox->append(set));
    return set.seq;
}

} // namespace

TEST_CASE("My changes tell what waits and what was refused and why")
{
    ShellData data;
    const qint64 refused = append(data, QStringLiteral("010-2"));
    append(data, QStringLiteral("010-3"));
    REQUIRE(data.outbox->settle({{refused, OutboxState::Parked, 7, {ErrorCode::NotUnique, {QStringLiteral("phone"), QStringLiteral("010-2")}}, {}}}));
    Shell shell(data);
    shell.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *view = qobject_cast<OutboxView *>(shell.window.docks().content(QStringLiteral("outbox.list")));
    REQUIRE(view);
    CHECK(view->list().topLevelItemCount() == 2);
    CHECK(view->list().topLevelItem(0)->text(1) == QStringLiteral("Waiting"));
    CHECK(view->list().topLevelItem(1)->text(1) == QStringLiteral("Refused"));

    view->show(OutboxView::Shown::Refused);
    REQUIRE(view->list().topLevelItemCount() == 1);
    QStringList texts;
    for (const QLabel *label : view->findChildren<QLabel *>())
        texts.append(label->text());
    CHECK(texts.join(u'\n').contains(QStringLiteral("already used")));
    CHECK(texts.contains(QStringLiteral("010-1")));
    CHECK(texts.contains(QStringLiteral("010-2")));

    view->show(OutboxView::Shown::Waiting);
    CHECK(view->list().topLevelItemCount() == 1);
}

TEST_CASE("What only a newer server would understand is said to wait for it", "[outbox]")
{
    ShellData data;
    append(data, QStringLiteral("010-2"));
    REQUIRE(data.outbox->holdBack(model::Vocabulary(), 0));
    REQUIRE(data.outbox->settle({{1, OutboxState::Applied, 7, {}, {}}, {2, OutboxState::Applied, 8, {}, {}}}));
    Shell shell(data);
    data.status.setHeld(data.outbox->held());
    shell.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *view = qobject_cast<OutboxView *>(shell.window.docks().content(QStringLiteral("outbox.list")));
    REQUIRE(view);
    view->show(OutboxView::Shown::Waiting);
    REQUIRE(view->list().topLevelItemCount() == 1);
    CHECK(view->list().topLevelItem(0)->text(1) == QStringLiteral("Waits for a newer server"));
    QStringList texts;
    for (const QLabel *label : view->findChildren<QLabel *>())
        texts.append(label->text());
    CHECK(texts.join(u'\n').contains(QStringLiteral("older than this program")));
    QStringList line;
    for (const QToolButton *button : shell.window.statusBar()->findChildren<QToolButton *>())
        line.append(button->text());
    CHECK(line.contains(QStringLiteral("1 waits for a newer server")));
}

TEST_CASE("What was refused is tried again as one action, deletes included, or given up", "[outbox]")
{
    ShellData data;
    const model::Record kept = data.company.accounts[0], gone = data.company.accounts[1];
    model::ChangeSet set;
    set.name = QStringLiteral("save");
    set.at = data.clock.wallMs();
    set.changes = {{model::ChangeKind::Update, kept.ref(), 0,
                    {{Account::phone.id, kept.value(Account::phone.id), model::Value(QStringLiteral("010-777")), 0}}},
                   {model::ChangeKind::Delete, gone.ref(), 0, {}}};
    REQUIRE(data.outbox->append(set));
    const model::Record conflict = data.records().add(
        Conflict::entity, {{Conflict::record.id, model::Value(kept.ref())},
                           {Conflict::field.id, model::Value(0)},
                           {Conflict::kind.id, model::Value(qint64(sync::ConflictKind::Rule))},
                           {Conflict::state.id, model::Value(qint64(Conflict::Open))}});
    REQUIRE(data.outbox->settle({{set.seq, OutboxState::Parked, 7, {ErrorCode::NotAllowed, {}}, {conflict.id()}}}));
    Shell shell(data);
    shell.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *view = qobject_cast<OutboxView *>(shell.window.docks().content(QStringLiteral("outbox.list")));
    REQUIRE(view);
    REQUIRE(view->list().topLevelItemCount() == 1);
    CHECK(view->list().hasFocus());
    const qsizetype actions = data.records().actions.size();
    bool again = false;
    SECTION("Alt+1 tries again")
    {
        again = true;
        shell.press(Qt::Key_1, Qt::AltModifier);
    }
    SECTION("Alt+2 gives it up")
    {
        shell.press(Qt::Key_2, Qt::AltModifier);
    }
    REQUIRE(waitFor([&] { return view->list().topLevelItem(0)->text(1) == QStringLiteral("Refused, settled"); }));
    CHECK(data.records().actions.mid(actions) == QStringList{again ? QStringLiteral("resubmit") : QStringLiteral("resolve")});
    CHECK(data.records().load(gone.ref())->isDeleted() == again);
    CHECK(((*data.records().load(kept.ref()))[Account::phone] == QStringLiteral("010-777")) == again);
    CHECK((*data.records().load(conflict.ref()))[Conflict::state] == Conflict::Resolved);
    CHECK(data.status.refused() == 0);
    REQUIRE(data.records().undo(data.records().lastUndoable()));
    CHECK_FALSE(data.records().load(gone.ref())->isDeleted());
}

TEST_CASE("What was done long ago is taken back from the list of what was done", "[outbox]")
{
    ShellData data;
    model::Record account = data.company.accounts.first();
    const model::Value before = account.value(Account::phone.id);
    account.set(Account::phone, QStringLiteral("010-777"));
    const Result<Saved> saved = data.records().save(account);
    REQUIRE(saved);
    model::ChangeSet set;
    set.name = QStringLiteral("save");
    set.action = saved->action;
    set.changes = {{model::ChangeKind::Update, account.ref(), 0, {{Account::phone.id, before, account.value(Account::phone.id), 0}}}};
    REQUIRE(data.outbox->append(set));
    Shell shell(data);
    shell.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    shell.press(Qt::Key_1, Qt::AltModifier);
    CHECK(waitFor([&] { return data.records().load(account.ref())->value(Account::phone.id) == before; }));
}

TEST_CASE("What a restored server does not know any more can be sent to it, or given up", "[outbox]")
{
    ShellData data;
    model::Record orphan(data.company.accounts.first().entity(), Uuid::fromBytes(QByteArray(16, 'o')));
    orphan.set(Account::name, QStringLiteral("Only here Ltd"));
    const model::Record back = data.company.accounts.first(); // its author has sent it again
    for (const model::Record &record : {orphan, back})
        REQUIRE(data.outbox->keepOrphan(record.ref(), model::encodeRecord(record)));
    Shell shell(data);
    shell.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *view = qobject_cast<OutboxView *>(shell.window.docks().content(QStringLiteral("outbox.list")));
    REQUIRE(view);
    view->show(OutboxView::Shown::Orphans);
    REQUIRE(view->list().topLevelItemCount() == 1);
    CHECK(view->list().topLevelItem(0)->text(0).contains(QStringLiteral("Only here Ltd")));
    view->list().setFocus();
    bool sent = false;
    SECTION("Alt+1 sends it")
    {
        sent = true;
        shell.press(Qt::Key_1, Qt::AltModifier);
    }
    SECTION("Alt+2 gives it up")
    {
        shell.press(Qt::Key_2, Qt::AltModifier);
    }
    REQUIRE(waitFor([&] { return view->list().topLevelItemCount() == 0; }));
    CHECK(data.records().load(orphan.ref()).ok() == sent);
    CHECK(data.outbox->orphans()->isEmpty());
}

TEST_CASE("Drafts survive in the outbox and are gone when they are done")
{
    ShellData data;
    {
        OutboxDrafts drafts(*data.outbox);
        drafts.put(QStringLiteral("8.a"), QByteArrayLiteral("\0x"));
        drafts.put(QStringLiteral("9.b"), QByteArrayLiteral("y"));
    }
    OutboxDrafts drafts(*data.outbox);
    CHECK(drafts.keys() == QStringList{QStringLiteral("8.a"), QStringLiteral("9.b")});
    CHECK(drafts.get(QStringLiteral("9.b")) == QByteArrayLiteral("y"));
    drafts.remove(QStringLiteral("9.b"));
    CHECK(drafts.keys() == QStringList{QStringLiteral("8.a")});
    CHECK(drafts.get(QStringLiteral("9.b")).isEmpty());
}

TEST_CASE("That something was taken out is told in words, and cannot be taken back", "[outbox]")
{
    ShellData data;
    Departure departure;
    departure.view = QStringLiteral("Customers");
    departure.records = 12;
    const model::Record event = departure.by(QStringLiteral("xlsx")).event(data.company.catalogue.at(model::AuditEvent::entity), Uuid::named("notice"), {}, data.clock.wallMs());
    model::ChangeSet set;
    set.name = model::NoticeName;
    set.at = data.clock.wallMs();
    set.action = Uuid::named("taking out");
    set.changes = {model::insertionOf(event)};
    REQUIRE(data.outbox->append(set));
    Shell shell(data);
    shell.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *view = qobject_cast<OutboxView *>(shell.window.docks().content(QStringLiteral("outbox.list")));
    REQUIRE(view);
    REQUIRE(view->list().topLevelItemCount() == 1);
    QStringList texts;
    for (int column = 0; column < view->list().columnCount(); ++column)
        texts.append(view->list().topLevelItem(0)->text(column));
    CHECK(texts.join(u'\n').contains(QStringLiteral("Noted that you took out: Customers, 12 records (xlsx)")));
    for (const QPushButton *button : view->findChildren<QPushButton *>())
        CHECK_FALSE(button->text().contains(QStringLiteral("Take back")));
}
