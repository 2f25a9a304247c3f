// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/performance.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::app {

using namespace model;
using rules::Counted;
using rules::PeriodDays;
using storage::Tally;

namespace {

Filter within(NumberField time, const PeriodDays &days)
{
    return Filter::between(time.id, Value(rules::beginOf(days.first)), Value(rules::beginOf(days.last + 1) - 1));
}

Counted interactions(const PeriodDays &days, std::initializer_list<const char *> channels)
{
    QList<Value> items;
    for (const char *channel : channels)
        items.append(dictionaryItemId(QStringLiteral("channel"), QString::fromLatin1(channel)));
    const Filter then = within(Interaction::happenedAt, days);
    return {Interaction::entity, items.isEmpty() ? then : Filter::all({then, Filter::in(Interaction::channel.id, items)}), {Interaction::byUser.id}};
}

/// What is done for sales; by people only.
QList<Counted> activities(Performance::Figure figure, const PeriodDays &days)
{
    switch (figure) {
    case PerformanceLine::Won:
        return {{Opportunity::entity,
                 Filter::all({Filter::between(Opportunity::closedOn.id, days.first, days.last), Filter::is(Opportunity::devStatus.id, qint64(Opportunity::Succeeded))}),
                 {Opportunity::assignedTo.id}}};
    case PerformanceLine::Interactions: return {interactions(days, {})};
    case PerformanceLine::Visits: return {interactions(days, {"face", "mobile"})};
    case PerformanceLine::Calls: return {interactions(days, {"phone", "callcenter"})};
    case PerformanceLine::PlanItems:
        return {{DevelopmentPlanItem::entity,
                 Filter::all({within(DevelopmentPlanItem::executedAt, days), Filter::is(DevelopmentPlanItem::status.id, qint64(DevelopmentPlanItem::Done))}),
                 {DevelopmentPlanItem::opportunity.id, Opportunity::assignedTo.id}}};
    default: return {};
    }
}

/// Rows whose path ends at one of these, or below it; nowhere at all.
Filter credited(const QList<FieldId> &path, const Uuid &id, bool below)
{
    Filter filter = id.isNull() ? Filter::empty(path.last()) : below ? Filter::inSubtree(path.last(), id) : Filter::is(path.last(), id);
    for (qsizetype at = path.size() - 2; at >= 0; --at) {
        filter = Filter::related(path[at], filter);
        if (id.isNull())
            filter = Filter::any({Filter::empty(path[at]), filter});
    }
    return filter;
}

} // namespace

Performance::Performance(Records &records, QObject *parent)
    : QObject(parent), m_records(records),
      m_gathering(records, {SalesOrder::entity, SalesOrderLine::entity, Payment::entity, Account::entity, Opportunity::entity, Interaction::entity,
                            DevelopmentPlanItem::entity, SalesTarget::entity}, [this] { ask(); })
{
    connect(&m_gathering, &Gathering::gathered, this, &Performance::finish);
    connect(&m_gathering, &Gathering::failed, this, &Performance::failed);
}

void Performance::show(By by, const QString &period, Figure measure)
{
    m_by = by;
    m_period = period;
    m_measure = counts(by, measure) ? measure : PerformanceLine::Revenue;
    m_gathering.begin();
}

rules::Credit Performance::creditOf(By by)
{
    switch (by) {
    case By::Channel: return rules::Credit::Channel;
    case By::Region: return rules::Credit::Region;
    case By::ProductCategory: return rules::Credit::ProductCategory;
    default: return rules::Credit::Person;
    }
}

QList<Counted> Performance::countedOf(By by, Figure figure, const PeriodDays &days)
{
    const rules::Credit credit = creditOf(by);
    QList<Counted> all;
    if (isMeasure(figure))
        all = rules::countedFor(figure - PerformanceLine::Revenue + SalesTarget::Revenue, credit, days);
    else if (credit == rules::Credit::Person)
        all = activities(figure, days);
    for (Counted &counted : all)
        if (by == By::Department)
            counted.credit.append(User::department.id);
    return all;
}

bool Performance::counts(By by, Figure figure) { return !countedOf(by, figure, {}).isEmpty(); }

void Performance::ask()
{
    m_sums.clear();
    m_before.clear();
    m_targets.clear();
    if (m_period.isEmpty())
        return;
    for (int at = 0; at < PerformanceLine::Figures; ++at) {
        const auto figure = Figure(at);
        // Pieces of everything together say little; they are counted where a target is of them.
        if (figure == m_measure || figure != PerformanceLine::Quantity)
            askFigure(figure, m_period, [this, figure](const Uuid &id, qint64 worth) { m_sums[id][figure] += worth; });
    }
    askFigure(m_measure, rules::periodAfter(m_period, -1), [this](const Uuid &id, qint64 worth) { m_before[id] += worth; });
    m_gathering.ask(over(SalesTarget::entity, {Filter::is(SalesTarget::measure.id, qint64(m_measure - PerformanceLine::Revenue + SalesTarget::Revenue))}),
                    TargetBook::paths(), {SalesTarget::target.id}, [this](const Tally &tally) { m_targets.add(tally); });
}

void Performance::askFigure(Figure figure, const QString &period, std::function<void(const Uuid &, qint64)> take)
{
    for (const Counted &counted : countedOf(m_by, figure, *rules::daysOf(period))) {
        QList<storage::Path> by{counted.credit};
        if (!counted.rate.isEmpty())
            by.append(counted.rate);
        m_gathering.ask(over(counted.entity, {counted.filter}), by, counted.sum ? QList<FieldId>{counted.sum} : QList<FieldId>(), [counted, take](const Tally &tally) {
            take(tally.keys.first().isNull() ? Uuid() : tally.keys.first().id(),
                 rules::worthOf(counted, tally.count, tally.sums.value(0), tally.keys.value(1)));
        });
    }
}

