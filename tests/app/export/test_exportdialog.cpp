// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/export/exportdialog.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"

#include "common/model/catalogue/customers.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    Desk()
    {
        loadResources();
        linkToContext(list, context);
        list.model().setColumns({Account::number.id, Account::name.id});
        activate(list);
        list.reload();
        REQUIRE(tests::waitFor([&] { return list.model().rowCount() == 8; }));
    }
    ~Desk() { delete dialog; }

    /// By its keys, as from any row of the list.
    ExportDialog &open()
    {
        list.table().setFocus();
        QTest::keyClick(&list.table(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        dialog = list.findChild<ExportDialog *>();
        REQUIRE(dialog);
        REQUIRE(tests::waitFor([&] { return !dialog->isBusy(); }));
        return *dialog;
    }
    template <class Widget> Widget *part(const QString &text)
    {
        for (Widget *widget : dialog->findChildren<Widget *>())
            if (widget->text().remove(u'&').startsWith(text))
                return widget;
        return nullptr;
    }
    /// What stands in the boxes.
    QStringList chosen()
    {
        QStringList words;
        for (const QComboBox *box : dialog->findChildren<QComboBox *>())
            words.append(box->currentText());
        return words;
    }
    void choose(const QString &word)
    {
        for (QComboBox *box : dialog->findChildren<QComboBox *>())
            if (const int at = box->findText(word, Qt::MatchContains); at >= 0)
                box->setCurrentIndex(at);
    }
    QStringList lines()
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    }

    SampleCompany company{8};
    NotingContext context{*company.records, company.drafts};
    RecordListView list{*company.records, Account::entity};
    QPointer<ExportDialog> dialog;
    QTemporaryDir folder;
    QString path = folder.filePath(u"out.csv"_s);
};

} // namespace

TEST_CASE("a list goes into a file as it is shown, and the dialog says so and goes", "[export]")
{
    Desk desk;
    ExportDialog &dialog = desk.open();
    CHECK(desk.chosen().contains(u"All that the list shows (8)"_s));
    desk.choose(u".csv"_s);
    dialog.exportTo(desk.path);
    REQUIRE(tests::waitFor([&] { return !desk.context.notices.isEmpty(); }));
    CHECK(desk.context.notices.first().contains(u"8 record"_s));
    CHECK(desk.lines().size() == 9);
    CHECK(desk.lines().first().endsWith(u"Number,Name"_s));
    REQUIRE(tests::waitFor([&] { return !desk.dialog; }));
}

TEST_CASE("the filter of the list holds for its export; more than one selected record are meant alone", "[export]")
{
    Desk desk;
    SECTION("filtered")
    {
        desk.list.setFilter(storage::Filter::is(Account::name.id, desk.company.accounts[2][Account::name]));
        REQUIRE(tests::waitFor([&] { return desk.list.model().rowCount() == 1; }));
        CHECK(desk.open().plan({}).rows.size() == 1);
    }
    SECTION("selected")
    {
        desk.list.table().selectRow(1);
        QTest::keyClick(&desk.list.table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&desk.list.table(), Qt::Key_Down, Qt::ShiftModifier);
        const QList<RecordRef> chosen = desk.list.selectedRefs();
        REQUIRE(chosen.size() == 3);
        CHECK(desk.open().plan({}).chosen == chosen);
        CHECK(desk.chosen().filter(u"The selected"_s).size() == 1);
    }
}

TEST_CASE("choices that make no sense for a format are not offered", "[export]")
{
    Desk desk;
    ExportDialog &dialog = desk.open();
    const auto isShown = [&](const QString &word) {
        for (const QComboBox *box : dialog.findChildren<QComboBox *>())
            if (box->findText(word, Qt::MatchContains) >= 0)
                return box->isVisible();
        return false;
    };
    CHECK_FALSE(isShown(u"GB18030"_s));
    desk.choose(u".csv"_s);
    CHECK(isShown(u"GB18030"_s));
    desk.choose(u".vcf"_s);
    CHECK_FALSE(isShown(u"All fields"_s));
    CHECK(dialog.plan({}).relations.isEmpty());
    desk.choose(u".xlsx"_s);
    CHECK(isShown(u"All fields"_s));
    CHECK(dialog.plan({}).encoding.isEmpty());
    QTest::mouseClick(desk.part<QCheckBox>(u"With related"_s), Qt::LeftButton, {}, QPoint(6, desk.part<QCheckBox>(u"With related"_s)->height() / 2));
    CHECK(dialog.plan({}).relations.contains(Contact::entity));
}

TEST_CASE("what goes wrong is said in the dialog, which stays", "[export]")
{
    Desk desk;
    ExportDialog &dialog = desk.open();
    dialog.exportTo(u"/proc/out.xlsx"_s);
    REQUIRE(tests::waitFor([&] { return !dialog.isBusy(); }));
    CHECK(dialog.isVisible());
    bool isSaid = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        isSaid |= label->isVisible() && label->text().contains(u"out.xlsx"_s);
    CHECK(isSaid);
    CHECK(desk.part<QPushButton>(u"Export"_s)->isEnabled());
}

TEST_CASE("who may not export has no command for it", "[export]")
{
    SampleCompany company(1);
    RightsInput input;
    input.user = company.records->me();
    input.access = {{Account::entity, Action::View, Reach::All, {}}};
    company.records->setRights(Rights(input, company.catalogue));
    NotingContext context(*company.records, company.drafts);
    RecordListView list(*company.records, Account::entity);
    linkToContext(list, context);
    for (const QAction *action : list.actions())
        CHECK(action->text() != u"Export…"_s);
}
