// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/sales.h"

#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/parts.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::model {

using namespace parts;

namespace {

void declareQuoteStates(EntityBuilder &quote)
{
    using Q = Quote;
    quote.states(Q::status,
                 {state(Q::Draft, "draft", Tone::Neutral),
                  state(Q::Pending, "pending", Tone::Waiting, true, "Pending approval"),
                  state(Q::Approved, "approved", Tone::Active, true), state(Q::Sent, "sent", Tone::Active, true),
                  state(Q::Accepted, "accepted", Tone::Good, true), state(Q::Rejected, "rejected", Tone::Bad, true),
                  state(Q::Expired, "expired", Tone::Closed, true)});
    quote.transition(Arrow(Q::Submit, "submit", {Q::Draft}, Q::Pending).guard(guards::OverApproverLimit));
    quote.transition(Arrow(Q::Release, "release", {Q::Draft}, Q::Approved).guard(guards::WithinApproverLimit));
    quote.transition(Arrow(Q::Approve, "approve", {Q::Pending}, Q::Approved).approves().guard(guards::ApproverHasLimit).setUser(Q::approvedBy));
    quote.transition(Arrow(Q::Refuse, "refuse", {Q::Pending}, Q::Draft).approves().needs(Q::reviewComment));
    quote.transition(Arrow(Q::Send, "send", {Q::Approved}, Q::Sent).setNow(Q::sentAt).setUser(Q::sentBy));
    quote.transition(Arrow(Q::Revise, "revise", {Q::Approved, Q::Sent}, Q::Draft).increment(Q::version));
    quote.transition(Arrow(Q::Accept, "accept", {Q::Sent}, Q::Accepted).label("Customer accepts"));
    quote.transition(
        Arrow(Q::Reject, "reject", {Q::Sent}, Q::Rejected).label("Customer refuses").needs(Q::rejectReason));
    quote.transition(Arrow(Q::Expire, "expire", {Q::Sent}, Q::Expired).automatic());
}

void declareQuote(Catalogue &catalogue)
{
    using Q = Quote;
    EntityBuilder quote(catalogue, Q::entity, "quote", "Quote", "Quotes");
    quote.area(Area::Sales).workspace(Workspace::Sales, "view-financial-list").owned().title({Q::number.id});
    quote.relations({ids::SalesOrder, ids::Contract, ids::Document});
    addNumber(quote, Q::number, "QT-{yyyy}{MM}-{seq:5}");
    quote.reference(Q::account, "account", ids::Account).listed();
    quote.reference(Q::contact, "contact", ids::Contact).within(Q::account);
    quote.reference(Q::opportunity, "opportunity", ids::Opportunity).listed();
    quote.date(Q::quotedOn, "quoted_on").label("Quote date").required().byDefault(Default::Today).group(Period);
    quote.indexed().listed();
    quote.date(Q::validUntil, "valid_until").required().group(Period).indexed().listed();
    quote.state(Q::status, "status").group(Status).listed();
    quote.integer(Q::version, "version", 1, 10'000).system().byDefault(Value(1));
    addCurrency(quote, Q::currency, Q::exchangeRate, "Amounts");
    addTotals(quote, {QuoteLine::entity, Q::subtotal.id, Q::discountAmount.id, Q::taxAmount.id, Q::total.id, Q::baseTotal.id, Q::exchangeRate.id, Q::currency.id});
    quote.longText(Q::terms, "terms").search(Search::Text).section("Terms");
    quote.reference(Q::approvedBy, "approved_by", ids::User).system().group(Status).section("Approval");
    quote.text(Q::reviewComment, "review_comment", 255).group(Status);
    quote.text(Q::rejectReason, "reject_reason", 255).label("Reason of refusal").group(Status);
    quote.dateTime(Q::sentAt, "sent_at").label("Last sent").system().group(Status);
    quote.reference(Q::sentBy, "sent_by", ids::User).label("Sent by").system().group(Status);
    declareQuoteStates(quote);

    using L = QuoteLine;
    EntityBuilder line(catalogue, L::entity, "quote_line", "Quote line", "Quote lines");
    line.childOf(Q::entity, L::quote).area(Area::Sales).title({L::description.id});
    line.reference(L::quote, "quote", Q::entity).required();
    line.integer(L::position, "position", 1, 100'000).required().merge(MergePolicy::Latest).listed();
    line.reference(L::product, "product", ids::Product).group(Item).listed();
    line.text(L::description, "description", 255).search(Search::Text).group(Item).listed();
    addQuantity(line, L::quantity);
    line.dictionary(L::unit, "unit", "unit").required().byDefaultItem("pc").group(Item).listed();
    addPrice(line, L::unitPrice, L::discount);
    line.percent(L::taxRate, "tax_rate").byDefault(Value(1300)).listed();
    line.money(L::amount, "amount").listed();
    line.line({.position = L::position.id, .product = L::product.id, .quantity = L::quantity.id, .price = L::unitPrice.id, .discount = L::discount.id,
               .taxRate = L::taxRate.id, .amount = L::amount.id, .priceFrom = Product::price.id, .isSold = true,
               .taken = {{L::description.id, 0}, {L::unit.id, Product::unit.id}}});
}

void declareQuoteVersion(Catalogue &catalogue)
{
    using V = QuoteVersion;
    EntityBuilder version(catalogue, V::entity, "quote_version", "Quote version", "Quote versions");
    version.childOf(Quote::entity, V::quote).area(Area::Sales).title({V::quote.id, V::version.id}).appendOnly().serverWritten();
    version.relations({ids::QuoteVersionLine});
    version.reference(V::quote, "quote", Quote::entity).required().listed();
    version.integer(V::version, "version", 1, 10'000).required().listed();
    version.dateTime(V::sentAt, "sent_at").label("Sent").system().indexed().listed();
    version.reference(V::sentBy, "sent_by", ids::User).label("Sent by").system().listed();
    version.date(V::quotedOn, "quoted_on").label("Quote date").system();
    version.date(V::validUntil, "valid_until").system();
    version.text(V::currency, "currency", 3).system().section("Amounts");
    version.decimal(V::exchangeRate, "exchange_rate", 6).system();
    for (const auto &[field, name] : {std::pair(V::subtotal, "subtotal"), std::pair(V::discountAmount, "discount_amount"), std::pair(V::taxAmount, "tax_amount")})
        version.money(field, name).system();
    version.money(V::total, "total").system().listed();
    version.longText(V::terms, "terms").system().section("Terms");

    using L = QuoteVersionLine;
    EntityBuilder line(catalogue, L::entity, "quote_version_line", "Line of a quote version", "Lines of quote versions");
    line.childOf(V::entity, L::quoteVersion).area(Area::Sales).title({L::productName.id, L::description.id}).appendOnly().serverWritten();
    line.reference(L::quoteVersion, "quote_version", V::entity).required();
    line.integer(L::position, "position", 1, 100'000).required().listed();
    line.reference(L::product, "product", ids::Product).system();
    line.text(L::productName, "product_name", 255).system().listed();
    line.text(L::description, "description", 255).system().listed();
    line.decimal(L::quantity, "quantity", 4).system().listed();
    line.dictionary(L::unit, "unit", "unit").system().listed();
    line.money(L::unitPrice, "unit_price").system().listed();
    line.percent(L::discount, "discount").system().listed();
    line.percent(L::taxRate, "tax_rate").system().listed();
    line.money(L::amount, "amount").system().listed();
}

void declareContractStates(EntityBuilder &contract)
{
    using C = Contract;
    contract.states(C::status,
                    {state(C::Draft, "draft", Tone::Neutral), state(C::InApproval, "in_approval", Tone::Waiting, true),
                     state(C::Approved, "approved", Tone::Active), state(C::Signed, "signed", Tone::Active),
                     state(C::Executing, "executing", Tone::Active), state(C::Completed, "completed", Tone::Good),
                     state(C::Archived, "archived", Tone::Closed, true),
                     state(C::Terminated, "terminated", Tone::Bad, true)});
    contract.transition(Arrow(C::Submit, "submit", {C::Draft}, C::InApproval));
    contract.transition(Arrow(C::Approve, "approve", {C::InApproval}, C::Approved).approves());
    contract.transition(Arrow(C::Refuse, "refuse", {C::InApproval}, C::Draft).approves().needs(C::reviewComment));
    contract.transition(
        Arrow(C::Sign, "sign", {C::Approved}, C::Signed).needs(C::signedOn).guard(guards::ContractSignable));
    contract.transition(Arrow(C::Start, "start", {C::Signed}, C::Executing).guard(guards::HasPaymentPlan));
    contract.transition(Arrow(C::Finish, "finish", {C::Executing}, C::Completed).guard(guards::InstalmentsSettled));
    contract.transition(Arrow(C::Close, "close", {C::Executing}, C::Completed).label("Close unsettled").approves());
    contract.transition(Arrow(C::Archive, "archive", {C::Completed}, C::Archived));
    contract.transition(
        Arrow(C::Terminate, "terminate", {C::Signed, C::Executing}, C::Terminated).needs(C::terminationReason));
}

void declareContract(Catalogue &catalogue)
{
    using C = Contract;
    EntityBuilder contract(catalogue, C::entity, "contract", "Contract", "Contracts");
    contract.area(Area::Sales).workspace(Workspace::Sales, "document-edit-sign").owned({C::ourSignatory.id});
    contract.title({C::title.id})
        .relations({ids::SalesOrder, ids::PaymentPlan, ids::Payment, ids::Project, ids::Ticket, ids::Document});
    addNumber(contract, C::number, "CT-{yyyy}-{seq:5}");
    contract.text(C::title, "title", 200).required().search(Search::Name).listed();
    contract.dictionary(C::type, "type", "contract_type").required().byDefaultItem("sales").listed();
    contract.reference(C::account, "account", ids::Account).listed();
    contract.reference(C::supplier, "supplier", ids::Supplier);
    contract.reference(C::opportunity, "opportunity", ids::Opportunity);
    contract.reference(C::quote, "quote", Quote::entity);
    contract.money(C::amount, "amount").required().atLeast(0).group(Amount).indexed().listed();
    addCurrency(contract, C::currency, C::exchangeRate);
    addBaseAmount(contract, C::baseAmount, C::amount, C::exchangeRate);
    contract.state(C::status, "status").group(Status).listed();
    contract.date(C::signedOn, "signed_on").label("Signed on").group(Status).indexed().listed().section("Term");
    contract.date(C::startsOn, "starts_on").group(Period);
    contract.date(C::endsOn, "ends_on").group(Period).indexed().listed();
    contract.integer(C::renewalNoticeDays, "renewal_notice_days", 0, 3650).label("Renewal notice, days");
    contract.dateTime(C::noticeAt, "notice_at").label("Remind of renewal").indexed();
    contract.reference(C::ourSignatory, "our_signatory", ids::User).section("Signatories");
    contract.reference(C::theirSignatory, "their_signatory", ids::Contact);
    contract.longText(C::serviceScope, "service_scope").search(Search::Text).section("Service");
    contract.reference(C::sla, "sla", ids::SlaPolicy).label("Service level");
    contract.reference(C::renews, "renews", C::entity).label("Renewal of");
    contract.text(C::reviewComment, "review_comment", 255).group(Status).section("Approval");
    contract.text(C::terminationReason, "termination_reason", 255).group(Status);
    declareContractStates(contract);
}

void declareOrderStates(EntityBuilder &order)
{
    using O = SalesOrder;
    order.states(O::status,
                 {state(O::Draft, "draft", Tone::Neutral),
                  state(O::PendingReview, "pending_review", Tone::Waiting, true, "To be reviewed"),
                  state(O::Reviewed, "reviewed", Tone::Active, true),
                  state(O::PartlyShipped, "partly_shipped", Tone::Active, true),
                  state(O::Shipped, "shipped", Tone::Active, true), state(O::Completed, "completed", Tone::Good, true),
                  state(O::Cancelled, "cancelled", Tone::Closed, true)});
    order.transition(Arrow(O::Submit, "submit", {O::Draft}, O::PendingReview).guard(guards::HasLines).guard(guards::CreditAllows));
    order.transition(Arrow(O::Review, "review", {O::PendingReview}, O::Reviewed)
                         .approves()
                         .guard(guards::ReviewerNotCreator)
                         .guard(guards::CreditAllows)
                         .setUser(O::reviewedBy)
                         .setNow(O::reviewedAt));
    order.transition(Arrow(O::SendBack, "send_back", {O::PendingReview}, O::Draft).approves().needs(O::reviewComment));
    order.transition(Arrow(O::ShipPart, "ship_part", {O::Reviewed}, O::PartlyShipped).automatic());
    order.transition(Arrow(O::ShipRest, "ship_rest", {O::Reviewed, O::PartlyShipped}, O::Shipped).automatic());
    order.transition(Arrow(O::Complete, "complete", {O::Shipped}, O::Completed).guard(guards::PaidInFull));
    order.transition(Arrow(O::Close, "close", {O::Shipped}, O::Completed).label("Close unpaid").approves());
    order.transition(
        Arrow(O::Cancel, "cancel", {O::Draft, O::PendingReview, O::Reviewed}, O::Cancelled).needs(O::cancelReason));
}

void declareOrderAmounts(EntityBuilder &order)
{
    using O = SalesOrder;
    addCurrency(order, O::currency, O::exchangeRate, "Amounts");
    addTotals(order, {SalesOrderLine::entity, O::subtotal.id, O::discountAmount.id, O::taxAmount.id, O::total.id, O::baseTotal.id, O::exchangeRate.id,
                      O::currency.id});
    order.money(O::costTotal, "cost_total").label("Cost").computed(Computed::Server);
    order.money(O::margin, "margin").computed(Computed::Server);
    order.money(O::baseMargin, "base_margin").label("Margin in base currency").computed(Computed::Server);
    order.dictionary(O::paymentStatus, "payment_status", "payment_status")
        .computed(Computed::Server)
        .indexed()
        .listed();
}

void declareSalesOrder(Catalogue &catalogue)
{
    using O = SalesOrder;
    EntityBuilder order(catalogue, O::entity, "sales_order", "Sales order", "Sales orders");
    order.area(Area::Sales).workspace(Workspace::Sales, "view-pim-tasks").owned({O::salesperson.id});
    order.title({O::number.id})
        .relations({ids::Payment, ids::PaymentPlan, ids::InvoiceRecord, ids::StockDocument, ids::PurchaseOrder,
                    ids::Ticket, ids::Document});
    addNumber(order, O::number, "SO-{yyyy}{MM}-{seq:5}");
    order.reference(O::account, "account", ids::Account).required().listed();
    order.reference(O::contact, "contact", ids::Contact).within(O::account);
    order.date(O::orderDate, "order_date").required().byDefault(Default::Today).indexed().listed();
    order.reference(O::salesperson, "salesperson", ids::User).required().byDefault(Default::CurrentUser).listed();
    order.dictionary(O::channel, "channel", "channel").label("Sales channel");
    order.state(O::status, "status").group(Status).listed();
    order.text(O::deliveryAddress, "delivery_address", 255)
        .required()
        .search(Search::Text)
        .section("Delivery and payment");
    order.date(O::deliverBy, "deliver_by").indexed().listed();
    order.dictionary(O::paymentMethod, "payment_method", "payment_method");
    order.reference(O::quote, "quote", Quote::entity).section("Origin");
    order.reference(O::contract, "contract", Contract::entity);
    order.reference(O::opportunity, "opportunity", ids::Opportunity);
    declareOrderAmounts(order);
    order.reference(O::reviewedBy, "reviewed_by", ids::User).system().group(Status).section("Review");
    order.dateTime(O::reviewedAt, "reviewed_at").system().group(Status);
    order.text(O::reviewComment, "review_comment", 255).group(Status);
    order.text(O::cancelReason, "cancel_reason", 255).label("Reason of cancellation").group(Status);
    order.longText(O::remark, "remark").search(Search::Text).section("Remark");
    declareOrderStates(order);
}

void declareSalesOrderLine(Catalogue &catalogue)
{
    using L = SalesOrderLine;
    EntityBuilder line(catalogue, L::entity, "sales_order_line", "Order line", "Order lines");
    line.childOf(SalesOrder::entity, L::order).area(Area::Sales).title({L::product.id});
    line.reference(L::order, "order", SalesOrder::entity).required();
    line.integer(L::position, "position", 1, 100'000).required().merge(MergePolicy::Latest).listed();
    line.reference(L::product, "product", ids::Product).required().group(Item).listed();
    line.text(L::spec, "spec", 120).label("Specification").group(Item).listed();
    addQuantity(line, L::quantity);
    line.dictionary(L::unit, "unit", "unit").required().byDefaultItem("pc").group(Item).listed();
    addPrice(line, L::unitPrice, L::discount);
    line.percent(L::taxRate, "tax_rate").byDefault(Value(1300)).listed();
    line.money(L::amount, "amount").listed();
    line.line({.position = L::position.id, .product = L::product.id, .quantity = L::quantity.id, .price = L::unitPrice.id, .discount = L::discount.id,
               .taxRate = L::taxRate.id, .amount = L::amount.id, .priceFrom = Product::price.id, .isSold = true,
               .taken = {{L::spec.id, Product::spec.id}, {L::unit.id, Product::unit.id}}});
    line.decimal(L::shippedQuantity, "shipped_quantity", 4).label("Shipped").computed(Computed::Server).listed();
    line.decimal(L::reservedQuantity, "reserved_quantity", 4).label("Reserved").computed(Computed::Server);
}

void declarePayment(Catalogue &catalogue)
{
    using P = Payment;
    EntityBuilder payment(catalogue, P::entity, "payment", "Payment", "Payments");
    payment.area(Area::Sales).workspace(Workspace::Sales, "taxes-finances").appendOnly();
    payment.inherits({P::order.id, P::contract.id, P::account.id}).title({P::number.id});
    payment.relations({P::entity, ids::Document});
    addNumber(payment, P::number, "PM-{yyyy}{MM}-{seq:5}");
    payment.reference(P::account, "account", ids::Account).required().listed();
    payment.reference(P::order, "order", SalesOrder::entity).label("Sales order").listed();
    payment.reference(P::contract, "contract", Contract::entity).listed();
    payment.date(P::receivedOn, "received_on").label("Received on").required().byDefault(Default::Today);
    payment.indexed().listed();
    payment.money(P::amount, "amount").required().group(Amount).indexed().listed();
    addCurrency(payment, P::currency, P::exchangeRate);
    addBaseAmount(payment, P::baseAmount, P::amount, P::exchangeRate);
    payment.dictionary(P::method, "method", "payment_method").label("Payment method").required().listed();
    payment.text(P::bankReference, "bank_reference", 64).search(Search::Number);
    payment.reference(P::byUser, "by_user", ids::User).label("Recorded by").system().byDefault(Default::CurrentUser);
    payment.reference(P::reverses, "reverses", P::entity).label("Reverses payment");
}

void declarePaymentPlan(Catalogue &catalogue)
{
    using P = PaymentPlan;
    EntityBuilder plan(catalogue, P::entity, "payment_plan", "Instalment", "Payment plan");
    plan.area(Area::Sales).workspace(Workspace::Sales, "view-time-schedule");
    plan.inherits({P::order.id, P::contract.id}).title({P::dueOn.id});
    plan.reference(P::order, "order", SalesOrder::entity).label("Sales order").listed();
    plan.reference(P::contract, "contract", Contract::entity).listed();
    plan.date(P::dueOn, "due_on").label("Due").required().group(Amount).indexed().listed();
    plan.money(P::amount, "amount").required().atLeast(0).group(Amount).listed();
    plan.money(P::settledAmount, "settled_amount").label("Settled").computed(Computed::Server).listed();
    plan.dictionary(P::status, "status", "payment_status").computed(Computed::Server).indexed().listed();
}

void declareInvoiceRecord(Catalogue &catalogue)
{
    using I = InvoiceRecord;
    EntityBuilder invoice(catalogue, I::entity, "invoice_record", "Invoice", "Invoices");
    invoice.childOf(SalesOrder::entity, I::order).area(Area::Sales).title({I::number.id});
    invoice.workspace(Workspace::Sales, "view-certificate").relations({ids::Document});
    invoice.reference(I::order, "order", SalesOrder::entity).label("Sales order").required().listed();
    invoice.text(I::number, "number", 32)
        .label("Invoice number")
        .required()
        .search(Search::Number)
        .group(Item)
        .listed();
    invoice.text(I::code, "code", 32).label("Invoice code").required().search(Search::Number).group(Item).listed();
    invoice.date(I::issuedOn, "issued_on").label("Issued on").required().byDefault(Default::Today).indexed().listed();
    invoice.money(I::amount, "amount").required().group(Amount).listed();
    invoice.money(I::taxAmount, "tax_amount").required().group(Amount).listed();
    invoice.choice(I::kind, "kind", {u"ordinary"_qs, u"special_vat"_qs, u"electronic"_qs});
    invoice.required().byDefault(Value(I::Ordinary)).listed();
}

} // namespace

void declareSales(Catalogue &catalogue)
{
    declareOpportunities(catalogue);
    declareQuote(catalogue);
    declareQuoteVersion(catalogue);
    declareContract(catalogue);
    declareSalesOrder(catalogue);
    declareSalesOrderLine(catalogue);
    declarePayment(catalogue);
    declarePaymentPlan(catalogue);
    declareInvoiceRecord(catalogue);
}

} // namespace guanxi::model
