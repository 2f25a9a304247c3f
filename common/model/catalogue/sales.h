// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue/opportunities.h"

namespace guanxi::model {

/// E22: offer to a customer or prospect.
struct Quote {
    static constexpr EntityId entity = ids::Quote;
    static constexpr TextField number{16};
    static constexpr RefField account{17};
    static constexpr RefField contact{18};
    static constexpr RefField opportunity{19};
    static constexpr NumberField quotedOn{20};
    static constexpr NumberField validUntil{21};
    static constexpr NumberField status{22};
    static constexpr NumberField version{23};
    static constexpr TextField currency{24};
    static constexpr NumberField exchangeRate{25};
    static constexpr NumberField subtotal{26};
    static constexpr NumberField discountAmount{27};
    static constexpr NumberField taxAmount{28};
    static constexpr NumberField total{29};
    static constexpr NumberField baseTotal{30};
    static constexpr TextField terms{31};
    static constexpr RefField approvedBy{32};
    static constexpr TextField reviewComment{33};
    static constexpr TextField rejectReason{34};
    static constexpr NumberField sentAt{50};
    static constexpr RefField sentBy{51};

    enum Status { Draft = 1, Pending, Approved, Sent, Accepted, Rejected, Expired };
    enum Step { Submit = 1, Release, Approve, Refuse, Send, Revise, Accept, Reject, Expire };
};

struct QuoteLine {
    static constexpr EntityId entity = ids::QuoteLine;
    static constexpr RefField quote{16};
    static constexpr NumberField position{17};
    static constexpr RefField product{18};
    static constexpr TextField description{19};
    static constexpr NumberField quantity{20};
    static constexpr RefField unit{21};
    static constexpr NumberField unitPrice{22};
    static constexpr NumberField discount{23};
    static constexpr NumberField taxRate{24};
    static constexpr NumberField amount{25};
};

/// A quote as it stood when it was sent, or given up for a next version: never changed any more, whatever becomes of the quote.
struct QuoteVersion {
    static constexpr EntityId entity = ids::QuoteVersion;
    static constexpr RefField quote{16};
    static constexpr NumberField version{17};
    static constexpr NumberField sentAt{18};
    static constexpr RefField sentBy{19};
    static constexpr NumberField quotedOn{20};
    static constexpr NumberField validUntil{21};
    static constexpr TextField currency{22};
    static constexpr NumberField exchangeRate{23};
    static constexpr NumberField subtotal{24};
    static constexpr NumberField discountAmount{25};
    static constexpr NumberField taxAmount{26};
    static constexpr NumberField total{27};
    static constexpr TextField terms{28};
};

/// A line of it. What the product was called then is kept beside it.
struct QuoteVersionLine {
    static constexpr EntityId entity = ids::QuoteVersionLine;
    static constexpr RefField quoteVersion{16};
    static constexpr NumberField position{17};
    static constexpr RefField product{18};
    static constexpr TextField productName{19};
    static constexpr TextField description{20};
    static constexpr NumberField quantity{21};
    static constexpr RefField unit{22};
    static constexpr NumberField unitPrice{23};
    static constexpr NumberField discount{24};
    static constexpr NumberField taxRate{25};
    static constexpr NumberField amount{26};
};

/// E23: sales, service, purchase and framework contracts.
struct Contract {
    static constexpr EntityId entity = ids::Contract;
    static constexpr TextField number{16};
    static constexpr TextField title{17};
    static constexpr RefField type{18};
    static constexpr RefField account{19};
    static constexpr RefField supplier{20};
    static constexpr RefField opportunity{21};
    static constexpr RefField quote{22};
    static constexpr NumberField amount{23};
    static constexpr TextField currency{24};
    static constexpr NumberField exchangeRate{25};
    static constexpr NumberField baseAmount{26};
    static constexpr NumberField signedOn{27};
    static constexpr NumberField startsOn{28};
    static constexpr NumberField endsOn{29};
    static constexpr NumberField renewalNoticeDays{30};
    static constexpr NumberField status{31};
    static constexpr RefField ourSignatory{32};
    static constexpr RefField theirSignatory{33};
    static constexpr TextField serviceScope{34};
    static constexpr RefField sla{35};
    static constexpr TextField reviewComment{36};
    static constexpr TextField terminationReason{37};
    static constexpr RefField renews{60};
    static constexpr NumberField noticeAt{61};

