// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/targetprogress.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/storage/layout.h"
#include "common/storage/query.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using rules::Credit;

namespace {

constexpr qint64 RestMs = 5 * 60'000;
/// In one change set: others wait for it.
constexpr qsizetype ChangesAtOnce = 100;
constexpr qint64 AmountToTarget = 100; // 1/10 000 to hundredths

} // namespace

void TargetProgress::noteChange(EntityId entity)
{
    static const QSet<EntityId> counted{SalesOrder::entity, SalesOrderLine::entity, Payment::entity, Account::entity, Opportunity::entity, SalesTarget::entity,
                                        User::entity, Product::entity};
    m_isStale = m_isStale || counted.contains(entity);
}

Result<void> TargetProgress::begin(qint64 day, qint64 monotonicMs)
{
    const Catalogue &catalogue = m_store.catalogue();
    const bool isReady = catalogue.entity(SalesTarget::entity) && catalogue.entity(SalesOrder::entity) && catalogue.entity(Product::entity);
    if (isWorking() || !m_isStale || !isReady || (m_endedAt != 0 && monotonicMs - m_endedAt < RestMs))
        return {};
    storage::Query query;
    query.entity = SalesTarget::entity;
    storage::QueryRunner runner(m_store.database(), catalogue, storage::StoreKind::Server);
    const Result<QList<storage::Tally>> rounds = runner.tally(query, {{SalesTarget::period.id}, {SalesTarget::measure.id}});
    if (!rounds)
        return rounds.error();
    const qint64 oldest = rules::daysOf(rules::periodAfter(rules::periodOf(rules::PeriodKind::Year, day), -1))->first;
    for (const storage::Tally &round : *rounds)
        if (const auto days = rules::daysOf(round.keys.first().text()); days && days->last >= oldest)
            m_waiting.append({round.keys.first().text(), round.keys.last().number()});
    m_isStale = false;
    m_endedAt = monotonicMs;
    return {};
}

Result<void> TargetProgress::step()
{
    const Result<void> done = count(m_waiting.takeFirst());
    if (!done) {
        m_waiting.clear();
        m_changes.clear();
    }
    return done;
}

Result<void> TargetProgress::count(const Round &round)
{
    const Result<QList<Record>> targets = targetsOf(round);
    if (!targets)
        return targets.error();
    for (const RefField whose : {SalesTarget::user, SalesTarget::targetDepartment, SalesTarget::region, SalesTarget::productCategory})
        GUANXI_TRY(compare(*targets, whose, round));
    return writeAll();
}

Result<QList<Record>> TargetProgress::targetsOf(const Round &round)
{
    storage::Query query;
    query.entity = SalesTarget::entity;
    query.filter = Filter::all({Filter::is(SalesTarget::period.id, round.period), Filter::is(SalesTarget::measure.id, round.measure)});
    const Result<std::vector<qint64>> rids = storage::QueryRunner(m_store.database(), m_store.catalogue(), storage::StoreKind::Server).rids(query);
    const Result<QList<ServerRow>> rows = rids ? m_store.rowsByRid(query.entity, *rids) : Result<QList<ServerRow>>(rids.error());
    if (!rows)
        return rows.error();
    QList<Record> targets;
    for (const ServerRow &row : *rows)
        targets.append(row.record);
    return targets;
}

Result<TargetProgress::Sums> TargetProgress::sumsOf(const Round &round, Credit credit, bool byDepartment)
{
    storage::QueryRunner runner(m_store.database(), m_store.catalogue(), storage::StoreKind::Server);
    Sums sums;
    for (const rules::Counted &counted : rules::countedFor(round.measure, credit, *rules::daysOf(round.period))) {
        storage::Query query;
        query.entity = counted.entity;
        query.filter = counted.filter;
        QList<storage::Path> paths{byDepartment ? counted.credit + QList<FieldId>{User::department.id} : counted.credit};
        if (!counted.rate.isEmpty())
            paths.append(counted.rate);
        const Result<QList<storage::Tally>> tallies = runner.tally(query, paths, counted.sum ? QList<FieldId>{counted.sum} : QList<FieldId>());
        if (!tallies)
            return tallies.error();
        for (const storage::Tally &tally : *tallies)
            if (!tally.keys.first().isNull())
                sums[tally.keys.first().id()] += rules::worthOf(counted, tally.count, tally.sums.value(0), tally.keys.value(1));
    }
    return sums;
}

Result<TargetProgress::Parents> TargetProgress::parentsOf(EntityId entity, FieldId parent)
{
    const Entity &tree = m_store.catalogue().at(entity);
    Parents parents;
    storage::Statement all(m_store.database(), "SELECT id, " + storage::columnName(*tree.field(parent)) + " FROM " + storage::tableName(tree) + " WHERE deleted = 0");
    GUANXI_TRY(all.each([&](const storage::Statement &row) { parents.insert(row.uuid(0), row.isNull(1) ? Uuid() : row.uuid(1)); }));
    return parents;
}

Result<void> TargetProgress::compare(const QList<Record> &targets, RefField whose, const Round &round)
{
    if (std::ranges::all_of(targets, [whose](const Record &target) { return target.isNull(whose); }))
        return {};
    const bool ofPeople = whose.id == SalesTarget::user.id, ofDepartments = whose.id == SalesTarget::targetDepartment.id, ofRegions = whose.id == SalesTarget::region.id;
    const Credit credit = ofPeople || ofDepartments ? Credit::Person : ofRegions ? Credit::Region : Credit::ProductCategory;
    const Result<Sums> sums = sumsOf(round, credit, ofDepartments);
    if (!sums)
        return sums.error();
    const Result<Parents> parents = ofPeople ? Parents()
                                    : ofDepartments ? parentsOf(Department::entity, Department::parent.id)
                                    : ofRegions     ? parentsOf(DictionaryItem::entity, DictionaryItem::parent.id)
                                                    : parentsOf(ProductCategory::entity, ProductCategory::parent.id);
    if (!parents)
        return parents.error();
    for (const Record &target : targets) {
        if (target.isNull(whose))
            continue;
        qint64 achieved = 0;
        for (auto sum = sums->begin(); sum != sums->end(); ++sum)
            achieved += rules::isWithin(*parents, sum.key(), target[whose]) ? *sum : 0;
        const Value before = target.value(SalesTarget::achieved.id), after(achieved / AmountToTarget);
        if (before != after)
            m_changes.append({ChangeKind::Update, target.ref(), 0, {{SalesTarget::achieved.id, before, after, 0}}});
    }
    return {};
}

Result<void> TargetProgress::writeAll()
{
    while (!m_changes.isEmpty()) {
        const QList<RecordChange> some = m_changes.first(std::min(m_changes.size(), ChangesAtOnce));
        m_changes.remove(0, some.size());
        GUANXI_TRY(m_write(some));
    }
    return {};
}

} // namespace guanxi::server
