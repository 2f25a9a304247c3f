// SPDX-License-Identifier: GPL-3.0-or-later
// A file of several sheets: records, and what belongs to them, in one import.
#include "app/shell/resources.h"
#include "app/views/import/importdialog.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"
#include "tests/app/export/exportedfile.h"
#include "tests/app/support/fakerecords.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/tables/writtenfile.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;
using namespace Qt::StringLiterals;
using Verdict = ImportLine::Verdict;

namespace {

struct Sheet {
    QString name;
    QList<QStringList> lines; ///< the heads first
    qsizetype column(const QString &code) const
    {
        for (qsizetype at = 0; at < lines.first().size(); ++at)
            if (lines.first()[at] == code || codeOfHead(lines.first()[at]) == code)
                return at;
        FAIL(code.toStdString());
        return -1;
    }
    QStringList &line(const QString &code, const QString &text)
    {
        for (QStringList &each : lines)
            if (each.value(column(code)) == text)
                return each;
        FAIL(text.toStdString());
        return lines.first();
    }
};

QList<Sheet> read(const QString &path)
{
    const auto reader = must(TableReader::open(path));
    QList<Sheet> sheets;
    for (const QString &name : reader->sheets()) {
        sheets.append({name, {}});
        REQUIRE(reader->choose(int(sheets.size()) - 1).ok());
        while (const std::optional<TableLine> line = must(reader->next()))
            sheets.last().lines.append(line->cells);
    }
    return sheets;
}

void write(const QList<Sheet> &sheets, const QString &path)
{
    const auto writer = TableWriter::create(TableFormat::Xlsx, path, {});
    QList<TableSheet> tables;
    for (const Sheet &sheet : sheets) {
        tables.append({sheet.name, sheet.name, {}});
        for (const QString &head : sheet.lines.first())
            tables.last().columns.append({head, head});
    }
    REQUIRE(writer->begin(tables).ok());
    for (qsizetype at = 0; at < sheets.size(); ++at)
        for (const QStringList &line : sheets[at].lines.mid(1)) {
            QList<TableCell> cells;
            for (const QString &text : line)
                cells.append({CellKind::Text, text});
            REQUIRE(writer->write(int(at), cells).ok());
        }
    REQUIRE(writer->end().ok());
    REQUIRE(writer->putInPlace().ok());
}

/// Ann's customers with their contacts, and the dialog that brings a file in.
struct Book : DeskCompany {
    explicit Book(storage::Backend backend = storage::Backend::Sqlite) : DeskCompany(backend)
    {
        loadResources();
        for (const EntityId entity : {Account::entity, Contact::entity})
            server.allow(own, entity, Action::Export, Reach::Own);
        for (const EntityId entity : {Dictionary::entity, DictionaryItem::entity})
            server.allow(own, entity, Reach::All, false);
        Record words(server.catalogue().at(Dictionary::entity), dictionaryId(u"region"_s));
        words.set(Dictionary::code, u"region"_s);
        server.insert(words);
        Record region(server.catalogue().at(DictionaryItem::entity), dictionaryItemId(u"region"_s, u"CN-E"_s));
        region.set(DictionaryItem::dictionary, words.id());
        region.set(DictionaryItem::code, u"CN-E"_s);
        region.set(DictionaryItem::label, u"East"_s);
        region.set(DictionaryItem::active, qint64(1));
        server.insert(region);
        meet();
        for (const QString &name : {u"Baosteel"_s, u"Haier"_s}) {
            firms.append(make(ann, name));
            for (const QString &person : {u"Wang of "_s + name, u"Li of "_s + name}) {
                people.append(newContact(person, firms.last()));
                must(ann.records().save(people.last()));
            }
        }
        settle();
        context = std::make_unique<tests::NotingContext>(ann.records(), drafts);
        dialog = std::make_unique<ImportDialog>(*context, ann.catalogue().at(Account::entity));
    }

