// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/stockmovements.h"

#include "common/model/catalogue.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

bool isOneOf(const Record &document, std::initializer_list<const char *> types)
{
    return std::any_of(types.begin(), types.end(), [&](const char *type) {
        return document[StockDocument::type] == dictionaryItemId(QStringLiteral("stock_doc_type"), QString::fromLatin1(type));
    });
}

} // namespace

bool isCount(const Record &document) { return isOneOf(document, {"count"}); }

QList<Movement> movementsOf(const Record &document, const QList<Record> &lines)
{
    using L = StockDocumentLine;
    const bool transfer = isOneOf(document, {"transfer"});
    const bool leaves = transfer || isOneOf(document, {"sales_out", "return_out", "other_out"});
    QList<Movement> movements;
    for (const Record &line : lines) {
        const qint64 quantity = line[L::quantity];
        movements.append({line.id(), line[L::product], document[StockDocument::warehouse], line[L::location], line[L::batch],
                          leaves ? -quantity : quantity});
        if (transfer)
            movements.append({line.id(), line[L::product], document[StockDocument::toWarehouse], line[L::toLocation],
                              line[L::batch], quantity});
    }
    return movements;
}

} // namespace guanxi::rules
