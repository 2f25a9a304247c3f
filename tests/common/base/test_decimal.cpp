// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/decimal.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace guanxi;

TEST_CASE("Halves round away from zero on both sides")
{
    CHECK(decimal::multiply(15, 1, 1) == 2);
    CHECK(decimal::multiply(-15, 1, 1) == -2);
    CHECK(decimal::multiply(14, 1, 1) == 1);
    CHECK(decimal::multiply(-14, 1, 1) == -1);
    CHECK(decimal::multiply(10'000, 10'000, 4) == 10'000);
}

TEST_CASE("What leaves 64 bits is nothing, not a wrong number")
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    CHECK_FALSE(decimal::add(most, 1).has_value());
    CHECK_FALSE(decimal::subtract(-most, 2).has_value());
    CHECK_FALSE(decimal::multiply(most, 2, 0).has_value());
    CHECK(decimal::multiply(most, 10'000, 4) == most);
}

TEST_CASE("Amounts read exactly and print as they were written")
{
    for (const char *text : {"0", "0.5", "-0.0001", "922337203685477.5807", "12345.6789"}) {
        const QString written = QString::fromLatin1(text);
        CHECK(decimal::format(decimal::parse(written, 4).value(), 4) == written);
    }
    CHECK(decimal::format(12'300'00, 4, 2) == QStringLiteral("123.00"));
    CHECK(decimal::format(std::numeric_limits<qint64>::min(), 4) == QStringLiteral("-922337203685477.5808"));
}

TEST_CASE("What is no plain number, or has too many decimals, is refused")
{
    for (const char *text : {"", "-", ".", "1,000", "1e3", "0.00001", "12a", "922337203685477.5808", "９"})
        CHECK_FALSE(decimal::parse(QString::fromUtf8(text), 4).ok());
}
