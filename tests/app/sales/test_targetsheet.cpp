// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/sales/targetsheet.h"
#include "tests/app/sales/forecastcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTableView>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

struct Desk : ForecastCompany {
    Desk() : context((loadResources(), bea.records()), drafts)
    {
        booked(annId, 600 * One, today);
        booked(caiId, 90 * One, today);
        settleAll();
    }
    std::unique_ptr<TargetSheet> show()
    {
        auto sheet = std::make_unique<TargetSheet>(context);
        activate(*sheet);
        REQUIRE(waitFor([&] { return sheet->grid().rowCount() > 0; }));
        sheet->table().setFocus();
        return sheet;
    }
    static QString cell(const TargetSheet &sheet, int row, int column) { return sheet.grid().index(row, column).data().toString(); }
    static void go(TargetSheet &sheet, int row, int column) { sheet.table().setCurrentIndex(sheet.grid().index(row, column)); }
    static void type(TargetSheet &sheet, const QString &text)
    {
        QTest::keyClicks(&sheet.table(), text.first(1));
        QLineEdit *editor = nullptr;
        REQUIRE(waitFor([&] { return (editor = sheet.table().findChild<QLineEdit *>()) != nullptr; }));
        QTest::keyClicks(editor, text.sliced(1));
        QTest::keyClick(editor, Qt::Key_Return);
    }
    QString year() const { return rules::periodOf(rules::PeriodKind::Year, today); }
    QList<Record> targets()
    {
        settleAll();
        return server.all(SalesTarget::entity);
    }

    FakeDrafts drafts;
    NotingContext context;
};

constexpr int Ann = 0, Cai = 1, Sum = 2, March = 2, April = 3, Together = 12;

} // namespace

TEST_CASE("A target is typed into its month, saved at once, added up and taken back")
{
    Desk desk;
    const auto sheet = desk.show();
    REQUIRE(sheet->grid().people() == QList<Uuid>{desk.annId, desk.caiId});
    Desk::go(*sheet, Ann, March);
    Desk::type(*sheet, u"1200"_s);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Ann, March) == u"1,200"_s; }));
    CHECK(sheet->table().currentIndex().column() == March);
    Desk::go(*sheet, Cai, March);
    Desk::type(*sheet, u"300"_s);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Sum, March) == u"1,500"_s && Desk::cell(*sheet, Sum, Together) == u"1,500"_s; }));
    const QList<Record> stored = desk.targets();
    REQUIRE(stored.size() == 2);
    CHECK(stored[0][SalesTarget::period] == desk.year() + u"-03"_s);
    CHECK(stored[0][SalesTarget::user] == desk.annId);
    CHECK(stored[0][SalesTarget::target] == 1'200 * 100);
    CHECK(stored[0][SalesTarget::measure] == SalesTarget::Revenue);

    desk.context.undo(desk.context.action);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Cai, March).isEmpty(); }));
    // Emptied with Del: no target any more.
    Desk::go(*sheet, Ann, March);
    QTest::keyClick(&sheet->table(), Qt::Key_Delete);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Ann, March).isEmpty(); }));
    CHECK(std::ranges::all_of(desk.targets(), &Record::isDeleted));
}

TEST_CASE("A table from a spreadsheet is pasted as one action, or not at all")
{
    Desk desk;
    const auto sheet = desk.show();
    Desk::go(*sheet, Ann, March);
    QApplication::clipboard()->setText(u"100\t200\n3万\t\n"_s);
    QTest::keySequence(&sheet->table(), QKeySequence::Paste);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Cai, March) == u"30,000"_s; }));
    CHECK(Desk::cell(*sheet, Ann, April) == u"200"_s);
    CHECK(Desk::cell(*sheet, Cai, April).isEmpty());
    desk.context.undo(desk.context.action);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Sum, Together).isEmpty(); }));

    for (const QString &wrong : {u"100\tmany\n"_s, u"-5\n"_s, u"1\n2\n3\n"_s}) {
        QApplication::clipboard()->setText(wrong);
        QTest::keySequence(&sheet->table(), QKeySequence::Paste);
        CHECK(Desk::cell(*sheet, Ann, March).isEmpty());
    }
}

