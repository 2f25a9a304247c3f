// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/reports/papercompany.h"

#include "app/shell/resources.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "tests/support/waitfor.h"

#include <catch2/catch_test_macros.hpp>

#include <QRegularExpression>

#include <poppler-qt6.h>

namespace guanxi::tests {

using namespace app;
using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 One = 10'000; // of money and quantity
qint64 day(int year, int month, int date) { return dayOf(QDate(year, month, date)); }

} // namespace

PaperCompany::PaperCompany()
{
    loadResources();
    declareAll(catalogue);
    records = std::make_unique<FakeRecords>(catalogue);
    for (const Record &row : builtInRows(catalogue))
        records->arrive(row);
    company = records->add(Company::entity, {{Company::name.id, Value(u"东澜流体控制股份有限公司"_s)},
                                             {Company::address.id, Value(u"江苏省苏州市吴中区东澜路88号"_s)},
                                             {Company::postcode.id, Value(u"215128"_s)},
                                             {Company::phone.id, Value(u"0512-66880000"_s)},
                                             {Company::email.id, Value(u"info@donglan.example"_s)},
                                             {Company::website.id, Value(u"https://www.donglan.example"_s)},
                                             {Company::taxNumber.id, Value(u"91320506MA1X2Y3Z4K"_s)},
                                             {Company::bankName.id, Value(u"中国银行苏州吴中支行"_s)},
                                             {Company::bankAccount.id, Value(u"4558 6120 0098 7765"_s)},
                                             {Company::footer.id, Value(u"东澜流体控制股份有限公司 · 阀门 泵 控制系统\nDonglan Fluid Control Co., Ltd."_s)}});
    seller = records->add(User::entity, {{User::realName.id, Value(u"孙丽华"_s)}, {User::mobile.id, Value(u"13812345678"_s)}});
    records->setMe(seller.id());
    customer = records->add(Account::entity, {{Account::name.id, Value(u"上海宏远机械设备有限公司"_s)},
                                              {Account::address.id, Value(u"上海市浦东新区世纪大道1088号宏远大厦12层"_s)},
                                              {Account::phone.id, Value(u"021-58881234"_s)},
                                              {Account::email.id, Value(u"office@hongyuan.example"_s)},
                                              {Account::legalRepresentative.id, Value(u"陈宏远"_s)},
                                              {Account::taxNumber.id, Value(u"91310115MA1K3AB12C"_s)},
                                              {Account::bankName.id, Value(u"招商银行上海陆家嘴支行"_s)},
                                              {Account::bankAccount.id, Value(u"1219 0012 3410 888"_s)}});
    person = records->add(Contact::entity, {{Contact::name.id, Value(u"王建国"_s)}, {Contact::account.id, Value(customer.id())}, {Contact::mobile.id, Value(u"13912345678"_s)},
                                            {Contact::email.id, Value(u"wang@hongyuan.example"_s)}});
    for (const QString &name : {u"不锈钢卧式离心泵"_s, u"电动调节阀"_s, u"手动软密封蝶阀"_s, u"变频控制柜"_s, u"安装与调试服务"_s})
        products.append(product(int(products.size()), name));
    pump = products.first();
}

Record PaperCompany::product(int number, const QString &name)
{
    return records->add(Product::entity, {{Product::name.id, Value(name)},
                                          {Product::number.id, Value(u"DL-%1"_s.arg(1001 + number))},
                                          {Product::model.id, Value(u"DN%1-%2"_s.arg(50 + number * 15).arg(u"ABCDE"_s[number % 5]))},
                                          {Product::spec.id, Value(u"304 不锈钢，%1 kW"_s.arg(number * 2 + 3))},
                                          {Product::unit.id, Value(records->item(u"unit"_s, number == 4 ? u"set"_s : u"pc"_s))}});
}

void PaperCompany::addLine(const Record &quote, int position, const QString &description, qint64 quantity, qint64 price)
{
    const qint64 gross = quantity * price / One;
    records->add(QuoteLine::entity, {{QuoteLine::quote.id, Value(quote.id())},
                                     {QuoteLine::position.id, Value(qint64(position))},
                                     {QuoteLine::product.id, Value(products[position % products.size()].id())},
                                     {QuoteLine::description.id, Value(description)},
                                     {QuoteLine::quantity.id, Value(quantity)},
                                     {QuoteLine::unit.id, Value(records->item(u"unit"_s, u"pc"_s))},
                                     {QuoteLine::unitPrice.id, Value(price)},
                                     {QuoteLine::discount.id, Value(qint64(500))},
                                     {QuoteLine::taxRate.id, Value(qint64(1300))},
                                     {QuoteLine::amount.id, Value(gross - gross / 20)}});
}

