// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QString>

namespace guanxi::server {

/// What one Argon2id computation costs.
struct PasswordCost {
    quint64 passes = 0;
    size_t memory = 0; ///< bytes

    /// For people who wait at a form: 64 MiB, about 50–100 ms.
    static PasswordCost interactive();
    /// The least libsodium takes; for tests.
    static PasswordCost least();
};

/// Turns passwords into Argon2id strings and compares. Every comparison costs the same, whether there is a hash or not.
/// Any thread.
class PasswordHasher
{
public:
    static constexpr int MinimumLength = 10; ///< characters
    static constexpr int MaximumLength = 256;

    explicit PasswordHasher(const PasswordCost &cost);

    /// The same key strokes give the same bytes, whether an input method made them full width or composed.
    static QByteArray canonical(const QString &password);
    /// BadText, WeakPassword(minimum), TooLong("password", limit).
    static Result<void> check(const QString &password);
    /// Internal when there is no memory for it.
    Result<QString> hash(const QString &password) const;
    /// With an empty `stored` (no such user) computes as long and answers false.
    bool matches(const QString &stored, const QString &password) const;
    /// The hash was made with another cost and should be made anew.
    bool isOutdated(const QString &stored) const;

private:
    PasswordCost m_cost;
    QString m_nobody; ///< hash of what no one knows
};

} // namespace guanxi::server
