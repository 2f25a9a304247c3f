// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"
#include "app/views/import/importdialog.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/tables/writtenfile.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QPointer>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using guanxi::test::encoded;
using guanxi::test::WrittenFile;
using model::Account;

namespace {

struct Desk {
    explicit Desk(const QByteArray &bytes) : file(bytes, u"customers.csv"_s)
    {
        loadResources();
        open(file.path());
    }

    void open(const QString &path)
    {
        activate(dialog);
        dialog.open(path);
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : dialog.findChildren<QPushButton *>())
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
        return tests::waitFor([&] { return !dialog.isBusy(); });
    }
    QString says()
    {
        QStringList all;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->isVisible() && label->wordWrap())
                all.append(label->text());
        return all.join(u' ');
    }
    /// The words of a line of the preview.
    QStringList line(int row)
    {
        const QTableWidget &table = dialog.result().table();
        QStringList words;
        for (int column = 0; column < table.columnCount(); ++column)
            words.append(table.item(row, column) ? table.item(row, column)->text() : QString());
        return words;
    }
    qsizetype countOf(const QString &name)
    {
        storage::Query query;
        query.entity = Account::entity;
        query.filter = storage::Filter::is(Account::name.id, name);
        return company.records->findNow(query)->size();
    }

    SampleCompany company{3};
    NotingContext context{*company.records, company.drafts};
    WrittenFile file;
    ImportDialog dialog{context, company.catalogue.at(Account::entity)};
};

QByteArray table(const QString &lines) { return encoded(lines, "gb18030"); }

/// The label of a dictionary's item, as people type it.
QString region(const Desk &desk) { return desk.company.records->dictionary(u"region"_s).first().label; }

} // namespace

TEST_CASE("a table in GB18030 is looked at line by line before its good lines become records")
{
    Desk desk(table(u"客户名称;联系电话;手机号码;地区;成立\n"_s));
    QFile file(desk.file.path());
    REQUIRE(file.open(QIODevice::Append));
    file.write(table(u"上海宝钢;021-12345678;13812345678;%1;1998\n北京华联;010-87654321;;火星;2001\n上海宝钢;;;%1;\n"_s.arg(region(desk))));
    file.close();
    desk.dialog.open(desk.file.path());
    CHECK(desk.says().isEmpty());
    REQUIRE(desk.press(u"Check"_s));

    const ImportCounts &counts = desk.dialog.result().counts();
    CHECK(counts[ImportLine::Verdict::New] == 1);
    CHECK(counts[ImportLine::Verdict::Faulty] == 1);
    CHECK(counts[ImportLine::Verdict::Skipped] == 1);
    // What is wrong comes first, and says why.
    CHECK(desk.line(0).mid(0, 2) == QStringList{u"3"_s, u"error"_s});
    CHECK(desk.line(0)[2].contains(u"火星"_s));
    CHECK(desk.line(0)[6] == u"⚠ 火星"_s);
    CHECK(desk.line(2)[2] == u"Name as on line 2"_s);
    CHECK(desk.countOf(u"上海宝钢"_s) == 0);

    REQUIRE(desk.press(u"Import 1"_s));
    CHECK(tests::waitFor([&] { return !desk.dialog.isVisible(); }));
    CHECK(desk.countOf(u"上海宝钢"_s) == 1);
    CHECK(desk.countOf(u"北京华联"_s) == 0);
    CHECK(desk.company.records->actions.last() == u"import"_s);
    CHECK(desk.context.notices.size() == 1);
    CHECK_FALSE(desk.context.action.isNull());
}