Record PaperCompany::addQuote(const QString &number, int lines, qint64 price)
{
    qint64 gross = 0;
    for (int line = 0; line < lines; ++line)
        gross += (line % 7 + 1) * price;
    const qint64 discount = gross / 20, tax = (gross - discount) * 13 / 100;
    const Record quote = records->add(Quote::entity, {{Quote::number.id, Value(number)},
                                                      {Quote::account.id, Value(customer.id())},
                                                      {Quote::contact.id, Value(person.id())},
                                                      {Quote::quotedOn.id, Value(day(2026, 11, 20))},
                                                      {Quote::validUntil.id, Value(day(2026, 12, 31))},
                                                      {Quote::status.id, Value(qint64(Quote::Approved))},
                                                      {Quote::currency.id, Value(u"CNY"_s)},
                                                      {Quote::subtotal.id, Value(gross)},
                                                      {Quote::discountAmount.id, Value(discount)},
                                                      {Quote::taxAmount.id, Value(tax)},
                                                      {Quote::total.id, Value(gross - discount + tax)},
                                                      {Quote::terms.id, Value(u"1. 交货期：合同签订并收到预付款后 30 天内。\n2. 付款方式：预付 30%，发货前付 60%，质保金 10% 于验收合格后 12 个月付清。\n3. 质保期：自验收合格之日起 18 个月。"_s)},
                                                      {model::system::Owner, Value(seller.id())}});
    for (int line = 0; line < lines; ++line)
        addLine(quote, line + 1, products[line % products.size()][Product::name], (line % 7 + 1) * One, price);
    return quote;
}

Record PaperCompany::addOrder(const QString &number, int lines)
{
    const qint64 price = 866'000, gross = qint64(lines) * 2 * price, tax = gross * 13 / 100;
    const Record order = records->add(SalesOrder::entity, {{SalesOrder::number.id, Value(number)},
                                                           {SalesOrder::account.id, Value(customer.id())},
                                                           {SalesOrder::contact.id, Value(person.id())},
                                                           {SalesOrder::orderDate.id, Value(day(2026, 9, 2))},
                                                           {SalesOrder::deliverBy.id, Value(day(2026, 10, 15))},
                                                           {SalesOrder::salesperson.id, Value(seller.id())},
                                                           {SalesOrder::deliveryAddress.id, Value(u"上海市松江区九亭镇沪松公路2700号3号库"_s)},
                                                           {SalesOrder::status.id, Value(qint64(SalesOrder::Reviewed))},
                                                           {SalesOrder::currency.id, Value(u"CNY"_s)},
                                                           {SalesOrder::subtotal.id, Value(gross)},
                                                           {SalesOrder::discountAmount.id, Value(qint64(0))},
                                                           {SalesOrder::taxAmount.id, Value(tax)},
                                                           {SalesOrder::total.id, Value(gross + tax)},
                                                           {SalesOrder::remark.id, Value(u"送货前请提前一天与仓库联系。"_s)}});
    for (int line = 0; line < lines; ++line)
        records->add(SalesOrderLine::entity, {{SalesOrderLine::order.id, Value(order.id())},
                                              {SalesOrderLine::position.id, Value(qint64(line + 1))},
                                              {SalesOrderLine::product.id, Value(products[line % products.size()].id())},
                                              {SalesOrderLine::quantity.id, Value(2 * One)},
                                              {SalesOrderLine::unit.id, Value(records->item(u"unit"_s, u"pc"_s))},
                                              {SalesOrderLine::unitPrice.id, Value(price)},
                                              {SalesOrderLine::taxRate.id, Value(qint64(1300))},
                                              {SalesOrderLine::amount.id, Value(2 * price)}});
    return order;
}

void PaperCompany::addInstalment(const Record &order, int daysAgo, qint64 amount, qint64 settled)
{
    records->add(PaymentPlan::entity, {{order.entity().id == Contract::entity ? PaymentPlan::contract.id : PaymentPlan::order.id, Value(order.id())},
                                       {PaymentPlan::dueOn.id, Value(dayOf(QDate::currentDate()) - daysAgo)},
                                       {PaymentPlan::amount.id, Value(amount)},
                                       {PaymentPlan::settledAmount.id, Value(settled)}});
}

