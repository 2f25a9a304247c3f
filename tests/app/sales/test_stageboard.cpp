// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/generic/contextlinks.h"
#include "app/views/sales/stagelanes.h"
#include "app/widgets/boardcolumn.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordboard.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"
#include "tests/app/sales/pipelinecompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDateTime>
#include <QTimer>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Desk : PipelineCompany {
    Desk() : context((loadResources(), bea.records()), drafts)
    {
        for (const qint64 amount : {100 * One, 200 * One, 300 * One})
            deals.append(deal(bea, amount));
        settle();
    }
    /// As it is opened by keys in the list of opportunities.
    void open()
    {
        list = std::make_unique<RecordListView>(bea.records(), Opportunity::entity);
        linkToContext(*list, context);
        list->resize(1200, 700);
        activate(*list);
        list->table().setFocus();
        QTest::keyClick(&list->table(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(list->board());
        REQUIRE(waitFor([&] { return cards(0) == 3 && list->board()->heading(0).count(u'|') == 2; }));
    }
    BoardColumn &column(int at) { return *list->board()->columns()[at]; }
    int cards(int at) { return column(at).cards().rowCount(); }
    void choose(int at, const Record &deal)
    {
        REQUIRE(waitFor([&] { return column(at).take(deal.ref()); }));
    }
    qint64 stageOf(const Record &deal)
    {
        const Uuid stage = must(bea.records().load(deal.ref()))[Opportunity::stage];
        return std::find_if(stages.begin(), stages.end(), [&](const Record &each) { return each.id() == stage; }) - stages.begin();
    }

    FakeDrafts drafts;
    NotingContext context;
    QList<Record> deals;
    std::unique_ptr<RecordListView> list;
};

/// Fills in the first field of the dialog that comes up next, and accepts it.
void answerNext(const Value &value)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, value] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog)
            return;
        timer->deleteLater();
        dialog->findChild<FieldEditor *>()->setValue(value);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    timer->start(10);
}

} // namespace

TEST_CASE("The board of opportunities has a column for each stage, with number and amount")
{
    Desk desk;
    desk.open();
    const RecordBoard &board = *desk.list->board();
    REQUIRE(board.columns().size() == 4);
    CHECK(board.heading(0) == u"potential | 3 | 600"_s);
    CHECK(board.heading(1) == u"interested | 0"_s);
    CHECK(board.heading(2).contains(u"30"_s)); // of what is closed the last days only
    // Filters of the list are those of the board.
    desk.list->setFilter(Filter::compare(Filter::Kind::Greater, Opportunity::amount.id, Value(150 * One)));
    CHECK(waitFor([&] { return board.heading(0) == u"potential | 2 | 500"_s; }));
}

