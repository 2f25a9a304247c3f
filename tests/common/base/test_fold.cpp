// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/fold.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QStringList>

#include <algorithm>
#include <thread>

using namespace guanxi;
using namespace Qt::StringLiterals;

namespace {

QStringList sortedByKey(QStringList names)
{
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return sortKey(a) < sortKey(b); });
    return names;
}

} // namespace

TEST_CASE("Folded text is lower case with half width characters", "[fold]")
{
    CHECK(foldText(u"Guanxi CRM"_s) == u"guanxi crm");
    CHECK(foldText(u"ＡＢＣ１２３（中国）"_s) == u"abc123(中国)");
    CHECK(foldText(u"ﾃｽﾄ"_s) == u"テスト");
}

TEST_CASE("Traditional characters fold to their simplified forms", "[fold]")
{
    CHECK(foldText(u"長城電子資訊"_s) == u"长城电子资讯");
    CHECK(foldText(u"裏說顏產為爲啟啓雞鷄衛"_s) == u"里说颜产为为启启鸡鸡卫");
    CHECK(foldText(u"北京长城"_s) == u"北京长城");
}

TEST_CASE("A part of a text folds to a part of the folded text", "[fold]")
{
    // ICU's own rules look at neighbours: they keep the 著 of 顯著 and change it elsewhere.
    const auto [text, part] =
        GENERATE(table<QString, QString>({{u"顯著效果"_s, u"著"_s}, {u"乾隆年間"_s, u"乾"_s}, {u"餘額"_s, u"餘"_s}}));
    CHECK(foldText(text).contains(foldText(part)));
}

TEST_CASE("Latin letters lose their accents and other scripts keep theirs", "[fold]")
{
    CHECK(foldText(u"Café Zürich Ångström"_s) == u"cafe zurich angstrom");
    CHECK(foldText(u"Łódź Straße Ærø Œuvre Ǽ İ"_s) == u"lodz strasse aero oeuvre ae i");
    CHECK(foldText(u"cafe\u0301 běijīng lǜ"_s) == u"cafe beijing lu");
    CHECK(foldText(u"Йога がっこう 한국"_s) == u"йога がっこう 한국");
}

TEST_CASE("White space collapses and invisible characters go", "[fold]")
{
    CHECK(foldText(u" \t北京\u3000 \n 长城 "_s) == u"北京 长城");
    CHECK(foldText(u"é  é\u00a0"_s) == u"e e");
    CHECK(foldText(u"a\u200bb\u00adc\ufeff"_s) == u"abc");
    CHECK(foldText(u"葛\U000E0100"_s) == u"葛");
    CHECK(foldText(u"  "_s).isEmpty());
    CHECK(foldText(QString()).isEmpty());
}

TEST_CASE("Compatibility forms fold to what they stand for", "[fold]")
{
    CHECK(foldText(u"㈱①ﬁ㎏"_s) == u"(株)1fikg");
    CHECK(foldText(u"豈"_s) == foldText(u"豈"_s));
}

TEST_CASE("Folding twice changes nothing more", "[fold]")
{
    for (char32_t c = 1; c < 0x323b0; ++c) {
        const QString once = foldText(QStringView(QChar::fromUcs4(c)).toString());
        if (foldText(once) != once)
            FAIL_CHECK("U+" << std::hex << unsigned(c));
    }
}

TEST_CASE("The quick and the thorough way of folding agree on every character", "[fold]")
{
    for (char32_t c = 0x21; c < 0x10000; ++c) {
        const QString character = QStringView(QChar::fromUcs4(c)).toString();
        if (QChar::isSurrogate(c) || foldText(character).isEmpty())
            continue;
        // The Cyrillic letter has no quick way, so the whole text goes the thorough one.
        if (foldText(character + u" ж"_s) != foldText(character) + u" ж"_s)
            FAIL_CHECK("U+" << std::hex << unsigned(c));
    }
}

TEST_CASE("Broken text folds without harm", "[fold]")
{
    const QString lone = u"北"_s + QChar(0xd800) + u"京"_s;
    CHECK(foldText(lone).startsWith(u'北'));
    CHECK(foldText(QString(QChar(0xdc00))).size() <= 1);
    CHECK(foldText(u"a"_s + QChar(0) + u"b"_s) == u"a b");
}

TEST_CASE("Names sort digits before Latin before Chinese in pinyin order", "[fold]")
{
    const QStringList expected = {u"3M中国"_s, u"A2"_s,   u"A10"_s,  u"Ärzte"_s, u"beta"_s,
                                  u"Zeta"_s,   u"阿里"_s, u"北京"_s, u"上海"_s,  u"张三"_s};
    QStringList shuffled = expected;
    std::reverse(shuffled.begin(), shuffled.end());
    CHECK(sortedByKey(shuffled) == expected);
}

TEST_CASE("Names that begin with a character of several sounds sort by the usual one", "[fold]")
{
    const QStringList expected = {u"长沙"_s, u"成都"_s, u"重庆"_s, u"仇英"_s, u"厦门"_s, u"曾国"_s, u"张三"_s};
    QStringList shuffled = expected;
    std::reverse(shuffled.begin(), shuffled.end());
    CHECK(sortedByKey(shuffled) == expected);
}

TEST_CASE("Numbers sort by value", "[fold]")
{
    CHECK(sortKey(u"A2"_s) < sortKey(u"A10"_s));
    CHECK(sortKey(u"第9仓库"_s) < sortKey(u"第10仓库"_s));
    CHECK(sortKey(u"订单２"_s) < sortKey(u"订单10"_s));
}

TEST_CASE("An empty text sorts first and outer blanks do not count", "[fold]")
{
    CHECK(sortKey(QString()) < sortKey(u"!"_s));
    CHECK(sortKey(u"  张三 "_s) == sortKey(u"张三"_s));
    CHECK(sortKey(u"张三"_s) < sortKey(u"张三丰"_s));
}

TEST_CASE("Sort keys of very long texts are whole", "[fold]")
{
    const QString body(100000, u'龙');
    CHECK(sortKey(body + u"a"_s) < sortKey(body + u"b"_s));
}

TEST_CASE("The collation version is stable and printable", "[fold]")
{
    CHECK(collationVersion() == collationVersion());
    CHECK(collationVersion().size() > 10);
    const QByteArray version = collationVersion();
    CHECK(std::all_of(version.begin(), version.end(), [](char c) { return c > ' ' && c < 127; }));
}

TEST_CASE("Threads fold and sort alike", "[fold][threads]")
{
    std::vector<std::thread> threads;
    std::vector<QByteArray> keys(4);
    for (QByteArray &key : keys)
        threads.emplace_back([&key] { key = sortKey(u"重庆A10"_s) + foldText(u"長城Ünï"_s).toUtf8(); });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(std::all_of(keys.begin(), keys.end(), [&](const QByteArray &key) { return key == keys.front(); }));
}
