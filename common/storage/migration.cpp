// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/migration.h"

#include "common/storage/migrations/migrations.h"
#include "common/storage/schema.h"
#include "common/storage/transaction.h"

namespace guanxi::storage {

std::span<const Migration> storageMigrations()
{
    static constexpr Migration steps[] = {
        {1, "meta", migrations::meta0001},
        {2, "indexes", migrations::indexes0002},
    };
    return steps;
}

Result<void> migrate(Database &database, QByteArrayView series, std::span<const Migration> steps)
{
    const QByteArray key = "version:" + series.toByteArray();
    const auto stored = metaValue(database, key);
    if (!stored)
        return stored.error();
    const int version = stored->value_or("0").toInt();
    const int known = steps.empty() ? 0 : steps.back().number;
    if (version > known)
        return {ErrorCode::DatabaseNewer, {QString::number(version), QString::number(known)}};
    for (const Migration &step : steps) {
        if (step.number <= version)
            continue;
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        GUANXI_TRY(step.run(database));
        GUANXI_TRY(setMetaValue(database, key, QByteArray::number(step.number)));
        GUANXI_TRY(transaction->commit());
    }
    return {};
}

} // namespace guanxi::storage
