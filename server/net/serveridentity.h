// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/certificate.h"

namespace guanxi::server {

/// The key and certificate in `folder`, made at the first start. Clients pin the key: losing the file means enrolling
/// every desktop anew. FileFailed, DiskFull, ReadOnly.
Result<protocol::Identity> serverIdentity(const QString &folder, const QString &company, qint64 nowMs);

} // namespace guanxi::server
