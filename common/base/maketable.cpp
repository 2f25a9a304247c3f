// SPDX-License-Identifier: GPL-3.0-or-later
// Build-time tool: Unihan_Readings.txt and ICU in, the two tables behind pinyin.cpp and fold.cpp out. It runs on the
// build machine only, so it knows the standard library and ICU, not Qt.

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Block {
    const char *name;
    char32_t first;
    char32_t last;
};
constexpr Block kBasicPlane = {"BasicPlane", 0x3400, 0x9fff};
constexpr Block kHigherPlanes = {"HigherPlanes", 0x20000, 0x323af};

// Readings that people type for place names, surnames and given names, but the modern sources leave out: 六安, 歙县,
// 漯河, 乐亭, 费县, the surname 郗, and 晟, which nearly everyone who bears it reads sheng.
struct Extra {
    char32_t character;
    const char *syllable;
    int score;
};
constexpr Extra kExtras[] = {{U'六', "lu", 1}, {U'歙', "xi", 1},  {U'漯', "ta", 1},      {U'乐', "lao", 1},
                             {U'费', "bi", 1}, {U'郗', "chi", 1}, {U'晟', "sheng", 9999}};

struct Reading {
    std::string syllable;
    int score = 0;       // how customary, comparable only within one character
    bool modern = false; // in use today; the rest only large dictionaries know
};

struct Character {
    std::vector<Reading> readings;
    bool official = false; // in the 2013 table of standard characters, which is reliable about readings

    void add(const std::string &syllable, int score, bool modern)
    {
        auto known = std::find_if(readings.begin(), readings.end(),
                                  [&](const Reading &reading) { return reading.syllable == syllable; });
        if (known == readings.end())
            known = readings.insert(known, Reading{syllable});
        known->score += score;
        known->modern |= modern;
    }
};

using Characters = std::map<char32_t, Character>;
using Simplified = std::map<char32_t, char32_t>;

bool contains(const Block &block, char32_t character) { return character >= block.first && character <= block.last; }

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

// ü becomes v, which is what a Chinese keyboard has for it.
char plainLetter(char16_t letter)
{
    static const std::pair<char, std::u16string> kSpellings[] = {{'a', u"āáǎà"}, {'e', u"ēéěèêếề"}, {'i', u"īíǐì"},
                                                                 {'o', u"ōóǒò"}, {'u', u"ūúǔù"},    {'v', u"üǖǘǚǜ"},
                                                                 {'n', u"ńňǹ"},  {'m', u"ḿ"}};
    if (letter >= u'a' && letter <= u'z')
        return char(letter);
    for (const auto &[plain, accented] : kSpellings) {
        if (accented.find(letter) != std::u16string::npos)
            return plain;
    }
    throw std::runtime_error("a reading has the unknown letter " + std::to_string(letter));
}

std::string withoutTone(const std::string &spelt)
{
    const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(spelt);
    std::string plain;
    for (int i = 0; i < letters.length(); ++i) {
        const char16_t letter = letters.charAt(i);
        if (letter < 0x0300 || letter > 0x036f) // a tone may also be a combining mark
            plain += plainLetter(letter);
    }
    return plain;
}

// "lè(283)": how often a large corpus had it. "r" is the ending of 花儿, not a reading of 儿.
void addCounted(Character &character, const std::string &word)
{
    const size_t bracket = word.find('(');
    const std::string syllable = withoutTone(word.substr(0, bracket));
    if (syllable != "r")
        character.add(syllable, 100 * std::stoi(word.substr(bracket + 1)), true);
}

// "212.030:lè" or "10630.150:é,ó": the page of a dictionary and what it says there; or just the reading.
void addListed(Character &character, const std::string &word, int score, bool modern)
{
    for (const std::string &spelt : split(word.substr(word.find(':') + 1), ','))
        character.add(withoutTone(spelt), score, modern);
}

void addField(Character &character, const std::string &field, const std::string &value)
{
    for (const std::string &word : split(value, ' ')) {
        if (field == "kHanyuPinlu")
            addCounted(character, word);
        else if (field == "kMandarin")
            addListed(character, word, 50, true);
        else if (field == "kTGHZ2013")
            addListed(character, word, 20, true);
        else if (field == "kXHC1983")
            addListed(character, word, 10, false);
        else if (field == "kHanyuPinyin")
            addListed(character, word, 1, false);
    }
    character.official |= field == "kTGHZ2013";
}

Characters readUnihan(const char *path)
{
    std::ifstream file(path);
    Characters characters;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> columns = split(line, '\t');
        if (columns.size() != 3 || !columns[0].starts_with("U+"))
            continue;
        const auto code = char32_t(std::stoul(columns[0].substr(2), nullptr, 16));
        if (contains(kBasicPlane, code) || contains(kHigherPlanes, code))
            addField(characters[code], columns[1], columns[2]);
    }
    if (characters.size() < 40000)
        throw std::runtime_error(std::string(path) + " is not a whole Unihan_Readings.txt");
    return characters;
}

