// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent to a customer can be shown, compared and offered again.
#include "app/shell/resources.h"
#include "app/views/sales/versiondialog.h"
#include "app/views/sales/versionsview.h"
#include "tests/app/sales/sellingcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCheckBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Desk : SellingCompany {
    Desk() : context((loadResources(), ann.records()), drafts)
    {
        for (const EntityId entity : {QuoteVersion::entity, QuoteVersionLine::entity})
            for (const Uuid &role : {own, all})
                server.allow(role, entity, Reach::All, false);
        meet();
    }
    void step(Quote::Step which)
    {
        must(ann.records().transition(now(), which));
        settle();
    }
    Record now() { return must(ann.records().load(quote.ref())); }
    /// Sent once with ten pieces at 100, and revised.
    Record sentOnce()
    {
        const Record sold = line(ann, 10 * One, 100 * One);
        step(Quote::Release);
        step(Quote::Send);
        step(Quote::Revise);
        return sold;
    }
    QList<Record> linesOf(const Uuid &of)
    {
        storage::Query query;
        query.entity = QuoteLine::entity;
        query.filter = storage::Filter::is(QuoteLine::quote.id, of);
        return must(ann.records().findNow(query));
    }

    FakeDrafts drafts;
    NotingContext context;
};

QString cell(const QTreeWidget &list, int row, int column) { return list.topLevelItem(row)->text(column); }

} // namespace

TEST_CASE("The versions of a quote stand in its tab with when, by whom, for how much and what differs, offline too")
{
    Desk desk;
    VersionsView view(desk.context, desk.quote.ref());
    activate(view);
    CHECK(view.list().topLevelItemCount() == 1);
    Record sold = desk.sentOnce();
    REQUIRE(view.list().topLevelItemCount() == 2);
    CHECK(cell(view.list(), 0, 0) == u"2"_s);
    CHECK(cell(view.list(), 1, 0) == u"1"_s);
    CHECK_FALSE(cell(view.list(), 1, 2).isEmpty());
    CHECK(cell(view.list(), 1, 6) == u"same lines"_s);
    desk.ann.cut();
    sold = must(desk.ann.records().load(sold.ref()));
    sold.set(QuoteLine::quantity, 12 * One);
    must(desk.ann.records().save(sold));
    CHECK(cell(view.list(), 1, 5).contains(u"1,000"_s));
    CHECK(cell(view.list(), 1, 6).contains(u"+200"_s));
    CHECK(cell(view.list(), 1, 6).contains(u"line"_s));

    view.list().setCurrentItem(view.list().topLevelItem(1));
    QTest::keyClick(&view.list(), Qt::Key_Return);
    auto *dialog = view.findChild<VersionDialog *>();
    REQUIRE(dialog);
    REQUIRE(dialog->table().rowCount() == 1);
    CHECK(dialog->table().item(0, 0)->text() == u"安装"_s);
    CHECK(dialog->table().item(0, 1)->text().contains(u"→"_s));
    CHECK(dialog->table().editTriggers() == QAbstractItemView::NoEditTriggers);
    dialog->comparison().setChecked(false);
    CHECK(dialog->table().item(0, 1)->text() == u"10"_s);
}