TEST_CASE("A month without a target of its own shows its part of the year's, until it gets one")
{
    Desk desk;
    desk.target(SalesTarget::user, desk.annId, desk.year(), 12'000);
    desk.settleAll();
    const auto sheet = desk.show();
    CHECK(waitFor([&] { return Desk::cell(*sheet, Ann, March) == u"1,000"_s; }));
    CHECK(Desk::cell(*sheet, Ann, Together) == u"12,000"_s);
    CHECK(sheet->grid().index(Ann, March).data(Qt::EditRole).toString().isEmpty());
    sheet->goBy(1);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Ann, March).isEmpty(); }));
}

TEST_CASE("Targets of quarters and of the whole year are typed like those of months, and months show their part")
{
    Desk desk;
    const auto sheet = desk.show();
    const auto choose = [&](int parts) {
        QTest::keyClick(&sheet->parts(), Qt::Key_Home);
        for (int step = 0; step < parts; ++step)
            QTest::keyClick(&sheet->parts(), Qt::Key_Down);
    };
    choose(1);
    REQUIRE(sheet->grid().columnCount() == 5);
    CHECK(sheet->grid().headerData(1, Qt::Horizontal).toString() == u"Q2 "_s + desk.year());
    Desk::go(*sheet, Ann, 1);
    Desk::type(*sheet, u"900"_s);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Sum, 4) == u"900"_s; }));
    CHECK(desk.targets().first()[SalesTarget::period] == desk.year() + u"-Q2"_s);
    choose(0);
    CHECK(waitFor([&] { return sheet->grid().columnCount() == 13 && Desk::cell(*sheet, Ann, April) == u"300"_s; }));
    CHECK(sheet->grid().index(Ann, April).data(Qt::EditRole).toString().isEmpty());
    choose(2);
    CHECK(waitFor([&] { return sheet->grid().columnCount() == 1 && Desk::cell(*sheet, Ann, 0) == u"900"_s; }));
    Desk::go(*sheet, Ann, 0);
    Desk::type(*sheet, u"5000"_s);
    CHECK(waitFor([&] { return Desk::cell(*sheet, Sum, 0) == u"5,000"_s; }));
    CHECK(sheet->state()[u"parts"_s] == 2);
    QApplication::clipboard()->setText(u"1\t2\n"_s);
    QTest::keySequence(&sheet->table(), QKeySequence::Paste);
    CHECK(Desk::cell(*sheet, Ann, 0) == u"5,000"_s); // more cells than there are
}

TEST_CASE("Who may not set targets looks at them only")
{
    Desk desk;
    desk.target(SalesTarget::user, desk.caiId, desk.year() + u"-03"_s, 500);
    const Uuid looker = desk.server.addRole(u"looker"_s, {{SalesTarget::entity, Reach::All}, {User::entity, Reach::All}, {SalesOrder::entity, Reach::All}}, false);
    MemoryDesk dan(desk.server, u"dan"_s, desk.user(u"dan"_s, desk.east, looker), desk.clock, desk.random);
    dan.connectToServer();
    test::settle(desk.server, {&dan}, desk.clock);
    NotingContext context(dan.records(), desk.drafts);
    TargetSheet sheet(context);
    activate(sheet);
    REQUIRE(waitFor([&] { return Desk::cell(sheet, Cai, March) == u"500"_s; }));
    CHECK(!sheet.people().isVisible());
    sheet.table().setFocus();
    Desk::go(sheet, Cai, March);
    QTest::keyClick(&sheet.table(), Qt::Key_Delete);
    QTest::keyClick(&sheet.table(), Qt::Key_F2);
    CHECK(sheet.table().findChild<QLineEdit *>() == nullptr);
    CHECK(Desk::cell(sheet, Cai, March) == u"500"_s);
}
