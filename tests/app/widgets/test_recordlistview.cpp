// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordlistview.h"

#include "app/widgets/emptystate.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterheader.h"
#include "app/widgets/frozencolumns.h"
#include "app/widgets/listgroups.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordtable.h"
#include "app/widgets/viewpaper.h"
#include "app/widgets/savedviews.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Value;
using storage::Filter;

namespace {

struct Shown {
    explicit Shown(int accounts) : company(accounts), view(*company.records, Account::entity)
    {
        view.resize(1200, 700);
        activate(view);
        REQUIRE(waitFor([this] { return !view.model().isSearching(); }));
        view.table().setFocus();
    }

    bool settled()
    {
        return waitFor([this] { return !view.model().isSearching(); });
    }
    QString name(int row) { return view.model().record(row)[Account::name]; }
    void go(int row, model::FieldId field)
    {
        view.table().setCurrentIndex(view.model().index(row, view.model().columnOf(field)));
    }

    SampleCompany company;
    RecordListView view;
};

} // namespace

TEST_CASE("thirty rows and more fit on a laptop screen", "[listview]")
{
    Shown shown(60);
    CHECK(shown.view.table().viewport()->height() / shown.view.table().rowHeight(0) >= 30);
    shown.view.table().setComfortable(true);
    CHECK(shown.view.table().rowHeight(0) > 28);
}

TEST_CASE("a click on the heading sorts, a second one turns round, a third one lets go", "[listview]")
{
    Shown shown(12);
    FilterHeader *header = shown.view.table().filterHeader();
    const int column = shown.view.model().columnOf(Account::name.id);
    const QPoint place(header->sectionViewportPosition(column) + 20, 8);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    REQUIRE(shown.settled());
    CHECK(shown.company.records->lastQuery.sort == QList<storage::Sort>{{Account::name.id, false}});
    const QString first = shown.name(0);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    REQUIRE(shown.settled());
    CHECK(shown.company.records->lastQuery.sort == QList<storage::Sort>{{Account::name.id, true}});
    CHECK(shown.name(11) == first);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    REQUIRE(shown.settled());
    CHECK(shown.company.records->lastQuery.sort.isEmpty());
}

