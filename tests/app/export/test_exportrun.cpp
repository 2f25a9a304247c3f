// SPDX-License-Identifier: GPL-3.0-or-later
// What of the records comes into a file: rows, columns, related records, and what rights keep back.
#include "exportedfile.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/builtinroles.h"
#include "tests/app/entities/valuemaker.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using storage::test::must;
using tests::SampleCompany;
using Verdict = ImportLine::Verdict;

namespace {

ExportPlan planFor(EntityId entity, ExportFields fields, TableFormat format = TableFormat::Csv)
{
    ExportPlan plan;
    plan.entity = entity;
    plan.fields = fields;
    plan.format = format;
    return plan;
}

/// Everything may be done, but not with these fields of customers.
Rights fieldRights(const Records &records, const QList<std::pair<FieldId, FieldRight>> &fields)
{
    const Uuid role = roleId(u"some"_s);
    RightsInput input;
    input.user = records.me();
    input.activeRoles = {role};
    input.viewRoles.insert(Account::entity, {role});
    for (const Action action : {Action::View, Action::Create, Action::Edit, Action::Export})
        input.access.append({Account::entity, action, Reach::All, {}});
    for (const auto &[field, right] : fields)
        input.fields.append({role, Account::entity, field, right});
    return Rights(input, records.catalogue());
}

/// A desk with a few customers of Ann's.
struct Customers : DeskCompany {
    Customers()
    {
        server.allow(own, Account::entity, Action::Export, Reach::Own);
        meet();
        for (const QString &name : {u"Baosteel"_s, u"=Ansteel"_s, u"Haier"_s})
            firms.append(make(ann, name));
        settle();
    }
    const Entity &accounts() const { return ann.catalogue().at(Account::entity); }
    QList<ImportLine> importedAgain(const ExportedFile &file) { return file.imported(ann.records(), accounts()); }

    QList<Record> firms;
};

} // namespace

TEST_CASE("a file holds the columns of the list in their order, and the rows of the query", "[export]")
{
    SampleCompany company(3);
    Record named = company.accounts[0];
    named.set(Account::name, u"甲, \"乙\"\n丙"_s);
    company.records->arrive(named);
    ExportPlan plan = planFor(Account::entity, ExportFields::Shown);
    plan.shown = {Account::name.id, Account::annualTurnover.id, Account::lastOrderOn.id};
    const ExportedFile all(*company.records, plan);
    REQUIRE(all.cells().size() == 4);
    CHECK(all.cells()[0] == QStringList{u"Name"_s, u"Annual turnover"_s, u"Last order"_s});
    CHECK(all.cells()[1].mid(0, 2) == QStringList{u"甲, \"乙\"\n丙"_s, u"3703703.4"_s});
    const ExportedFile one(*company.records, plan, storage::Filter::is(Account::name.id, named[Account::name]));
    CHECK(one.counts.records == 1);
    CHECK(one.cells().size() == 2);
}

TEST_CASE("an export of all fields has those that the list hides, and none that is hidden from the user", "[export]")
{
    SampleCompany company(1);
    const Entity &entity = company.catalogue.at(Account::entity);
    ExportedFile all(*company.records, planFor(Account::entity, ExportFields::All));
    CHECK(all.cells()[0].contains(fieldLabel(entity, *entity.field(Account::fax.id))));
    company.records->setRights(fieldRights(*company.records, {{Account::fax.id, FieldRight::Hidden}, {Account::bankAccount.id, FieldRight::Masked}}));
    const QStringList seen = ExportedFile(*company.records, planFor(Account::entity, ExportFields::All)).cells()[0];
    CHECK_FALSE(seen.contains(fieldLabel(entity, *entity.field(Account::fax.id))));
    CHECK(seen.contains(fieldLabel(entity, *entity.field(Account::bankAccount.id))));
    // What nobody may type is not to come back.
    const QStringList back = ExportedFile(*company.records, planFor(Account::entity, ExportFields::Reimport)).cells()[0];
    CHECK(back.contains(u"Name [name]"_s));
    CHECK(back.last() == u"Record [id]"_s);
    CHECK(back.filter(u"[bank_account]"_s).isEmpty());
}

