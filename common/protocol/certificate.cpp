// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/certificate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <QSslSocket>

#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

namespace guanxi::protocol {

namespace {

constexpr qint64 ValidSeconds = qint64(50) * 366 * 24 * 3600;
constexpr qint64 ClockSlackSeconds = 24 * 3600; ///< for clients whose clock runs behind; pins decide anyway
constexpr int NameMost = 64;                    ///< limit of a common name (RFC 5280)

template <auto release> struct Release {
    template <class T> void operator()(T *object) const { release(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;

Error failed(const char *what) { return {ErrorCode::Internal, {QString::fromLatin1(what)}}; }

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

Certificate parse(const QByteArray &der)
{
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &data, long(der.size())));
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] = (bytes[0] & 0x3f) | 0x40; // positive and of full length
    const std::unique_ptr<BIGNUM, Release<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setNames(X509 *certificate, const QString &name)
{
    QString shortName = name;
    while (shortName.toUcs4().size() > NameMost)
        shortName.chop(1);
    const QByteArray utf8 = shortName.isEmpty() ? QByteArray("Guanxi") : shortName.toUtf8();
    X509_NAME *subject = X509_get_subject_name(certificate);
    const auto *bytes = reinterpret_cast<const unsigned char *>(utf8.constData());
    return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytes, int(utf8.size()), -1, 0)
        && X509_set_issuer_name(certificate, subject);
}

bool setValidity(X509 *certificate, qint64 nowMs)
{
    const qint64 now = nowMs / 1000;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(now - ClockSlackSeconds))
        && ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(now + ValidSeconds));
}

Identity identityFrom(const QByteArray &pem)
{
    return {QSslCertificate(pem, QSsl::Pem), QSslKey(pem, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey)};
}

bool belongTogether(const QByteArray &pem)
{
    const Bio keyBio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const Key key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    const Bio certificateBio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const Certificate certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    return key && certificate && X509_check_private_key(certificate.get(), key.get()) == 1;
}

Error fileFailed(const QFileDevice &file) { return {ErrorCode::FileFailed, {file.fileName(), file.errorString()}}; }

} // namespace

QByteArray keyPin(const QSslCertificate &certificate)
{
    const Certificate parsed = parse(certificate.toDer());
    unsigned char *der = nullptr;
    const int size = parsed ? i2d_X509_PUBKEY(X509_get_X509_PUBKEY(parsed.get()), &der) : -1;
    if (size <= 0)
        return {};
    const QByteArray info(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return QCryptographicHash::hash(info, QCryptographicHash::Sha256);
}

Result<void> checkTlsBackend()
{
    const QString openssl = QStringLiteral("openssl");
    if (QSslSocket::activeBackend() != openssl
        && !(QSslSocket::availableBackends().contains(openssl) && QSslSocket::setActiveBackend(openssl)))
        return failed("TLS backend is not OpenSSL");
    if (!QSslSocket::isProtocolSupported(QSsl::TlsV1_3))
        return failed("TLS 1.3 is not available");
    return {};
}

Result<Identity> makeIdentity(const QString &name, qint64 nowMs)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    const bool made = key && certificate && X509_set_version(certificate.get(), 2) && setSerial(certificate.get())
        && setNames(certificate.get(), name) && setValidity(certificate.get(), nowMs)
        && X509_set_pubkey(certificate.get(), key.get()) && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!made || !bio || !PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
        || !PEM_write_bio_X509(bio.get(), certificate.get()))
        return failed("certificate");
    const Identity identity = identityFrom(contentOf(bio.get()));
    if (identity.certificate.isNull() || identity.key.isNull())
        return failed("certificate");
    return identity;
}

Result<void> saveIdentity(const Identity &identity, const QString &path)
{
    QSaveFile file(path);
    const QByteArray pem = identity.key.toPem() + identity.certificate.toPem();
    // Closed to others before the first byte is in it.
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(pem) == pem.size() && file.commit();
    if (!written)
        return fileFailed(file);
    return {};
}

Result<Identity> loadIdentity(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailed(file);
    const QByteArray pem = file.readAll();
    const Identity identity = identityFrom(pem);
    if (identity.certificate.isNull() || identity.key.isNull() || !belongTogether(pem))
        return Error{ErrorCode::FileFailed, {path, QStringLiteral("key and certificate")}};
    return identity;
}

} // namespace guanxi::protocol
