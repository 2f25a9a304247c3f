// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordlistmodel.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTableView>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Value;

namespace {

struct Listed {
    explicit Listed(int accounts) : company(accounts), list(*company.records, Account::entity) {}

    bool load()
    {
        list.setQuery({});
        return waitFor([this] { return !list.isSearching(); });
    }

    QString name(int row) { return list.data(list.index(row, list.columnOf(Account::name.id))).toString(); }

    SampleCompany company;
    RecordListModel list;
};

} // namespace

TEST_CASE("the list model keeps the rules of item models through saves, deletes, arrivals and sorting", "[list]")
{
    Listed listed(30);
    QAbstractItemModelTester tester(&listed.list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(listed.load());
    REQUIRE(listed.list.rowCount() == 30);
    listed.list.sort(listed.list.columnOf(Account::name.id), Qt::DescendingOrder);
    REQUIRE(waitFor([&] { return !listed.list.isSearching(); }));
    REQUIRE(listed.company.records->remove({listed.list.ref(3), listed.list.ref(4), listed.list.ref(20)}).ok());
    REQUIRE(waitFor([&] { return listed.list.rowCount() == 27; }));
    REQUIRE(listed.company.records->undo(listed.company.records->lastUndoable()).ok());
    REQUIRE(waitFor([&] { return listed.list.rowCount() == 30; }));
    model::Record moved = listed.list.record(29);
    moved.set(Account::name, u"左先生"_s);
    listed.company.records->arrive(moved);
    REQUIRE(waitFor([&] { return listed.name(0) == u"左先生"_s; }));
}

TEST_CASE("a list of a million rows loads only the windows that are looked at", "[list]")
{
    Listed listed(1);
    listed.company.records->pretend(Account::entity, 1000000);
    REQUIRE(listed.load());
    QTableView view;
    view.setModel(&listed.list);
    view.resize(800, 600);
    view.show();
    REQUIRE(QTest::qWaitForWindowExposed(&view));
    CHECK(listed.list.rowCount() == 1000000);
    CHECK(listed.company.records->windowLoads <= 2);
    view.scrollTo(listed.list.index(700000, 0));
    QTest::qWait(50);
    CHECK(listed.name(700000) == u"Row 700001"_s);
    CHECK(listed.company.records->windowLoads <= 5);
    CHECK(listed.company.records->rowsLoaded <= 5 * RecordListModel::WindowRows);
}

TEST_CASE("the selection stays with its record when rows above it come and go", "[list]")
{
    Listed listed(20);
    REQUIRE(listed.load());
    QItemSelectionModel selection(&listed.list);
    const model::RecordRef chosen = listed.list.ref(10);
    selection.setCurrentIndex(listed.list.index(10, 0), QItemSelectionModel::ClearAndSelect);
    REQUIRE(listed.company.records->remove({listed.list.ref(2)}).ok());
    REQUIRE(waitFor([&] { return listed.list.rowCount() == 19; }));
    CHECK(selection.currentIndex().row() == 9);
    CHECK(listed.list.ref(selection.currentIndex().row()) == chosen);
    QSignalSpy reset(&listed.list, &QAbstractItemModel::modelReset);
    listed.list.sort(listed.list.columnOf(Account::name.id), Qt::AscendingOrder);
    REQUIRE(waitFor([&] { return !listed.list.isSearching(); }));
    CHECK(reset.isEmpty());
    CHECK(listed.list.ref(selection.currentIndex().row()) == chosen);
}

TEST_CASE("setting a value saves it at once, and what is wrong is refused", "[list]")
{
    Listed listed(3);
    REQUIRE(listed.load());
    listed.list.setColumns({Account::name.id, Account::email.id, Account::number.id});
    QSignalSpy saved(&listed.list, &RecordListModel::saved), failed(&listed.list, &RecordListModel::failed);
    CHECK(listed.list.setData(listed.list.index(0, 0), QVariant::fromValue(Value(u"新名称"_s))));
    CHECK(saved.size() == 1);
    CHECK(listed.company.records->load(listed.list.ref(0))->value(Account::name.id).text() == u"新名称"_s);
    CHECK_FALSE(listed.list.setData(listed.list.index(0, 1), QVariant::fromValue(Value(u"no address"_s))));
    CHECK(failed.size() == 1);
    CHECK_FALSE(listed.list.flags(listed.list.index(0, 2)).testFlag(Qt::ItemIsEditable));
}

TEST_CASE("fields the user may not see are no columns", "[list]")
{
    Listed listed(1);
    model::RightsInput input;
    const Uuid role = Uuid::named("role");
    input.user = listed.company.records->me();
    input.activeRoles = {role};
    input.access = {{Account::entity, model::Action::View, model::Reach::All, {}}};
    input.viewRoles = {{Account::entity, {role}}};
    input.fields = {{role, Account::entity, Account::phone.id, model::FieldRight::Hidden}};
    listed.company.records->setRights(model::Rights(input, listed.company.catalogue));
    listed.list.setColumns({Account::name.id, Account::phone.id});
    CHECK(listed.list.columns() == QList<model::FieldId>{Account::name.id});
    REQUIRE(listed.load());
    CHECK_FALSE(listed.list.flags(listed.list.index(0, 0)).testFlag(Qt::ItemIsEditable));
}
