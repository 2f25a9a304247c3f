// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace guanxi::server {

/// Which installations proved their password of late, so that five hundred that come back after a cut need not compute
/// Argon2id again. Keyed hashes in memory only, under a key that ends with the process; the device's signature is asked
/// for all the same, and a wrong password always takes the long way.
class RecentProofs
{
public:
    static constexpr qint64 ValidMs = qint64(12) * 3600 * 1000;
    static constexpr qsizetype Most = 10'000;

    /// `key`: 32 random bytes.
    explicit RecentProofs(const QByteArray &key) : m_key(key) {}

    /// `stored` is the Argon2id string that `password` was compared with: another one makes the proof worthless.
    void note(const Uuid &replica, const QString &stored, const QString &password, qint64 nowMs);
    bool holds(const Uuid &replica, const QString &stored, const QString &password, qint64 nowMs) const;

private:
    struct Proof {
        QByteArray hash;
        qint64 end = 0;
    };
    QByteArray hashOf(const Uuid &replica, const QString &stored, const QString &password) const;

    QByteArray m_key;
    QHash<Uuid, Proof> m_proofs;
};

} // namespace guanxi::server
