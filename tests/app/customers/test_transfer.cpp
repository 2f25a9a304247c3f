// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/customersview.h"
#include "app/views/customers/transferdialog.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/lookupeditors.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/work.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Activity;
using model::Opportunity;
using model::OwnershipTransfer;
using model::SalesOrder;
using model::User;
using model::Value;

namespace {

/// Mei leaves; eight customers are hers, two are not. Lin and Wang stay.
struct Leaving {
    Leaving() : company(10), context(*company.records, company.drafts)
    {
        mei = user(u"Mei"_s);
        lin = user(u"Lin"_s);
        wang = user(u"Wang"_s);
        for (int at = 0; at < 10; ++at) {
            model::Record account = company.accounts[at];
            const Uuid holder = at < 8 ? mei : wang;
            account.set(Account::accountManager, holder);
            account.setValue(model::system::Owner, holder);
            account.set(Account::status, qint64(Account::Active));
            company.records->arrive(account);
            company.accounts[at] = account;
        }
        open = add(Opportunity::entity, {{Opportunity::account.id, company.accounts[0].id()}, {Opportunity::assignedTo.id, mei}}, Opportunity::Developing);
        won = add(Opportunity::entity, {{Opportunity::account.id, company.accounts[0].id()}, {Opportunity::assignedTo.id, mei}}, Opportunity::Succeeded);
        order = add(SalesOrder::entity, {{SalesOrder::account.id, company.accounts[1].id()}, {SalesOrder::salesperson.id, mei}}, SalesOrder::Reviewed);
        visit = add(Activity::entity, {{Activity::account.id, company.accounts[1].id()}, {Activity::participants.id, model::valueOf({mei, wang})}}, Activity::Open);
        elsewhere = add(Opportunity::entity, {{Opportunity::account.id, company.accounts[9].id()}, {Opportunity::assignedTo.id, mei}}, Opportunity::Developing);
    }

    Uuid user(const QString &name) { return company.records->add(User::entity, {{User::realName.id, Value(name)}, {User::active.id, Value(true)}}).id(); }
    model::Record add(model::EntityId entity, QList<std::pair<model::FieldId, Value>> values, int state)
    {
        values.append({company.catalogue.at(entity).machine.field, Value(state)});
        values.append({model::system::Owner, Value(mei)});
        return company.records->add(entity, values);
    }
    model::Record now(const model::Record &record) { return *company.records->load(record.ref()); }
    int managedBy(const Uuid &user)
    {
        return int(std::count_if(company.accounts.begin(), company.accounts.end(), [&](const model::Record &account) { return now(account)[Account::accountManager] == user; }));
    }
    QList<model::Record> papers()
    {
        storage::Query query;
        query.entity = OwnershipTransfer::entity;
        return *company.records->findNow(query);
    }

    SampleCompany company;
    NotingContext context;
    Uuid mei, lin, wang;
    model::Record open, won, order, visit, elsewhere;
};

QPushButton *button(TransferDialog &dialog, const QString &text)
{
    for (QPushButton *found : dialog.findChildren<QPushButton *>())
        if (QString(found->text()).remove(u'&') == text)
            return found;
    return nullptr;
}

bool says(TransferDialog &dialog, const QString &text)
{
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

/// The dialog once the successors' plan is shown.
std::unique_ptr<TransferDialog> opened(Leaving &leaving, const QList<Uuid> &to, const CommandScope &scope)
{
    auto dialog = std::make_unique<TransferDialog>(leaving.context, scope);
    activate(*dialog);
    for (const Uuid &user : to)
        dialog->addSuccessor(user);
    (void)waitFor([&] { return button(*dialog, u"Hand over"_s)->isEnabled() && dialog->plan().order().to == to; });
    return dialog;
}

CommandScope leaver(const Leaving &leaving) { return {User::entity, {{User::entity, leaving.mei}}, {}, false}; }

} // namespace

TEST_CASE("a leaver's customers change hands with what is open about them, as one action", "[transfer]")
{
    Leaving leaving;
    const auto dialog = opened(leaving, {leaving.lin}, leaver(leaving));
    CHECK(dialog->plan().count(0, 0) == 8);
    CHECK(says(*dialog, u"1 record(s) stay, since they cannot be changed"_s));
    CHECK(leaving.managedBy(leaving.mei) == 8); // nothing before it was looked at
    QTest::mouseClick(button(*dialog, u"Hand over"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !leaving.context.notices.isEmpty(); }));
    CHECK(leaving.managedBy(leaving.lin) == 8);
    CHECK(leaving.managedBy(leaving.wang) == 2);
    CHECK(leaving.now(leaving.company.accounts[0]).value(model::system::Owner).id() == leaving.lin);
    CHECK(leaving.now(leaving.open)[Opportunity::assignedTo] == leaving.lin);
    CHECK(model::idsOf(leaving.now(leaving.visit).value(Activity::participants.id)) == model::idsOf(model::valueOf({leaving.lin, leaving.wang})));
    CHECK(leaving.company.records->actions == QStringList{u"transfer"_s});

