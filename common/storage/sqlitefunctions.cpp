// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/sqlitefunctions.h"

#include "common/base/fold.h"
#include "common/storage/sqliteerror.h"

#include <sqlite3.h>

namespace guanxi::storage {

namespace {

QString textOf(sqlite3_value *value)
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(data, sqlite3_value_bytes(value));
}

bool anyNull(int count, sqlite3_value **values)
{
    return std::any_of(values, values + count, [](sqlite3_value *v) { return sqlite3_value_type(v) == SQLITE_NULL; });
}

void contains(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (!anyNull(count, values))
        sqlite3_result_int(context, textOf(values[0]).toLower().contains(textOf(values[1]).toLower()));
}

void starts(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (!anyNull(count, values))
        sqlite3_result_int(context, textOf(values[0]).toLower().startsWith(textOf(values[1]).toLower()));
}

void sortkey(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (anyNull(count, values))
        return;
    const QByteArray key = sortKey(textOf(values[0]));
    sqlite3_result_blob64(context, key.isEmpty() ? "" : key.constData(), quint64(key.size()), SQLITE_TRANSIENT);
}

} // namespace

Result<void> addSqliteFunctions(sqlite3 *handle)
{
    struct Function {
        const char *name;
        int arguments;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    };
    static constexpr Function functions[] = {
        {"guanxi_contains", 2, contains}, {"guanxi_starts", 2, starts}, {"guanxi_sortkey", 1, sortkey}};
    for (const Function &function : functions)
        if (sqlite3_create_function_v2(handle, function.name, function.arguments,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, function.call,
                                       nullptr, nullptr, nullptr)
            != SQLITE_OK)
            return sqliteError(handle);
    return {};
}

} // namespace guanxi::storage
