// SPDX-License-Identifier: GPL-3.0-or-later
// Version 2: the indexes of fields hold what lives, and references that point somewhere. Those of version 1 go, under the names
// they had; the schema makes the others after this step, unless a bulk load had dropped them.
#include "common/storage/migrations/migrations.h"

#include "common/storage/dialect.h"
#include "common/storage/statement.h"

namespace guanxi::storage {

Result<void> migrations::indexes0002(Database &database)
{
    QByteArrayList names;
    {
        Statement statement(database, database.dialect().indexNames());
        GUANXI_TRY(statement.each([&](const Statement &row) { names.append(row.bytes(0)); }));
    }
    for (const QByteArray &name : names)
        if (name.startsWith("ix_"))
            GUANXI_TRY(database.execute("DROP INDEX " + name));
    return {};
}

} // namespace guanxi::storage
