// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pastedialog.h"
#include "app/widgets/fieldtext.h"

#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QClipboard>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;

TEST_CASE("cells of a spreadsheet are told apart, quoted ones too", "[paste]")
{
    CHECK(PasteSheet::split(u"a\tb\r\nc\td\r\n"_s) == QList<QStringList>{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
    CHECK(PasteSheet::split(u"\"one\ntwo \"\"x\"\"\"\tb"_s) == QList<QStringList>{{u"one\ntwo \"x\""_s, u"b"_s}});
    CHECK(PasteSheet::split(u"\n\n"_s).isEmpty());
}

TEST_CASE("a heading names the fields, every cell is read by its type, faults are marked and left out", "[paste]")
{
    SampleCompany company(3);
    const model::Entity &entity = company.catalogue.at(Account::entity);
    PasteSheet sheet(*company.records, entity);
    QStringList heading;
    for (const model::FieldId id : {Account::name.id, Account::registeredCapital.id, Account::email.id, Account::level.id})
        heading.append(fieldLabel(entity, *entity.field(id)));
    sheet.read(heading.join(u'\t')
                   + u"\n甲公司\t1.2万\ta@b.example\tOrdinary\n乙公司\tmuch\ta@b.example\tOrdinary\n\t5\tnobody\tOrdinary\n"_s,
               {{}, {}, 0, {}});
    REQUIRE(sheet.hasHeading());
    REQUIRE(sheet.rows().size() == 3);
    CHECK(sheet.rows()[0].record[Account::registeredCapital] == 120000000);
    CHECK(sheet.rows()[0].record[Account::level] == company.records->item(u"customer_level"_s, u"ordinary"_s));
    CHECK(sheet.rows()[1].cells[1].fault->code == ErrorCode::BadValue);
    CHECK(sheet.rows()[2].cells[0].fault->code == ErrorCode::Required);
    CHECK(sheet.rows()[2].cells[2].fault->code == ErrorCode::BadFormat);
}

TEST_CASE("Ctrl+V looks first and then takes; over the rows or as new ones", "[paste]")
{
    SampleCompany company(5);
    RecordListView view(*company.records, Account::entity);
    view.resize(1200, 500);
    activate(view);
    REQUIRE(waitFor([&] { return view.model().rowCount() == 5; }));
    view.table().setFocus();
    view.table().setCurrentIndex(view.model().index(1, view.model().columnOf(Account::name.id)));
    QApplication::clipboard()->setText(u"第一\n第二\n"_s);
    const qsizetype actions = company.records->actions.size();
    int marked = -1;
    whenOpen<PasteDialog>([&](PasteDialog &dialog) {
        // Nothing is taken while somebody looks.
        CHECK(company.records->actions.size() == actions);
        QRadioButton *over = dialog.findChildren<QRadioButton *>().value(1);
        over->setFocus();
        QTest::keyClick(over, Qt::Key_Space);
        marked = dialog.table().rowCount();
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        if (dialog.isVisible())
            dialog.reject(); // a failure is reported, not waited for
    });
    QTest::keyClick(&view.table(), Qt::Key_V, Qt::ControlModifier);
    CHECK(marked == 2);
    REQUIRE(company.records->actions.size() == actions + 1);
    CHECK(view.model().record(1)[Account::name] == u"第一"_s);
    CHECK(view.model().record(2)[Account::name] == u"第二"_s);
    REQUIRE(company.records->undo(company.records->lastUndoable()).ok());
    CHECK(view.model().record(1)[Account::name] != u"第一"_s);
}
