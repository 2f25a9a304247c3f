// SPDX-License-Identifier: GPL-3.0-or-later
// The past of a record on paper and in files.
#include "app/widgets/fieldtext.h"
#include "app/widgets/historyview.h"
#include "app/widgets/pastdialog.h"
#include "tests/app/sync/deskcompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QComboBox>
#include <QPushButton>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using storage::test::must;

namespace {

/// Ann's desk with a customer into which Bea wrote two fields in one go.
struct Past : test::DeskCompany {
    Past()
    {
        for (const model::Action action : {model::Action::Print, model::Action::Export})
            server.allow(own, Account::entity, action, model::Reach::Own);
        account = make(ann, u"Baosteel"_s);
        settle();
        clock.advance(3'600'000);
        model::Record changed = must(bea.records().load(account.ref()));
        changed.set(Account::shortName, u"Bao"_s);
        changed.set(Account::remark, u"one\ntwo, \"three\""_s);
        must(bea.records().save(changed));
        settle();
    }

    model::Record now() { return must(ann.records().load(account.ref())); }

    model::Record account;
};

QPushButton *button(QWidget &view, const QString &label)
{
    for (QPushButton *button : view.findChildren<QPushButton *>())
        if (button->text() == label)
            return button;
    return nullptr;
}

/// How many pages it fills.
int pagesOf(const ViewPaper &paper, QPageLayout::Orientation orientation, const Records &records)
{
    const auto pages = app::pagesOf(paper, QPageLayout(QPageSize(QPageSize::A4), orientation, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter), records);
    REQUIRE(pages->proceed(QDeadlineTimer(QDeadlineTimer::Forever)));
    return pages->count();
}

} // namespace

TEST_CASE("the history goes into a file with every line whole: when, who, where, what, before and after")
{
    Past past;
    HistoryView view(past.ann.records(), past.account.ref());
    activate(view);
    view.reload();
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(writeCsv(buffer, view.table()).ok());
    const QStringList lines = QString::fromUtf8(buffer.data()).split(u"\r\n"_s);
    CHECK(lines.first().endsWith(u"When,Who,Computer,What,Before,After"_s));
    const QStringList bea = lines.filter(u",bea,"_s);
    REQUIRE(bea.size() == 2);
    CHECK(bea[0].section(u',', 0, 2) == bea[1].section(u',', 0, 2));
    CHECK(bea[0].section(u',', 0, 0) == QDateTime::fromMSecsSinceEpoch(past.ann.records().history(past.account.ref())->first().at).toString(u"yyyy-MM-dd HH:mm:ss"_s));
    CHECK(bea.filter(u"Short name,,Bao"_s).size() == 1);
    CHECK(QString::fromUtf8(buffer.data()).contains(u"Remark,,\"one\ntwo, \"\"three\"\"\""_s));
    // On paper, as on the screen, a change says only once who made it.
    const TableExtract table = view.table();
    CHECK(table.rows == view.list()->topLevelItemCount());
    CHECK_FALSE(table.shown(0, 1).isEmpty());
    CHECK(table.shown(1, 1).isEmpty());

    auto *fields = view.findChild<QComboBox *>();
    fields->setCurrentIndex(fields->findText(u"Short name"_s));
    CHECK(view.table().rows == 1);
}

TEST_CASE("a long history fills as many pages as it needs, and nothing of a long text is cut off")
{
    Past past;
    HistoryView view(past.ann.records(), past.account.ref());
    activate(view);
    view.reload();
    const auto pages = [&] { return pagesOf(view.paper(), QPageLayout::Landscape, past.ann.records()); };
    CHECK(pages() == 1);
    past.change(past.ann, past.account.ref(), Account::remark.id, QString(QStringList(120, u"a line"_s).join(u'\n')));
    for (int i = 0; i < 60; ++i)
        past.change(past.ann, past.account.ref(), Account::shortName.id, u"name %1"_s.arg(i));
    view.reload();
    CHECK(pages() >= 4);
}

TEST_CASE("two moments beside each other go on paper and into a file as they are shown")
{
    Past past;
    const QList<HistoryEntry> entries = must(past.ann.records().history(past.account.ref()));
    PastDialog dialog(past.ann.records(), past.now(), entries, entries.size() - 1);
    activate(dialog);
    const TableExtract table = dialog.table();
    REQUIRE(table.rows == dialog.list()->topLevelItemCount());
    QStringList differing;
    for (int row = 0; row < table.rows; ++row)
        if (table.bold(row))
            differing.append(table.plain(row, 0));
    CHECK(differing.contains(u"Short name"_s));
    CHECK(differing.contains(u"Remark"_s));
    CHECK_FALSE(differing.contains(u"Name"_s));
    CHECK(pagesOf(dialog.paper(), QPageLayout::Portrait, past.ann.records()) >= 1);
}

TEST_CASE("who may neither print nor export the record does not do so with its past either")
{
    Past past;
    HistoryView mine(past.ann.records(), past.account.ref());
    activate(mine);
    mine.reload();
    CHECK(button(mine, u"Print…"_s)->isEnabled());
    CHECK(button(mine, u"Export as CSV…"_s)->isEnabled());
    HistoryView hers(past.bea.records(), past.account.ref());
    activate(hers);
    hers.reload();
    CHECK_FALSE(button(hers, u"Print…"_s)->isEnabled());
    CHECK_FALSE(button(hers, u"Export as CSV…"_s)->isEnabled());
    PastDialog dialog(past.bea.records(), past.now(), must(past.bea.records().history(past.account.ref())), 0);
    CHECK_FALSE(button(dialog, u"Print…"_s)->isEnabled());
    CHECK_FALSE(button(dialog, u"Export as CSV…"_s)->isEnabled());
}
