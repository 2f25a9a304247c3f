// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/searchkey.h"

#include "common/base/fold.h"
#include "common/base/nearwords.h"
#include "common/base/pinyin.h"

#include <QStringList>
#include <QVarLengthArray>

#include <algorithm>

namespace guanxi {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t kSyllableMark = u'ª';
constexpr char16_t kPhoneMark = kSyllableMark; // of digits; syllables have none
constexpr char16_t kInitialMark = u'º';
constexpr int kInitials = 3;         // in one token
constexpr int kDigits = 4;           // in one token
constexpr int kMaxReadings = 4;      // of one character
constexpr int kMaxVariants = 8;      // of one window
constexpr int kMaxElements = 64;     // of one name
constexpr int kMaxAbbreviation = 6;  // letters that are all spelt
constexpr qsizetype kMaxWord = 64;   // letters of one token
constexpr qsizetype kMaxWords = 8;   // of one query
constexpr qsizetype kMaxPhrase = 32; // tokens of one such word

// Tokens divided by single blanks; much cheaper than appending to a QString letter by letter.
class TokenWriter
{
public:
    void append(QChar c) { m_buffer.append(c); }
    void append(QStringView text) { m_buffer.append(text.data(), text.size()); }
    void append(QLatin1StringView text)
    {
        for (const char c : text)
            m_buffer.append(QLatin1Char(c));
    }
    void endToken() { m_buffer.append(u' '); }
    QString text() const { return QString(m_buffer.constData(), qMax<qsizetype>(m_buffer.size() - 1, 0)); }

private:
    QVarLengthArray<QChar, 1024> m_buffer;
};

// --- text ------------------------------------------------------------------------------------------------------------

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool isLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

// Scripts written without blanks between words.
bool standsAlone(char32_t c)
{
    if (c < 0x3000)
        return false;
    if (c >= 0x4e00 && c <= 0x9fff)
        return true;
    const QChar::Script script = QChar::script(c);
    return QChar::isLetterOrNumber(c) && (script == QChar::Script_Han || script == QChar::Script_Hiragana ||
                                          script == QChar::Script_Katakana || script == QChar::Script_Bopomofo);
}

bool isWordPart(char32_t c)
{
    return c < 0x80 ? isDigit(c) || isLetter(c) : QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

char32_t codePointAt(QStringView text, qsizetype at)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

// Calls visit(token) for each token of folded text. An apostrophe does not divide: o'brien, xi'an.
template <class Visit> void forEachToken(QStringView folded, Visit visit)
{
    QVarLengthArray<QChar, kMaxWord> word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            visit(QStringView(word.constData(), word.size()));
        word.clear();
    };
    for (qsizetype at = 0, length = 1; at < folded.size(); at += length) {
        const char32_t c = codePointAt(folded, at);
        length = QChar::requiresSurrogates(c) ? 2 : 1;
        const QStringView character = folded.mid(at, length);
        if (standsAlone(c)) {
            endWord();
            visit(character);
        } else if (!isWordPart(c)) {
            if (c != U'\'' && c != U'’')
                endWord();
        } else if (word.size() + length <= kMaxWord) {
            word.append(character.data(), length);
        }
    }
    endWord();
}

// --- pinyin, for the index -------------------------------------------------------------------------------------------

// One piece of a name: a Chinese character with its readings, or a letter that stands for itself or its word.
struct Element {
    QLatin1StringView syllables[kMaxReadings]; // none for a letter
    char initials[kMaxReadings] = {};
    quint8 syllableCount = 0;
    quint8 initialCount = 0;

    void addInitial(char initial)
    {
        if (std::find(initials, initials + initialCount, initial) == initials + initialCount)
            initials[initialCount++] = initial;
    }
};

// The pieces of one name, and its tokens.
class NameTokens
{
public:
    explicit NameTokens(TokenWriter &out) : m_out(out) {}

    void write(QStringView name)
    {
        for (qsizetype at = 0, length = 1; at < name.size() && m_elements.size() < kMaxElements; at += length) {
            const char32_t c = codePointAt(name, at);
            length = QChar::requiresSurrogates(c) ? 2 : 1;
            addCharacter(c);
        }
        endWord();
        if (!m_elements.isEmpty())
            writeInitials(0, 1);
        for (qsizetype from = 0; from < m_elements.size(); ++from)
            writeFrom(from);
    }

private:
    void addCharacter(char32_t c)
    {
        const PinyinReadings readings = pinyinOf(c);
        if (readings.size() == 0 && (QChar::isLetterOrNumber(c) || QChar::isMark(c))) {
            m_word += QChar::fromUcs4(c);
            return;
        }
        endWord();
        if (readings.size() > 0)
            addReadings(readings);
    }

