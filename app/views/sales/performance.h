// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/gathering.h"
#include "app/views/sales/targetbook.h"
#include "common/rules/achievement.h"

#include <array>

namespace guanxi::app {

/// What somebody or something achieved in a period (R07, R11 and the sales side of R18 of the requirements), in 1/10 000.
struct PerformanceLine {
    enum Figure { Revenue, Orders, Quantity, NewCustomers, Provided, Payments, Won, Interactions, Visits, Calls, PlanItems, Figures };

    Uuid id; ///< none: what is credited to nobody
    std::array<qint64, Figures> figures{};
    qint64 before = 0; ///< the measure in the period before
    std::optional<qint64> target = {};
    int rank = 0;       ///< by the measure; those who are equal share it
    int rankBefore = 0; ///< 0: nothing then
};

/// Who or what sold how much in a period, beside the one before, the target and what was done for it; added up by the local database
/// from what the user may see, and again while records change.
class Performance : public QObject
{
    Q_OBJECT

public:
    enum class By : quint8 { Person, Department, Channel, Region, ProductCategory };
    using Figure = PerformanceLine::Figure;

    explicit Performance(Records &records, QObject *parent = nullptr);

    /// Ranked by a measure, which the targets are of, too (Revenue to Payments); starts counting.
    void show(By by, const QString &period, Figure measure);

    By by() const { return m_by; }
    const QString &period() const { return m_period; }
    Figure measure() const { return m_measure; }
    /// Best first; of trees the upper ones, and those with a target.
    const QList<PerformanceLine> &lines() const { return m_lines; }
    /// Of everybody and everything.
    const PerformanceLine &total() const { return m_total; }
    bool isCounting() const { return m_gathering.isWaiting(); }

    /// What is counted at all.
    static bool counts(By by, Figure figure);
    static bool isMeasure(Figure figure) { return figure <= Figure::Payments; }
    static bool isAmount(Figure figure) { return figure == Figure::Revenue || figure == Figure::Payments; }
    /// The records that a figure is made of; `id` none: of those with nobody; `all`: of everybody.
    struct Source {
        model::EntityId entity = 0;
        model::Filter filter;
    };
    Source sourceOf(const PerformanceLine &line, Figure figure, bool all) const;
    /// With what it lies in: "East › Jiangsu".
    QString nameOf(const Uuid &id) const;

Q_SIGNALS:
    void counted();
    void failed(const Error &error);

private:
    using Sums = QHash<Uuid, std::array<qint64, Figure::Figures>>;

    static rules::Credit creditOf(By by);
    static QList<rules::Counted> countedOf(By by, Figure figure, const rules::PeriodDays &days);
    void ask();
    void askFigure(Figure figure, const QString &period, std::function<void(const Uuid &, qint64)> take);
    void finish();
    Tree tree() const;
    bool isTree() const { return m_by == By::Department || m_by == By::Region || m_by == By::ProductCategory; }
    QList<Uuid> shownNodes(const Tree &tree) const;
    std::optional<qint64> targetOf(const Uuid &id, const Tree &tree) const;
    void rank(QList<PerformanceLine> &lines) const;

    Records &m_records;
    By m_by = By::Person;
    QString m_period;
    Figure m_measure = Figure::Revenue;
    Sums m_sums;
    QHash<Uuid, qint64> m_before;
    TargetBook m_targets;
    QList<PerformanceLine> m_lines;
    PerformanceLine m_total;
    Gathering m_gathering;
};

} // namespace guanxi::app
