// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/support/notingcontext.h"
#include "tests/app/support/samplecompany.h"

namespace guanxi::tests {

/// Two and a half years of selling by six people in two departments, with targets and kept forecasts, for pictures.
class SalesYear
{
public:
    SalesYear();

    SampleCompany company{12};
    NotingContext context{*company.records, company.drafts};

private:
    void addPeople();
    void addOrders();
    void addOpportunities();
    void addTargets();
    void addForecasts();
    void addActivities();

    FakeRecords &records() { return *company.records; }
    qint64 m_today;
    QList<Uuid> m_people;
    QList<Uuid> m_departments;
};

} // namespace guanxi::tests
