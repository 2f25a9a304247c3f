// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/storage/layout.h"
#include "common/storage/statement.h"
#include "server/services/companycheck.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::server;
using namespace guanxi::test;
using storage::test::must;
using Kind = CheckFinding::Kind;

namespace {

struct CheckedCompany : SmallCompany {
    explicit CheckedCompany(storage::Backend backend)
        : SmallCompany(backend), ann(user(QStringLiteral("ann"), east, own)), first(account(QStringLiteral("First"), ann)),
          second(account(QStringLiteral("Second"), ann)), child(contact(QStringLiteral("Li"), first))
    {}
    CheckReport check() { return must(CompanyCheck(server.store().database(), server.catalogue()).run()); }
    void spoil(const QByteArray &sql) { must(server.store().database().execute(sql)); }
    QByteArray table(EntityId entity) { return storage::tableName(server.catalogue().at(entity)); }

    Uuid ann;
    Record first;
    Record second;
    Record child;
};

} // namespace

TEST_CASE("a healthy company has nothing to find, and its figures count every row")
{
    CheckedCompany company(GUANXI_ON_BOTH);
    const CheckReport report = company.check();
    CHECK(report.found == 0);
    for (const CheckReport::EntityFigures &figures : report.entities)
        if (figures.entity == QLatin1String("account"))
            CHECK(figures.rows.count == 2);
}

TEST_CASE("what does not fit is found and named")
{
    CheckedCompany company(GUANXI_ON_BOTH);
    const auto [sql, kind] = GENERATE(values<std::pair<QByteArray, Kind>>({
        {"UPDATE account SET rev = rev + 1000000", Kind::Revision},
        {"UPDATE feed SET rev = rev - 1 WHERE entity = 8", Kind::Feed},
        {"DELETE FROM feed WHERE entity = 8", Kind::Feed},
        {"DELETE FROM account", Kind::Stray},
        {"DELETE FROM account", Kind::Reference},
        {"UPDATE account SET owner = account.id", Kind::Scopes},
        {"UPDATE account SET number = 'X'", Kind::Unique},
    }));
    INFO(sql.toStdString());
    company.spoil(QByteArray(sql).replace("entity = 8", "entity = " + QByteArray::number(Account::entity)));
    const CheckReport report = company.check();
    CHECK(report.found > 0);
    CHECK(std::any_of(report.findings.begin(), report.findings.end(), [kind = kind](const CheckFinding &finding) { return finding.kind == kind; }));
}
