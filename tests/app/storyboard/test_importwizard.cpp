// SPDX-License-Identifier: GPL-3.0-or-later
// A messy table on its way in: which column is what, and what it comes to line by line.
#include "app/tables/tablewriter.h"
#include "app/views/import/importdialog.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/tables/writtenfile.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
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

/// Customers with their contacts, as a colleague keeps them, and a sheet that is for people only.
QString workbook(const FakeRecords &records, const QString &known, const QString &path)
{
    const QString region = records.dictionary(u"region"_s).value(3).label;
    const auto writer = TableWriter::create(TableFormat::Xlsx, path, {});
    const auto heads = [](const QStringList &names) {
        QList<TableSheet::Column> columns;
        for (const QString &name : names)
            columns.append({name, name});
        return columns;
    };
    REQUIRE(writer->begin({{u"客户"_s, u"a"_s, heads({u"客户名称"_s, u"联系电话"_s, u"所属地区"_s})},
                           {u"联系人"_s, u"b"_s, heads({u"姓名"_s, u"客户名称"_s, u"手机号码"_s, u"职务"_s})},
                           {u"填写说明"_s, u"c"_s, heads({u"说明"_s})}}).ok());
    const auto line = [&](int sheet, const QStringList &texts) {
        QList<TableCell> cells;
        for (const QString &text : texts)
            cells.append({CellKind::Text, text});
        REQUIRE(writer->write(sheet, cells).ok());
    };
    for (int firm = 1; firm <= 6; ++firm) {
        line(0, {u"苏州第%1轴承厂"_s.arg(firm), u"0512-6688%1"_s.arg(1000 + firm), region});
        line(1, {u"王%1"_s.arg(firm), u"苏州第%1轴承厂"_s.arg(firm), u"1381234%1"_s.arg(5000 + firm), u"采购经理"_s});
    }
    line(1, {u"李明"_s, known, u"13900001111"_s, u"总工程师"_s});
    line(1, {u"赵海"_s, u"查无此公司"_s, u"13900002222"_s, {}});
    line(2, {u"每家客户一行"_s});
    REQUIRE(writer->end().ok());
    REQUIRE(writer->putInPlace().ok());
    return path;
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
            ImportDialog several(shell.controller, data.company.catalogue.at(Account::entity));
            several.show();
            several.open(workbook(data.records(), data.company.accounts[2][Account::name], QDir(folder).filePath(u"客户和联系人.xlsx"_s)));
            QTest::qWait(150);
            several.sheets().table().setCurrentCell(1, 0);
            const auto shootSeveral = [&](const QString &name) {
                QTest::qWait(150);
                CHECK(several.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            shootSeveral(u"sheets"_s);
            for (QPushButton *button : several.findChildren<QPushButton *>())
                if (button->isDefault())
                    button->click();
            REQUIRE(QTest::qWaitFor([&] { return !several.isBusy(); }));
            several.findChild<QTabWidget *>()->setCurrentIndex(1);
            shootSeveral(u"sheets-check"_s);
        }
}
