// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/defaults.h"
#include "common/rules/numbering.h"

#include <catch2/catch_test_macros.hpp>

#include <ostream>

using namespace guanxi;
using namespace guanxi::rules;

namespace
{

std::string number(const char *pattern, qint64 sequence, QDate date = QDate(2026, 3, 7))
{
    const Result<QString> formatted = formatNumber(QString::fromLatin1(pattern), date, sequence);
    return formatted ? formatted->toStdString() : "refused";
}

} // namespace

TEST_CASE("Numbers are made by their pattern")
{
    CHECK(number("SO-{yyyy}{MM}-{seq:5}", 42) == "SO-202603-00042");
    CHECK(number("{yy}{MM}{dd}{seq}", 7) == "2603077");
    CHECK(number("C{seq:3}", 12345) == "C12345");
}

TEST_CASE("A pattern without exactly one sequence, with unknown marks or too long a result is refused")
{
    for (const char *bad : {"SO", "SO-{yyyy}", "{seq}{seq}", "{seq}{week}", "{yyyy:3}{seq}", "{seq", "}{seq}", "~{seq}",
                            "{seq:0}", "", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-{seq:9}"})
        CHECK(number(bad, 1) == "refused");
    CHECK(number("{seq}", -1) == "refused");
    CHECK(number("{seq}", 1, QDate()) == "refused");
}

TEST_CASE("A provisional number tells replica and count and is known as such")
{
    CHECK(provisionalNumber(12, 7) == QStringLiteral("~D12-0007"));
    CHECK(provisionalNumber(3, 123456) == QStringLiteral("~D3-123456"));
    CHECK(isProvisional(provisionalNumber(1, 1)));
    CHECK_FALSE(isProvisional(QStringLiteral("SO-1")));
}

TEST_CASE("The company's day begins at its own midnight")
{
    CHECK(dayOf(0) == 0);
    CHECK(dayOf(16LL * 3'600'000 - 1) == 0);
    CHECK(dayOf(16LL * 3'600'000) == 1);
    CHECK(dayOf(-8LL * 3'600'000 - 1) == -1);
    CHECK(dayOf(-1, 0) == -1);
}
