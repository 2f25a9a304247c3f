// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/sales/funnelview.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "tests/app/sales/pipelinecompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDateTime>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

struct Desk : PipelineCompany {
    Desk() : context((loadResources(), bea.records()), drafts) {}
    /// Four came in, three went on, one of them won, one was lost; one of Ann's stands where it is.
    void sell()
    {
        for (int count = 0; count < 4; ++count)
            deals.append(deal(bea, (count + 1) * 100 * One));
        settle();
        clock.advance(48 * 3'600'000);
        for (int count = 0; count < 3; ++count)
            move(bea, deals[count], 1);
        settle();
        move(bea, deals[0], 2);
        move(bea, deals[1], 3);
        deals.append(deal(ann, 50 * One));
        settle();
    }
    /// In the first stage.
    void allowOneEach()
    {
        Record stage = server.record(stages[0].ref());
        stage.set(PipelineStage::maxCount, qint64(1));
        server.update(stage);
        settle();
    }
    std::unique_ptr<FunnelView> open()
    {
        auto view = std::make_unique<FunnelView>(context);
        activate(*view);
        REQUIRE(waitFor([&] { return view->table().rowCount() == 4 && !view->funnel().isCounting(); }));
        return view;
    }
    static QString cell(const FunnelView &view, int row, int column) { return view.table().item(row, column)->text(); }

    FakeDrafts drafts;
    NotingContext context;
    QList<Record> deals;
};

enum Column { Name, Count, Amount, Weighted, WentOn, Days, Stuck, Crowded };

} // namespace

TEST_CASE("The funnel counts what stands in each stage, what went on and how long it stayed")
{
    Desk desk;
    desk.sell();
    const auto view = desk.open();
    CHECK(Desk::cell(*view, 0, Count) == u"2"_s);
    CHECK(Desk::cell(*view, 0, Amount).startsWith(u"450"_s));
    CHECK(Desk::cell(*view, 0, Weighted).startsWith(u"90"_s));
    CHECK(Desk::cell(*view, 0, WentOn) == u"60 %"_s); // three of five
    CHECK(Desk::cell(*view, 0, Days) == u"2.0"_s);
    CHECK(Desk::cell(*view, 1, Count) == u"1"_s);
    CHECK(Desk::cell(*view, 1, WentOn) == u"33 %"_s);
    CHECK(Desk::cell(*view, 2, Count) == u"1"_s);
    CHECK(Desk::cell(*view, 2, WentOn).isEmpty());
    CHECK(Desk::cell(*view, 3, Count) == u"1"_s);

    // What changes is counted again.
    desk.move(desk.bea, desk.deals[3], 1);
    desk.settle();
    CHECK(waitFor([&] { return Desk::cell(*view, 0, Count) == u"1"_s && Desk::cell(*view, 1, Count) == u"2"_s; }));
    view->setMine(true);
    CHECK(waitFor([&] { return !view->funnel().isCounting() && Desk::cell(*view, 0, Count) == u"0"_s; }));
}

TEST_CASE("The stage under the cursor is listed beneath, and of those that stay too long only they")
{
    Desk desk;
    desk.sell();
    // One of them has been there for ever.
    Record old = desk.server.record(desk.deals[2].ref());
    old.set(Opportunity::stageSince, qint64(1));
    desk.server.update(old);
    desk.move(desk.bea, desk.deals[3], 1);
    desk.settle();
    Record fresh = desk.server.record(desk.deals[3].ref());
    fresh.set(Opportunity::stageSince, QDateTime::currentMSecsSinceEpoch());
    desk.server.update(fresh);
    desk.settle();
    const auto view = desk.open();
    view->table().setFocus();
    QTest::keyClick(&view->table(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&view->table(), Qt::Key_Down);
    CHECK(waitFor([&] { return view->list().model().rowCount() == 2; }));
    CHECK(Desk::cell(*view, 1, Stuck) == u"1"_s);
    QTest::keyClick(&view->table(), Qt::Key_End);
    QTest::keyClick(&view->table(), Qt::Key_Left);
    REQUIRE(waitFor([&] { return view->list().model().rowCount() == 1; }));
    CHECK(view->list().model().ref(0) == desk.deals[2].ref());
}

TEST_CASE("A funnel is told of once it is counted whole, also where answers come at once")
{
    Desk desk;
    desk.sell();
    desk.allowOneEach();
    Funnel funnel(desk.bea.records());
    int told = 0;
    QObject::connect(&funnel, &Funnel::counted, &funnel, [&] { ++told; });
    funnel.show(funnel.pipelines().first().id(), false);
    REQUIRE(waitFor([&] { return told > 0 && !funnel.isCounting(); }));
    CHECK(told == 1);
    CHECK(funnel.stages().size() == 4);
}

TEST_CASE("Who has more opportunities in a stage than it allows is named, and these opportunities are listed")
{
    Desk desk;
    desk.sell();
    desk.allowOneEach();
    const auto view = desk.open();
    // Bea and Ann have one each.
    CHECK(Desk::cell(*view, 0, Crowded).isEmpty());
    desk.deal(desk.bea, 10 * One);
    desk.settle();
    REQUIRE(waitFor([&] { return Desk::cell(*view, 0, Crowded) == u"1 person(s)"_s; }));
    CHECK(view->table().item(0, Crowded)->toolTip() == u"bea: 2, at most 1"_s);
    view->table().setFocus();
    QTest::keyClick(&view->table(), Qt::Key_Home, Qt::ControlModifier);
    CHECK(waitFor([&] { return view->list().model().rowCount() == 3; }));
    QTest::keyClick(&view->table(), Qt::Key_End);
    CHECK(waitFor([&] { return view->list().model().rowCount() == 2; }));
}
