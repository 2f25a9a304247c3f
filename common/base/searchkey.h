// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi {

// The search index is an FTS5 table of one column with the tokenizer ascii (or unicode61), filled with the tokens made
// here; ftsQuery() turns what the user types into its MATCH expression, a conjunction of tokens: the index keeps no
// positions (`detail=none`), which makes it a third in size. Nearly every token is looked up whole, not as a prefix,
// because a prefix as common as "sh" takes FTS5 tens of milliseconds:
//  - text: each Chinese character and each two that follow each other are tokens, and so are other words. A query of
//    several characters asks for its pairs, which are much rarer than the characters.
//  - pinyin: from every character on, the syllable and the syllable with the next one ("ªchang", "ªchangcheng"), two
//    initials and three initials ("ºcc", "ºccd"), and from the start of the name one initial.
//  - phone: every four neighbouring digits ("ª0013").
// ª and º keep them apart from words and from each other: folded text never contains them.

/// Tokens of a text, however long.
QString indexTokens(const QString &text);

/// Tokens of the pinyin of names, one a line, with every reading in use: 长城 is found by cc, zc, changch and zhangcheng.
/// Of each line the first 64 characters count.
QString pinyinTokens(const QString &names);

/// Tokens of phone numbers. Blanks and signs inside a number do not matter.
QString phoneTokens(const QString &phones);

/// The MATCH expression for what has been typed so far, never a syntax error; empty when there is nothing to search.
/// Words divided by blanks must all occur; each may be Chinese, Latin, pinyin, initials or part of a phone number.
QString ftsQuery(const QString &typed);

/// The same that also finds Latin words of names that were typed nearly so (nearwords.h); empty when there are none. For
/// when the exact search finds nothing.
QString ftsNearQuery(const QString &typed);

} // namespace guanxi
