// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/merged.h"
#include "app/views/generic/contextlinks.h"
#include "app/views/generic/mergedialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/sales.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Contact;
using model::DuplicateCandidate;
using model::SalesOrder;

namespace {

/// One customer under two names; the second has a contact and an order that counts.
struct TwoCustomers {
    TwoCustomers() : company(6), context(*company.records, company.drafts), kept(company.accounts[0]), gone(company.accounts[1])
    {
        for (model::Record *account : {&kept, &gone}) {
            account->set(Account::status, qint64(Account::Active));
            for (const model::FieldId field : {Account::address.id, Account::postcode.id, Account::website.id, Account::shortName.id})
                account->setValue(field, model::Value());
        }
        kept.set(Account::shortName, u"长城"_s);
        kept.set(Account::postcode, u"100000"_s);
        gone.set(Account::shortName, u"万里"_s);
        gone.set(Account::website, u"https://changcheng.example"_s);
        gone.set(Account::address, u"中关村大街1号"_s);
        gone.set(Account::postcode, u"100080"_s);
        company.records->arrive(kept);
        company.records->arrive(gone);
        contact = company.records->add(Contact::entity, {{Contact::name.id, u"王芳"_s}, {Contact::account.id, gone.id()}});
        order = company.records->add(SalesOrder::entity, {{SalesOrder::account.id, gone.id()}, {SalesOrder::status.id, model::Value(int(SalesOrder::Completed))}});
    }
    std::unique_ptr<MergeDialog> opened()
    {
        auto dialog = std::make_unique<MergeDialog>(context, gone.ref(), kept.ref());
        activate(*dialog);
        (void)waitFor([&] { return dialog->plan().isReady(); });
        return dialog;
    }
    model::Record now(const model::Record &record) { return *company.records->load(record.ref()); }

    SampleCompany company;
    NotingContext context;
    model::Record kept, gone, contact, order;
};

QString plan(const MergeDialog &dialog) { return dialog.findChild<QLabel *>(u"plan"_s)->text(); }
QPushButton *merge(const MergeDialog &dialog) { return dialog.findChild<QPushButton *>(u"merge"_s); }
QTableView *fields(const MergeDialog &dialog) { return dialog.findChild<QTableView *>(u"fields"_s); }

QModelIndex cell(MergeDialog &dialog, const QString &label, MergeTable::Column column)
{
    for (int row = 0; row < dialog.table().rowCount(); ++row)
        if (dialog.table().index(row, MergeTable::Name).data().toString() == label)
            return dialog.table().index(row, column);
    return {};
}

void pressMerge(TwoCustomers &two, MergeDialog &dialog)
{
    REQUIRE(merge(dialog)->isEnabled());
    QTest::mouseClick(merge(dialog), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !two.context.notices.isEmpty(); }));
}

} // namespace

TEST_CASE("Side by side: what the kept one has stays, what it lacks is filled, and any value can be chosen", "[merge]")
{
    TwoCustomers two;
    const auto dialog = two.opened();
    CHECK(dialog->table().isChosen(cell(*dialog, u"Short name"_s, MergeTable::Stays)));
    CHECK(dialog->table().isChosen(cell(*dialog, u"Website"_s, MergeTable::Goes)));
    // Half of one address and half of another would be none.
    CHECK(dialog->table().isChosen(cell(*dialog, u"Address"_s, MergeTable::Stays)));
    SECTION("as proposed")
    {
        pressMerge(two, *dialog);
        CHECK(two.now(two.kept)[Account::shortName] == u"长城"_s);
        CHECK(two.now(two.kept)[Account::postcode] == u"100000"_s);
    }
    SECTION("by mouse")
    {
        const QModelIndex wanted = cell(*dialog, u"Short name"_s, MergeTable::Goes);
        QTest::mouseClick(fields(*dialog)->viewport(), Qt::LeftButton, {}, fields(*dialog)->visualRect(wanted).center());
        pressMerge(two, *dialog);
        CHECK(two.now(two.kept)[Account::shortName] == u"万里"_s);
    }
    SECTION("by keyboard, with what belongs together")
    {
        fields(*dialog)->setFocus();
        fields(*dialog)->setCurrentIndex(cell(*dialog, u"Address"_s, MergeTable::Stays));
        QTest::keyClick(fields(*dialog), Qt::Key_Right);
        QTest::keyClick(fields(*dialog), Qt::Key_Space);
        pressMerge(two, *dialog);
        CHECK(two.now(two.kept)[Account::address] == u"中关村大街1号"_s);
        CHECK(two.now(two.kept)[Account::postcode] == u"100080"_s);
    }
    CHECK(two.now(two.kept)[Account::website] == u"https://changcheng.example"_s);
    CHECK(two.now(two.gone).isDeleted());
    CHECK(two.now(two.contact)[Contact::account] == two.kept.id());
    CHECK(two.company.records->actions == QStringList{u"merge"_s});
    CHECK_FALSE(two.context.action.isNull());
    CHECK(keptOf(*two.company.records, two.gone.ref()) == two.kept.ref());
}

