// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/importance.h"

#include "common/model/catalogue/customers.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr qint64 Money = 10'000; // of one unit of the currency

/// decider, influencer, user, buyer, gatekeeper: the numbers of the choices.
constexpr int PointsOfRole[] = {0, 4, 3, 1, 2, 1};

int pointsOfInteractions(int count)
{
    return count >= CountedInteractions ? 3 : count >= 3 ? 2 : count > 0 ? 1 : 0;
}

int pointsOfAmount(qint64 amount)
{
    return amount >= 1'000'000 * Money ? 3 : amount >= 100'000 * Money ? 2 : 1;
}

} // namespace

Value importanceOf(const Record &contact, int interactions, qint64 wonAmount, bool hasWon)
{
    if (!contact.isNull(Contact::importanceOverride))
        return contact[Contact::importanceOverride];
    const qint64 role = std::clamp<qint64>(contact[Contact::decisionRole], 0, std::size(PointsOfRole) - 1);
    const int points = PointsOfRole[role] + pointsOfInteractions(interactions) + (hasWon ? pointsOfAmount(wonAmount) : 0);
    return points == 0 ? Value() : Value(qint64(std::min(5, 1 + points / 2)));
}

} // namespace guanxi::rules
