// SPDX-License-Identifier: GPL-3.0-or-later
#include "machinewalk.h"

#include "common/rules/statemachine.h"
#include "entitywalk.h"

#include <QQueue>

namespace guanxi::test {

using namespace model;

void MachineWalk::walk()
{
    for (const Transition &step : m_entity.machine.transitions) {
        INFO("step " << step.code.toStdString());
        const std::optional<Path> path = pathTo(step);
        CHECK(path);
        if (path)
            takeAndTakeBack(step, *path);
    }
}

std::optional<MachineWalk::Path> MachineWalk::pathTo(const Transition &step) const
{
    const StateMachine &machine = m_entity.machine;
    if (step.from.contains(0))
        return Path();
    QHash<int, Path> reached{{machine.initial, {}}};
    QQueue<int> next{{machine.initial}};
    while (!next.isEmpty()) {
        const int state = next.dequeue();
        const Path path = reached.value(state);
        if (step.from.isEmpty() || step.from.contains(state))
            return path;
        for (const Transition *leaving : machine.leaving(state))
            if (!reached.contains(leaving->to)) {
                reached.insert(leaving->to, path + Path{leaving});
                next.enqueue(leaving->to);
            }
    }
    return std::nullopt;
}

MemoryDesk &MachineWalk::deskFor(const Transition &step)
{
    return needsSomebodyElse(step.guards) ? m_company.boss : m_company.ann;
}

Record MachineWalk::start(const Path &path, const Transition &step)
{
    Record record = m_values.make(m_entity);
    if (path.isEmpty() && step.from.contains(0))
        record.setValue(m_entity.machine.field, step.to);
    if (!m_values.save(record))
        return {};
    for (const Transition *leading : path) {
        INFO("on the way: " << leading->code.toStdString());
        if (!make(record.ref(), *leading))
            return {};
    }
    return m_company.server.record(record.ref());
}

void MachineWalk::takeAndTakeBack(const Transition &step, const Path &path)
{
    const Record record = start(path, step);
    if (!record.isValid())
        return;
    const RecordRef ref = record.ref();
    Uuid action;
    if (step.from.contains(0)) {
        CHECK(record.value(m_entity.machine.field).number() == step.to);
        return;
    }
    if (!step.automatic) {
        CHECK(satisfyGuards(step.guards, ref, m_company, m_values));
    }
    const Record before = m_company.server.record(ref);
    if (!make(ref, step, &action) || action.isNull())
        return;
    if (!passed(deskFor(step).records().undo(action)))
        return;
    m_company.settle();
    const Record back = m_company.server.record(ref);
    INFO("taken back: " << m_company.lastRefusal(ref) << "; differs in " << difference(before, back));
    CHECK(difference(before, back).empty());
    CHECK(m_company.openConflicts(ref).isEmpty());
    CHECK(m_company.agree(ref));
}

bool MachineWalk::make(const RecordRef &ref, const Transition &step, Uuid *action)
{
    if (step.automatic)
        makeAsServer(ref, step);
    else if (!action && !satisfyGuards(step.guards, ref, m_company, m_values))
        return false;
    else if (!makeAsPerson(ref, step, action))
        return false;
    m_company.settle();
    const Record after = m_company.server.record(ref);
    INFO(m_company.lastRefusal(ref));
    const bool arrived = after.value(m_entity.machine.field).number() == step.to;
    CHECK(arrived);
    CHECK(m_company.openConflicts(ref).isEmpty());
    CHECK(m_company.agree(ref));
    if (!step.automatic)
        for (const Effect &effect : step.effects) {
            INFO("effect on " << m_entity.field(effect.field)->name.toStdString());
            CHECK((effect.kind == Effect::Kind::SetConstant ? after.value(effect.field) == effect.value
                                                           : !after.value(effect.field).isNull()));
        }
    return arrived;
}

bool MachineWalk::makeAsPerson(const RecordRef &ref, const Transition &step, Uuid *action)
{
    app::LocalRecords &records = deskFor(step).records();
    Record record = records.load(ref).value();
    const QList<const Transition *> offered = records.transitions(record);
    CHECK(std::any_of(offered.begin(), offered.end(), [&](const Transition *one) { return one->id == step.id; }) == !step.byCommand);
    for (FieldId id : step.required)
        record.setValue(id, m_values.value(m_entity, *m_entity.field(id), 1));
    const Result<app::Saved> saved = records.transition(record, step.id);
    if (!passed(saved))
        return false;
    if (action)
        *action = saved->action;
    return true;
}

void MachineWalk::makeAsServer(const RecordRef &ref, const Transition &step)
{
    Record record = m_company.server.record(ref);
    rules::applyEffects(record, step, m_company.bossId, m_company.clock.wallMs());
    m_company.server.update(record);
}

} // namespace guanxi::test