TEST_CASE("The dialog says what moves, what follows, and shows all fields or only what differs", "[merge]")
{
    TwoCustomers two;
    const auto dialog = two.opened();
    CHECK(plan(*dialog).contains(u"Contacts: "_s));
    CHECK(plan(*dialog).contains(u"closed record"_s));
    const int differing = dialog->table().rowCount();
    QCheckBox *only = dialog->findChild<QCheckBox *>();
    only->setFocus();
    QTest::keyClick(only, Qt::Key_Space);
    CHECK(dialog->table().rowCount() > differing);
    CHECK_FALSE(cell(*dialog, u"Status"_s, MergeTable::Stays).data(Qt::DecorationRole).isValid());
    pressMerge(two, *dialog);
    // Only the server may write into it.
    CHECK(two.now(two.order)[SalesOrder::account] == two.gone.id());
}

TEST_CASE("The other one is kept after a swap; what was chosen by hand stays chosen", "[merge]")
{
    TwoCustomers two;
    const auto dialog = two.opened();
    fields(*dialog)->setFocus();
    REQUIRE(dialog->table().choose(cell(*dialog, u"Short name"_s, MergeTable::Stays)));
    QTest::keyClick(dialog.get(), Qt::Key_S, Qt::AltModifier);
    REQUIRE(waitFor([&] { return dialog->plan().isReady() && dialog->plan().stays() == two.gone.ref(); }));
    pressMerge(two, *dialog);
    CHECK(two.now(two.kept).isDeleted());
    CHECK(two.now(two.gone)[Account::shortName] == u"长城"_s);
    CHECK(two.now(two.gone)[Account::address] == u"中关村大街1号"_s);
}

TEST_CASE("What stands in the way is said before, and nothing half is offered", "[merge]")
{
    TwoCustomers two;
    SECTION("the kept one is closed")
    {
        two.kept.set(Account::status, qint64(Account::Archived));
        two.company.records->arrive(two.kept);
    }
    SECTION("one is gone already")
    {
        two.gone.setDeleted(true);
        two.company.records->arrive(two.gone);
    }
    const auto dialog = two.opened();
    CHECK_FALSE(merge(*dialog)->isEnabled());
    CHECK_FALSE(plan(*dialog).isEmpty());
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    CHECK(two.company.records->actions.isEmpty());
}

TEST_CASE("Two records that are selected in a list are merged by a command", "[merge]")
{
    TwoCustomers two;
    RecordListView list(*two.company.records, Account::entity, RecordListView::Place::Workspace);
    linkToContext(list, two.context);
    list.resize(900, 500);
    activate(list);
    REQUIRE(waitFor([&] { return list.model().rowCount() == 6; }));
    const auto press = [&] { QTest::keyClick(&list.table(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier); };
    list.table().setFocus();
    list.table().setCurrentIndex(list.model().index(0, 0));
    press();
    CHECK_FALSE(list.findChild<MergeDialog *>());
    REQUIRE(two.context.notices.size() == 1);
    QTest::keyClick(&list.table(), Qt::Key_Down, Qt::ShiftModifier);
    press();
    REQUIRE(waitFor([&] { return list.findChild<MergeDialog *>() != nullptr; }));
}

TEST_CASE("An open record that is merged by somebody shows the one that is kept", "[merge]")
{
    TwoCustomers two;
    RecordPane pane(*two.company.records, two.company.drafts, two.gone.ref(), {});
    activate(pane);
    const auto dialog = two.opened();
    pressMerge(two, *dialog);
    CHECK(waitFor([&] { return pane.ref() == two.kept.ref(); }));
}
