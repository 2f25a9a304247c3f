// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/sales/forecastview.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/tableextract.h"
#include "tests/app/sales/forecastcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

using View = ForecastView;

struct Desk : ForecastCompany {
    Desk() { loadResources(); }
    /// Ann and Cai have something in the next month; of Ann's some is overdue and some without a day.
    void sell()
    {
        open(annId, 1'000 * One, 5'000, dayIn(1));
        sure = open(annId, 400 * One, 9'000, dayIn(1));
        open(caiId, 200 * One, 5'000, dayIn(1));
        open(annId, 50 * One, 1'000, today - 1);
        open(annId, 70 * One, 1'000, std::nullopt);
        open(annId, 30 * One, 1'000, dayIn(20));
        booked(annId, 600 * One, dayIn(-1));
        order = booked(caiId, 90 * One, dayIn(-1));
        booked(annId, 5'000 * One, dayIn(-1), SalesOrder::PendingReview);
        target(SalesTarget::user, annId, period(-1), 1'200);
        settleAll();
    }
    std::unique_ptr<View> open_(MemoryDesk &desk)
    {
        context = std::make_unique<NotingContext>(desk.records(), drafts);
        auto view = std::make_unique<View>(*context);
        activate(*view);
        REQUIRE(waitFor([&] { return view->table().rowCount() > 0 && !view->forecast().isCounting(); }));
        return view;
    }
    /// The row of so many months from now; 3 months back come after what is overdue.
    static int row(int months) { return 1 + 3 + months; }
    static constexpr int Overdue = 0, Later = 13, Undated = 14, Together = 15;
    static QString cell(const View &view, int row, int column) { return view.table().item(row, column)->text(); }

    using ForecastCompany::open;
    FakeDrafts drafts;
    std::unique_ptr<NotingContext> context;
    Record sure, order;
};

} // namespace

TEST_CASE("The forecast stands month by month: what is open, weighted and as good as certain, what is booked, and the target")
{
    Desk desk;
    desk.sell();
    const auto view = desk.open_(desk.bea);
    const int next = Desk::row(1), before = Desk::row(-1);
    CHECK(Desk::cell(*view, next, View::Count) == u"3"_s);
    CHECK(Desk::cell(*view, next, View::Best).startsWith(u"1,600"_s));
    CHECK(Desk::cell(*view, next, View::Weighted).startsWith(u"960"_s));
    CHECK(Desk::cell(*view, next, View::Committed).startsWith(u"400"_s));
    CHECK(Desk::cell(*view, next, View::Expected).startsWith(u"960"_s));
    CHECK(Desk::cell(*view, before, View::Booked).startsWith(u"690"_s)); // not what is still to be reviewed
    CHECK(Desk::cell(*view, before, View::Target).startsWith(u"1,200"_s));
    CHECK(Desk::cell(*view, before, View::Reached) == u"58 %"_s);

    // What has no month is not hidden in one.
    CHECK(Desk::cell(*view, Desk::Overdue, View::Best).startsWith(u"50"_s));
    CHECK(Desk::cell(*view, Desk::Undated, View::Best).startsWith(u"70"_s));
    CHECK(Desk::cell(*view, Desk::Later, View::Best).startsWith(u"30"_s));
    CHECK(Desk::cell(*view, Desk::Together, View::Count) == u"6"_s);
    CHECK(Desk::cell(*view, Desk::Together, View::Best).startsWith(u"1,750"_s));

    // A change is counted again.
    Record sure = desk.server.record(desk.sure.ref());
    sure.set(Opportunity::devStatus, qint64(Opportunity::Failed));
    sure.set(Opportunity::closeReason, u"价格"_s);
    desk.server.update(sure);
    desk.settleAll();
    CHECK(waitFor([&] { return Desk::cell(*view, next, View::Count) == u"2"_s; }));
}

TEST_CASE("The forecast is of everybody, of a department or of one person; a rep sees only what is hers")
{
    Desk desk;
    desk.sell();
    const auto view = desk.open_(desk.bea);
    const int next = Desk::row(1);
    const auto choose = [&](const QString &name) {
        const int at = view->whose().findText(name, Qt::MatchContains);
        REQUIRE(at >= 0);
        view->whose().setFocus();
        QTest::keyClick(&view->whose(), Qt::Key_Home);
        for (int down = 0; view->whose().currentIndex() != at && down < 20; ++down)
            QTest::keyClick(&view->whose(), Qt::Key_Down);
        REQUIRE(view->whose().currentIndex() == at);
    };
    REQUIRE(waitFor([&] { return view->whose().findText(u"cai"_s, Qt::MatchContains) >= 0; }));
    choose(u"cai"_s);
    CHECK(waitFor([&] { return Desk::cell(*view, next, View::Count) == u"1"_s && Desk::cell(*view, Desk::row(-1), View::Booked).startsWith(u"90"_s); }));
    CHECK(Desk::cell(*view, Desk::row(-1), View::Target).isEmpty());
    choose(u"west"_s);
    CHECK(waitFor([&] { return Desk::cell(*view, next, View::Count) == u"0"_s; }));
    choose(u"east"_s);
    CHECK(waitFor([&] { return Desk::cell(*view, next, View::Count) == u"3"_s; }));
    CHECK(Desk::cell(*view, Desk::row(-1), View::Target).startsWith(u"1,200"_s)); // of its people

    const auto hers = desk.open_(desk.cai);
    CHECK(Desk::cell(*hers, next, View::Best).startsWith(u"200"_s));
    CHECK(Desk::cell(*hers, Desk::row(-1), View::Booked).startsWith(u"90"_s));
    CHECK(Desk::cell(*hers, Desk::row(-1), View::Target).isEmpty());
    CHECK(Desk::cell(*hers, Desk::Together, View::Count) == u"1"_s);
}

TEST_CASE("What a cell of the forecast is made of is listed beneath, opportunities or orders")
{
    Desk desk;
    desk.sell();
    const auto view = desk.open_(desk.bea);
    QTableWidget &table = view->table();
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier);
    CHECK(waitFor([&] { return view->opportunities().model().rowCount() == 1; })); // overdue
    for (int down = 0; down < Desk::row(1); ++down)
        QTest::keyClick(&table, Qt::Key_Down);
    CHECK(waitFor([&] { return view->opportunities().model().rowCount() == 3; }));
    while (table.currentColumn() < View::Committed)
        QTest::keyClick(&table, Qt::Key_Right);
    REQUIRE(waitFor([&] { return view->opportunities().model().rowCount() == 1; }));
    CHECK(view->opportunities().model().ref(0) == desk.sure.ref());
    while (table.currentColumn() < View::Booked)
        QTest::keyClick(&table, Qt::Key_Right);
    for (int up = 0; up < 2; ++up)
        QTest::keyClick(&table, Qt::Key_Up);
    REQUIRE(waitFor([&] { return view->orders().model().rowCount() == 2; }));
    CHECK(view->orders().isVisible());
    CHECK(!view->opportunities().isVisible());
}

TEST_CASE("The forecast is compared with the one that was kept of an earlier day")
{
    Desk desk;
    desk.sell();
    const auto keep = [&](qint64 day, const QString &period, qint64 weighted, qint64 won) {
        Record kept(desk.server.catalogue().at(ForecastSnapshot::entity), desk.ids.next());
        kept.set(ForecastSnapshot::takenOn, day);
        kept.set(ForecastSnapshot::user, desk.annId);
        kept.set(ForecastSnapshot::period, period);
        kept.set(ForecastSnapshot::weighted, weighted);
        kept.set(ForecastSnapshot::won, won);
        desk.server.insert(kept);
    };
    keep(desk.today - 7, desk.period(1), 1'160 * One, 0);
    keep(desk.today - 7, desk.period(-1), 100 * One, 500 * One);
    keep(desk.today - 2, desk.period(1), 900 * One, 0);
    desk.settleAll();
    const auto view = desk.open_(desk.bea);
    CHECK(view->table().isColumnHidden(View::Change));
    CHECK(view->comparison().count() == 3);
    view->comparison().setFocus();
    QTest::keyClick(&view->comparison(), Qt::Key_End);
    REQUIRE(waitFor([&] { return !view->table().isColumnHidden(View::Change); }));
    CHECK(Desk::cell(*view, Desk::row(1), View::Earlier).startsWith(u"1,160"_s));
    CHECK(Desk::cell(*view, Desk::row(1), View::Change).startsWith(u"-200"_s));
    CHECK(Desk::cell(*view, Desk::row(-1), View::Change).startsWith(u"+90"_s));
    CHECK(Desk::cell(*view, Desk::row(2), View::Change).isEmpty());
    const TableExtract extract = view->extract();
    CHECK(extract.columns.size() == View::Columns);
    CHECK(extract.plain(Desk::row(1), View::Change) == u"-200.00"_s);
    CHECK(extract.plain(Desk::row(1), View::Name) == desk.period(1));
}
