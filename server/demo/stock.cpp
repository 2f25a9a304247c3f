// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/amounts.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"

#include <map>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 One = 10'000; ///< a piece
constexpr size_t Quarters = 8;
constexpr qint64 QuarterDays = 92;

struct Place {
    Uuid warehouse;
    Uuid location;
};

/// Keeps the books while documents are posted: what is where is the sum of their lines.
class StockMaker
{
public:
    explicit StockMaker(World &world) : m_world(world), m_dice(world.dice()) {}
    void make();

private:
    void addWarehouses();
    void addPurchases();
    /// Products of one supplier with quantities.
    using Wanted = std::vector<std::pair<size_t, qint64>>;
    void addQuarter(size_t quarter);
    void addPurchase(int supplier, const Wanted &wanted, int status, qint64 day);
    void addIssues();
    void addIssue(const Order &order);
    void addOthers();
    void addTransfer(int status);
    void addCount();
    void addBalances();
    Record document(const char *type, int author, qint64 day, int status);
    void line(const Record &document, int author, int position, size_t product, qint64 quantity, const Place &to = {});
    bool isStored(size_t product) const { return m_world.products[product].supplier >= 0; }

    World &m_world;
    Dice &m_dice;
    std::vector<Place> m_places;                         ///< of a product: by number
    std::vector<std::array<qint64, Quarters>> m_wanted;  ///< what orders took, by product and quarter
    std::map<std::pair<size_t, size_t>, qint64> m_stock; ///< (product, place) → quantity
};

void StockMaker::addWarehouses()
{
    static constexpr const char *names[][3] = {{"WH-SZ", "苏州成品仓", "江苏省苏州市吴中区东澜路88号1号库"},
                                               {"WH-SP", "苏州备件仓", "江苏省苏州市吴中区东澜路88号2号库"},
                                               {"WH-GZ", "广州中转仓", "广东省广州市黄埔区开发区大道300号"}};
    const int author = m_world.heads[size_t(Team::Logistics)];
    for (const auto &name : names) {
        Record row = m_world.make(Warehouse::entity, author, World::at(m_world.today() - 2000, 600));
        row.set(Warehouse::code, QString::fromLatin1(name[0]));
        row.set(Warehouse::name, QString::fromUtf8(name[1]));
        row.set(Warehouse::address, QString::fromUtf8(name[2]));
        row.set(Warehouse::keeper, m_world.userId(m_world.someoneOf(Team::Logistics)));
        m_world.add(row, author);
        for (const char aisle : {'A', 'B', 'C', 'D'})
            for (int rack = 1; rack <= 6; ++rack) {
                Record place = m_world.make(StorageLocation::entity, author, World::at(m_world.today() - 2000, 610));
                place.set(StorageLocation::warehouse, row.id());
                place.set(StorageLocation::code, u"%1-%2"_s.arg(QLatin1Char(aisle)).arg(rack, 2, 10, QLatin1Char('0')));
                m_places.push_back({row.id(), place.id()});
                m_world.add(place, author);
            }
    }
    (void)m_world.settle();
}

Record StockMaker::document(const char *type, int author, qint64 day, int status)
{
    Record row = m_world.make(StockDocument::entity, author, m_world.someTime(day));
    row.set(StockDocument::type, item("stock_doc_type", type));
    row.set(StockDocument::date, day);
    row.set(StockDocument::status, qint64(status));
    if (status != StockDocument::Draft)
        row.set(StockDocument::postedAt, std::min(m_world.now(), row.value(system::CreatedAt).number() + 1'800'000));
    return row;
}

void StockMaker::line(const Record &document, int author, int position, size_t product, qint64 quantity,
                      const Place &to)
{
    using L = StockDocumentLine;
    Record row = m_world.make(L::entity, author, document.value(system::CreatedAt).number());
    row.set(L::document, document.id());
    row.set(L::position, qint64(position));
    row.set(L::product, m_world.products[product].id);
    row.set(L::location, m_places[product % m_places.size()].location);
    if (!to.location.isNull())
        row.set(L::toLocation, to.location);
    row.set(L::quantity, quantity);
    row.set(L::unitCost, m_world.products[product].cost);
    m_world.add(row, author);
}

