// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace guanxi::server {

/// The program behind main(): finds the command and runs it. Answers the exit code: 0, 1 (failed), 2 (wrong usage).
int runProgram(const QStringList &words);

} // namespace guanxi::server
