// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/companyfounder.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/organisation.h"
#include "common/storage/transaction.h"
#include "server/console/directory.h"


namespace guanxi::server {

using namespace model;

namespace {

Record companyOf(Directory &directory, const QString &name)
{
    Record company = directory.blank(Company::entity);
    company.setId(companyId());
    company.set(Company::name, name);
    return company;
}

Record rootDepartment(Directory &directory, const QString &name)
{
    Record department = directory.blank(Department::entity);
    department.set(Department::code, QStringLiteral("root"));
    department.set(Department::name, name.left(120));
    return department;
}

Record administrator(Directory &directory, const Founding &founding, const Uuid &department)
{
    Record user = directory.blank(User::entity, department);
    user.set(User::department, department);
    user.set(User::login, founding.adminLogin);
    user.set(User::realName, founding.adminName);
    return user;
}

/// Who the database belongs to, and the replica under which the server writes.
Result<void> markDatabase(ServerApp &app, const QString &company)
{
    const Uuid replica = app.ids().next();
    GUANXI_TRY(app.store().setMeta(QStringLiteral("company"), app.ids().next().bytes()));
    GUANXI_TRY(app.store().setMeta(QStringLiteral("company_name"), company.toUtf8()));
    GUANXI_TRY(app.store().setMeta(QStringLiteral("epoch"), app.ids().next().bytes()));
    GUANXI_TRY(app.store().setMeta(QStringLiteral("server_replica"), replica.bytes()));
    // One more server must present the same key.
    GUANXI_TRY(app.store().setMeta(QStringLiteral("key_pin"), app.auth().keyPin()));
    return app.hub().push().addReplica(replica, Uuid(), QByteArray(""), QStringLiteral("server"));
}

} // namespace

Result<void> foundCompany(ServerApp &app, const Founding &founding)
{
    Directory directory(app);
    const Record company = companyOf(directory, founding.company);
    const Record root = rootDepartment(directory, founding.company);
    const Record admin = administrator(directory, founding, root.id());
    Record grant = directory.blank(RoleGrant::entity);
    grant.set(RoleGrant::user, admin.id());
    grant.set(RoleGrant::role, roleId(QStringLiteral("admin")));
    const QList<Record> own{company, root, admin, grant};
    for (const Record &record : own)
        GUANXI_TRY(directory.check(record));
    GUANXI_TRY(PasswordHasher::check(founding.adminPassword));

    Result<storage::Transaction> transaction = storage::Transaction::begin(app.store().database());
    if (!transaction)
        return transaction.error();
    const Result<QString> present = app.companyName();
    if (!present)
        return present.error();
    if (!present->isEmpty())
        return Error{ErrorCode::AlreadyExists, {QStringLiteral("company"), *present}};
    GUANXI_TRY(markDatabase(app, founding.company));
    QList<RecordChange> changes;
    for (const Record &row : builtInRows(app.catalogue()))
        changes.append(insertionOf(row));
    for (const Record &record : own)
        changes.append(insertionOf(record));
    const auto written = app.hub().write(QStringLiteral("found_company"), changes);
    if (!written)
        return written.error();
    GUANXI_TRY(app.auth().setPassword(admin.id(), founding.adminPassword, false));
    return transaction->commit();
}

} // namespace guanxi::server
