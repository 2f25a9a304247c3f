// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace guanxi::protocol {

/// A replica's Ed25519 pair. The secret stays on the device.
struct KeyPair {
    QByteArray publicKey; ///< KeySize bytes
    QByteArray secretKey; ///< 64 bytes
};

/// The pair that belongs to `seed` (32 random bytes).
KeyPair keyPairFrom(const QByteArray &seed);
/// SignatureSize bytes.
QByteArray sign(const QByteArray &bytes, const QByteArray &secretKey);
/// False for anything malformed.
bool isSignedBy(const QByteArray &bytes, const QByteArray &signature, const QByteArray &publicKey);

/// What a replica signs: fresh on both sides and good for this server only.
inline QByteArray signInBytes(const QByteArray &clientNonce, const QByteArray &serverNonce, const QByteArray &keyPin)
{
    return clientNonce + serverNonce + keyPin;
}

} // namespace guanxi::protocol
