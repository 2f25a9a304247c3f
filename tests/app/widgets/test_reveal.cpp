// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldcell.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/revealbar.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"
#include "tests/support/fakeclock.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QClipboard>
#include <QLabel>
#include <QTabWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;

namespace {

const QString Number = u"6222021234567890123"_s;
const QString Mask = model::maskText(Number);

/// A customer with a masked bank account, open in a pane.
struct Masked {
    explicit Masked(const QList<model::Action> &actions = {model::Action::View, model::Action::Edit}) : company(1)
    {
        const Uuid role = Uuid::named("role");
        model::RightsInput input;
        input.user = company.records->me();
        input.activeRoles = {role};
        for (const model::Action action : actions)
            input.access.append({Account::entity, action, model::Reach::All, {}});
        input.viewRoles = {{Account::entity, {role}}};
        input.fields = {{role, Account::entity, Account::bankAccount.id, model::FieldRight::Masked}};
        company.records->setRights(model::Rights(input, company.catalogue));
        company.records->secret = Number;
        account = company.accounts[0];
        account.set(Account::bankAccount, Mask);
        company.records->arrive(account);
        pane = std::make_unique<RecordPane>(*company.records, company.drafts, account.ref(), QList<model::RecordRef>());
        activate(*pane);
        cell()->revealBar()->setClock(clock);
    }

    FieldCell *cell() { return pane->fields()->cell(Account::bankAccount.id); }
    RevealBar *bar() { return cell()->revealBar(); }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = cell()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(text); });
    }
    QAbstractButton *button(const QString &name)
    {
        for (QAbstractButton *button : cell()->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->accessibleName() == name)
                return button;
        return nullptr;
    }

    SampleCompany company;
    test::FakeClock clock;
    model::Record account;
    std::unique_ptr<RecordPane> pane;
};

} // namespace

TEST_CASE("the eye beside a masked field shows its value for half a minute, then the mask is back", "[reveal]")
{
    Masked masked;
    CHECK(masked.says(Mask));
    QAbstractButton *eye = masked.button(u"Show: Bank account"_s);
    REQUIRE(eye);
    CHECK(eye->focusPolicy() & Qt::TabFocus);
    QTest::mouseClick(eye, Qt::LeftButton);
    REQUIRE(waitFor([&] { return masked.says(Number); }));
    CHECK(masked.button(u"Hide: Bank account"_s));
    masked.clock.advance(RevealBar::ShownMs - 1);
    masked.bar()->tick();
    CHECK(masked.says(Number));
    masked.clock.advance(1);
    masked.bar()->tick();
    CHECK_FALSE(masked.says(Number));
    CHECK(masked.says(Mask));
    CHECK_FALSE(masked.cell()->accessibleName().contains(Number));
    CHECK(masked.company.records->reveals == 1);
    CHECK((*masked.company.records->load(masked.account.ref()))[Account::bankAccount] == Mask);
    CHECK(masked.company.drafts.keys().isEmpty());
}

TEST_CASE("a mask is lifted, copied and put back with the keyboard alone", "[reveal]")
{
    Masked masked;
    masked.cell()->setFocus();
    QTest::keyClick(masked.cell(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return masked.says(Number); }));
    QTest::keyClick(masked.cell(), Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == Number);
    QTest::keyClick(masked.cell(), Qt::Key_Return);
    CHECK(masked.says(Mask));
    QApplication::clipboard()->clear();
    QTest::keyClick(masked.cell(), Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text().isEmpty());
}

TEST_CASE("offline the mask stays, with the reason beside it", "[reveal]")
{
    Masked masked;
    masked.company.records->connected = false;
    QTest::mouseClick(masked.button(u"Show: Bank account"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return masked.says(u"Only the server knows"_s); }));
    CHECK(masked.says(Mask));
    masked.company.records->connected = true;
    QTest::mouseClick(masked.button(u"Show: Bank account"_s), Qt::LeftButton);
    CHECK(waitFor([&] { return masked.says(Number); }));
}

TEST_CASE("what was revealed is hidden when another tab is shown or the value becomes another one", "[reveal]")
{
    Masked masked;
    QTest::mouseClick(masked.button(u"Show: Bank account"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return masked.says(Number); }));
    SECTION("another tab")
    {
        masked.pane->tabs()->setCurrentIndex(1);
        masked.pane->tabs()->setCurrentIndex(0);
    }
    SECTION("another value")
    {
        masked.account.set(Account::bankAccount, u"4000****9999"_s);
        masked.company.records->arrive(masked.account);
        CHECK(masked.says(u"4000****9999"_s));
    }
    CHECK_FALSE(masked.says(Number));
}

TEST_CASE("another field's change leaves what is shown", "[reveal]")
{
    Masked masked;
    QTest::mouseClick(masked.button(u"Show: Bank account"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return masked.says(Number); }));
    masked.account.set(Account::website, u"new.cn"_s);
    masked.company.records->arrive(masked.account);
    CHECK(masked.says(Number));
}

TEST_CASE("who may not edit the record has no eye", "[reveal]")
{
    Masked masked({model::Action::View});
    CHECK(masked.says(Mask));
    CHECK_FALSE(masked.button(u"Show: Bank account"_s));
    QTest::keyClick(masked.cell(), Qt::Key_Return);
    CHECK(masked.company.records->reveals == 0);
}
