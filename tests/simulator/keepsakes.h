// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/station.h"

namespace guanxi::test {

class World;

/// What copies know and a server that was put back from a backup does not: numbers that records of their users had, and rows of
/// people who may never come back. Copies with their files in memory only: others may lose theirs at any moment.
class Keepsakes
{
public:
    /// Just after the server was put back.
    void note(World &world);
    /// Its copy is not the one from then any more.
    void forget(const Station &station);

    /// At rest: a number that nobody else took is kept, a row that the server lacks is offered to be sent. The promise that was broken.
    QString broken(World &world) const;

private:
    struct Number {
        Station *station;
        model::RecordRef record;
        QString number;
    };
    struct Row {
        Station *station;
        model::RecordRef record;
    };
    void noteDeals(World &world, Station &station, const QSet<model::RecordRef> &made);

    QList<Number> m_numbers;
    QList<Row> m_rows;
};

} // namespace guanxi::test
