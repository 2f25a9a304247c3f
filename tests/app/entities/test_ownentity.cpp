// SPDX-License-Identifier: GPL-3.0-or-later
// An entity and its child table, declared in testentity.cpp and nowhere else, have everything that others have.
#include "entitywalk.h"
#include "formwalk.h"
#include "listcheck.h"
#include "machinewalk.h"
#include "testentity.h"

#include "app/views/viewlist.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/customers.h"
#include "common/storage/statement.h"
#include "tests/app/support/fakerecords.h"
#include "tests/app/widgets/widgetwait.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

struct MachineCompany : WalkCompany {
    explicit MachineCompany(storage::Backend backend = storage::Backend::Sqlite) : WalkCompany(backend, declareWithMachine), values(*this) {}

    const Entity &machine() const { return catalogue().at(Machine::entity); }
    /// A machine that everybody has.
    Record newMachine(const Uuid &account = {})
    {
        Record record = values.make(machine());
        if (!account.isNull())
            record.set(Machine::account, account);
        REQUIRE(values.save(record));
        return server.record(record.ref());
    }
    Record newAccount(const Uuid &manager)
    {
        Record record = values.make(catalogue().at(Account::entity));
        record.set(Account::accountManager, manager);
        record.setValue(system::Owner, manager);
        REQUIRE(values.save(record));
        return record;
    }

    ValueMaker values;
    tests::FakeDrafts drafts;
};

QPushButton *buttonOf(QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

} // namespace

TEST_CASE("an entity of one's own has a table on both databases and goes from desk to desk")
{
    MachineCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    company.annAtHome.cut();
    const Record machine = company.newMachine();
    storage::Statement row(company.server.store().database(), "SELECT name, number, status FROM machine");
    REQUIRE(must(row.step()));
    CHECK(row.text(0) == machine[Machine::name]);
    CHECK(row.text(1) == QLatin1String("MA-0001"));
    CHECK(row.integer(2) == Machine::Ordered);
    row.reset();
    CHECK_FALSE(company.annAtHome.records().load(machine.ref()).ok());
    company.meet();
    CHECK(must(company.annAtHome.records().load(machine.ref())).sameContent(machine));
    CHECK(must(company.annAtHome.records().search(machine[Machine::name], 5)).contains(machine.ref()));
}

TEST_CASE("an entity of one's own lives through all that others do: edits, conflicts, steps, undo, export, on both databases")
{
    MachineCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    for (EntityId id : {Machine::entity, MachinePart::entity}) {
        const Entity &entity = company.catalogue().at(id);
        INFO("entity " << entity.name.toStdString());
        EntityWalk walk(company, company.values, entity);
        walk.walk();
        MachineWalk(company, company.values, entity).walk();
        checkListAndExport(company.ann.records(), walk.record());
    }
    company.checkExact();
}

TEST_CASE("an entity of one's own has a list in its workspace, a form, and tabs on the records it belongs to")
{
    MachineCompany company;
    const ViewList views = allViews(company.catalogue());
    CHECK(std::any_of(views.begin(), views.end(), [](const auto &view) { return view->entity() == Machine::entity; }));
    const RecordRef account = company.newAccount(company.annId).ref();
    RecordPane customer(company.ann.records(), company.drafts, account, {});
    tests::activate(customer);
    QSignalSpy asked(&customer, &RecordPane::createRequested);
    RecordListView *machines = customer.openRelation(Machine::entity);
    REQUIRE(machines);
    CHECK(machines->model().columns() == QList<FieldId>{Machine::number.id, Machine::name.id, Machine::serial.id, Machine::priority.id, Machine::status.id});
    machines->createNew();
    REQUIRE(asked.size() == 1);
    const RecordRef ref = fillForm(company, company.values, company.machine(), asked.first().at(1).value<Preset>());
    CHECK(company.server.record(ref)[Machine::account] == account.id);
    CHECK(tests::waitFor([&] { return machines->model().rowCount() == 1 && machines->model().ref(0) == ref; }));

    RecordPane pane(company.ann.records(), company.drafts, ref, {});
    tests::activate(pane);
    RecordListView *parts = pane.openRelation(MachinePart::entity);
    REQUIRE(parts);
    fillForm(company, company.values, company.catalogue().at(MachinePart::entity), {{MachinePart::machine.id, Value(ref.id)}});
    CHECK(tests::waitFor([&] { return parts->model().rowCount() == 1; }));
}

