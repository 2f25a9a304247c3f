// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/dice.h"

#include <QDate>

/// Numbers that follow the rules of real ones, check characters included, in the form in which they are stored.
namespace guanxi::demo {

/// A Chinese mobile number.
QString mobileNumber(Dice &dice);
/// "0512-66123456"
QString landLine(Dice &dice, const QString &areaCode);
/// A foreign number: `prefix` ("+49211") and so many digits that there are eleven or more.
QString foreignNumber(Dice &dice, const QString &prefix);
/// GB 32100; another one for each `serial` below 31^6.
QString creditCode(const QString &administrativeCode, qint64 serial);
/// GB 11643.
QString identityCard(Dice &dice, const QString &administrativeCode, const QDate &birth, bool female);
QString bankAccount(Dice &dice);
/// '#' becomes a digit, '@' a letter.
QString fromPattern(Dice &dice, const QString &pattern);
/// What of a name can stand in an address: "Müller" → "muller"; empty when it has no Latin letters.
QString latin(const QString &name);

} // namespace guanxi::demo
