// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/boardlanes.h"

#include "app/widgets/fieldtext.h"

namespace guanxi::app {

QList<BoardLane> StateLanes::lanes() const
{
    QList<BoardLane> lanes;
    for (const model::State &state : m_entity.machine.states)
        lanes.append({model::Value(state.id), stateLabel(m_entity, state), state.tone, storage::Filter::is(m_entity.machine.field, model::Value(state.id))});
    return lanes;
}

QList<BoardMove> StateLanes::moves(const model::Record &record) const
{
    QList<BoardMove> moves;
    const qint64 now = record.value(m_entity.machine.field).number();
    const auto laneOf = [this](int state) {
        const auto &states = m_entity.machine.states;
        return int(std::find_if(states.begin(), states.end(), [state](const model::State &each) { return each.id == state; }) - states.begin());
    };
    for (const model::Transition *step : m_records.transitions(record))
        moves.append({step->to == now ? -1 : laneOf(step->to), step->id, transitionLabel(m_entity, *step)});
    return moves;
}

std::optional<MadeStep> StateLanes::make(const model::Record &record, const BoardMove &move, QWidget *parent)
{
    return makeStep(m_records, record, move.id, parent);
}

} // namespace guanxi::app
