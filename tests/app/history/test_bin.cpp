// SPDX-License-Identifier: GPL-3.0-or-later
// What was deleted, by whom ever, is found again in the list it came from.
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using storage::test::must;

TEST_CASE("deleted customers are shown on demand, and restored from there, also by a colleague and without network")
{
    test::DeskCompany company;
    const model::Record gone = company.make(company.ann, u"Baosteel"_s);
    const model::Record there = company.make(company.ann, u"Ansteel"_s);
    company.settle();
    must(company.ann.records().remove({gone.ref()}));
    company.settle();
    company.bea.cut();
    RecordListView list(company.bea.records(), Account::entity);
    list.resize(900, 400);
    activate(list);
    const auto shows = [&](const model::Record &record) {
        return waitFor([&] { return list.model().rowCount() == 1 && list.model().record(0).ref() == record.ref(); });
    };
    REQUIRE(shows(there));
    QTest::keyClick(&list.table(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(list.isBinShown());
    REQUIRE(shows(gone));
    // What is deleted is not written into.
    CHECK_FALSE(list.model().flags(list.model().index(0, 0)).testFlag(Qt::ItemIsEditable));
    QTest::mouseClick(list.table().viewport(), Qt::LeftButton, {}, list.table().visualRect(list.model().index(0, 0)).center());
    REQUIRE(list.table().selectedCount() == 1);
    CHECK(company.bea.records().may(model::Action::Delete, list.model().record(0)));
    list.restoreSelected();
    REQUIRE(waitFor([&] { return list.model().rowCount() == 0; }));
    list.setBinShown(false);
    REQUIRE(waitFor([&] { return list.model().rowCount() == 2; }));
    company.meet();
    CHECK_FALSE(company.now(gone).isDeleted());
    company.checkExact(company.ann);
}
