// SPDX-License-Identifier: GPL-3.0-or-later
// Taking records out: of a list, and an open record with what belongs to it.
#include "app/views/export/exportdialog.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/shell/shellfixture.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDir>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;

TEST_CASE("The export dialog has its pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/export"_s;
    QDir().mkpath(folder);
    ShellData data;
    Shell shell(data);
    storage::Query all;
    all.entity = Account::entity;
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const auto shoot = [&](QWidget &dialog, const QString &name) {
                QTest::qWait(150);
                CHECK(dialog.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            ExportDialog list(shell.controller, {Account::entity, {data.company.accounts[0].ref(), data.company.accounts[1].ref()}, all, false, {}});
            list.show();
            shoot(list, u"list"_s);
            ExportDialog record(shell.controller, {Account::entity, {data.company.accounts[0].ref()}, {}, false, {}});
            record.show();
            for (QComboBox *box : record.findChildren<QComboBox *>())
                if (const int comesBack = box->findData(int(ExportFields::Reimport)); comesBack > 0 && box->count() == 2)
                    box->setCurrentIndex(comesBack);
            shoot(record, u"record"_s);
            record.exportTo(u"/proc/客户.xlsx"_s);
            REQUIRE(QTest::qWaitFor([&] { return !record.isBusy(); }));
            shoot(record, u"failed"_s);
        }
}
