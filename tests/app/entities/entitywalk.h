// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "valuemaker.h"

namespace guanxi::test {

/// Lives through what happens to records of one entity: made, edited, changed by two desktops at once, undone, deleted.
/// After each step the server and every desktop must have the same row. Marks the test as failed and goes on, so that
/// one run names everything that is wrong.
class EntityWalk
{
public:
    EntityWalk(WalkCompany &company, ValueMaker &values, const model::Entity &entity)
        : m_company(company), m_values(values), m_entity(entity)
    {}

    /// Everything, as far as the catalogue says that it may happen to this entity.
    void walk();
    /// The record that is left over, with every field filled.
    const model::RecordRef &record() const { return m_ref; }

private:
    void create();
    void edit();
    void clash();
    void settleConflicts();
    void remove();
    /// What only the server fills it can fill, and everybody gets it.
    void fillByServer();
    /// A value that must be unique is refused to a second record.
    void checkUnique();
    /// What the catalogue forbids is refused on the desktop already.
    void checkForbidden();
    bool isEdited() const { return !m_entity.appendOnly && !m_entity.serverWritten; }
    void takeBack(const Uuid &action, const model::Record &before);
    model::Record changed(const model::Record &record, int variant);
    model::Record stored() const { return m_company.server.record(m_ref); }

    WalkCompany &m_company;
    ValueMaker &m_values;
    const model::Entity &m_entity;
    model::RecordRef m_ref;
};

/// Names of the fields in which two versions of a record differ, except for who changed it last.
std::string difference(const model::Record &one, const model::Record &other);

} // namespace guanxi::test
