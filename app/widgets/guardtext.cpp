// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence per guard: what is missing, and what to do about it.
#include "app/widgets/guardtext.h"

#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/guards.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

namespace guards = model::guards;

/// Words the refusal of a guard with what it adds.
class GuardWording
{
    Q_DECLARE_TR_FUNCTIONS(GuardText)

public:
    explicit GuardWording(const Error &error) : m_error(error) {}

    QString text() const
    {
        const QString name = m_error.args.value(0);
        for (const auto &[guard, words] : all())
            if (name == QLatin1String(guard))
                return (this->*words)();
        return {};
    }

private:
    using Words = QString (GuardWording::*)() const;

    static const QList<std::pair<const char *, Words>> &all()
    {
        using W = GuardWording;
        static const QList<std::pair<const char *, Words>> table{
            {guards::NoOpenBusiness, &W::openBusiness}, {guards::ContactComplete, &W::contactComplete},
            {guards::ContractExists, &W::contractExists}, {guards::HasLines, &W::lines}, {guards::OverApproverLimit, &W::withinLimit},
            {guards::WithinApproverLimit, &W::overAuthorLimit}, {guards::ApproverHasLimit, &W::overApproverLimit}, {guards::CreditAllows, &W::credit},
            {guards::ReviewerNotCreator, &W::ownOrder}, {guards::PaidInFull, &W::notPaid}, {guards::ContractSignable, &W::notSignable},
            {guards::HasPaymentPlan, &W::noPlan}, {guards::InstalmentsSettled, &W::notSettled}, {guards::NothingReceived, &W::received},
            {guards::StockAvailable, &W::stockShort}, {guards::StockReversible, &W::stockGone}, {guards::NotStarted, &W::started},
            {guards::CustomerSatisfied, &W::notSatisfied}, {guards::FeedbackOverdue, &W::feedbackWaits}, {guards::ReceiptAttached, &W::noReceipt},
            {guards::ApproverNotSpender, &W::ownExpense}, {guards::ProjectContractSigned, &W::noProjectContract}, {guards::NoOpenActivities, &W::openActivities},
            {guards::ByApplicant, &W::notApplicant}};
        return table;
    }

    // What a guard adds stands behind its name and the field.
    QString detail(int index) const { return m_error.args.value(index + 2); }
    QString amount(int index) const { return numberText(detail(index).toLongLong(), decimal::MoneyScale, 2); }
    QString percent(int index) const { return tr("%1 %").arg(numberText(detail(index).toLongLong(), decimal::PercentScale, 0)); }
    bool isAboutLines() const { return detail(0) == QStringLiteral("lines") || detail(0) == QStringLiteral("too_large"); }
    bool isAboutDiscount() const { return detail(0) == QStringLiteral("discount"); }

    QString openBusiness() const { return tr("The customer still has open orders, tickets or contracts. Finish or cancel them first."); }
    QString contactComplete() const { return tr("A name and a phone number, mobile number or e-mail address are needed first."); }
    QString contractExists() const { return tr("There is no signed contract for this opportunity yet."); }
    QString lines() const
    {
        return detail(0) == QStringLiteral("too_large") ? tr("The lines add up to more than an amount can be. Check quantities and prices.")
                                                        : tr("There is no line in it yet. Add what it is about first.");
    }
    QString withinLimit() const
    {
        return isAboutLines() ? lines() : tr("Discount and total are within what you may give yourself: no approval is needed. Release it instead.");
    }
    QString overAuthorLimit() const
    {
        if (isAboutLines())
            return lines();
        return isAboutDiscount() ? tr("A discount of %1 is above your limit of %2. Submit it for approval.").arg(percent(1), percent(2))
                                 : tr("A total of %1 in base currency is above your limit of %2. Submit it for approval.").arg(amount(1), amount(2));
    }
    QString overApproverLimit() const
    {
        return isAboutDiscount() ? tr("A discount of %1 is above the %2 that you may approve. Somebody with a higher limit has to do it.").arg(percent(1), percent(2))
                                 : tr("A total of %1 in base currency is above the %2 that you may approve. Somebody with a higher limit has to do it.").arg(amount(1), amount(2));
    }
    QString credit() const
    {
        if (detail(0).isEmpty())
            return tr("Whether the customer's credit limit allows this cannot be found out here.");
        return tr("The customer may owe %1, owes %2 and would owe %3 more by this order. No order goes above the limit: wait for a payment, or have the limit raised.")
            .arg(amount(0), amount(1), amount(2));
    }
    QString ownOrder() const { return tr("You made this order yourself. Somebody else has to review it."); }
    QString notPaid() const { return tr("It is not paid in full yet. Record the missing payment, or have it closed unpaid."); }
    QString notSignable() const
    {
        if (detail(0) == QStringLiteral("supplier"))
            return tr("A purchase contract needs its supplier before it can be signed.");
        return detail(0) == QStringLiteral("account") ? tr("The contract needs its customer before it can be signed.")
                                                      : tr("The signed document is missing. Attach the scan of it first.");
    }
    QString noPlan() const { return tr("There is no payment plan yet. Plan the payments first."); }
    QString notSettled() const { return tr("Not all instalments are settled yet. Record the missing payments, or have it closed unsettled."); }
    QString received() const { return tr("Goods of this order have been received already; it can no longer be cancelled."); }
    QString stockShort() const { return tr("There are no lines in it, or not enough is in stock."); }
    QString stockGone() const { return tr("What it brought has left the stock again; it cannot be taken back."); }
    QString started() const { return tr("Work on this ticket has begun already."); }
    QString notSatisfied() const { return tr("The customer is not satisfied enough to archive it. Ask again, or reopen the ticket."); }
    QString feedbackWaits() const { return tr("The time in which feedback may still come is not over yet."); }
    QString noReceipt() const { return tr("An expense of this amount needs its receipt. Attach it first."); }
    QString ownExpense() const { return tr("This is your own expense. Somebody else has to approve it."); }
    QString noProjectContract() const { return tr("The contract of the project is not signed yet."); }
    QString openActivities() const { return tr("Activities of the project are still open. Finish or cancel them first."); }
    QString notApplicant() const { return tr("Only the person who applied can do this."); }

    const Error &m_error;
};

} // namespace

QString guardText(const Error &error) { return GuardWording(error).text(); }

} // namespace guanxi::app
