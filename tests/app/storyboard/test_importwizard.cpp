// SPDX-License-Identifier: GPL-3.0-or-later
// A messy table on its way in: which column is what, and what it comes to line by line.
#include "app/views/import/importdialog.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/tables/writtenfile.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QPushButton>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;

namespace {

QByteArray messyTable(const FakeRecords &records, const QString &known)
{
    const QString region = records.dictionary(u"region"_s).value(3).label;
    const QString industry = records.dictionary(u"industry"_s).value(2).label;
    QString lines = u"客户名称,联系电话,手机号码,所属地区,所属行业,电子邮箱,员工数,备注\r\n"_s;
    lines += u"苏州精密轴承有限公司,0512-66881234,13812345678,%1,%2,sales@szbearing.cn,120,老客户介绍\r\n"_s.arg(region, industry);
    lines += u"%1,021-58886666,13900001111,%2,,,45,\"展会认识，\r\n要报价\"\r\n"_s.arg(known, region);
    lines += u"南京新力泵业,025-84440000,,火星,%1,,,\r\n"_s.arg(industry);
    lines += u"无锡华美电子,0510-85551234,13712345678,%1,,huamei#163.com,300,\r\n"_s.arg(region);
    lines += u"苏州精密轴承有限公司,,,%1,,,,重复的一行\r\n"_s.arg(region);
    for (int line = 1; line <= 12; ++line)
        lines += u"常州第%1机械厂,0519-8660%2,,%3,,,,\r\n"_s.arg(line).arg(1000 + line).arg(region);
    return test::encoded(lines, "gb18030");
}

} // namespace

TEST_CASE("The import wizard has its pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/import"_s;
    QDir().mkpath(folder);
    ShellData data;
    Shell shell(data);
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const test::WrittenFile file(messyTable(data.records(), data.company.accounts[2][Account::name]), u"客户资料2026.csv"_s);
            ImportDialog dialog(shell.controller, data.company.catalogue.at(Account::entity));
            dialog.show();
            const auto shoot = [&](const QString &name) {
                QTest::qWait(150);
                CHECK(dialog.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            shoot(u"empty"_s);
            dialog.open(file.path());
            shoot(u"columns"_s);
            for (QPushButton *button : dialog.findChildren<QPushButton *>())
                if (button->isDefault())
                    button->click();
            REQUIRE(QTest::qWaitFor([&] { return !dialog.isBusy(); }));
            shoot(u"check"_s);
        }
}