TEST_CASE("a record that is there already is left, filled, overwritten, or made once more, as is decided for all or for its line")
{
    Desk desk("name,phone,mobile,short_name\n");
    model::Record known = desk.company.accounts[0];
    known.set(Account::name, u"宝钢"_s);
    known.set(Account::phone, u"021-61111111"_s);
    known.set(Account::shortName, QString());
    known.setValue(Account::mobile.id, {});
    desk.company.records->arrive(known);
    QFile file(desk.file.path());
    REQUIRE(file.open(QIODevice::Append));
    file.write(u"宝钢,021-62222222,13812345678,\n"_s.toUtf8());
    file.close();
    desk.dialog.open(desk.file.path());
    REQUIRE(desk.press(u"Check"_s));
    REQUIRE(desk.dialog.result().counts()[ImportLine::Verdict::Skipped] == 1);
    CHECK_FALSE(desk.press(u"Import"_s));

    const auto decide = [&](TwinChoice choice) {
        const QPointer<QComboBox> box = desk.dialog.result().table().findChild<QComboBox *>();
        REQUIRE(box);
        box->setCurrentIndex(box->findData(int(choice)));
        Q_EMIT box->activated(box->currentIndex());
        // The other lines are not gone through again: the list stands as it was.
        CHECK_FALSE(desk.dialog.isBusy());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        REQUIRE(box);
    };
    const auto now = [&] { return desk.company.records->load(known.ref()).value(); };
    SECTION("filled, also after something else was decided first")
    {
        decide(TwinChoice::Overwrite);
        decide(TwinChoice::AddAnyway);
        CHECK(desk.dialog.result().counts()[ImportLine::Verdict::Faulty] == 1); // of a region nothing is said
        decide(TwinChoice::Fill);
        CHECK(desk.dialog.result().counts()[ImportLine::Verdict::Changed] == 1);
        CHECK(desk.dialog.result().counts()[ImportLine::Verdict::Faulty] == 0);
        REQUIRE(desk.press(u"Import 1"_s));
        CHECK(now()[Account::phone] == u"021-61111111"_s);
        CHECK(now()[Account::mobile] == u"13812345678"_s);
    }
    SECTION("overwritten, but by no empty cell")
    {
        known.set(Account::shortName, u"宝"_s);
        desk.company.records->arrive(known);
        decide(TwinChoice::Overwrite);
        REQUIRE(desk.press(u"Import 1"_s));
        CHECK(now()[Account::phone] == u"021-62222222"_s);
        CHECK(now()[Account::shortName] == u"宝"_s);
    }
}

TEST_CASE("what each new record must have and no column gives is asked for once")
{
    Desk desk("name\nNew company\n");
    CHECK(desk.says().contains(u"must have"_s));
    REQUIRE(desk.press(u"Check"_s));
    CHECK(desk.dialog.result().counts()[ImportLine::Verdict::Faulty] == 1);
    CHECK(desk.line(0)[2].contains(u"Region"_s));
}

TEST_CASE("lines with errors go into a file that can be mended and imported again, and holds no formula")
{
    Desk desk("name,mobile,region\nBad one,138,X\n'=1+1,139,X\n");
    REQUIRE(desk.press(u"Check"_s));
    REQUIRE(desk.dialog.result().counts()[ImportLine::Verdict::Faulty] == 2);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"errors.csv"_s);
    desk.dialog.saveFaults(path);
    REQUIRE(QTest::qWaitFor([&] { return !desk.dialog.isBusy(); }));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u"\r\n"_s);
    CHECK(lines[0].endsWith(u"name,mobile,region,What is wrong"_s));
    CHECK(lines[1].startsWith(u"Bad one,138,X,"_s));
    CHECK(lines[2].startsWith(u"'=1+1,139,X,"_s));
    desk.dialog.open(path);
    REQUIRE(desk.press(u"Check"_s));
    CHECK(desk.dialog.result().counts()[ImportLine::Verdict::Faulty] == 2);
    CHECK(desk.line(1)[3] == u"=1+1"_s);
}

TEST_CASE("a file that cannot be read says why and changes nothing; a column can be given to another field")
{
    Desk desk("name,what\nA,B\n");
    const WrittenFile bad(QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), u"old.xls"_s);
    desk.dialog.open(bad.path());
    CHECK(desk.says().contains(u"before 2007"_s));
    CHECK_FALSE(desk.press(u"Check"_s));
    desk.dialog.open(desk.file.path());
    CHECK(desk.dialog.columns().plan().fields[1] == nullptr);
    desk.dialog.columns().setField(1, Account::name.id);
    CHECK(desk.dialog.columns().plan().fields[0] == nullptr);
    CHECK(desk.dialog.columns().plan().fields[1]->id == Account::name.id);
    desk.dialog.columns().setField(1, 0);
    CHECK(desk.says().contains(u"at least one column"_s));
}

