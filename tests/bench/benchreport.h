// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace guanxi::bench {

/// One figure. `limit` is the budget in the same unit; `ratio` compares with a bare run on the same machine.
struct Figure {
    QString scenario;
    QString metric;
    double value = 0;
    QString unit;
    std::optional<double> limit;
    std::optional<double> ratio;
};

/// Collects the figures of a run and prints them for people or for programs.
class BenchReport
{
public:
    void begin(const QString &scenario) { m_scenario = scenario; }
    void add(const QString &metric, double value, const QString &unit, std::optional<double> limit = {},
             std::optional<double> ratio = {});
    const std::vector<Figure> &figures() const { return m_figures; }

    void printTable() const;
    /// One JSON object in each line.
    void printJson() const;

private:
    QString m_scenario;
    std::vector<Figure> m_figures;
};

/// What a run is asked to do.
struct BenchOptions {
    qint64 rows = 200'000;
    int clients = 500; ///< of a crowd, at most
    int seconds = 20;  ///< of mixed work
    QString postgres{};  ///< the server's database; empty: a file
};

/// The value below which `share` of the values lie; sorts `values`.
double percentile(std::vector<double> &values, double share);

} // namespace guanxi::bench
