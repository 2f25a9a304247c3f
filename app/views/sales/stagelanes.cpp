// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/stagelanes.h"

#include "app/views/sales/stagemove.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/opportunities.h"

#include <QComboBox>
#include <QDateTime>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

constexpr qint64 DayMs = 86'400'000;

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

StageLanes::StageLanes(ViewContext &context, QObject *parent) : BoardLanes(parent), m_context(context), m_records(context.records())
{
    load();
    connect(&m_records, &Records::changed, this, [this](const QSet<RecordRef> &changed) {
        if (!changed.isEmpty() && std::none_of(changed.begin(), changed.end(), [](const RecordRef &ref) { return ref.entity == PipelineStage::entity || ref.entity == Pipeline::entity; }))
            return;
        load();
        Q_EMIT this->changed();
    });
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
