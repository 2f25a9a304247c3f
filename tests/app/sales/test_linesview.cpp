// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/linesview.h"
#include "app/widgets/pastedialog.h"
#include "app/widgets/recordpane.h"
#include "tests/app/sales/sellingcompany.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTableView>
#include <QTabWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Desk : SellingCompany {
    Desk() : view((loadResources(), ann.records()), quote.ref(), ann.catalogue().at(QuoteLine::entity))
    {
        QObject::connect(&view, &LinesView::failed, [this](const Error &error) { errors.append(error); });
        QObject::connect(&view, &LinesView::notice, [this](const QString &text, const Uuid &action) {
            notices.append(text);
            last = action;
        });
        activate(view);
    }
    LineSheet &sheet() { return view.sheet(); }
    Value at(int row, FieldId field) { return sheet().record(row).value(field); }
    void goTo(int row, FieldId field)
    {
        view.table().setFocus();
        view.table().setCurrentIndex(sheet().index(row, sheet().columnOf(field)));
    }
    /// Types over the cell and leaves it by Enter.
    void type(int row, FieldId field, const QString &text)
    {
        goTo(row, field);
        QTest::keyClick(&view.table(), Qt::Key_Return);
        auto *editor = view.table().findChild<FieldEditor *>();
        REQUIRE(editor);
        QWidget *typed = editor->focusWidget() ? editor->focusWidget() : editor->focusProxy();
        REQUIRE(typed);
        QTest::keyClick(typed, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(typed, text);
        QTest::keyClick(typed, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// As the pick of a look-up does.
    void choose(int row, const Uuid &product)
    {
        REQUIRE(sheet().setData(sheet().index(row, sheet().columnOf(QuoteLine::product.id)), QVariant::fromValue(Value(product))));
    }
    QString says()
    {
        QStringList words;
        for (const QLabel *label : view.findChildren<QLabel *>())
            words.append(label->text());
        return words.join(u'|');
    }

    LinesView view;
    QList<Error> errors;
    QStringList notices;
    Uuid last;
};

} // namespace

TEST_CASE("A product chosen in the empty row makes a line with its price, and prices follow the list with the quantity")
{
    Desk desk;
    REQUIRE(desk.sheet().rowCount() == 1);
    desk.choose(0, desk.pump.id());
    REQUIRE(desk.sheet().rowCount() == 2);
    CHECK(desk.sheet().lineCount() == 1);
    CHECK(desk.at(0, QuoteLine::description.id) == Value(u"离心泵 DN50"_s));
    CHECK(desk.at(0, QuoteLine::unit.id) == desk.pump.value(Product::unit.id));
    CHECK(desk.at(0, QuoteLine::quantity.id) == Value(1 * One));
    CHECK(desk.at(0, QuoteLine::unitPrice.id) == Value(100 * One));
    CHECK(must(desk.ann.records().load(desk.sheet().record(0).ref()))[QuoteLine::amount] == 100 * One);
    CHECK(desk.says().contains(u"113"_s)); // with 13 % tax

    desk.type(0, QuoteLine::quantity.id, u"12"_s);
    CHECK(desk.at(0, QuoteLine::unitPrice.id) == Value(90 * One));
    CHECK(desk.at(0, QuoteLine::amount.id) == Value(1'080 * One));
    // Enter goes down to the next line.
    CHECK(desk.view.table().currentIndex().row() == 1);
    // A price that was typed stays.
    desk.type(0, QuoteLine::unitPrice.id, u"95"_s);
    desk.type(0, QuoteLine::quantity.id, u"2"_s);
    CHECK(desk.at(0, QuoteLine::unitPrice.id) == Value(95 * One));
    desk.settle();
    CHECK(desk.totalAtServer() == 2'147'000);
    CHECK(desk.errors.isEmpty());
}

TEST_CASE("Without a product a line is free text, and is saved once it is right; until then it says what is missing and stays")
{
    Desk desk;
    desk.type(0, QuoteLine::description.id, u"Installation"_s);
    CHECK(desk.sheet().rowCount() == 1);
    desk.goTo(0, QuoteLine::description.id);
    CHECK_FALSE(desk.sheet().faultOf(0).isEmpty());
    CHECK(desk.says().contains(desk.sheet().faultOf(0)));
    CHECK(desk.server.all(QuoteLine::entity).isEmpty());
    // What others do meanwhile takes nothing away.
    desk.line(desk.bea, 1 * One, 7 * One, 9);
    desk.settle();
    REQUIRE(desk.sheet().rowCount() == 2);
    CHECK(desk.at(1, QuoteLine::description.id) == Value(u"Installation"_s));
    desk.type(1, QuoteLine::quantity.id, u"1"_s);
    desk.type(1, QuoteLine::unitPrice.id, u"500"_s);
    CHECK(desk.sheet().faultOf(1).isEmpty());
    desk.settle();
    CHECK(desk.server.all(QuoteLine::entity).size() == 2);
    // What cannot be is refused with the reason.
    CHECK(desk.errors.isEmpty());
    desk.type(0, QuoteLine::quantity.id, u"0"_s);
    REQUIRE(desk.errors.size() == 1);
    CHECK(desk.errors.first().code == ErrorCode::OutOfRange);
    CHECK(must(desk.ann.records().load(desk.sheet().record(0).ref()))[QuoteLine::quantity] == 1 * One);
}

TEST_CASE("Lines move by Alt and arrows, go by Delete, and come back by undo")
{
    Desk desk;
    for (int line = 1; line <= 3; ++line)
        desk.line(desk.ann, 1 * One, line * One, line);
    const auto prices = [&] {
        QList<qint64> shown;
        for (int row = 0; row < desk.sheet().lineCount(); ++row)
            shown.append(desk.at(row, QuoteLine::unitPrice.id).number() / One);
        return shown;
    };
    REQUIRE(prices() == QList<qint64>{1, 2, 3});
    desk.goTo(2, QuoteLine::description.id);
    QTest::keyClick(&desk.view.table(), Qt::Key_Up, Qt::AltModifier);
    CHECK(prices() == QList<qint64>{1, 3, 2});
    CHECK(desk.view.table().currentIndex().row() == 1);
    QTest::keyClick(&desk.view.table(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&desk.view.table(), Qt::Key_Up, Qt::AltModifier); // it is the first already
    CHECK(prices() == QList<qint64>{3, 1, 2});
    desk.settle();
    CHECK(prices() == QList<qint64>{3, 1, 2});
    QTest::keyClick(&desk.view.table(), Qt::Key_Delete);
    CHECK(prices() == QList<qint64>{1, 2});
    must(desk.ann.records().undo(desk.last));
    CHECK(prices() == QList<qint64>{3, 1, 2});
}

TEST_CASE("Cells of a spreadsheet become lines; what no cell says comes from the product")
{
    Desk desk;
    QApplication::clipboard()->setText(u"Product\tQuantity\n离心泵 DN50\t10\n离心泵 DN50\t2\n没有的泵\t1\n"_s);
    whenOpen<PasteDialog>([](PasteDialog &dialog) {
        CHECK(dialog.sheet().goodRows() == 2);
        dialog.accept();
    });
    desk.goTo(0, QuoteLine::product.id);
    QTest::keyClick(&desk.view.table(), Qt::Key_V, Qt::ControlModifier);
    REQUIRE(desk.sheet().lineCount() == 2);
    CHECK(desk.at(0, QuoteLine::unitPrice.id) == Value(90 * One));
    CHECK(desk.at(1, QuoteLine::unitPrice.id) == Value(100 * One));
    desk.settle();
    CHECK(desk.server.record(desk.quote.ref())[Quote::subtotal] == 1'100 * One);
}

TEST_CASE("In a state that allows no changes the lines are shown, and say why they cannot be typed into")
{
    Desk desk;
    desk.line(desk.ann, 1 * One, 5 * One);
    Record locked = desk.server.record(desk.quote.ref());
    desk.settle();
    locked = desk.server.record(desk.quote.ref());
    locked.set(Quote::status, qint64(Quote::Pending));
    desk.server.update(locked);
    desk.settle();
    CHECK(desk.sheet().isLocked());
    REQUIRE(desk.sheet().rowCount() == 1);
    CHECK_FALSE(desk.sheet().flags(desk.sheet().index(0, desk.sheet().columnOf(QuoteLine::quantity.id))).testFlag(Qt::ItemIsEditable));
    CHECK(desk.says().contains(u"cannot be changed"_s));
    QTest::keyClick(&desk.view.table(), Qt::Key_Delete);
    CHECK(desk.sheet().lineCount() == 1);
}

TEST_CASE("An open quote has its lines as the tab after its fields")
{
    Desk desk;
    FakeDrafts drafts;
    RecordPane pane(desk.ann.records(), drafts, desk.quote.ref(), {});
    activate(pane);
    auto *tabs = pane.findChild<QTabWidget *>();
    REQUIRE(tabs);
    REQUIRE(tabs->count() > 1);
    CHECK(qobject_cast<LinesView *>(tabs->widget(1)));
}
