// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordpane.h"

#include "app/views/customers/customersview.h"
#include "app/views/viewcontext.h"
#include "app/views/viewlist.h"
#include "app/widgets/fieldcell.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recorddesk.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordformdialog.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordtable.h"
#include "app/widgets/timeline.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTabWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Contact;
using model::Interaction;

namespace {

class NotingContext : public ViewContext
{
public:
    explicit NotingContext(SampleCompany &company) : m_company(company) {}
    Records &records() override { return *m_company.records; }
    DraftStore &drafts() override { return m_company.drafts; }
    void openRecord(const model::RecordRef &ref, const QList<model::RecordRef> &) override { opened.append(ref); }
    void createRecord(model::EntityId entity, const Preset &preset) override { created.append({entity, preset}); }
    void notify(const QString &text, const Uuid &) override { notices.append(text); }
    void showError(const Error &error) override { errors.append(error); }
    void openView(const QString &) override {}
    void undo(const Uuid &) override {}

    QList<model::RecordRef> opened;
    QList<std::pair<model::EntityId, Preset>> created;
    QStringList notices;
    QList<Error> errors;

private:
    SampleCompany &m_company;
};

} // namespace

TEST_CASE("a record's relation tabs hold its related records and count them", "[pane]")
{
    SampleCompany company(6);
    RecordPane pane(*company.records, company.drafts, company.accounts[2].ref(), {});
    activate(pane);
    RecordListView *contacts = pane.openRelation(Contact::entity);
    REQUIRE(contacts);
    CHECK(pane.tabs()->tabText(pane.tabs()->currentIndex()) == u"Contacts (3)"_s);
    REQUIRE(waitFor([&] { return contacts->model().rowCount() == 3; }));
    QSignalSpy created(&pane, &RecordPane::createRequested);
    contacts->createNew();
    REQUIRE(created.size() == 1);
    CHECK(created.first().at(1).value<Preset>() == Preset{{Contact::account.id, model::Value(company.accounts[2].id())}});
    CHECK_FALSE(contacts->model().columns().contains(Contact::account.id));
}

TEST_CASE("a field is edited in place with F2, Enter saves, Esc takes back", "[pane]")
{
    SampleCompany company(1);
    RecordPane pane(*company.records, company.drafts, company.accounts[0].ref(), {});
    activate(pane);
    QSignalSpy notice(&pane, &RecordPane::notice);
    FieldCell *cell = pane.fields()->cell(Account::shortName.id);
    cell->setFocus();
    QTest::keyClick(cell, Qt::Key_F2);
    REQUIRE(cell->isEditing());
    typeInto(cell->editor()->findChild<QLineEdit *>(), u"长城"_s);
    QTest::keyClick(cell->editor()->findChild<QLineEdit *>(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return notice.size() == 1; }));
    CHECK((*company.records->load(company.accounts[0].ref()))[Account::shortName] == u"长城"_s);
    QTest::keyClick(cell, Qt::Key_F2);
    typeInto(cell->editor()->findChild<QLineEdit *>(), u"x"_s);
    QTest::keyClick(cell->editor()->findChild<QLineEdit *>(), Qt::Key_Escape);
    CHECK_FALSE(cell->isEditing());
    CHECK((*company.records->load(company.accounts[0].ref()))[Account::shortName] == u"长城"_s);
    CHECK_FALSE(pane.fields()->cell(Account::number.id)->mayEdit());
}

TEST_CASE("saving a field edited in place leaves what others changed meanwhile", "[pane]")
{
    SampleCompany company(1);
    RecordPane pane(*company.records, company.drafts, company.accounts[0].ref(), {});
    activate(pane);
    FieldCell *cell = pane.fields()->cell(Account::shortName.id);
    cell->edit();
    typeInto(cell->editor()->findChild<QLineEdit *>(), u"甲"_s);
    model::Record theirs = company.accounts[0];
    theirs.set(Account::website, u"elsewhere.cn"_s);
    company.records->arrive(theirs);
    cell->commit();
    const model::Record stored = *company.records->load(company.accounts[0].ref());
    CHECK(stored[Account::shortName] == u"甲"_s);
    CHECK(stored[Account::website] == u"elsewhere.cn"_s);
}

TEST_CASE("previous and next walk the list the record came from", "[pane]")
{
    SampleCompany company(3);
    const QList<model::RecordRef> around{company.accounts[0].ref(), company.accounts[1].ref(), company.accounts[2].ref()};
    RecordPane pane(*company.records, company.drafts, around[0], around);
    activate(pane);
    pane.step(-1);
    CHECK(pane.ref() == around[0]);
    QTest::keyClick(&pane, Qt::Key_Down, Qt::AltModifier);
    CHECK(pane.ref() == around[1]);
    CHECK(pane.title() == company.accounts[1][Account::name]);
}

