// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/console/command.h"
#include "server/console/platform.h"

#include "common/protocol/sessionmessages.h"

namespace guanxi::server {

/// The prompt at a terminal, in the server's process or attached to it.
class LiveConsole : public QObject
{
    Q_OBJECT

public:
    using Execute = std::function<Result<protocol::CommandReply>(const QStringList &words)>;

    LiveConsole(Execute execute, Terminal &terminal, QObject *parent = nullptr);

Q_SIGNALS:
    /// The operator typed `exit` or ended the input.
    void left();

private:
    void run(const QString &line);

    Execute m_execute;
    Terminal &m_terminal;
    platform::LineReader m_reader;
};

} // namespace guanxi::server
