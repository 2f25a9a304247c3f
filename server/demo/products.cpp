// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/drawings.h"
#include "server/demo/identifiers.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/stock.h"

#include <QCryptographicHash>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr int StartDaysAgo = 6 * 365;

void addSupplierContact(World &world, const Supplier &supplier, const QString &areaCode, const QString &domain)
{
    Dice &dice = world.dice();
    const World::Name name = world.someName();
    Record contact = world.make(Contact::entity, supplier.buyer, world.someTime(world.daysAgo(400, StartDaysAgo)));
    contact.set(Contact::name, name.text);
    contact.set(Contact::side, item("contact_side", "supplier"));
    contact.set(Contact::supplier, supplier.id);
    contact.set(Contact::position, dice.chance(50) ? u"销售经理"_s : u"业务员"_s);
    contact.set(Contact::sex, item("sex", name.female ? "f" : "m"));
    contact.setValue(Contact::isPrimary.id, true);
    contact.set(Contact::phone, landLine(dice, areaCode));
    contact.set(Contact::mobile, mobileNumber(dice));
    contact.set(Contact::email, name.pinyin + u'@' + domain);
    world.add(contact, supplier.buyer);
}

void addSuppliers(World &world)
{
    Dice &dice = world.dice();
    const Words &words = world.words();
    for (int i = 0; i < world.few(60); ++i) {
        const City &city = dice.pick(words.cities);
        const QStringList &head = dice.pick(words.companyHeads);
        const QStringList &trade = dice.pick(words.supplierTrades);
        const int buyer = world.someoneOf(Team::Logistics);
        const QString domain = head[1] + u'-' + trade[1] + u".example"_s;
        Record row = world.make(model::Supplier::entity, buyer, world.someTime(world.daysAgo(400, StartDaysAgo)));
        using S = model::Supplier;
        row.set(S::name, city.name + head[0] + trade[0] + u"有限公司"_s);
        row.set(S::grade, item("stars", QString::number(dice.between(2, 5))));
        row.set(S::buyer, world.userId(buyer));
        row.set(S::contactPhone, landLine(dice, city.areaCode));
        row.set(S::email, u"sales@"_s + domain);
        row.set(S::website, u"https://www."_s + domain);
        row.set(S::address, city.name + u"市"_s + dice.pick(city.districts) + dice.pick(words.streets) +
                                QString::number(dice.between(1, 899)) + u"号"_s);
        row.set(S::bankName, u"中国工商银行"_s + city.name + u"分行"_s);
        row.set(S::bankAccount, bankAccount(dice));
        if (dice.chance(30))
            row.set(S::remark,
                    dice.chance(50) ? u"战略供应商,签有年度框架协议。"_s : u"交期偶有延迟,需提前一周催货。"_s);
        world.add(row, buyer);
        const Supplier supplier{row.id(), row[S::name], buyer};
        world.suppliers.push_back(supplier);
        addSupplierContact(world, supplier, city.areaCode, domain);
    }
}

QHash<QString, Uuid> addCategories(World &world, int author)
{
    QHash<QString, Uuid> categories;
    const QHash<QString, QString> above{{u"执行器"_s, u"自动化"_s},
                                        {u"仪表"_s, u"自动化"_s},
                                        {u"控制系统"_s, u"自动化"_s},
                                        {u"配件"_s, u"配件与服务"_s},
                                        {u"服务"_s, u"配件与服务"_s}};
    const auto add = [&](const QString &name, const Uuid &parent) {
        Record row = world.make(ProductCategory::entity, author, World::at(world.today() - StartDaysAgo, 600));
        row.set(ProductCategory::name, name);
        if (!parent.isNull())
            row.set(ProductCategory::parent, parent);
        world.add(row, author);
        categories.insert(name, row.id());
    };
    for (const QString &group : {u"阀门"_s, u"泵"_s, u"自动化"_s, u"配件与服务"_s})
        add(group, {});
    for (const QStringList &line : world.words().products)
        if (!categories.contains(line[0]))
            add(line[0], categories.value(above.value(line[0], line[0].endsWith(u'阀') ? u"阀门"_s : u"泵"_s)));
    return categories;
}

