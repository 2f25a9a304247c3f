// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordhasher.h"

#include "common/base/textcheck.h"

#include <sodium.h>

namespace guanxi::server {

PasswordCost PasswordCost::interactive()
{
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

PasswordCost PasswordCost::least() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

PasswordHasher::PasswordHasher(const PasswordCost &cost) : m_cost(cost)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used");
    QByteArray secret(32, Qt::Uninitialized);
    randombytes_buf(secret.data(), size_t(secret.size()));
    const Result<QString> nobody = hash(QString::fromLatin1(secret.toHex()));
    if (nobody)
        m_nobody = *nobody;
}

QByteArray PasswordHasher::canonical(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC).toUtf8();
}

Result<void> PasswordHasher::check(const QString &password)
{
    GUANXI_TRY(checkText(password, QStringLiteral("password")));
    if (password.size() > MaximumLength)
        return Error{ErrorCode::TooLong, {QStringLiteral("password"), QString::number(MaximumLength)}};
    if (password.toUcs4().size() < MinimumLength)
        return Error{ErrorCode::WeakPassword, {QString::number(MinimumLength)}};
    return {};
}

Result<QString> PasswordHasher::hash(const QString &password) const
{
    char text[crypto_pwhash_STRBYTES];
    const QByteArray bytes = canonical(password);
    if (crypto_pwhash_str(text, bytes.constData(), quint64(bytes.size()), m_cost.passes, m_cost.memory) != 0)
        return Error{ErrorCode::Internal, {QStringLiteral("no memory for a password hash")}};
    return QString::fromLatin1(text);
}

bool PasswordHasher::matches(const QString &stored, const QString &password) const
{
    QByteArray text = (stored.isEmpty() ? m_nobody : stored).toLatin1();
    text.resize(crypto_pwhash_STRBYTES, '\0');
    // An overlong password is cut before hashing, so that nobody makes the server chew on a megabyte.
    const QByteArray bytes = canonical(password.left(MaximumLength + 1));
    const bool same = crypto_pwhash_str_verify(text.constData(), bytes.constData(), quint64(bytes.size())) == 0;
    return same && !stored.isEmpty();
}

bool PasswordHasher::isOutdated(const QString &stored) const
{
    QByteArray text = stored.toLatin1();
    text.resize(crypto_pwhash_STRBYTES, '\0');
    return crypto_pwhash_str_needs_rehash(text.constData(), m_cost.passes, m_cost.memory) != 0;
}

} // namespace guanxi::server
