// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QString>

namespace guanxi::protocol {

/// Everything a desktop needs for its first contact, as a text that people paste, type or scan.
struct ConnectionCode {
    QString host;
    quint16 port = 0;
    QByteArray keyPin; ///< 32 bytes
    QByteArray token;  ///< one-time secret, 1 to 64 bytes
    QString company;   ///< shown to the user before anything is sent

    bool operator==(const ConnectionCode &) const = default;
};

/// Groups of five letters and digits without I, L, O and U, with a checksum. CodeInvalid when a part does not fit
/// (host 1–255 bytes, company up to 255 bytes of UTF-8, port > 0).
Result<QString> encodeConnectionCode(const ConnectionCode &code);
/// Forgives case, spaces, line breaks, hyphens, full-width characters and O for 0, I or L for 1; any other difference
/// is CodeInvalid.
Result<ConnectionCode> decodeConnectionCode(const QString &text);

} // namespace guanxi::protocol
