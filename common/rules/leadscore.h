// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/conditions.h"

namespace guanxi::rules
{

/// The active rules (LeadScoreRule) that a lead meets, each with its points. A rule that cannot be read gives none.
QList<model::Record> scoringRules(const model::Record &lead, const QList<model::Record> &rules, const model::Catalogue &catalogue, const Moment &moment);

/// What they add up to, from 0 to 100; nothing where there are no active rules at all.
std::optional<qint64> leadScore(const model::Record &lead, const QList<model::Record> &rules, const model::Catalogue &catalogue, const Moment &moment);

/// Lead::Class by its score: hot from 70 points, warm from 40.
qint64 leadClass(qint64 score);

/// Writes the score into the lead and, unless somebody decided otherwise, its class. False: nothing changed.
bool applyScore(model::Record &lead, std::optional<qint64> score);

} // namespace guanxi::rules
