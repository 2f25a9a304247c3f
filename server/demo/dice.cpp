// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/dice.h"

#include <numeric>

namespace guanxi::demo {

qint64 Dice::between(qint64 least, qint64 most)
{
    return most <= least ? least : least + qint64(m_random.below(quint64(most - least) + 1));
}

int Dice::weighted(std::initializer_list<int> weights)
{
    qint64 point = between(1, std::accumulate(weights.begin(), weights.end(), qint64(0)));
    int index = 0;
    for (const int weight : weights) {
        if (point <= weight)
            break;
        point -= weight;
        ++index;
    }
    return index;
}

QString Dice::digits(int count)
{
    QString text(count, u'0');
    for (int i = 0; i < count; ++i)
        text[i] = QChar(char16_t(u'0' + between(i == 0 ? 1 : 0, 9)));
    return text;
}

} // namespace guanxi::demo
