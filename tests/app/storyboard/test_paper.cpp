// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of a print: documents, a list, a large batch.
#include "app/reports/companytemplates.h"
#include "app/reports/documentprintout.h"
#include "app/reports/paper/printpreview.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
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
using model::Quote;
using model::Value;

TEST_CASE("The print preview has its pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/print"_s;
    QDir().mkpath(folder);
    ShellData data;
    Shell shell(data);
    FakeRecords &records = *data.company.records;
    QList<model::RecordRef> quotes;
    for (int made = 0; made < 30; ++made)
        quotes.append(records.add(Quote::entity, {{Quote::number.id, Value(u"QT-202611-%1"_s.arg(made, 5, 10, QLatin1Char('0')))}, {Quote::account.id, Value(data.company.accounts[made % 12].id())},
                                                  {Quote::currency.id, Value(u"CNY"_s)}, {Quote::total.id, Value(qint64(1'234'567'800))}}).ref());
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true}) {
            shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
            shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            const auto shoot = [&](PrintPreview &preview, const QString &name) {
                preview.show();
                REQUIRE(QTest::qWaitFor([&] { return !preview.isBusy(); }));
                QTest::qWait(50);
                CHECK(preview.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s, chinese ? u"zh"_s : u"en"_s)));
            };
            const auto documents = [&](const QList<model::RecordRef> &chosen) {
                return std::make_unique<DocumentPrintout>(records, nullptr, PrintedRecords{Quote::entity, chosen, {}}, templatesFor(records, records.catalogue().at(Quote::entity)));
            };
            PrintPreview one(documents({quotes[0]}));
            shoot(one, u"document"_s);
            PrintPreview many(documents(quotes));
            shoot(many, u"batch"_s);
            PrintPreview sheet(std::make_unique<DocumentPrintout>(records, nullptr, PrintedRecords{Account::entity, {data.company.accounts[1].ref()}, {}}, QList<PaperTemplate>()));
            auto *kind = sheet.findChild<QComboBox *>(u"template"_s);
            kind->setCurrentIndex(1);
            shoot(sheet, u"sheet"_s);
            RecordListView list(records, Account::entity);
            list.resize(1200, 600);
            list.show();
            list.reload();
            REQUIRE(QTest::qWaitFor([&] { return list.model().rowCount() == 12; }));
            list.printShown();
            shoot(*list.findChild<PrintPreview *>(), u"list"_s);
        }
}
