// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk's working hour, through the widgets she uses, at a desk that syncs with a server: part of it without network.
#include "app/views/customers/customersview.h"
#include "app/views/customers/transferdialog.h"
#include "app/widgets/bulkeditdialog.h"
#include "app/widgets/fieldcell.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterheader.h"
#include "app/widgets/historyview.h"
#include "app/widgets/pastdialog.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/recordtable.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Interaction;
using model::OwnershipTransfer;
using model::Record;
using model::Value;
using storage::test::must;

namespace {

constexpr qint64 Day = 86'400'000;

/// Bea looks after customers; Ann, her colleague, sits elsewhere and takes some of them over.
class WorkingHour : public test::DeskCompany
{
public:
    WorkingHour() : context(bea.records(), drafts)
    {
        server.allow(all, OwnershipTransfer::entity, model::Reach::All, true);
        for (const QString &name : {u"北京长城机械有限公司"_s, u"天津渤海阀门厂"_s, u"上海江南造船"_s, u"广州白云电子"_s})
            customers.append(make(bea, name));
        settle();
        clock.advance(40 * Day);
        view = std::make_unique<CustomersView>(context);
        view->resize(1300, 800);
        activate(*view);
        REQUIRE(shows(4));
    }

    RecordListView &list() { return view->list(); }
    RecordTable &table() { return list().table(); }
    bool shows(int rows)
    {
        return waitFor([&] { return !list().model().isSearching() && list().model().rowCount() == rows; });
    }
    Record seen(const Record &record) { return must(bea.records().load(record.ref())); }
    /// The row gets the cursor, as by a click on its name.
    void click(const Record &record)
    {
        const int row = list().model().rowOf(record.ref());
        REQUIRE(row >= 0);
        const QModelIndex name = list().model().index(row, list().model().columnOf(Account::name.id));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(name).center());
        REQUIRE(waitFor([&] { return list().currentRef() == record.ref(); }));
    }
    RecordPane *pane() { return view->findChild<RecordPane *>(); }

    FakeDrafts drafts;
    NotingContext context;
    QList<Record> customers;
    std::unique_ptr<CustomersView> view;
};

void type(RecordForm &form, model::FieldId field, const QString &text)
{
    FieldEditor *editor = form.editor(field);
    REQUIRE(editor);
    editor->setFocus();
    typeInto(editor->findChild<QLineEdit *>(), text);
}

} // namespace

