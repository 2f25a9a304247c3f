// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/amounts.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/work.h"
#include "common/rules/quotecopies.h"

#include <QCryptographicHash>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargeOrder = qint64(300'000) * 10'000; ///< yuan from which a contract is made

/// One order with all papers around it.
class SaleMaker
{
public:
    SaleMaker(World &world, size_t customer);
    /// The customer's planned order with all that belongs to it.
    void makeOrder(size_t order);
    /// A quote without an order.
    void makeQuote(int status, qint64 day);

private:
    Uuid addQuote(int status, qint64 day);
    /// What the customer got.
    void keepSent(const Record &quote, const QList<Record> &lines);
    Uuid addContract(const Uuid &quote, qint64 day);
    void addPlan(const Uuid &contract);
    void addOrder(const Uuid &quote, const Uuid &contract);
    void fillStatus(Record &row);
    void addLines(const Uuid &order);
    void addPayments(const Uuid &order, const Uuid &contract);
    void addInvoice(const Uuid &order);
    void addScan(const Record &contract);
    int orderStatus();
    qint64 paidShare();
    template <class T> void fillTotals(Record &row) const;

    World &m_world;
    Dice &m_dice;
    const Customer &m_customer;
    size_t m_index;
    int m_seller;
    qint64 m_day = 0;
    Uuid m_deal;
    std::vector<Line> m_lines;
    rules::Totals m_totals;
    int m_status = 0;
    qint64 m_paid = 0; ///< in the order's currency
};

SaleMaker::SaleMaker(World &world, size_t customer)
    : m_world(world), m_dice(world.dice()), m_customer(world.customers[customer]), m_index(customer),
      m_seller(m_customer.manager)
{
}

int SaleMaker::orderStatus()
{
    using O = SalesOrder;
    const qint64 age = m_world.today() - m_day;
    if (m_dice.chance(4))
        return O::Cancelled;
    if (age > 150)
        return m_dice.chance(88) ? O::Completed : O::Shipped;
    if (age > 45)
        return 1 + m_dice.weighted({0, 0, 8, 16, 36, 40});
    return 1 + m_dice.weighted({14, 18, 38, 18, 10, 2});
}

/// Percent of the total that was paid.
qint64 SaleMaker::paidShare()
{
    if (m_status == SalesOrder::Shipped || m_status == SalesOrder::PartlyShipped)
        return m_dice.between(0, 3) * 30;
    return m_status == SalesOrder::Reviewed && m_dice.chance(40) ? 30 : 0;
}

template <class T> void SaleMaker::fillTotals(Record &row) const
{
    row.set(T::currency, codeOf(m_customer.currency));
    row.set(T::exchangeRate, Currencies[m_customer.currency].rate);
    row.set(T::subtotal, m_totals.subtotal);
    row.set(T::discountAmount, m_totals.discount);
    row.set(T::taxAmount, m_totals.tax);
    row.set(T::total, m_totals.total);
    row.set(T::baseTotal, inYuan(m_totals.total, m_customer.currency));
}

