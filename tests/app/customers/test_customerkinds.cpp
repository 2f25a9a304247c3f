// SPDX-License-Identifier: GPL-3.0-or-later
// People and companies among the customers: fields that make sense for one kind only.
#include "app/widgets/fieldcell.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordfields.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/reference.h"
#include "tests/app/export/exportedfile.h"
#include "tests/app/support/fakerecords.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <QComboBox>
#include <QLabel>

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

Uuid kind(const char *code) { return dictionaryItemId(u"customer_type"_s, QString::fromLatin1(code)); }
Uuid sex() { return dictionaryItemId(u"sex"_s, u"f"_s); }

/// The kinds of customers, as everybody's desk has them.
void addKinds(DeskCompany &company)
{
    company.server.allow(company.own, DictionaryItem::entity, Reach::All, false);
    Record dictionary(company.server.catalogue().at(Dictionary::entity), dictionaryId(u"customer_type"_s));
    dictionary.set(Dictionary::code, u"customer_type"_s);
    dictionary.set(Dictionary::name, u"Customer type"_s);
    company.server.insert(dictionary);
    for (const char *code : {"company", "person"}) {
        Record item(company.server.catalogue().at(DictionaryItem::entity), kind(code));
        item.set(DictionaryItem::dictionary, dictionary.id());
        item.set(DictionaryItem::code, QString::fromLatin1(code));
        item.set(DictionaryItem::label, u"{\"en\":\"%1\"}"_s.arg(QLatin1String(code)));
        item.setValue(DictionaryItem::active.id, true);
        company.server.insert(item);
    }
    company.settle();
}

bool isShown(RecordForm &form, FieldId field)
{
    FieldEditor *editor = form.editor(field);
    return editor && editor->isVisible();
}

/// Chooses with the keyboard, as somebody who sees the names would.
void choose(RecordForm &form, const Uuid &type)
{
    FieldEditor *editor = form.editor(Account::type.id);
    REQUIRE(editor);
    auto *box = editor->findChild<QComboBox *>();
    REQUIRE(box);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int at = 0; at < box->count() && editor->value() != Value(type); ++at)
        QTest::keyClick(box, Qt::Key_Down);
    REQUIRE(editor->value() == Value(type));
}

void type(RecordForm &form, FieldId field, const QString &text)
{
    QWidget *keyboard = form.editor(field);
    while (keyboard->focusProxy())
        keyboard = keyboard->focusProxy();
    keyboard->setFocus();
    tests::typeInto(keyboard, text);
}

} // namespace

TEST_CASE("the form shows the fields of the customer's kind, and keeps what was typed for another until it is saved", "[kinds]")
{
    DeskCompany company;
    addKinds(company);
    tests::FakeDrafts drafts;
    const Record account = company.make(company.ann, u"Zhang Wei"_s);
    company.settle();
    RecordForm form(company.ann.records(), drafts, must(company.ann.records().load(account.ref())));
    form.resize(900, 900);
    tests::activate(form);
    CHECK(isShown(form, Account::legalRepresentative.id));
    CHECK_FALSE(isShown(form, Account::employer.id));
    type(form, Account::legalRepresentative.id, u"Li"_s);

    choose(form, kind("person"));
    CHECK(form.editor(Account::type.id)->findChild<QComboBox *>()->hasFocus());
    CHECK_FALSE(isShown(form, Account::legalRepresentative.id));
    CHECK(isShown(form, Account::employer.id));
    type(form, Account::employer.id, u"Baosteel"_s);

    choose(form, kind("company"));
    CHECK(form.editor(Account::legalRepresentative.id)->value() == Value(u"Li"_s));
    choose(form, kind("person"));
    CHECK(form.editor(Account::employer.id)->value() == Value(u"Baosteel"_s));
    REQUIRE(form.save());
    company.settle();
    CHECK(company.now(account)[Account::employer] == u"Baosteel"_s);
    CHECK(company.now(account).isNull(Account::legalRepresentative));
    choose(form, kind("company"));
    CHECK(form.editor(Account::legalRepresentative.id)->value().isNull());
}

TEST_CASE("a customer that becomes a person is no company any more, everywhere, and is again when that is undone", "[kinds]")
{
    DeskCompany company(GUANXI_ON_BOTH);
    Record account = company.make(company.ann, u"Zhang Wei"_s);
    account.set(Account::licenceNumber, u"91310000MA1FL5XK7Q"_s);
    must(company.ann.records().save(account));
    company.settle();
    company.ann.cut();
    Record person = must(company.ann.records().load(account.ref()));
    person.set(Account::type, kind("person"));
    person.set(Account::sex, sex());
    const Saved saved = must(company.ann.records().save(person));
    CHECK(must(company.ann.records().load(account.ref())).isNull(Account::licenceNumber));
    company.meet();
    CHECK(company.now(account).isNull(Account::licenceNumber));
    CHECK(company.now(account)[Account::sex] == sex());
    company.checkExact(company.bea);
    must(company.ann.records().undo(saved.action));
    company.settle();
    CHECK(company.now(account)[Account::licenceNumber] == u"91310000MA1FL5XK7Q"_s);
    CHECK(company.now(account).isNull(Account::sex));
    CHECK(company.conflictsOf(account).isEmpty());
}

