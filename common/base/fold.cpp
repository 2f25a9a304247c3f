// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/fold.h"

#include <unicode/coll.h>
#include <unicode/uversion.h>

#include <QList>
#include <QVarLengthArray>

#include <memory>
#include <string_view>
#include <utility>

namespace guanxi {
namespace {

#include "simplifiedtable.inc" // made by maketable.cpp

// Changes whenever makeCollator() or kFirstSounds does.
constexpr char kCollatorSettings[] = "1";

// ICU reads these zhang, ceng, sha, chou and pu; at the start of a name they are chang, zeng, xia, qiu and piao. A rare
// character of that sound stands in for each.
constexpr std::pair<char16_t, char16_t> kFirstSounds[] = {
    {u'长', u'仧'}, {u'長', u'仧'}, {u'曾', u'増'}, {u'厦', u'圷'}, {u'廈', u'圷'}, {u'仇', u'叴'}, {u'朴', u'闝'}};

bool isBasicHan(char32_t c) { return c - kBasicPlaneFirst < std::size(kBasicPlane); }

char32_t simplified(char32_t c) { return isBasicHan(c) ? kBasicPlane[c - kBasicPlaneFirst] : c; }

char16_t foldAscii(char16_t c)
{
    if (c <= u' ' || c == 0x7f)
        return u' ';
    return c >= u'A' && c <= u'Z' ? char16_t(c + 32) : c;
}

// The fold of a character that plainly has one of its own: ASCII, basic Han, Chinese punctuation, full width. Else 0.
char16_t quickFold(char16_t c)
{
    if (c < 0x80)
        return foldAscii(c);
    if (isBasicHan(c))
        return kBasicPlane[c - kBasicPlaneFirst];
    if (c >= 0xff01 && c <= 0xff5e)
        return foldAscii(char16_t(c - 0xfee0));
    if (c == 0x3000)
        return u' ';
    return c == u'、' || c == u'。' || (c >= u'〈' && c <= u'】') ? c : u'\0';
}

// Appends with leading and repeated spaces left out.
void appendCollapsed(QString &out, char32_t c)
{
    if (c != U' ')
        out += QChar::fromUcs4(c);
    else if (!out.isEmpty() && out.back() != u' ')
        out += u' ';
}

void trimEnd(QString &out)
{
    if (out.endsWith(u' '))
        out.chop(1);
}

// False, and nothing useful in `out`, when some character needs foldSlowly().
bool foldQuickly(const QString &text, QString &out)
{
    out.resize(text.size());
    char16_t *end = reinterpret_cast<char16_t *>(out.data());
    char16_t last = u' ';
    for (const QChar c : text) {
        const char16_t folded = quickFold(c.unicode());
        if (folded == 0)
            return false;
        if (folded != u' ' || last != u' ')
            *end++ = folded;
        last = folded;
    }
    out.truncate(end - reinterpret_cast<const char16_t *>(out.constData()));
    trimEnd(out);
    return true;
}

// Latin letters that Unicode does not count as a plain letter with an accent.
constexpr std::pair<char16_t, std::u16string_view> kPlainLatin[] = {
    {u'æ', u"ae"}, {u'œ', u"oe"}, {u'ß', u"ss"}, {u'ø', u"o"},  {u'ł', u"l"}, {u'đ', u"d"},
    {u'ð', u"d"},  {u'ħ', u"h"},  {u'ŧ', u"t"},  {u'þ', u"th"}, {u'ı', u"i"}};

// The letter under any accents; compatibility forms are gone by now, so whatever comes apart is an accented letter.
char32_t baseLetter(char32_t c)
{
    for (QString parts = QChar::decomposition(c); !parts.isEmpty(); parts = QChar::decomposition(c))
        c = parts.front().unicode(); // no accented Latin letter lies beyond the basic plane
    return QChar::toCaseFolded(c);
}

void appendLatin(QString &out, char32_t c)
{
    const char32_t letter = baseLetter(c);
    for (const auto &[special, plain] : kPlainLatin) {
        if (special == letter) {
            out += QStringView(plain);
            return;
        }
    }
    out += QChar::fromUcs4(letter);
}

bool isInvisible(char32_t c)
{
    const bool variationSelector = (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    return variationSelector || QChar::category(c) == QChar::Other_Format;
}

bool isSpace(char32_t c) { return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control; }

QString foldSlowly(const QString &text)
{
    const QString plain = text.toCaseFolded().normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString out;
    bool afterLatin = false;
    for (const char32_t c : plain.toUcs4()) {
        const bool mark = QChar::category(c) == QChar::Mark_NonSpacing;
        if (isInvisible(c) || (mark && afterLatin))
            continue;
        afterLatin = QChar::script(c) == QChar::Script_Latin;
        if (afterLatin)
            appendLatin(out, c);
        else
            appendCollapsed(out, isSpace(c) ? U' ' : simplified(c));
    }
    trimEnd(out);
    return out;
}

// CLDR puts Chinese before Latin for zh; desktop users know it the other way round.
std::unique_ptr<icu::Collator> makeCollator()
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale("zh", nullptr, nullptr, "collation=pinyin"), status));
    Q_ASSERT(U_SUCCESS(status));
    const int32_t standardOrder[] = {UCOL_REORDER_CODE_NONE};
    collator->setReorderCodes(standardOrder, 1, status);
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    Q_ASSERT(U_SUCCESS(status));
    return collator;
}

const icu::Collator &collator()
{
    thread_local const std::unique_ptr<icu::Collator> own = makeCollator();
    return *own;
}

QString withFirstSound(QString name)
{
    for (const auto &[character, sound] : kFirstSounds) {
        if (name.startsWith(character))
            name[0] = sound;
    }
    return name;
}

} // namespace

QString foldText(const QString &text)
{
    QString folded;
    return foldQuickly(text, folded) ? folded : foldSlowly(text);
}

QByteArray sortKey(const QString &text)
{
    const QString sounding = withFirstSound(text.trimmed());
    QVarLengthArray<uint8_t, 256> key(256);
    const auto make = [&] {
        return collator().getSortKey(QStringView(sounding).utf16(), int32_t(sounding.size()), key.data(),
                                     int32_t(key.size()));
    };
    const int32_t needed = make();
    if (needed > key.size()) {
        key.resize(needed);
        make();
    }
    return QByteArray(reinterpret_cast<const char *>(key.data()), needed - 1); // without the closing zero
}

QByteArray collationVersion()
{
    UVersionInfo icuVersion;
    UVersionInfo tailoringVersion;
    u_getVersion(icuVersion);
    collator().getVersion(tailoringVersion);
    const auto hex = [](const UVersionInfo &version) {
        return QByteArray(reinterpret_cast<const char *>(version), U_MAX_VERSION_LENGTH).toHex();
    };
    return hex(icuVersion) + '-' + hex(tailoringVersion) + '-' + kCollatorSettings;
}

} // namespace guanxi
