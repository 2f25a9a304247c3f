// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi {

// The search index is an FTS5 table with the columns text, pinyin and phone and the tokenizer unicode61 (or ascii),
// each filled with the tokens made here; ftsQuery() turns what the user types into its MATCH expression. Nearly every
// token is looked up whole, not as a prefix, because a prefix as common as "sh" takes FTS5 tens of milliseconds:
//  - text: each Chinese character is a token and a query is a phrase of them; other words are tokens.
//  - pinyin: from every character on, the syllable and the syllable with the next one ("ªchang", "ªchangcheng"), two
//    initials and three initials ("ºcc", "ºccd"), and from the start of the name one initial. Longer input is a
//    conjunction of these. ª and º keep them apart from words and from each other: folded text never contains them.
//  - phone: every four neighbouring digits.

/// What the index stores for one record.
struct SearchKey {
    QString text;
    QString pinyin;
    QString phone;
};

/// All three kinds of tokens. Lines of `names` are names of their own; `phones` may hold several numbers.
SearchKey makeSearchKey(const QString &names, const QString &phones = {});

/// Tokens for the column text, also fit for long texts, which get no pinyin.
QString indexTokens(const QString &text);

/// Tokens for the column pinyin, with every reading in use: 长城 is found by cc, zc, changch and zhangcheng. Of each
/// line the first 64 characters count.
QString pinyinTokens(const QString &names);

/// Tokens for the column phone. Blanks and signs inside a number do not matter.
QString phoneTokens(const QString &phones);

/// The MATCH expression for what has been typed so far, never a syntax error; empty when there is nothing to search.
/// Words divided by blanks must all occur; each may be Chinese, Latin, pinyin, initials or part of a phone number.
QString ftsQuery(const QString &typed);

} // namespace guanxi
