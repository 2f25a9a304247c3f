// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QString>

namespace guanxi::server {

/// What the operator may set in `server.json`; everything else about a company lives in its database.
struct ServerConfig {
    static constexpr quint16 DefaultPort = 4780;

    QString host = QStringLiteral("0.0.0.0"); ///< address listened on
    quint16 port = DefaultPort;
    QString address;  ///< name or address by which desktops reach the server; empty: found out
    QString database; ///< "host=…;port=…;user=…;dbname=…" of PostgreSQL; empty: company.db in the data folder
    QString readFrom; ///< the same of a streaming replica of it, which long reading is left to; empty: none
    QString keyFile;  ///< key of company.db; empty: beside the data folder
    QString blobs;    ///< folder of contents, the same for all servers of a company; empty: in the data folder
    int largestFileMiB = 512; ///< that may be attached to a record

    bool operator==(const ServerConfig &) const = default;

    /// Settings that are not in the file keep their defaults. FileFailed(path, reason) when it cannot be read or is no
    /// JSON object, BadValue(key, value) for an unknown key, a wrong type or a value out of range.
    static Result<ServerConfig> load(const QString &path);
    /// Readable by its owner only: the database's password may be in it. DiskFull, ReadOnly, FileFailed.
    Result<void> save(const QString &path) const;
};

} // namespace guanxi::server
