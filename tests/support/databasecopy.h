// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/database.h"

#include <functional>

namespace guanxi::test {

/// A database in memory that `prepare` has been run on. It runs once for each name; later ones are copies of its pages,
/// a hundred times as fast as making all tables anew.
std::unique_ptr<storage::Database> preparedDatabase(const QByteArray &name, const std::function<void(storage::Database &)> &prepare);

/// A copy in memory as it stands now: a backup, and what is put back from one.
std::unique_ptr<storage::Database> copyOf(const storage::Database &original);

/// The same, lent: when its last owner is gone it gets the rows of the original back and serves the next one, with all its
/// statements still prepared. For programs that begin thousands of runs. One pool for each thread.
std::shared_ptr<storage::Database> lentDatabase(const QByteArray &name, const std::function<void(storage::Database &)> &prepare);

} // namespace guanxi::test
