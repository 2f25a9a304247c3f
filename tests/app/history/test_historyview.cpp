// SPDX-License-Identifier: GPL-3.0-or-later
// Two people at their desks; one looks at what the other did, as it is shown, and puts it back.
#include "app/widgets/historyview.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/pastdialog.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using storage::test::must;

namespace {

/// A customer that Ann made and Bea wrote into, an hour apart; Ann looks at its history, without network.
class History : public test::DeskCompany
{
public:
    History() : account(make(ann, u"Baosteel"_s))
    {
        later();
        change(bea, account.ref(), Account::shortName.id, u"Bao"_s);
        later();
        both = change(bea, account.ref(), Account::shortName.id, u"Steel"_s);
        later();
        ann.cut();
        view = std::make_unique<HistoryView>(ann.records(), account.ref());
        QObject::connect(view.get(), &HistoryView::made, view.get(), [this](const Saved &, const QString &text) { said = text; });
        QObject::connect(view.get(), &HistoryView::failed, view.get(), [this](const Error &error) { failed = error; });
        view->resize(1000, 500);
        activate(*view);
        view->reload();
    }

    void later()
    {
        settle();
        clock.advance(3'600'000);
    }
    /// The line that ends with this value, which becomes the current one.
    QTreeWidgetItem *line(const QString &after) const
    {
        for (int row = 0; row < view->list()->topLevelItemCount(); ++row)
            if (view->list()->topLevelItem(row)->text(5) == after) {
                view->list()->setCurrentItem(view->list()->topLevelItem(row));
                return view->list()->topLevelItem(row);
            }
        return nullptr;
    }
    QPushButton *button(const QString &label) const
    {
        for (QPushButton *button : view->findChildren<QPushButton *>())
            if (button->text().startsWith(label))
                return button;
        return nullptr;
    }

    model::Record account;
    Saved both;
    std::unique_ptr<HistoryView> view;
    QString said;
    std::optional<Error> failed;
};

} // namespace

TEST_CASE("the history of a record says who changed what, when and on which computer")
{
    History desk;
    const QTreeWidgetItem *line = desk.line(u"Steel"_s);
    REQUIRE(line);
    CHECK(line->text(1).startsWith(desk.ann.records().title({model::ids::User, desk.beaId})));
    CHECK(line->text(2) == u"bea"_s);
    CHECK(line->text(3) == u"Short name"_s);
    CHECK(line->text(4) == u"Bao"_s);
    CHECK(desk.view->list()->topLevelItem(desk.view->list()->topLevelItemCount() - 1)->text(3) == u"Created"_s);
    // Only one field: what else happened is left out.
    auto *fields = desk.view->findChild<QComboBox *>();
    fields->setCurrentIndex(fields->findText(u"Short name"_s));
    CHECK(desk.view->list()->topLevelItemCount() == 2);
}

TEST_CASE("what the server worked out is shown to who asks for the field, and does not stand between what people did")
{
    History desk;
    const int before = desk.view->list()->topLevelItemCount();
    desk.meet();
    desk.interaction(u"call"_s, desk.account);
    desk.settle();
    desk.view->reload();
    CHECK(desk.view->list()->topLevelItemCount() == before);
    auto *fields = desk.view->findChild<QComboBox *>();
    const int last = fields->findText(u"Last interaction"_s);
    REQUIRE(last >= 0);
    fields->setCurrentIndex(last);
    CHECK(desk.view->list()->topLevelItemCount() == 1);
}

TEST_CASE("what was changed without network stands on top as not sent yet")
{
    History desk;
    desk.change(desk.ann, desk.account.ref(), Account::website.id, u"example.org"_s);
    desk.view->reload();
    const QTreeWidgetItem *first = desk.view->list()->topLevelItem(0);
    CHECK(first->text(0).contains(u"not sent yet"_s));
    CHECK(first->text(2) == u"This computer"_s);
}

