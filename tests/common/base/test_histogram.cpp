// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/histogram.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

using guanxi::Histogram;

TEST_CASE("a histogram without values answers zeros")
{
    const Histogram none;
    CHECK(none.count() == 0);
    CHECK(none.percentile(0.5) == 0);
    CHECK(none.most() == 0);
}

TEST_CASE("a percentile is at most an eighth too high and never too low")
{
    const qint64 scale = GENERATE(1, 3, 1'000, 123'456'789);
    Histogram histogram;
    for (qint64 value = 1; value <= 1'000; ++value)
        histogram.add(value * scale);
    for (const double share : {0.01, 0.5, 0.95, 0.99, 1.0}) {
        const qint64 exact = qint64(share * 1'000) * scale;
        CHECK(histogram.percentile(share) >= exact);
        CHECK(histogram.percentile(share) <= exact + exact / 8);
    }
    CHECK(histogram.most() == 1'000 * scale);
}

TEST_CASE("small values are exact, and a value out of every range is counted")
{
    Histogram histogram;
    for (const qint64 value : {-5, 0, 1, 1, 7})
        histogram.add(value);
    CHECK(histogram.percentile(0.4) == 0);
    CHECK(histogram.percentile(0.8) == 1);
    CHECK(histogram.percentile(1.0) == 7);
    histogram.add(std::numeric_limits<qint64>::max());
    CHECK(histogram.count() == 6);
    CHECK(histogram.most() == std::numeric_limits<qint64>::max());
}

TEST_CASE("two histograms together are the histogram of all values")
{
    Histogram fast;
    Histogram slow;
    Histogram all;
    for (qint64 value = 0; value < 500; ++value) {
        (value % 3 ? fast : slow).add(value * value);
        all.add(value * value);
    }
    fast.add(slow);
    CHECK(fast.count() == all.count());
    CHECK(fast.percentile(0.9) == all.percentile(0.9));
    CHECK(fast.most() == all.most());
}
