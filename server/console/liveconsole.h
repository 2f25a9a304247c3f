// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/console/platform.h"
#include "server/console/watch.h"

namespace guanxi::server {

/// The prompt at a terminal, in the server's process or attached to it.
class LiveConsole : public QObject
{
    Q_OBJECT

public:
    using Execute = Watch::Execute;

    LiveConsole(Execute execute, Terminal &terminal, QObject *parent = nullptr);

Q_SIGNALS:
    /// The operator typed `exit` or ended the input.
    void left();

private:
    void run(const QString &line);
    void watch(const ParsedCommand &command);

    Execute m_execute;
    Terminal &m_terminal;
    platform::LineReader m_reader;
    std::unique_ptr<Watch> m_watch; ///< has the terminal while it is there
};

} // namespace guanxi::server
