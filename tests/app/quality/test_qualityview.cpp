// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/quality/qualityview.h"
#include "app/views/quality/tidydialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/platform.h"
#include "tests/app/quality/untidycompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCheckBox>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;

namespace {

struct Desk : UntidyCompany {
    Desk()
    {
        loadResources();
        activate(view);
        REQUIRE(waitFor([this] { return view.findings().rowCount() > 0; }));
    }
    int row(const QString &words) const
    {
        for (int row = 0; row < view.findings().rowCount(); ++row)
            if (view.findings().item(row, 0)->text() == words)
                return row;
        return -1;
    }
    QString count(const QString &words) const { return row(words) < 0 ? QString() : view.findings().item(row(words), 1)->text(); }
    /// Goes there by key, and answers what the list shows then.
    bool lists(const QString &words, const QSet<Uuid> &wanted)
    {
        QTest::keyClick(&view.findings(), Qt::Key_Home, Qt::ControlModifier);
        for (int down = row(words); down > 0; --down)
            QTest::keyClick(&view.findings(), Qt::Key_Down);
        return waitFor([&] {
            QSet<Uuid> shown;
            for (int each = 0; view.list() && each < view.list()->model().rowCount(); ++each)
                shown.insert(view.list()->model().ref(each).id);
            return shown == wanted;
        });
    }
    QPushButton *button(QWidget &in, const QString &text)
    {
        for (QPushButton *each : in.findChildren<QPushButton *>())
            if (each->text().remove(u'&').startsWith(text))
                return each;
        return nullptr;
    }

    QualityView view{context};
};

} // namespace

TEST_CASE("each finding has a line with its number, and its records beneath")
{
    Desk desk;
    CHECK(desk.count(u"Wrong: Phone"_s) == u"1"_s);
    CHECK(desk.count(u"Untidy: Phone"_s) == u"2"_s);
    CHECK(desk.count(u"Neither telephone nor e-mail"_s) == u"1"_s);
    CHECK(desk.lists(u"Wrong: Phone"_s, {desk.account(1)}));
    CHECK(desk.lists(u"Untidy: Phone"_s, {desk.account(2), desk.account(3)}));
}

TEST_CASE("what was entered twice is listed, until somebody says that it is not the same")
{
    Desk desk;
    const QString doubled = u"Possibly entered twice; two selected ones can be merged"_s;
    CHECK(desk.row(doubled) < 0);
    model::Record twin = desk.company.accounts[8];
    twin.setValue(Account::name.id, desk.company.accounts[9].value(Account::name.id));
    desk.company.records->arrive(twin);
    QTest::keyClick(desk.button(desk.view, u"Check again"_s), Qt::Key_Space);
    REQUIRE(waitFor([&] { return desk.count(doubled) == u"2"_s; }));
    CHECK(desk.lists(doubled, {desk.account(8), desk.account(9)}));
    model::Record apart = desk.company.records->create(model::DuplicateCandidate::entity);
    apart.set(model::DuplicateCandidate::recordA, desk.company.accounts[8].ref());
    apart.set(model::DuplicateCandidate::recordB, desk.company.accounts[9].ref());
    apart.set(model::DuplicateCandidate::state, qint64(model::DuplicateCandidate::Different));
    desk.company.records->arrive(apart);
    CHECK(waitFor([&] { return desk.row(doubled) < 0; }));
}

TEST_CASE("a record mended in the list beneath leaves it, and its line goes with the last one")
{
    Desk desk;
    REQUIRE(desk.lists(u"Wrong: Phone"_s, {desk.account(1)}));
    model::Record mended = desk.company.accounts[1];
    mended.set(Account::phone, u"021-62751234"_s);
    REQUIRE(desk.company.records->save(mended));
    CHECK(waitFor([&] { return desk.row(u"Wrong: Phone"_s) < 0; }));
}

TEST_CASE("tidying shows before and after, leaves out what is not chosen, and can be taken back")
{
    Desk desk;
    QTest::keyClick(desk.button(desk.view, u"Tidy up"_s), Qt::Key_Space);
    auto *dialog = desk.view.findChild<TidyDialog *>();
    REQUIRE(dialog);
    REQUIRE(waitFor([&] { return dialog->table().model()->rowCount() == 3; }));
    QStringList after;
    for (int row = 0; row < 3; ++row)
        after.append(dialog->table().model()->index(row, TidyItems::After).data().toString());
    CHECK(after.contains(QString::fromUtf8("ABB（中国）")));
    CHECK(after.contains(u"021-62751235"_s));
    for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
        if (!box->text().startsWith(u"Phone"_s))
            QTest::keyClick(box, Qt::Key_Space);
    CHECK(dialog->table().model()->rowCount() == 2);
    QTest::keyClick(desk.button(*dialog, u"Tidy up"_s), Qt::Key_Space);
    REQUIRE(waitFor([&] { return !desk.context.notices.isEmpty(); }));
    CHECK(desk.context.notices.last().startsWith(u"2 value"_s));
    CHECK(waitFor([&] { return desk.row(u"Untidy: Phone"_s) < 0; }));
    CHECK(desk.count(u"Untidy: Name"_s) == u"1"_s);
    desk.context.undo(desk.context.action);
    CHECK(waitFor([&] { return desk.count(u"Untidy: Phone"_s) == u"2"_s; }));
}

TEST_CASE("who may not write the customers is shown what is wrong, and is not offered to tidy")
{
    Desk desk;
    model::RightsInput input;
    input.user = desk.company.records->me();
    const Uuid role = Uuid::named("reader");
    input.activeRoles = {role};
    input.access.append({Account::entity, model::Action::View, model::Reach::All, {}});
    input.viewRoles[Account::entity] = {role};
    desk.company.records->setRights(model::Rights(input, desk.company.catalogue));
    Q_EMIT desk.company.records->rightsChanged();
    CHECK(waitFor([&] { return !desk.view.isChecking() && !desk.button(desk.view, u"Tidy up"_s)->isEnabled(); }));
    CHECK(desk.count(u"Wrong: Phone"_s) == u"1"_s);
}