Uuid SaleMaker::addQuote(int status, qint64 day)
{
    using Q = Quote;
    Record row = m_world.make(Q::entity, m_seller, m_world.someTime(day));
    row.set(Q::account, m_customer.id);
    row.set(Q::contact, m_customer.contact.id);
    if (!m_deal.isNull())
        row.set(Q::opportunity, m_deal);
    row.set(Q::quotedOn, day);
    row.set(Q::validUntil, status == Q::Expired ? std::min(m_world.today() - 1, day + 30) : day + 60);
    row.set(Q::status, qint64(status));
    row.set(Q::terms, m_customer.currency == 0 ? u"含税含运费,款到70%发货,质保12个月。"_s
                                               : u"EXW Suzhou, 30% down payment, balance before shipment."_s);
    if (status >= Q::Approved && inYuan(m_totals.total, m_customer.currency) > qint64(100'000) * 10'000)
        row.set(Q::approvedBy, m_world.userId(m_world.heads[size_t(Team::Sales)]));
    if (status == Q::Rejected)
        row.set(Q::rejectReason, u"价格超出预算"_s);
    fillTotals<Q>(row);
    row.set(Q::version, qint64(1));
    if (status >= Q::Sent) {
        row.set(Q::sentAt, m_world.someTime(std::min(m_world.today(), day + 1)));
        row.set(Q::sentBy, m_world.userId(m_seller));
    }
    m_world.add(row, m_seller);
    QList<Record> lines;
    qint64 position = 0;
    for (const Line &line : m_lines) {
        const Product &product = m_world.products[line.product];
        Record part = m_world.make(QuoteLine::entity, m_seller, row.value(system::CreatedAt).number());
        part.set(QuoteLine::quote, row.id());
        part.set(QuoteLine::position, ++position);
        part.set(QuoteLine::product, product.id);
        part.set(QuoteLine::description, product.name + u' ' + product.spec);
        part.set(QuoteLine::quantity, line.quantity);
        part.set(QuoteLine::unit, product.unit);
        part.set(QuoteLine::unitPrice, line.price);
        part.set(QuoteLine::discount, line.discount);
        part.set(QuoteLine::taxRate, taxRateOf(m_customer));
        part.set(QuoteLine::amount, amountsOf(line, 0).net);
        m_world.add(part, m_seller);
        lines.append(part);
    }
    if (status >= Q::Sent)
        keepSent(row, lines);
    return row.id();
}

void SaleMaker::keepSent(const Record &quote, const QList<Record> &lines)
{
    const rules::QuoteCopy copy = rules::copyOf(quote, lines, m_world.catalogue(), [this](const Uuid &id) {
        const auto product = std::find_if(m_world.products.begin(), m_world.products.end(), [&](const Product &each) { return each.id == id; });
        return product == m_world.products.end() ? QString() : product->name;
    });
    for (Record row : QList<Record>{copy.version} + copy.lines) {
        const Record stamped = m_world.make(row.entity().id, m_seller, quote[Quote::sentAt]);
        for (const Field &field : row.entity().fields())
            if (field.id < system::FirstOwn)
                row.setValue(field.id, stamped.value(field.id));
        m_world.add(row, m_seller);
    }
}

void SaleMaker::addScan(const Record &contract)
{
    Record scan = m_world.make(Document::entity, m_seller, contract.value(system::CreatedAt).number());
    scan.set(Document::name, contract[Contract::title] + u".pdf"_s);
    scan.set(Document::folder, u"合同扫描件"_s);
    scan.set(Document::kind, qint64(Document::Contract));
    scan.set(Document::blob, QCryptographicHash::hash(scan.id().bytes(), QCryptographicHash::Sha256));
    scan.set(Document::size, m_dice.between(200'000, 4'000'000));
    scan.set(Document::mime, u"application/pdf"_s);
    scan.set(Document::parent, contract.ref());
    m_world.add(scan, m_seller);
}

Uuid SaleMaker::addContract(const Uuid &quote, qint64 day)
{
    using C = Contract;
    Record row = m_world.make(C::entity, m_seller, m_world.someTime(day));
    const int status = m_status == SalesOrder::Completed ? (m_world.today() - m_day > 500 ? C::Archived : C::Completed)
                       : m_status == SalesOrder::Cancelled     ? C::Terminated
                       : m_status <= SalesOrder::PendingReview ? C::Signed
                                                               : C::Executing;
    row.set(C::title, (m_customer.name + m_world.products[m_lines.front().product].name + u"供货合同"_s).left(200));
    row.set(C::account, m_customer.id);
    if (!m_deal.isNull())
        row.set(C::opportunity, m_deal);
    row.set(C::quote, quote);
    row.set(C::amount, m_totals.total);
    row.set(C::currency, codeOf(m_customer.currency));
    row.set(C::exchangeRate, Currencies[m_customer.currency].rate);
    row.set(C::baseAmount, inYuan(m_totals.total, m_customer.currency));
    row.set(C::status, qint64(status));
    row.set(C::signedOn, day);
    row.set(C::startsOn, day);
    row.set(C::endsOn, day + 365);
    row.set(C::renewalNoticeDays, qint64(30));
    row.set(C::ourSignatory, m_world.userId(m_seller));
    row.set(C::theirSignatory, m_customer.contact.id);
    if (status == C::Terminated)
        row.set(C::terminationReason, u"客户项目取消,双方协商终止"_s);
    m_world.add(row, m_seller);
    addScan(row);
    addPlan(row.id());
    return row.id();
}

/// Thirty percent at once, sixty at delivery, the rest after the guarantee; payments settle them in this order.
void SaleMaker::addPlan(const Uuid &contract)
{
    qint64 left = m_totals.total;
    qint64 paid = m_paid;
    for (int part = 0; part < 3; ++part) {
        const qint64 amount = part == 2 ? left : scaled(m_totals.total, part == 0 ? 30 : 60, 2);
        left -= amount;
        Record row = m_world.make(PaymentPlan::entity, m_seller, m_world.someTime(m_day));
        row.set(PaymentPlan::contract, contract);
        row.set(PaymentPlan::dueOn, m_day + (part == 0 ? 10 : part == 1 ? 60 : 365));
        row.set(PaymentPlan::amount, amount);
        row.set(PaymentPlan::settledAmount, std::min(amount, paid));
        paid -= std::min(amount, paid);
        m_world.add(row, m_seller);
    }
}

void SaleMaker::fillStatus(Record &row)
{
    using O = SalesOrder;
    row.set(O::status, qint64(m_status));
    if (m_status >= O::Reviewed && m_status <= O::Completed) {
        row.set(O::reviewedBy, m_world.userId(m_world.heads[size_t(Team::Office)]));
        row.set(O::reviewedAt, std::min(m_world.now(), row.value(system::CreatedAt).number() + 4 * 3'600'000));
    }
    if (m_status == O::Cancelled)
        row.set(O::cancelReason, m_dice.chance(50) ? u"客户取消采购计划"_s : u"型号选错,重新下单"_s);
    const bool overdue = m_status == O::Shipped && m_world.today() - m_day > 90;
    row.set(O::paymentStatus, item("payment_status", m_paid >= m_totals.total ? "paid"
                                                     : overdue                ? "overdue"
                                                     : m_paid > 0             ? "partial"
                                                                              : "unpaid"));
}

void SaleMaker::addOrder(const Uuid &quote, const Uuid &contract)
{
    using O = SalesOrder;
    static constexpr const char *methods[] = {"transfer", "acceptance", "cheque", "wechat"};
    Record row = m_world.make(O::entity, m_seller, m_world.someTime(m_day));
    row.set(O::account, m_customer.id);
    row.set(O::contact, m_customer.contact.id);
    row.set(O::orderDate, m_day);
    row.set(O::channel, item("channel", m_customer.currency == 0 ? "face" : "email"));
    row.set(O::deliveryAddress, m_customer.address);
    row.set(O::deliverBy, m_day + m_dice.between(10, 60));
    row.set(O::paymentMethod, item("payment_method", methods[m_dice.weighted({72, 18, 5, 5})]));
    if (!quote.isNull())
        row.set(O::quote, quote);
    if (!contract.isNull())
        row.set(O::contract, contract);
    if (!m_deal.isNull())
        row.set(O::opportunity, m_deal);
    fillTotals<O>(row);
    qint64 cost = 0;
    for (const Line &line : m_lines)
        cost += scaled(m_world.products[line.product].cost, line.quantity, 4);
    row.set(O::costTotal, cost);
    row.set(O::margin, inYuan(m_totals.subtotal - m_totals.discount, m_customer.currency) - cost);
    fillStatus(row);
    if (m_dice.chance(15))
        row.set(O::remark, m_world.note(m_customer));
    m_world.add(row, m_seller);
    m_world.orders.push_back({row.id(), contract, m_index, m_status, m_day, m_lines, {}});
    addLines(row.id());
    addPayments(row.id(), contract);
    if (m_status >= SalesOrder::Shipped && m_status <= SalesOrder::Completed && m_customer.currency == 0)
        addInvoice(row.id());
}

void SaleMaker::addLines(const Uuid &order)
{
    using L = SalesOrderLine;
    qint64 position = 0;
    for (const Line &line : m_lines) {
        const Product &product = m_world.products[line.product];
        Record row = m_world.make(L::entity, m_seller, m_world.someTime(m_day));
        // Stock documents are made from this: half of the lines of a partly shipped order have left.
        const bool shipped = m_status == SalesOrder::Shipped || m_status == SalesOrder::Completed ||
                             (m_status == SalesOrder::PartlyShipped && position % 2 == 0);
        const bool reserved = m_status == SalesOrder::Reviewed || (m_status == SalesOrder::PartlyShipped && !shipped);
        row.set(L::order, order);
        row.set(L::position, ++position);
        row.set(L::product, product.id);
        row.set(L::spec, product.spec);
        row.set(L::quantity, line.quantity);
        row.set(L::unit, product.unit);
        row.set(L::unitPrice, line.price);
        row.set(L::discount, line.discount);
        row.set(L::taxRate, taxRateOf(m_customer));
        row.set(L::amount, amountsOf(line, 0).net);
        row.set(L::shippedQuantity, shipped ? line.quantity : 0);
        row.set(L::reservedQuantity, reserved ? line.quantity : 0);
        m_world.orders.back().lineIds.push_back(row.id());
        m_world.add(row, m_seller);
    }
}

void SaleMaker::addPayments(const Uuid &order, const Uuid &contract)
{
    using P = Payment;
    qint64 left = m_paid;
    qint64 day = std::min(m_world.today(), m_day + m_dice.between(0, 12));
    while (left > 0) {
        qint64 amount = m_dice.chance(45) ? scaled(m_totals.total, 30, 2) : left;
        // The last day comes before the rest of the money would.
        if (amount > left || day >= m_world.today() - 30)
            amount = left;
        Record row = m_world.make(P::entity, m_seller, m_world.someTime(day));
        row.set(P::account, m_customer.id);
        row.set(P::order, order);
        if (!contract.isNull())
            row.set(P::contract, contract);
        row.set(P::receivedOn, day);
        row.set(P::amount, amount);
        row.set(P::currency, codeOf(m_customer.currency));
        row.set(P::exchangeRate, Currencies[m_customer.currency].rate);
        row.set(P::baseAmount, inYuan(amount, m_customer.currency));
        row.set(P::method, item("payment_method", m_dice.chance(80) ? "transfer" : "acceptance"));
        row.set(P::bankReference, m_dice.digits(16));
        m_world.add(row, m_seller);
        left -= amount;
        day = std::min(m_world.today(), day + m_dice.between(15, 60));
    }
}

void SaleMaker::addInvoice(const Uuid &order)
{
    using I = InvoiceRecord;
    const qint64 day = std::min(m_world.today(), m_day + m_dice.between(5, 40));
    Record row = m_world.make(I::entity, m_seller, m_world.someTime(day));
    row.set(I::order, order);
    row.set(I::number, m_dice.digits(8));
    row.set(I::code, u"0320026"_s + m_dice.digits(5));
    row.set(I::issuedOn, day);
    row.set(I::amount, m_totals.total);
    row.set(I::taxAmount, m_totals.tax);
    row.set(I::kind, qint64(m_dice.chance(70) ? I::SpecialVat : I::Electronic));
    m_world.add(row, m_seller);
}

void SaleMaker::makeOrder(size_t order)
{
    const int deal = m_customer.orderDeals[order];
    m_day = m_customer.orderDays[order];
    if (deal >= 0)
        m_deal = m_world.deals[size_t(deal)].id;
    m_lines = deal >= 0 ? m_world.deals[size_t(deal)].lines : someLines(m_world, m_customer);
    m_totals = totalsOf(m_lines, taxRateOf(m_customer));
    m_status = orderStatus();
    m_paid = m_status == SalesOrder::Completed ? m_totals.total : scaled(m_totals.total, paidShare(), 2);
    const bool large = inYuan(m_totals.total, m_customer.currency) > LargeOrder;
    Uuid quote;
    if (!m_deal.isNull() || large || m_dice.chance(40))
        quote = addQuote(Quote::Accepted, m_day - m_dice.between(3, 18));
    Uuid contract;
    if (large && m_status != SalesOrder::Draft)
        contract = addContract(quote, m_day - m_dice.between(0, 2));
    addOrder(quote, contract);
}

void SaleMaker::makeQuote(int status, qint64 day)
{
    m_lines = someLines(m_world, m_customer);
    m_totals = totalsOf(m_lines, taxRateOf(m_customer));
    addQuote(status, day);
}

void addOrders(World &world)
{
    struct Planned {
        qint64 day;
        size_t customer, order;
        auto operator<=>(const Planned &) const = default;
    };
    std::vector<Planned> planned;
    for (size_t customer = 0; customer < world.customers.size(); ++customer)
        for (size_t order = 0; order < world.customers[customer].orderDays.size(); ++order)
            planned.push_back({world.customers[customer].orderDays[order], customer, order});
    std::sort(planned.begin(), planned.end());
    for (const Planned &order : planned)
        SaleMaker(world, order.customer).makeOrder(order.order);
}

/// Quotes that did not become orders, in all the other states.
void addOpenQuotes(World &world)
{
    using Q = Quote;
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(450); ++i) {
        const size_t customer = size_t(dice.between(0, qint64(world.customers.size()) - 1));
        const int status = 1 + dice.weighted({18, 12, 12, 25, 0, 16, 17});
        SaleMaker(world, customer)
            .makeQuote(status, status >= Q::Rejected ? world.daysAgo(70, 700) : world.daysAgo(0, 40));
    }
}

} // namespace

void makeSales(World &world)
{
    world.begin("sales");
    addOrders(world);
    addOpenQuotes(world);
    makeOtherContracts(world);
    noteProductSales(world);
}

} // namespace guanxi::demo