    SECTION("what is closed, fixed in its state or about somebody else's customer stays")
    {
        CHECK(leaving.now(leaving.won)[Opportunity::assignedTo] == leaving.mei);
        CHECK(leaving.now(leaving.order)[SalesOrder::salesperson] == leaving.mei);
        CHECK(leaving.now(leaving.elsewhere)[Opportunity::assignedTo] == leaving.mei);
    }
    SECTION("it is on paper")
    {
        REQUIRE(leaving.papers().size() == 1);
        const model::Record paper = leaving.papers().first();
        CHECK(paper[OwnershipTransfer::fromUser] == leaving.mei);
        CHECK(paper[OwnershipTransfer::toUser] == leaving.lin);
        CHECK(paper[OwnershipTransfer::scope].contains(u"\"account\":8"_s));
        CHECK(paper[OwnershipTransfer::performedBy] == leaving.company.records->me());
    }
    SECTION("undo takes all of it back")
    {
        REQUIRE(leaving.company.records->undo(leaving.context.action).ok());
        CHECK(leaving.managedBy(leaving.mei) == 8);
        CHECK(leaving.now(leaving.open)[Opportunity::assignedTo] == leaving.mei);
        CHECK(leaving.papers().isEmpty());
    }
}

TEST_CASE("several successors share evenly, and single customers go to whom they are given", "[transfer]")
{
    Leaving leaving;
    const auto dialog = opened(leaving, {leaving.lin, leaving.wang}, leaver(leaving));
    CHECK(dialog->plan().count(0, 0) == 4);
    CHECK(dialog->plan().count(0, 1) == 4);
    auto *table = dialog->findChild<QTableView *>(u"records"_s);
    REQUIRE(table);
    table->setFocus();
    table->selectRow(0);
    dialog->findChild<QComboBox *>(u"hand"_s)->setCurrentIndex(1);
    QTest::mouseClick(button(*dialog, u"Give the selected ones to"_s), Qt::LeftButton);
    CHECK(dialog->plan().count(0, 0) == 3);
    CHECK(dialog->plan().count(0, 1) == 5);
    const model::RecordRef given = dialog->plan().items(0).first().ref;
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    CHECK(leaving.context.opened == QList<model::RecordRef>{given});
    QTest::mouseClick(button(*dialog, u"Hand over"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !leaving.context.notices.isEmpty(); }));
    CHECK((*leaving.company.records->load(given))[Account::accountManager] == leaving.wang);
    CHECK(leaving.managedBy(leaving.wang) == 7);
    CHECK(leaving.papers().size() == 2);
    // What is open about a customer goes where he goes.
    CHECK(leaving.now(leaving.open)[Opportunity::assignedTo] == leaving.now(leaving.company.accounts[0])[Account::accountManager]);
}

TEST_CASE("by region, the customers of a region stay together as far as shares allow", "[transfer]")
{
    Leaving leaving;
    const auto dialog = opened(leaving, {leaving.lin, leaving.wang}, leaver(leaving));
    dialog->findChild<QComboBox *>(u"share"_s)->setCurrentIndex(1);
    REQUIRE(waitFor([&] { return dialog->plan().isReady() && dialog->plan().order().share == TransferOrder::Share::ByRegion; }));
    CHECK(dialog->plan().count(0, 0) == 4);
    QString last;
    int changes = 0;
    for (const TransferPlan::Item &item : dialog->plan().items(0)) {
        const QString region = leaving.company.records->dictionaryLabel((*leaving.company.records->load(item.ref))[Account::region]);
        changes += region != last ? 1 : 0;
        last = region;
    }
    QSet<QString> regions;
    for (int at = 0; at < 8; ++at)
        regions.insert(leaving.company.records->dictionaryLabel(leaving.company.accounts[at][Account::region]));
    CHECK(changes == regions.size());
}

