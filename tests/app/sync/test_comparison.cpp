// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcompany.h"

#include "common/storage/layout.h"
#include "common/storage/statement.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

struct ComparedCompany : DeskCompany {
    explicit ComparedCompany(storage::Backend backend = storage::Backend::Sqlite) : DeskCompany(backend)
    {
        QList<Record> accounts;
        for (int i = 0; i < 700; ++i)
            accounts.append(newAccount(QStringLiteral("Customer %1").arg(i), i % 2 ? annId : beaId));
        server.insertAll(accounts);
        settle();
    }
    app::ComparisonReport check(MemoryDesk &desk)
    {
        app::ComparisonReport report;
        const auto connection = QObject::connect(&desk.engine(), &app::SyncEngine::compared,
                                                 [&](const app::ComparisonReport &found) { report = found; });
        desk.engine().compare();
        settle();
        QObject::disconnect(connection);
        return report;
    }
};

} // namespace

TEST_CASE("comparing a healthy copy moves no row")
{
    ComparedCompany company(GUANXI_ON_BOTH);
    for (MemoryDesk *desk : {&company.ann, &company.bea}) {
        const app::ComparisonReport report = company.check(*desk);
        CHECK(report.rows == desk->rows().size());
        CHECK(report.fetched == 0);
        CHECK(report.removed == 0);
        company.checkExact(*desk);
    }
}

TEST_CASE("comparing mends what is missing, old or too much, and nothing else")
{
    ComparedCompany company(GUANXI_ON_BOTH);
    const QList<Record> accounts = company.server.all(Account::entity);
    const Entity &entity = company.server.catalogue().at(Account::entity);
    storage::Database &database = company.bea.cache().database();
    must(company.bea.cache().records().remove(accounts.at(5).ref()));
    must(storage::Statement(database, "UPDATE " + storage::tableName(entity) + " SET rev = 1 WHERE id = ?").bind(1, accounts.at(600).id()).run());
    const Record stranger = company.newAccount(QStringLiteral("Nobody's"), company.beaId);
    must(company.bea.cache().records().upsert(stranger));
    const app::ComparisonReport report = company.check(company.bea);
    CHECK(report.fetched == 2);
    CHECK(report.removed == 1);
    CHECK(report.orphans == 0);
    company.checkExact(company.bea);
}

TEST_CASE("what is not sent yet survives a comparison")
{
    ComparedCompany company;
    const Record account = company.server.all(Account::entity).at(7);
    company.bea.cut();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    const Record made = company.make(company.bea, QStringLiteral("New"));
    company.bea.engine().compare();
    company.meet();
    CHECK(company.server.record(account.ref())[Account::shortName] == QLatin1String("mine"));
    CHECK(company.server.record(made.ref()).isValid());
    company.checkExact(company.bea);
}

TEST_CASE("a comparison that is cut off goes on, and one under way when rights change covers them")
{
    ComparedCompany company;
    const Uuid wide = company.server.grant(company.annId, company.all);
    company.settle();
    int answers = 0;
    const auto twoAnswers = [&](protocol::Role, QByteArray &bytes) -> std::optional<qint64> {
        if (bytes.at(4) == char(protocol::MessageType::Compared) && ++answers % 3 == 0)
            return std::nullopt;
        return 0;
    };
    company.ann.connectToServer(twoAnswers);
    company.settle(5);
    company.ann.engine().compare();
    company.settle(2);
    CHECK(company.ann.cache().comparison());
    company.ann.crash();
    CHECK(company.ann.cache().comparison());
    company.ann.connectToServer(twoAnswers);
    company.settle(2);
    CHECK(company.ann.cache().comparison());
    company.server.revoke(wide);
    company.ann.connectToServer();
    company.settle();
    CHECK_FALSE(company.ann.cache().comparison());
    company.checkExact(company.ann);
}

TEST_CASE("a desk that was away while the server forgot what left its scopes compares instead of reading everything")
{
    ComparedCompany company(GUANXI_ON_BOTH);
    company.ann.cut();
    const QList<Record> accounts = company.server.all(Account::entity);
    Record leaving = accounts.at(1);
    leaving.setValue(system::Owner, company.beaId);
    leaving.setValue(Account::accountManager.id, company.beaId);
    company.server.update(leaving);
    Record coming = accounts.at(2);
    coming.setValue(system::Owner, company.annId);
    company.server.update(coming);
    company.clock.advance(qint64(91) * 24 * 3600 * 1000);
    company.server.hub().tick();
    company.server.insert(company.newAccount(QStringLiteral("New"), company.beaId));
    company.clock.advance(qint64(91) * 24 * 3600 * 1000);
    company.server.hub().tick();
    REQUIRE(must(company.server.store().horizon()) > company.ann.cache().streams().cursor());

    app::ComparisonReport report;
    QObject::connect(&company.ann.engine(), &app::SyncEngine::compared, [&](const app::ComparisonReport &found) { report = found; });
    company.meet();
    CHECK(report.rows > 300);
    CHECK(report.fetched + report.removed <= 3);
    CHECK(company.shown(company.ann, leaving.ref(), Account::name) == QLatin1String("(not here)"));
    company.checkExact(company.ann);
}
