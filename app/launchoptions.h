// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

namespace guanxi::app {

/// The command line of the desktop program.
struct LaunchOptions {
    QString data;         ///< folder of the local copy
    QString code;         ///< connection code: enrols a new folder without asking
    QString user;
    QString passwordFile; ///< signs in without asking
    QString tour;         ///< folder for pictures of every view; the program ends afterwards
    QString language;     ///< empty: as remembered, else by the system
    QString theme;
    bool offline = false;
    QString look;         ///< of the tour; empty: all

    /// Answers Usage(what is wrong) for anything unknown; --help and --version print and end the program.
    static Result<LaunchOptions> parse(const QStringList &arguments);
    /// First line of the password file; FileFailed when it cannot be read.
    Result<QString> password() const;
};

} // namespace guanxi::app
