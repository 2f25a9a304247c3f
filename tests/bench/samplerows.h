// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"
#include "common/model/catalogue.h"
#include "common/model/record.h"
#include "common/storage/database.h"

#include <QTemporaryDir>

#include <cstdlib>

namespace guanxi::bench {

/// Ends the program when `result` is an error: a benchmark without its database has no figures.
template <class T> T need(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", errorName(result.error().code).data(), qPrintable(result.error().args.join(u' ')));
    return std::move(*result);
}
inline void need(const Result<void> &result)
{
    if (!result)
        qFatal("%s: %s", errorName(result.error().code).data(), qPrintable(result.error().args.join(u' ')));
}

/// Believable accounts, the same for the same seed; every field that a person would fill is filled.
std::vector<model::Record> sampleAccounts(const model::Catalogue &catalogue, Random &random, int count);
/// Ids in the order of making, like those of UuidMaker.
Uuid sequentialId(qint64 number);

/// An encrypted file in a folder that goes when this does.
struct BenchDatabase {
    explicit BenchDatabase(storage::Durability durability);
    /// One more connection, for another thread.
    std::unique_ptr<storage::Database> open() const;
    storage::Durability durability;
    QTemporaryDir folder;
    std::unique_ptr<storage::Database> database;
};

} // namespace guanxi::bench
