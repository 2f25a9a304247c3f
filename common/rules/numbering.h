// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace guanxi::rules
{

/// A document number by a rule such as "SO-{yyyy}{MM}-{seq:5}": {yyyy} {yy} {MM} {dd} of the date, {seq} or {seq:width}
/// once. BadFormat (pattern) when the pattern is none or the number exceeds 32 characters.
Result<QString> formatNumber(const QString &pattern, const QDate &date, qint64 sequence);

/// The date (as far as the pattern shows it) and the sequence that a number was made of.
struct ReadNumber {
    QDate day;
    qint64 sequence = 0;
};
/// Nothing when the pattern cannot have made this number.
std::optional<ReadNumber> readNumber(const QString &pattern, const QString &number);

/// What a record made offline is called until the server numbers it: "~D12-0007".
QString provisionalNumber(int replicaNumber, int count);
bool isProvisional(const QString &number);

} // namespace guanxi::rules