TEST_CASE("steps of an entity of one's own are buttons, and a step that needs something asks for it")
{
    MachineCompany company;
    const RecordRef ref = company.newMachine().ref();
    RecordPane pane(company.ann.records(), company.drafts, ref, {});
    tests::activate(pane);
    REQUIRE(buttonOf(pane, QStringLiteral("Start")));
    CHECK_FALSE(buttonOf(pane, QStringLiteral("Stop")));
    QTest::keyClick(buttonOf(pane, QStringLiteral("Start")), Qt::Key_Space);
    company.settle();
    CHECK(company.server.record(ref)[Machine::status] == Machine::Running);
    REQUIRE(tests::waitFor([&] { return buttonOf(pane, QStringLiteral("Stop")) != nullptr; }));
    tests::whenOpen<QDialog>([](QDialog &dialog) {
        tests::typeInto(dialog.findChild<FieldEditor *>()->findChild<QLineEdit *>(), QStringLiteral("sold"));
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    QTest::keyClick(buttonOf(pane, QStringLiteral("Stop")), Qt::Key_Space);
    company.settle();
    const Record stopped = company.server.record(ref);
    CHECK(stopped[Machine::status] == Machine::Stopped);
    CHECK(stopped[Machine::reason] == QLatin1String("sold"));
    CHECK_FALSE(stopped.isNull(Machine::stoppedAt));
    Record edited = must(company.ann.records().load(ref));
    edited.set(Machine::remark, QStringLiteral("too late"));
    const Result<Saved> refused = company.ann.records().save(edited);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::WrongState);
    company.settle();
    CHECK(company.server.record(ref).isNull(Machine::remark));
    CHECK(company.openConflicts(ref).isEmpty());
}

TEST_CASE("an account manager has the machines of his own customers only")
{
    MachineCompany company;
    const Uuid repId = company.addUser(QStringLiteral("rep"), QStringLiteral("account_manager"));
    MemoryDesk rep(company.server, QStringLiteral("rep"), repId, company.clock, company.random);
    const Record his = company.newMachine(company.newAccount(repId).id());
    const Record other = company.newMachine(company.newAccount(company.bossId).id());
    rep.connectToServer();
    settle(company.server, {&rep}, company.clock);
    REQUIRE(rep.records().load(his.ref()).ok());
    CHECK_FALSE(rep.records().load(other.ref()).ok());
    CHECK(rep.records().may(Action::Edit, must(rep.records().load(his.ref()))));
    CHECK_FALSE(company.server.rightsOf(repId).may(Action::Edit, Machine::entity, placeOf(other, [&](const RecordRef &ref) {
        return company.server.record(ref);
    })));
    Record forged(company.machine(), other.id());
    forged.set(Machine::name, QStringLiteral("forged"));
    forged.setRev(other.rev());
    std::ignore = rep.records().save(forged);
    settle(company.server, {&rep}, company.clock);
    CHECK(company.server.record(other.ref())[Machine::name] == other[Machine::name]);
}

TEST_CASE("the history of an entity of one's own names who did what")
{
    MachineCompany company;
    const RecordRef ref = company.newMachine().ref();
    Record edited = must(company.boss.records().load(ref));
    edited.set(Machine::remark, QStringLiteral("polished"));
    must(company.boss.records().save(edited));
    company.settle();
    const QList<protocol::HistoryEntry> history = company.ann.history(ref);
    REQUIRE(history.size() >= 2);
    CHECK(history.first().user == company.bossId);
    const ChangeSet set = must(decodeChangeSet(history.first().body));
    REQUIRE(set.changes.size() == 1);
    REQUIRE(set.changes.first().field(Machine::remark.id));
    CHECK(set.changes.first().field(Machine::remark.id)->value == Value(QStringLiteral("polished")));
    CHECK(history.last().user == company.annId);
}
