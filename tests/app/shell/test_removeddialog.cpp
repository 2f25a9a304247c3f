// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"
#include "app/shell/removeddialog.h"
#include "app/shell/resources.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;

namespace {

struct Removed {
    Removed() : dialog(QStringLiteral("长城公司"))
    {
        loadResources();
        language.use(QStringLiteral("en"));
        activate(dialog);
    }
    QString words() const
    {
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        return nullptr;
    }

    Language language{*qApp};
    RemovedDialog dialog;
};

} // namespace

TEST_CASE("A removed computer says what becomes of the work that was not sent, and offers nothing else meanwhile")
{
    Removed removed;
    removed.dialog.showHandingOver(3);
    CHECK(removed.dialog.windowTitle().contains(QStringLiteral("长城公司")));
    CHECK(removed.words().contains(QStringLiteral("This computer was removed")));
    CHECK(removed.words().contains(QStringLiteral("3 changes are still to be handed over")));
    CHECK_FALSE(removed.button(QStringLiteral("Connect this computer again…"))->isVisible());
    removed.dialog.showHandingOver(0);
    CHECK(removed.words().contains(QStringLiteral("The server is being told")));
}

TEST_CASE("A wiped computer says so, and is connected anew or left, by mouse and keyboard")
{
    Removed removed;
    removed.dialog.showWiped(2);
    CHECK(removed.words().contains(QStringLiteral("has been deleted")));
    CHECK(removed.words().contains(QStringLiteral("2 changes that had not been sent were handed over")));
    QSignalSpy again(&removed.dialog, &RemovedDialog::connectAgainRequested);
    QSignalSpy left(&removed.dialog, &QDialog::rejected);
    QTest::mouseClick(removed.button(QStringLiteral("Connect this computer again…")), Qt::LeftButton);
    CHECK(again.size() == 1);
    CHECK(left.isEmpty());
    QTest::keyClick(&removed.dialog, Qt::Key_Return);
    CHECK(left.size() == 1);
    removed.dialog.showWiped(0);
    CHECK(removed.words().contains(QStringLiteral("All your work had reached the server")));
}

TEST_CASE("A removed computer says it in the language of the moment")
{
    Removed removed;
    removed.dialog.showWiped(2);
    removed.language.use(QStringLiteral("zh_CN"));
    CHECK(waitFor([&] { return removed.words().contains(u'2') && !removed.words().contains(QStringLiteral("removed")); }));
    removed.language.use(QStringLiteral("en"));
    CHECK(waitFor([&] { return removed.words().contains(QStringLiteral("removed")); }));
}