Tree Performance::tree() const
{
    switch (m_by) {
    case By::Region: return Tree::ofRegions(m_records);
    case By::ProductCategory: return Tree::ofCategories(m_records);
    default: return Tree::ofDepartments(m_records);
    }
}

QList<Uuid> Performance::shownNodes(const Tree &tree) const
{
    const TargetBook::Of kind = m_by == By::Region ? TargetBook::Of::Region : m_by == By::ProductCategory ? TargetBook::Of::ProductCategory
                              : m_by == By::Department ? TargetBook::Of::Department : TargetBook::Of::Person;
    QList<Uuid> nodes;
    if (m_by != By::Channel)
        for (const Uuid &id : m_targets.all(kind))
            if (targetOf(id, tree))
                nodes.append(id);
    const auto add = [&](Uuid id) {
        if (m_by == By::Region || m_by == By::ProductCategory)
            while (!tree.parentOf(id).isNull())
                id = tree.parentOf(id);
        if (!nodes.contains(id))
            nodes.append(id);
    };
    for (auto sum = m_sums.begin(); sum != m_sums.end(); ++sum)
        add(sum.key());
    for (auto sum = m_before.begin(); sum != m_before.end(); ++sum)
        add(sum.key());
    return nodes;
}

std::optional<qint64> Performance::targetOf(const Uuid &id, const Tree &tree) const
{
    switch (m_by) {
    case By::Person: return m_targets.of(TargetBook::Of::Person, id, m_period);
    case By::Department: return m_targets.of(Whose{Whose::Kind::Department, id}, m_period, tree);
    case By::Region: return m_targets.of(TargetBook::Of::Region, id, m_period);
    case By::ProductCategory: return m_targets.of(TargetBook::Of::ProductCategory, id, m_period);
    case By::Channel: break;
    }
    return std::nullopt;
}

void Performance::finish()
{
    if (m_period.isEmpty())
        return;
    const Tree tree = this->tree();
    QList<PerformanceLine> lines;
    for (const Uuid &node : shownNodes(tree)) {
        PerformanceLine line;
        line.id = node;
        const auto belongs = [&](const Uuid &id) { return id == node || (isTree() && !node.isNull() && tree.isWithin(id, node)); };
        for (auto sum = m_sums.begin(); sum != m_sums.end(); ++sum)
            for (size_t figure = 0; belongs(sum.key()) && figure < line.figures.size(); ++figure)
                line.figures[figure] += (*sum)[figure];
        for (auto sum = m_before.begin(); sum != m_before.end(); ++sum)
            line.before += belongs(sum.key()) ? *sum : 0;
        line.target = targetOf(node, tree);
        lines.append(line);
    }
    m_total = {};
    for (const auto &sum : std::as_const(m_sums))
        for (size_t figure = 0; figure < sum.size(); ++figure)
            m_total.figures[figure] += sum[figure];
    for (const qint64 before : std::as_const(m_before))
        m_total.before += before;
    if (m_by == By::Person || m_by == By::Department)
        m_total.target = m_targets.of(Whose(), m_period, Tree::ofDepartments(m_records));
    rank(lines);
    m_lines = lines;
    Q_EMIT counted();
}

void Performance::rank(QList<PerformanceLine> &lines) const
{
    const auto place = [&](const auto &value, int PerformanceLine::*rank) {
        for (PerformanceLine &line : lines)
            line.*rank = value(line) == 0 ? 0 : 1 + int(std::ranges::count_if(lines, [&](const PerformanceLine &other) { return value(other) > value(line); }));
    };
    place([](const PerformanceLine &line) { return line.before; }, &PerformanceLine::rankBefore);
    place([this](const PerformanceLine &line) { return line.figures[m_measure]; }, &PerformanceLine::rank);
    std::ranges::stable_sort(lines, [this](const PerformanceLine &a, const PerformanceLine &b) {
        return std::tuple(a.id.isNull(), -a.figures[m_measure], -a.target.value_or(0)) < std::tuple(b.id.isNull(), -b.figures[m_measure], -b.target.value_or(0));
    });
}

Performance::Source Performance::sourceOf(const PerformanceLine &line, Figure figure, bool all) const
{
    Source source;
    QList<Filter> ways;
    for (const Counted &counted : countedOf(m_by, figure, *rules::daysOf(m_period))) {
        source.entity = counted.entity;
        ways.append(all ? counted.filter : Filter::all({counted.filter, credited(counted.credit, line.id, isTree())}));
    }
    source.filter = ways.size() == 1 ? ways.first() : Filter::any(ways);
    return source;
}

QString Performance::nameOf(const Uuid &id) const
{
    if (id.isNull())
        return {};
    switch (m_by) {
    case By::Person: return m_records.title({User::entity, id});
    case By::Channel: return m_records.dictionaryLabel(id);
    default: break;
    }
    const Tree tree = this->tree();
    QStringList names;
    for (Uuid at = id; !at.isNull() && names.size() < 8; at = tree.parentOf(at))
        names.prepend(m_by == By::Region ? m_records.dictionaryLabel(at)
                                         : m_records.title({m_by == By::Department ? Department::entity : ProductCategory::entity, at}));
    // The company itself stands above all departments.
    if (m_by == By::Department && names.size() > 1)
        names.removeFirst();
    return names.join(QStringLiteral(" › "));
}

} // namespace guanxi::app
