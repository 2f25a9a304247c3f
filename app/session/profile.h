// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/uuid.h"

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
    qint64 leaseSeconds = 0; ///< how long the copy may be opened without contact
    qint64 lastContact = 0;  ///< server's clock at the last contact, UTC ms

    static Result<Profile> load(const QString &path);
    Result<void> save(const QString &path) const;
};

} // namespace guanxi::app
