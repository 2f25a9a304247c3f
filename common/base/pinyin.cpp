// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/pinyin.h"

#include "common/base/fold.h"

#include <algorithm>
#include <vector>

namespace guanxi {
namespace {

struct PinyinSyllable {
    char letters[7];
    quint8 length;

    constexpr QLatin1StringView view() const { return QLatin1StringView(letters, length); }
};

#include "pinyintable.inc" // made by maketable.cpp

// What people type for the syllables that the table writes with v.
struct Spelling {
    QLatin1StringView typed;
    QLatin1StringView syllable;
};
constexpr QLatin1StringView operator""_syllable(const char *letters, size_t length)
{
    return QLatin1StringView(letters, qsizetype(length));
}
constexpr Spelling kOtherSpellings[] = {{"lu"_syllable, "lv"_syllable},    {"nu"_syllable, "nv"_syllable},
                                        {"lue"_syllable, "lve"_syllable},  {"nue"_syllable, "nve"_syllable},
                                        {"lyu"_syllable, "lv"_syllable},   {"nyu"_syllable, "nv"_syllable},
                                        {"lyue"_syllable, "lve"_syllable}, {"nyue"_syllable, "nve"_syllable}};

constexpr qsizetype kLongestTyped = 64;

// The likeliest first: every old form with the first piece, then with the second, as far as the limit allows.
void extendForms(QStringList &forms, const QStringList &pieces, int limit)
{
    QStringList extended;
    for (const QString &piece : pieces) {
        for (const QString &form : std::as_const(forms)) {
            if (extended.size() < limit && !extended.contains(form + piece))
                extended += form + piece;
        }
    }
    forms = extended;
}

void extendForms(PinyinForms &forms, char32_t character, int limit)
{
    QStringList syllables;
    QStringList letters;
    const PinyinReadings readings = pinyinOf(character);
    for (int i = 0; i < readings.inUse(); ++i) {
        syllables += QString(readings[i]);
        letters += QString(readings[i].front());
    }
    if (syllables.isEmpty() && QChar::isLetterOrNumber(character))
        syllables = letters = {foldText(QStringView(QChar::fromUcs4(character)).toString())};
    if (syllables.isEmpty())
        return;
    extendForms(forms.full, syllables, limit);
    extendForms(forms.initials, letters, limit);
}

// Syllables without a vowel are interjections; as pinyin they would make words of initials.
bool hasVowel(QLatin1StringView syllable)
{
    return std::any_of(syllable.begin(), syllable.end(),
                       [](char c) { return "aeiouv"_syllable.contains(QLatin1Char(c)); });
}

const std::vector<Spelling> &spellings()
{
    static const std::vector<Spelling> all = [] {
        std::vector<Spelling> list(std::begin(kOtherSpellings), std::end(kOtherSpellings));
        for (const PinyinSyllable &syllable : kSyllables) {
            if (hasVowel(syllable.view()))
                list.push_back({syllable.view(), syllable.view()});
        }
        return list;
    }();
    return all;
}

using Syllables = QList<QLatin1StringView>;

void keepShortest(QList<Syllables> &ways, int limit)
{
    std::stable_sort(ways.begin(), ways.end(),
                     [](const Syllables &a, const Syllables &b) { return a.size() < b.size(); });
    if (ways.size() > limit)
        ways.resize(limit);
}

// For each position the ways to read everything before it as whole syllables.
QList<QList<Syllables>> wholeSyllables(QStringView letters, int limit)
{
    QList<QList<Syllables>> ways(letters.size() + 1);
    ways[0] = {Syllables()};
    for (qsizetype at = 0; at < letters.size(); ++at) {
        keepShortest(ways[at], limit);
        for (const Spelling &spelling : spellings()) {
            if (ways[at].isEmpty() || !letters.mid(at).startsWith(spelling.typed))
                continue;
            for (const Syllables &way : std::as_const(ways[at]))
                ways[at + spelling.typed.size()] += Syllables(way) << spelling.syllable;
        }
    }
    return ways;
}

Syllables completions(QStringView start)
{
    Syllables found;
    for (const Spelling &spelling : spellings()) {
        if (spelling.typed.startsWith(start) && !found.contains(spelling.syllable))
            found += spelling.syllable;
    }
    return found;
}

} // namespace

QLatin1StringView PinyinReadings::operator[](int index) const { return kSyllables[m_list[2 + index]].view(); }

PinyinReadings pinyinOf(char32_t character)
{
    if (character == U'〇')
        character = U'零';
    quint16 offset = 0;
    if (character - kBasicPlaneFirst < std::size(kBasicPlane))
        offset = kBasicPlane[character - kBasicPlaneFirst];
    else if (character - kHigherPlanesFirst < std::size(kHigherPlanes))
        offset = kHigherPlanes[character - kHigherPlanesFirst];
    return PinyinReadings(kLists + offset);
}

QStringList pinyinReadings(char32_t character)
{
    QStringList list;
    const PinyinReadings readings = pinyinOf(character);
    for (int i = 0; i < readings.size(); ++i)
        list += QString(readings[i]);
    return list;
}

PinyinForms pinyinForms(const QString &name, int limit)
{
    PinyinForms forms = {{QString()}, {QString()}};
    for (const char32_t character : name.toUcs4())
        extendForms(forms, character, limit);
    if (forms.full.first().isEmpty())
        return {};
    return forms;
}

QList<PinyinSplit> splitPinyin(QStringView letters, int limit)
{
    letters = letters.left(kLongestTyped);
    const QList<QList<Syllables>> ways = wholeSyllables(letters, limit);
    QList<PinyinSplit> splits;
    for (qsizetype at = 0; at < letters.size(); ++at) {
        const Syllables last = ways[at].isEmpty() ? Syllables() : completions(letters.mid(at));
        if (last.isEmpty())
            continue;
        for (const Syllables &whole : ways[at])
            splits.append({whole, last});
    }
    std::stable_sort(splits.begin(), splits.end(),
                     [](const PinyinSplit &a, const PinyinSplit &b) { return a.whole.size() < b.whole.size(); });
    if (splits.size() > limit)
        splits.resize(limit);
    return splits;
}

} // namespace guanxi
