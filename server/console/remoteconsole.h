// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/localchannel.h"

namespace guanxi::server {

/// The other end of ConsoleServer: says a command to the running server and waits for the answer.
class RemoteConsole
{
public:
    static constexpr int PatienceMs = 120'000; ///< for one answer

    /// Unreachable(name, reason) when no server runs.
    Result<void> connectTo(const QString &name);
    /// Disconnected, TimedOut.
    Result<protocol::CommandReply> ask(const QStringList &words);

private:
    std::unique_ptr<protocol::LocalChannel> m_channel;
};

} // namespace guanxi::server
