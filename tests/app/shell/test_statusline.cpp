// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/docks.h"
#include "app/shell/statusline.h"

#include <catch2/catch_test_macros.hpp>

#include <QProgressBar>
#include <QToolButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;

namespace {

QToolButton *partSaying(const StatusLine &line, const QString &text)
{
    for (QToolButton *button : line.findChildren<QToolButton *>())
        if (button->text().contains(text))
            return button;
    return nullptr;
}

} // namespace

TEST_CASE("The status line tells connection, unsent, refused, conflicts and last contact")
{
    ShellData data;
    Shell shell(data);
    const StatusLine &line = shell.window.statusLine();
    CHECK(partSaying(line, QStringLiteral("Offline")));
    CHECK(partSaying(line, QStringLiteral("All sent")));
    CHECK(partSaying(line, QStringLiteral("No conflicts")));
    CHECK(partSaying(line, QStringLiteral("Not synchronised yet")));
    data.status.setLink(SyncStatus::Link::Online);
    data.status.setUnsent(3);
    data.status.setConflicts(2);
    data.status.setLastSync(data.clock.wallMs());
    CHECK(partSaying(line, QStringLiteral("Online")));
    CHECK(partSaying(line, QStringLiteral("3 unsent")));
    CHECK(partSaying(line, QStringLiteral("2 conflicts")));
    CHECK(partSaying(line, QStringLiteral("just now")));
    data.status.setRefused(1);
    CHECK(partSaying(line, QStringLiteral("1 refused")));
}

TEST_CASE("Catching up shows progress")
{
    ShellData data;
    Shell shell(data);
    data.status.setLink(SyncStatus::Link::CatchingUp);
    data.status.setProgress(100, 900);
    data.status.setProgress(700, 300);
    const auto *bar = shell.window.statusLine().findChild<QProgressBar *>();
    REQUIRE(bar);
    CHECK(bar->isVisible());
    CHECK(bar->value() == 666);
    data.status.setLink(SyncStatus::Link::Online);
    CHECK_FALSE(bar->isVisible());
}

TEST_CASE("Each part of the status line opens its desk")
{
    ShellData data;
    Shell shell(data);
    data.status.setConflicts(1);
    QTest::mouseClick(partSaying(shell.window.statusLine(), QStringLiteral("1 conflict")), Qt::LeftButton);
    CHECK(shell.window.docks().current() == QStringLiteral("conflicts.desk"));
    QTest::mouseClick(partSaying(shell.window.statusLine(), QStringLiteral("All sent")), Qt::LeftButton);
    CHECK(shell.window.docks().current() == QStringLiteral("outbox.list"));
}

TEST_CASE("A refused connection says why")
{
    ShellData data;
    Shell shell(data);
    data.status.setLink(SyncStatus::Link::Refused, {ErrorCode::DeviceRevoked, {}});
    const QToolButton *part = partSaying(shell.window.statusLine(), QStringLiteral("refused"));
    REQUIRE(part);
    CHECK(part->toolTip().contains(QStringLiteral("may no longer connect")));
    CHECK(part->property("alert").toBool());
}
