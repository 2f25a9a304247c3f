// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/rules/amountwords.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using guanxi::SeededRandom;
using namespace guanxi::rules;
using namespace Qt::StringLiterals;

namespace {

/// Reads capital figures as a person does: digits, units, and 万 and 亿 over everything before them.
qint64 readCapitals(QString text)
{
    const QString digits = u"零壹贰叁肆伍陆柒捌玖"_s;
    const bool negative = text.startsWith(u'负');
    qint64 yi = 0, wan = 0, group = 0, digit = 0, cents = 0;
    for (const QChar sign : text) {
        if (const qsizetype value = digits.indexOf(sign); value >= 0)
            digit = value;
        else if (const qsizetype unit = u"拾佰仟"_s.indexOf(sign); unit >= 0) {
            group += digit * (unit == 0 ? 10 : unit == 1 ? 100 : 1'000);
            digit = 0;
        } else if (sign == u'万') {
            wan += (group + digit) * 10'000;
            group = digit = 0;
        } else if (sign == u'亿') {
            yi = (yi + wan + group + digit) * 100'000'000;
            wan = group = digit = 0;
        } else if (sign == u'元') {
            cents = (yi + wan + group + digit) * 100;
            yi = wan = group = digit = 0;
        } else if (sign == u'角' || sign == u'分') {
            cents += digit * (sign == u'角' ? 10 : 1);
            digit = 0;
        }
    }
    return negative ? -cents : cents;
}

} // namespace

TEST_CASE("amounts stand in capital figures as bills carry them", "[amountwords]")
{
    const std::pair<qint64, QString> examples[] = {
        {0, u"零元整"_s},
        {1, u"壹分"_s},
        {50, u"伍角整"_s},
        {53, u"伍角叁分"_s},
        {100, u"壹元整"_s},
        {1000, u"壹拾元整"_s},
        {1'050'000, u"壹万零伍佰元整"_s},
        {140'950, u"壹仟肆佰零玖元伍角整"_s},
        {600'714, u"陆仟零柒元壹角肆分"_s},
        {32'504, u"叁佰贰拾伍元零肆分"_s},
        {1'640'902, u"壹万陆仟肆佰零玖元零贰分"_s},
        {168'032, u"壹仟陆佰捌拾元叁角贰分"_s},
        {10'700'053, u"壹拾万柒仟元伍角叁分"_s},
        {10'070'000, u"壹拾万零柒佰元整"_s},
        {1'000'000'000'000, u"壹佰亿元整"_s},
        {1'000'000'010'000, u"壹佰亿零壹佰元整"_s},
        {100'000'000'000'000, u"壹万亿元整"_s},
        {1'000'000'000'000'000'000, u"壹亿亿元整"_s},
        {-1'050'000, u"负壹万零伍佰元整"_s},
    };
    for (const auto &[amount, words] : examples)
        CHECK(capitalAmount(amount).toStdString() == words.toStdString());
}

TEST_CASE("any amount is read back from its capital figures, which hold no two 零 and end as they must", "[amountwords]")
{
    SeededRandom random(7);
    const auto check = [](qint64 amount) {
        const QString words = capitalAmount(amount);
        INFO(amount << ' ' << words.toStdString());
        REQUIRE(readCapitals(words) == amount);
        REQUIRE_FALSE(words.contains(u"零零"_s));
        REQUIRE_FALSE(words.contains(u"零万"_s));
        REQUIRE_FALSE(words.contains(u"零亿"_s));
        REQUIRE(words.endsWith(u'整') == (amount % 10 == 0));
    };
    for (int round = 0; round < 20'000; ++round) {
        // Of every length, and mostly zeros as well: those are what the rules are about.
        qint64 amount = 0;
        const int length = 1 + round % 18;
        for (int at = 0; at < length; ++at)
            amount = amount * 10 + (random.next() % 2 == 0 ? 0 : qint64(random.next() % 10));
        check(amount);
        check(-amount);
    }
    for (qint64 power = 1; power < std::numeric_limits<qint64>::max() / 10; power *= 10) {
        check(power);
        check(power - 1);
        check(power + 1);
    }
}

TEST_CASE("the largest and the smallest number have words too", "[amountwords]")
{
    CHECK(readCapitals(capitalAmount(std::numeric_limits<qint64>::max())) == std::numeric_limits<qint64>::max());
    CHECK(capitalAmount(std::numeric_limits<qint64>::min()).startsWith(u"负玖亿贰仟"_s));
}

TEST_CASE("amounts stand in English words", "[amountwords]")
{
    CHECK(englishAmount(0) == u"Zero"_s);
    CHECK(englishAmount(1'050'000) == u"Ten thousand five hundred"_s);
    CHECK(englishAmount(1'050'050) == u"Ten thousand five hundred and 50/100"_s);
    CHECK(englishAmount(12'345'600) == u"One hundred twenty-three thousand four hundred fifty-six"_s);
    CHECK(englishAmount(100'000'001'905) == u"One billion nineteen and 05/100"_s);
    CHECK(englishAmount(-700) == u"Minus seven"_s);
    CHECK(englishAmount(1'000'000'000'000'000'000) == u"Ten quadrillion"_s);
}
