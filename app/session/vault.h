// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "common/base/result.h"

#include <QByteArray>
#include <QString>

namespace guanxi::app {

/// Secrets of one replica, readable with the user's password only.
struct VaultSecrets {
    QByteArray dataKey;    ///< 32 bytes: key of cache and outbox
    QByteArray signingKey; ///< 64 bytes: Ed25519 secret key of the replica

    /// An Ed25519 secret key ends with its public half.
    QByteArray publicKey() const { return signingKey.right(32); }
};

/// The file that wraps a replica's keys with the user's password (Argon2id, secretbox). Wrong passwords cost a growing
/// delay that survives a restart; the file never holds the password or a hash of it.
class Vault
{
public:
    Vault(QString path, const Clock &clock) : m_path(std::move(path)), m_clock(clock) {}

    bool exists() const;
    /// New keys, wrapped with `password`.
    Result<VaultSecrets> create(const QString &password);
    /// WrongPassword; LockedOut(seconds) while a delay runs.
    Result<VaultSecrets> unlock(const QString &password);
    /// Wraps the same keys with another password.
    Result<void> rewrap(const VaultSecrets &secrets, const QString &password);
    /// Makes the local files unreadable for good; nothing to destroy is no error.
    Result<void> destroy();

private:
    Result<void> write(const QByteArray &salt, const QByteArray &box, int failures, qint64 lockedUntil);

    QString m_path;
    const Clock &m_clock;
    qint64 m_notBefore = 0; ///< monotonic: a wall clock put forward does not end a delay of this run
};

} // namespace guanxi::app