TEST_CASE("A clerk's hour: find, log a call, follow up, filter, assign, fill down, look back, take back, hand over")
{
    WorkingHour hour;
    const Record &greatWall = hour.customers.first();

    // She finds 北京长城 by the initials of its pinyin.
    QTest::keyClick(&hour.table(), Qt::Key_F, Qt::ControlModifier);
    auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(search);
    typeInto(search, u"bjcc"_s);
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(hour.shows(1));
    CHECK(hour.list().model().ref(0) == greatWall.ref());

    // The network goes; she logs a call all the same, with the day of the next.
    hour.bea.cut();
    hour.click(greatWall);
    QTest::keyClick(hour.view.get(), Qt::Key_L, Qt::ControlModifier);
    REQUIRE(hour.context.created.size() == 1);
    {
        RecordFormDialog call(hour.bea.records(), hour.drafts, hour.context.created.first().first, hour.context.created.first().second);
        activate(call);
        type(*call.form(), Interaction::summary.id, u"电话：下月要二十台"_s);
        QTest::keyClick(&call, Qt::Key_Return, Qt::ControlModifier);
        CHECK_FALSE(call.isVisible());
    }
    activate(*hour.view);
    REQUIRE(waitFor([&] { return hour.pane() && hour.pane()->ref() == greatWall.ref(); }));
    FieldCell *followUp = hour.pane()->fields()->cell(Account::nextFollowUpAt.id);
    followUp->setFocus();
    QTest::keyClick(followUp, Qt::Key_F2);
    REQUIRE(followUp->isEditing());
    followUp->editor()->setValue(Value(hour.clock.wallMs() + 30 * Day));
    QTest::keyClick(followUp->editor()->findChild<QLineEdit *>(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return hour.seen(greatWall)[Account::nextFollowUpAt] > hour.clock.wallMs(); }));

    // All whose name has 海, in the row of filters.
    search->clear();
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(hour.shows(4));
    hour.list().setQuickFiltersShown(true);
    FilterHeader *header = hour.table().filterHeader();
    header->setText(hour.list().model().columnOf(Account::name.id), u"海"_s);
    Q_EMIT header->filtersChanged();
    REQUIRE(hour.shows(2));

    // Both are assigned to Ann in one go.
    hour.table().setFocus();
    QTest::keyClick(&hour.table(), Qt::Key_A, Qt::ControlModifier);
    bool asked = false;
    whenOpen<BulkEditDialog>([&](BulkEditDialog &dialog) {
        auto *field = dialog.findChild<QComboBox *>();
        field->setCurrentIndex(field->findData(Account::accountManager.id));
        dialog.findChild<FieldEditor *>()->setValue(Value(hour.annId));
        asked = true;
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    });
    const Uuid called = hour.context.action;
    QTest::keyClick(&hour.table(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(asked);
    REQUIRE(waitFor([&] { return hour.context.action != called; }));
    CHECK(hour.seen(hour.customers[1])[Account::accountManager] == hour.annId);
    const Uuid assigned = hour.context.action;

    // The network is back: Ann has them.
    hour.meet();
    CHECK(hour.ann.records().load(hour.customers[1].ref()).ok());
    CHECK(hour.ann.records().load(hour.customers[2].ref()).ok());
    CHECK(hour.now(greatWall)[Account::nextFollowUpAt] > hour.clock.wallMs());
    CHECK(hour.server.all(Interaction::entity).size() == 1);

    // A remark goes from the first row to those below.
    hour.list().clearFilters();
    REQUIRE(hour.shows(4));
    hour.list().model().setColumns({Account::name.id, Account::address.id});
    REQUIRE(hour.list().model().setData(hour.list().model().index(0, 1), QVariant::fromValue(Value(u"中山路1号"_s)), Qt::EditRole));
    REQUIRE(waitFor([&] { return hour.list().model().record(0)[Account::address] == u"中山路1号"_s; }));
    activate(*hour.view);
    hour.table().setFocus();
    hour.table().setCurrentIndex(hour.list().model().index(0, 1));
    hour.table().selectAll();
    const Uuid written = hour.context.action;
    QTest::keyClick(&hour.table(), Qt::Key_D, Qt::ControlModifier);
    const auto filled = [&](const QString &address) {
        return std::count_if(hour.customers.begin(), hour.customers.end(), [&](const Record &c) { return hour.seen(c)[Account::address] == address; });
    };
    REQUIRE(waitFor([&] { return hour.context.action != written; }));
    CHECK(filled(u"中山路1号"_s) == 4);
    hour.context.undo(hour.context.action);
    CHECK(filled(u"中山路1号"_s) == 1);

    // What was it like a month ago?
    HistoryView history(hour.bea.records(), hour.customers[1].ref());
    activate(history);
    history.reload();
    REQUIRE(history.list()->topLevelItemCount() > 1);
    {
        PastDialog past(hour.bea.records(), hour.seen(hour.customers[1]), must(hour.bea.records().history(hour.customers[1].ref())), 0);
        past.setMoments(hour.clock.wallMs() - 30 * Day, std::nullopt);
        const QString manager = fieldLabel(greatWall.entity(), *greatWall.entity().field(Account::accountManager.id));
        const QList<QTreeWidgetItem *> lines = past.list()->findItems(manager, Qt::MatchExactly);
        REQUIRE(lines.size() == 1);
        CHECK(lines.first()->text(1) == hour.bea.records().title({model::ids::User, hour.beaId}));
        CHECK(lines.first()->text(2) == hour.bea.records().title({model::ids::User, hour.annId}));
    }

    // That was a mistake: the assignment is taken back, though it has long been at the server.
    hour.context.undo(assigned);
    hour.meet();
    CHECK(hour.now(hour.customers[1])[Account::accountManager] == hour.beaId);
    CHECK(hour.server.all(model::Conflict::entity).isEmpty());

    // She leaves, and hands everything over to Ann.
    TransferDialog transfer(hour.context, {model::ids::User, {{model::ids::User, hour.beaId}}, {}, false});
    activate(transfer);
    transfer.addSuccessor(hour.annId);
    QPushButton *handOver = nullptr;
    for (QPushButton *button : transfer.findChildren<QPushButton *>())
        if (button->text().startsWith(u"Hand over"_s))
            handOver = button;
    REQUIRE(handOver);
    REQUIRE(waitFor([&] { return handOver->isEnabled() && transfer.plan().total() >= 4; }));
    QTest::mouseClick(handOver, Qt::LeftButton);
    REQUIRE(waitFor([&] { return hour.seen(greatWall)[Account::accountManager] == hour.annId; }));
    hour.meet();
    for (const Record &customer : hour.customers)
        CHECK(hour.now(customer)[Account::accountManager] == hour.annId);
    CHECK(hour.server.all(OwnershipTransfer::entity).size() == 1);
    hour.checkExact(hour.ann);
    hour.checkExact(hour.bea);
}
