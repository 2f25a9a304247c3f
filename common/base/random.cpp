// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"

#include <QRandomGenerator>

#include <cstring>
#include <limits>

namespace guanxi {

quint64 Random::below(quint64 bound)
{
    // Values from the last, incomplete block would favour small results.
    const quint64 limit = std::numeric_limits<quint64>::max() / bound * bound;
    quint64 value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

QByteArray Random::bytes(qsizetype size)
{
    QByteArray result(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; at += qsizetype(sizeof(quint64))) {
        const quint64 value = next();
        std::memcpy(result.data() + at, &value, size_t(std::min(size - at, qsizetype(sizeof value))));
    }
    return result;
}

quint64 SystemRandom::next() { return QRandomGenerator::system()->generate64(); }

} // namespace guanxi
