// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/vault.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <sodium.h>

namespace guanxi::app {

namespace {

constexpr int DataKeySize = 32;
constexpr qsizetype NonceSize = crypto_secretbox_NONCEBYTES;
constexpr qsizetype BoxSize = DataKeySize + crypto_sign_SECRETKEYBYTES + crypto_secretbox_MACBYTES;

const unsigned char *in(const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); }
unsigned char *out(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(size));
    return bytes;
}

Result<QByteArray> keyFrom(const QString &password, const QByteArray &salt)
{
    const QByteArray utf8 = password.toUtf8();
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    if (sodium_init() < 0
        || crypto_pwhash(out(key), size_t(key.size()), utf8.constData(), size_t(utf8.size()), in(salt),
                         crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                         crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Internal, {QStringLiteral("argon2id")}};
    return key;
}

QByteArray seal(const VaultSecrets &secrets, const QByteArray &key)
{
    const QByteArray plain = secrets.dataKey + secrets.signingKey;
    const QByteArray nonce = randomBytes(NonceSize);
    QByteArray box(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(out(box), in(plain), size_t(plain.size()), in(nonce), in(key));
    return nonce + box;
}

std::optional<VaultSecrets> openBox(const QByteArray &sealed, const QByteArray &key)
{
    const QByteArray nonce = sealed.left(NonceSize);
    const QByteArray box = sealed.mid(NonceSize);
    QByteArray plain(box.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (crypto_secretbox_open_easy(out(plain), in(box), size_t(box.size()), in(nonce), in(key)) != 0)
        return std::nullopt;
    return VaultSecrets{plain.left(DataKeySize), plain.mid(DataKeySize)};
}

/// Nothing for the first three mistakes, then doubling from one second to an hour.
qint64 delayMs(int failures) { return failures < 3 ? 0 : std::min<qint64>(1000LL << std::min(failures - 3, 12), 3'600'000); }

} // namespace

bool Vault::exists() const { return QFile::exists(m_path); }

Result<VaultSecrets> Vault::create(const QString &password)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, {QStringLiteral("sodium")}};
    VaultSecrets secrets{randomBytes(DataKeySize), QByteArray(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized)};
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_sign_keypair(out(publicKey), out(secrets.signingKey));
    GUANXI_TRY(rewrap(secrets, password));
    return secrets;
}

Result<VaultSecrets> Vault::unlock(const QString &password)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {m_path, file.errorString()}};
    const QJsonObject stored = QJsonDocument::fromJson(file.readAll()).object();
    const QByteArray salt = QByteArray::fromBase64(stored[QLatin1String("salt")].toString().toLatin1());
    const QByteArray box = QByteArray::fromBase64(stored[QLatin1String("box")].toString().toLatin1());
    if (salt.size() != qsizetype(crypto_pwhash_SALTBYTES) || box.size() != NonceSize + BoxSize)
        return Error{ErrorCode::FileFailed, {m_path, QStringLiteral("damaged")}};
    const int failures = stored[QLatin1String("failures")].toInt();
    const qint64 delay = delayMs(failures);
    const qint64 wait = std::max(qint64(stored[QLatin1String("lockedUntil")].toDouble()) - m_clock.wallMs(), m_notBefore - m_clock.monotonicMs());
    // A clock that was turned back would make the delay endless: it runs anew from here.
    if (wait > delay) {
        m_notBefore = m_clock.monotonicMs() + delay;
        GUANXI_TRY(write(salt, box, failures, m_clock.wallMs() + delay));
    }
    if (wait > 0 && delay > 0)
        return Error{ErrorCode::LockedOut, {QString::number((std::min(wait, delay) + 999) / 1000)}};
    const Result<QByteArray> key = keyFrom(password, salt);
    if (!key)
        return key.error();
    if (const std::optional<VaultSecrets> secrets = openBox(box, *key)) {
        if (failures > 0)
            GUANXI_TRY(write(salt, box, 0, 0));
        return *secrets;
    }
    m_notBefore = m_clock.monotonicMs() + delayMs(failures + 1);
    GUANXI_TRY(write(salt, box, failures + 1, m_clock.wallMs() + delayMs(failures + 1)));
    return Error{ErrorCode::WrongPassword, {}};
}

Result<void> Vault::rewrap(const VaultSecrets &secrets, const QString &password)
{
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES);
    const Result<QByteArray> key = keyFrom(password, salt);
    if (!key)
        return key.error();
    return write(salt, seal(secrets, *key), 0, 0);
}

Result<void> Vault::destroy()
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    // The wrapped keys are overwritten where they lie: a file that is only removed can be found again.
    const QByteArray noise = randomBytes(std::max<qint64>(file.size(), 1));
    if (!file.open(QIODevice::ReadWrite) || file.write(noise) != noise.size() || !file.flush())
        return Error{ErrorCode::FileFailed, {m_path, file.errorString()}};
    file.close();
    if (!file.remove())
        return Error{ErrorCode::FileFailed, {m_path, file.errorString()}};
    return {};
}

Result<void> Vault::write(const QByteArray &salt, const QByteArray &box, int failures, qint64 lockedUntil)
{
    const QJsonObject stored{{QStringLiteral("salt"), QString::fromLatin1(salt.toBase64())},
                             {QStringLiteral("box"), QString::fromLatin1(box.toBase64())},
                             {QStringLiteral("failures"), failures},
                             {QStringLiteral("lockedUntil"), double(lockedUntil)}};
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(QJsonDocument(stored).toJson()) < 0 || !file.commit())
        return Error{ErrorCode::FileFailed, {m_path, file.errorString()}};
    return {};
}

} // namespace guanxi::app
