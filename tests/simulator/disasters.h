// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/keepsakes.h"

namespace guanxi::test {

class World;
struct Dice;

/// What administrators and laptops do to a company once in a long while: databases and folders put back from yesterday's
/// copy, a laptop cloned, newer programs installed here and not yet there.
class Disasters
{
public:
    explicit Disasters(World &world) : m_world(world) {}

    void play(Station &station, Dice &dice);
    Keepsakes &keepsakes() { return m_keepsakes; }

private:
    void backUpServer();
    void restoreServer();
    void backUp(Station &station);
    void restore(Station &station);
    void clone(Station &station);
    void upgrade(Station &station);
    /// What was saved, and neither the server nor any desk knows any more: nobody can be asked to bring it back.
    void giveUpWhatNobodyHolds();

    World &m_world;
    Station::Backup m_server;
    bool m_hasServer = false;
    QHash<const Station *, Station::Backup> m_desks;
    int m_clones = 0;
    Keepsakes m_keepsakes;
};

} // namespace guanxi::test