TEST_CASE("Alt with an arrow takes a card to the next stage, which asks for what it wants to know")
{
    Desk desk;
    Record wanting = desk.server.record(desk.stages[1].ref());
    wanting.set(PipelineStage::needs, u"[\"expected_close_on\"]"_s);
    desk.server.update(wanting);
    desk.settle();
    desk.open();
    desk.choose(0, desk.deals[1]);
    answerNext(Value(qint64(20'000)));
    QTest::keyClick(&desk.column(0), Qt::Key_Right, Qt::AltModifier);
    CHECK(waitFor([&] { return desk.stageOf(desk.deals[1]) == 1 && desk.cards(1) == 1 && desk.cards(0) == 2; }));
    CHECK(must(desk.bea.records().load(desk.deals[1].ref()))[Opportunity::expectedCloseOn] == 20'000);
    REQUIRE_FALSE(desk.context.notices.isEmpty());
    // The keyboard went along, and the action can be undone.
    CHECK(waitFor([&] { return desk.list->window()->focusWidget() == &desk.column(1) && desk.column(1).current().ref() == desk.deals[1].ref(); }));
    must(desk.bea.records().undo(desk.context.action));
    CHECK(waitFor([&] { return desk.stageOf(desk.deals[1]) == 0 && desk.cards(0) == 3; }));
    desk.settle();
    CHECK(desk.server.all(Conflict::entity).isEmpty());
}

TEST_CASE("Carried to the lost stage a card asks for the reason, and stays when nobody gives one")
{
    Desk desk;
    desk.open();
    desk.choose(0, desk.deals[0]);
    const Record card = desk.column(0).current();
    const QList<BoardMove> moves = desk.list->board()->lanes().moves(card);
    const auto lost = std::find_if(moves.begin(), moves.end(), [](const BoardMove &move) { return move.lane == 3; });
    REQUIRE(lost != moves.end());
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer] {
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            timer->deleteLater();
            QTest::keyClick(dialog, Qt::Key_Escape);
        }
    });
    timer->start(10);
    CHECK_FALSE(desk.list->board()->lanes().make(card, *lost, nullptr).has_value());
    CHECK(desk.stageOf(desk.deals[0]) == 0);
    answerNext(Value(u"太贵"_s));
    const std::optional<MadeStep> made = desk.list->board()->lanes().make(card, *lost, nullptr);
    REQUIRE(made);
    REQUIRE(made->result.ok());
    CHECK(desk.stageOf(desk.deals[0]) == 3);
    CHECK(must(desk.bea.records().load(desk.deals[0].ref()))[Opportunity::devStatus] == Opportunity::Failed);
    CHECK(must(desk.bea.records().load(desk.deals[0].ref()))[Opportunity::closeReason] == u"太贵"_s);
}

TEST_CASE("A card tells how long it has been in its stage, in red when that is too long")
{
    Desk desk;
    StageLanes lanes(desk.context);
    const qint64 now = QDateTime::currentMSecsSinceEpoch(), day = 86'400'000;
    Record card = must(desk.bea.records().load(desk.deals[0].ref()));
    card.set(Opportunity::stage, desk.stages[1].id()); // at most ten days
    card.set(Opportunity::stageSince, now - 2 * day);
    CHECK(lanes.remark(card).text == u"2 day(s)"_s);
    CHECK(lanes.remark(card).tone == Tone::Neutral);
    card.set(Opportunity::stageSince, now - 8 * day);
    CHECK(lanes.remark(card).tone == Tone::Waiting);
    card.set(Opportunity::stageSince, now - 11 * day);
    CHECK(lanes.remark(card).tone == Tone::Bad);
    // A move made offline counts from the move.
    desk.bea.cut();
    desk.move(desk.bea, desk.deals[0], 1);
    CHECK_FALSE(must(desk.bea.records().load(desk.deals[0].ref())).isNull(Opportunity::stageSince));
}

TEST_CASE("A column warns of who has more in it than the stage allows each, as soon as it is so and no longer")
{
    Desk desk;
    Record stage = desk.server.record(desk.stages[0].ref());
    stage.set(PipelineStage::maxCount, qint64(3));
    desk.server.update(stage);
    desk.settle();
    desk.open();
    const auto heading = [&] { return desk.list->board()->heading(0); };
    CHECK_FALSE(heading().contains(u"Too many"_s));
    const Record fourth = desk.deal(desk.bea, One);
    CHECK(waitFor([&] { return heading().contains(u"Too many: bea: 4, at most 3"_s); }));
    CHECK(desk.column(0).accessibleName().contains(u"bea: 4, at most 3"_s));
    desk.move(desk.bea, fourth, 1);
    CHECK(waitFor([&] { return !heading().contains(u"Too many"_s); }));
}

TEST_CASE("With several pipelines the board shows the chosen one, and remembers it with the view")
{
    Desk desk;
    Record other(desk.server.catalogue().at(Pipeline::entity), desk.ids.next());
    other.set(Pipeline::name, u"Tenders"_s);
    other.set(Pipeline::active, qint64(1));
    Record stage(desk.server.catalogue().at(PipelineStage::entity), desk.ids.next());
    stage.set(PipelineStage::pipeline, other.id());
    stage.set(PipelineStage::label, u"{\"en\":\"bid\"}"_s);
    stage.set(PipelineStage::outcome, qint64(PipelineStage::Open));
    desk.server.insertAll({other, stage});
    desk.settle();
    RecordListView list(desk.bea.records(), Opportunity::entity);
    linkToContext(list, desk.context);
    activate(list);
    list.setBoardShown(true);
    QJsonObject lanes = list.board()->lanes().state();
    lanes[u"pipeline"_s] = other.id().text();
    list.board()->lanes().setState(lanes);
    REQUIRE(list.board()->columns().size() == 1);
    const QJsonObject state = list.state();
    RecordListView again(desk.bea.records(), Opportunity::entity);
    linkToContext(again, desk.context);
    again.setState(state);
    REQUIRE(again.board());
    CHECK(again.board()->columns().size() == 1);
}
