// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/serveridentity.h"

#include <QDir>
#include <QFile>

namespace guanxi::server {

Result<protocol::Identity> serverIdentity(const QString &folder, const QString &company, qint64 nowMs)
{
    const QString path = QDir(folder).filePath(QStringLiteral("server.pem"));
    if (QFile::exists(path))
        return protocol::loadIdentity(path);
    const Result<protocol::Identity> made = protocol::makeIdentity(company, nowMs);
    if (!made)
        return made.error();
    GUANXI_TRY(protocol::saveIdentity(*made, path));
    return made;
}

} // namespace guanxi::server
