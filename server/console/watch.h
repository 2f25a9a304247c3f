// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/console/command.h"
#include "server/console/platform.h"

#include "common/protocol/sessionmessages.h"

#include <QTimer>

namespace guanxi::server {

/// Runs a command again each second until a key is pressed or it fails: over the last screen at a terminal, else one
/// answer after the other.
class Watch : public QObject
{
    Q_OBJECT

public:
    using Execute = std::function<Result<protocol::CommandReply>(const QStringList &words)>;

    Watch(Execute execute, const ParsedCommand &command, Terminal &terminal, QObject *parent = nullptr);

Q_SIGNALS:
    void ended(int exitCode);

private:
    void show();

    Execute m_execute;
    ParsedCommand m_command;
    Terminal &m_terminal;
    QTimer m_timer;
    platform::KeyPress m_key;
};

} // namespace guanxi::server
