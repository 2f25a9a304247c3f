// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/targetbook.h"

#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/organisation.h"
#include "common/rules/periods.h"

namespace guanxi::app {

using namespace model;

namespace {

constexpr int MonthsOfQuarter = 3;
constexpr qint64 HundredthsToAmount = 100;

enum Key { Period, Person, DepartmentKey, Region, Category, WorksIn };

/// Parts of a year or a quarter, in order.
QStringList partsOf(const QString &period)
{
    const rules::PeriodKind kind = rules::monthsIn(period) > MonthsOfQuarter ? rules::PeriodKind::Quarter : rules::PeriodKind::Month;
    QStringList parts{rules::periodOf(kind, rules::daysOf(period)->first)};
    const int months = rules::monthsIn(parts.first());
    while (parts.size() * months < rules::monthsIn(period))
        parts.append(rules::periodAfter(parts.last(), 1));
    return parts;
}

void addTo(std::optional<qint64> &sum, std::optional<qint64> part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

} // namespace

QList<storage::Path> TargetBook::paths()
{
    return {{SalesTarget::period.id}, {SalesTarget::user.id}, {SalesTarget::targetDepartment.id}, {SalesTarget::region.id}, {SalesTarget::productCategory.id},
            {SalesTarget::user.id, User::department.id}};
}

void TargetBook::add(const storage::Tally &tally)
{
    static constexpr std::pair<Key, Of> kinds[] = {{Person, Of::Person}, {DepartmentKey, Of::Department}, {Region, Of::Region}, {Category, Of::ProductCategory}};
    for (const auto &[key, kind] : kinds) {
        if (tally.keys[key].isNull())
            continue;
        Target &target = m_targets[{kind, tally.keys[key].id()}];
        target.periods[tally.keys[Period].text()] += tally.sums.value(0).value_or(0) * HundredthsToAmount;
        if (kind == Of::Person && !tally.keys[WorksIn].isNull())
            target.department = tally.keys[WorksIn].id();
        return;
    }
}

std::optional<qint64> TargetBook::within(const Periods &periods, const QString &period)
{
    if (const auto own = periods.constFind(period); own != periods.constEnd())
        return *own;
    const int months = rules::monthsIn(period);
    std::optional<qint64> sum;
    if (months > 1) {
        for (const QString &part : partsOf(period))
            if (const auto own = periods.constFind(part); own != periods.constEnd())
                addTo(sum, *own);
            else if (months > MonthsOfQuarter)
                for (const QString &month : partsOf(part))
                    if (const auto small = periods.constFind(month); small != periods.constEnd())
                        addTo(sum, *small);
    }
    for (const rules::PeriodKind kind : {rules::PeriodKind::Quarter, rules::PeriodKind::Year}) {
        const QString around = rules::periodOf(kind, rules::daysOf(period)->first);
        const auto whole = periods.constFind(around);
        if (!sum && whole != periods.constEnd() && rules::monthsIn(around) > months)
            sum = *whole * months / rules::monthsIn(around);
    }
    return sum;
}

std::optional<qint64> TargetBook::of(Of kind, const Uuid &id, const QString &period) const
{
    const auto target = m_targets.find({kind, id});
    return target == m_targets.end() ? std::nullopt : within(target->second.periods, period);
}

std::optional<qint64> TargetBook::ofPeople(const QString &period, const std::function<bool(const Target &)> &counts) const
{
    std::optional<qint64> sum;
    for (const auto &[whose, target] : m_targets)
        if (whose.first == Of::Person && counts(target))
            addTo(sum, within(target.periods, period));
    return sum;
}

std::optional<qint64> TargetBook::of(const Whose &whose, const QString &period, const Tree &tree) const
{
    switch (whose.kind) {
    case Whose::Kind::Person: return of(Of::Person, whose.id, period);
    case Whose::Kind::Department:
        if (const std::optional<qint64> own = of(Of::Department, whose.id, period))
            return own;
        return ofPeople(period, [&](const Target &target) { return tree.isWithin(target.department, whose.id); });
    case Whose::Kind::Everybody: break;
    }
    if (const std::optional<qint64> people = ofPeople(period, [](const Target &) { return true; }))
        return people;
    std::optional<qint64> sum;
    for (const Uuid &department : all(Of::Department)) {
        const bool counted = std::ranges::any_of(all(Of::Department), [&](const Uuid &other) { return other != department && tree.isWithin(department, other); });
        if (!counted)
            addTo(sum, of(Of::Department, department, period));
    }
    return sum;
}

QList<Uuid> TargetBook::all(Of kind) const
{
    QList<Uuid> ids;
    for (const auto &[whose, target] : m_targets)
        if (whose.first == kind)
            ids.append(whose.second);
    return ids;
}

} // namespace guanxi::app
