// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

/// Names of the checks that transitions ask for beyond required fields. The catalogue names them, common/rules holds
/// the code; a name here without code there, or the other way round, is found by the tests.
namespace guanxi::model::guards {

/// Account: no open order, ticket or contract.
inline constexpr const char *NoOpenBusiness = "no_open_business";
/// Lead: a name and at least one of phone, mobile and e-mail.
inline constexpr const char *ContactComplete = "contact_complete";
/// Opportunity: a contract of it is signed, so that a project can begin.
inline constexpr const char *ContractExists = "contract_exists";
/// Documents: at least one line.
inline constexpr const char *HasLines = "has_lines";
/// Quote: discount or total is above what the author may give alone.
inline constexpr const char *OverApproverLimit = "over_approver_limit";
/// Quote: has lines, and discount and total are within what the author may give alone.
inline constexpr const char *WithinApproverLimit = "within_approver_limit";
/// Quote: discount and total are within what its approver may give.
inline constexpr const char *ApproverHasLimit = "approver_has_limit";
/// SalesOrder: what is open of its customer stays within his credit limit, or that only warns.
inline constexpr const char *CreditAllows = "credit_allows";
/// SalesOrder: the reviewer did not create it (adjustable).
inline constexpr const char *ReviewerNotCreator = "reviewer_not_creator";
/// SalesOrder: payments reach the total.
inline constexpr const char *PaidInFull = "paid_in_full";
/// Contract: the account (sales, service) or the supplier (purchase) is linked and the scanned document attached.
inline constexpr const char *ContractSignable = "contract_signable";
/// Contract: at least one instalment is planned.
inline constexpr const char *HasPaymentPlan = "has_payment_plan";
/// Contract: every instalment is settled.
inline constexpr const char *InstalmentsSettled = "instalments_settled";
/// PurchaseOrder: no posted receipt.
inline constexpr const char *NothingReceived = "nothing_received";
/// StockDocument: has lines and leaves no stock below zero (unless allowed). Only the server knows all stock.
inline constexpr const char *StockAvailable = "stock_available";
/// StockDocument: the opposite movement leaves no stock below zero (unless allowed). Only the server knows all stock.
inline constexpr const char *StockReversible = "stock_reversible";
/// Ticket: work on it has not begun.
inline constexpr const char *NotStarted = "not_started";
/// Ticket: satisfaction is 4 or better (adjustable).
inline constexpr const char *CustomerSatisfied = "customer_satisfied";
/// Ticket: no feedback came within the second limit after the call-back.
inline constexpr const char *FeedbackOverdue = "feedback_overdue";
/// Expense: a receipt is attached when the amount is above the limit.
inline constexpr const char *ReceiptAttached = "receipt_attached";
/// Expense: the approver is not the spender.
inline constexpr const char *ApproverNotSpender = "approver_not_spender";
/// Project: its contract is signed, or it is internal.
inline constexpr const char *ProjectContractSigned = "project_contract_signed";
/// Project: none of its activities is open or in progress.
inline constexpr const char *NoOpenActivities = "no_open_activities";
/// WorkflowRun: the applicant asks, nobody else.
inline constexpr const char *ByApplicant = "by_applicant";

inline constexpr std::array All{
    NoOpenBusiness, ByApplicant, ContactComplete, ContractExists, HasLines, OverApproverLimit,
    WithinApproverLimit, ApproverHasLimit, CreditAllows, ReviewerNotCreator, PaidInFull, ContractSignable, HasPaymentPlan, InstalmentsSettled,
    NothingReceived, StockAvailable, StockReversible, NotStarted, CustomerSatisfied, FeedbackOverdue,
    ReceiptAttached, ApproverNotSpender, ProjectContractSigned, NoOpenActivities};

} // namespace guanxi::model::guards
