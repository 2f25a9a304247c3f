// SPDX-License-Identifier: GPL-3.0-or-later
#include "printbench.h"

#include "app/reports/companytemplates.h"
#include "app/reports/documentprintout.h"
#include "app/shell/resources.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "loadeddesk.h"

#include <QFileInfo>

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

constexpr int Quotes = 500, Lines = 30, Products = 200;
constexpr double MostSeconds = 30;
constexpr qint64 One = 10'000;

QList<Uuid> fillProducts(CacheRows &rows)
{
    QList<Uuid> made;
    for (int number = 0; number < Products; ++number) {
        Record product = rows.make(Product::entity);
        product.set(Product::name, QStringLiteral("不锈钢卧式离心泵 %1 型").arg(number));
        product.set(Product::model, QStringLiteral("DN%1").arg(50 + number));
        product.set(Product::spec, QStringLiteral("304 不锈钢，%1 kW").arg(number));
        rows.add(product);
        made.append(product.id());
    }
    return made;
}

QList<RecordRef> fillQuotes(CacheRows &rows)
{
    Record company = rows.make(Company::entity);
    company.set(Company::name, QStringLiteral("东澜流体控制股份有限公司"));
    company.set(Company::address, QStringLiteral("江苏省苏州市吴中区东澜路88号"));
    company.set(Company::bankAccount, QStringLiteral("4558 6120 0098 7765"));
    rows.add(company);
    const QList<Uuid> products = fillProducts(rows);
    QList<RecordRef> made;
    for (int number = 0; number < Quotes; ++number) {
        Record customer = rows.make(Account::entity);
        customer.set(Account::name, QStringLiteral("客户%1机械设备有限公司").arg(number));
        rows.add(customer);
        Record quote = rows.make(Quote::entity);
        quote.set(Quote::number, QStringLiteral("QT-202611-%1").arg(number, 5, 10, QLatin1Char('0')));
        quote.set(Quote::account, customer.id());
        quote.set(Quote::currency, QStringLiteral("CNY"));
        quote.set(Quote::total, number * 12'345 * One);
        rows.add(quote);
        for (int at = 0; at < Lines; ++at) {
            Record line = rows.make(QuoteLine::entity);
            line.set(QuoteLine::quote, quote.id());
            line.set(QuoteLine::position, qint64(at + 1));
            line.set(QuoteLine::product, products[(number + at) % Products]);
            line.set(QuoteLine::quantity, (at + 1) * One);
            line.set(QuoteLine::unitPrice, (number + 1) * One);
            line.set(QuoteLine::amount, (at + 1) * (number + 1) * One);
            rows.add(line);
        }
        made.append(quote.ref());
    }
    return made;
}

} // namespace

void runPrintBench(BenchReport &report, const BenchOptions &)
{
    report.begin(QStringLiteral("print"));
    loadResources();
    LoadedDesk desk(1'000);
    desk.records->takeRights(Rights::unlimited(desk.records->me()));
    CacheRows rows(desk);
    const QList<RecordRef> quotes = fillQuotes(rows);
    rows.end();
    DocumentPrintout out(*desk.records, nullptr, {Quote::entity, quotes, {}}, templatesFor(*desk.records, desk.catalogue.at(Quote::entity)));
    out.choose(QStringLiteral("language"), 0);
    const QString path = desk.loaded->folder.filePath(QStringLiteral("quotes.pdf"));
    int pages = 0;
    const Held held = hold([&](QObject *context, auto done) {
        auto *run = new PrintRun(out.source(), PaperDevice::pdf(path, out.title()), {}, context);
        QObject::connect(run, &PrintRun::finished, context, [&pages, run, done](const Result<bool> &whole) {
            need(whole);
            pages = run->pages();
            done(Saved());
        });
        run->start();
    });
    addHeld(report, QStringLiteral("%1 quotes, %2 pages into one PDF").arg(Quotes).arg(pages), held, MostSeconds);
    report.add(QStringLiteral("the file"), double(QFileInfo(path).size()) / 1024, QStringLiteral("KiB"));
}

} // namespace guanxi::bench
