// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/message.h"
#include "tests/support/memoryserver.h"

namespace guanxi::test {

/// A rule of the product, broken on purpose at its border: in what one side says to the other, or in what the server
/// still knows after a crash. If no oracle notices, the oracles are worth nothing.
struct Mutant {
    const char *name;
    const char *broken; ///< the rule, in words
    /// Changes a message on its way; `count` is the mutant's own and begins at 0. False loses the message.
    bool (*alter)(protocol::Message &message, int &count) = nullptr;
    /// When the server comes back.
    void (*restarted)(MemoryServer &server) = nullptr;
};

const QList<Mutant> &mutants();
/// Nothing when there is none of that name.
const Mutant *mutantNamed(const QString &name);

/// What a frame on the wire becomes; empty when the message is lost. Frames of the handshake pass.
QByteArray altered(const Mutant &mutant, protocol::Role sender, const QByteArray &frame, int &count);

} // namespace guanxi::test
