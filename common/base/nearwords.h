// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace guanxi {

// Words that are nearly the same: once up to so many letters are left out of each, what remains is the same. One letter in
// words of four to seven letters, two in longer ones, of which the first twelve count; that covers as many letters
// mistyped, missing, added, or exchanged with their neighbour. Both sides are prepared, so a search is a few look-ups of
// whole tokens and its time is bounded, however many words there are.

/// What a folded word of letters a to z comes to; nothing for a shorter or another word. "¡" marks them as such.
QStringList nearForms(const QString &word);

/// Tokens of the Latin words in names, for the index; nothing for names without any.
QString nearTokens(const QString &names);

} // namespace guanxi