TEST_CASE("a form that is open over a record stays when the language changes", "[pane]")
{
    SampleCompany company(1);
    RecordPane pane(*company.records, company.drafts, company.accounts[0].ref(), {});
    activate(pane);
    pane.edit();
    const QPointer<RecordFormDialog> form = pane.findChild<RecordFormDialog *>();
    REQUIRE(form);
    const QPointer<RecordFields> before = pane.fields();
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(&pane, &change);
    REQUIRE(waitFor([&] { return !before; }));
    CHECK((form && form->isVisible()));
}

TEST_CASE("the timeline shows what happened, newest first, under a heading per day", "[pane]")
{
    SampleCompany company(2);
    const QList<TimelineEntry> entries = timelineOf(*company.records, company.accounts[0].ref(), 50);
    REQUIRE(entries.size() >= 5);
    for (qsizetype at = 1; at < entries.size(); ++at)
        CHECK(entries[at - 1].at >= entries[at].at);
    TimelineModel timeline;
    QAbstractItemModelTester tester(&timeline, QAbstractItemModelTester::FailureReportingMode::Fatal);
    timeline.setEntries(entries);
    CHECK(timeline.rowCount() > entries.size());
    CHECK(timeline.entry(0) == nullptr);
    CHECK(timeline.entry(1)->at == entries[0].at);
}

TEST_CASE("the pane follows changes and says when its record is gone", "[pane]")
{
    SampleCompany company(2);
    RecordPane pane(*company.records, company.drafts, company.accounts[0].ref(), {});
    model::Record changed = company.accounts[0];
    changed.set(Account::name, u"改名公司"_s);
    company.records->arrive(changed);
    CHECK(pane.title() == u"改名公司"_s);
    RecordPane missing(*company.records, company.drafts, {Account::entity, Uuid::named("nobody")}, {});
    CHECK(missing.title() == u"Not here"_s);
}

TEST_CASE("records open as tabs, each once", "[pane]")
{
    SampleCompany company(3);
    RecordDesk desk(*company.records, company.drafts);
    desk.open(company.accounts[0].ref());
    desk.open(company.accounts[1].ref());
    desk.open(company.accounts[0].ref());
    CHECK(desk.count() == 2);
    CHECK(desk.current()->ref() == company.accounts[0].ref());
    desk.closeCurrent();
    CHECK(desk.openRefs() == QList<model::RecordRef>{company.accounts[1].ref()});
}

TEST_CASE("the customers view shows the record under the cursor and logs an interaction with it", "[views]")
{
    SampleCompany company(8);
    NotingContext context(company);
    CustomersView view(context);
    view.resize(1366, 700);
    activate(view);
    REQUIRE(waitFor([&] { return view.pane() != nullptr; }));
    view.list().table().setFocus();
    QTest::keyClick(&view.list().table(), Qt::Key_Down);
    REQUIRE(waitFor([&] { return view.pane()->ref() == company.accounts[1].ref(); }));
    QTest::keyClick(&view.list().table(), Qt::Key_L, Qt::ControlModifier);
    REQUIRE(context.created.size() == 1);
    CHECK(context.created.first().first == Interaction::entity);
    CHECK(context.created.first().second.first().second == model::Value(company.accounts[1].id()));
    view.showSegment(CustomersView::Segment::AtRisk);
    REQUIRE(waitFor([&] { return !view.list().model().isSearching() && view.list().model().rowCount() == 2; }));
}

TEST_CASE("every entity with a workspace has a view that can be made, saved and restored", "[views]")
{
    SampleCompany company(2);
    NotingContext context(company);
    QSet<QString> ids;
    QSet<model::EntityId> entities;
    for (const auto &factory : allViews(company.catalogue)) {
        CAPTURE(factory->id());
        CHECK_FALSE(ids.contains(factory->id()));
        ids.insert(factory->id());
        entities.insert(factory->entity());
        const std::unique_ptr<QWidget> widget(factory->createWidget(context, nullptr));
        const QJsonObject state = factory->saveState(widget.get());
        factory->restoreState(widget.get(), state);
        // Sizes are those of the screen; the list must be the same.
        CHECK(factory->saveState(widget.get()).value(u"list"_s) == state.value(u"list"_s));
        CHECK(factory->saveState(widget.get()).value(u"columns"_s) == state.value(u"columns"_s));
        CHECK_FALSE(factory->title().isEmpty());
    }
    for (const model::Entity &entity : company.catalogue.entities())
        if (entity.workspace != model::Workspace::None)
            CHECK(entities.contains(entity.id) == (entity.scope.kind != model::ScopeRule::Kind::ServerOnly));
}

TEST_CASE("a record with many fields scrolls inside its pane and asks for no more room than a small screen has", "[pane]")
{
    SampleCompany company;
    RecordPane pane(*company.records, company.drafts, company.accounts.first().ref(), {});
    pane.resize(500, 360);
    pane.QWidget::show();
    CHECK(pane.minimumSizeHint().height() < 360);
    CHECK(pane.minimumSizeHint().width() < 640);
    CHECK(pane.size() == QSize(500, 360));
    CHECK(pane.fields()->widget()->height() > pane.fields()->viewport()->height());
}
