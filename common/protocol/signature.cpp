// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/signature.h"

#include <sodium.h>

namespace guanxi::protocol {

namespace {

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *data(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }

} // namespace

KeyPair keyPairFrom(const QByteArray &seed)
{
    Q_ASSERT(seed.size() == crypto_sign_SEEDBYTES);
    KeyPair pair{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), QByteArray(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_seed_keypair(data(pair.publicKey), data(pair.secretKey), data(seed));
    return pair;
}

QByteArray sign(const QByteArray &bytes, const QByteArray &secretKey)
{
    Q_ASSERT(secretKey.size() == crypto_sign_SECRETKEYBYTES);
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(data(signature), nullptr, data(bytes), quint64(bytes.size()), data(secretKey));
    return signature;
}

bool isSignedBy(const QByteArray &bytes, const QByteArray &signature, const QByteArray &publicKey)
{
    return signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES
        && crypto_sign_verify_detached(data(signature), data(bytes), quint64(bytes.size()), data(publicKey)) == 0;
}

} // namespace guanxi::protocol
