// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"

namespace guanxi::sync {

/// 64 bits that stand for a row in one revision: with `mix` one step of SplitMix64 (Steele, Lea, Flood: Fast Splittable
/// Pseudorandom Number Generators, 2014), mix(high ^ mix(low ^ mix(rev))), where high and low are the halves of the id, big-endian.
quint64 fingerprintOf(const Uuid &id, qint64 rev);

/// Stands for a set of rows, whatever their order: equal sets have equal fingerprints.
struct Fingerprint {
    qint64 count = 0;
    quint64 sum = 0; ///< of fingerprintOf, modulo 2^64

    void add(const Uuid &id, qint64 rev)
    {
        ++count;
        sum += fingerprintOf(id, rev);
    }
    bool operator==(const Fingerprint &) const = default;
};

} // namespace guanxi::sync