TEST_CASE("records that the right to export does not reach are left out and counted", "[export]")
{
    // Account managers see all customers and export their own.
    WalkCompany company(storage::Backend::Sqlite);
    ValueMaker values(company);
    const Uuid cleoId = company.addUser(u"cleo"_s, u"account_manager"_s);
    MemoryDesk cleo(company.server, u"cleo"_s, cleoId, company.clock, company.random);
    Record mine = values.make(company.catalogue().at(Account::entity));
    mine.set(Account::accountManager, cleoId);
    mine.setValue(system::Owner, cleoId);
    REQUIRE(values.save(mine));
    REQUIRE(values.save(values.make(company.catalogue().at(Account::entity))));
    cleo.connectToServer();
    test::settle(company.server, {&cleo}, company.clock);
    storage::Query accounts;
    accounts.entity = Account::entity;
    REQUIRE(must(cleo.records().count(accounts)) >= 2);
    const ExportedFile file(cleo.records(), planFor(Account::entity, ExportFields::Reimport));
    CHECK(file.counts.records == 1);
    CHECK(file.counts.leftOut == must(cleo.records().count(accounts)) - 1);
    CHECK(file.cells().size() == 2);
    CHECK(file.cells()[1].last() == mine.id().text());
}

TEST_CASE("related records come along: a sheet each, however many there are", "[export]")
{
    SampleCompany company(2);
    const int many = GENERATE(3, 450);
    storage::Query contacts;
    contacts.entity = Contact::entity;
    const qint64 before = company.records->count(contacts).value();
    for (int number = 0; number < many; ++number)
        company.records->add(Contact::entity, {{Contact::name.id, u"Li %1"_s.arg(number)}, {Contact::account.id, company.accounts[1].id()}});
    ExportPlan plan = planFor(Account::entity, ExportFields::Shown, TableFormat::Xlsx);
    plan.relations = {Contact::entity};
    const ExportedFile file(*company.records, plan);
    REQUIRE((file.outcome.ok() && *file.outcome));
    CHECK(file.counts.related == before + many);
    const QList<QStringList> lines = file.cells(1);
    CHECK(lines.size() == 1 + before + many);
    const qsizetype customer = lines[0].indexOf(u"Customer"_s);
    REQUIRE(customer >= 0);
    CHECK(lines.last().value(customer) == company.accounts[1][Account::name]);
}

TEST_CASE("what came out to come back says what was changed meanwhile, and what somebody changed in the file", "[export]")
{
    Customers company;
    const TableFormat format = GENERATE(TableFormat::Csv, TableFormat::Xlsx, TableFormat::Xml);
    const ExportedFile file(company.ann.records(), planFor(Account::entity, ExportFields::Reimport, format));
    REQUIRE(file.counts.records == 3);
    for (const ImportLine &line : company.importedAgain(file))
        CHECK(line.verdict == Verdict::Unchanged);
    Record changed = must(company.ann.records().load(company.firms[1].ref()));
    changed.set(Account::phone, u"021-61111111"_s);
    changed.set(Account::name, u"Ansteel"_s);
    must(company.ann.records().save(changed));
    int found = 0;
    for (const ImportLine &line : company.importedAgain(file)) {
        const bool isThat = line.before.id() == changed.id();
        found += isThat;
        CHECK(line.verdict == (isThat ? Verdict::Changed : Verdict::Unchanged));
        if (isThat)
            CHECK(line.sheet.record[Account::name] == u"=Ansteel"_s);
    }
    CHECK(found == 1);
}