void StockMaker::addPurchase(int supplier, const Wanted &wanted, int status, qint64 day)
{
    using P = PurchaseOrder;
    const int buyer = m_world.suppliers[size_t(supplier)].buyer;
    const bool received = status >= P::PartlyReceived && status <= P::Closed;
    Record order = m_world.make(P::entity, buyer, m_world.someTime(day));
    order.set(P::supplier, m_world.suppliers[size_t(supplier)].id);
    order.set(P::orderedOn, day);
    order.set(P::expectedOn, day + m_dice.between(10, 45));
    order.set(P::buyer, m_world.userId(buyer));
    order.set(P::status, qint64(status));
    if (status == P::Cancelled)
        order.set(P::cancelReason, u"供应商无法按期交货"_s);
    std::vector<Record> lines;
    qint64 total = 0;
    for (const auto &[product, quantity] : wanted) {
        const bool came = received && (status != P::PartlyReceived || lines.empty());
        Record row = m_world.make(PurchaseOrderLine::entity, buyer, order.value(system::CreatedAt).number());
        row.set(PurchaseOrderLine::purchaseOrder, order.id());
        row.set(PurchaseOrderLine::position, qint64(lines.size()) + 1);
        row.set(PurchaseOrderLine::product, m_world.products[product].id);
        row.set(PurchaseOrderLine::quantity, quantity);
        row.set(PurchaseOrderLine::unitPrice, m_world.products[product].cost);
        row.set(PurchaseOrderLine::amount, scaled(m_world.products[product].cost, quantity, 4));
        row.set(PurchaseOrderLine::receivedQuantity, came ? quantity : 0);
        total += row[PurchaseOrderLine::amount];
        lines.push_back(row);
    }
    order.set(P::total, total);
    order.set(P::baseTotal, total);
    m_world.add(order, buyer);
    for (const Record &row : lines)
        m_world.add(row, buyer);
    if (!received)
        return;
    Record receipt = document("purchase_in", buyer, std::min(m_world.today(), day + 5), StockDocument::Posted);
    receipt.set(StockDocument::purchaseOrder, order.id());
    receipt.set(StockDocument::warehouse, m_places[wanted.front().first % m_places.size()].warehouse);
    m_world.add(receipt, buyer);
    for (size_t i = 0; i < lines.size(); ++i)
        if (const qint64 quantity = lines[i][PurchaseOrderLine::receivedQuantity]; quantity > 0) {
            const size_t product = wanted[i].first;
            line(receipt, buyer, int(i) + 1, product, quantity);
            m_stock[{product, product % m_places.size()}] += quantity;
        }
}

/// At the beginning of a quarter what it will need is bought, and somewhat more.
void StockMaker::addQuarter(size_t quarter)
{
    using P = PurchaseOrder;
    std::map<std::pair<int, Uuid>, Wanted> bySupplier;
    for (size_t product = 0; product < m_world.products.size(); ++product) {
        const qint64 needed = m_wanted[product][quarter];
        if (isStored(product) && (needed > 0 || quarter == 0))
            bySupplier[{m_world.products[product].supplier, m_places[product % m_places.size()].warehouse}].push_back(
                {product, needed + m_dice.between(1, quarter == 0 ? 20 : 4) * One});
    }
    const qint64 day = m_world.today() - QuarterDays * qint64(Quarters - quarter);
    for (const auto &[key, wanted] : bySupplier)
        addPurchase(key.first, wanted, m_dice.chance(80) ? P::Closed : P::Received, day - m_dice.between(6, 40));
}

void StockMaker::addPurchases()
{
    using P = PurchaseOrder;
    for (size_t quarter = 0; quarter < Quarters; ++quarter)
        addQuarter(quarter);
    for (int i = 0; i < m_world.few(120); ++i) {
        const size_t product = size_t(m_dice.between(0, qint64(m_world.products.size()) - 3));
        // The next product of the same place, so that one receipt can hold both.
        const size_t second = product + m_places.size();
        if (!isStored(product))
            continue;
        static constexpr int states[] = {P::Draft, P::Approved, P::Ordered, P::PartlyReceived, P::Cancelled};
        const int status = states[m_dice.weighted({20, 20, 35, 15, 10})];
        Wanted wanted{{product, m_dice.between(2, 60) * One}};
        if (second < m_world.products.size() && isStored(second))
            wanted.push_back({second, m_dice.between(2, 60) * One});
        addPurchase(m_world.products[product].supplier, wanted, status, m_world.daysAgo(6, 30));
    }
}

