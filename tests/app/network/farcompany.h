// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packetline.h"
#include "sleepclock.h"

#include "tests/support/postgresdatabase.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <memory>

namespace guanxi::test {

/// A company on a far host: a desk at the end of one line, and one in the office, on a line that nothing happens to.
class FarCompany
{
public:
    FarCompany(const FarHost &host, const PacketLine &line, const PacketLine &office, const QStringList &options);

    /// A customer with this name.
    static model::RecordRef save(TestDesk &at, const QString &name);
    static bool shows(TestDesk &desk, const model::RecordRef &record) { return desk->records().load(record).ok(); }
    /// Both desks hold the same, and nothing is under way.
    bool isSettled();
    /// Numbers of the connections that the server has, oldest first.
    QList<int> sessions();
    bool isOnline() { return away->status().link() == app::SyncStatus::Link::Online; }

    ServerProcess server;
    SleepClock clock; ///< of the desk that is away
    TestDesk away{{}, &clock};
    TestDesk office;
};

/// The same company twice, on SQLite and PostgreSQL, at the ends of the same lines.
class FarCompanies
{
public:
    FarCompanies();

    /// What holds of both.
    template <class Condition> bool all(const Condition &condition)
    {
        return std::all_of(m_companies.begin(), m_companies.end(), [&](const auto &company) { return condition(*company); });
    }
    bool areSettled()
    {
        return all([](FarCompany &company) { return company.isSettled(); });
    }
    bool areOnline()
    {
        return all([](FarCompany &company) { return company.isOnline(); });
    }
    bool areLost()
    {
        return all([](FarCompany &company) { return !company.isOnline(); });
    }
    template <class Deed> void each(Deed deed)
    {
        for (const auto &company : m_companies)
            deed(*company);
    }
    /// One customer saved at a desk of each.
    QList<model::RecordRef> save(TestDesk FarCompany::*at, const QString &name);
    bool show(TestDesk FarCompany::*at, const QList<model::RecordRef> &records);
    QList<QList<int>> sessions();

private:
    FarHost m_host;
    PostgresDatabase m_database;

public:
    PacketLine line{m_host, 1};
    PacketLine office{m_host, 2};

private:
    std::vector<std::unique_ptr<FarCompany>> m_companies;
};

} // namespace guanxi::test
