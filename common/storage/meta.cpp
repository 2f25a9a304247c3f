// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/schema.h"

#include "common/storage/dialect.h"

namespace guanxi::storage {

Result<std::optional<QByteArray>> metaValue(Database &database, QByteArrayView key)
{
    Statement statement(database, "SELECT value FROM meta WHERE key = ?");
    const auto row = statement.bindUtf8(1, key).step();
    if (!row)
        return row.error();
    return *row && !statement.isNull(0) ? std::optional(statement.bytes(0)) : std::nullopt;
}

Result<void> setMetaValue(Database &database, QByteArrayView key, QByteArrayView value)
{
    Statement statement(database, "INSERT INTO meta(key, value) VALUES(?, ?) "
                                  "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    const auto ran = statement.bindUtf8(1, key).bind(2, value).run();
    return ran ? Result<void>() : ran.error();
}

Result<void> removeMetaValue(Database &database, QByteArrayView key)
{
    Statement statement(database, "DELETE FROM meta WHERE key = ?");
    const auto ran = statement.bindUtf8(1, key).run();
    return ran ? Result<void>() : ran.error();
}

} // namespace guanxi::storage
