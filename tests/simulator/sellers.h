// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/users.h"

namespace guanxi::test {

/// What salespeople do at one desk, by the product's own declarations: hints, opportunities with plans, quotes, contracts and orders with
/// their lines, instalments and payments, and every step of all of them.
class Sellers
{
public:
    Sellers(Users &users, World &world, Station &station, Dice &dice) : m_users(users), m_world(world), m_station(station), m_desk(station.desk()), m_dice(dice) {}

    void play();

private:
    void begin();
    void editLines();
    void step();

    /// What is saved at once; empty when there is nothing it could belong to.
    QList<model::Record> lead();
    QList<model::Record> opportunity();
    QList<model::Record> planItem();
    QList<model::Record> quote();
    QList<model::Record> contract();
    QList<model::Record> scan();
    QList<model::Record> order();
    QList<model::Record> instalment();
    QList<model::Record> payment();

    model::Record lineOf(const model::Record &document, qint64 position);
    QList<model::Record> withLines(const model::Record &document);
    QList<model::Record> linesOf(const model::Record &document);
    /// Fills what the step needs and nobody has filled.
    void prepare(model::Record &record, const model::Transition &step);
    std::optional<model::Record> live(model::EntityId entity);
    qint64 dayFromNow(qint64 days) const;

    Users &m_users;
    World &m_world;
    Station &m_station;
    MemoryDesk &m_desk;
    Dice &m_dice;
};

/// What the warehouse does: an order that was reviewed goes out, as a whole or in part.
void shipSomething(World &world, Dice &dice);

} // namespace guanxi::test
