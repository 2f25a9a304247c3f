// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/company.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/storage/transaction.h"
#include "tests/simulator/labcatalogue.h"
#include "tests/simulator/offers.h"
#include "tests/support/databasecopy.h"

namespace guanxi::test::company {

using namespace model;
using storage::Database;

namespace {

constexpr char FileName[] = "/company";

storage::DatabaseOptions fileOptions(const FaultyDisk &disk)
{
    return {storage::Backend::Sqlite, disk.path() + QLatin1StringView(FileName), QByteArray(32, 's'), storage::Durability::Full, false, 16};
}

QList<Uuid> addRoles(MemoryServer &server)
{
    const auto role = [&](const QString &code, Reach reach, bool write) {
        QList<std::pair<EntityId, Reach>> reaches{{ids::User, Reach::All}, {ids::Department, Reach::All}};
        for (EntityId entity : {Account::entity, Contact::entity, Deal::entity, Conflict::entity})
            reaches.append({entity, reach});
        return server.addRole(code, reaches, write);
    };
    const QList<Uuid> roles{role(QStringLiteral("all"), Reach::All, true), role(QStringLiteral("department"), Reach::Department, true),
                            role(QStringLiteral("own"), Reach::Own, true), role(QStringLiteral("look"), Reach::All, false)};
    if (server.catalogue().entity(soldEntities().first()))
        allowSelling(server, roles);
    server.hideField(roles[3], Account::entity, Account::website.id, FieldRight::Hidden);
    server.hideField(roles[3], Deal::entity, Deal::secret.id, FieldRight::Hidden);
    server.hideField(roles[2], Deal::entity, Deal::secret.id, FieldRight::Hidden);
    return roles;
}

/// Answers like the tests of the server do: with a clock and ids of its own, so that all runs find the same company.
void found(const std::shared_ptr<Database> &database, bool sells)
{
    FakeClock clock;
    SeededRandom random(0);
    MemoryServer server(clock, random, database, sells ? declareSellingLab : declareLab);
    // At once: on a disk each commit waits for it.
    Result<storage::Transaction> transaction = storage::Transaction::begin(*database);
    if (!transaction)
        qFatal("company: it cannot be founded");
    const QList<Uuid> departments{server.addDepartment(QStringLiteral("east"), server.root), server.addDepartment(QStringLiteral("west"), server.root)};
    const QList<Uuid> roles = addRoles(server);
    for (int i = 0; i < Users; ++i) {
        const QString login = QStringLiteral("u%1").arg(i);
        const Uuid user = server.addUser(login, departments[i / 2 % 2]);
        server.grant(user, roles[i % 4 == 3 ? 0 : i % 4]);
        server.addReplica(user, login);
    }
    if (sells) {
        addOffers(server, random);
        addBusiness(server, random, clock.wallMs());
    }
    if (!transaction->commit())
        qFatal("company: it cannot be founded");
}

} // namespace

void admitVisits(MemoryServer &server)
{
    for (const Record &role : server.all(Role::entity))
        if (role[Role::code] == QLatin1String("all"))
            server.allow(role.id(), Visit::entity, Reach::All, true);
}

std::shared_ptr<Database> lend(bool sells)
{
    return lentDatabase(sells ? "company that sells" : "company", [sells](Database &database) { found(std::shared_ptr<Database>(&database, [](Database *) {}), sells); });
}

void writeTo(FaultyDisk &disk)
{
    // Encrypting it once is enough: a file is copied byte by byte.
    thread_local QMap<QString, QByteArray> files;
    if (!files.isEmpty())
        return disk.setContents(files);
    disk.setQuiet(true);
    found(openOn(disk), false);
    disk.setQuiet(false);
    files = disk.contents();
}

std::shared_ptr<Database> openOn(const FaultyDisk &disk)
{
    Result<std::unique_ptr<Database>> opened = Database::open(fileOptions(disk));
    if (!opened)
        qFatal("company: %s", errorName(opened.error().code).data());
    return std::shared_ptr<Database>(std::move(*opened));
}

} // namespace guanxi::test::company
