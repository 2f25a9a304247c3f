// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/sales/rankingview.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/views/sales/figurewords.h"
#include "app/widgets/tableextract.h"
#include "app/widgets/viewpaper.h"
#include "common/rules/achievement.h"
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

using Kind = RankingView::Kind;
using Figure = PerformanceLine::Figure;

struct Desk : ForecastCompany {
    Desk() { loadResources(); }
    /// This month Cai sells more than Ann, last month it was the other way round.
    void sell()
    {
        annOrder = booked(annId, 600 * One, today);
        booked(annId, 900 * One, dayIn(-1));
        caiOrder = booked(caiId, 700 * One, today);
        booked(caiId, 200 * One, today);
        booked(caiId, 90 * One, dayIn(-1));
        target(SalesTarget::user, annId, period(0), 1'200);
        Record payment(server.catalogue().at(Payment::entity), ids.next());
        payment.set(Payment::account, customer.id());
        payment.set(Payment::order, annOrder.id());
        payment.set(Payment::receivedOn, today);
        payment.set(Payment::amount, 250 * One);
        payment.set(Payment::currency, u"CNY"_s);
        payment.set(Payment::exchangeRate, qint64(1'000'000));
        payment.set(Payment::baseAmount, 250 * One);
        payment.set(Payment::byUser, beaId);
        server.insert(payment);
        // Cai follows up what Ann brought in.
        Record provided = server.record(open(caiId, 100 * One, 5'000, dayIn(1)).ref());
        provided.set(Opportunity::provider, annId);
        server.update(provided);
        talk(annId, "face");
        talk(annId, "phone");
        talk(annId, "email");
        Record item(server.catalogue().at(DevelopmentPlanItem::entity), ids.next());
        item.set(DevelopmentPlanItem::opportunity, provided.id());
        item.set(DevelopmentPlanItem::item, u"拜访"_s);
        item.set(DevelopmentPlanItem::plannedOn, today);
        item.set(DevelopmentPlanItem::status, qint64(DevelopmentPlanItem::Done));
        item.set(DevelopmentPlanItem::executedAt, rules::beginOf(today) + 1);
        server.insert(item);
        settleAll();
    }
    void talk(const Uuid &whose, const char *channel)
    {
        Record talk(server.catalogue().at(Interaction::entity), ids.next());
        talk.set(Interaction::summary, u"价格"_s);
        talk.set(Interaction::account, customer.id());
        talk.set(Interaction::happenedAt, rules::beginOf(today) + 3'600'000);
        talk.set(Interaction::channel, dictionaryItemId(u"channel"_s, QString::fromLatin1(channel)));
        talk.set(Interaction::byUser, whose);
        server.insert(talk);
    }
    std::unique_ptr<RankingView> show(MemoryDesk &desk)
    {
        context = std::make_unique<NotingContext>(desk.records(), drafts);
        auto view = std::make_unique<RankingView>(*context);
        activate(*view);
        REQUIRE(waitFor([&] { return view->table().rowCount() > 1 && !view->performance().isCounting(); }));
        return view;
    }
    static int row(const RankingView &view, const QString &name)
    {
        const int column = view.columnOf(Kind::Name);
        for (int row = 0; row < view.table().rowCount(); ++row)
            if (view.table().item(row, column)->text().contains(name))
                return row;
        return -1;
    }
    static QString cell(const RankingView &view, const QString &name, Kind kind, Figure figure = Figure::Figures)
    {
        const int at = row(view, name);
        return at < 0 ? u"no such row"_s : view.table().item(at, view.columnOf(kind, figure))->text();
    }
    static void choose(QComboBox &box, int at)
    {
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        for (int down = 0; down < at; ++down)
            QTest::keyClick(&box, Qt::Key_Down);
        REQUIRE(box.currentIndex() == at);
    }

    FakeDrafts drafts;
    std::unique_ptr<NotingContext> context;
    Record annOrder, caiOrder;
};

} // namespace

TEST_CASE("Salespeople are ranked by revenue, beside the month before, the target, and what they did for it")
{
    Desk desk;
    desk.sell();
    const auto view = desk.show(desk.bea);
    CHECK(Desk::row(*view, u"cai"_s) == 0);
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Rank) == u"1 (2)"_s);
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Measure).startsWith(u"900"_s));
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Before).startsWith(u"90"_s));
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Change) == u"+900 %"_s);
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Other, Figure::Orders) == u"2"_s);
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Rank) == u"2 (1)"_s);
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Target).startsWith(u"1,200"_s));
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Reached) == u"50 %"_s);
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Other, Figure::Payments).startsWith(u"250"_s)); // whoever recorded it
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Other, Figure::Provided) == u"1"_s);            // whoever follows it up
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Other, Figure::Provided).isEmpty());
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Other, Figure::PlanItems) == u"1"_s);
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Other, Figure::Interactions) == u"3"_s);
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Other, Figure::Visits) == u"1"_s);
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Other, Figure::Calls) == u"1"_s);
    CHECK(Desk::cell(*view, u"Together"_s, Kind::Measure).startsWith(u"1,500"_s));

    // On paper bars stand above the table, and say for when.
    const ViewPaper paper = view->paper();
    for (const char *text : {"cai", "ann", "900"})
        CHECK(paper.drawing.svg.contains(text));
    CHECK(paper.tables.size() == 1);
    CHECK(paper.about.contains(periodText(view->performance().period())));

    // Back by a month: the other way round.
    QTest::keyClick(view.get(), Qt::Key_PageUp, Qt::AltModifier);
    CHECK(waitFor([&] { return Desk::cell(*view, u"ann"_s, Kind::Rank).startsWith(u'1'); }));
    CHECK(view->performance().period() == desk.period(-1));
}

