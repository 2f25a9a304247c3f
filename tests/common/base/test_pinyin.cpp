// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/pinyin.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <utility>

using namespace guanxi;
using namespace Qt::StringLiterals;

namespace {

QStringList inUse(char32_t character)
{
    const PinyinReadings readings = pinyinOf(character);
    return pinyinReadings(character).first(readings.inUse());
}

// "bei jing ch…(19)": the splits of typed letters in short.
QStringList splits(const QString &typed)
{
    QStringList list;
    for (const PinyinSplit &split : splitPinyin(typed)) {
        QStringList pieces;
        for (const QLatin1StringView syllable : split.whole)
            pieces += QString(syllable);
        pieces += split.last.size() == 1 ? QString(split.last.first()) : u"%1…"_s.arg(split.last.size());
        list += pieces.join(u' ');
    }
    return list;
}

} // namespace

TEST_CASE("A character has all its readings, the customary one first", "[pinyin]")
{
    CHECK(inUse(U'长') == QStringList{u"zhang"_s, u"chang"_s});
    CHECK(inUse(U'重') == QStringList{u"zhong"_s, u"chong"_s});
    CHECK(inUse(U'北') == QStringList{u"bei"_s});
    CHECK(inUse(U'行').contains(u"hang"_s));
    CHECK(inUse(U'行').first() == u"xing");
    CHECK(inUse(U'儿') == QStringList{u"er"_s});
}

TEST_CASE("Surnames and place names keep the reading people type", "[pinyin]")
{
    const std::pair<char32_t, QString> names[] = {
        {U'单', u"shan"_s}, {U'仇', u"qiu"_s}, {U'解', u"xie"_s}, {U'查', u"zha"_s}, {U'朴', u"piao"_s},
        {U'曾', u"zeng"_s}, {U'乐', u"yue"_s}, {U'区', u"ou"_s},  {U'六', u"lu"_s},  {U'晟', u"sheng"_s},
        {U'莞', u"guan"_s}, {U'厦', u"xia"_s}, {U'贾', u"jia"_s}, {U'盖', u"ge"_s},  {U'泊', u"po"_s}};
    for (const auto &[character, reading] : names)
        CHECK(inUse(character).contains(reading));
}

TEST_CASE("Readings that only old dictionaries know come last and do not count as in use", "[pinyin]")
{
    CHECK(pinyinReadings(U'女') == QStringList{u"nv"_s, u"ru"_s});
    CHECK(inUse(U'女') == QStringList{u"nv"_s});
    CHECK_FALSE(inUse(U'市').contains(u"fu"_s));
}

TEST_CASE("A traditional character reads like its simplified form", "[pinyin]")
{
    CHECK(inUse(U'長') == inUse(U'长'));
    CHECK(inUse(U'單').contains(u"shan"_s));
    CHECK(inUse(U'區').contains(u"ou"_s));
    CHECK(inUse(U'乾').first() == u"qian");
}

TEST_CASE("Rare characters beyond the basic plane and the round zero have readings", "[pinyin]")
{
    CHECK(pinyinReadings(U'〇') == pinyinReadings(U'零'));
    CHECK(pinyinReadings(U'𬱖') == QStringList{u"di"_s});
    CHECK(pinyinReadings(U'𬭊').contains(u"du"_s));
    CHECK(pinyinReadings(U'䶮').contains(u"yan"_s));
}

TEST_CASE("What is not Chinese has no readings", "[pinyin]")
{
    const char32_t character =
        GENERATE(U'a', U'1', U' ', U'。', U'か', U'한', U'\0', U'\U0001F600', char32_t(0x10ffff), char32_t(0xffffffff));
    CHECK(pinyinReadings(character).isEmpty());
}

TEST_CASE("Nearly every character of the main block has a reading in plain letters", "[pinyin]")
{
    int without = 0;
    for (char32_t c = 0x4e00; c <= 0x9fff; ++c) {
        const PinyinReadings readings = pinyinOf(c);
        without += readings.size() == 0;
        for (int i = 0; i < readings.size(); ++i) {
            for (const QChar letter : QString(readings[i]))
                REQUIRE((letter >= u'a' && letter <= u'z'));
        }
    }
    CHECK(without < 100);
}

TEST_CASE("A name has a form for each combination of readings, the likeliest first", "[pinyin]")
{
    const PinyinForms forms = pinyinForms(u"北京长城"_s);
    CHECK(forms.full == QStringList{u"beijingzhangcheng"_s, u"beijingchangcheng"_s});
    CHECK(forms.initials == QStringList{u"bjzc"_s, u"bjcc"_s});
}

TEST_CASE("Forms keep Latin letters and digits and leave out the rest", "[pinyin]")
{
    CHECK(pinyinForms(u"3M（中国）"_s).initials == QStringList{u"3mzg"_s});
    CHECK(pinyinForms(u"打印 Ｅxcel…"_s).full == QStringList{u"dayinexcel"_s});
    CHECK(pinyinForms(u"……"_s).full.isEmpty());
    CHECK(pinyinForms(QString()).initials.isEmpty());
}

TEST_CASE("The number of forms is bounded", "[pinyin]")
{
    const QString name(200, u'长');
    CHECK(pinyinForms(name).full.size() == 8);
    CHECK(pinyinForms(name, 3).initials.size() == 3);
    CHECK(pinyinForms(name).full.first() == u"zhang"_s.repeated(200));
}

TEST_CASE("Typed letters split into syllables, the last one perhaps unfinished", "[pinyin]")
{
    CHECK(splits(u"beijing"_s).first() == u"bei jing");
    CHECK(splits(u"zhuang"_s).first() == u"zhuang");
    CHECK(splits(u"beijingch"_s).first().startsWith(u"bei jing "));
    CHECK(splits(u"bjcc"_s).isEmpty());
    CHECK(splits(u"x1"_s).isEmpty());
    CHECK(splits(QString()).isEmpty());
}

TEST_CASE("Ambiguous letters split in every way", "[pinyin]")
{
    CHECK(splits(u"xian"_s).first() == u"2…"); // xian, xiang
    CHECK_FALSE(splits(u"xian"_s).filter(u"xi "_s).isEmpty());
    const QStringList ways = splits(u"xianfangan"_s);
    CHECK_FALSE(ways.filter(u"xi an fang "_s).isEmpty());
    CHECK_FALSE(ways.filter(u"xian fan "_s).isEmpty());
}

TEST_CASE("The vowel of lü may be typed as v, u or yu", "[pinyin]")
{
    const QString typed = GENERATE(u"lvshi"_s, u"lushi"_s, u"lyushi"_s);
    CHECK(splits(typed).contains(u"lv shi"_s));
}

TEST_CASE("Splitting long input stays bounded", "[pinyin]")
{
    CHECK(splitPinyin(u"xian"_s.repeated(1000)).size() <= 8);
    CHECK(splitPinyin(u"a"_s.repeated(1000)).size() <= 8);
}