void StockMaker::addIssue(const Order &order)
{
    std::map<Uuid, std::vector<size_t>> byWarehouse;
    for (size_t i = 0; i < order.lines.size(); ++i)
        if ((order.status != SalesOrder::PartlyShipped || i % 2 == 0) && isStored(order.lines[i].product))
            byWarehouse[m_places[order.lines[i].product % m_places.size()].warehouse].push_back(i);
    const int author = m_world.someoneOf(Team::Logistics);
    static const QStringList carriers{u"顺丰速运"_s, u"德邦物流"_s, u"安能物流"_s, u"DHL"_s, u"中远海运"_s};
    for (const auto &[warehouse, lines] : byWarehouse) {
        Record issue = document("sales_out", author, std::min(m_world.today(), order.day + m_dice.between(1, 20)),
                                StockDocument::Posted);
        issue.set(StockDocument::warehouse, warehouse);
        issue.set(StockDocument::salesOrder, order.id);
        issue.set(StockDocument::carrier, m_dice.pick(carriers));
        issue.set(StockDocument::trackingNumber, u"SF"_s + m_dice.digits(12));
        m_world.add(issue, author);
        int position = 0;
        for (const size_t i : lines) {
            const Line &sold = order.lines[i];
            line(issue, author, ++position, sold.product, sold.quantity);
            m_stock[{sold.product, sold.product % m_places.size()}] -= sold.quantity;
        }
    }
}

void StockMaker::addIssues()
{
    for (const Order &order : m_world.orders)
        if (order.status >= SalesOrder::PartlyShipped && order.status <= SalesOrder::Completed)
            addIssue(order);
}

void StockMaker::addTransfer(int status)
{
    const int author = m_world.someoneOf(Team::Logistics);
    const size_t product = size_t(m_dice.between(0, qint64(m_world.products.size()) - 3));
    const size_t from = product % m_places.size();
    const size_t to = (from + m_places.size() / 3) % m_places.size();
    qint64 &stock = m_stock[{product, from}];
    if (!isStored(product) || stock < 2 * One)
        return;
    Record move = document("transfer", author, m_world.daysAgo(1, 200), status);
    move.set(StockDocument::warehouse, m_places[from].warehouse);
    move.set(StockDocument::toWarehouse, m_places[to].warehouse);
    move.set(StockDocument::remark, u"区域补货"_s);
    m_world.add(move, author);
    line(move, author, 1, product, One, m_places[to]);
    if (status == StockDocument::Posted) {
        stock -= One;
        m_stock[{product, to}] += One;
    }
}

/// A count that found what the books say.
void StockMaker::addCount()
{
    const int author = m_world.heads[size_t(Team::Logistics)];
    Record count = document("count", author, m_world.today() - 2, StockDocument::Draft);
    count.set(StockDocument::warehouse, m_places.front().warehouse);
    m_world.add(count, author);
    int position = 0;
    for (size_t product = 0; product < m_world.products.size() && position < 12; ++product)
        if (m_places[product % m_places.size()].warehouse == m_places.front().warehouse && isStored(product))
            line(count, author, ++position, product,
                 std::max<qint64>(0, m_stock[{product, product % m_places.size()}]));
}

void StockMaker::addOthers()
{
    for (int i = 0; i < m_world.few(60); ++i)
        addTransfer(1 + m_dice.weighted({15, 75, 10}));
    addCount();
}

void StockMaker::addBalances()
{
    std::map<size_t, qint64> reserved;
    for (const Order &order : m_world.orders)
        for (size_t i = 0; i < order.lines.size(); ++i)
            if (order.status == SalesOrder::Reviewed || (order.status == SalesOrder::PartlyShipped && i % 2 == 1))
                reserved[order.lines[i].product] += order.lines[i].quantity;
    for (const auto &[key, quantity] : m_stock) {
        const auto &[product, place] = key;
        const qint64 kept =
            place == product % m_places.size() ? std::min(std::max<qint64>(quantity, 0), reserved[product]) : 0;
        Record row = m_world.make(StockBalance::entity, 0, m_world.now());
        row.set(StockBalance::product, m_world.products[product].id);
        row.set(StockBalance::warehouse, m_places[place].warehouse);
        row.set(StockBalance::location, m_places[place].location);
        row.set(StockBalance::quantity, quantity);
        row.set(StockBalance::reserved, kept);
        row.set(StockBalance::available, quantity - kept);
        m_world.add(row, 0);
    }
}

void StockMaker::make()
{
    addWarehouses();
    m_wanted.assign(m_world.products.size(), {});
    for (const Order &order : m_world.orders) {
        const qint64 quarter = (order.day - m_world.today() + QuarterDays * qint64(Quarters)) / QuarterDays;
        if (order.status >= SalesOrder::Reviewed && order.status <= SalesOrder::Completed)
            for (const Line &line : order.lines)
                m_wanted[line.product][size_t(std::clamp<qint64>(quarter, 0, Quarters - 1))] += line.quantity;
    }
    addPurchases();
    addIssues();
    addOthers();
    addBalances();
}

} // namespace

void makeStock(World &world)
{
    world.begin("stock");
    StockMaker(world).make();
}

} // namespace guanxi::demo
