// SPDX-License-Identifier: GPL-3.0-or-later
#include "walkcompany.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::test {

using namespace model;

std::string wordsOf(const Error &error)
{
    return errorName(error.code).latin1() + (' ' + error.args.join(u'|').toStdString());
}

WalkCompany::WalkCompany(storage::Backend backend, MemoryServer::Declare declare)
    : database(backend), server(clock, random, database.options(), declare),
      annId((server.insertAll(builtInRows(server.catalogue())), addUser(QStringLiteral("ann"), QStringLiteral("admin")))),
      bossId(addUser(QStringLiteral("boss"), QStringLiteral("admin"))), ann(server, QStringLiteral("ann"), annId, clock, random),
      annAtHome(server, QStringLiteral("ann"), annId, clock, random), boss(server, QStringLiteral("boss"), bossId, clock, random)
{
    meet();
}

Uuid WalkCompany::addUser(const QString &login, const QString &role)
{
    const Uuid user = server.addUser(login, server.root);
    server.grant(user, roleId(role));
    return user;
}

void WalkCompany::meet()
{
    for (MemoryDesk *desk : desks())
        if (!desk->isConnected())
            desk->connectToServer();
    settle();
}

void WalkCompany::settle(int seconds)
{
    for (MemoryDesk *desk : desks())
        desk->ping();
    test::settle(server, desks(), clock, seconds);
}

void WalkCompany::cut()
{
    for (MemoryDesk *desk : desks())
        desk->cut();
}

bool WalkCompany::agree(const RecordRef &ref)
{
    const Record stored = server.record(ref);
    if (!stored.isValid())
        return false;
    const auto scopesFor = [this](const Record &record) {
        return scopesOf(record.entity(), placeOf(record, [this](const RecordRef &other) { return server.record(other); }));
    };
    const Record subject = ref.entity == Conflict::entity ? server.record(stored[Conflict::record]) : stored;
    bool same = true;
    for (MemoryDesk *desk : desks()) {
        const Rights rights = server.rightsOf(desk->user());
        const QSet<ScopeKey> granted = rights.visibleScopes(catalogue());
        const auto sees = [&](const Record &record) {
            const QList<ScopeKey> scopes = record.isValid() ? scopesFor(record) : QList<ScopeKey>();
            return std::any_of(scopes.begin(), scopes.end(), [&](const ScopeKey &key) { return granted.contains(key); });
        };
        const Result<Record> here = desk->records().load(ref);
        same = same && here.ok() == sees(stored)
            && (!here.ok() || here->sameContent(server::projectRow(stored, rights, catalogue(), sees(subject))));
    }
    return same;
}

void WalkCompany::checkExact()
{
    for (MemoryDesk *desk : desks()) {
        INFO(desk->login().toStdString());
        const QHash<RecordRef, Record> expected = server.projection(server.rightsOf(desk->user()));
        const QHash<RecordRef, Record> actual = desk->rows();
        CHECK(actual.size() == expected.size());
        for (const Record &row : expected)
            if (!actual.value(row.ref()).sameContent(row))
                FAIL_CHECK("differs: " << row.entity().name.toStdString() << ' ' << row.id().text().toStdString());
    }
}

QList<Record> WalkCompany::openConflicts(const RecordRef &ref)
{
    QList<Record> open;
    for (const Record &row : server.all(Conflict::entity))
        if (row[Conflict::record] == ref && row[Conflict::state] == Conflict::Open)
            open.append(row);
    return open;
}

std::string WalkCompany::lastRefusal(const RecordRef &ref)
{
    const QList<Record> open = openConflicts(ref);
    if (open.isEmpty())
        return "no conflict";
    const Field *field = catalogue().at(ref.entity).field(FieldId(open.last()[Conflict::field]));
    return "conflict of kind " + std::to_string(open.last()[Conflict::kind]) + ' ' + (field ? field->name.toStdString() : std::string())
        + ' ' + open.last()[Conflict::reason].toStdString();
}

} // namespace guanxi::test
