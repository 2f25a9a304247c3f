// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/conditioneditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/pastesheet.h"
#include "app/widgets/recordform.h"
#include "common/model/catalogue/ownershiprules.h"
#include "common/model/filterjson.h"
#include "tests/app/support/fakerecords.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

/// A company in which customers called "… Steel" are Bea's. Ann may make customers of her own only.
struct Ruled : DeskCompany {
    explicit Ruled(storage::Backend backend = storage::Backend::Sqlite) : DeskCompany(backend)
    {
        server.allow(own, OwnershipRule::entity, Reach::All, false);
        server.allow(all, OwnershipRule::entity, Reach::All, true);
        settle();
        Record steel = bea.records().create(OwnershipRule::entity);
        steel.set(OwnershipRule::name, u"Steel"_s);
        steel.set(OwnershipRule::condition, written(Filter::contains(Account::name.id, u"steel"_s)));
        steel.set(OwnershipRule::accountManager, beaId);
        must(bea.records().save(steel));
        settle();
        rule = steel.id();
    }

    static QString written(const Filter &filter) { return QString::fromUtf8(QJsonDocument(filterToJson(filter)).toJson(QJsonDocument::Compact)); }

    /// As a form of Ann's desk begins it.
    Record begun(const QString &name)
    {
        Record record = newAccount(name, annId);
        record.setValue(system::Department, east);
        return record;
    }

    Record ruleNow() { return server.record({OwnershipRule::entity, rule}); }

    Uuid rule;
};

void type(RecordForm &form, TextField field, const QString &text)
{
    FieldEditor *editor = form.editor(field.id);
    REQUIRE(editor);
    tests::typeInto(editor->focusProxy(), text);
}

} // namespace