TEST_CASE("An earlier version is put back into the draft in one action, and undone in one")
{
    Desk desk;
    const Record sold = desk.sentOnce();
    must(desk.ann.records().remove({sold.ref()}));
    desk.line(desk.ann, 1 * One, 7 * One);
    VersionsView view(desk.context, desk.quote.ref());
    activate(view);
    view.list().setCurrentItem(view.list().topLevelItem(1));
    auto *again = view.findChildren<QPushButton *>().last();
    QTest::mouseClick(again, Qt::LeftButton);
    CHECK(desk.context.errors.isEmpty());
    CHECK(desk.now()[Quote::total] == 1'000 * One);
    desk.settle();
    CHECK(desk.totalAtServer() == 1'000 * One);
    CHECK(desk.linesOf(desk.quote.id()).size() == 1);
    must(desk.ann.records().undo(desk.context.action));
    desk.settle();
    CHECK(desk.totalAtServer() == 7 * One);
}

TEST_CASE("A quote that was refused is offered again as a new one with the lines of the version chosen")
{
    Desk desk;
    desk.sentOnce();
    desk.step(Quote::Release);
    desk.step(Quote::Send);
    Record now = desk.now();
    now.set(Quote::rejectReason, u"太贵"_s);
    must(desk.ann.records().transition(now, Quote::Reject));
    desk.settle();
    VersionsView view(desk.context, desk.quote.ref());
    activate(view);
    REQUIRE(view.list().topLevelItemCount() == 2); // the present one was sent, and the one before it
    view.list().setCurrentItem(view.list().topLevelItem(1));
    QTest::mouseClick(view.findChildren<QPushButton *>().last(), Qt::LeftButton);
    REQUIRE(desk.context.opened.size() == 1);
    const Record made = must(desk.ann.records().load(desk.context.opened.first()));
    CHECK(made.id() != desk.quote.id());
    CHECK(made[Quote::status] == Quote::Draft);
    CHECK(made[Quote::account] == desk.customer.id());
    CHECK(made[Quote::total] == 1'000 * One);
    CHECK(made[Quote::validUntil] >= made[Quote::quotedOn]);
    desk.settle();
    CHECK(desk.server.record(made.ref())[Quote::total] == 1'000 * One);
    CHECK_FALSE(desk.server.record(made.ref())[Quote::number] == now[Quote::number]);
}

TEST_CASE("A version that names a product which is gone is offered again with its name")
{
    Desk desk;
    Record sold = desk.line(desk.ann, 1 * One, 5 * One);
    sold.set(QuoteLine::product, desk.pump.id());
    sold.setValue(QuoteLine::description.id, {});
    must(desk.ann.records().save(sold));
    desk.settle();
    desk.step(Quote::Release);
    desk.step(Quote::Send);
    desk.step(Quote::Revise);
    desk.server.commit({RecordChange{ChangeKind::Delete, desk.pump.ref(), desk.server.record(desk.pump.ref()).rev(), {}}});
    desk.settle();
    const QList<Record> kept = keptVersions(desk.ann.records(), desk.quote.ref());
    REQUIRE(kept.size() == 1);
    const QuoteLook look = must(keptLook(desk.ann.records(), kept.first().ref()));
    CHECK(subjectOf(desk.ann.records(), look.lines.first()) == u"离心泵 DN50"_s);
    const QList<Record> again = must(quotedAgain(desk.ann.records(), look, desk.now()));
    CHECK(again.last().isNull(QuoteLine::product));
    CHECK(again.last()[QuoteLine::description] == u"离心泵 DN50"_s);
    must(desk.ann.records().saveAll(again, u"save"_s));
    desk.settle();
    CHECK(desk.totalAtServer() == 5 * One);
}

TEST_CASE("A version that was sent and revised without a network can be looked at before the server has kept it")
{
    Desk desk;
    Record sold = desk.line(desk.ann, 10 * One, 100 * One);
    const Record left = desk.line(desk.ann, 1 * One, 5 * One, 2);
    desk.settle();
    desk.ann.cut();
    for (const Quote::Step which : {Quote::Release, Quote::Send, Quote::Revise}) {
        desk.clock.advance(1'000);
        must(desk.ann.records().transition(desk.now(), which));
    }
    desk.clock.advance(1'000);
    sold = must(desk.ann.records().load(sold.ref()));
    sold.set(QuoteLine::quantity, 3 * One);
    must(desk.ann.records().save(sold));
    must(desk.ann.records().remove({left.ref()}));
    VersionsView view(desk.context, desk.quote.ref());
    activate(view);
    REQUIRE(view.list().topLevelItemCount() == 2);
    CHECK(cell(view.list(), 1, 0) == u"1"_s);
    CHECK(cell(view.list(), 1, 1) == u"not at the server yet"_s);
    CHECK(cell(view.list(), 1, 5).contains(u"1,005"_s));
    const std::optional<QuoteLook> look = rememberedLook(desk.ann.records(), desk.now(), 1);
    REQUIRE(look);
    REQUIRE(look->lines.size() == 2);
    CHECK(look->lines.first()[QuoteLine::quantity] == 10 * One);
    // The server keeps it as it was then, in whatever order it came.
    desk.meet();
    const QList<Record> kept = keptVersions(desk.ann.records(), desk.quote.ref());
    REQUIRE(kept.size() == 1);
    CHECK(kept.first()[QuoteVersion::total] == 1'005 * One);
    CHECK(must(keptLook(desk.ann.records(), kept.first().ref())).lines.size() == 2);
    REQUIRE(view.list().topLevelItemCount() == 2);
    CHECK(cell(view.list(), 1, 1) == u"was sent"_s);
}

TEST_CASE("Taking a sending back takes the copy away, and what is given up afterwards is kept as not sent")
{
    Desk desk;
    const Record sold = desk.line(desk.ann, 10 * One, 100 * One);
    desk.step(Quote::Release);
    const Saved sent = must(desk.ann.records().transition(desk.now(), Quote::Send));
    desk.settle();
    REQUIRE(keptVersions(desk.ann.records(), desk.quote.ref()).size() == 1);
    must(desk.ann.records().undo(sent.action));
    desk.settle();
    CHECK(keptVersions(desk.ann.records(), desk.quote.ref()).isEmpty());
    desk.step(Quote::Revise);
    const QList<Record> kept = keptVersions(desk.ann.records(), desk.quote.ref());
    REQUIRE(kept.size() == 1);
    CHECK(kept.first()[QuoteVersion::version] == 1);
    CHECK(kept.first().isNull(QuoteVersion::sentAt));
    CHECK(must(keptLook(desk.ann.records(), kept.first().ref())).lines.size() == 1);
    desk.checkExact(desk.ann);
}
