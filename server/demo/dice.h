// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"

#include <QString>

#include <initializer_list>

namespace guanxi::demo {

/// Chance for people who write company data: the same seed throws the same numbers on every machine.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_random(seed) {}

    /// Uniform, both ends included.
    qint64 between(qint64 least, qint64 most);
    bool chance(int percent) { return between(0, 99) < percent; }
    /// Index of one of the weights, as likely as it is heavy.
    int weighted(std::initializer_list<int> weights);
    /// So many digits, the first not 0.
    QString digits(int count);
    /// The list must not be empty.
    template <class List> const auto &pick(const List &list)
    {
        return list.at(typename List::size_type(between(0, qint64(list.size()) - 1)));
    }

private:
    SeededRandom m_random;
};

} // namespace guanxi::demo
