// SPDX-License-Identifier: GPL-3.0-or-later
// Imports into the copy of a real desktop, their way to others, and back again.
#include "app/data/localrecords.h"
#include "app/views/import/importdialog.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/tables/writtenfile.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QPushButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;
using namespace Qt::StringLiterals;

namespace {

constexpr int Lines = 1'300; // more than two parts

QList<const Field *> fieldsNamed(const Entity &entity, const QStringList &names)
{
    QList<const Field *> fields;
    for (const QString &name : names)
        fields.append(entity.field(name));
    return fields;
}

/// Imports all good lines and answers the action.
Saved imported(MemoryDesk &desk, const WrittenFile &file, const QStringList &names, TwinChoice twins, const Preset &preset = {})
{
    const Entity &entity = desk.catalogue().at(Account::entity);
    const auto reader = TableReader::open(file.path());
    REQUIRE(reader.ok());
    ImportPlan plan;
    plan.fields = fieldsNamed(entity, names);
    plan.twins = twins;
    plan.preset = preset;
    ImportLines rows(desk.records(), entity, **reader, plan);
    while (!must(rows.prepare())) {
    }
    REQUIRE(rows.begin().ok());
    const auto next = [&] { return rows.records(); };
    std::optional<Result<Saved>> answer;
    QObject context;
    desk.records().saveFrom({u"import"_s, next}, &context, [](qsizetype) { return true; }, [&](const Result<Saved> &saved) { answer = saved; });
    REQUIRE(QTest::qWaitFor([&] { return answer.has_value(); }, 60'000));
    REQUIRE(answer->ok());
    return **answer;
}

/// By the command of open imports.
void takeBack(tests::NotingContext &context, const RecordRef &import)
{
    for (const RecordCommand &command : context.extras().commands)
        if (command.icon == u"edit-undo"_s && command.offered(context.records(), import.entity))
            command.run(nullptr, context, {import.entity, {import}, {}});
}

qint64 countAt(MemoryDesk &desk)
{
    storage::Query query;
    query.entity = Account::entity;
    return desk.records().count(query).value();
}

} // namespace

TEST_CASE("an import of many parts arrives whole at the others, and its undo restores every former value, on both databases")
{
    DeskCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    company.meet();
    Record known = company.make(company.bea, u"Known"_s);
    known.set(Account::phone, u"021-61111111"_s);
    must(company.bea.records().save(known));
    company.settle();
    const qint64 before = countAt(company.bea);

    QByteArray lines = "name,phone\nKnown,021-62222222\n";
    for (int line = 0; line < Lines; ++line)
        lines += "Imported " + QByteArray::number(line) + ",021-" + QByteArray::number(60'000'000 + line) + "\n";
    const Preset preset{{Account::region.id, known.value(Account::region.id)}};
    const Saved saved = imported(company.bea, WrittenFile(lines), {u"name"_s, u"phone"_s}, TwinChoice::Overwrite, preset);
    CHECK(countAt(company.bea) == before + Lines);
    company.settle();
    CHECK(company.server.all(Account::entity).size() == before + Lines);
    CHECK(company.server.record(known.ref())[Account::phone] == u"021-62222222"_s);
    company.checkExact(company.bea);

    std::optional<Result<Saved>> undone;
    QObject context;
    company.bea.records().undoMany(saved.action, &context, [](qsizetype) { return true; }, [&](const Result<Saved> &result) { undone = result; });
    REQUIRE(QTest::qWaitFor([&] { return undone.has_value(); }, 60'000));
    REQUIRE(undone->ok());
    company.settle();
    CHECK(countAt(company.bea) == before);
    CHECK(company.server.record(known.ref())[Account::phone] == u"021-61111111"_s);
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("what was imported once is known again: the same file changes nothing the second time")
{
    DeskCompany company;
    company.meet();
    const Record known = company.make(company.bea, u"Known"_s);
    const Preset preset{{Account::region.id, known.value(Account::region.id)}};
    const WrittenFile file("name,phone,remark\nOne,+86 21 1234 5678,\"a\nb\"\nTwo,,'=x\n");
    const QStringList names{u"name"_s, u"phone"_s, u"remark"_s};
    REQUIRE_FALSE(imported(company.bea, file, names, TwinChoice::Overwrite, preset).action.isNull());
    company.settle();
    const qint64 count = countAt(company.bea);
    CHECK(imported(company.bea, file, names, TwinChoice::Overwrite, preset).action.isNull());
    CHECK(countAt(company.bea) == count);
}

TEST_CASE("lines of which none is saved are gone through in steps, so that the desk goes on meanwhile")
{
    DeskCompany company;
    company.meet();
    QByteArray lines = "name,phone\n";
    for (int line = 0; line < 5 * Lines; ++line)
        lines += "The same,021-61111111\n";
    const WrittenFile file(lines);
    const auto reader = TableReader::open(file.path());
    ImportPlan plan;
    plan.fields = fieldsNamed(company.bea.catalogue().at(Account::entity), {u"name"_s, u"phone"_s});
    plan.preset = {{Account::region.id, company.make(company.bea, u"Known"_s).value(Account::region.id)}};
    ImportLines rows(company.bea.records(), company.bea.catalogue().at(Account::entity), **reader, plan);
    while (!must(rows.prepare())) {
    }
    must(rows.begin());
    int steps = 0, records = 0;
    for (auto some = must(rows.records()); some; some = must(rows.records())) {
        ++steps;
        records += int(some->size());
    }
    CHECK(records == 1);
    CHECK(steps > 3);
}

TEST_CASE("a record is known again by any of its numbers, however it is written, whatever column it stands in")
{
    DeskCompany company;
    company.meet();
    Record known = company.make(company.bea, u"Known"_s);
    known.set(Account::mobile, u"13812345678"_s);
    must(company.bea.records().save(known));
    const Saved saved = imported(company.bea, WrittenFile("name,phone\nAnother name,+86 138 1234 5678\n"), {u"name"_s, u"phone"_s}, TwinChoice::Overwrite,
                                 {{Account::region.id, known.value(Account::region.id)}});
    REQUIRE_FALSE(saved.action.isNull());
    CHECK(must(company.bea.records().load(known.ref()))[Account::name] == u"Another name"_s);
}

TEST_CASE("a telephone that colleagues share tells two people apart only by their names")
{
    DeskCompany company;
    company.meet();
    const Record firm = company.make(company.bea, u"Firm"_s);
    const Entity &entity = company.bea.catalogue().at(Contact::entity);
    Record mei = company.bea.records().create(Contact::entity);
    mei.set(Contact::account, firm.id());
    mei.set(Contact::name, u"梅"_s);
    mei.set(Contact::phone, u"021-61111111"_s);
    must(company.bea.records().save(mei));
    const WrittenFile file("name,phone\n梅,021-61111111\n林,021-61111111\n");
    const auto reader = TableReader::open(file.path());
    REQUIRE(reader.ok());
    ImportPlan plan;
    plan.fields = fieldsNamed(entity, {u"name"_s, u"phone"_s});
    plan.preset = {{Contact::account.id, Value(firm.id())}};
    ImportLines lines(company.bea.records(), entity, **reader, plan);
    while (!must(lines.prepare())) {
    }
    REQUIRE(lines.begin().ok());
    CHECK(must(lines.next())->verdict == ImportLine::Verdict::Skipped);
    CHECK(must(lines.next())->verdict == ImportLine::Verdict::New);
}

TEST_CASE("the note of an import arrives at the server with the lines, takes them back and says so, on both databases")
{
    DeskCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    company.meet();
    const Record known = company.make(company.bea, u"Known"_s);
    company.settle();
    const WrittenFile file(u"name,Record [id]\nRenamed,%1\n"_s.arg(known.id().text()).toUtf8(), u"customers.csv"_s);
    tests::FakeDrafts drafts;
    tests::NotingContext context(company.bea.records(), drafts);
    ImportDialog dialog(context, company.bea.catalogue().at(Account::entity));
    dialog.open(file.path());
    const auto press = [&] {
        for (QPushButton *button : dialog.findChildren<QPushButton *>())
            if (button->isDefault())
                button->click();
        REQUIRE(QTest::qWaitFor([&] { return !dialog.isBusy(); }));
    };
    dialog.show();
    press();
    press();
    REQUIRE_FALSE(context.action.isNull());
    company.settle();
    CHECK(company.server.record(known.ref())[Account::name] == u"Renamed"_s);
    const QList<Record> jobs = company.server.all(ImportJob::entity);
    REQUIRE(jobs.size() == 1);
    CHECK(jobs.first()[ImportJob::state] == ImportJob::Done);
    CHECK(jobs.first()[ImportJob::updated] == 1);
    CHECK(jobs.first()[ImportJob::mode] == 2);
    // To be taken back is no step of the note alone.
    CHECK(company.bea.records().transitions(must(company.bea.records().load(jobs.first().ref()))).isEmpty());
    takeBack(context, jobs.first().ref());
    company.settle();
    CHECK(company.server.record(known.ref())[Account::name] == u"Known"_s);
    CHECK(company.server.record(jobs.first().ref())[ImportJob::state] == ImportJob::Undone);
    company.checkExact(company.bea);
    context.notices.clear();
    takeBack(context, jobs.first().ref());
    CHECK(context.notices.size() == 1);
}

TEST_CASE("a line like a record that is there is decided like one that is known again, and says why")
{
    DeskCompany company;
    Record known = company.make(company.ann, u"上海宏远物流有限公司"_s);
    company.settle();
    const WrittenFile file("name,short_name\n上海鸿远物流有限公司,宏远\n武汉长江物流有限公司,长江\n");
    const Entity &entity = company.ann.catalogue().at(Account::entity);
    const auto reader = TableReader::open(file.path());
    REQUIRE(reader.ok());
    const auto choice = GENERATE(TwinChoice::Skip, TwinChoice::Fill, TwinChoice::Overwrite, TwinChoice::AddAnyway);
    ImportPlan plan;
    plan.fields = fieldsNamed(entity, {u"name"_s, u"short_name"_s});
    plan.twins = choice;
    plan.preset = {{Account::region.id, known.value(Account::region.id)}};
    ImportLines rows(company.ann.records(), entity, **reader, plan);
    while (!must(rows.prepare())) {
    }
    REQUIRE(rows.begin().ok());
    const std::optional<ImportLine> like = must(rows.next());
    const std::optional<ImportLine> other = must(rows.next());
    REQUIRE((like && other));
    CHECK(like->before.ref() == known.ref());
    CHECK(like->key == nullptr);
    CHECK(like->likening.reasons == QList<rules::Reason>{{rules::Agreement::SoundsAlike, Account::name.id}});
    CHECK(other->verdict == ImportLine::Verdict::New);
    CHECK(other->likening.score == 0);
    switch (choice) {
    case TwinChoice::Skip: CHECK(like->verdict == ImportLine::Verdict::Skipped); break;
    case TwinChoice::Fill:
        CHECK(like->verdict == ImportLine::Verdict::Changed);
        CHECK(like->sheet.record[Account::shortName] == u"宏远"_s);
        CHECK(like->sheet.record[Account::name] == u"上海宏远物流有限公司"_s);
        break;
    case TwinChoice::Overwrite: CHECK(like->sheet.record[Account::name] == u"上海鸿远物流有限公司"_s); break;
    case TwinChoice::AddAnyway: CHECK(like->verdict == ImportLine::Verdict::New); break;
    }
}