    enum Status { Draft = 1, InApproval, Approved, Signed, Executing, Completed, Archived, Terminated };
    enum Step { Submit = 1, Approve, Refuse, Sign, Start, Finish, Close, Archive, Terminate };
};

/// E24: sales order.
struct SalesOrder {
    static constexpr EntityId entity = ids::SalesOrder;
    static constexpr TextField number{16};
    static constexpr RefField account{17};
    static constexpr RefField contact{18};
    static constexpr NumberField orderDate{19};
    static constexpr RefField salesperson{20};
    static constexpr RefField quote{21};
    static constexpr RefField contract{22};
    static constexpr RefField opportunity{23};
    static constexpr TextField deliveryAddress{24};
    static constexpr NumberField deliverBy{25};
    static constexpr RefField paymentMethod{26};
    static constexpr RefField channel{27};
    static constexpr NumberField status{28};
    static constexpr RefField paymentStatus{29};
    static constexpr TextField currency{30};
    static constexpr NumberField exchangeRate{31};
    static constexpr NumberField subtotal{32};
    static constexpr NumberField discountAmount{33};
    static constexpr NumberField taxAmount{34};
    static constexpr NumberField total{35};
    static constexpr NumberField baseTotal{36};
    static constexpr NumberField costTotal{37};
    static constexpr NumberField margin{38};
    static constexpr RefField reviewedBy{39};
    static constexpr NumberField reviewedAt{40};
    static constexpr TextField remark{41};
    static constexpr TextField reviewComment{42};
    static constexpr TextField cancelReason{43};
    static constexpr NumberField baseMargin{60};

    enum Status { Draft = 1, PendingReview, Reviewed, PartlyShipped, Shipped, Completed, Cancelled };
    enum Step { Submit = 1, Review, SendBack, ShipPart, ShipRest, Complete, Close, Cancel };
};

struct SalesOrderLine {
    static constexpr EntityId entity = ids::SalesOrderLine;
    static constexpr RefField order{16};
    static constexpr NumberField position{17};
    static constexpr RefField product{18};
    static constexpr TextField spec{19};
    static constexpr NumberField quantity{20};
    static constexpr RefField unit{21};
    static constexpr NumberField unitPrice{22};
    static constexpr NumberField discount{23};
    static constexpr NumberField taxRate{24};
    static constexpr NumberField amount{25};
    static constexpr NumberField shippedQuantity{26};
    static constexpr NumberField reservedQuantity{27};
};

/// E25: money received. Never edited: a correction is a further payment that reverses it.
struct Payment {
    static constexpr EntityId entity = ids::Payment;
    static constexpr TextField number{16};
    static constexpr RefField account{17};
    static constexpr RefField order{18};
    static constexpr RefField contract{19};
    static constexpr NumberField receivedOn{20};
    static constexpr NumberField amount{21};
    static constexpr TextField currency{22};
    static constexpr NumberField exchangeRate{23};
    static constexpr NumberField baseAmount{24};
    static constexpr RefField method{25};
    static constexpr TextField bankReference{26};
    static constexpr RefField byUser{27};
    static constexpr RefField reverses{28};
};

/// An instalment that is due.
struct PaymentPlan {
    static constexpr EntityId entity = ids::PaymentPlan;
    static constexpr RefField order{16};
    static constexpr RefField contract{17};
    static constexpr NumberField dueOn{18};
    static constexpr NumberField amount{19};
    static constexpr NumberField settledAmount{20};
    static constexpr RefField status{50};
};

/// An invoice issued for an order.
struct InvoiceRecord {
    static constexpr EntityId entity = ids::InvoiceRecord;
    static constexpr RefField order{16};
    static constexpr TextField number{17};
    static constexpr TextField code{18};
    static constexpr NumberField issuedOn{19};
    static constexpr NumberField amount{20};
    static constexpr NumberField taxAmount{21};
    static constexpr NumberField kind{22};

    enum Kind { Ordinary = 1, SpecialVat, Electronic };
};

/// Declares E17–E26.
void declareSales(Catalogue &catalogue);

} // namespace guanxi::model
