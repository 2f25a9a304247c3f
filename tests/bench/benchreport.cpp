// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchreport.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace guanxi::bench {

namespace {

QString shown(std::optional<double> number) { return number ? QString::number(*number, 'g', 4) : QString(); }

} // namespace

void BenchReport::add(const QString &metric, double value, const QString &unit, std::optional<double> limit,
                      std::optional<double> ratio)
{
    m_figures.push_back({m_scenario, metric, value, unit, limit, ratio});
}

void BenchReport::printTable() const
{
    std::printf("%-8s %-52s %12s %-8s %10s %8s\n", "scenario", "metric", "value", "unit", "limit", "ratio");
    for (const Figure &figure : m_figures)
        std::printf("%-8s %-52s %12s %-8s %10s %8s\n", qPrintable(figure.scenario), qPrintable(figure.metric),
                    qPrintable(shown(figure.value)), qPrintable(figure.unit), qPrintable(shown(figure.limit)),
                    qPrintable(shown(figure.ratio)));
}

void BenchReport::printJson() const
{
    for (const Figure &figure : m_figures) {
        const auto number = [](std::optional<double> value) { return value ? QJsonValue(*value) : QJsonValue(); };
        const QJsonObject line{{QStringLiteral("scenario"), figure.scenario}, {QStringLiteral("metric"), figure.metric},
                               {QStringLiteral("value"), figure.value},       {QStringLiteral("unit"), figure.unit},
                               {QStringLiteral("limit"), number(figure.limit)}, {QStringLiteral("ratio"), number(figure.ratio)}};
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
}

double percentile(std::vector<double> &values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

} // namespace guanxi::bench