// Character by character, without ICU's rules for words: what is folded must not depend on what stands beside it.
Simplified readSimplified()
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplifier(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status))
        throw std::runtime_error("ICU has no Traditional-Simplified");
    Simplified simplified;
    for (char32_t code = kBasicPlane.first; code <= kBasicPlane.last; ++code) {
        icu::UnicodeString text = UChar32(code);
        simplifier->transliterate(text);
        simplifier->transliterate(text); // a simplified form may itself have one
        if (text.length() == 1 && text.charAt(0) != code)
            simplified[code] = text.charAt(0);
    }
    return simplified;
}

// The modern sources know few traditional characters, so these take over what their simplified forms have.
void completeReadings(Characters &characters, const Simplified &simplified)
{
    for (const Extra &extra : kExtras)
        characters[extra.character].add(extra.syllable, extra.score, true);
    for (const auto &[traditional, simple] : simplified) {
        Character &character = characters[traditional];
        for (const Reading &reading : characters[simple].readings) {
            if (reading.modern && !character.official)
                character.add(reading.syllable, reading.score, true);
        }
    }
    for (auto &[code, character] : characters) {
        std::stable_sort(character.readings.begin(), character.readings.end(), [](const Reading &a, const Reading &b) {
            return a.modern != b.modern ? a.modern : a.score > b.score;
        });
    }
}

// All syllables in order and, for each, its index.
std::map<std::string, int> numberSyllables(const Characters &characters)
{
    std::map<std::string, int> numbers;
    for (const auto &[code, character] : characters) {
        for (const Reading &reading : character.readings)
            numbers[reading.syllable] = 0;
    }
    int next = 0;
    for (auto &[syllable, number] : numbers)
        number = next++;
    return numbers;
}

// What lies in the table for a character: number of readings, number of those in use, then the syllables.
std::vector<int> packed(const Character &character, const std::map<std::string, int> &numbers)
{
    std::vector<int> list = {int(character.readings.size()), 0};
    for (const Reading &reading : character.readings) {
        list[1] += reading.modern;
        list.push_back(numbers.at(reading.syllable));
    }
    list[1] = std::max(list[1], std::min(list[0], 1));
    return list;
}

template <class Look> void writeBlock(std::ostream &out, const char *type, const Block &block, Look look)
{
    out << "constexpr char32_t k" << block.name << "First = " << unsigned(block.first) << ";\nconstexpr " << type
        << " k" << block.name << "[] = {\n";
    for (char32_t code = block.first; code <= block.last; ++code)
        out << look(code) << ((code & 31) == 31 ? ",\n" : ",");
    out << "};\n";
}

void writePinyin(std::ostream &out, const Characters &characters)
{
    const std::map<std::string, int> numbers = numberSyllables(characters);
    out << "constexpr PinyinSyllable kSyllables[] = {\n";
    for (const auto &[syllable, number] : numbers)
        out << "{\"" << syllable << "\", " << syllable.size() << "},\n";

    // Offset 0 is the list of a character without reading; equal lists are kept once.
    std::map<std::vector<int>, int> offsets = {{{0, 0}, 0}};
    int end = 2;
    out << "};\nconstexpr quint16 kLists[] = {\n0,0,\n";
    for (const auto &[code, character] : characters) {
        const std::vector<int> list = packed(character, numbers);
        if (!offsets.emplace(list, end).second)
            continue;
        for (const int value : list)
            out << value << ',';
        out << '\n';
        end += int(list.size());
    }
    out << "};\n";

    const auto offset = [&](char32_t code) {
        const auto found = characters.find(code);
        return found == characters.end() ? 0 : offsets.at(packed(found->second, numbers));
    };
    writeBlock(out, "quint16", kBasicPlane, offset);
    writeBlock(out, "quint16", kHigherPlanes, offset);
}

void writeSimplified(std::ostream &out, const Simplified &simplified)
{
    writeBlock(out, "char16_t", kBasicPlane, [&](char32_t code) {
        const auto found = simplified.find(code);
        return unsigned(found == simplified.end() ? code : found->second);
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::cerr << "usage: maketable Unihan_Readings.txt pinyintable.inc simplifiedtable.inc\n";
        return 2;
    }
    try {
        const Simplified simplified = readSimplified();
        Characters characters = readUnihan(argv[1]);
        completeReadings(characters, simplified);
        std::ofstream pinyin(argv[2]);
        writePinyin(pinyin, characters);
        std::ofstream simple(argv[3]);
        writeSimplified(simple, simplified);
        return pinyin.flush() && simple.flush() ? 0 : 1;
    } catch (const std::exception &problem) {
        std::cerr << "maketable: " << problem.what() << '\n';
        return 1;
    }
}
