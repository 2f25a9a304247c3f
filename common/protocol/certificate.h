// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QSslCertificate>
#include <QSslKey>

namespace guanxi::protocol {

/// A server's key and the self-signed certificate around it. Clients trust the key by its pin, never the certificate.
struct Identity {
    QSslCertificate certificate;
    QSslKey key;
};

/// SHA-256 over the certificate's SubjectPublicKeyInfo: 32 bytes; empty for a broken certificate.
QByteArray keyPin(const QSslCertificate &certificate);

/// Error Internal when Qt's TLS does not come from OpenSSL or lacks TLS 1.3: call before anything else of TLS.
Result<void> checkTlsBackend();

/// A new ECDSA P-256 key with a certificate for `name` valid from `nowMs` (UTC) for 50 years.
Result<Identity> makeIdentity(const QString &name, qint64 nowMs);

/// One PEM file with key and certificate that only its owner can read, replaced in one step.
Result<void> saveIdentity(const Identity &identity, const QString &path);
/// FileFailed when it cannot be read or its key does not belong to its certificate.
Result<Identity> loadIdentity(const QString &path);

} // namespace guanxi::protocol
