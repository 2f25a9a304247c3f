// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/transferplan.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/listfilter.h"
#include "common/base/fold.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/work.h"
#include "common/model/filterjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

constexpr size_t StepRows = 200;

} // namespace

const QList<TransferKind> &transferKinds()
{
    // Who signed a contract or spent money stays who did so.
    static const QList<TransferKind> kinds{
        {Account::entity, 0, {Account::accountManager.id}, {}},
        {Opportunity::entity, Opportunity::account.id, {Opportunity::assignedTo.id}, {Opportunity::Succeeded, Opportunity::Failed}},
        {Quote::entity, Quote::account.id, {}, {Quote::Accepted, Quote::Rejected, Quote::Expired}},
        {SalesOrder::entity, SalesOrder::account.id, {SalesOrder::salesperson.id}, {SalesOrder::Completed, SalesOrder::Cancelled}},
        {Contract::entity, Contract::account.id, {}, {Contract::Completed, Contract::Archived, Contract::Terminated}},
        {Ticket::entity, Ticket::account.id, {Ticket::assignedTo.id}, {Ticket::Archived}},
        {Activity::entity, Activity::account.id, {Activity::participants.id}, {Activity::Done, Activity::Cancelled}},
        {Expense::entity, Expense::account.id, {}, {Expense::Paid}},
    };
    return kinds;
}

TransferPlan::TransferPlan(Records &records, QObject *parent) : QObject(parent), m_records(records)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TransferPlan::step);
}

void TransferPlan::prepare(const TransferOrder &order)
{
    ++m_round;
    m_timer.stop();
    m_order = order;
    m_items = QList<QList<Item>>(transferKinds().size());
    m_stays = QList<Stays>(transferKinds().size());
    m_places.clear();
    m_kind = 0;
    m_ready = false;
    findNext();
}

Filter TransferPlan::held(const TransferKind &kind) const
{
    QList<Filter> parts{Filter::is(system::Owner, m_order.from)};
    const Entity &entity = m_records.catalogue().at(kind.entity);
    for (const FieldId holder : kind.holders)
        parts.append(entity.field(holder)->type == FieldType::References ? Filter::contains(holder, m_order.from)
                                                                        : Filter::is(holder, m_order.from));
    return Filter::any(parts);
}

void TransferPlan::findNext()
{
    const TransferKind &kind = transferKinds()[m_kind];
    m_rows.clear();
    m_at = 0;
    if (kind.account != 0 && (!m_order.along.contains(kind.entity) || m_places.isEmpty() || !m_records.may(model::Action::View, kind.entity)))
        return finishKind();
    if (kind.account == 0 && m_order.which == TransferOrder::Which::Chosen)
        return m_timer.start();
    storage::Query query;
    query.entity = kind.entity;
    query.filter = held(kind);
    if (kind.account == 0 && m_order.which == TransferOrder::Which::Shown) {
        query = m_order.shown;
    } else if (kind.account != 0) {
        QList<Value> closed;
        for (const int state : kind.closed)
            closed.append(Value(state));
        query.filter = Filter::all({query.filter, Filter::notEmpty(kind.account),
                                    Filter::negate(Filter::in(m_records.catalogue().at(kind.entity).machine.field, closed))});
    }
    m_records.find(query, this, [this, round = m_round](Result<Records::Rows> rows) {
        if (round != m_round)
            return;
        if (!rows.ok())
            Q_EMIT failed(rows.error());
        else
            take(std::move(*rows));
    });
}

void TransferPlan::take(Records::Rows rows)
{
    m_rows = std::move(rows);
    m_timer.start();
}

void TransferPlan::step()
{
    const TransferKind &kind = transferKinds()[m_kind];
    if (kind.account == 0 && m_order.which == TransferOrder::Which::Chosen) {
        for (size_t end = qMin(m_at + StepRows, size_t(m_order.chosen.size())); m_at < end; ++m_at)
            if (const Result<Record> record = m_records.load(m_order.chosen[qsizetype(m_at)]); record.ok())
                judge(*record);
        if (m_at < size_t(m_order.chosen.size()))
            m_timer.start();
        else
            finishKind();
        return Q_EMIT progressed();
    }
    const size_t end = qMin(m_at + StepRows, m_rows.size());
    const Result<QList<Record>> records = m_records.window(kind.entity, std::span(m_rows).subspan(m_at, end - m_at));
    if (!records.ok())
        return Q_EMIT failed(records.error());
    for (const Record &record : *records)
        judge(record);
    m_at = end;
    if (m_at < m_rows.size())
        m_timer.start();
    else
        finishKind();
    Q_EMIT progressed();
}

void TransferPlan::judge(const Record &record)
{
    const TransferKind &kind = transferKinds()[m_kind];
    const bool customer = kind.account == 0;
    if (record.isDeleted() || (!customer && !m_places.contains(record.value(kind.account).id())))
        return;
    bool his = record.value(system::Owner).id() == m_order.from;
    for (const FieldId holder : kind.holders)
        his = his || record.value(holder).id() == m_order.from || idsOf(record.value(holder)).contains(m_order.from);
    const State *state = record.entity().machine.state(int(record.value(record.entity().machine.field).number()));
    Stays &stays = m_stays[m_kind];
    if (!his)
        ++stays.others;
    else if (!mayMove(record))
        ++stays.forbidden;
    else if (state && state->readOnly)
        ++stays.fixed;
    else {
        m_items[m_kind].append({record.ref(), customer ? record.ref() : RecordRef{Account::entity, record.value(kind.account).id()}, 0});
        if (customer)
            m_places.insert(record.id(), {0, sortKey(m_records.dictionaryLabel(record[Account::region])),
                                          sortKey(m_records.title({Department::entity, record.value(system::Department).id()}))});
    }
}

