// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace guanxi::rules
{

/// A name taken apart for comparison: folded, without signs and without what only names the legal form.
struct PlainName {
    QString core;   ///< "北京长城科技" of 北京长城科技（集团）股份有限公司
    QString region; ///< "北京", wherever it stood; empty: the name says none
    QString rest;   ///< the core without its region
};

PlainName plainCompanyName(const QString &name);

/// Two regions that do not contradict each other: one says none, or one is within the other's words.
bool regionsAgree(const QString &a, const QString &b);

/// An address without signs, blanks and the words that are as often left out as written.
QString plainAddress(const QString &address);

/// What each character sounds like, by its customary reading; letters and digits are themselves.
QStringList soundsOf(const QString &plain);

/// How near two plain texts are, 0 to 1. What sounds alike, stands in another order or is left out counts for less than
/// another character; another digit counts for more, since it mostly means another thing.
double nearness(const QString &a, const QString &b);

} // namespace guanxi::rules
