// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QString>

namespace guanxi {

/// Why nothing could be written there: DiskFull(path), ReadOnly(path), FileFailed(path, reason).
Error writeError(const QString &path, const QString &reason);

/// Replaces the file in one step; only its owner can read it. Errors of writeError().
Result<void> writeSecretFile(const QString &path, const QByteArray &content);

} // namespace guanxi
