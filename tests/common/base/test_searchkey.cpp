// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/searchkey.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <random>

using namespace guanxi;
using namespace Qt::StringLiterals;

namespace {

// A search index in memory, as the programs have it in their database.
class Index
{
public:
    explicit Index(const QString &tokenizer = u"ascii"_s)
    {
        m_database.setDatabaseName(u":memory:"_s);
        REQUIRE(m_database.open());
        run(u"CREATE VIRTUAL TABLE search USING fts5(tokens, detail=none, tokenize='%1')"_s.arg(tokenizer));
    }
    ~Index()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"search"_s);
    }

    int add(const QString &names, const QString &phones = {})
    {
        QSqlQuery query(m_database);
        query.prepare(u"INSERT INTO search VALUES (?)"_s);
        query.addBindValue(QStringList{indexTokens(names), pinyinTokens(names), phoneTokens(phones)}.join(u' '));
        REQUIRE(query.exec());
        return query.lastInsertId().toInt();
    }

    QSet<int> find(const QString &typed)
    {
        const QString expression = ftsQuery(typed);
        if (expression.isEmpty())
            return {};
        QSqlQuery query(m_database);
        query.prepare(u"SELECT rowid FROM search WHERE search MATCH ?"_s);
        query.addBindValue(expression);
        INFO(typed.toStdString() << " -> " << expression.toStdString());
        if (!query.exec())
            FAIL(query.lastError().text().toStdString());
        QSet<int> rows;
        while (query.next())
            rows += query.value(0).toInt();
        return rows;
    }

    bool finds(const QString &typed) { return !find(typed).isEmpty(); }

private:
    void run(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            FAIL(query.lastError().text().toStdString());
    }

    QSqlDatabase m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"search"_s);
};

} // namespace

TEST_CASE("Each Chinese character and each pair is a token, and a Latin word is one", "[searchkey]")
{
    CHECK(indexTokens(u"北京ABC公司"_s) == u"北 京 北京 abc 公 司 公司");
    CHECK(indexTokens(u"長城（O'Brien）SO-2024/007"_s) == u"长 城 长城 obrien so 2024 007");
    CHECK(indexTokens(u"北（京）"_s) == u"北 京 北京");
    CHECK(indexTokens(u"𠮷野家の"_s) == u"𠮷 野 𠮷野 家 野家 の 家の");
    CHECK(indexTokens(u"…！"_s).isEmpty());
}

TEST_CASE("A phone number becomes its runs of four digits", "[searchkey]")
{
    CHECK(phoneTokens(u"138 1234-56"_s) == u"ª1381 ª3812 ª8123 ª1234 ª2345 ª3456");
    CHECK(phoneTokens(u"（０１０）6552"_s) == u"ª0106 ª1065 ª0655 ª6552");
    CHECK(phoneTokens(u"6552，7001转88"_s) == u"ª6552 ª7001");
    CHECK(phoneTokens(u"110"_s).isEmpty());
}

TEST_CASE("Pinyin tokens grow with the name, not with the combinations of readings", "[searchkey]")
{
    CHECK(pinyinTokens(u"长城"_s).count(u' ') < 12);
    CHECK(pinyinTokens(QString(64, u'长')).size() < 12000);
    CHECK(pinyinTokens(QString(100000, u'长')).size() < 12000);
    CHECK(pinyinTokens(u"……"_s).isEmpty());
}

TEST_CASE("A Chinese name is found by what people type", "[searchkey]")
{
    const QString tokenizer = GENERATE(u"unicode61"_s, u"ascii"_s);
    Index index(tokenizer);
    const int wall = index.add(u"北京长城电子有限公司"_s, u"010-6552 1234"_s);
    index.add(u"上海浦东食品厂"_s, u"13800138000"_s);

    const QString typed = GENERATE(
        u"北"_s, u"长城"_s, u"北京长城"_s, u"長城電子"_s, u"城电"_s, u"b"_s, u"bj"_s, u"bjc"_s, u"bjcc"_s, u"bjzc"_s,
        u"BJCC"_s, u"bjccdzyxgs"_s, u"cc"_s, u"ccdz"_s, u"zcd"_s, u"dz"_s, u"be"_s, u"beij"_s, u"beijing"_s,
        u"beijingch"_s, u"beijingchangcheng"_s, u"beijingzhangcheng"_s, u"beijingchangchengdianziyouxiangongsi"_s,
        u"changcheng"_s, u"changch"_s, u"chengdian"_s, u"bei jing"_s, u"bj dz"_s, u"běijīng"_s, u"bei'jing"_s,
        u"北京cc"_s, u"北京c"_s, u"北京changch"_s, u"长城dianzi"_s, u"长城 dz"_s, u"北京 电子"_s, u"6552"_s,
        u"65521234"_s, u"5212"_s, u"0106552"_s, u"010-6552"_s, u"010 6552 1234"_s, u"(010) 6552"_s, u"　长城　"_s);
    CHECK(index.find(typed) == QSet<int>{wall});
}

TEST_CASE("What does not occur is not found", "[searchkey]")
{
    Index index;
    index.add(u"北京长城电子有限公司"_s, u"010-6552 1234"_s);
    const QString typed =
        GENERATE(u"京北"_s, u"长电"_s, u"bjdz"_s, u"jb"_s, u"cheng chu"_s, u"chengchang"_s, u"beijingcheng"_s,
                 u"6553"_s, u"4321"_s, u"65521235"_s, u"北京 上海"_s, u"北京ss"_s, u"j"_s, u"xyz"_s);
    CHECK_FALSE(index.finds(typed));
}

