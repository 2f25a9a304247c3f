// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultydisk.h"
#include "tests/support/memoryserver.h"

namespace guanxi::test {

/// The company every run begins with, made once for each thread: departments, roles, users with a role and a replica
/// each. The first users see more than the later ones.
namespace company {

inline constexpr int Users = 8;

/// Who may see and change everything may also do so with what a newer program brings.
void admitVisits(MemoryServer &server);

/// In memory; one that sells has a pipeline, products, and rights to all of selling.
std::shared_ptr<storage::Database> lend(bool sells);
/// As a file on a disk.
void writeTo(FaultyDisk &disk);
std::shared_ptr<storage::Database> openOn(const FaultyDisk &disk);

} // namespace company

} // namespace guanxi::test
