// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/stock.h"

#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/parts.h"

namespace guanxi::model {

using namespace parts;

namespace {

void declareProduct(Catalogue &catalogue)
{
    using P = Product;
    EntityBuilder product(catalogue, P::entity, "product", "Product", "Products");
    product.area(Area::Products).workspace(Workspace::Warehouse, "package").everyone().title({P::name.id, P::spec.id});
    product.relations({ids::PriceItem, ids::StockBalance, ids::SalesOrderLine, ids::PurchaseOrderLine, ids::Ticket,
                       ids::KnowledgeArticle, ids::Document});
    product.numbered("P-{seq:6}");
    product.text(P::number, "number", 32).byDefault(Default::NextNumber).unique().search(Search::Number).listed();
    product.text(P::name, "name", 200).required().search(Search::Name).listed();
    product.reference(P::category, "category", ProductCategory::entity).required().listed();
    product.text(P::model, "model", 64).search(Search::Text).listed();
    product.text(P::spec, "spec", 120).label("Specification").search(Search::Text).listed();
    product.text(P::gradeBatch, "grade_batch", 64).label("Grade or batch");
    product.dictionary(P::status, "status", "product_status").required().byDefaultItem("active").indexed().listed();
    product.text(P::barcode, "barcode", 64).unique().search(Search::Number);
    product.blob(P::image, "image").listed();
    product.dictionary(P::unit, "unit", "unit")
        .required()
        .byDefaultItem("pc")
        .group(Amount)
        .listed()
        .section("Price and stock");
    product.money(P::price, "price").required().atLeast(0).group(Amount).indexed().listed();
    product.money(P::cost, "cost").atLeast(0).group(Amount);
    product.reference(P::supplier, "supplier", Supplier::entity).label("Preferred supplier");
    product.decimal(P::minStock, "min_stock", 4).label("Minimum stock").atLeast(0);
    product.text(P::productionAddress, "production_address", 200).section("Production and logistics");
    product.date(P::productionDate, "production_date");
    product.longText(P::secondaryProcessing, "secondary_processing");
    product.longText(P::logisticsInfo, "logistics_info").label("Logistics");
    product.decimal(P::soldQuantity, "sold_quantity", 4)
        .label("Sold, 12 months")
        .computed(Computed::Server)
        .section("Figures");
    product.money(P::soldAmount, "sold_amount").label("Revenue, 12 months").computed(Computed::Server);
    product.money(P::margin, "margin").label("Margin, 12 months").computed(Computed::Server);
    product.longText(P::remark, "remark").search(Search::Text).section("Remark");
}

void declareProductCategory(Catalogue &catalogue)
{
    using C = ProductCategory;
    EntityBuilder category(catalogue, C::entity, "product_category", "Product category", "Product categories");
    category.area(Area::Products).workspace(Workspace::Warehouse, "view-list-tree").everyone().title({C::name.id});
    category.relations({ids::Product, C::entity});
    category.text(C::name, "name", 64).required().search(Search::Name).listed();
    category.reference(C::parent, "parent", C::entity).label("Parent category").listed();
}

void declarePriceItem(Catalogue &catalogue)
{
    using P = PriceItem;
    EntityBuilder item(catalogue, P::entity, "price_item", "Price", "Price list");
    item.area(Area::Products).workspace(Workspace::Warehouse, "tag").everyone().title({P::product.id});
    item.reference(P::product, "product", Product::entity).required().listed();
    item.dictionary(P::customerLevel, "customer_level", "customer_level").listed();
    item.reference(P::account, "account", ids::Account).listed();
    item.decimal(P::minQuantity, "min_quantity", 4).label("From quantity").atLeast(0).group(Amount).listed();
    item.money(P::price, "price").required().atLeast(0).group(Amount).listed();
    item.date(P::validFrom, "valid_from").group(Period).indexed().listed();
    item.date(P::validTo, "valid_to").group(Period).indexed().listed();
}

void declareSupplier(Catalogue &catalogue)
{
    using S = Supplier;
    EntityBuilder supplier(catalogue, S::entity, "supplier", "Supplier", "Suppliers");
    supplier.area(Area::Stock).workspace(Workspace::Warehouse, "view-bank").everyone().title({S::name.id});
    supplier.relations(
        {ids::PurchaseOrder, ids::Contact, ids::Product, ids::Contract, ids::ContactPoint, ids::Document});
    addNumber(supplier, S::number, "S-{seq:5}");
    supplier.text(S::name, "name", 200).required().search(Search::Name).twins(Twins::Alone).likeness(Likeness::Company).listed();
    supplier.text(S::country, "country", 2).required().byDefault(Value(u"CN"_qs)).listed();
    supplier.dictionary(S::grade, "grade", "stars").listed();
    supplier.reference(S::buyer, "buyer", ids::User).listed();
    supplier.phone(S::contactPhone, "contact_phone")
        .label("Phone")
        .search(Search::Phone)
        .likeness(Likeness::Phone)
        .listed()
        .section("Contact details");
    supplier.email(S::email, "email").search(Search::Text).likeness(Likeness::Key).listed();
    supplier.url(S::website, "website");
    supplier.text(S::address, "address", 255).search(Search::Text).likeness(Likeness::Address);
    supplier.text(S::bankName, "bank_name", 120).label("Bank").group(Item).section("Bank account");
    supplier.text(S::bankAccount, "bank_account", 64).masked().group(Item);
    supplier.longText(S::remark, "remark").search(Search::Text).section("Remark");
}

void declarePurchaseStates(EntityBuilder &order)
{
    using P = PurchaseOrder;
    order.states(P::status,
                 {state(P::Draft, "draft", Tone::Neutral), state(P::Approved, "approved", Tone::Active, true),
                  state(P::Ordered, "ordered", Tone::Active, true),
                  state(P::PartlyReceived, "partly_received", Tone::Active, true),
                  state(P::Received, "received", Tone::Good, true), state(P::Closed, "closed", Tone::Closed, true),
                  state(P::Cancelled, "cancelled", Tone::Closed, true)});
    order.transition(Arrow(P::Approve, "approve", {P::Draft}, P::Approved).approves().guard(guards::HasLines));
    order.transition(Arrow(P::Send, "send", {P::Approved}, P::Ordered));
    order.transition(Arrow(P::ReceivePart, "receive_part", {P::Ordered}, P::PartlyReceived).automatic());
    order.transition(Arrow(P::ReceiveRest, "receive_rest", {P::Ordered, P::PartlyReceived}, P::Received).automatic());
    order.transition(Arrow(P::Close, "close", {P::Received}, P::Closed));
    order.transition(
        Arrow(P::Cancel, "cancel", {P::Draft, P::Approved, P::Ordered}, P::Cancelled).guard(guards::NothingReceived));
}

void declarePurchaseOrder(Catalogue &catalogue)
{
    using P = PurchaseOrder;
    EntityBuilder order(catalogue, P::entity, "purchase_order", "Purchase order", "Purchase orders");
    order.area(Area::Stock).workspace(Workspace::Warehouse, "document-import").owned({P::buyer.id});
    order.title({P::number.id}).relations({ids::StockDocument, ids::Document});
    addNumber(order, P::number, "PO-{yyyy}{MM}-{seq:5}");
    order.reference(P::supplier, "supplier", Supplier::entity).required().listed();
    order.date(P::orderedOn, "ordered_on").label("Order date").required().byDefault(Default::Today).group(Period);
    order.indexed().listed();
    order.date(P::expectedOn, "expected_on").label("Expected").group(Period).indexed().listed();
    order.reference(P::buyer, "buyer", ids::User).required().byDefault(Default::CurrentUser).listed();
    order.state(P::status, "status").group(Status).listed();
    addCurrency(order, P::currency, P::exchangeRate);
    order.money(P::total, "total").computed(Computed::Server).indexed().listed();
    order.money(P::baseTotal, "base_total").label("Total in base currency").computed(Computed::Server);
    order.totals({.lines = PurchaseOrderLine::entity, .total = P::total.id, .baseTotal = P::baseTotal.id, .rate = P::exchangeRate.id,
                  .currency = P::currency.id});
    order.reference(P::salesOrder, "sales_order", ids::SalesOrder).label("Bought for order");
    order.text(P::cancelReason, "cancel_reason", 255).label("Reason of cancellation").group(Status);
    declarePurchaseStates(order);

    using L = PurchaseOrderLine;
    EntityBuilder line(catalogue, L::entity, "purchase_order_line", "Purchase order line", "Purchase order lines");
    line.childOf(P::entity, L::purchaseOrder).area(Area::Stock).title({L::product.id});
    line.reference(L::purchaseOrder, "purchase_order", P::entity).required();
    line.integer(L::position, "position", 1, 100'000).required().merge(MergePolicy::Latest).listed();
    line.reference(L::product, "product", Product::entity).required().group(Item).listed();
    addQuantity(line, L::quantity);
    line.money(L::unitPrice, "unit_price").required().atLeast(0).group(Item).listed();
    line.money(L::amount, "amount").listed();
    line.line({.position = L::position.id, .product = L::product.id, .quantity = L::quantity.id, .price = L::unitPrice.id, .amount = L::amount.id,
               .priceFrom = Product::cost.id});
    line.decimal(L::receivedQuantity, "received_quantity", 4).label("Received").computed(Computed::Server).listed();
}

void declareWarehouse(Catalogue &catalogue)
{
    using W = Warehouse;
    EntityBuilder warehouse(catalogue, W::entity, "warehouse", "Warehouse", "Warehouses");
    warehouse.area(Area::Stock).workspace(Workspace::Warehouse, "go-home").everyone().title({W::name.id});
    warehouse.relations({ids::StorageLocation, ids::StockBalance, ids::StockDocument, ids::Document});
    warehouse.text(W::code, "code", 32).required().unique().search(Search::Number).listed();
    warehouse.text(W::name, "name", 64).required().search(Search::Name).listed();
    warehouse.text(W::address, "address", 255).search(Search::Text).listed();
    warehouse.reference(W::keeper, "keeper", ids::User).listed();
    warehouse.choice(W::shortage, "shortage", {u"refuse"_qs, u"back_order"_qs, u"allow"_qs}).label("When stock runs short");
    warehouse.byDefault(Value(qint64(W::Refuse)));

    using L = StorageLocation;
    EntityBuilder location(catalogue, L::entity, "storage_location", "Storage location", "Storage locations");
    location.childOf(W::entity, L::warehouse).area(Area::Stock).title({L::code.id});
    location.reference(L::warehouse, "warehouse", W::entity).required().listed();
    location.text(L::code, "code", 32).required().search(Search::Number).indexed().listed();
}

void declareStockBalance(Catalogue &catalogue)
{
    using B = StockBalance;
    EntityBuilder balance(catalogue, B::entity, "stock_balance", "Stock", "Stock");
    balance.area(Area::Products).workspace(Workspace::Warehouse, "view-barcode").everyone().serverWritten();
    balance.title({B::product.id});
    balance.reference(B::product, "product", Product::entity).required().system().listed();
    balance.reference(B::warehouse, "warehouse", Warehouse::entity).required().system().listed();
    balance.reference(B::location, "location", StorageLocation::entity).required().system().listed();
    balance.text(B::batch, "batch", 64).search(Search::Number).system().indexed().listed();
    balance.decimal(B::quantity, "quantity", 4).computed(Computed::Server).indexed().listed();
    balance.decimal(B::reserved, "reserved", 4).computed(Computed::Server).listed();
    balance.decimal(B::available, "available", 4).difference(B::quantity, B::reserved).listed();
}

void declareStockDocument(Catalogue &catalogue)
{
    using D = StockDocument;
    EntityBuilder document(catalogue, D::entity, "stock_document", "Stock document", "Stock documents");
    document.area(Area::Stock).workspace(Workspace::Warehouse, "document-multiple");
    document.inherits({D::salesOrder.id, D::purchaseOrder.id}).title({D::number.id});
    document.relations({D::entity, ids::Document});
    addNumber(document, D::number, "ST-{yyyy}{MM}-{seq:5}");
    document.dictionary(D::type, "type", "stock_doc_type").required().indexed().listed();
    document.reference(D::warehouse, "warehouse", Warehouse::entity).required().listed();
    document.reference(D::toWarehouse, "to_warehouse", Warehouse::entity);
    document.date(D::date, "date").required().byDefault(Default::Today).indexed().listed();
    document.state(D::status, "status").group(Status).listed();
    document.reference(D::handler, "handler", ids::User).label("Handled by").system().byDefault(Default::CurrentUser);
    document.listed();
    document.dateTime(D::postedAt, "posted_at").label("Posted").system().group(Status);
    document.reference(D::salesOrder, "sales_order", ids::SalesOrder).listed().section("Origin");
    document.reference(D::purchaseOrder, "purchase_order", PurchaseOrder::entity).listed();
    document.reference(D::reverses, "reverses", D::entity).label("Reverses document").system();
    document.text(D::carrier, "carrier", 64).search(Search::Text).section("Shipment");
    document.text(D::trackingNumber, "tracking_number", 64).search(Search::Number);
    document.longText(D::remark, "remark").search(Search::Text).section("Remark");
    document.states(D::status, {state(D::Draft, "draft", Tone::Neutral), state(D::Posted, "posted", Tone::Good, true),
                                state(D::Reversed, "reversed", Tone::Closed, true)});
    document.transition(Arrow(D::Post, "post", {D::Draft}, D::Posted)
                            .guard(guards::StockAvailable)
                            .setUser(D::handler)
                            .setNow(D::postedAt));
    document.transition(Arrow(D::Reverse, "reverse", {D::Posted}, D::Reversed).guard(guards::StockReversible));
}

void declareStockDocumentLine(Catalogue &catalogue)
{
    using L = StockDocumentLine;
    EntityBuilder line(catalogue, L::entity, "stock_document_line", "Stock document line", "Stock document lines");
    line.childOf(StockDocument::entity, L::document).area(Area::Stock).title({L::product.id});
    line.reference(L::document, "document", StockDocument::entity).required();
    line.integer(L::position, "position", 1, 100'000).required().merge(MergePolicy::Latest).listed();
    line.reference(L::product, "product", Product::entity).required().group(Item).listed();
    line.reference(L::location, "location", StorageLocation::entity).required().group(Handling).listed();
    line.reference(L::toLocation, "to_location", StorageLocation::entity).group(Handling).listed();
    line.text(L::batch, "batch", 64).search(Search::Number).group(Item).listed();
    addQuantity(line, L::quantity, 0); // a count may find nothing
    line.money(L::unitCost, "unit_cost").atLeast(0).group(Item).listed();
}

} // namespace

void declareStock(Catalogue &catalogue)
{
    declareProduct(catalogue);
    declareProductCategory(catalogue);
    declarePriceItem(catalogue);
    declareSupplier(catalogue);
    declarePurchaseOrder(catalogue);
    declareWarehouse(catalogue);
    declareStockBalance(catalogue);
    declareStockDocument(catalogue);
    declareStockDocumentLine(catalogue);
}

} // namespace guanxi::model
