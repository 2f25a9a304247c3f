// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/plan.h"

#include <QStringList>

namespace guanxi::test {

namespace {

constexpr int MostDesks = 8;

} // namespace

Plan Plan::of(quint64 seed, int steps)
{
    Plan plan{seed, 0, {}};
    for (int step = 0; step < steps; ++step)
        plan.steps.append(step);
    return plan;
}

std::optional<Plan> Plan::fromText(const QString &text)
{
    const QStringList parts = text.split(u'/');
    if (parts.size() != 3)
        return std::nullopt;
    bool ok = false;
    Plan plan{parts[0].toULongLong(&ok), parts[1].toInt(), {}};
    if (!ok || plan.desks < 0 || plan.desks > MostDesks)
        return std::nullopt;
    for (const QString &range : parts[2].split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = range.split(u'-');
        bool first = false;
        bool last = false;
        for (int step = ends.first().toInt(&first), end = ends.last().toInt(&last); first && last && step <= end; ++step)
            plan.steps.append(step);
        if (!first || !last)
            return std::nullopt;
    }
    return plan;
}

QString Plan::text() const
{
    QStringList ranges;
    for (qsizetype i = 0; i < steps.size();) {
        qsizetype end = i;
        while (end + 1 < steps.size() && steps[end + 1] == steps[end] + 1)
            ++end;
        ranges.append(end == i ? QString::number(steps[i]) : QStringLiteral("%1-%2").arg(steps[i]).arg(steps[end]));
        i = end + 1;
    }
    return QStringLiteral("%1/%2/%3").arg(seed).arg(deskCount()).arg(ranges.join(u','));
}

int Plan::deskCount() const
{
    // Few meet most often; many are the exception.
    static constexpr int counts[] = {2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8};
    return desks > 0 ? desks : counts[source(-1).below(std::size(counts))];
}

SeededRandom Plan::source(int step) const
{
    quint64 mixed = seed * 0x9E3779B97F4A7C15ULL + quint64(step + 1000) * 0xD1B54A32D192ED03ULL;
    mixed ^= mixed >> 31;
    return SeededRandom(mixed * 0x94D049BB133111EBULL);
}

} // namespace guanxi::test