TEST_CASE("which column goes where is kept under a name and chosen when a file with the same heads comes again")
{
    Desk desk("name,what,phone\nA,B,021-61111111\n");
    ImportColumns &columns = desk.dialog.columns();
    CHECK(columns.plan().fields[1] == nullptr);
    columns.setField(1, Account::shortName.id);
    columns.setField(2, 0);
    whenOpen<QInputDialog>([](QInputDialog &dialog) {
        CHECK(dialog.textValue() == u"customers"_s);
        dialog.setTextValue(u"From the fair"_s);
        dialog.accept();
    });
    QTest::keyClick(desk.button(u"Save as"_s), Qt::Key_Space);

    // The same heads in another order, then others.
    const WrittenFile again("phone,name,what\n021-62222222,C,D\n", u"again.csv"_s);
    desk.dialog.open(again.path());
    CHECK(columns.plan().fields[0] == nullptr);
    REQUIRE(columns.plan().fields[2]);
    CHECK(columns.plan().fields[2]->id == Account::shortName.id);
    const WrittenFile other("phone,name\n021-62222222,C\n", u"other.csv"_s);
    desk.dialog.open(other.path());
    REQUIRE(columns.plan().fields[0]);
    CHECK(columns.plan().fields[0]->id == Account::phone.id);

    // Removed, it is as before.
    desk.dialog.open(again.path());
    QTest::keyClick(desk.button(u"Remove"_s), Qt::Key_Space);
    desk.dialog.open(again.path());
    CHECK(columns.plan().fields[2] == nullptr);
    REQUIRE(columns.plan().fields[0]);
}

TEST_CASE("an import is noted with what came of it")
{
    Desk desk("name,region,what\nNew one,%1,x\nBad one,火星,x\n");
    QFile file(desk.file.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray lines = QString::fromUtf8(file.readAll()).arg(region(desk)).toUtf8();
    file.resize(0);
    file.write(lines);
    file.close();
    desk.dialog.open(desk.file.path());
    REQUIRE(desk.press(u"Check"_s));
    REQUIRE(desk.press(u"Import 1"_s));
    storage::Query query;
    query.entity = model::ImportJob::entity;
    const QList<model::Record> jobs = *desk.company.records->findNow(query);
    REQUIRE(jobs.size() == 1);
    const model::Record &job = jobs.first();
    CHECK(job[model::ImportJob::fileName] == u"customers.csv"_s);
    CHECK(job[model::ImportJob::format] == 1);
    CHECK(job[model::ImportJob::object] == u"account"_s);
    CHECK(job[model::ImportJob::mapping] == u"{\"name\":\"name\",\"region\":\"region\"}"_s);
    CHECK(job[model::ImportJob::state] == model::ImportJob::Done);
    CHECK(job[model::ImportJob::mode] == 1);
    CHECK(job[model::ImportJob::rows] == 2);
    CHECK(job[model::ImportJob::created] == 1);
    CHECK(job[model::ImportJob::failed] == 1);
    REQUIRE(desk.company.records->undo(desk.context.action).ok());
    CHECK(desk.countOf(u"New one"_s) == 0);
}

TEST_CASE("a file that says which records it holds is taken to change them")
{
    Desk desk("name,Record [id]\n");
    const model::Record &known = desk.company.accounts[1];
    QFile file(desk.file.path());
    REQUIRE(file.open(QIODevice::Append));
    file.write(u"Another name,%1\n"_s.arg(known.id().text()).toUtf8());
    file.close();
    desk.dialog.open(desk.file.path());
    CHECK(desk.dialog.columns().plan().idColumn == 1);
    REQUIRE(desk.press(u"Check"_s));
    CHECK(desk.line(0)[2].startsWith(u"ID as in"_s));
    REQUIRE(desk.press(u"Import 1"_s));
    CHECK(desk.company.records->load(known.ref())->value(Account::name.id).text() == u"Another name"_s);
}