TEST_CASE("of the rows selected in the customers' list, those of other people stay and are counted", "[transfer]")
{
    Leaving leaving;
    CustomersView view(leaving.context);
    activate(view);
    REQUIRE(waitFor([&] { return view.list().model().rowCount() == 10; }));
    view.list().table().setFocus();
    view.list().table().selectRow(7);
    QTest::keyClick(&view.list().table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view.list().table(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = view.findChild<TransferDialog *>();
    REQUIRE(dialog);
    activate(*dialog);
    dialog->setFrom(leaving.mei);
    dialog->addSuccessor(leaving.lin);
    REQUIRE(waitFor([&] { return button(*dialog, u"Hand over"_s)->isEnabled(); }));
    CHECK(dialog->plan().count(0, 0) == 1);
    CHECK(dialog->plan().stays(0).others == 1);
    CHECK(says(*dialog, u"somebody else looks after them"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    CHECK(leaving.managedBy(leaving.mei) == 8);
}

TEST_CASE("nothing is handed over before it is clear from whom and to whom", "[transfer]")
{
    Leaving leaving;
    TransferDialog dialog(leaving.context, leaver(leaving));
    activate(dialog);
    CHECK(says(dialog, u"Choose to whom they go"_s));
    dialog.addSuccessor(leaving.mei);
    REQUIRE(waitFor([&] { return says(dialog, u"cannot be the successor"_s); }));
    CHECK_FALSE(button(dialog, u"Hand over"_s)->isEnabled());
    model::Record gone = *leaving.company.records->load({User::entity, leaving.lin});
    gone.set(User::active, qint64(0));
    leaving.company.records->arrive(gone);
    TransferDialog other(leaving.context, leaver(leaving));
    activate(other);
    other.addSuccessor(leaving.lin);
    REQUIRE(waitFor([&] { return says(other, u"does not work here any more"_s); }));
    CHECK(leaving.company.records->actions.isEmpty());
}

TEST_CASE("an open user has the command, an open contact has not", "[transfer]")
{
    Leaving leaving;
    RecordPane user(*leaving.company.records, leaving.company.drafts, {User::entity, leaving.mei}, {});
    linkToContext(user, leaving.context);
    activate(user);
    QTest::keyClick(&user, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = user.findChild<TransferDialog *>();
    REQUIRE(dialog);
    CHECK(dialog->findChild<LookupLine *>()->id() == leaving.mei);
    storage::Query query;
    query.entity = model::Contact::entity;
    query.limit = 1;
    RecordPane contact(*leaving.company.records, leaving.company.drafts, leaving.company.records->findNow(query)->first().ref(), {});
    linkToContext(contact, leaving.context);
    activate(contact);
    QTest::keyClick(&contact, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(contact.findChild<TransferDialog *>());
}

TEST_CASE("another choice while rows are shown starts the preview anew", "[transfer]")
{
    Leaving leaving;
    const auto dialog = opened(leaving, {leaving.lin}, leaver(leaving));
    auto *table = dialog->findChild<QTableView *>(u"records"_s);
    REQUIRE(table->model()->rowCount() == 8);
    dialog->setFrom(leaving.wang);
    REQUIRE(waitFor([&] { return dialog->plan().isReady() && dialog->plan().order().from == leaving.wang; }));
    CHECK(waitFor([&] { return table->model()->rowCount() == 2; }));
    dialog->addSuccessor(leaving.wang);
    REQUIRE(waitFor([&] { return says(*dialog, u"cannot be the successor"_s); }));
    CHECK_FALSE(button(*dialog, u"Hand over"_s)->isEnabled());
    table->viewport()->repaint();
}

TEST_CASE("cancelled while it is prepared, a hand-over changes nothing", "[transfer]")
{
    Leaving leaving;
    const auto dialog = opened(leaving, {leaving.lin}, leaver(leaving));
    leaving.company.records->whenPrepared = [&] { QTest::keyClick(dialog.get(), Qt::Key_Escape); };
    QTest::mouseClick(button(*dialog, u"Hand over"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !dialog->isPerforming() && says(*dialog, u"nothing was changed"_s); }));
    CHECK(dialog->isVisible());
    CHECK(leaving.company.records->actions.isEmpty());
}
