// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "tests/fuzz/corpus.h"
#include "tests/fuzz/readers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace guanxi;
using namespace guanxi::fuzz;

// A broken promise ends the program: the name of the case that ran last says whose.

namespace {

/// Simple damage: a byte changed, cut out, doubled, or the end lost.
QByteArray damaged(QByteArray bytes, Random &random)
{
    for (quint64 times = 1 + random.below(4); times > 0 && !bytes.isEmpty(); --times) {
        const auto at = qsizetype(random.below(quint64(bytes.size())));
        switch (random.below(5)) {
        case 0: bytes[at] = char(random.below(256)); break;
        case 1: bytes[at] = char(bytes.at(at) ^ (1 << random.below(8))); break;
        case 2: bytes.remove(at, 1 + qsizetype(random.below(4))); break;
        case 3: bytes.insert(at, bytes.mid(at, 1 + qsizetype(random.below(16)))); break;
        default: bytes.truncate(at); break;
        }
    }
    return bytes;
}

} // namespace

TEST_CASE("every reader takes what is kept for it, and what damage makes of it, without breaking a promise")
{
    const Reader reader = GENERATE(from_range(readers()));
    DYNAMIC_SECTION(reader.name)
    {
        const QList<QByteArray> seeds = seedsOf(QString::fromLatin1(reader.name));
        CHECK_FALSE(seeds.isEmpty());
        SeededRandom random(11);
        for (const QByteArray &seed : seeds) {
            reader.read(seed);
            for (int round = 0; round < 2000; ++round)
                reader.read(damaged(seed, random));
        }
    }
}
