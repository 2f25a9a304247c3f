// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/figurewords.h"

#include "app/data/exchangerates.h"
#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/periods.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace guanxi::app {

using namespace model;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SalesFigures)
};

constexpr int MonthsOfQuarter = 3;

QDate beginOf(const QString &period)
{
    const auto days = rules::daysOf(period);
    return days ? dateOf(days->first) : QDate();
}

std::optional<double> shareOf(qint64 reached, std::optional<qint64> target)
{
    return target && *target > 0 ? std::optional(100.0 * double(reached) / double(*target)) : std::nullopt;
}

} // namespace

QString periodText(const QString &period)
{
    const QDate first = beginOf(period);
    const QString year = QString::number(first.year());
    switch (first.isValid() ? rules::monthsIn(period) : 0) {
    case 0: return period;
    case 1: return QLocale().toString(first, Words::tr("MMM yyyy", "date format of a month"));
    case MonthsOfQuarter: return Words::tr("Q%1 %2", "quarter, year").arg(1 + (first.month() - 1) / MonthsOfQuarter).arg(year);
    default: return Words::tr("%1", "a year").arg(year);
    }
}

QString monthText(const QString &period)
{
    const QDate first = beginOf(period);
    return QLocale().toString(first, first.month() == 1 ? Words::tr("MMM yy", "date format of a January on an axis") : Words::tr("MMM", "date format of a month on an axis"));
}

QString amountText(const Records &records, qint64 amount)
{
    const Entity &order = records.catalogue().at(SalesOrder::entity);
    return FieldText(records).text(order, *order.field(SalesOrder::baseTotal.id), Value(amount));
}

QString changeText(const Records &records, std::optional<qint64> amount)
{
    if (!amount)
        return {};
    return (*amount > 0 ? QStringLiteral("+") : QString()) + amountText(records, *amount);
}

QString shareText(qint64 reached, std::optional<qint64> target)
{
    const std::optional<double> share = shareOf(reached, target);
    return share ? Words::tr("%1 %").arg(QLocale().toString(*share, 'f', 0)) : QString();
}

QString currencyText(const Records &records)
{
    const QString code = ownCurrency(records);
    return code.isEmpty() || code == QStringLiteral("CNY") ? Words::tr("CNY", "behind a number") : code;
}

QString plainAmount(qint64 amount) { return decimal::format(amount, decimal::MoneyScale, 2); }

QString plainShare(qint64 reached, std::optional<qint64> target)
{
    const std::optional<double> share = shareOf(reached, target);
    return share ? QString::number(*share, 'f', 1) : QString();
}

} // namespace guanxi::app