TEST_CASE("a customer made offline goes to whom the rule names, before and after the server has heard of it", "[ownership]")
{
    Ruled company(GUANXI_ON_BOTH);
    company.ann.cut();
    Record record = company.begun(u"Bao Steel"_s);
    company.ann.records().giveByRule(record);
    CHECK(record[Account::accountManager] == company.beaId);
    CHECK(record.value(system::Department).id() == company.west);
    must(company.ann.records().save(record));
    CHECK(must(company.ann.records().load(record.ref()))[Account::accountManager] == company.beaId);
    company.meet();
    const Record stored = company.now(record);
    CHECK(stored[Account::accountManager] == company.beaId);
    CHECK(stored.value(system::Owner).id() == company.beaId);
    CHECK(stored[Account::assignedByRule] == company.rule);
    CHECK(stored.value(system::CreatedBy).id() == company.annId);
    CHECK(company.bea.records().load(record.ref()).ok());
    CHECK_FALSE(company.ann.records().load(record.ref()).ok()); // she sees her own only
    CHECK(company.conflictsOf(record).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a rule that was changed meanwhile is the server's to apply: the customer goes where it says now", "[ownership]")
{
    Ruled company(GUANXI_ON_BOTH);
    company.ann.cut();
    Record record = company.begun(u"Bao Steel"_s);
    company.ann.records().giveByRule(record);
    must(company.ann.records().save(record));
    Record rule = company.ruleNow();
    SECTION("to somebody else")
    {
        const Uuid cho = company.user(u"cho"_s, company.east, company.own);
        rule.set(OwnershipRule::accountManager, cho);
        company.server.update(rule);
        company.meet();
        CHECK(company.now(record)[Account::accountManager] == cho);
    }
    SECTION("to nobody: it stays its maker's")
    {
        rule.setValue(OwnershipRule::active.id, false);
        company.server.update(rule);
        company.meet();
        CHECK(company.now(record)[Account::accountManager] == company.annId);
        CHECK(company.now(record).value(system::Department).id() == company.east);
        CHECK(company.now(record).isNull(Account::assignedByRule));
        CHECK(must(company.ann.records().load(record.ref()))[Account::accountManager] == company.annId);
    }
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a rule is no way to make customers for others: only what it gives, to whom it gives it", "[ownership]")
{
    Ruled company(GUANXI_ON_BOTH);
    Record paper = company.begun(u"Paper mill"_s);
    paper.set(Account::accountManager, company.beaId);
    paper.setValue(system::Owner, company.beaId);
    paper.setValue(system::Department, company.west);
    CHECK(company.ann.records().save(paper).error().code == ErrorCode::NotAllowed);
    paper.set(Account::assignedByRule, company.rule);
    CHECK(company.ann.records().save(paper).error().code == ErrorCode::NotAllowed);

    // A program that says so all the same: the server gives it to nobody but its maker.
    WireClient client(company.server, u"ann"_s, company.annId, company.clock);
    client.push({insertionOf(paper)});
    CHECK(company.now(paper)[Account::accountManager] == company.annId);
    CHECK(company.now(paper).value(system::Department).id() == company.east);
    CHECK(company.now(paper).isNull(Account::assignedByRule));

    // Who may not make any customer may not make one by a rule either.
    const Uuid viewer = company.server.addRole(u"viewer"_s, {{Account::entity, Reach::All}, {OwnershipRule::entity, Reach::All}}, false);
    const Uuid dan = company.user(u"dan"_s, company.east, viewer);
    Record steel = company.newAccount(u"Wuhan Steel"_s, company.beaId);
    steel.set(Account::assignedByRule, company.rule);
    WireClient other(company.server, u"dan"_s, dan, company.clock);
    other.push({insertionOf(steel)});
    CHECK_FALSE(company.now(steel).isValid());
}

TEST_CASE("whose a new customer is stays as it was chosen by hand", "[ownership]")
{
    Ruled company(GUANXI_ON_BOTH);
    const Record record = company.begun(u"Bao Steel"_s);
    must(company.ann.records().save(record));
    company.settle();
    CHECK(company.now(record)[Account::accountManager] == company.annId);
    CHECK(company.now(record).isNull(Account::assignedByRule));
}

TEST_CASE("a customer that arrives without anybody goes where the rules say", "[ownership]")
{
    Ruled company(GUANXI_ON_BOTH);
    WireClient client(company.server, u"ann"_s, company.annId, company.clock);
    Record record = company.newAccount(u"Bao Steel"_s, company.annId);
    record.setValue(Account::accountManager.id, Value());
    client.push({insertionOf(record)});
    CHECK(company.now(record)[Account::accountManager] == company.beaId);
    CHECK(company.now(record)[Account::assignedByRule] == company.rule);
}

TEST_CASE("the form of a new customer shows whose it will be while it is typed, until somebody is chosen", "[ownership]")
{
    Ruled company;
    tests::FakeDrafts drafts;
    RecordForm form(company.ann.records(), drafts, Account::entity, {});
    tests::activate(form);
    const auto manager = [&] { return form.editor(Account::accountManager.id)->value().id(); };
    CHECK(manager() == company.annId);
    type(form, Account::name, u"Bao Steel"_s);
    CHECK(manager() == company.beaId);
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = form.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    CHECK(says(u"By the rule “Steel”"_s));
    type(form, Account::name, u" Paper"_s);
    CHECK(manager() == company.beaId);
    form.editor(Account::name.id)->focusProxy()->setFocus();
    QTest::keyClick(form.editor(Account::name.id)->focusProxy(), Qt::Key_A, Qt::ControlModifier);
    type(form, Account::name, u"Paper mill"_s);
    CHECK(manager() == company.annId);
    CHECK_FALSE(says(u"By the rule “Steel”"_s));
    CHECK(form.editor(system::Department)->value().id() == company.east);
}

TEST_CASE("pasted customers go where the rules say, unless the sheet names somebody", "[ownership]")
{
    Ruled company;
    const Entity &entity = company.ann.catalogue().at(Account::entity);
    PasteSheet sheet(company.bea.records(), entity);
    PasteSheet::Target target;
    sheet.read(u"Name\nBao Steel\nPaper mill\n"_s, target);
    REQUIRE(sheet.rows().size() == 2);
    CHECK(sheet.rows()[0].record[Account::assignedByRule] == company.rule);
    CHECK(sheet.rows()[1].record.isNull(Account::assignedByRule));
    sheet.read(u"Name\tAccount manager\nBao Steel\tann\n"_s, target);
    REQUIRE(sheet.rows().size() == 1);
    CHECK(sheet.rows()[0].record.isNull(Account::assignedByRule));
}

TEST_CASE("a condition is put together as a filter is, and worded wherever the rule is shown", "[ownership]")
{
    Ruled company;
    const Entity &entity = company.bea.catalogue().at(OwnershipRule::entity);
    const Field &field = *entity.field(OwnershipRule::condition.id);
    std::unique_ptr<FieldEditor> editor(FieldEditor::create(company.bea.records(), entity, field, nullptr));
    tests::activate(*editor);
    CHECK(editor->value().isNull());
    CHECK_FALSE(editor->fault());
    QTest::mouseClick(editor->findChild<QPushButton *>(), Qt::LeftButton);
    auto *row = editor->findChild<FilterRow *>();
    REQUIRE(row);
    CHECK(editor->fault() == Error{ErrorCode::Required, {u"condition"_s}}); // half a condition would fit more than was meant
    row->setFilter(Filter::contains(Account::name.id, u"steel"_s));
    CHECK_FALSE(editor->fault());
    const Value value = editor->value();
    CHECK(FieldText(company.bea.records()).text(entity, field, value) == u"Name contains steel"_s);
    editor->setValue(Value());
    CHECK_FALSE(editor->findChild<FilterRow *>());
    editor->setValue(value);
    CHECK(editor->value() == value);

    const Value strange(u"{\"kind\":77}"_s);
    editor->setValue(strange);
    CHECK(editor->value() == strange);
    CHECK_FALSE(FieldText(company.bea.records()).text(entity, field, strange).contains(u'{'));
}
