// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/message.h"
#include "tests/simulator/plan.h"
#include "tests/support/memoryserver.h"

namespace guanxi::test {

class Station;
class World;

/// What a mutant knows that changes messages.
struct Wiretap {
    World &world;
    Station *station = nullptr; ///< whose wire it is
    int count = 0;              ///< the mutant's own
    QHash<model::RecordRef, QByteArray> rows = {};
};

/// A rule of the product, broken on purpose at its border: in what one side says to the other, in what the server still
/// knows after a crash, in the declarations it is given, in what a computer does for its programs. If no oracle notices,
/// the oracles are worth nothing.
struct Mutant {
    const char *name;
    const char *oracle; ///< that must notice
    const char *broken; ///< the rule, in words
    /// Changes a message on its way; false loses it.
    bool (*alter)(protocol::Message &message, Wiretap &tap) = nullptr;
    /// When the server comes back.
    void (*restarted)(MemoryServer &server) = nullptr;
    /// The server's catalogue.
    MemoryServer::Declare declare = nullptr;
    bool syncs = true;        ///< disks keep what they were told to keep
    bool hasHeartbeat = true; ///< silence is noticed
    bool hasBudget = true;    ///< what waits for a connection is limited
    bool needsDisasters = false; ///< only then it does harm
    bool needsSelling = false;   ///< likewise

    bool harms(const Plan &plan) const { return (!needsDisasters || plan.hasDisasters()) && (!needsSelling || plan.sells()); }
};

const QList<Mutant> &mutants();
/// Nothing when there is none of that name.
const Mutant *mutantNamed(const QString &name);

/// What a frame on the wire becomes; empty when the message is lost. Frames of the handshake pass.
QByteArray altered(const Mutant &mutant, protocol::Role sender, const QByteArray &frame, Wiretap &tap);

} // namespace guanxi::test
