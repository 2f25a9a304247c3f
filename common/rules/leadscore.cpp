// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/leadscore.h"

#include "common/model/catalogue/opportunities.h"

#include <algorithm>

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr qint64 HotFrom = 70, WarmFrom = 40, Most = 100;

bool isActive(const Record &rule) { return !rule.isDeleted() && (rule.isNull(LeadScoreRule::active) || rule[LeadScoreRule::active] != 0); }

} // namespace

QList<Record> scoringRules(const Record &lead, const QList<Record> &rules, const Catalogue &catalogue, const Moment &moment)
{
    QList<Record> met;
    for (const Record &rule : rules) {
        if (!isActive(rule))
            continue;
        const Result<Filter> condition = readCondition(*rule.entity().field(LeadScoreRule::condition.id), rule[LeadScoreRule::condition], catalogue);
        if (condition && passes(lead, *condition, moment))
            met.append(rule);
    }
    return met;
}

std::optional<qint64> leadScore(const Record &lead, const QList<Record> &rules, const Catalogue &catalogue, const Moment &moment)
{
    if (std::none_of(rules.begin(), rules.end(), isActive))
        return std::nullopt;
    qint64 points = 0;
    for (const Record &rule : scoringRules(lead, rules, catalogue, moment))
        points += rule[LeadScoreRule::points];
    return std::clamp<qint64>(points, 0, Most);
}

qint64 leadClass(qint64 score) { return score >= HotFrom ? Lead::Hot : score >= WarmFrom ? Lead::Warm : Lead::Cold; }

bool applyScore(Record &lead, std::optional<qint64> score)
{
    const Value now = score ? Value(*score) : Value();
    const Value before = lead.value(Lead::score.id);
    if (before == now)
        return false;
    const bool isDecided = !lead.isNull(Lead::classification) && (before.isNull() || lead[Lead::classification] != leadClass(before.number()));
    lead.setValue(Lead::score.id, now);
    if (score && !isDecided)
        lead.set(Lead::classification, leadClass(*score));
    return true;
}

} // namespace guanxi::rules
