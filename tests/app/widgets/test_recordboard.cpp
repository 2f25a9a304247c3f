// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordboard.h"

#include "app/widgets/boardcolumn.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;

namespace {

struct Board {
    Board() : view(*company.records, Account::entity)
    {
        view.resize(1200, 700);
        activate(view);
        view.table().setFocus();
        QTest::keyClick(&view.table(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(view.board());
        REQUIRE(waitFor([this] { return cards() == int(company.accounts.size()); }));
    }

    int cards() const
    {
        int count = 0;
        for (const BoardColumn *column : view.board()->columns())
            count += column->cards().rowCount();
        return count;
    }
    BoardColumn *column(qint64 state) const
    {
        for (BoardColumn *column : view.board()->columns())
            if (column->lane().key == model::Value(state))
                return column;
        return nullptr;
    }
    qint64 stateOf(const model::Record &record) const { return (*company.records->load(record.ref()))[Account::status]; }
    /// A column with cards, a step that leaves it, and a state no step leads to from there.
    std::pair<BoardColumn *, const model::Transition *> start() const
    {
        for (BoardColumn *column : view.board()->columns())
            if (column->cards().rowCount() > 0)
                for (const model::Transition *step : company.records->transitions(column->cards().record(0)))
                    if (model::Value(step->to) != column->lane().key && step->required.isEmpty())
                        return {column, step};
        return {nullptr, nullptr};
    }
    bool drop(BoardColumn *target)
    {
        QMimeData mime;
        mime.setData(u"application/x-guanxi-card"_s, "x");
        QDragEnterEvent enter({5, 5}, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(target->viewport(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop({5, 5}, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(target->viewport(), &drop);
        return drop.isAccepted();
    }

    SampleCompany company{40};
    RecordListView view;
};

} // namespace

TEST_CASE("the board shows every record in the column of its state", "[board]")
{
    Board board;
    for (BoardColumn *column : board.view.board()->columns())
        for (int row = 0; row < column->cards().rowCount(); ++row)
            CHECK(column->cards().record(row).value(Account::status.id) == column->lane().key);
    board.view.setSearch(u"长城"_s);
    CHECK(waitFor([&] { return board.cards() == board.view.model().rowCount(); }));
}

TEST_CASE("a card is dropped only where a step leads, and makes that step", "[board]")
{
    Board board;
    const auto [from, step] = board.start();
    REQUIRE(from);
    const model::Record record = from->cards().record(0);
    Q_EMIT from->carried(record);
    for (BoardColumn *column : board.view.board()->columns()) {
        const QList<const model::Transition *> steps = board.company.records->transitions(record);
        const bool leads = std::any_of(steps.begin(), steps.end(), [&](const auto *one) { return model::Value(one->to) == column->lane().key; });
        QMimeData mime;
        mime.setData(u"application/x-guanxi-card"_s, "x");
        QDragEnterEvent enter({5, 5}, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(column->viewport(), &enter);
        CHECK(enter.isAccepted() == leads);
    }
    QSignalSpy notice(&board.view, &RecordListView::notice);
    REQUIRE(board.drop(board.column(step->to)));
    Q_EMIT from->carried({});
    REQUIRE(waitFor([&] { return board.stateOf(record) == step->to; }));
    REQUIRE(notice.size() == 1);
    CHECK(board.company.records->actions.last() == u"transition"_s);
    CHECK(waitFor([&] { return board.column(step->to)->current().ref() == record.ref(); }));
    REQUIRE(board.company.records->undo(notice.first().at(1).value<Uuid>()).ok());
    CHECK(model::Value(board.stateOf(record)) == from->lane().key);
}

TEST_CASE("Alt with the arrow keys moves a card, the arrows alone move the keyboard", "[board]")
{
    Board board;
    const QList<BoardColumn *> columns = board.view.board()->columns();
    const auto [from, step] = board.start();
    REQUIRE(from);
    from->setCurrentIndex(from->cards().index(0, 0));
    from->enter();
    const model::Record record = from->current();
    const qint64 before = board.stateOf(record);
    const bool rightwards = columns.indexOf(board.column(step->to)) > columns.indexOf(from);
    QTest::keyClick(from, rightwards ? Qt::Key_Right : Qt::Key_Left, Qt::AltModifier);
    CHECK(waitFor([&] { return board.stateOf(record) != before; }));
    BoardColumn *now = board.column(board.stateOf(record));
    CHECK(waitFor([&] { return now->hasFocus() && now->current().ref() == record.ref(); }));
    QTest::keyClick(now, rightwards ? Qt::Key_Left : Qt::Key_Right);
    CHECK_FALSE(now->hasFocus());
    QSignalSpy opened(&board.view, &RecordListView::openRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(opened.size() == 1);
}
