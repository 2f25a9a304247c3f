// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/funnel.h"

#include "app/views/sales/stagemove.h"
#include "common/model/catalogue/opportunities.h"

#include <QDateTime>

namespace guanxi::app {

using namespace model;
using storage::Group;
using storage::Query;

namespace {

constexpr double HoursPerDay = 24;
constexpr qint64 HourMs = 3'600'000, DayMs = 24 * HourMs;

} // namespace

bool FunnelStage::isOpen() const { return stage[PipelineStage::outcome] == PipelineStage::Open; }
bool FunnelStage::isLost() const { return stage[PipelineStage::outcome] == PipelineStage::Lost; }

std::optional<double> FunnelStage::meanDays() const
{
    return left > 0 ? std::optional(double(stayedHours) / double(left) / HoursPerDay) : std::nullopt;
}

Funnel::Funnel(Records &records, QObject *parent) : QObject(parent), m_records(records)
{
    connect(&m_records, &Records::changed, this, &Funnel::onChanged);
    connect(&m_records, &Records::rightsChanged, this, &Funnel::count);
}

QList<Record> Funnel::pipelines() const
{
    Query query;
    query.entity = Pipeline::entity;
    query.filter = Filter::is(Pipeline::active.id, Value(true));
    const Result<QList<Record>> found = m_records.findNow(query);
    return found ? *found : QList<Record>();
}

void Funnel::show(const Uuid &pipeline, bool mine)
{
    m_pipeline = pipeline;
    m_mine = mine;
    count();
}

Filter Funnel::whose() const
{
    QList<Filter> parts{Filter::is(Opportunity::pipeline.id, m_pipeline)};
    if (m_mine)
        parts.append(Filter::mine(Opportunity::assignedTo.id));
    return Filter::all(parts);
}

Filter Funnel::whoseSteps() const
{
    return m_mine ? Filter::related(StageChange::opportunity.id, Filter::mine(Opportunity::assignedTo.id)) : Filter();
}

void Funnel::count()
{
    if (m_pipeline.isNull())
        return;
    // One count at a time; what changes meanwhile is counted afterwards.
    if (m_waiting > 0) {
        m_again = true;
        return;
    }
    ++m_waiting; // answers that come at once end nothing before all is asked
    m_next.clear();
    for (const Record &stage : stagesOf(m_records, m_pipeline))
        m_next.append({stage});
    Query open;
    open.entity = Opportunity::entity;
    open.filter = whose();
    ask(open, Opportunity::stage.id, {Opportunity::baseAmount.id, Opportunity::weightedAmount.id}, [](FunnelStage &stage, const Group &group) {
        stage.count = group.count;
        stage.amount = group.sums.value(0).value_or(0);
        stage.weighted = group.sums.value(1).value_or(0);
    });
    Query steps;
    steps.entity = StageChange::entity;
    steps.filter = whoseSteps();
    ask(steps, StageChange::toStage.id, {}, [](FunnelStage &stage, const Group &group) { stage.entered = group.count; });
    ask(steps, StageChange::fromStage.id, {StageChange::stayed.id}, [](FunnelStage &stage, const Group &group) {
        stage.left = group.count;
        stage.stayedHours = group.sums.value(0).value_or(0);
    });
    countStuck();
    countCrowds();
    answered();
}

void Funnel::countStuck()
{
    QList<Filter> late;
    for (const FunnelStage &stage : std::as_const(m_next))
        if (!stage.stage.isNull(PipelineStage::maxDays))
            late.append(filterOf(stage, Stuck));
    if (late.isEmpty())
        return;
    Query stuck;
    stuck.entity = Opportunity::entity;
    stuck.filter = Filter::any(late);
    ask(stuck, Opportunity::stage.id, {}, [](FunnelStage &stage, const Group &group) { stage.stuck = group.count; });
}

void Funnel::countCrowds()
{
    for (const FunnelStage &each : std::as_const(m_next)) {
        if (each.stage.isNull(PipelineStage::maxCount))
            continue;
        ++m_waiting;
        findCrowds(m_records, each.stage, whose(), this, [this, id = Value(each.stage.id())](const QList<Crowd> &crowds) {
            if (FunnelStage *stage = stageOf(id))
                stage->crowds = crowds;
            answered();
        });
    }
}

void Funnel::ask(const Query &query, FieldId by, const QList<FieldId> &sums, std::function<void(FunnelStage &, const Group &)> take)
{
    ++m_waiting;
    m_records.group(query, by, sums, this, [this, take = std::move(take)](const Result<QList<Group>> &groups) {
        for (const Group &group : groups ? *groups : QList<Group>())
            if (FunnelStage *stage = stageOf(group.key))
                take(*stage, group);
        answered();
    });
}

void Funnel::answered()
{
    if (--m_waiting > 0)
        return;
    m_stages = m_next;
    Q_EMIT counted();
    if (std::exchange(m_again, false))
        count();
}

FunnelStage *Funnel::stageOf(const Value &id)
{
    const auto found = std::find_if(m_next.begin(), m_next.end(), [&](const FunnelStage &stage) { return Value(stage.stage.id()) == id; });
    return found == m_next.end() ? nullptr : &*found;
}

std::optional<double> Funnel::conversion(qsizetype at) const
{
    const auto goesOn = [this](qsizetype stage) { return stage < m_stages.size() && !m_stages[stage].isLost(); };
    if (!goesOn(at) || !goesOn(at + 1) || m_stages[at].entered == 0)
        return std::nullopt;
    return 100.0 * double(m_stages[at + 1].entered) / double(m_stages[at].entered);
}

Filter Funnel::filterOf(const FunnelStage &stage, Part part) const
{
    QList<Filter> parts{whose(), Filter::is(Opportunity::stage.id, stage.stage.id())};
    if (part == Stuck)
        parts.append(Filter::compare(Filter::Kind::Less, Opportunity::stageSince.id,
                                     Value(QDateTime::currentMSecsSinceEpoch() / HourMs * HourMs - stage.stage[PipelineStage::maxDays] * DayMs)));
    QList<Filter> people;
    for (const Crowd &crowd : stage.crowds)
        people.append(Filter::is(Opportunity::assignedTo.id, Value(crowd.person)));
    if (part == Crowded)
        parts.append(Filter::any(people));
    return Filter::all(parts);
}

void Funnel::onChanged(const QSet<RecordRef> &changed)
{
    static const QSet<EntityId> counted{Opportunity::entity, StageChange::entity, PipelineStage::entity};
    if (changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [](const RecordRef &ref) { return counted.contains(ref.entity); }))
        count();
}

} // namespace guanxi::app
