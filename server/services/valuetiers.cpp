// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/valuetiers.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"
#include "server/services/figures.h"

#include <QDate>

namespace guanxi::server {

using namespace model;
using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr int CustomersAtOnce = 300;
/// In one change set: others wait for it.
constexpr qsizetype ChangesAtOnce = 100;
constexpr int PeriodMonths = 12;
const QString DayName = QStringLiteral("value_tiers_day");

/// The day after which orders count.
qint64 beginOfPeriod(qint64 day)
{
    const QDate epoch(1970, 1, 1);
    return epoch.daysTo(epoch.addDays(day).addMonths(-PeriodMonths));
}

Uuid idOf(ValueScale::Tier tier)
{
    static const Uuid ids[] = {dictionaryItemId(u"value_tier"_s, u"low"_s), dictionaryItemId(u"value_tier"_s, u"medium"_s),
                               dictionaryItemId(u"value_tier"_s, u"high"_s)};
    return ids[size_t(tier)];
}

/// Nearly all rows are: the index of those that live would be the worst one to walk along.
QByteArray isLive(ServerStore &store) { return store.database().dialect().withoutIndex("deleted") + " = 0"; }

Value valueOf(const Uuid &id) { return id.isNull() ? Value() : Value(id); }

} // namespace

Result<void> ValueTiers::begin(qint64 day)
{
    if (isWorking() || day == m_day || !m_store.catalogue().entity(Account::entity) || !m_store.catalogue().entity(SalesOrder::entity))
        return {};
    const Result<QByteArray> done = m_store.meta(DayName);
    if (!done)
        return done.error();
    m_day = day;
    if (*done == QByteArray::number(day))
        return {};
    m_phase = Phase::Learning;
    m_at = Uuid();
    m_scale = ValueScale();
    m_changes.clear();
    return {};
}

Result<void> ValueTiers::step()
{
    const Result<void> done = work();
    if (!done)
        m_phase = Phase::Idle;
    return done;
}

Result<void> ValueTiers::work()
{
    switch (m_phase) {
    case Phase::Idle: break;
    case Phase::Learning: return learn();
    case Phase::Ordering:
        if (!m_scale.settle())
            m_phase = Phase::Writing;
        break;
    case Phase::Writing: return compare();
    }
    return {};
}

Result<void> ValueTiers::learn()
{
    const Result<QList<Customer>> customers = nextCustomers();
    if (!customers)
        return customers.error();
    if (customers->isEmpty()) {
        m_phase = Phase::Ordering;
        m_at = Uuid();
        return {};
    }
    const Result<QHash<Uuid, Purchases>> purchases = purchasesOf(*customers);
    if (!purchases)
        return purchases.error();
    for (const Purchases &bought : *purchases)
        if (bought.orders > 0)
            m_scale.add(bought);
    return {};
}

Result<void> ValueTiers::compare()
{
    if (m_changes.size() >= ChangesAtOnce)
        return writeSome(ChangesAtOnce);
    const Result<QList<Customer>> customers = nextCustomers();
    if (!customers)
        return customers.error();
    if (customers->isEmpty()) {
        GUANXI_TRY(writeSome(1));
        m_phase = Phase::Idle;
        return m_store.setMeta(DayName, QByteArray::number(m_day));
    }
    const Result<QHash<Uuid, Purchases>> purchases = purchasesOf(*customers);
    if (!purchases)
        return purchases.error();
    for (const Customer &customer : *customers) {
        const auto bought = purchases->constFind(customer.id);
        Uuid tier;
        if (bought != purchases->constEnd())
            tier = idOf(bought->orders > 0 ? m_scale.tierOf(*bought) : ValueScale::Tier::Low);
        if (tier != customer.tier)
            m_changes.append({ChangeKind::Update, {Account::entity, customer.id}, 0,
                              {{Account::valueTier.id, valueOf(customer.tier), valueOf(tier), 0}}});
    }
    return {};
}

Result<void> ValueTiers::writeSome(qsizetype atLeast)
{
    if (m_changes.size() < atLeast)
        return {};
    const QList<RecordChange> some = m_changes.first(std::min(m_changes.size(), ChangesAtOnce));
    m_changes.remove(0, some.size());
    return m_write(some);
}

Result<QList<ValueTiers::Customer>> ValueTiers::nextCustomers()
{
    const Entity &account = m_store.catalogue().at(Account::entity);
    Statement next(m_store.database(), "SELECT id, " + storage::columnName(*account.field(Account::valueTier.id)) + " FROM "
                       + storage::tableName(account) + " WHERE id > ? AND " + isLive(m_store) + " ORDER BY id LIMIT ?");
    QList<Customer> customers;
    const Result<void> read = next.bindAll(m_at, CustomersAtOnce).each([&](const Statement &row) {
        customers.append({row.uuid(0), row.isNull(1) ? Uuid() : row.uuid(1)});
    });
    if (!read)
        return read.error();
    if (!customers.isEmpty())
        m_at = customers.last().id;
    return customers;
}

Result<QHash<Uuid, Purchases>> ValueTiers::purchasesOf(const QList<Customer> &customers)
{
    const Entity &order = m_store.catalogue().at(SalesOrder::entity);
    const storage::Dialect &dialect = m_store.database().dialect();
    const auto column = [&](FieldId field) { return storage::columnName(*order.field(field)); };
    const QByteArray customer = column(SalesOrder::account.id), date = dialect.withoutIndex(column(SalesOrder::orderDate.id));
    const auto within = [&](const QByteArray &value) { return dialect.sum("CASE WHEN " + date + " > ? THEN " + value + " ELSE 0 END"); };
    QByteArrayList states;
    for (const qint64 state : confirmedOrders())
        states.append(QByteArray::number(state));
    Statement bought(m_store.database(), "SELECT " + customer + ", MAX(" + date + "), " + within("1") + ", "
                         + within("COALESCE(" + column(SalesOrder::baseTotal.id) + ", 0)") + " FROM " + storage::tableName(order)
                         + " WHERE " + customer + " >= ? AND " + customer + " <= ? AND " + isLive(m_store) + " AND " + date + " <= ? AND "
                         + dialect.withoutIndex(column(SalesOrder::status.id)) + " IN (" + states.join(", ") + ") GROUP BY " + customer);
    const qint64 begin = beginOfPeriod(m_day);
    QHash<Uuid, Purchases> purchases;
    const Result<void> read = bought.bindAll(begin, begin, customers.first().id, customers.last().id, m_day).each([&](const Statement &row) {
        purchases.insert(row.uuid(0), {row.integer(1), row.integer(2), row.integer(3)});
    });
    return read ? Result<QHash<Uuid, Purchases>>(purchases) : read.error();
}

} // namespace guanxi::server
