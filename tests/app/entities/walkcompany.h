// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/common/storage/testdatabase.h"
#include "tests/support/memorydesk.h"

namespace guanxi::test {

/// A company as it is founded, with every built-in row, and three desktops: Ann has one at work and one at home, so that
/// what is private can clash too; the boss is somebody else, for what nobody may approve for himself. Both administrate.
class WalkCompany
{
public:
    explicit WalkCompany(storage::Backend backend, MemoryServer::Declare declare = model::declareAll);

    const model::Catalogue &catalogue() const { return server.catalogue(); }
    Uuid addUser(const QString &login, const QString &role);
    /// Everybody is connected and comes to rest.
    void meet();
    void settle(int seconds = 120);
    void cut();
    /// The server and every desktop have the same row, as far as its user may see it.
    bool agree(const model::RecordRef &ref);
    /// Every desk's copy is exactly what its user may see, row by row.
    void checkExact();
    QList<model::Record> openConflicts(const model::RecordRef &ref);
    /// Why the newest conflict about the record came up, in words for a failed test.
    std::string lastRefusal(const model::RecordRef &ref);

    storage::test::TestDatabase database;
    FakeClock clock;
    SeededRandom random{11};
    MemoryServer server;
    UuidMaker ids{clock, random};
    Uuid annId;
    Uuid bossId;
    MemoryDesk ann;
    MemoryDesk annAtHome;
    MemoryDesk boss;

private:
    QList<MemoryDesk *> desks() { return {&ann, &annAtHome, &boss}; }
};

/// What went wrong, for INFO.
std::string wordsOf(const Error &error);

/// True when it went well; otherwise the test is marked as failed and goes on.
template <class T> bool passed(const Result<T> &result)
{
    INFO((result.ok() ? std::string() : wordsOf(result.error())));
    CHECK(result.ok());
    return result.ok();
}

} // namespace guanxi::test