TEST_CASE("Departments have what their people have; regions, channels and product categories what was sold there")
{
    Desk desk;
    desk.sell();
    const auto view = desk.show(desk.bea);
    Desk::choose(view->by(), int(Performance::By::Department));
    CHECK(waitFor([&] { return Desk::cell(*view, u"east"_s, Kind::Measure).startsWith(u"1,500"_s); }));
    CHECK(Desk::cell(*view, u"east"_s, Kind::Target).isEmpty() == false); // of its people
    Desk::choose(view->by(), int(Performance::By::Region));
    CHECK(waitFor([&] { return view->performance().by() == Performance::By::Region && !view->performance().isCounting(); }));
    CHECK(view->performance().lines().first().figures[Figure::Revenue] == 1'500 * One);
    CHECK(view->performance().lines().first().id == dictionaryItemId(u"region"_s, u"CN-E"_s));
    Desk::choose(view->by(), int(Performance::By::ProductCategory));
    CHECK(waitFor([&] { return Desk::cell(*view, u"泵"_s, Kind::Measure).startsWith(u"1,500"_s); }));
    CHECK(view->columnOf(Kind::Other, Figure::Orders) == -1); // not counted by category
    Desk::choose(view->by(), int(Performance::By::Channel));
    CHECK(waitFor([&] { return Desk::cell(*view, u"none"_s, Kind::Measure).startsWith(u"1,500"_s); }));
}

TEST_CASE("The records behind a figure of the ranking are listed beneath")
{
    Desk desk;
    desk.sell();
    const auto view = desk.show(desk.bea);
    const auto go = [&](int row, int column) {
        QTableWidget &table = view->table();
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier);
        for (int down = 0; down < row; ++down)
            QTest::keyClick(&table, Qt::Key_Down);
        for (int right = 0; right < column; ++right)
            QTest::keyClick(&table, Qt::Key_Right);
    };
    const auto rows = [&](EntityId entity) { return view->list(entity) && view->list(entity)->isVisible() ? view->list(entity)->model().rowCount() : -1; };
    go(0, view->columnOf(Kind::Measure));
    CHECK(waitFor([&] { return rows(SalesOrder::entity) == 2; }));
    go(1, view->columnOf(Kind::Measure));
    REQUIRE(waitFor([&] { return rows(SalesOrder::entity) == 1; }));
    CHECK(view->list(SalesOrder::entity)->model().ref(0) == desk.annOrder.ref());
    go(1, view->columnOf(Kind::Other, Figure::Visits));
    CHECK(waitFor([&] { return rows(Interaction::entity) == 1; }));
    go(1, view->columnOf(Kind::Other, Figure::Payments));
    CHECK(waitFor([&] { return rows(Payment::entity) == 1; }));
    go(0, view->columnOf(Kind::Other, Figure::PlanItems));
    CHECK(waitFor([&] { return rows(DevelopmentPlanItem::entity) == 1; }));
    go(view->table().rowCount() - 1, view->columnOf(Kind::Measure)); // all of them
    CHECK(waitFor([&] { return rows(SalesOrder::entity) == 3; }));
}

TEST_CASE("A rep's ranking holds what she sees, and changes are counted again")
{
    Desk desk;
    desk.sell();
    const auto view = desk.show(desk.cai);
    // Of Ann she sees only that she brought in what Cai follows up.
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Measure) == u"0.00"_s);
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Other, Figure::Orders).isEmpty());
    CHECK(Desk::cell(*view, u"ann"_s, Kind::Other, Figure::Provided) == u"1"_s);
    CHECK(Desk::cell(*view, u"cai"_s, Kind::Measure).startsWith(u"900"_s));
    CHECK(Desk::cell(*view, u"Together"_s, Kind::Measure).startsWith(u"900"_s));
    Record cancelled = desk.server.record(desk.caiOrder.ref());
    cancelled.set(SalesOrder::status, qint64(SalesOrder::Cancelled));
    desk.server.update(cancelled);
    desk.settleAll();
    CHECK(waitFor([&] { return Desk::cell(*view, u"cai"_s, Kind::Measure).startsWith(u"200"_s); }));
    const TableExtract extract = view->extract();
    CHECK(extract.columns.at(2).heading == u"Revenue"_s);
    CHECK(extract.plain(0, 2) == u"200.00"_s);
}
