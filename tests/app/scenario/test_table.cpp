// SPDX-License-Identifier: GPL-3.0-or-later
// A table that colleagues kept, on its way in: looked at, mended, merged with what was there, taken back, brought in again,
// and out again without a change. At a desk that syncs with a server, through the widgets a clerk uses.
#include "app/shell/resources.h"
#include "app/views/export/exportdialog.h"
#include "app/views/generic/mergedialog.h"
#include "app/views/import/importdialog.h"
#include "app/widgets/fieldeditor.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/tables/writtenfile.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::ImportJob;
using model::Record;
using storage::test::must;
using Verdict = ImportLine::Verdict;

namespace {

/// Bea's desk; the table is about customers of whom one is there already.
class TableDay : public test::DeskCompany
{
public:
    TableDay() : context(bea.records(), drafts)
    {
        loadResources();
        for (const model::EntityId entity : {ImportJob::entity, model::DuplicateCandidate::entity})
            server.allow(all, entity, model::Reach::All, true);
        server.allow(all, Account::entity, model::Action::Export, model::Reach::All);
        known = make(bea, u"上海宝钢集团有限公司"_s);
        known.set(Account::phone, u"021-61111111"_s);
        must(bea.records().save(known));
        settle();
    }

    /// Presses the button that is called so, and waits for what it begins.
    void press(QWidget &in, const QString &text, const std::function<bool()> &done)
    {
        for (QPushButton *button : in.findChildren<QPushButton *>())
            if (button->isVisible() && button->isEnabled() && button->text().remove(u'&').startsWith(text)) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                INFO(text.toStdString());
                REQUIRE(QTest::qWaitFor(done, 30'000));
                return;
            }
        FAIL(text.toStdString());
    }
    /// Looks the file through; new records are in the region of the known one, where the table says none.
    std::unique_ptr<ImportDialog> checked(const QString &path)
    {
        auto dialog = std::make_unique<ImportDialog>(context, bea.catalogue().at(Account::entity));
        activate(*dialog);
        dialog->open(path);
        for (FieldEditor *asked : dialog->columns().findChildren<FieldEditor *>())
            if (asked->field().id == Account::region.id)
                asked->setValue(known.value(Account::region.id));
        press(*dialog, u"Check"_s, [&] { return !dialog->isBusy(); });
        return dialog;
    }
    /// Brings in what is good, and answers the action.
    Uuid import(ImportDialog &dialog)
    {
        context.action = {};
        press(dialog, u"Import"_s, [&] { return !dialog.isBusy(); });
        REQUIRE_FALSE(context.action.isNull());
        return context.action;
    }
    void undo(const Uuid &action) { must(bea.records().undo(action)); }
    qint64 customers()
    {
        storage::Query query;
        query.entity = Account::entity;
        return must(bea.records().count(query));
    }
    Record called(const QString &name)
    {
        storage::Query query;
        query.entity = Account::entity;
        query.filter = storage::Filter::is(Account::name.id, name);
        return must(bea.records().findNow(query)).value(0);
    }

    FakeDrafts drafts;
    NotingContext context;
    Record known;
    QTemporaryDir folder;
};

QByteArray mended(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().replace(",1381234,", ",13812345678,");
}

} // namespace

TEST_CASE("A messy table comes in, is mended, merged, taken back, comes in again, and goes out and back without a change")
{
    TableDay day;
    const QString lines = u"客户名称;联系电话;手机号码;备注\r\n"
                          "南京新力泵业有限公司;025-84440000;;老客户\r\n"
                          "无锡华美电子厂;（0510）85551234;1381234;=1+1\r\n"
                          "上海宝钢集团;;13900001111;展会认识\r\n"
                          "南京新力泵业有限公司;;;又来一次\r\n"_s;
    const test::WrittenFile file(test::encoded(lines, "gb18030"), u"三个同事的客户.csv"_s);
    const qint64 before = day.customers();

    // Looked at: two lines are good, or may be what is there already; one is wrong, one comes twice.
    auto dialog = day.checked(file.path());
    CHECK(dialog->result().counts()[Verdict::Faulty] == 1);
    CHECK(dialog->result().counts()[Verdict::Skipped] >= 1);
    const QString errors = day.folder.filePath(u"errors.csv"_s);
    dialog->saveFaults(errors);
    REQUIRE(QTest::qWaitFor([&] { return !dialog->isBusy(); }));
    dialog->result().setTwins(TwinChoice::AddAnyway);
    day.press(*dialog, u"Back"_s, [] { return true; });
    day.press(*dialog, u"Check"_s, [&] { return !dialog->isBusy(); });
    const Uuid first = day.import(*dialog);
    CHECK(day.customers() == before + 3);

    // What was wrong is mended in the file of errors.
    const test::WrittenFile better(mended(errors), u"errors.csv"_s);
    auto second = day.checked(better.path());
    REQUIRE(second->result().counts()[Verdict::Faulty] == 0);
    day.import(*second);
    CHECK(day.called(u"无锡华美电子厂"_s)[Account::mobile] == u"13812345678"_s);
    CHECK(day.called(u"无锡华美电子厂"_s)[Account::phone] == u"0510-85551234"_s);

    // 上海宝钢集团 is 上海宝钢集团有限公司; its mobile stays.
    const Record twin = day.called(u"上海宝钢集团"_s);
    MergeDialog merge(day.context, twin.ref(), day.known.ref());
    activate(merge);
    REQUIRE(waitFor([&] { return merge.plan().isReady(); }));
    day.context.action = {};
    day.press(merge, u"Merge"_s, [&] { return !day.context.action.isNull(); });
    CHECK_FALSE(day.called(u"上海宝钢集团"_s).isValid());
    CHECK(must(day.bea.records().load(day.known.ref()))[Account::mobile] == u"13900001111"_s);
    const Uuid merged = day.context.action;
    day.settle();

    // On second thoughts: the merge is taken back, then the whole import.
    day.undo(merged);
    CHECK(day.called(u"上海宝钢集团"_s).isValid());
    CHECK(must(day.bea.records().load(day.known.ref())).isNull(Account::mobile));
    day.undo(first);
    CHECK(day.customers() == before + 1);
    day.settle();

    // Once more, without what may be there already; then out and back: nothing changes.
    auto again = day.checked(file.path());
    day.import(*again);
    day.settle();
    CommandScope scope{Account::entity, {}, {}, true};
    scope.shown.entity = Account::entity;
    const QString out = day.folder.filePath(u"out.xlsx"_s);
    {
        QPointer<ExportDialog> exporting = new ExportDialog(day.context, scope);
        activate(*exporting);
        REQUIRE(waitFor([&] { return !exporting->isBusy(); }));
        for (QComboBox *box : exporting->findChildren<QComboBox *>())
            for (const QString &word : {u"import them again"_s, u".xlsx"_s})
                if (const int at = box->findText(word, Qt::MatchContains); at >= 0)
                    box->setCurrentIndex(at);
        exporting->exportTo(out);
        REQUIRE(waitFor([&] { return QFile::exists(out) && (!exporting || !exporting->isBusy()); }));
        delete exporting;
    }
    auto back = day.checked(out);
    CHECK(back->result().counts().toSave() == 0);
    CHECK(back->result().counts()[Verdict::Unchanged] == day.customers());
    CHECK(back->result().counts()[Verdict::Faulty] == 0);
    day.settle();
    day.checkExact(day.ann);
    day.checkExact(day.bea);
}
