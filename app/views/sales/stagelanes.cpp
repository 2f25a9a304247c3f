// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/stagelanes.h"

#include "app/views/sales/stagemove.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/opportunities.h"

#include <QComboBox>
#include <QDateTime>
#include <QTimer>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

constexpr qint64 DayMs = 86'400'000;
constexpr int CountPauseMs = 200; ///< several opportunities change at once

Tone toneOf(const Record &stage)
{
    switch (stage[PipelineStage::outcome]) {
    case PipelineStage::Won: return Tone::Good;
    case PipelineStage::Lost: return Tone::Bad;
    default: return Tone::Active;
    }
}

int stepTo(const Record &stage)
{
    switch (stage[PipelineStage::outcome]) {
    case PipelineStage::Won: return Opportunity::Succeed;
    case PipelineStage::Lost: return Opportunity::Fail;
    default: return Opportunity::MoveStage;
    }
}

bool isOpen(const Record &stage) { return stage[PipelineStage::outcome] == PipelineStage::Open; }

} // namespace

StageLanes::StageLanes(ViewContext &context, QObject *parent) : BoardLanes(parent), m_context(context), m_records(context.records()), m_counting(new QTimer(this))
{
    m_counting->setSingleShot(true);
    m_counting->setInterval(CountPauseMs);
    connect(m_counting, &QTimer::timeout, this, &StageLanes::countCrowds);
    connect(&m_records, &Records::changed, this, &StageLanes::onChanged);
    load();
}

void StageLanes::onChanged(const QSet<RecordRef> &changed)
{
    const auto concerns = [&](EntityId entity) {
        return changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [entity](const RecordRef &ref) { return ref.entity == entity; });
    };
    if (concerns(PipelineStage::entity) || concerns(Pipeline::entity)) {
        load();
        Q_EMIT this->changed();
    } else if (concerns(Opportunity::entity)) {
        m_counting->start();
    }
}

void StageLanes::countCrowds()
{
    for (const Record &stage : std::as_const(m_stages)) {
        if (stage.isNull(PipelineStage::maxCount))
            continue;
        findCrowds(m_records, stage, {}, this, [this, id = stage.id()](const QList<Crowd> &crowds) {
            if (m_crowds.value(id) == crowds)
                return;
            m_crowds.insert(id, crowds);
            Q_EMIT changed();
        });
    }
}

void StageLanes::load()
{
    storage::Query query;
    query.entity = Pipeline::entity;
    query.filter = Filter::is(Pipeline::active.id, Value(true));
    const Result<QList<Record>> found = m_records.findNow(query);
    m_pipelines = found ? *found : QList<Record>();
    const bool isThere = std::any_of(m_pipelines.begin(), m_pipelines.end(), [this](const Record &pipeline) { return pipeline.id() == m_pipeline; });
    if (!isThere)
        m_pipeline = m_pipelines.isEmpty() ? Uuid() : m_pipelines.first().id();
    m_stages = stagesOf(m_records, m_pipeline);
    m_counting->start();
}

void StageLanes::show(const Uuid &pipeline)
{
    if (pipeline == m_pipeline)
        return;
    m_pipeline = pipeline;
    load();
    if (m_chooser)
        m_chooser->setCurrentIndex(m_chooser->findData(m_pipeline.bytes()));
    Q_EMIT changed();
}

QList<BoardLane> StageLanes::lanes() const
{
    QList<BoardLane> lanes;
    const qint64 since = dayOf(QDate::currentDate()) - ClosedDays;
    for (const Record &stage : m_stages) {
        const Filter in = Filter::is(Opportunity::stage.id, stage.id());
        BoardLane lane{Value(stage.id()), m_records.title(stage.ref()), toneOf(stage), in};
        if (!isOpen(stage)) {
            lane.filter = Filter::all({in, Filter::compare(Filter::Kind::GreaterOrEqual, Opportunity::closedOn.id, Value(since))});
            lane.remark = tr("last %n day(s)", nullptr, ClosedDays);
        }
        if (const QList<Crowd> crowds = m_crowds.value(stage.id()); !crowds.isEmpty() && !stage.isNull(PipelineStage::maxCount)) {
            lane.warning = tr("Too many");
            lane.reasons = crowdText(m_records, stage, crowds);
        }
        lanes.append(lane);
    }
    return lanes;
}