void addProduct(World &world, const QStringList &line, const QString &size, qint64 price, const Uuid &category,
                int author)
{
    Dice &dice = world.dice();
    using P = model::Product;
    Record row = world.make(P::entity, author, world.someTime(world.daysAgo(300, StartDaysAgo)));
    const bool service = line[0] == u"服务";
    const qint64 cost = price * dice.between(52, 74) / 100 / 10'000 * 10'000;
    const int supplier = int(dice.between(0, qint64(world.suppliers.size()) - 1));
    row.set(P::name, line[1]);
    row.set(P::category, category);
    row.set(P::model, line[2] + (service ? QString() : u"-16C"_s));
    row.set(P::spec, size);
    row.set(P::unit, item("unit", line[6]));
    row.set(P::status,
            item("product_status",
                 QByteArrayList{"active", "paused", "discontinued"}.at(dice.weighted({94, 4, 2})).constData()));
    row.set(P::price, price);
    row.set(P::cost, cost);
    if (!service) {
        row.set(P::barcode,
                u"690"_s + QString::number(10'000'000 + qint64(world.products.size())).rightJustified(10, u'0'));
        row.set(P::supplier, world.suppliers.at(size_t(supplier)).id);
        row.set(P::minStock, dice.between(2, 40) * 10'000);
        row.set(P::gradeBatch, QString::fromUtf8(dice.chance(70) ? "一级" : "优等"));
        row.set(P::productionAddress, u"苏州市吴中区东澜路88号"_s);
        world.fill(row, P::image, productDrawing(QCryptographicHash::hash(line[1].toUtf8(), QCryptographicHash::Sha256), line[1]));
        row.set(P::logisticsInfo, u"木箱包装,防潮,重心向下。"_s);
    }
    world.products.push_back(
        {row.id(), line[1], row[P::model], size, price, cost, row[P::unit], category, service ? -1 : supplier});
    world.productRows.push_back(row);
    world.add(row, author);
}

void addProducts(World &world, int author)
{
    const QHash<QString, Uuid> categories = addCategories(world, author);
    for (const QStringList &line : world.words().products) {
        const QStringList sizes = line[3].split(u',');
        const qint64 least = line[4].toLongLong();
        const qint64 most = line[5].toLongLong();
        for (int i = 0; i < sizes.size(); ++i) {
            const qint64 yuan = sizes.size() < 2 ? least : least + (most - least) * i / (sizes.size() - 1);
            addProduct(world, line, sizes.at(i), yuan * 10'000, categories.value(line[0]), author);
        }
    }
}

void addPrices(World &world, int author)
{
    for (const Product &product : world.products) {
        const auto add = [&](const char *level, qint64 minimum, qint64 percent) {
            Record row = world.make(PriceItem::entity, author, world.someTime(world.today() - 320));
            row.set(PriceItem::product, product.id);
            if (level)
                row.set(PriceItem::customerLevel, item("customer_level", level));
            row.set(PriceItem::minQuantity, minimum * 10'000);
            row.set(PriceItem::price, product.price * percent / 100);
            row.set(PriceItem::validFrom, world.today() - 320);
            row.set(PriceItem::validTo, world.today() + 45);
            world.add(row, author);
        };
        add(nullptr, 10, 97);
        if (world.dice().chance(60))
            add("key", 1, 93);
        if (world.dice().chance(40))
            add("strategic", 1, 88);
    }
}

} // namespace

void makeProducts(World &world)
{
    world.begin("products");
    const int author = world.heads[size_t(Team::Logistics)];
    addSuppliers(world);
    if (!world.settle())
        return;
    addProducts(world, author);
    addPrices(world, author);
}

} // namespace guanxi::demo