TEST_CASE("Every reading of an ambiguous spelling is tried", "[searchkey]")
{
    Index index;
    const int xian = index.add(u"西安方案设计"_s);
    const int lv = index.add(u"吕绿"_s);
    CHECK(index.find(u"xian"_s).contains(xian));
    CHECK(index.find(u"xi'an"_s).contains(xian));
    CHECK(index.find(u"xianfangan"_s) == QSet<int>{xian});
    CHECK(index.find(u"xianfanganshe"_s) == QSet<int>{xian});
    CHECK(index.find(u"lvlv"_s) == QSet<int>{lv});
    CHECK(index.find(u"lulu"_s) == QSet<int>{lv});
    CHECK(index.find(u"lülü"_s) == QSet<int>{lv});
    CHECK(index.find(u"lyu"_s) == QSet<int>{lv});
}

TEST_CASE("Latin names are found by their beginnings and initials", "[searchkey]")
{
    Index index;
    const int north = index.add(u"Northwind Traders Ltd"_s);
    const int mixed = index.add(u"3M中国"_s);
    const int bank = index.add(u"IBM中国有限公司"_s);
    const int accent = index.add(u"Café Zürich"_s);
    CHECK(index.find(u"n"_s) == QSet<int>{north});
    CHECK(index.find(u"no"_s) == QSet<int>{north});
    CHECK(index.find(u"north"_s) == QSet<int>{north});
    CHECK(index.find(u"trad"_s) == QSet<int>{north});
    CHECK(index.find(u"ntl"_s) == QSet<int>{north});
    CHECK(index.find(u"northwind tra"_s) == QSet<int>{north});
    CHECK(index.find(u"3m"_s) == QSet<int>{mixed});
    CHECK(index.find(u"3mzg"_s) == QSet<int>{mixed});
    CHECK(index.find(u"ibmzg"_s) == QSet<int>{bank});
    CHECK(index.find(u"cafe zur"_s) == QSet<int>{accent});
    CHECK_FALSE(index.finds(u"wind"_s));
}

TEST_CASE("Any inner part of a phone number from four digits on finds it", "[searchkey]")
{
    Index index;
    const QString number = u"13812345678"_s;
    const int row = index.add(u"张三"_s, number + u"；0571-8888 9999"_s);
    index.add(u"李四"_s, u"13900001111"_s);
    for (int from = 0; from < number.size(); ++from) {
        for (int length = 4; from + length <= number.size(); ++length)
            CHECK(index.find(number.mid(from, length)) == QSet<int>{row});
    }
    CHECK(index.finds(u"+86 138 1234 5678"_s));
    CHECK(index.finds(u"0086-138-1234"_s));
    CHECK(index.finds(u"88889999"_s));
    CHECK_FALSE(index.finds(u"56780571"_s));
    CHECK_FALSE(index.finds(u"138"_s));
}

TEST_CASE("Lines are names of their own", "[searchkey]")
{
    Index index;
    const int row = index.add(u"北京长城\n张三"_s);
    CHECK(index.find(u"zs"_s) == QSet<int>{row});
    CHECK(index.find(u"z"_s) == QSet<int>{row});
    CHECK_FALSE(index.finds(u"ccz"_s));
}

TEST_CASE("Characters beyond the basic plane are searchable", "[searchkey]")
{
    Index index;
    const int row = index.add(u"𬭊𬱖䶮𠮷"_s);
    CHECK(index.find(u"𠮷"_s) == QSet<int>{row});
    CHECK(index.find(u"𬭊𬱖"_s) == QSet<int>{row});
    CHECK(index.find(u"dudiyan"_s) == QSet<int>{row});
    CHECK(index.find(u"ddy"_s) == QSet<int>{row});
}

TEST_CASE("Nothing to search gives an empty query", "[searchkey]")
{
    const QString typed = GENERATE(u""_s, u"   "_s, u"\"*"_s, u"()…，"_s, u"+"_s, u"'"_s, u"\u200b"_s, u"😀"_s);
    CHECK(ftsQuery(typed).isEmpty());
}

TEST_CASE("Words of the query language are only words", "[searchkey]")
{
    Index index;
    const int row = index.add(u"NOT AND OR NEAR text pinyin"_s);
    const QString typed = GENERATE(u"NOT"_s, u"and"_s, u"a OR b"_s, u"NEAR(x, 2)"_s, u"text : x"_s, u"-pinyin"_s,
                                   u"{text}"_s, u"^not"_s, u"\"not\"* AND"_s);
    index.find(typed);
    CHECK(index.find(u"near"_s) == QSet<int>{row});
}

TEST_CASE("No input is a syntax error", "[searchkey]")
{
    Index index;
    index.add(u"北京长城"_s, u"13812345678"_s);
    std::mt19937 random(20240601);
    const QString alphabet = u"ab北长1 \"'*()^-+:{},.ANDORNOT\\%_；：“”\u200b\u0301éüßﬁ①𠮷😀かｱ한ªº\n\t"_s;
    for (int round = 0; round < 3000; ++round) {
        QString typed;
        for (int i = int(random() % 24); i >= 0; --i)
            typed += random() % 8 ? alphabet[random() % alphabet.size()] : QChar(char16_t(random() % 0x10000));
        index.find(typed);
    }
    index.find(QString(100000, u'a'));
    index.find(u"xian"_s.repeated(1000));
    index.find(u"zhongguo 北京a 1234 "_s.repeated(1000));
    index.find(QString(100000, u'北'));
    index.find(u"1"_s.repeated(1000));
}