TEST_CASE("fields that a company made itself come out and back like all others", "[export]")
{
    SampleCompany company(2);
    const auto add = [&](FieldId number, const QString &label, FieldType type) {
        Field field;
        field.id = system::FirstCustom + number;
        field.name = u"own_%1"_s.arg(number);
        field.label = label;
        field.type = type;
        field.limit = 100;
        field.scale = type == FieldType::Money ? 4 : 0;
        field.custom = true;
        company.catalogue.addCustomField(Account::entity, field);
        return field.id;
    };
    // One has the label of a field that is there already.
    const FieldId text = add(1, u"{\"en\":\"Name\",\"zh\":\"名称\"}"_s, FieldType::Text);
    const FieldId amount = add(2, u"{\"en\":\"Discount\"}"_s, FieldType::Money);
    const FieldId day = add(3, u"{\"en\":\"Founded\"}"_s, FieldType::Date);
    Record record = must(company.records->load(company.accounts[0].ref()));
    record.setValue(text, u"=own"_s);
    record.setValue(amount, qint64(-12'345'678));
    record.setValue(day, qint64(20'000));
    must(company.records->save(record));
    const TableFormat format = GENERATE(TableFormat::Csv, TableFormat::Xlsx, TableFormat::Xml);
    const ExportedFile file(*company.records, planFor(Account::entity, ExportFields::Reimport, format));
    const QStringList heads = file.cells()[0];
    CHECK(heads.contains(u"Name [own_1]"_s));
    CHECK(file.cells()[1].value(heads.indexOf(u"Discount [own_2]"_s)) == u"-1234.5678"_s);
    CHECK(file.cells()[1].value(heads.indexOf(u"Founded [own_3]"_s)) == u"2024-10-04"_s);
    for (const ImportLine &line : file.imported(*company.records, company.catalogue.at(Account::entity)))
        CHECK(line.verdict == Verdict::Unchanged);
    record.setValue(text, u"other"_s);
    record.setValue(amount, qint64(1));
    must(company.records->save(record));
    const ImportLine back = file.imported(*company.records, company.catalogue.at(Account::entity)).first();
    CHECK(back.verdict == Verdict::Changed);
    CHECK(back.sheet.record.value(text).text() == u"=own"_s);
    CHECK(back.sheet.record.value(amount).number() == -12'345'678);
}

TEST_CASE("two records with the same name and number are told apart when they come back", "[export]")
{
    Customers company;
    for (int twin = 0; twin < 2; ++twin) {
        Record record = must(company.ann.records().load(company.firms[twin].ref()));
        record.set(Account::name, u"Twin"_s);
        record.set(Account::phone, u"021-61111111"_s);
        must(company.ann.records().save(record));
    }
    const ExportedFile file(company.ann.records(), planFor(Account::entity, ExportFields::Reimport));
    for (const ImportLine &line : company.importedAgain(file)) {
        CHECK(line.sameAsLine == 0);
        CHECK(line.verdict == Verdict::Unchanged);
    }
}

TEST_CASE("a record that is gone meanwhile is written over no other", "[export]")
{
    Customers company;
    const ExportedFile file(company.ann.records(), planFor(Account::entity, ExportFields::Reimport));
    must(company.ann.records().remove({company.firms[2].ref()}));
    QList<Verdict> verdicts;
    for (const ImportLine &line : company.importedAgain(file))
        verdicts.append(line.verdict);
    CHECK(verdicts.count(Verdict::Changed) == 0);
    CHECK(verdicts.count(Verdict::Unchanged) == 2);
}

TEST_CASE("an export that is called off leaves what stood there before", "[export]")
{
    SampleCompany company(5);
    QTemporaryDir folder;
    ExportPlan plan = planFor(Account::entity, ExportFields::All, TableFormat::Xlsx);
    for (const Record &account : company.accounts)
        plan.chosen.append(account.ref());
    plan.path = folder.filePath(u"x.xlsx"_s);
    ExportRun run(*company.records, plan);
    std::optional<Result<bool>> outcome;
    QObject::connect(&run, &ExportRun::finished, &run, [&](const Result<bool> &whole) { outcome = whole; });
    run.start();
    run.cancel();
    REQUIRE(tests::waitFor([&] { return outcome.has_value(); }));
    CHECK((outcome->ok() && !**outcome));
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("a folder that nobody may write to is told", "[export]")
{
    SampleCompany company(1);
    ExportPlan plan = planFor(Account::entity, ExportFields::All, GENERATE(TableFormat::Xlsx, TableFormat::Csv));
    plan.chosen = {company.accounts[0].ref()};
    plan.path = u"/proc/nowhere.xlsx"_s;
    ExportRun run(*company.records, plan);
    std::optional<Result<bool>> outcome;
    QObject::connect(&run, &ExportRun::finished, &run, [&](const Result<bool> &whole) { outcome = whole; });
    run.start();
    REQUIRE(tests::waitFor([&] { return outcome.has_value(); }));
    REQUIRE_FALSE(outcome->ok());
    CHECK(outcome->error().args.value(0) == plan.path);
}

TEST_CASE("an export is noted with what it took out, and one that cannot be noted takes nothing out", "[export]")
{
    SampleCompany company(3);
    company.records->setRights(fieldRights(*company.records, {{Account::bankAccount.id, FieldRight::Masked}}));
    ExportPlan plan = planFor(Account::entity, ExportFields::All);
    plan.filter = u"City: Shanghai"_s;
    SECTION("noted")
    {
        const ExportedFile file(*company.records, plan);
        REQUIRE(company.records->departures.size() == 1);
        const Departure &noted = company.records->departures.first();
        CHECK(noted.way == Departure::Way::File);
        CHECK(noted.entity == Account::entity);
        CHECK(noted.records == 3);
        CHECK(noted.format == u"csv");
        CHECK(noted.fields == u"all");
        CHECK(noted.filter == u"City: Shanghai");
        CHECK(noted.masked);
    }
    SECTION("refused")
    {
        company.records->noteFault = Error{ErrorCode::DiskFull, {}};
        const ExportedFile file(*company.records, plan);
        CHECK(file.outcome.error().code == ErrorCode::DiskFull);
        CHECK_FALSE(QFile::exists(file.path()));
        CHECK(QDir(QFileInfo(file.path()).path()).isEmpty());
    }
}