bool TransferPlan::mayMove(const Record &record) const
{
    // The same the server asks for: to change it, and to let it go.
    if (!m_records.may(model::Action::Edit, record)
        || !(m_records.may(model::Action::Transfer, record) || m_records.may(model::Action::Assign, record)))
        return false;
    const auto writes = [&](FieldId id) {
        return m_records.rights().fieldRight(record.entity(), *record.entity().field(id)) == FieldRight::Write;
    };
    const QList<FieldId> &holders = transferKinds()[m_kind].holders;
    return writes(system::Owner) && std::all_of(holders.begin(), holders.end(), writes);
}

void TransferPlan::finishKind()
{
    if (m_kind == 0)
        share();
    if (++m_kind < transferKinds().size())
        return findNext();
    follow();
    m_ready = true;
    Q_EMIT ready();
}

void TransferPlan::share()
{
    QList<Item> &customers = m_items[0];
    const auto key = [this](const Item &item) -> const QByteArray & {
        const Place &place = *m_places.constFind(item.ref.id);
        return m_order.share == TransferOrder::Share::ByRegion ? place.region : place.department;
    };
    const bool together = m_order.share != TransferOrder::Share::Evenly;
    if (together)
        std::stable_sort(customers.begin(), customers.end(), [&](const Item &a, const Item &b) { return key(a) < key(b); });
    const qsizetype hands = qMax<qsizetype>(1, m_order.to.size());
    for (qsizetype at = 0; at < customers.size(); ++at) {
        customers[at].successor = int(together ? at * hands / customers.size() : at % hands);
        m_places[customers[at].ref.id].successor = customers[at].successor;
    }
}

void TransferPlan::follow()
{
    for (QList<Item> &items : m_items)
        for (Item &item : items)
            item.successor = m_places.value(item.customer.id).successor;
}

void TransferPlan::give(const QList<int> &customers, int successor)
{
    for (const int at : customers)
        m_places[m_items[0][at].ref.id].successor = successor;
    follow();
}

int TransferPlan::count(qsizetype kind, int successor) const
{
    return int(std::count_if(m_items[kind].begin(), m_items[kind].end(), [=](const Item &item) { return item.successor == successor; }));
}

int TransferPlan::total() const
{
    return int(std::accumulate(m_items.begin(), m_items.end(), qsizetype(0), [](qsizetype sum, const QList<Item> &items) { return sum + items.size(); }));
}

void TransferPlan::move(Record &record, int successor) const
{
    const Uuid to = m_order.to[successor];
    const auto kind = std::find_if(transferKinds().begin(), transferKinds().end(),
                                   [&](const TransferKind &known) { return known.entity == record.entity().id; });
    if (record.value(system::Owner).id() == m_order.from) {
        record.setValue(system::Owner, to);
        const Result<Record> user = m_records.load({User::entity, to});
        const Field *department = record.entity().field(system::Department);
        if (user.ok() && department && !user->isNull(User::department)
            && m_records.rights().fieldRight(record.entity(), *department) == FieldRight::Write)
            record.setValue(system::Department, (*user)[User::department]);
    }
    for (const FieldId holder : kind->holders) {
        const Value &value = record.value(holder);
        if (value.id() == m_order.from) {
            record.setValue(holder, to);
        } else if (QList<Uuid> ids = idsOf(value); ids.removeAll(m_order.from) > 0) {
            if (!ids.contains(to))
                ids.append(to);
            record.setValue(holder, valueOf(ids));
        }
    }
}

QList<Record> TransferPlan::papers() const
{
    static const char *const which[] = {"all", "chosen", "shown"};
    QList<Record> papers;
    for (int successor = 0; successor < m_order.to.size(); ++successor) {
        if (count(0, successor) == 0)
            continue;
        QJsonObject scope{{QStringLiteral("customers"), QLatin1String(which[int(m_order.which)])}};
        for (qsizetype kind = 0; kind < transferKinds().size(); ++kind)
            if (const int moved = count(kind, successor); moved > 0)
                scope.insert(m_records.catalogue().at(transferKinds()[kind].entity).name, moved);
        if (m_order.which == TransferOrder::Which::Shown)
            scope.insert(QStringLiteral("filter"), filterToJson(m_order.shown.filter));
        Record paper = m_records.create(OwnershipTransfer::entity);
        paper.set(OwnershipTransfer::fromUser, m_order.from);
        paper.set(OwnershipTransfer::toUser, m_order.to[successor]);
        paper.set(OwnershipTransfer::scope, QString::fromUtf8(QJsonDocument(scope).toJson(QJsonDocument::Compact)));
        if (!m_order.reason.isEmpty())
            paper.set(OwnershipTransfer::reason, m_order.reason);
        papers.append(paper);
    }
    return papers;
}

void TransferPlan::perform(QObject *context, std::function<bool(qsizetype)> progress, std::function<void(Result<Saved>)> done)
{
    BulkChange work{QStringLiteral("transfer"), {}, {}, papers()};
    QHash<RecordRef, int> hands;
    for (const QList<Item> &items : std::as_const(m_items))
        for (const Item &item : items) {
            work.records.append(item.ref);
            hands.insert(item.ref, item.successor);
        }
    work.change = [this, hands](Record &record) { move(record, hands.value(record.ref())); };
    m_records.saveMany(work, context, std::move(progress), std::move(done));
}

} // namespace guanxi::app