TEST_CASE("changing many to another kind empties what belonged to the old one, and fills a field only where it makes sense", "[kinds]")
{
    DeskCompany company;
    QList<Record> accounts;
    for (const QString &name : {u"Zhang Wei"_s, u"Baosteel"_s}) {
        accounts.append(company.make(company.ann, name));
        company.change(company.ann, accounts.last().ref(), Account::legalRepresentative.id, u"Li"_s);
    }
    const auto change = [&](QList<RecordRef> refs, FieldId field, const Value &value) {
        QObject context;
        std::optional<Result<Saved>> saved;
        company.ann.records().saveMany({u"bulk_edit"_s, refs, [&](Record &record) {
            if (record.applies(*record.entity().field(field)))
                record.setValue(field, value);
        }}, &context, [](qsizetype) { return true; }, [&](const Result<Saved> &result) { saved = result; });
        REQUIRE(tests::waitFor([&] { return saved.has_value(); }));
        must(*saved);
    };
    change({accounts[0].ref()}, Account::type.id, kind("person"));
    change({accounts[0].ref(), accounts[1].ref()}, Account::employer.id, u"somewhere"_s);
    company.settle();
    CHECK(company.now(accounts[0]).isNull(Account::legalRepresentative));
    CHECK(company.now(accounts[0])[Account::employer] == u"somewhere"_s);
    CHECK(company.now(accounts[1])[Account::legalRepresentative] == u"Li"_s);
    CHECK(company.now(accounts[1]).isNull(Account::employer));
}

TEST_CASE("what does not go with the kind is refused at the desk and by the server, and nothing of it is lost", "[kinds]")
{
    DeskCompany company(GUANXI_ON_BOTH);
    Record account = company.make(company.ann, u"Baosteel"_s);
    company.settle();
    account = must(company.ann.records().load(account.ref()));
    Record wrong = account;
    wrong.set(Account::employer, u"x"_s);
    const Error refused{ErrorCode::RuleRefused, {u"applies"_s, u"employer"_s}};
    CHECK(company.ann.records().save(wrong).error() == refused);

    // Meanwhile a company has become a person: what was written about the company waits for a decision.
    company.ann.cut();
    company.change(company.ann, account.ref(), Account::legalRepresentative.id, u"Li"_s);
    company.change(company.bea, account.ref(), Account::type.id, kind("person"));
    company.settle();
    company.meet();
    const QList<Record> conflicts = company.conflictsOf(account);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.first()[Conflict::kind] == Conflict::Rule);
    CHECK(company.now(account).isNull(Account::legalRepresentative));
    company.checkExact(company.ann);
}

TEST_CASE("lists and exports show an empty cell where a field makes no sense, and nobody types there", "[kinds]")
{
    DeskCompany company;
    company.server.allow(company.own, Account::entity, Action::Export, Reach::Own);
    Record account = company.newAccount(u"Baosteel"_s, company.annId);
    account.set(Account::employer, u"from before"_s);
    account.set(Account::status, qint64(Account::Potential));
    company.server.insert(account);
    company.settle();
    RecordListView list(company.ann.records(), Account::entity);
    list.model().setColumns({Account::name.id, Account::employer.id});
    tests::activate(list);
    REQUIRE(tests::waitFor([&] { return list.model().rowCount() == 1; }));
    CHECK(list.model().index(0, 1).data().toString().isEmpty());
    CHECK_FALSE(list.model().flags(list.model().index(0, 1)).testFlag(Qt::ItemIsEditable));
    ExportPlan plan;
    plan.entity = Account::entity;
    plan.shown = list.shownColumns();
    plan.format = TableFormat::Csv;
    CHECK(test::ExportedFile(company.ann.records(), plan).cells()[1] == QStringList{u"Baosteel"_s, QString()});
}

TEST_CASE("an open record shows other fields as soon as it is of another kind", "[kinds]")
{
    DeskCompany company;
    const Record account = company.make(company.ann, u"Zhang Wei"_s);
    company.settle();
    RecordFields fields(company.ann.records(), must(company.ann.records().load(account.ref())));
    tests::activate(fields);
    CHECK(fields.cell(Account::industry.id));
    CHECK_FALSE(fields.cell(Account::employer.id));
    company.change(company.ann, account.ref(), Account::type.id, kind("person"));
    fields.setRecord(must(company.ann.records().load(account.ref())));
    REQUIRE(tests::waitFor([&] { return fields.cell(Account::employer.id) != nullptr; }));
    CHECK_FALSE(fields.cell(Account::industry.id));
}
