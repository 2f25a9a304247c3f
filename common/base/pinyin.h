// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

namespace guanxi {

/// The readings of one character, a view into the built-in table: without tones, ü written v as on a Chinese keyboard,
/// the customary one first, those in use today before those that only large dictionaries know.
class PinyinReadings
{
public:
    /// `list` points at the two counts that open a character's list in the table.
    explicit PinyinReadings(const quint16 *list) : m_list(list) {}

    int size() const { return m_list[0]; }
    int inUse() const { return m_list[1]; }
    QLatin1StringView operator[](int index) const;

private:
    const quint16 *m_list;
};

/// Looks a character up in constant time; it has no readings when it is not Chinese.
PinyinReadings pinyinOf(char32_t character);

/// The same as a list of strings: 长 gives {"zhang", "chang"}.
QStringList pinyinReadings(char32_t character);

/// How a whole name may be typed, the likeliest first, without repeats.
struct PinyinForms {
    QStringList full;     ///< "beijingzhangcheng", "beijingchangcheng"
    QStringList initials; ///< "bjzc", "bjcc"
};

/// At most `limit` forms of each kind; Latin letters and digits stay, folded, and everything else is left out.
/// For lists held in memory (commands, dictionaries); the search index is served by pinyinTokens() in searchkey.h.
PinyinForms pinyinForms(const QString &name, int limit = 8);

/// One way to read typed letters as syllables: whole ones, and what the last, perhaps unfinished one may become.
struct PinyinSplit {
    QList<QLatin1StringView> whole;
    QList<QLatin1StringView> last;
};

/// The ways to read lower-case letters, fewest syllables first: "xian" is xian or xi an, "beij" is bei j…. Takes u for
/// ü (lu, lue) and the passport's yu (lyu). Empty when the letters are not pinyin.
QList<PinyinSplit> splitPinyin(QStringView letters, int limit = 8);

} // namespace guanxi
