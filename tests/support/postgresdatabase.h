// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::test {

/// A database of its own in the cluster that GUANXI_TEST_POSTGRES names, for a server process; gone with this.
class PostgresDatabase
{
public:
    PostgresDatabase();
    ~PostgresDatabase();
    PostgresDatabase(const PostgresDatabase &) = delete;
    PostgresDatabase &operator=(const PostgresDatabase &) = delete;

    /// For `init --postgres`.
    QString place() const { return m_place; }

private:
    QString m_name;
    QString m_place;
};

} // namespace guanxi::test