TEST_CASE("F2 edits a cell, Enter saves it with an undoable notice, Esc takes it back", "[listview]")
{
    Shown shown(5);
    QSignalSpy notice(&shown.view, &RecordListView::notice);
    shown.go(1, Account::name.id);
    QTest::keyClick(&shown.view.table(), Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    line->selectAll();
    typeInto(line, u"新客户"_s);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(shown.name(1) == u"新客户"_s);
    REQUIRE(notice.size() == 1);
    REQUIRE(shown.company.records->undo(notice.first().at(1).value<Uuid>()).ok());
    CHECK(shown.name(1) != u"新客户"_s);

    shown.view.table().setFocus();
    shown.go(2, Account::name.id);
    const QString before = shown.name(2);
    QTest::keyClick(&shown.view.table(), Qt::Key_F2);
    line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    typeInto(line, u"x"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    CHECK(shown.name(2) == before);
}

TEST_CASE("Delete removes the selected records as one undoable action", "[listview]")
{
    Shown shown(10);
    QSignalSpy notice(&shown.view, &RecordListView::notice);
    shown.go(2, Account::name.id);
    QTest::keyClick(&shown.view.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&shown.view.table(), Qt::Key_Delete);
    REQUIRE(waitFor([&] { return shown.view.model().rowCount() == 8; }));
    REQUIRE(notice.size() == 1);
    REQUIRE(shown.company.records->undo(notice.first().at(1).value<Uuid>()).ok());
    CHECK(waitFor([&] { return shown.view.model().rowCount() == 10; }));
}

TEST_CASE("Enter opens the record with the list around it, Ctrl+N makes one, letters search", "[listview]")
{
    Shown shown(10);
    QSignalSpy opened(&shown.view, &RecordListView::openRequested), created(&shown.view, &RecordListView::createRequested);
    shown.go(3, Account::name.id);
    QTest::keyClick(&shown.view.table(), Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened.first().at(0).value<model::RecordRef>() == shown.company.accounts[3].ref());
    CHECK(opened.first().at(1).value<QList<model::RecordRef>>().size() == 10);
    QTest::keyClick(&shown.view.table(), Qt::Key_N, Qt::ControlModifier);
    CHECK(created.size() == 1);
    QTest::keyClick(&shown.view.table(), Qt::Key_C);
    CHECK(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

TEST_CASE("what nothing matches offers to clear the filter, and an empty list to begin", "[listview]")
{
    Shown shown(4);
    auto *empty = shown.view.findChild<EmptyState *>();
    shown.view.setSearch(u"no such customer"_s);
    REQUIRE(shown.settled());
    CHECK(empty->isVisible());
    CHECK(empty->title() == u"Nothing matches the filter"_s);
    Q_EMIT empty->actionRequested();
    REQUIRE(shown.settled());
    CHECK(shown.view.table().isVisible());
    CHECK(shown.view.model().rowCount() == 4);

    RecordListView none(*shown.company.records, model::ids::Project);
    QSignalSpy created(&none, &RecordListView::createRequested);
    none.show();
    REQUIRE(waitFor([&] { return none.findChild<EmptyState *>()->title() == u"No Projects yet"_s; }));
    Q_EMIT none.findChild<EmptyState *>()->actionRequested();
    CHECK(created.size() == 1);
}

TEST_CASE("columns of names take the room that is left, until somebody chooses widths", "[listview]")
{
    Shown shown(5);
    const int name = shown.view.model().columnOf(Account::name.id);
    const auto widthAt = [&](int window) {
        shown.view.resize(window, 500);
        QApplication::processEvents();
        return shown.view.table().columnWidth(name);
    };
    const int narrow = widthAt(700);
    const int wide = widthAt(2200);
    CHECK(wide > narrow);
    CHECK(widthAt(700) == narrow);
    CHECK_FALSE(shown.view.state().value(u"columns"_s).toArray().first().toObject().contains(u"width"_s));

    FilterHeader *header = shown.view.table().filterHeader();
    const QPoint edge(header->sectionViewportPosition(name) + header->sectionSize(name) - 1, header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
    const int chosen = shown.view.table().columnWidth(name);
    CHECK(chosen != narrow);
    CHECK(widthAt(2200) == chosen);
    const QJsonObject kept = shown.view.state();
    Shown other(5);
    other.view.setState(kept);
    CHECK(other.view.table().columnWidth(name) == chosen);
}

TEST_CASE("the filter row narrows the list column by column", "[listview]")
{
    Shown shown(20);
    shown.view.setQuickFiltersShown(true);
    FilterHeader *header = shown.view.table().filterHeader();
    header->setText(shown.view.model().columnOf(Account::name.id), u"北京"_s);
    header->setText(shown.view.model().columnOf(Account::status.id), u"pot"_s);
    Q_EMIT header->filtersChanged();
    REQUIRE(shown.settled());
    REQUIRE(shown.view.model().rowCount() == 2);
    CHECK(shown.name(0).startsWith(u"北京"_s));
}

TEST_CASE("copying gives tab separated text and an HTML table of the selection", "[listview]")
{
    Shown shown(5);
    shown.view.model().setColumns({Account::number.id, Account::name.id});
    shown.go(0, Account::number.id);
    shown.view.table().selectRow(1);
    QTest::keyClick(&shown.view.table(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    CHECK(mime->text() == u"Number\tName\n%1\t%2\n"_s.arg(shown.company.accounts[1][Account::number], shown.name(1)));
    CHECK(mime->html().contains(u"<td>"_s));
}

TEST_CASE("printing makes a document with all rows", "[listview]")
{
    Shown shown(80);
    const ViewPaper paper = shown.view.paper();
    REQUIRE(paper.tables.size() == 1);
    CHECK(paper.tables[0].rows == 80);
    CHECK(paper.tables[0].shown(79, 0) == shown.view.model().index(79, 0).data().toString());
    CHECK(paper.totals.startsWith(u"80 "_s));
    const auto pages = pagesOf(paper, QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter), *shown.company.records);
    REQUIRE(pages->proceed(QDeadlineTimer(QDeadlineTimer::Forever)));
    CHECK(pages->count() == 3);
}

TEST_CASE("a saved view brings back columns, order and filter", "[listview]")
{
    Shown shown(8);
    shown.view.model().setColumns({Account::name.id, Account::status.id});
    shown.view.setSort(Account::name.id, true);
    shown.view.setFilter(Filter::all({Filter::is(Account::status.id, Value(2))}));
    REQUIRE(shown.settled());
    SavedViews views(*shown.company.records, shown.view.entity());
    REQUIRE(views.save(u"Active ones"_s, shown.view.state()).ok());
    REQUIRE(views.save(u"Active ones"_s, shown.view.state()).ok());
    REQUIRE(views.all().size() == 1);

    RecordListView other(*shown.company.records, Account::entity);
    other.setState(views.all().first().state);
    other.show();
    REQUIRE(waitFor([&] { return !other.model().isSearching() && other.model().rowCount() > 0; }));
    CHECK(other.model().columns() == QList<model::FieldId>{Account::name.id, Account::status.id});
    CHECK(shown.company.records->lastQuery.sort == QList<storage::Sort>{{Account::name.id, true}});
    CHECK(other.model().rowCount() == shown.view.model().rowCount());
    REQUIRE(views.remove(views.all().first().id).ok());
    CHECK(views.all().isEmpty());
}

TEST_CASE("a change that arrives moves neither scroll position nor selection", "[listview]")
{
    Shown shown(60);
    shown.view.resize(900, 300);
    shown.go(40, Account::name.id);
    QTest::qWait(20);
    const int position = shown.view.table().verticalScrollBar()->value();
    REQUIRE(position > 0);
    model::Record changed = shown.company.accounts[39];
    changed.set(Account::name, u"另一名称"_s);
    shown.company.records->arrive(changed);
    QTest::qWait(300);
    CHECK(shown.view.table().verticalScrollBar()->value() == position);
    CHECK(shown.view.currentRef() == shown.company.accounts[40].ref());
    CHECK(shown.name(39) == u"另一名称"_s);
}

TEST_CASE("groups count and sum, and choosing one shows its rows", "[listview]")
{
    Shown shown(30);
    shown.view.setGroup(Account::status.id);
    ListGroups &groups = shown.view.groups();
    REQUIRE(waitFor([&] { return groups.topLevelItemCount() > 2; }));
    CHECK(groups.isVisible());
    CHECK(groups.topLevelItem(0)->text(1) == u"30"_s);
    int counted = 0;
    for (int line = 1; line < groups.topLevelItemCount(); ++line)
        counted += groups.topLevelItem(line)->text(1).toInt();
    CHECK(counted == 30);
    const QString label = groups.topLevelItem(1)->text(0);
    const int count = groups.topLevelItem(1)->text(1).toInt();
    groups.setFocus();
    groups.setCurrentItem(groups.topLevelItem(0));
    QTest::keyClick(&groups, Qt::Key_Down);
    REQUIRE(waitFor([&] { return shown.view.model().rowCount() == count; }));
    CHECK(shown.view.isFiltered());
    const model::Record &first = shown.view.model().record(0);
    CHECK(FieldText(*shown.company.records).text(first, *first.entity().field(Account::status.id)) == label);
    shown.view.clearFilters();
    CHECK(waitFor([&] { return shown.view.model().rowCount() == 30; }));
    const QJsonObject state = shown.view.state();
    shown.view.setGroup(0);
    CHECK_FALSE(groups.isVisible());
    shown.view.setState(state);
    CHECK(groups.field() == Account::status.id);
}

TEST_CASE("frozen columns stay in sight, and are edited where they stand", "[listview]")
{
    Shown shown(20);
    shown.view.resize(500, 400);
    shown.view.setFrozen(2);
    FrozenColumns &frozen = shown.view.table().frozen();
    REQUIRE(frozen.isVisible());
    const int second = shown.view.table().filterHeader()->logicalIndex(1);
    shown.view.table().horizontalScrollBar()->setValue(200);
    CHECK(frozen.columnViewportPosition(second) == frozen.columnWidth(shown.view.table().filterHeader()->logicalIndex(0)));
    // A cell to the right is never left under them.
    shown.go(3, shown.view.model().field(3).id);
    CHECK(shown.view.table().visualRect(shown.view.table().currentIndex()).left() >= frozen.coveredWidth());
    shown.go(1, Account::name.id);
    REQUIRE(shown.view.table().filterHeader()->visualIndex(shown.view.model().columnOf(Account::name.id)) < 2);
    shown.view.table().setFocus();
    QTest::keyClick(&shown.view.table(), Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    CHECK(frozen.isAncestorOf(line));
    line->selectAll();
    typeInto(line, u"冻结"_s);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(shown.name(1) == u"冻结"_s);
    // Filters stand over their columns, frozen or not.
    shown.view.setQuickFiltersShown(true);
    QLineEdit *filter = nullptr;
    for (QLineEdit *one : frozen.findChildren<QLineEdit *>())
        if (one->isVisible() && one->accessibleName().contains(u"Name"_s))
            filter = one;
    REQUIRE(filter);
    filter->setFocus();
    typeInto(filter, u"冻结"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    CHECK(waitFor([&] { return shown.view.model().rowCount() == 1; }));
    shown.view.clearFilters();
    CHECK(waitFor([&] { return shown.view.model().rowCount() == 20; }));
    CHECK(filter->text().isEmpty());
    shown.view.setFrozen(0);
    CHECK_FALSE(frozen.isVisible());
}

TEST_CASE("Ctrl+D gives the selected rows the value of the uppermost, as one action, where people may write", "[listview]")
{
    Shown shown(8);
    QSignalSpy notice(&shown.view, &RecordListView::notice);
    const auto place = [&](int row) { return shown.view.model().record(row)[Account::address]; };
    const auto fill = [&](int first, int last, model::FieldId field) {
        shown.go(last, field);
        shown.view.table().selectionModel()->select(
            QItemSelection(shown.view.model().index(first, 0), shown.view.model().index(last, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTest::keyClick(&shown.view.table(), Qt::Key_D, Qt::ControlModifier);
    };
    shown.view.model().setColumns({Account::name.id, Account::address.id, Account::number.id});
    const QStringList before{place(1), place(2), place(3), place(4), place(5)};
    fill(1, 4, Account::address.id);
    REQUIRE(waitFor([&] { return notice.size() == 1; }));
    CHECK(notice.first().at(0).toString() == u"3 record(s) changed"_s);
    CHECK(QStringList{place(1), place(2), place(3), place(4), place(5)} == QStringList{before[0], before[0], before[0], before[0], before[4]});
    CHECK(shown.company.records->actions.last() == u"fill_down"_s);
    REQUIRE(shown.company.records->undo(notice.first().at(1).value<Uuid>()).ok());
    CHECK(QStringList{place(1), place(2), place(3), place(4), place(5)} == before);

    // What only the server fills is not for people.
    QSignalSpy failed(&shown.view, &RecordListView::failed);
    fill(1, 4, Account::number.id);
    CHECK(failed.size() == 1);
    CHECK(notice.size() == 1);
}