    QString exported()
    {
        ExportPlan plan;
        plan.entity = Account::entity;
        plan.fields = ExportFields::Reimport;
        plan.format = TableFormat::Xlsx;
        plan.relations = {Contact::entity};
        file = std::make_unique<ExportedFile>(ann.records(), plan);
        REQUIRE(file->outcome.ok());
        return file->path();
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : dialog->findChildren<QPushButton *>())
            if (each->isVisible() && each->text().remove(u'&').startsWith(text))
                return each;
        return nullptr;
    }
    bool press(const QString &text)
    {
        QPushButton *found = button(text);
        if (!found || !found->isEnabled())
            return false;
        QTest::keyClick(found, Qt::Key_Space);
        return tests::waitFor([&] { return !dialog->isBusy(); });
    }
    void open(const QString &path)
    {
        tests::activate(*dialog);
        dialog->open(path);
    }
    Record found(EntityId entity, const QString &name)
    {
        for (const Record &record : server.all(entity))
            if (!record.isDeleted() && record.value(entity == Account::entity ? Account::name.id : Contact::name.id) == Value(name))
                return record;
        return {};
    }

    QList<Record> firms;
    QList<Record> people;
    QTemporaryDir folder;
    std::unique_ptr<ExportedFile> file;
    tests::FakeDrafts drafts;
    std::unique_ptr<tests::NotingContext> context;
    std::unique_ptr<ImportDialog> dialog;
};

} // namespace

TEST_CASE("a workbook with related records that comes back unchanged changes nothing")
{
    Book book;
    book.open(book.exported());
    CHECK(book.dialog->sheets().taken().size() == 2);
    REQUIRE(book.press(u"Check"_s));
    CHECK(book.dialog->result(0).counts()[Verdict::Unchanged] == 2);
    CHECK(book.dialog->result(1).counts()[Verdict::Unchanged] == 4);
    CHECK_FALSE(book.button(u"Import"_s)->isEnabled());
}