FieldId StageLanes::field() const { return Opportunity::stage.id; }
QList<FieldId> StageLanes::sums() const { return {Opportunity::baseAmount.id, Opportunity::weightedAmount.id}; }

QList<BoardMove> StageLanes::moves(const Record &record) const
{
    QList<BoardMove> moves;
    const Entity &entity = record.entity();
    const bool isClosed = record[Opportunity::devStatus] != Opportunity::Developing;
    if (record.isDeleted() || !m_records.may(isClosed ? Action::Approve : Action::Edit, record))
        return moves;
    for (int at = 0; at < m_stages.size(); ++at) {
        const Record &stage = m_stages[at];
        if (stage.id() == record[Opportunity::stage] || (isClosed && !isOpen(stage)))
            continue;
        const int step = isClosed ? int(Opportunity::Reopen) : stepTo(stage);
        moves.append({at, step, step == Opportunity::MoveStage ? tr("Move to “%1”").arg(m_records.title(stage.ref()))
                                                               : tr("%1 (“%2”)").arg(transitionLabel(entity, *entity.machine.transition(step)), m_records.title(stage.ref()))});
    }
    if (!isClosed)
        moves.append({-1, Opportunity::Assign, transitionLabel(entity, *entity.machine.transition(Opportunity::Assign))});
    return moves;
}

std::optional<MadeStep> StageLanes::make(const Record &card, const BoardMove &move, QWidget *parent)
{
    // Of what a list shows it holds the columns only.
    const Result<Record> record = m_records.load(card.ref());
    if (!record)
        return MadeStep{record.error(), {}};
    if (move.lane < 0 || move.lane >= m_stages.size())
        return makeStep(m_records, *record, move.id, parent);
    const Record &stage = m_stages[move.lane];
    if (move.id == Opportunity::MoveStage)
        return moveToStage(m_records, *record, stage, parent);
    if (move.id == Opportunity::Succeed && record->isNull(Opportunity::account)) {
        markSuccess(parent, m_context, card.ref());
        return std::nullopt;
    }
    Record moved = *record;
    moved.set(Opportunity::stage, stage.id());
    moved.setValue(Opportunity::probability.id, stage.value(PipelineStage::defaultProbability.id));
    return makeStep(m_records, moved, move.id, parent);
}

CardRemark StageLanes::remark(const Record &record) const
{
    const auto stage = std::find_if(m_stages.begin(), m_stages.end(), [&](const Record &each) { return each.id() == record[Opportunity::stage]; });
    if (stage == m_stages.end() || !isOpen(*stage))
        return {};
    const qint64 since = record.value(record.isNull(Opportunity::stageSince) ? system::CreatedAt : Opportunity::stageSince.id).number();
    const qint64 days = since > 0 ? std::max<qint64>(0, (QDateTime::currentMSecsSinceEpoch() - since) / DayMs) : 0;
    const QString text = tr("%n day(s)", nullptr, int(days));
    if (stage->isNull(PipelineStage::maxDays))
        return {text};
    const qint64 most = (*stage)[PipelineStage::maxDays];
    return {text, days > most ? Tone::Bad : 3 * days > 2 * most ? Tone::Waiting : Tone::Neutral};
}

QWidget *StageLanes::chooser()
{
    if (m_pipelines.size() < 2)
        return nullptr;
    m_chooser = new QComboBox;
    m_chooser->setAccessibleName(tr("Pipeline"));
    for (const Record &pipeline : std::as_const(m_pipelines))
        m_chooser->addItem(m_records.title(pipeline.ref()), pipeline.id().bytes());
    m_chooser->setCurrentIndex(m_chooser->findData(m_pipeline.bytes()));
    connect(m_chooser, &QComboBox::activated, this, [this] { show(Uuid::fromBytes(m_chooser->currentData().toByteArray())); });
    return m_chooser;
}

QJsonObject StageLanes::state() const { return {{QStringLiteral("pipeline"), m_pipeline.text()}}; }

void StageLanes::setState(const QJsonObject &state)
{
    const std::optional<Uuid> pipeline = Uuid::fromText(state[QStringLiteral("pipeline")].toString());
    if (pipeline && std::any_of(m_pipelines.begin(), m_pipelines.end(), [&](const Record &each) { return each.id() == *pipeline; }))
        show(*pipeline);
}

} // namespace guanxi::app
