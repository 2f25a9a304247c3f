// SPDX-License-Identifier: GPL-3.0-or-later
// Every document in both languages, to be looked at: <build>/storyboard/paper.
#include "app/widgets/pdfpages.h"
#include "tests/app/reports/papercompany.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

TEST_CASE("The documents have their pictures", "[.all]")
{
    const QString folder = QStringLiteral(GUANXI_STORYBOARD_DIR) + u"/paper"_s;
    QDir().mkpath(folder);
    PaperCompany company;
    const model::Record quote = company.addQuote(u"QT-202611-00018"_s, 4), longQuote = company.addQuote(u"QT-202611-00019"_s, 60);
    const model::Record order = company.addOrder(u"SO-202609-00077"_s, 5), slip = company.addSlip(order), contract = company.addContract();
    company.addInstalment(order, 40, 500'000'000, 200'000'000);
    company.addInstalment(order, 10, 1'234'567'800, 0);
    const QList<std::pair<model::Record, QString>> prints{{quote, u"quote"_s},           {order, u"order_confirmation"_s}, {order, u"delivery_note"_s},
                                                          {slip, u"stock_slip"_s},       {order, u"payment_reminder"_s},   {contract, u"contract_cover"_s},
                                                          {longQuote, u"quote"_s}};
    for (const QString &language : {u"zh"_s, u"en"_s})
        for (const auto &[record, form] : prints) {
            QFile file(company.pdf(company.pages(record, form, language)));
            REQUIRE(file.open(QIODevice::ReadOnly));
            const auto pages = PdfPages::open(file.readAll());
            REQUIRE(pages);
            for (int page = 0; page < pages->count(); ++page)
                CHECK(pages->page(page, {1000, 1415}).save(u"%1/%2%3-%4-%5.png"_s.arg(folder, record.id() == longQuote.id() ? u"long-"_s : QString(), form, language).arg(page + 1)));
        }
}
