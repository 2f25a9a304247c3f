// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/stockmovements.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::rules;

namespace {

const Uuid Here = Uuid::named("here");
const Uuid There = Uuid::named("there");

Record document(const char *type)
{
    Record record(wholeCatalogue().at(StockDocument::entity), Uuid::named(type));
    record.set(StockDocument::type, dictionaryItemId(QStringLiteral("stock_doc_type"), QString::fromLatin1(type)));
    record.set(StockDocument::warehouse, Here);
    record.set(StockDocument::toWarehouse, There);
    return record;
}

/// What a line of five pieces moves in each of the two warehouses.
std::pair<qint64, qint64> moved(const char *type)
{
    Record line(wholeCatalogue().at(StockDocumentLine::entity), Uuid::named("line"));
    line.set(StockDocumentLine::quantity, qint64(5));
    std::pair<qint64, qint64> sums;
    for (const Movement &movement : movementsOf(document(type), {line}))
        (movement.warehouse == Here ? sums.first : sums.second) += movement.quantity;
    return sums;
}

} // namespace

TEST_CASE("Receipts and what customers return come in, issues and what suppliers get back go out, a transfer does both", "[stock]")
{
    for (const char *type : {"purchase_in", "return_in", "other_in", "count"})
        CHECK(moved(type) == std::pair<qint64, qint64>(5, 0));
    for (const char *type : {"sales_out", "return_out", "other_out"})
        CHECK(moved(type) == std::pair<qint64, qint64>(-5, 0));
    CHECK(moved("transfer") == std::pair<qint64, qint64>(-5, 5));
    CHECK(isCount(document("count")));
    CHECK_FALSE(isCount(document("other_in")));
}
