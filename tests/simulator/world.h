// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/mutants.h"
#include "tests/support/memorydesk.h"

namespace guanxi::test {

/// An edit whose fate is followed: the value is unique in the run.
struct Edit {
    Uuid replica;
    qint64 seq = 0;
    QString value;
    model::RecordRef record;
    model::FieldId field = 0;
    model::Value seen; ///< what stood there when it was typed
};

/// One seeded run of a small company.
class World
{
public:
    /// With a mutant, from when everybody has met for the first time.
    explicit World(quint64 seed, const Mutant *mutant = nullptr);

    /// Plays the random part, then lets everything come to rest.
    void run(int steps);

    MemoryServer &server() { return m_server; }
    QList<MemoryDesk *> desks() const;
    const QList<Edit> &edits() const { return m_edits; }

private:
    void build();
    void step();
    void userStep(MemoryDesk &desk);
    void edit(MemoryDesk &desk);
    void create(MemoryDesk &desk);
    void removeOrRestore(MemoryDesk &desk);
    void undo(MemoryDesk &desk);
    void adminStep();
    void faultStep(MemoryDesk &desk);
    void connectDesk(MemoryDesk &desk);
    /// What the wire does to a frame beside delaying it.
    std::optional<qint64> mutated(protocol::Role sender, QByteArray &bytes, qint64 delay);
    void note(MemoryDesk &desk, const app::Saved &saved, const Edit &edit);
    std::optional<model::Record> anyRecord(MemoryDesk &desk, model::EntityId entity);
    bool chance(int percent) { return m_random.below(100) < quint64(percent); }
    template <class List> auto &oneOf(List &list) { return list[qsizetype(m_random.below(quint64(list.size())))]; }

    FakeClock m_clock;
    SeededRandom m_random;
    MemoryServer m_server;
    std::vector<std::unique_ptr<MemoryDesk>> m_desks;
    QList<Uuid> m_departments;
    QList<Uuid> m_users;
    QList<Uuid> m_roles;
    QList<std::pair<Uuid, Uuid>> m_grants; ///< user, grant: extra ones that come and go
    QList<Edit> m_edits;
    int m_values = 0;
    const Mutant *m_mutant = nullptr;
    int m_mutations = 0;
};

} // namespace guanxi::test