Record PaperCompany::addContract()
{
    const Record contract = records->add(Contract::entity, {{Contract::number.id, Value(u"CT-2026-00042"_s)},
                                                            {Contract::title.id, Value(u"离心泵及控制系统供货合同"_s)},
                                                            {Contract::type.id, Value(records->item(u"contract_type"_s, u"sales"_s))},
                                                            {Contract::account.id, Value(customer.id())},
                                                            {Contract::amount.id, Value(1'268'500 * One)},
                                                            {Contract::currency.id, Value(u"CNY"_s)},
                                                            {Contract::signedOn.id, Value(day(2026, 11, 18))},
                                                            {Contract::startsOn.id, Value(day(2026, 12, 1))},
                                                            {Contract::endsOn.id, Value(day(2027, 11, 30))},
                                                            {Contract::serviceScope.id, Value(u"供货、安装指导、调试以及 18 个月质保期内的现场服务。"_s)}});
    addInstalment(contract, -30, 380'550 * One, 0);
    addInstalment(contract, -120, 887'950 * One, 0);
    return contract;
}

Record PaperCompany::addSlip(const Record &order)
{
    const Record warehouse = records->add(Warehouse::entity, {{Warehouse::name.id, Value(u"苏州成品库"_s)}});
    const Record location = records->add(StorageLocation::entity, {{StorageLocation::code.id, Value(u"A-03-12"_s)}, {StorageLocation::warehouse.id, Value(warehouse.id())}});
    const Record slip = records->add(StockDocument::entity, {{StockDocument::number.id, Value(u"ST-202611-00317"_s)},
                                                             {StockDocument::type.id, Value(records->item(u"stock_doc_type"_s, u"sales_out"_s))},
                                                             {StockDocument::warehouse.id, Value(warehouse.id())},
                                                             {StockDocument::date.id, Value(day(2026, 11, 22))},
                                                             {StockDocument::salesOrder.id, Value(order.id())},
                                                             {StockDocument::carrier.id, Value(u"德邦物流"_s)},
                                                             {StockDocument::trackingNumber.id, Value(u"DPK 3345 0098 12"_s)}});
    for (int line = 0; line < 4; ++line)
        records->add(StockDocumentLine::entity, {{StockDocumentLine::document.id, Value(slip.id())},
                                                 {StockDocumentLine::position.id, Value(qint64(line + 1))},
                                                 {StockDocumentLine::product.id, Value(products[line].id())},
                                                 {StockDocumentLine::location.id, Value(location.id())},
                                                 {StockDocumentLine::batch.id, Value(u"B2611-%1"_s.arg(line + 1))},
                                                 {StockDocumentLine::quantity.id, Value((line + 1) * One)}});
    return slip;
}

PaperTemplate PaperCompany::form(const QString &id) const
{
    for (const PaperTemplate &form : PaperTemplate::builtIn())
        if (form.id() == id)
            return form;
    FAIL("no template " << id.toStdString());
    return {};
}

std::shared_ptr<Pages> PaperCompany::pages(const Record &record, const QString &id, const QString &language) { return pages(record, form(id), language); }

std::shared_ptr<Pages> PaperCompany::pages(const Record &record, const PaperTemplate &form, const QString &language, bool *missing)
{
    DocumentMaker maker(*records, form, language, {company, {}}, dayOf(QDate::currentDate()));
    maker.begin(record);
    std::shared_ptr<Pages> made;
    REQUIRE(test::waitFor([&] {
        const Result<PageSource::State> state = maker.step();
        REQUIRE(state);
        if (*state == PageSource::State::Ready)
            made = maker.take();
        return made != nullptr;
    }));
    REQUIRE(made->proceed(QDeadlineTimer(QDeadlineTimer::Forever)));
    if (missing)
        *missing = maker.isTextMissing();
    return made;
}

QString PaperCompany::pdf(std::shared_ptr<Pages> pages)
{
    const QString path = folder.filePath(u"printed.pdf"_s);
    PrintRun run(std::make_unique<OnePiece>(pages), PaperDevice::pdf(path, pages->title()), {});
    bool ended = false;
    QObject::connect(&run, &PrintRun::finished, &run, [&](const Result<bool> &whole) { ended = whole && *whole; });
    run.start();
    REQUIRE(test::waitFor([&] { return ended; }));
    return path;
}

ReadPdf::ReadPdf(const QString &path)
{
    const auto document = Poppler::Document::load(path);
    REQUIRE(document);
    static const QRegularExpression blanks(u"\\s+"_s);
    for (int page = 0; page < document->numPages(); ++page)
        texts.append(document->page(page)->text({}).remove(blanks));
    for (const Poppler::FontInfo &font : document->fonts()) {
        fonts.append(font.name());
        embedded.append(font.isEmbedded());
    }
}

} // namespace guanxi::tests
