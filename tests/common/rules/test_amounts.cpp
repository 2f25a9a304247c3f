// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/amounts.h"
#include "common/rules/pricing.h"
#include "common/rules/validate.h"
#include "tests/common/model/testcatalogue.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <random>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::rules;

namespace {

constexpr qint64 One = 10'000;  // of money and of quantity
constexpr qint64 Cent = 100;
constexpr qint64 Percent = 100;
constexpr qint64 Most = std::numeric_limits<qint64>::max();

using Line = QuoteLine;

Record line(qint64 quantity, qint64 price, qint64 discount = 0, qint64 taxRate = 0)
{
    static int made = 0;
    Record record(wholeCatalogue().at(Line::entity), Uuid::named("line" + QByteArray::number(++made)));
    record.set(Line::quantity, quantity);
    record.set(Line::unitPrice, price);
    record.set(Line::discount, discount);
    record.set(Line::taxRate, taxRate);
    return record;
}

Record quote(qint64 rate = 1'000'000)
{
    Record record(wholeCatalogue().at(Quote::entity), Uuid::named("quote"));
    record.set(Quote::exchangeRate, rate);
    return record;
}

Value sum(const Record &document, const QList<Record> &lines, FieldId wanted)
{
    for (const auto &[field, value] : totalsOf(document, lines))
        if (field == wanted)
            return value;
    FAIL("no such total");
    return {};
}

Record priceItem(qint64 price, qint64 from = 0)
{
    static int made = 0;
    Record record(wholeCatalogue().at(PriceItem::entity), Uuid::named("price" + QByteArray::number(++made)));
    record.set(PriceItem::price, price);
    record.set(PriceItem::minQuantity, from);
    return record;
}

} // namespace

