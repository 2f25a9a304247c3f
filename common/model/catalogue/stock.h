// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::model {

/// E27: what the company sells.
struct Product {
    static constexpr EntityId entity = ids::Product;
    static constexpr TextField number{16};
    static constexpr TextField name{17};
    static constexpr RefField category{18};
    static constexpr TextField model{19};
    static constexpr TextField gradeBatch{20};
    static constexpr TextField spec{21};
    static constexpr RefField unit{22};
    static constexpr NumberField price{23};
    static constexpr NumberField cost{24};
    static constexpr TextField productionAddress{25};
    static constexpr NumberField productionDate{26};
    static constexpr TextField secondaryProcessing{27};
    static constexpr RefField status{28};
    static constexpr TextField barcode{29};
    static constexpr RefField supplier{30};
    static constexpr NumberField minStock{31};
    static constexpr TextField logisticsInfo{32};
    static constexpr NumberField soldQuantity{33};
    static constexpr NumberField soldAmount{34};
    static constexpr NumberField margin{35};
    static constexpr TextField remark{36};
    static constexpr BytesField image{37};
};

/// Tree of product kinds.
struct ProductCategory {
    static constexpr EntityId entity = ids::ProductCategory;
    static constexpr TextField name{16};
    static constexpr RefField parent{17};
};

/// Price of a product for a customer, a customer level or everybody.
struct PriceItem {
    static constexpr EntityId entity = ids::PriceItem;
    static constexpr RefField product{16};
    static constexpr RefField customerLevel{17};
    static constexpr RefField account{18};
    static constexpr NumberField minQuantity{19};
    static constexpr NumberField price{20};
    static constexpr NumberField validFrom{21};
    static constexpr NumberField validTo{22};
};

/// E28: whom the company buys from.
struct Supplier {
    static constexpr EntityId entity = ids::Supplier;
    static constexpr TextField number{16};
    static constexpr TextField name{17};
    static constexpr TextField country{18};
    static constexpr TextField contactPhone{19};
    static constexpr TextField email{20};
    static constexpr TextField website{21};
    static constexpr TextField address{22};
    static constexpr TextField bankName{23};
    static constexpr TextField bankAccount{24};
    static constexpr RefField grade{25};
    static constexpr RefField buyer{26};
    static constexpr TextField remark{27};
};

/// E29: order to a supplier.
struct PurchaseOrder {
    static constexpr EntityId entity = ids::PurchaseOrder;
    static constexpr TextField number{16};
    static constexpr RefField supplier{17};
    static constexpr NumberField orderedOn{18};
    static constexpr NumberField expectedOn{19};
    static constexpr RefField buyer{20};
    static constexpr NumberField status{21};
    static constexpr TextField currency{22};
    static constexpr NumberField exchangeRate{23};
    static constexpr NumberField total{24};
    static constexpr NumberField baseTotal{25};
    static constexpr RefField salesOrder{26};
    static constexpr TextField cancelReason{27};

    enum Status { Draft = 1, Approved, Ordered, PartlyReceived, Received, Closed, Cancelled };
    enum Step { Approve = 1, Send, ReceivePart, ReceiveRest, Close, Cancel };
};

struct PurchaseOrderLine {
    static constexpr EntityId entity = ids::PurchaseOrderLine;
    static constexpr RefField purchaseOrder{16};
    static constexpr NumberField position{17};
    static constexpr RefField product{18};
    static constexpr NumberField quantity{19};
    static constexpr NumberField unitPrice{20};
    static constexpr NumberField amount{21};
    static constexpr NumberField receivedQuantity{22};
};

/// E30: a place with stock.
struct Warehouse {
    static constexpr EntityId entity = ids::Warehouse;
    static constexpr TextField code{16};
    static constexpr TextField name{17};
    static constexpr TextField address{18};
    static constexpr RefField keeper{19};
    static constexpr NumberField shortage{20};

    /// What becomes of a document that takes out more than there is.
    enum Shortage { Refuse = 1, BackOrder, Allow };
};

struct StorageLocation {
    static constexpr EntityId entity = ids::StorageLocation;
    static constexpr RefField warehouse{16};
    static constexpr TextField code{17};
};

/// E31: the sum of posted lines; the server keeps it.
struct StockBalance {
    static constexpr EntityId entity = ids::StockBalance;
    static constexpr RefField product{16};
    static constexpr RefField warehouse{17};
    static constexpr RefField location{18};
    static constexpr TextField batch{19};
    static constexpr NumberField quantity{20};
    static constexpr NumberField reserved{21};
    static constexpr NumberField available{22};
};

/// E32: receipt, issue, transfer or count.
struct StockDocument {
    static constexpr EntityId entity = ids::StockDocument;
    static constexpr TextField number{16};
    static constexpr RefField type{17};
    static constexpr RefField warehouse{18};
    static constexpr RefField toWarehouse{19};
    static constexpr NumberField date{20};
    static constexpr RefField salesOrder{21};
    static constexpr RefField purchaseOrder{22};
    static constexpr NumberField status{23};
    static constexpr RefField handler{24};
    static constexpr TextField trackingNumber{25};
    static constexpr TextField carrier{26};
    static constexpr TextField remark{27};
    static constexpr NumberField postedAt{28};
    static constexpr RefField reverses{29};

    enum Status { Draft = 1, Posted, Reversed };
    enum Step { Post = 1, Reverse };
};

struct StockDocumentLine {
    static constexpr EntityId entity = ids::StockDocumentLine;
    static constexpr RefField document{16};
    static constexpr NumberField position{17};
    static constexpr RefField product{18};
    static constexpr RefField location{19};
    static constexpr RefField toLocation{20};
    static constexpr TextField batch{21};
    static constexpr NumberField quantity{22};
    static constexpr NumberField unitCost{23};
};

/// Declares E27–E32.
void declareStock(Catalogue &catalogue);

} // namespace guanxi::model
