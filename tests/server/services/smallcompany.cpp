// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/storage/statement.h"

namespace guanxi::test {

using namespace model;

namespace {

QList<std::pair<EntityId, Reach>> reaches(Reach reach)
{
    QList<std::pair<EntityId, Reach>> list{{User::entity, Reach::All}, {Department::entity, Reach::All}};
    for (EntityId entity : {Account::entity, Contact::entity, Interaction::entity, Conflict::entity, Share::entity, ImportJob::entity, Document::entity, DuplicateCandidate::entity})
        list.append({entity, reach});
    for (EntityId entity : {Product::entity, Warehouse::entity, StorageLocation::entity, StockBalance::entity, StockDocument::entity, StockDocumentLine::entity})
        list.append({entity, Reach::All});
    return list;
}

} // namespace

SmallCompany::SmallCompany(storage::Backend backend, MemoryServer::Declare declare)
    : database(backend), server(clock, random, database.options(), declare),
      east(server.addDepartment(QStringLiteral("east"), server.root)), west(server.addDepartment(QStringLiteral("west"), server.root)),
      own(server.addRole(QStringLiteral("own"), reaches(Reach::Own))),
      ofDepartment(server.addRole(QStringLiteral("department"), reaches(Reach::Department))),
      all(server.addRole(QStringLiteral("all"), reaches(Reach::All)))
{}

Uuid SmallCompany::user(const QString &login, const Uuid &department, const Uuid &role)
{
    const Uuid id = server.addUser(login, department);
    if (!role.isNull())
        server.grant(id, role);
    return id;
}

Record SmallCompany::newAccount(const QString &name, const Uuid &owner)
{
    Record record(server.catalogue().at(Account::entity), ids.next());
    record.set(Account::name, name);
    record.set(Account::type, dictionaryItemId(QStringLiteral("customer_type"), QStringLiteral("company")));
    record.set(Account::level, dictionaryItemId(QStringLiteral("customer_level"), QStringLiteral("ordinary")));
    record.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
    record.set(Account::accountManager, owner);
    record.setValue(system::Owner, owner);
    return record;
}

Record SmallCompany::account(const QString &name, const Uuid &owner, const Uuid &department)
{
    Record record = newAccount(name, owner);
    record.set(Account::status, qint64(Account::Potential));
    if (!department.isNull())
        record.setValue(system::Department, department);
    server.insert(record);
    return now(record);
}

Record SmallCompany::newContact(const QString &name, const Record &account)
{
    Record record(server.catalogue().at(Contact::entity), ids.next());
    record.set(Contact::name, name);
    record.set(Contact::account, account.id());
    record.set(Contact::side, dictionaryItemId(QStringLiteral("contact_side"), QStringLiteral("customer")));
    record.set(Contact::isPrimary, qint64(0));
    record.set(Contact::doNotContact, qint64(0));
    return record;
}

Record SmallCompany::contact(const QString &name, const Record &account)
{
    const Record record = newContact(name, account);
    server.insert(record);
    return now(record);
}

Record SmallCompany::interaction(const QString &summary, const Record &account)
{
    Record record(server.catalogue().at(Interaction::entity), ids.next());
    record.set(Interaction::summary, summary);
    record.set(Interaction::account, account.id());
    record.set(Interaction::happenedAt, clock.wallMs());
    server.insert(record);
    return now(record);
}

QList<Record> SmallCompany::conflictsOf(const Record &record, bool openOnly)
{
    QList<Record> conflicts;
    for (const Record &row : server.all(Conflict::entity))
        if (row[Conflict::record] == record.ref() && (!openOnly || row[Conflict::state] == Conflict::Open))
            conflicts.append(row);
    return conflicts;
}

qint64 SmallCompany::logged(const Uuid &replica)
{
    storage::Statement count(server.store().database(), "SELECT COUNT(*) FROM change_log WHERE replica = ? AND name <> 'consequence'");
    return count.bind(1, replica).single().value().value_or(0);
}

} // namespace guanxi::test