    void addReadings(const PinyinReadings &readings)
    {
        Element element;
        for (int i = 0; i < qMin(readings.inUse(), kMaxReadings); ++i) {
            element.syllables[element.syllableCount++] = readings[i];
            element.addInitial(readings[i].front().toLatin1());
        }
        m_elements.append(element);
    }

    void addLetter(QChar letter)
    {
        Element element;
        element.addInitial(letter.toLatin1());
        m_elements.append(element);
    }

    // Abbreviations like 3M are spelt in full, of other words the first letter counts.
    void endWord()
    {
        const bool abbreviation = m_word.size() <= kMaxAbbreviation && m_word == m_word.toUpper();
        QString folded = m_word.isEmpty() ? QString() : foldText(m_word);
        m_word.clear();
        folded.removeIf([](QChar c) { return !isDigit(c.unicode()) && !isLetter(c.unicode()); });
        if (folded.isEmpty())
            return;
        if (!abbreviation && folded.size() > 1) {
            m_out.append(kInitialMark + folded.left(2));
            m_out.endToken();
        }
        for (const QChar letter : std::as_const(folded)) {
            addLetter(letter);
            if (!abbreviation)
                break;
        }
    }

    void writeFrom(qsizetype from)
    {
        const qsizetype left = m_elements.size() - from;
        if (left >= 2)
            writeInitials(from, 2);
        if (left >= kInitials)
            writeInitials(from, kInitials);
        if (m_elements[from].syllableCount == 0)
            return;
        writeSyllables(from, 1);
        if (left >= 2 && m_elements[from + 1].syllableCount > 0)
            writeSyllables(from, 2);
    }

    void writeInitials(qsizetype from, qsizetype count)
    {
        writeVariants(
            kInitialMark, from, count, [](const Element &element) { return element.initialCount; },
            [this](const Element &element, int choice) { m_out.append(QLatin1Char(element.initials[choice])); });
    }

    void writeSyllables(qsizetype from, qsizetype count)
    {
        writeVariants(
            kSyllableMark, from, count, [](const Element &element) { return element.syllableCount; },
            [this](const Element &element, int choice) { m_out.append(element.syllables[choice]); });
    }

    // Counts through the choices of all elements, the customary ones first.
    template <class Count, class Append>
    void writeVariants(char16_t mark, qsizetype from, qsizetype count, Count choices, Append append)
    {
        int chosen[kInitials] = {};
        qsizetype turn = 0;
        for (int made = 0; made < kMaxVariants && turn >= 0; ++made) {
            m_out.append(mark);
            for (qsizetype i = 0; i < count; ++i)
                append(m_elements[from + i], chosen[i]);
            m_out.endToken();
            for (turn = count - 1; turn >= 0 && ++chosen[turn] == choices(m_elements[from + turn]); --turn)
                chosen[turn] = 0;
        }
    }

    TokenWriter &m_out;
    QString m_word;
    QVarLengthArray<Element, 16> m_elements;
};

// --- query -----------------------------------------------------------------------------------------------------------

QString quoted(const QString &token) { return u'"' + token + u'"'; }

QString joined(const QStringList &clauses, QLatin1StringView word)
{
    return clauses.size() == 1 ? clauses.first() : u'(' + clauses.join(word) + u')';
}
QString allOf(const QStringList &clauses) { return joined(clauses, QLatin1StringView(" AND ")); }
QString anyOf(const QStringList &clauses) { return joined(clauses, QLatin1StringView(" OR ")); }

// Every run of `length` neighbours, as a conjunction; the whole text if it is shorter.
QString windows(const QString &mark, const QString &text, qsizetype length)
{
    QStringList clauses;
    for (qsizetype at = 0; at == 0 || at + length <= text.size(); ++at)
        clauses += quoted(mark + text.mid(at, length));
    return allOf(clauses);
}

bool isCharacter(const QString &token) { return standsAlone(codePointAt(token, 0)); }

// A prefix of one or two letters would make FTS5 read a good part of the index.
QString textClause(const QStringList &tokens)
{
    QStringList clauses;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool paired = i > 0 && isCharacter(tokens[i - 1]);
        if (!isCharacter(tokens[i]))
            clauses += quoted(tokens[i]) + (i + 1 == tokens.size() && tokens[i].size() > 2 ? u"*"_s : QString());
        else if (i + 1 < tokens.size() && isCharacter(tokens[i + 1]))
            clauses += quoted(tokens[i] + tokens[i + 1]);
        else if (!paired)
            clauses += quoted(tokens[i]);
    }
    return allOf(clauses);
}

// whole "bei", "jing" and last "chang": "ªbeijing" AND "ªjingchang".
QString syllablesClause(const PinyinSplit &split)
{
    QStringList clauses;
    for (qsizetype i = 0; i + 1 < split.whole.size(); ++i)
        clauses += quoted(kSyllableMark + QString(split.whole[i]) + split.whole[i + 1]);
    const QString before = split.whole.isEmpty() ? QString() : QString(split.whole.last());
    QStringList ends;
    for (const QLatin1StringView last : split.last)
        ends += quoted(kSyllableMark + before + last);
    clauses += anyOf(ends);
    return allOf(clauses);
}

