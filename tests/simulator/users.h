// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/world.h"

namespace guanxi::test {

/// One thing one user does at one desk, through the same Records his windows use.
class Users
{
public:
    Users(World &world, Station &station, Dice &dice) : m_world(world), m_station(station), m_desk(station.desk()), m_dice(dice) {}

    void play();

    // Also for who does something of a special kind.
    /// A record of the entity that the desk holds, deleted ones too; nothing when it holds none.
    std::optional<model::Record> any(model::EntityId entity);
    Uuid anyUser();
    /// Text that is found again wherever it goes.
    QString canary(const model::Record &record, model::FieldId field);
    /// Follows what was saved.
    void note(const Result<app::Saved> &saved, Edit edit);

private:
    void edit();
    void create();
    void move();
    void removeOrRestore();
    void step();
    void undo();
    void resolve();
    void import();

    void editText(model::Record record, model::TextField field);
    void editDeal(model::Record record);
    model::Record newRecord(model::EntityId entity);
    /// What stands in a field before an edit that will be followed.
    Edit before(const model::Record &record, model::FieldId field);
    /// Saves, and follows what it adds to the amounts of the deals among `records`.
    void noteSums(const QSet<model::RecordRef> &records, const std::function<Result<app::Saved>()> &save);

    World &m_world;
    Station &m_station;
    MemoryDesk &m_desk;
    Dice &m_dice;
};

/// What the administrator does at the server: grants, shares, moves, users of another department.
void playAdministrator(World &world, Dice &dice);

} // namespace guanxi::test
