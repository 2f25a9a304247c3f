// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/uuid.h"
#include "common/protocol/sessionmessages.h"

#include <QByteArray>

namespace guanxi::app {

/// What a desktop remembers of its company's server, readable before anybody signed in. No secrets.
struct Profile {
    QString host;
    quint16 port = 0;
    QByteArray pin; ///< SHA-256 of the server's public key
    QString companyName;
    QString login;
    bool enrolled = false;
    /// Ordered: no view of the copy any more, what was not sent is handed over. Wiped: nothing is left but this.
    enum class Removal : quint8 { None = 0, Ordered = 1, Wiped = 2 };
    Removal removal = Removal::None;
    int handedOver = 0; ///< change sets that the server keeps for the administrator
    int lostFiles = 0;  ///< that were attached here and that the server could not take
    QList<protocol::ServerAddress> others{}; ///< servers of the company, as it said last

    static Result<Profile> load(const QString &path);
    Result<void> save(const QString &path) const;
};

} // namespace guanxi::app
