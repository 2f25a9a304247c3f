// SPDX-License-Identifier: GPL-3.0-or-later
#include "stockroom.h"

#include "common/rules/stockmovements.h"

namespace guanxi::test {

using namespace model;

StockRoom::StockRoom(SmallCompany &company) : m_company(company)
{
    product = made(Product::entity);
    product.set(Product::name, QStringLiteral("Valve"));
    Record category = made(ProductCategory::entity);
    category.set(ProductCategory::name, QStringLiteral("Parts"));
    product.set(Product::category, category.id());
    main = made(Warehouse::entity);
    main.set(Warehouse::name, QStringLiteral("Main warehouse"));
    main.set(Warehouse::code, QStringLiteral("M"));
    main.set(Warehouse::shortage, qint64(Warehouse::Refuse));
    branch = made(Warehouse::entity);
    branch.set(Warehouse::name, QStringLiteral("Branch"));
    branch.set(Warehouse::code, QStringLiteral("B"));
    branch.set(Warehouse::shortage, qint64(Warehouse::Refuse));
    shelf = made(StorageLocation::entity);
    shelf.set(StorageLocation::warehouse, main.id());
    shelf.set(StorageLocation::code, QStringLiteral("M-1"));
    rack = made(StorageLocation::entity);
    rack.set(StorageLocation::warehouse, branch.id());
    rack.set(StorageLocation::code, QStringLiteral("B-1"));
    company.server.insertAll({category, product, main, branch, shelf, rack});
}

Record StockRoom::document(const char *type, const Record &warehouse)
{
    Record document = made(StockDocument::entity);
    document.set(StockDocument::type, dictionaryItemId(QStringLiteral("stock_doc_type"), QString::fromLatin1(type)));
    document.set(StockDocument::warehouse, warehouse.id());
    document.set(StockDocument::date, qint64(20'000));
    document.set(StockDocument::status, qint64(StockDocument::Draft));
    return document;
}

Record StockRoom::line(const Record &document, qint64 pieces, int position)
{
    Record line = made(StockDocumentLine::entity);
    line.set(StockDocumentLine::document, document.id());
    line.set(StockDocumentLine::position, qint64(position));
    line.set(StockDocumentLine::product, product.id());
    line.set(StockDocumentLine::location, (document[StockDocument::warehouse] == main.id() ? shelf : rack).id());
    line.set(StockDocumentLine::quantity, pieces * Piece);
    return line;
}

void StockRoom::setPolicy(Warehouse::Shortage policy)
{
    main.set(Warehouse::shortage, qint64(policy));
    m_company.server.update(main);
}

qint64 StockRoom::onHand(const Record &warehouse)
{
    qint64 sum = 0;
    for (const Record &balance : m_company.server.all(StockBalance::entity))
        if (balance[StockBalance::warehouse] == warehouse.id())
            sum += balance[StockBalance::quantity];
    return sum / Piece;
}

qint64 StockRoom::moved(const Record &warehouse)
{
    qint64 sum = 0;
    for (const Record &document : m_company.server.all(StockDocument::entity)) {
        QList<Record> lines = m_company.server.all(StockDocumentLine::entity);
        lines.removeIf([&](const Record &line) { return line[StockDocumentLine::document] != document.id() || line.isDeleted(); });
        for (const rules::Movement &movement : rules::movementsOf(document, lines))
            if (document[StockDocument::status] == StockDocument::Posted && !document.isDeleted() && movement.warehouse == warehouse.id())
                sum += movement.quantity;
    }
    return sum / Piece;
}

} // namespace guanxi::test
