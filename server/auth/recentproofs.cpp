// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/recentproofs.h"

#include "server/auth/passwordhasher.h"

#include <sodium.h>

namespace guanxi::server {

void RecentProofs::note(const Uuid &replica, const QString &stored, const QString &password, qint64 nowMs)
{
    if (m_proofs.size() >= Most && !m_proofs.contains(replica))
        m_proofs.removeIf([&](auto proof) { return proof->end <= nowMs; });
    if (m_proofs.size() < Most || m_proofs.contains(replica))
        m_proofs.insert(replica, {hashOf(replica, stored, password), nowMs + ValidMs});
}

bool RecentProofs::holds(const Uuid &replica, const QString &stored, const QString &password, qint64 nowMs) const
{
    const auto proof = m_proofs.constFind(replica);
    if (proof == m_proofs.constEnd() || proof->end <= nowMs)
        return false;
    const QByteArray hash = hashOf(replica, stored, password);
    return sodium_memcmp(hash.constData(), proof->hash.constData(), size_t(hash.size())) == 0;
}

QByteArray RecentProofs::hashOf(const Uuid &replica, const QString &stored, const QString &password) const
{
    // The form of an Argon2id string keeps it apart from the password behind it: it holds no line end.
    const QByteArray bytes = replica.bytes() + stored.toLatin1() + '\n' + PasswordHasher::canonical(password);
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()), reinterpret_cast<const unsigned char *>(bytes.constData()),
                       quint64(bytes.size()), reinterpret_cast<const unsigned char *>(m_key.constData()), size_t(m_key.size()));
    return hash;
}

} // namespace guanxi::server
