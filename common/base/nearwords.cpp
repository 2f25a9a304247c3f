// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/nearwords.h"

#include "common/base/fold.h"

#include <algorithm>

namespace guanxi {

namespace {

constexpr QChar kNearMark = u'¡';
constexpr qsizetype kShortest = 4; // letters of a word that is looked for so
constexpr qsizetype kLong = 8;     // from here on two errors
constexpr qsizetype kLongest = 12;

bool isLetter(QChar c) { return c >= u'a' && c <= u'z'; }

bool isLatin(QChar c) { return c.isLetter() && c < QChar(0x250); }

/// Does not divide a word.
bool isApostrophe(QChar c) { return c == u'\'' || c == u'’'; }

void addShortened(const QString &word, qsizetype from, int errors, QStringList &forms)
{
    forms.append(kNearMark + word);
    if (errors == 0)
        return;
    for (qsizetype at = from; at < word.size(); ++at) {
        QString shorter = word;
        addShortened(shorter.remove(at, 1), at, errors - 1, forms);
    }
}

/// Most names of Chinese companies have no such word, and this says so before anything is folded.
bool hasLatinWord(QStringView text)
{
    qsizetype letters = 0;
    return std::any_of(text.begin(), text.end(), [&](QChar c) {
        // Full width letters fold to plain ones.
        if (!isApostrophe(c))
            letters = isLatin(c) || (c.unicode() >= 0xff21 && c.unicode() <= 0xff5a) ? letters + 1 : 0;
        return letters == kShortest;
    });
}

} // namespace

QStringList nearForms(const QString &word)
{
    if (word.size() < kShortest || !std::all_of(word.begin(), word.end(), isLetter))
        return {};
    QStringList forms;
    addShortened(word.left(kLongest), 0, word.size() < kLong ? 1 : 2, forms);
    forms.removeDuplicates();
    return forms;
}

QString nearTokens(const QString &names)
{
    if (!hasLatinWord(names))
        return {};
    QString folded = foldText(names);
    folded.removeIf(isApostrophe);
    QStringList tokens;
    for (qsizetype from = 0, at = 0; at <= folded.size(); ++at) {
        if (at < folded.size() && isLetter(folded[at]))
            continue;
        tokens += nearForms(folded.sliced(from, at - from));
        from = at + 1;
    }
    return tokens.join(u' ');
}

} // namespace guanxi
