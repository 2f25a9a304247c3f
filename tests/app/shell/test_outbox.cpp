// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/docks.h"
#include "app/shell/outboxdrafts.h"
#include "app/views/outbox/outboxview.h"
#include "common/model/catalogue/customers.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;

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
