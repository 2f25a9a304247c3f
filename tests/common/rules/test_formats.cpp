// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/formats.h"
#include "common/rules/phone.h"

#include <catch2/catch_test_macros.hpp>

#include <ostream>

using namespace guanxi::rules;

namespace
{

QString text(const char *utf8) { return QString::fromUtf8(utf8); }
std::string phone(const char *written)
{
    return normalPhone(text(written)).value_or(QStringLiteral("none")).toStdString();
}

} // namespace

TEST_CASE("A mainland mobile number has eleven digits and a known beginning")
{
    for (const char *good : {"13800138000", "19912345678", "+14155552671"})
        CHECK(isMobile(text(good)));
    for (const char *bad :
         {"12800138000", "1380013800", "138001380001", "23800138000", "138-0013-8000", "+8613800138000", ""})
        CHECK_FALSE(isMobile(text(bad)));
}

TEST_CASE("Telephone numbers have one normal form however they are written")
{
    CHECK(phone("１３８００１３８０００") == "13800138000");
    CHECK(phone("+86 138-0013-8000") == "13800138000");
    CHECK(phone("0086 138 0013 8000") == "13800138000");
    CHECK(phone("（010）6275 1234") == "010-62751234");
    CHECK(phone("01062751234") == "010-62751234");
    CHECK(phone("+86 10 6275 1234") == "010-62751234");
    CHECK(phone("+86(0)755 2600 1234") == "0755-26001234");
    CHECK(phone("0755-26001234转801") == "0755-26001234-801");
    CHECK(phone("0471-6512345") == "0471-6512345");
    CHECK(phone("400 820 8820") == "400-8208820");
    CHECK(phone("95588") == "95588");
    CHECK(phone("+1 (415) 555-2671") == "+14155552671");
    CHECK(phone("0049 30 901820") == "+4930901820");
}

TEST_CASE("What is no telephone number has no normal form")
{
    for (const char *bad :
         {"62751234", "abc", "12345678901", "010-1234567", "0755-26001234567", "+86", "+", "", "电话"})
        CHECK(phone(bad) == "none");
}

TEST_CASE("An e-mail address has one @ and a domain that can exist")
{
    for (const char *good : {"li.lei@example.com", "a@b.cn", "x+y@mail.example.com.cn", "王芳@例子.中国"})
        CHECK(isEmail(text(good)));
    for (const char *bad : {"", "a", "a@", "@b.cn", "a@b", "a@@b.cn", "a@b@c.cn", "a b@c.cn", "a@-b.cn", "a@b..cn",
                            ".a@b.cn", "a..b@c.cn", "a@b.1", "a@b.c"})
        CHECK_FALSE(isEmail(text(bad)));
    CHECK_FALSE(isEmail(QString(65, u'a') + text("@b.cn")));
}

TEST_CASE("A web address names a host by a harmless scheme")
{
    for (const char *good : {"https://www.example.com", "http://例子.中国/路径?q=1", "ftp://example.com/a"})
        CHECK(isWebAddress(text(good)));
    for (const char *bad : {"javascript:alert(1)", "file:///etc/passwd", "https://", "example", "http://a b.cn"})
        CHECK_FALSE(isWebAddress(text(bad)));
}

TEST_CASE("An identity card proves itself by its check character and tells birth date and sex")
{
    CHECK(isIdentityCard(text("11010519491231002X")));
    CHECK(isIdentityCard(text("440524188001010014")));
    for (const char *bad : {"110105194912310021", "11010519491331002X", "11010519490230002X", "1101051949123100X2",
                            "01010519491231002X", "11010519491231002", "11010519491231002x"})
        CHECK_FALSE(isIdentityCard(text(bad)));
    const std::optional<IdentityFacts> woman = identityFacts(text("11010519491231002X"));
    REQUIRE(woman);
    CHECK(woman->birthDate == QDate(1949, 12, 31));
    CHECK(woman->female);
    CHECK_FALSE(identityFacts(text("440524188001010014"))->female);
    CHECK_FALSE(identityFacts(text("110105194912310021")));
}

TEST_CASE("A social credit code proves itself by its check character")
{
    CHECK(isCreditCode(text("91350100M000100Y43")));
    for (const char *bad : {"91350100M000100Y44", "91350100M000100Y4", "9135010OM000100Y43", "91350100m000100y43", ""})
        CHECK_FALSE(isCreditCode(text(bad)));
}

TEST_CASE("Currency codes, periods, postcodes and names keep to their pattern")
{
    CHECK(isCurrencyCode(text("CNY")));
    CHECK_FALSE(isCurrencyCode(text("cny")));
    CHECK_FALSE(isCurrencyCode(text("RMB1")));
    for (const char *good : {"2026", "2026-Q4", "2026-12"})
        CHECK(isPeriod(text(good)));
    for (const char *bad : {"0000", "2026-Q5", "2026-13", "2026-00", "26", "2026-1"})
        CHECK_FALSE(isPeriod(text(bad)));
    for (const char *good : {"100080", "SW1A 1AA", "10115", "K1A-0B1"})
        CHECK(isPostcode(text(good)));
    for (const char *bad : {"", "ABCDEF", "1", "12345678901", "北京"})
        CHECK_FALSE(isPostcode(text(bad)));
    for (const char *good : {"李雷", "欧阳娜娜", "阿卜杜·热合曼", "Anne-Marie O'Neil", "𠮷野"})
        CHECK(isRealName(text(good)));
    for (const char *bad : {"", "李", "李4", "admin@", "--"})
        CHECK_FALSE(isRealName(text(bad)));
}
