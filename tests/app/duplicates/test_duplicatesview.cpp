// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/duplicatepairs.h"
#include "app/views/duplicates/duplicatesview.h"
#include "app/views/generic/mergedialog.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QComboBox>
#include <QPushButton>
#include <QTableView>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Contact;
using model::DuplicateCandidate;

namespace {

/// Three customers with nothing in common but that two are one; and two contacts that share an address.
struct Doubles {
    Doubles() : company(0), context(*company.records, company.drafts)
    {
        first = add(u"苏州恒力机械有限公司"_s);
        second = add(u"苏州恒利机械有限责任公司"_s);
        add(u"武汉长江物流有限公司"_s);
        for (const QString &name : {u"李娜"_s, u"王伟"_s})
            company.records->add(Contact::entity, {{Contact::name.id, name}, {Contact::email.id, u"office@hengli.example"_s}});
    }
    model::Record add(const QString &name) { return company.records->add(Account::entity, {{Account::name.id, name}, {Account::status.id, model::Value(int(Account::Active))}}); }
    DuplicatesView &opened()
    {
        view = std::make_unique<DuplicatesView>(context);
        view->resize(1000, 500);
        activate(*view);
        (void)waitFor([&] { return !view->isSearching(); });
        return *view;
    }
    int pairs() const { return view->table().model()->rowCount(); }
    QString text(int column) const { return view->table().model()->index(0, column).data().toString(); }
    QList<model::Record> decisions()
    {
        storage::Query query;
        query.entity = DuplicateCandidate::entity;
        return *company.records->findNow(query);
    }

    SampleCompany company;
    NotingContext context;
    model::Record first, second;
    std::unique_ptr<DuplicatesView> view;
};

} // namespace

TEST_CASE("Pairs that may be one stand there with score and reason, of the kind that is chosen", "[duplicates]")
{
    Doubles doubles;
    DuplicatesView &view = doubles.opened();
    REQUIRE(doubles.pairs() == 1);
    CHECK(QStringList{doubles.text(DuplicatePairs::First), doubles.text(DuplicatePairs::Second)}.contains(u"苏州恒力机械有限公司"_s));
    CHECK(doubles.text(DuplicatePairs::Why) == u"names sound alike"_s);
    CHECK(doubles.text(DuplicatePairs::Score).toInt() >= rules::Similarity::Threshold);
    QComboBox *kind = view.findChild<QComboBox *>();
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    view.setEntity(Contact::entity);
    REQUIRE(waitFor([&] { return !view.isSearching() && doubles.pairs() == 1; }));
    CHECK(doubles.text(DuplicatePairs::Score) == u"100"_s);
    CHECK(doubles.text(DuplicatePairs::Why) == u"E-mail is the same"_s);
}

TEST_CASE("A pair that is said not to be the same is remembered, does not come up again, and comes back by undo", "[duplicates]")
{
    Doubles doubles;
    DuplicatesView &view = doubles.opened();
    view.table().setFocus();
    REQUIRE(doubles.pairs() == 1);
    QTest::keyClick(&view.table(), Qt::Key_Delete);
    CHECK(doubles.pairs() == 0);
    REQUIRE(doubles.decisions().size() == 1);
    CHECK(doubles.decisions().first()[DuplicateCandidate::state] == DuplicateCandidate::Different);
    view.search();
    REQUIRE(waitFor([&] { return !view.isSearching(); }));
    CHECK(doubles.pairs() == 0);
    doubles.context.undo(doubles.context.action);
    CHECK(waitFor([&] { return doubles.pairs() == 1; }));
}

TEST_CASE("The pair under the cursor is merged, or either of it opened; what is gone leaves the list", "[duplicates]")
{
    Doubles doubles;
    DuplicatesView &view = doubles.opened();
    view.table().setFocus();
    SECTION("opened")
    {
        QTest::keyClick(&view.table(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(&view.table(), Qt::Key_1, Qt::ControlModifier);
        REQUIRE(doubles.context.opened.size() == 2);
        CHECK(doubles.context.opened.contains(doubles.first.ref()));
        CHECK(doubles.context.opened.contains(doubles.second.ref()));
    }
    SECTION("merged")
    {
        QTest::keyClick(&view.table(), Qt::Key_Return);
        auto *dialog = view.findChild<MergeDialog *>();
        REQUIRE(dialog);
        QPushButton *merge = dialog->findChild<QPushButton *>(u"merge"_s);
        REQUIRE(waitFor([&] { return merge->isEnabled(); }));
        QTest::mouseClick(merge, Qt::LeftButton);
        CHECK(waitFor([&] { return doubles.pairs() == 0; }));
        CHECK(doubles.company.records->actions == QStringList{u"merge"_s});
    }
}

TEST_CASE("A view that goes asks its frame for nothing more: when the program ends, that is gone already", "[duplicates]")
{
    struct Frame : NotingContext {
        using NotingContext::NotingContext;
        Records &records() override
        {
            asked += isGone;
            return NotingContext::records();
        }
        bool isGone = false;
        int asked = 0;
    };
    Doubles doubles;
    Frame frame(*doubles.company.records, doubles.company.drafts);
    auto view = std::make_unique<DuplicatesView>(frame);
    activate(*view);
    REQUIRE(waitFor([&] { return !view->isSearching(); }));
    frame.isGone = true;
    view.reset();
    CHECK(frame.asked == 0);
}