TEST_CASE("A line comes to quantity times price less its discount, in whole hundredths, and its tax is of that", "[amounts]")
{
    CHECK(amountsOf(3 * One, 10 * One, 0, 1300) == LineAmounts{30 * One, 0, 30 * One, 39'000});
    CHECK(amountsOf(1 * One, 100 * One, 15 * Percent, 13 * Percent) == LineAmounts{100 * One, 15 * One, 85 * One, 110'500});
    // 0.335 · 1 is 0.34, as people round; so is the discount by itself.
    CHECK(amountsOf(One, 3'350, 0, 0)->gross == 34 * Cent);
    CHECK(amountsOf(3'333, One, 0, 0)->gross == 33 * Cent);
    CHECK(amountsOf(One, 99 * Cent, 50 * Percent, 0) == LineAmounts{99 * Cent, 50 * Cent, 49 * Cent, 0});
}

TEST_CASE("What is more than can be kept is no amount, and a line that comes to it is refused at its quantity", "[amounts]")
{
    CHECK_FALSE(amountsOf(Most, Most, 0, 0));
    CHECK_FALSE(amountsOf(Most / 2, 3 * One, 0, 0));
    CHECK_FALSE(amountsOf(Most, One, 0, 10'000)->tax == 0);
    const Record good = line(2 * One, One), absurd = line(Most / 2, 9 * One);
    const auto faults = [](const Record &record) {
        QStringList names;
        for (const FieldError &error : checkRecord(record.entity(), record, &record))
            names.append(error.error.args.value(0));
        Record before(record.entity(), record.id());
        for (const FieldError &error : checkRecord(record.entity(), record, &before))
            names.append(error.error.args.value(0));
        return names;
    };
    CHECK_FALSE(faults(good).contains(QStringLiteral("amount_too_large")));
    CHECK(faults(absurd).contains(QStringLiteral("amount_too_large")));
}

TEST_CASE("Totals of a document are the sums of what its lines print, whatever their order", "[amounts]")
{
    std::mt19937 dice(7);
    const auto number = [&](qint64 most) { return qint64(dice() % quint64(most)); };
    for (int round = 0; round < 200; ++round) {
        QList<Record> lines;
        Totals expected;
        for (qint64 count = number(12); count > 0; --count) {
            lines.append(line(1 + number(900'000), number(90'000'000), number(10'001), number(2'000)));
            const LineAmounts amounts = *amountsOf(lines.last());
            CHECK(amounts.gross % Cent + amounts.discount % Cent + amounts.tax % Cent == 0);
            CHECK(amounts.net == amounts.gross - amounts.discount);
            expected.subtotal += amounts.gross;
            expected.discount += amounts.discount;
            expected.tax += amounts.tax;
        }
        expected.total = expected.subtotal - expected.discount + expected.tax;
        Record gone = line(One, One);
        gone.setDeleted(true);
        lines.append(gone);
        std::shuffle(lines.begin(), lines.end(), dice);
        const Record document = quote(7'000'000);
        CHECK(sum(document, lines, Quote::subtotal.id) == Value(expected.subtotal));
        CHECK(sum(document, lines, Quote::discountAmount.id) == Value(expected.discount));
        CHECK(sum(document, lines, Quote::taxAmount.id) == Value(expected.tax));
        CHECK(sum(document, lines, Quote::total.id) == Value(expected.total));
        CHECK(sum(document, lines, Quote::baseTotal.id) == Value(expected.total * 7));
    }
    CHECK(sum(quote(), {line(Most / One, One * One), line(Most / One, One * One)}, Quote::total.id).isNull());
}

TEST_CASE("What follows from other fields is worked out when one of them changes, and empty when one is missing", "[amounts]")
{
    Record deal(wholeCatalogue().at(Opportunity::entity), Uuid::named("deal"));
    deal.set(Opportunity::amount, 1'000 * One);
    deal.set(Opportunity::probability, 35 * Percent);
    deal.set(Opportunity::exchangeRate, qint64(7'123'000));
    computeFields(deal, Record());
    CHECK(deal[Opportunity::weightedAmount] == 24'930'500); // 7,123 · 0.35
    CHECK(deal[Opportunity::baseAmount] == 7'123 * One);
    Record changed = deal;
    changed.set(Opportunity::probability, 50 * Percent);
    changed.set(Opportunity::baseAmount, One);
    computeFields(changed, deal);
    CHECK(changed[Opportunity::weightedAmount] == 5'000); // half of it
    CHECK(changed[Opportunity::baseAmount] == One); // nothing it follows from was touched
    changed.setValue(Opportunity::amount.id, {});
    computeFields(changed, deal);
    CHECK(changed.isNull(Opportunity::weightedAmount));
    Record part = line(2 * One, 5 * One, 10 * Percent);
    computeFields(part, Record());
    CHECK(part[Line::amount] == 9 * One);
}

TEST_CASE("A price agreed with the customer goes before that of his level, that before everybody's, and a greater quantity before a smaller", "[amounts]")
{
    const Uuid ours = Uuid::named("ours"), theirs = Uuid::named("theirs"), gold = Uuid::named("gold");
    QList<Record> items{priceItem(100 * One), priceItem(90 * One, 10 * One), priceItem(80 * One, 100 * One)};
    Record level = priceItem(95 * One);
    level.set(PriceItem::customerLevel, gold);
    Record agreed = priceItem(99 * One);
    agreed.set(PriceItem::account, ours);
    Record foreign = priceItem(1 * One);
    foreign.set(PriceItem::account, theirs);
    Record over = priceItem(2 * One);
    over.set(PriceItem::validTo, qint64(99));
    Record later = priceItem(3 * One);
    later.set(PriceItem::validFrom, qint64(101));
    items += {level, agreed, foreign, over, later};
    const auto price = [&](const Uuid &account, const Uuid &of, qint64 quantity) { return priceOf(items, {account, of, quantity, 100}); };
    CHECK(price({}, {}, One) == 100 * One);
    CHECK(price({}, {}, 10 * One) == 90 * One);
    CHECK(price({}, {}, 1'000 * One) == 80 * One);
    CHECK(price({}, gold, 1'000 * One) == 95 * One);
    CHECK(price(ours, gold, 1'000 * One) == 99 * One);
    CHECK_FALSE(priceOf({foreign, over, later}, {ours, gold, One, 100}));
    CHECK(inCurrency(711 * One, 7'110'000) == 100 * One);
    CHECK(inCurrency(100 * One, 7'000'000) == 142'900);
    CHECK_FALSE(inCurrency(One, 0));
    CHECK_FALSE(inCurrency(Most, 1));
}
