// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "valuemaker.h"

namespace guanxi::test {

/// Takes every step of an entity's state machine, each from a record of its own that was driven there, and takes it
/// back again. What guards ask for is put in place by their names.
class MachineWalk
{
public:
    MachineWalk(WalkCompany &company, ValueMaker &values, const model::Entity &entity)
        : m_company(company), m_values(values), m_entity(entity)
    {}

    void walk();

private:
    using Path = QList<const model::Transition *>;

    void takeAndTakeBack(const model::Transition &step, const Path &path);
    /// The steps from a new record to where `step` may begin, the shortest.
    std::optional<Path> pathTo(const model::Transition &step) const;
    model::Record start(const Path &path, const model::Transition &step);
    bool make(const model::RecordRef &ref, const model::Transition &step, Uuid *action = nullptr);
    bool makeAsPerson(const model::RecordRef &ref, const model::Transition &step, Uuid *action);
    void makeAsServer(const model::RecordRef &ref, const model::Transition &step);
    MemoryDesk &deskFor(const model::Transition &step);

    WalkCompany &m_company;
    ValueMaker &m_values;
    const model::Entity &m_entity;
};

/// Puts in place what the guards ask for, about the record or in it; false when nobody knows how.
bool satisfyGuards(const QStringList &names, const model::RecordRef &ref, WalkCompany &company, ValueMaker &values);
/// Guards that refuse the person who made the record.
bool needsSomebodyElse(const QStringList &names);

} // namespace guanxi::test