TEST_CASE("one value is put back, and reaches everybody")
{
    History desk;
    REQUIRE(desk.line(u"Steel"_s));
    QTest::mouseClick(desk.button(u"Put back"_s), Qt::LeftButton);
    CHECK(desk.said == u"Put back: Short name"_s);
    CHECK(desk.shown(desk.ann, desk.account.ref(), Account::shortName) == u"Bao"_s);
    desk.meet();
    CHECK(desk.now(desk.account)[Account::shortName] == u"Bao"_s);
    CHECK(desk.server.all(model::Conflict::entity).isEmpty());
    // It stands there already: there is nothing to put back.
    desk.view->reload();
    REQUIRE(desk.line(u"Steel"_s));
    CHECK_FALSE(desk.button(u"Put back"_s)->isEnabled());
}

TEST_CASE("what a colleague did in one go is taken back, also by somebody else")
{
    History desk;
    REQUIRE(desk.line(u"Steel"_s));
    QTest::mouseClick(desk.button(u"Take back"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return desk.said == u"Taken back"_s; }));
    desk.meet();
    CHECK(desk.now(desk.account)[Account::shortName] == u"Bao"_s);
}

TEST_CASE("Enter shows the record as it was, beside what it is now, and puts it back whole")
{
    History desk;
    REQUIRE(desk.line(u"Bao"_s));
    QString then;
    QString now;
    bool done = false;
    whenOpen<PastDialog>([&](PastDialog &dialog) {
        for (QTreeWidgetItem *item : dialog.list()->findItems(u"Short name"_s, Qt::MatchExactly)) {
            then = item->text(1);
            now = item->text(2);
            CHECK(item->font(0).bold());
        }
        for (QTreeWidgetItem *item : dialog.list()->findItems(u"Name"_s, Qt::MatchExactly))
            CHECK_FALSE(item->font(0).bold());
        dialog.restore(false);
        done = true;
    });
    QTest::keyClick(desk.view->list(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return done; }));
    CHECK(then == u"Bao"_s);
    CHECK(now == u"Steel"_s);
    CHECK(desk.said == u"Put back as it was"_s);
    CHECK(desk.shown(desk.ann, desk.account.ref(), Account::shortName) == u"Bao"_s);
}

TEST_CASE("two moments of a record are compared; before it was made there is nothing")
{
    History desk;
    const QList<HistoryEntry> entries = must(desk.ann.records().history(desk.account.ref()));
    PastDialog dialog(desk.ann.records(), must(desk.ann.records().load(desk.account.ref())), entries, 0);
    const auto valuesOf = [&] {
        const QList<QTreeWidgetItem *> items = dialog.list()->findItems(u"Short name"_s, Qt::MatchExactly);
        return items.isEmpty() ? QStringList() : QStringList{items.first()->text(1), items.first()->text(2)};
    };
    const qint64 made = entries.last().at;
    dialog.setMoments(made + 60'000, made + 3'660'000);
    CHECK(valuesOf() == QStringList{QString(), u"Bao"_s});
    dialog.setMoments(made + 60'000, std::nullopt);
    CHECK(valuesOf() == QStringList{QString(), u"Steel"_s});
    dialog.setMoments(made - 60'000, std::nullopt);
    CHECK(dialog.findChild<QLabel *>(u"quiet"_s)->text() == u"The record had not been made then."_s);
    dialog.restore(false);
    CHECK(desk.shown(desk.ann, desk.account.ref(), Account::shortName) == u"Steel"_s);
}

TEST_CASE("lines of a history are copied as a table")
{
    History desk;
    REQUIRE(desk.line(u"Steel"_s));
    QTest::keyClick(desk.view->list(), Qt::Key_C, Qt::ControlModifier);
    CAPTURE(QGuiApplication::clipboard()->text().toStdString());
    CHECK(QGuiApplication::clipboard()->text().contains(u"Short name\tBao\tSteel"_s));
}