TEST_CASE("what is changed and added on all sheets comes in as one action, and goes as one, on both databases")
{
    Book book(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    QList<Sheet> sheets = read(book.exported());
    REQUIRE(sheets.size() == 2);
    Sheet &firms = sheets[0], &people = sheets[1];
    QStringList made = firms.line(u"name"_s, u"Haier"_s);
    made[firms.column(u"name"_s)] = u"Newcorp"_s;
    for (const QString &own : {u"id"_s, u"number"_s})
        made[firms.column(own)].clear();
    firms.lines.append(made);
    firms.line(u"name"_s, u"Baosteel"_s)[firms.column(u"name"_s)] = u"Baosteel Group"_s;
    people.line(u"name"_s, u"Wang of Haier"_s)[people.column(u"mobile"_s)] = u"13800138000"_s;
    const QStringList person = people.lines.last();
    const auto add = [&](const QString &name, const QString &firm) {
        QStringList line = person;
        line[people.column(u"name"_s)] = name;
        line[people.column(u"account"_s)] = firm;
        line[people.column(u"id"_s)].clear();
        people.lines.append(line);
    };
    add(u"Zhao of Newcorp"_s, u"Newcorp"_s);
    add(u"Qian of Baosteel"_s, u"Baosteel"_s);
    add(u"Sun of Baosteel"_s, u"Baosteel Group"_s);
    add(u"Zhou of nobody"_s, u"Nowhere"_s);
    const QString path = book.folder.filePath(u"back.xlsx"_s);
    write(sheets, path);

    book.open(path);
    REQUIRE(book.press(u"Check"_s));
    CHECK(book.dialog->result(0).counts().lines == std::array<qint64, 5>{1, 1, 1, 0, 0});
    CHECK(book.dialog->result(1).counts().lines == std::array<qint64, 5>{3, 1, 3, 0, 1});
    REQUIRE(book.press(u"Import 6"_s));
    const Uuid action = book.ann.records().lastUndoable();
    book.settle();

    const Record newcorp = book.found(Account::entity, u"Newcorp"_s);
    REQUIRE(newcorp.isValid());
    CHECK(book.found(Contact::entity, u"Zhao of Newcorp"_s)[Contact::account] == newcorp.id());
    for (const QString &name : {u"Qian of Baosteel"_s, u"Sun of Baosteel"_s, u"Wang of Baosteel"_s})
        CHECK(book.found(Contact::entity, name)[Contact::account] == book.firms[0].id());
    CHECK(book.now(book.firms[0])[Account::name] == u"Baosteel Group");
    CHECK(book.found(Contact::entity, u"Wang of Haier"_s)[Contact::mobile].contains(u"138"_s));
    CHECK_FALSE(book.found(Contact::entity, u"Zhou of nobody"_s).isValid());
    CHECK(book.ann.outbox().parked() == 0);
    const QList<Record> jobs = book.server.all(ImportJob::entity);
    REQUIRE(jobs.size() == 1);
    CHECK(jobs.first()[ImportJob::created] == 4);
    CHECK(jobs.first()[ImportJob::updated] == 2);
    CHECK(jobs.first()[ImportJob::failed] == 1);

    must(book.ann.records().undo(action));
    book.settle();
    CHECK(book.ann.outbox().parked() == 0);
    CHECK(book.now(book.firms[0])[Account::name] == u"Baosteel");
    CHECK_FALSE(book.found(Account::entity, u"Newcorp"_s).isValid());
    CHECK_FALSE(book.found(Contact::entity, u"Zhao of Newcorp"_s).isValid());
    CHECK(book.now(book.people[2])[Contact::mobile] == book.people[2][Contact::mobile]);
}

TEST_CASE("a plain workbook says by names which contact belongs to which customer, and by a choice what a sheet holds")
{
    Book book;
    const QString path = book.folder.filePath(u"plain.xlsx"_s);
    const QString region = book.ann.records().dictionaryLabel(book.firms[0].value(Account::region.id).id());
    write({{u"客户"_s, {{u"客户名称"_s, u"地区"_s}, {u"新公司"_s, region}}},
           {u"人"_s, {{u"客户名称"_s, u"姓名"_s, u"手机"_s}, {u"新公司"_s, u"赵云"_s, u"13900139000"_s}, {u"Haier"_s, u"关羽"_s, u""_s}, {u"没有"_s, u"张飞"_s, u""_s}}},
           {u"说明"_s, {{u"怎么填"_s}, {u"照样填"_s}}}},
          path);
    book.open(path);
    QTableWidget &table = book.dialog->sheets().table();
    REQUIRE(table.isVisible());
    REQUIRE(table.rowCount() == 3);
    // Nobody has said what these two hold.
    CHECK(book.dialog->sheets().taken().size() == 1);
    auto *holds = qobject_cast<QComboBox *>(table.cellWidget(1, 1));
    REQUIRE(holds);
    holds->setFocus();
    QTest::keyClicks(holds, u"Contacts"_s);
    REQUIRE(holds->currentData().toUInt() == Contact::entity);
    CHECK(table.item(1, 0)->checkState() == Qt::Checked);
    REQUIRE(book.dialog->sheets().taken().size() == 2);
    CHECK(book.dialog->sheets().taken()[1]->plan().fields[0]->id == Contact::account.id);

    // The third one is taken by the keyboard, and says nothing yet.
    table.setFocus();
    table.setCurrentCell(2, 0);
    QTest::keyClick(&table, Qt::Key_Space);
    CHECK(table.item(2, 0)->checkState() == Qt::Checked);
    CHECK(book.dialog->sheets().fault().contains(u"说明"_s));
    CHECK_FALSE(book.button(u"Check"_s)->isEnabled());
    QTest::keyClick(&table, Qt::Key_Space);
    REQUIRE(book.press(u"Check"_s));
    CHECK(book.dialog->result(0).counts().lines == std::array<qint64, 5>{1, 0, 0, 0, 0});
    CHECK(book.dialog->result(1).counts().lines == std::array<qint64, 5>{2, 0, 0, 0, 1});
    CHECK(book.dialog->result(1).table().item(0, 2)->text().contains(u"No record is called that"_s));
    REQUIRE(book.press(u"Import 3"_s));
    book.settle();
    CHECK(book.found(Contact::entity, u"赵云"_s)[Contact::account] == book.found(Account::entity, u"新公司"_s).id());
    CHECK(book.found(Contact::entity, u"关羽"_s)[Contact::account] == book.firms[1].id());
}