QString pinyinClause(const QString &letters)
{
    QStringList clauses = {windows(QString(kInitialMark), letters, kInitials)};
    if (letters.size() > 1) {
        for (const PinyinSplit &split : splitPinyin(letters))
            clauses += syllablesClause(split);
    }
    return anyOf(clauses);
}

bool isAscii(const QString &token) { return token.front() < QChar(0x80); }

// Chinese with pinyin behind it: the user has not finished converting. A single letter says too little to look for.
QString mixedClause(const QStringList &tokens)
{
    const QString chinese = textClause(tokens.first(tokens.size() - 1));
    return tokens.last().size() < 2 ? chinese : allOf({chinese, pinyinClause(tokens.last())});
}

QString wordClause(const QStringList &tokens, bool near)
{
    QStringList clauses = {textClause(tokens)};
    if (near && tokens.size() == 1)
        for (const QString &form : nearForms(tokens.first()))
            clauses += quoted(form);
    if (isAscii(tokens.last())) {
        if (tokens.size() == 1)
            clauses += pinyinClause(tokens.last());
        else if (isCharacter(tokens[tokens.size() - 2]))
            clauses += mixedClause(tokens);
    }
    return anyOf(clauses);
}

// The digits if the user may mean a phone number, without the country code of China.
QString phoneDigits(const QString &folded)
{
    QString digits;
    for (const QChar c : folded) {
        if (isDigit(c.unicode()))
            digits += c;
        else if (!QStringView(u" +-()./").contains(c))
            return {};
    }
    if (folded.startsWith(u"+86") || folded.startsWith(u"0086"))
        digits.remove(0, digits.startsWith(u"00") ? 4 : 2);
    return digits.size() < kDigits ? QString() : digits.left(kMaxWord);
}

} // namespace

QString indexTokens(const QString &text)
{
    const QString folded = foldText(text);
    TokenWriter tokens;
    QStringView before; // the character that the last token was; a view into `folded`
    forEachToken(folded, [&](QStringView token) {
        tokens.append(token);
        tokens.endToken();
        const bool character = standsAlone(codePointAt(token, 0));
        if (character && !before.isEmpty()) {
            tokens.append(before);
            tokens.append(token);
            tokens.endToken();
        }
        before = character ? token : QStringView();
    });
    return tokens.text();
}

QString pinyinTokens(const QString &names)
{
    TokenWriter tokens;
    for (const QStringView name : QStringView(names).tokenize(u'\n'))
        NameTokens(tokens).write(name);
    return tokens.text();
}

QString phoneTokens(const QString &phones)
{
    TokenWriter tokens;
    QVarLengthArray<QChar, 32> digits;
    for (const QChar c : foldText(phones)) {
        if (isDigit(c.unicode()))
            digits.append(c);
        else if (c.isLetter() || QStringView(u",;/|、").contains(c))
            digits.clear();
        else
            continue;
        if (digits.size() >= kDigits) {
            tokens.append(kPhoneMark);
            tokens.append(QStringView(digits.constData(), digits.size()).last(kDigits));
            tokens.endToken();
        }
    }
    return tokens.text();
}

namespace {

/// The words as they are looked for; of each, what it is made of.
QList<QStringList> wordsOf(const QString &folded)
{
    QList<QStringList> words;
    for (const QStringView word : QStringView(folded).tokenize(u' ')) {
        QStringList tokens;
        forEachToken(word, [&](QStringView token) {
            if (tokens.size() < kMaxPhrase)
                tokens += token.toString();
        });
        if (!tokens.isEmpty() && words.size() < kMaxWords)
            words.append(tokens);
    }
    return words;
}

QString queryOf(const QList<QStringList> &words, bool near)
{
    QStringList clauses;
    for (const QStringList &tokens : words)
        clauses += wordClause(tokens, near);
    return allOf(clauses);
}

} // namespace

QString ftsNearQuery(const QString &typed)
{
    const QList<QStringList> words = wordsOf(foldText(typed));
    const bool some = std::any_of(words.begin(), words.end(), [](const QStringList &tokens) {
        return tokens.size() == 1 && !nearForms(tokens.first()).isEmpty();
    });
    return some ? queryOf(words, true) : QString();
}

QString ftsQuery(const QString &typed)
{
    const QString folded = foldText(typed);
    const QList<QStringList> words = wordsOf(folded);
    if (words.isEmpty())
        return {};
    const QString digits = phoneDigits(folded);
    return digits.isEmpty() ? queryOf(words, false) : anyOf({queryOf(words, false), windows(QString(kPhoneMark), digits, kDigits)});
}

} // namespace guanxi
