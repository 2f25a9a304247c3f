// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace guanxi::rules
{

/// Checks of texts already in normal form (half width, trimmed).

/// 11 digits, first 1, second 3–9; or a foreign number with +.
bool isMobile(const QString &text);
bool isEmail(const QString &text);
/// With scheme http, https or ftp and a host.
bool isWebAddress(const QString &text);
/// 18 characters of a mainland identity card with the right check character and a real date.
bool isIdentityCard(const QString &text);
/// 18 characters of a unified social credit code with the right check character.
bool isCreditCode(const QString &text);
/// Three capital letters.
bool isCurrencyCode(const QString &text);
/// "2026", "2026-Q1" or "2026-01".
bool isPeriod(const QString &text);
/// Six digits in China, letters, digits, blanks and hyphens elsewhere.
bool isPostcode(const QString &text);
/// A person's name: letters, at least two Chinese characters or two letters, no digits.
bool isRealName(const QString &text);

/// What an identity card says about its holder.
struct IdentityFacts {
    QDate birthDate;
    bool female = false;
};
/// Nothing unless isIdentityCard().
std::optional<IdentityFacts> identityFacts(const QString &card);

} // namespace guanxi::rules
