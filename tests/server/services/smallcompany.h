// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/common/storage/testdatabase.h"
#include "wireclient.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::test {

/// A small company on a database of its own: departments east and west, a role for one's own customers, one for those
/// of the department, and one for all.
class SmallCompany
{
public:
    explicit SmallCompany(storage::Backend backend, MemoryServer::Declare declare = MemoryServer::declareSome);

    /// A user of the department with this role, or without any.
    Uuid user(const QString &login, const Uuid &department, const Uuid &role = {});
    /// A customer that stands with this owner and department.
    model::Record account(const QString &name, const Uuid &owner, const Uuid &department = {});
    model::Record contact(const QString &name, const model::Record &account);
    model::Record interaction(const QString &summary, const model::Record &account);
    /// The same, but only made, for a client to insert.
    model::Record newAccount(const QString &name, const Uuid &owner);
    model::Record newContact(const QString &name, const model::Record &account);
    /// As the server has it now.
    model::Record now(const model::Record &record) { return server.record(record.ref()); }
    /// The conflicts about a record, oldest first; those that wait for a decision, or also the notes of what merged.
    QList<model::Record> conflictsOf(const model::Record &record, bool openOnly = false);
    /// Entries of the change log that came from this replica.
    qint64 logged(const Uuid &replica);

    storage::test::TestDatabase database;
    FakeClock clock;
    SeededRandom random{7};
    MemoryServer server;
    UuidMaker ids{clock, random};
    Uuid east;
    Uuid west;
    Uuid own;
    Uuid ofDepartment;
    Uuid all;
};

/// Each behaviour holds on both databases.
#define GUANXI_ON_BOTH GENERATE(guanxi::storage::Backend::Sqlite, guanxi::storage::Backend::Postgres)

} // namespace guanxi::test
